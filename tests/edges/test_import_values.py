"""Numbers, titles and dates as other trackers write them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from premierectl.importers import values


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (305288, 305288), ("305288", 305288), (" 7 ", 7), (7.0, 7), ("7.0", 7),
        ("9.061384e+06", 9061384), (99_999_999, 99_999_999),
        (0, None), ("0", None), (-1, None), ("-1", None), ("", None), (None, None), (True, None),
        ([], None), ("7.5", None), (100_000_000, None), ("1e999", None), pytest.param(10**5000, None, id="huge"),
        ("٣", None),
    ],
)  # fmt: skip
def test_a_number_is_one_that_a_service_may_have(said: Any, number: int | None) -> None:
    assert values.show_number(said) == number


@pytest.mark.parametrize(
    ("said", "imdb"),
    [
        ("tt0000001", "tt0000001"), (" TT123456789 ", "tt123456789"), ("tt12", None),
        ("tt1234567890", None), ("1234567", None), (1234567, None), (None, None), ("-1", None),
    ],
)  # fmt: skip
def test_an_imdb_number_has_seven_to_nine_digits(said: Any, imdb: str | None) -> None:
    assert values.imdb(said) == imdb


@pytest.mark.parametrize(
    ("said", "year"),
    [(2022, 2022), ("1999", 1999), ("2022.0", 2022), (1066, None), ("20221", None), (None, None)],
)
def test_a_year_has_four_digits(said: Any, year: int | None) -> None:
    assert values.year(said) == year


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Songbirds &amp; Snow", "Songbirds & Snow"), ("&amp;amp;", "&amp;"), (" Cafe\u0301 ", "Café"),
        ("  ", None), (None, None), (1923, None),
    ],
)  # fmt: skip
def test_entities_of_a_title_are_decoded_once(said: Any, title: str | None) -> None:
    assert values.title(said) == title


DAY = datetime(2023, 4, 24, tzinfo=UTC)
MOMENT = datetime(2023, 4, 24, 18, 30, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "instant"),
    [
        ("2023-04-24", DAY),
        ("2023-04-24 18:30:01", MOMENT),
        ("2023-04-24T18:30:01Z", MOMENT),
        ("2023-04-24T18:30:01.999Z", MOMENT),
        ("2023-04-24T20:30:01+02:00", MOMENT),
        (1682361001, MOMENT),
        ("1682361001000", MOMENT),
        ("1682361001000000", MOMENT),
        ("1.682361001e+15", MOMENT),
        ("2023-13-45", None),
        ("2023-02-30 00:00:00", None),
        ("10-09-20", None),
        ("18-12-2023 21:50:41", None),
        ("Sat Apr 23 08:36:35 2011", None),
        ("0001-01-01 00:00:00", None),
        ("1900-01-01T00:00:00.000Z", None),
        ("0000-00-00", None),
        (1e30, None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_taken_only_where_it_cannot_be_read_in_two_ways(
    said: Any, instant: datetime | None
) -> None:
    assert values.instant(said) == instant
