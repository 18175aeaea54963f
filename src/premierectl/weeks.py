"""The days of a weekly season: every seventh from its first on, but for its pauses."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from premierectl.catalogue.model import Season

# A count beyond all seasons is a mistake; counting it out would take forever.
_MOST_WEEKS: Final = 2_000


def weeks_of(season: Season) -> int:
    """On how many days a weekly season comes out: 0 where neither its count nor its end is known."""
    if season.episodes:
        return min(_MOST_WEEKS, 1 + max(0, season.episodes - (season.first_day or 1)))
    if season.premiere and season.finale and season.finale.is_day:
        between = (season.finale.latest - season.premiere.earliest).days // 7
        return 1 + max(0, between - len(season.skipped_weeks))
    return 0


def days_of_weeks(
    first: date, count: int, skipped: Sequence[date], since: date | None
) -> Iterator[tuple[int, date]]:
    """The days of a weekly season with their positions; those before ``since`` may be left out."""
    start = since if since and since > first else first
    if start == first:
        yield 0, first
    gone = -((first - start).days // 7)
    paused = {day for day in skipped if day > first and (day - first).days % 7 == 0}
    over = sum(day < start for day in paused)
    index = max(1, gone - over)
    if index >= count:
        return
    try:
        second = first + timedelta(weeks=index + over)
        if len(paused) > over:
            yield from _paused_days(second, index, count, paused)
            return
        for later in range(index, count):
            yield later, first + timedelta(weeks=later + over)
    except OverflowError:  # beyond the last day of the calendar
        return


def _paused_days(
    first: date, index: int, count: int, paused: Collection[date]
) -> Iterator[tuple[int, date]]:
    """The days of a weekly season that still pauses, from this day on, which has this position."""
    from dateutil.rrule import WEEKLY, rrule, rruleset  # noqa: PLC0415 - seldom, and not cheap

    days = rruleset()
    start = datetime.combine(first, time.min)
    days.rrule(rrule(WEEKLY, dtstart=start, count=count - index + len(paused)))
    for day in paused:
        days.exdate(datetime.combine(day, time.min))
    for later, at in islice(enumerate(days, index), count - index):
        yield later, at.date()
