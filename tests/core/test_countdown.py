"""A release seen from a moment."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.countdown import countdown_order
from premierectl.errors import BadMomentError
from premierectl.moment import Moment, moment_at
from premierectl.wording.waits import brief, phrase
from tests.make import counted, moment


@pytest.mark.parametrize(
    ("premiere", "today", "state", "words", "span"),
    [
        ("2023-08-03", "2023-04-24", "upcoming", "in 101 days", "101"),
        ("2026-11-24", "2026-11-23", "upcoming", "tomorrow", "1"),
        ("2026-11-23", "2026-11-23", "today", "today", "0"),
        ("2026-11-22", "2026-11-23", "out", "came out yesterday", ""),
        ("2026-11-20", "2026-11-23", "out", "came out 3 days ago", ""),
        ("2027-01", "2026-11-23", "upcoming", "in 39–69 days (January 2027)", "39-69"),
        (
            "2027-01?",
            "2026-11-23",
            "upcoming",
            "in 39–69 days (January 2027, unconfirmed)",
            "39-69",
        ),
        ("2027-01", "2027-01-01", "upcoming", "any day until 31 January 2027", "0-30"),
        ("2027-01", "2027-01-31", "upcoming", "any day until 31 January 2027", "0"),
        ("2027-01", "2027-02-01", "overdue", "was expected in January 2027", ""),
        ("spring 2027", "2026-11-23", "upcoming", "in 98–189 days (spring 2027)", "98-189"),
        (
            "2027-Q1",
            "2026-11-23",
            "upcoming",
            "in 39–128 days (the first quarter of 2027)",
            "39-128",
        ),
        ("2026-12-25?", "2026-11-23", "upcoming", "in 32 days (unconfirmed)", "32"),
        ("2026-12-25?", "2026-12-25", "today", "today (unconfirmed)", "0"),
        ("2026-12-25?", "2026-12-26", "overdue", "was expected on 25 December 2026", ""),
        (None, "2026-11-23", "tba", "no date yet", ""),
    ],
)
def test_the_wait_in_words(
    premiere: str | None, today: str, state: str, words: str, span: str
) -> None:
    item = counted(premiere, today)
    assert (item.state, phrase(item), item.span) == (state, words, span)


@pytest.mark.parametrize(
    ("premiere", "status", "state", "words"),
    [
        ("2027-03", "cancelled", "cancelled", "cancelled"),
        (None, "cancelled", "cancelled", "cancelled"),
        ("2020", "ended", "out", "came out in 2020"),
        ("2026-11-23", "airing", "today", "today"),
        ("2026-11?", "airing", "out", "came out in November 2026 (unconfirmed)"),
        (None, "ended", "out", "out"),
        ("2027-03", "renewed", "upcoming", "in 98–128 days (March 2027)"),
    ],
)
def test_what_the_catalogue_says_of_a_season_counts(
    premiere: str | None, status: str, state: str, words: str
) -> None:
    item = counted(premiere, status=status)
    assert (item.state, phrase(item)) == (state, words)


def test_a_row_beside_its_date_does_not_repeat_it() -> None:
    assert brief(counted("2027-01")) == "in 39–69 days"


def test_without_a_date_there_is_never_a_number() -> None:
    item = counted(None)
    assert (item.days, item.days_earliest, item.days_latest, item.span) == (None, None, None, "")


def test_a_vague_date_has_bounds_and_no_number_of_days() -> None:
    item = counted("2027-01")
    assert (item.days, item.days_earliest, item.days_latest) == (None, 39, 69)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_days_are_the_difference_of_calendar_days(premiere: date, today: date) -> None:
    item = counted(premiere.isoformat(), today.isoformat())
    assert item.days == item.days_earliest == item.days_latest == (premiere - today).days


def test_the_nearest_stands_first_and_what_has_no_date_ahead_last() -> None:
    texts = ["2027-01?", None, "2026-12-08", "2026-10", "2027-01", "2027-01-31", "2026-11-23"]
    listed = sorted((counted(text) for text in texts), key=countdown_order)
    assert [item.release.date and item.release.date.text for item in listed] == [
        "2026-11-23", "2026-12-08", "2027-01-31", "2027-01?", "2027-01", None, "2026-10",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "today"),
    [("Pacific/Auckland", date(2026, 12, 8)), ("Pacific/Honolulu", date(2026, 12, 7))],
)
def test_one_instant_is_another_day_elsewhere(zone: str, today: date) -> None:
    assert Moment(datetime(2026, 12, 7, 12, tzinfo=UTC), ZoneInfo(zone), zone).today == today


@pytest.mark.parametrize(
    ("words", "zone", "instant"),
    [
        ("2027-03-12", "Europe/Berlin", "2027-03-11T23:00"),
        ("2027-03-12T20:00", "Europe/Berlin", "2027-03-12T19:00"),
        ("2027-03-12 20:00:30", "Europe/Berlin", "2027-03-12T19:00:30"),
        ("2027-03-12T20:00+05:30", "Europe/Berlin", "2027-03-12T14:30"),
        ("2027-03-12T20:00Z", "Europe/Berlin", "2027-03-12T20:00"),
    ],
)
def test_a_date_is_its_first_moment_and_a_time_is_local(
    words: str, zone: str, instant: str
) -> None:
    assert moment(words, zone).instant == datetime.fromisoformat(f"{instant}+00:00")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "now",
        "2027",
        "2027-02-30",
        "2027-03-12T25:00",
        "20270312",
        "2027-W01-1",
        "9999-12-31T23:00Z",
    ],
)
def test_what_is_no_moment_is_refused_with_the_accepted_forms(words: str) -> None:
    with pytest.raises(
        BadMomentError, match=r"is not a moment; write 2027-03-12, 2027-03-12T20:00"
    ):
        moment_at(words, ZoneInfo("Pacific/Kiritimati"), "Pacific/Kiritimati")


zones = st.sampled_from(
    [
        "UTC", "America/Los_Angeles", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe",
        "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati", "America/Sao_Paulo",
        "Africa/Cairo", "Asia/Beirut", "America/Havana", "Asia/Kathmandu",
    ]
)  # fmt: skip


@given(st.dates(date(2015, 1, 1), date(2100, 1, 1)), zones)
def test_a_day_taken_for_now_is_today_even_where_it_has_no_midnight(day: date, zone: str) -> None:
    assert moment(day.isoformat(), zone).today == day
