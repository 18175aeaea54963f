"""Which months a calendar shows."""

from datetime import date

import pytest

from premierectl.errors import UsageError
from premierectl.months import months_from
from premierectl.wording.moments import span_words

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
    assert caught.value.message == f"{words!r} is not a month; write 2026-12, december or dec"


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
