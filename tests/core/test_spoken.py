"""What is said of a release to those who hear it: every sign and short form in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.countdown import countdown
from premierectl.dates import PartialDate
from premierectl.reminders import ReminderNow
from premierectl.schedule import releases
from premierectl.watchlist import Reminder
from premierectl.wording.spoken import (
    ago_aloud,
    listed_aloud,
    sentence,
    spelled_out,
    spoken_date,
    spoken_release,
    spoken_reminder,
    spoken_standing,
)
from tests.make import counted, moment, show

NEW_YORK = {"time": "20:00", "timezone": "America/New_York"}


def spoken_releases(*numbers_and_dates: tuple[int, str], **fields: Any) -> list[str]:
    """How each release of season 2 is told, whose episodes come on these days."""
    listed = [{"number": number, "date": date} for number, date in numbers_and_dates]
    aurora = show(seasons=[{"number": 2, "episode_list": listed, **fields}])
    return [spoken_release(each) for each in releases(aurora, aurora.seasons[0])]


@pytest.mark.parametrize(
    ("premiere", "words"),
    [
        ("2026-11-23", "today, Monday 23 November 2026"),
        ("2026-11-24", "tomorrow, Tuesday 24 November 2026"),
        ("2026-12-08", "in 15 days, Tuesday 8 December 2026"),
        ("2026-12-08?", "in 15 days, Tuesday 8 December 2026, unconfirmed"),
        ("2027-01", "in 39 to 69 days, January 2027"),
        ("2027-01?", "in 39 to 69 days, January 2027, unconfirmed"),
        ("2026?", "any day until 31 December 2026, unconfirmed"),
        ("2027-H1", "some time in the first half of 2027"),
        ("spring 2027?", "some time in spring 2027, unconfirmed"),
        ("2026-11-22", "came out on Sunday 22 November 2026, yesterday"),
        ("2026-11-03", "came out on Tuesday 3 November 2026, 20 days ago"),
        ("2026-09?", "was expected in September 2026"),
        (None, "no date yet"),
    ],
)
def test_a_wait_is_said_with_its_date_in_words(premiere: str | None, words: str) -> None:
    assert spoken_standing(counted(premiere)) == words


@pytest.mark.parametrize(
    ("now", "wait"),
    [
        ("2026-12-01", "in 8 days"),
        ("2026-12-07T02:30", "in 46 hours 30 minutes"),
        ("2026-12-07T23:59", "in 25 hours 1 minute"),
        ("2026-12-08T23:00", "tomorrow, in 2 hours"),
        ("2026-12-09T00:00", "today, in 1 hour"),
        ("2026-12-09T00:59:30", "today, in less than a minute"),
        ("2026-12-09T02:00", "out now"),
    ],
)
def test_an_hour_is_the_hearers_and_a_short_wait_is_told_in_hours(now: str, wait: str) -> None:
    item = countdown(counted("2026-12-08", **NEW_YORK).release, moment(now))
    assert spoken_standing(item) == f"{wait}, Wednesday 9 December 2026, at 01:00 your time"


def test_what_is_out_is_told_with_its_hour_and_how_long_ago() -> None:
    item = countdown(counted("2026-12-08", **NEW_YORK).release, moment("2026-12-19"))
    assert spoken_standing(item) == (
        "came out on Wednesday 9 December 2026, at 01:00 your time, 10 days ago"
    )


def test_a_cancelled_season_is_said_to_be_so() -> None:
    assert spoken_standing(counted("2026-12-08", status="cancelled")) == "cancelled"


def test_a_season_that_is_out_without_its_day_says_since_when() -> None:
    assert spoken_standing(counted("2025", status="ended")) == "came out in 2025"


def test_releases_are_named_without_short_forms() -> None:
    days = [(1, "2026-12-01"), (2, "2026-12-01"), (3, "2026-12-08"), (4, "2026-12-08")]
    days += [(5, "2026-12-15"), (6, "2027-03-01"), (7, "2027-03-08"), (8, "2027-03-08")]
    days += [(9, "2027-03-08"), (10, "2027-03-15")]
    assert spoken_releases(*days, episodes=10) == [
        "season 2",
        "season 2, episodes 3 and 4",
        "season 2, episode 5",
        "season 2 returns, episode 6",
        "season 2, episodes 7 to 9",
        "season 2, finale, episode 10",
    ]


def test_a_part_is_named_behind_its_season() -> None:
    parts = [{"label": "Volume 1", "date": "2026-12-01"}, {"label": "Volume 2", "date": "2027-02"}]
    assert spoken_releases(parts=parts) == ["season 2, Volume 1", "season 2, Volume 2"]


def test_a_finale_without_a_number_is_named_alone() -> None:
    said = spoken_releases(premiere="2026-12-01", finale="2027-01-19")
    assert said == ["season 2", "season 2, finale"]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-12-01", "in 8 days, Tuesday 1 December 2026"),
        ("2026-12", "in 8 to 38 days, December 2026"),
        ("2026-11-01", "over, Sunday 1 November 2026"),
    ],
)
def test_a_reminder_is_said_with_its_date(date: str, words: str) -> None:
    assert (
        spoken_reminder(ReminderNow(Reminder(text="Film", date=PartialDate(date)), moment()))
        == words
    )


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("S6 E4", "season 6, episode 4"),
        ("S6 E1–E2", "season 6, episodes 1 to 2"),
        ("S6 finale", "season 6 finale"),
        ("E3", "episode 3"),
        ("39–69 days", "39 to 69 days"),
        ("Silo · Lost", "Silo, Lost"),
        ("The S-Files", "The S-Files"),
    ],
)
def test_short_forms_are_spelled_out(short: str, long: str) -> None:
    assert spelled_out(short) == long


def test_a_sentence_ends_once() -> None:
    assert sentence("Silo", "", None, "season 3") == "Silo, season 3."
    assert sentence("Who Is It?") == "Who Is It?"


def test_things_are_listed_as_one_says_them() -> None:
    assert listed_aloud(["Silo"]) == "Silo"
    assert listed_aloud(["Silo", "Lost", "Evil"]) == "Silo, Lost and Evil"


def test_how_long_ago_a_day_was() -> None:
    assert [ago_aloud(days) for days in (0, 1, 2)] == ["today", "yesterday", "2 days ago"]


@given(st.dates().map(lambda day: PartialDate(day.isoformat())))
def test_a_day_is_said_in_words_and_plain_numbers(known: PartialDate) -> None:
    weekday, day, month, year = spoken_date(known).split()
    assert (int(day), int(year)) == (known.earliest.day, known.earliest.year)
    assert weekday.isalpha()
    assert month.isalpha()
