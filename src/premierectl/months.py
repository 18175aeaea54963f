"""Which months a calendar shows, and on which day its weeks begin."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from premierectl.dates import MONTHS, PartialDate
from premierectl.errors import BadDateError, UsageError
from premierectl.typed_dates import typed_date


class Weekday(StrEnum):
    """A day of the week, from Monday on as :meth:`datetime.date.weekday` counts."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def short(self) -> str:
        """Its first three letters, ``Mon``."""
        return self[:3].capitalize()


WEEK: Final = tuple(Weekday)


def months_from(words: str | None, count: int, today: date) -> tuple[PartialDate, ...]:
    """So many months from the one that these words mean; without words, from today's.

    A name is that month in this year or, once that is over, in the next. Raise
    :class:`UsageError` for other words, and for months that no calendar has.
    """
    try:
        year, month = _first_month(words, today)
        return tuple(_counted(year, month, count))
    except BadDateError:
        raise UsageError(f"{words!r} is not a month; write 2026-12, december or dec") from None


def _first_month(words: str | None, today: date) -> tuple[int, int]:
    if words is None:
        return today.year, today.month
    for number, name in enumerate(map(str.lower, MONTHS), 1):
        if words.lower() in (name, name[:3]):
            return today.year + (number < today.month), number
    written = typed_date(words, lambda: today)
    if written.precision != "month" or not written.confirmed:
        raise BadDateError(words, "it is more or less than a month")
    return written.earliest.year, written.earliest.month


def _counted(year: int, month: int, count: int) -> Iterator[PartialDate]:
    for ordinal in range(year * 12 + month - 1, year * 12 + month - 1 + count):
        if ordinal // 12 > date.max.year:
            raise UsageError(f"no calendar has months after {MONTHS[-1]} {date.max.year}")
        yield PartialDate(f"{ordinal // 12:04}-{ordinal % 12 + 1:02}")
