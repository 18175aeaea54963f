"""What a line of a list says of a release."""

from datetime import date

import pytest

from premierectl.dates import PartialDate
from premierectl.wording.listing import (
    day_listed,
    days_listed,
    more_words,
    move_listed,
    wait_listed,
)
from tests.make import counted

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("known", "words", "under_month"),
    [
        ("2026-11-23", "Mon", "Mon"),
        ("2026-11-29?", "Sun?", "Sun?"),
        ("2026-11-30", "Mon 30 Nov", "Mon 30 Nov"),
        ("2026-11-22", "Sun 22 Nov", "Sun 22 Nov"),
        ("2027-01-07?", "Thu 7 Jan 2027?", "Thu 7 Jan?"),
        ("2026-12", "December", "December"),
        ("2027-03?", "Mar 2027?", "March?"),
        ("2027-Q1", "Q1 2027", "Q1 2027"),
        ("2026-H2?", "H2 2026?", "H2 2026?"),
        ("fall 2027", "autumn 2027", "autumn 2027"),
        ("2028", "2028", "2028"),
    ],
)
def test_a_date_takes_a_few_characters(known: str, words: str, under_month: str) -> None:
    assert day_listed(PartialDate(known), TODAY) == words
    assert day_listed(PartialDate(known), TODAY, under_month=True) == under_month


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "tomorrow"),
        ("2026-12-05", "12 days"),
        ("2027-11-23", "365 days"),
        ("2026-12", "8–38 days"),
        ("2026-11", "any day"),
        ("2027-H1", ""),
    ],
)
def test_the_days_until_it_stand_beside_it(known: str, words: str) -> None:
    assert days_listed(PartialDate(known), TODAY) == words


def test_on_the_last_day_of_a_vague_date_it_is_not_said_to_be_that_day() -> None:
    assert days_listed(PartialDate("2026-11"), date(2026, 11, 30)) == "any day"


AT_NINE = {"time": "21:00", "timezone": "UTC"}


@pytest.mark.parametrize(
    ("premiere", "now", "season", "words"),
    [
        (None, "2026-11-23", {}, "no date yet"),
        ("2026-12-05", "2026-11-23", {"status": "cancelled"}, "cancelled"),
        ("2026-11-22?", "2026-11-23", {}, "1 day late"),
        ("2026-10", "2026-11-23", {}, "23 days late"),
        ("2026-11-23", "2026-11-23T22:00", AT_NINE, "out now"),
        ("2026-11-22", "2026-11-23T22:00", AT_NINE, "yesterday"),
        ("2026-11-20", "2026-11-23T22:00", AT_NINE, "3 days ago"),
        ("2026-10", "2026-11-23", {"status": "ended"}, "out"),
        ("2026-11-23", "2026-11-23T15:30", AT_NINE, "5 h 30 min"),
        ("2026-11-24", "2026-11-23T15:30", AT_NINE, "tomorrow"),
        ("2026-11-24", "2026-11-23T22:30", AT_NINE, "22 h 30 min"),
    ],
)
def test_the_wait_is_told_in_the_terms_of_the_field(
    premiere: str | None, now: str, season: dict[str, str], words: str
) -> None:
    assert wait_listed(counted(premiere, now, **season)) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2026-12-01", "2027-01-31", "+61 d"),
        ("2027-01-31", "2026-12-01", "-61 d"),
        ("2027-03", "2027-05-01", "was Mar 2027"),
        ("2026-12-01", "2027-Q1", "was Tue 1 Dec"),
        ("2027-Q1", "2027-03-01", ""),
        (None, "2027-03-01", ""),
    ],
)
def test_a_move_is_told_in_days_or_by_where_it_was(
    before: str | None, after: str, words: str
) -> None:
    history = [{"when": "2026-10-01", "from": before, "to": after}]
    assert move_listed(counted(after, history=history)) == words


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2026-12-24", "3 more until December"),
        ("2028-03-01", "3 more until March 2028"),
        ("2028-03", "3 more until March 2028"),
        ("2028-H1", "3 more until the first half of 2028"),
        ("2028", "3 more until 2028"),
        (None, "3 more"),
    ],
)
def test_what_is_left_out_is_counted_until_its_last_date(last: str | None, words: str) -> None:
    assert more_words(3, PartialDate(last) if last else None, TODAY) == words
