"""Which months, or which week or day, a calendar shows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.errors import UsageError
from premierectl.months import Period, Week, Weekday, months_from, periods_from
from premierectl.wording.moments import nothing_dated_words, period_words, span_words

TODAY = date(2026, 12, 10)


@pytest.mark.parametrize(
    ("words", "count", "months"),
    [
        (None, 1, ["2026-12"]),
        (None, 3, ["2026-12", "2027-01", "2027-02"]),
        ("2026-12", 1, ["2026-12"]),
        ("2019-11", 2, ["2019-11", "2019-12"]),
        ("december", 1, ["2026-12"]),
        ("Dec", 1, ["2026-12"]),
        ("november", 1, ["2027-11"]),
        ("may", 1, ["2027-05"]),
        ("0001-01", 1, ["0001-01"]),
        ("9999-11", 2, ["9999-11", "9999-12"]),
    ],
)
def test_the_months_that_are_meant(words: str | None, count: int, months: list[str]) -> None:
    assert [month.text for month in months_from(words, count, TODAY)] == months


@pytest.mark.parametrize(
    "words", ["", "d", "sept", "dezember", "2026", "2026-12-01", "2026-12?", "2026-13", "0000-12"]
)
def test_other_words_are_refused_with_the_accepted_forms(words: str) -> None:
    with pytest.raises(UsageError) as caught:
        months_from(words, 1, TODAY)
    assert caught.value.message == (
        f"{words!r} is not a month or week; write 2026-12, december, 2026-W50, week or today"
    )


@pytest.mark.parametrize(
    ("words", "count", "today"),
    [("9999-12", 2, TODAY), ("jan", 1, date(9999, 12, 10)), (None, 2, date(9999, 12, 10))],
)
def test_the_calendar_ends(words: str | None, count: int, today: date) -> None:
    with pytest.raises(UsageError, match="no calendar has months after December 9999"):
        months_from(words, count, today)


def test_the_months_in_words() -> None:
    assert span_words(months_from("dec", 1, TODAY)) == "in December 2026"
    assert span_words(months_from("dec", 3, TODAY)) == "from December 2026 to February 2027"


def one(words: str | None, first: str = "monday", today: date = TODAY) -> Period:
    """The only period that the words mean."""
    (found,) = periods_from(words, 1, today, Weekday(first))
    return found


@pytest.mark.parametrize(
    ("words", "first", "days"),
    [
        ("week", "monday", ("2026-12-07", "2026-12-13")),
        ("Week", "sunday", ("2026-12-06", "2026-12-12")),
        ("week", "thursday", ("2026-12-10", "2026-12-16")),
        ("week", "friday", ("2026-12-04", "2026-12-10")),
        ("2027-W03", "monday", ("2027-01-18", "2027-01-24")),
        ("2027-w3", "monday", ("2027-01-18", "2027-01-24")),
        ("2027-W03", "sunday", ("2027-01-17", "2027-01-23")),
        ("2027-W03", "friday", ("2027-01-15", "2027-01-21")),
        ("2026-W53", "monday", ("2026-12-28", "2027-01-03")),
        ("2025-W01", "monday", ("2024-12-30", "2025-01-05")),
        ("0001-W01", "monday", ("0001-01-01", "0001-01-07")),
        ("0001-W01", "sunday", ("0001-01-01", "0001-01-06")),
        ("9999-W52", "monday", ("9999-12-27", "9999-12-31")),
        ("today", "monday", ("2026-12-10", "2026-12-10")),
    ],
)
def test_the_week_or_the_day_that_is_meant(words: str, first: str, days: tuple[str, str]) -> None:
    found = one(words, first)
    assert (found.earliest.isoformat(), found.latest.isoformat()) == days


@given(st.dates(), st.sampled_from(sorted(Weekday)))
def test_this_week_holds_today_and_begins_on_its_day_unless_the_calendar_does(
    today: date, first: Weekday
) -> None:
    found = one("week", first, today)
    assert found.earliest <= today <= found.latest
    assert (found.latest - found.earliest).days <= 6
    begins = list(Weekday)[found.earliest.weekday()]
    assert begins == first or found.earliest == date.min
    assert (found.latest - found.earliest).days == 6 or {date.min, date.max} & {
        found.earliest,
        found.latest,
    }


def test_without_such_words_they_are_months() -> None:
    assert periods_from("dec", 2, TODAY, Weekday.MONDAY) == months_from("dec", 2, TODAY)
    assert periods_from(None, 1, TODAY, Weekday.MONDAY) == months_from(None, 1, TODAY)


@pytest.mark.parametrize("words", ["2027-W54", "2026-W00", "2025-W53", "0000-W01", "9999-W53"])
def test_a_week_that_no_calendar_has_is_refused(words: str) -> None:
    year, week = words.split("-W")
    with pytest.raises(UsageError, match=f"no calendar has a week {int(week)} of {int(year)}"):
        one(words)


@pytest.mark.parametrize("words", ["week", "today", "2027-W03"])
def test_a_week_or_a_day_is_one(words: str) -> None:
    with pytest.raises(UsageError) as caught:
        periods_from(words, 2, TODAY, Weekday.MONDAY)
    assert caught.value.message == (
        "--months only goes with a month; leave it out for a week or today"
    )


@pytest.mark.parametrize(
    ("period", "heading", "time"),
    [
        (one("dec"), "December 2026", "in December 2026"),
        (one("today"), "Thursday, 10 December 2026", "on 10 December 2026"),
        (one("week"), "7–13 December 2026", "from 7 to 13 December 2026"),
        (one("2026-W49"), "30 November – 6 December 2026", "from 30 November to 6 December 2026"),
        (
            one("2026-W53"),
            "28 December 2026 – 3 January 2027",
            "from 28 December 2026 to 3 January 2027",
        ),
        (one("week", "friday", date.max), "Friday, 31 December 9999", "on 31 December 9999"),
    ],
)
def test_a_period_in_words(period: Period, heading: str, time: str) -> None:
    assert (period_words(period), span_words((period,))) == (heading, time)
    assert nothing_dated_words(period, vague=False) == f"Nothing {time}"
    assert nothing_dated_words(period, vague=True) == f"Nothing has an exact day {time}"


def test_the_last_week_may_be_one_day() -> None:
    assert isinstance(one("week", "thursday", date.max), Week)
    assert one("week", "friday", date.max).earliest == date.max
