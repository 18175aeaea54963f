"""Which months, or which week or day, a calendar shows; and on which day its weeks begin."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

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


class Week(Struct, frozen=True):
    """Seven days in a row; fewer where the calendar itself begins or ends."""

    earliest: date
    latest: date


Period = PartialDate | Week


def is_month(period: Period) -> bool:
    """Whether it is a month, not a week or a day."""
    return isinstance(period, PartialDate) and period.precision == "month"


def periods_from(
    words: str | None, count: int, today: date, week_start: Weekday
) -> tuple[Period, ...]:
    """The months, the week or the day that these words mean; without words, today's month.

    A numbered week is the one with the Thursday of that number (ISO 8601), whatever day it begins
    on. Raise :class:`UsageError` for other words, and for what no calendar has.
    """
    wanted = (words or "").lower()
    numbered = re.fullmatch(_NUMBERED_WEEK, wanted)
    if wanted not in ("today", "week") and not numbered:
        return months_from(words, count, today)
    if count > 1:
        raise UsageError("--months only goes with a month; leave it out for a week or today")
    if wanted == "today":
        return (PartialDate(today.isoformat()),)
    return (_week_of(_thursday(*map(int, numbered.groups())) if numbered else today, week_start),)


def months_from(words: str | None, count: int, today: date) -> tuple[PartialDate, ...]:
    """So many months from the one that these words mean; without words, from today's.

    A name is that month in this year or, once that is over, in the next. Raise
    :class:`UsageError` for other words, and for months that no calendar has.
    """
    try:
        year, month = _first_month(words, today)
        return tuple(_counted(year, month, count))
    except BadDateError:
        raise UsageError(
            f"{words!r} is not a month or week; write 2026-12, december, 2026-W50, week or today"
        ) from None


_NUMBERED_WEEK: Final = "([0-9]{4})-w([0-9]{1,2})"
_THURSDAY: Final = 4


def _thursday(year: int, week: int) -> date:
    try:
        return date.fromisocalendar(year, week, _THURSDAY)
    except ValueError:
        raise UsageError(f"no calendar has a week {week} of {year}") from None


def _week_of(day: date, week_start: Weekday) -> Period:
    """The week of a day, as far as there are dates for it; that may be one day."""
    before = (day.weekday() - WEEK.index(week_start)) % len(WEEK)
    after = len(WEEK) - 1 - before
    first = day - timedelta(days=min(before, (day - date.min).days))
    last = day + timedelta(days=min(after, (date.max - day).days))
    return PartialDate(day.isoformat()) if first == last else Week(first, last)


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
