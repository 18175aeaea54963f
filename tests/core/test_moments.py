"""When a release comes, written out."""

from datetime import UTC, datetime

import pytest

from premierectl.wording.moments import moment_lines
from tests.make import counted


def test_without_a_date_there_is_nothing_to_say() -> None:
    assert moment_lines(counted(None), None) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (12, "usually 21:00 your time"),
        (13, "usually 21:00 the day after, your time"),
        (11, "usually 21:00 the day before, your time"),
    ],
)
def test_the_usual_time_is_told_with_the_day_where_that_is_another(day: int, words: str) -> None:
    usual = datetime(2026, 12, day, 21, tzinfo=UTC)
    assert moment_lines(counted("2026-12-12"), usual) == ["Saturday, 12 December 2026", words]
