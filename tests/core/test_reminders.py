"""Days of the user's own: how they stand at a moment, and how they are kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.dates import PartialDate
from premierectl.followed_line import FollowedLine
from premierectl.reminders import ReminderNow, reminders_at, with_reminder, without_reminder
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Outlook
from premierectl.upcoming.with_reminders import by_date, reminders_to_come
from premierectl.watchlist import Reminder, Watchlist
from premierectl.wording.reminders import reminder_brief, reminder_phrase
from tests.make import catalogue, counted, moment, row


def reminder(text: str = "Rewatch", when: str = "2026-12-01") -> Reminder:
    return Reminder(text=text, date=PartialDate(when))


@pytest.mark.parametrize(
    ("when", "state", "days", "brief", "phrase"),
    [
        ("2026-12-01", "upcoming", 8, "in 8 days", "in 8 days"),
        ("2026-11-24", "upcoming", 1, "tomorrow", "tomorrow"),
        ("2026-11-23", "today", 0, "today", "today"),
        ("2026-11-22", "over", -1, "over", "over (22 November 2026)"),
        ("2026-11", "upcoming", None, "any day until 30 November 2026", "any day until 30 November 2026"),
        ("2027-01", "upcoming", None, "in 39–69 days", "in 39–69 days (January 2027)"),
        ("2026-10", "over", None, "over", "over (October 2026)"),
    ],
)  # fmt: skip
def test_it_stands_by_the_viewers_days_until_its_last_day_is_over(
    when: str, state: str, days: int | None, brief: str, phrase: str
) -> None:
    now = ReminderNow(reminder(when=when), moment())
    assert (now.state, now.days, now.is_over) == (state, days, state == "over")
    assert (reminder_brief(now), reminder_phrase(now)) == (brief, phrase)


def test_its_day_ends_at_the_viewers_midnight() -> None:
    instant = "2026-12-01T23:30+01:00"
    assert ReminderNow(reminder(), moment(instant, "Europe/Berlin")).state == "today"
    assert ReminderNow(reminder(), moment(instant, "Pacific/Auckland")).state == "over"


def test_one_of_the_same_text_moves() -> None:
    first = with_reminder(Watchlist((FollowedLine(id="a"),)), reminder())
    assert with_reminder(first, reminder()) is first
    moved = with_reminder(first, reminder(when="2027"))
    assert (moved.ids, [each.date.text for each in moved.reminders]) == (("a",), ["2027"])
    assert without_reminder(moved, "Rewatch") == Watchlist((FollowedLine(id="a"),))


def test_the_nearest_comes_first_and_what_is_over_last() -> None:
    listed = Watchlist()
    for text, when in (
        ("b", "2026-11-01"),
        ("c", "2027"),
        ("d", "2026-12-01"),
        ("a", "2026-12-01"),
    ):
        listed = with_reminder(listed, reminder(text, when))
    assert [each.text for each in listed.reminders] == ["b", "a", "d", "c"]
    assert [each.text for each in reminders_at(listed, moment())] == ["a", "d", "c", "b"]


texts = st.sampled_from(["a", "b", "c"])
dates = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(date.isoformat)


@given(st.lists(st.tuples(texts, dates)), texts, dates)
def test_a_text_stands_once_with_its_last_date(
    listed: list[tuple[str, str]], text: str, when: str
) -> None:
    watchlist = Watchlist()
    for each in listed:
        watchlist = with_reminder(watchlist, reminder(*each))
    after = with_reminder(watchlist, reminder(text, when))
    assert [each.date.text for each in after.reminders if each.text == text] == [when]
    others = {each for each in watchlist.reminders if each.text != text}
    assert set(without_reminder(after, text).reminders) == others


def test_a_change_of_what_is_followed_leaves_them_alone() -> None:
    listed = with_reminder(Watchlist((FollowedLine(id="b"),)), reminder())
    known = catalogue({"id": "b", "title": "B"})
    for after in (
        listed.add(FollowedLine(id="a")),
        listed.add(FollowedLine(id="b", note="n")),
        listed.remove("b"),
        listed.remembering(known),
        listed.freed("b", known),
        listed.with_all([FollowedLine(id="c")]),
    ):
        assert after.reminders == listed.reminders


TWO = Watchlist(reminders=(reminder("near", "2026-12-01"), reminder("far", "2027-03")))


def to_come(filters: Filters = EVERYTHING, **cut: object) -> list[str]:
    outlook = Outlook.of(moment(), catalogue(), TWO)
    return [each.text for each in reminders_to_come(outlook, filters, **cut)]  # type: ignore[arg-type]  # a limit, and rows


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["near", "far"]),
        (Filters(within=8), ["near"]),
        (Filters(within=7), []),
        (Filters(networks=("Hulu",)), []),
        (Filters(genres=("drama",)), []),
        (Filters(tag="kids"), []),
        (Filters(premieres=True), []),
    ],
)
def test_filters_of_shows_leave_them_out(filters: Filters, expected: list[str]) -> None:
    assert to_come(filters) == expected


def test_none_comes_after_the_last_row_that_a_limit_leaves() -> None:
    rows = [row(counted("2026-12-01")), row(counted("2026-12-24"))]
    assert to_come(shown=rows, limit=2) == ["near"]
    assert to_come(shown=rows[:1], limit=1) == ["near"]
    assert to_come(shown=rows, limit=3) == ["near", "far"]
    assert to_come(shown=[row(counted("2026-11-30"))], limit=1) == []


def test_they_stand_among_releases_by_date() -> None:
    rows = [row(counted("2026-11-30")), row(counted("2026-12-01")), row(counted(None))]
    found = by_date(rows, [ReminderNow(each, moment()) for each in TWO.reminders])
    assert [
        each.text if isinstance(each, ReminderNow) else str(each.item.date) for each in found
    ] == ["2026-11-30", "2026-12-01", "near", "far", "None"]
