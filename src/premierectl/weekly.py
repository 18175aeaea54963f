"""A weekly season: its days, every seventh but for its pauses, and what comes out on them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from premierectl.dates import PartialDate
from premierectl.model import Season, Show
from premierectl.release import Release, ReleaseKind, at_season_time

# A count beyond all seasons is a mistake; counting it out would take forever.
_MOST_WEEKS: Final = 2_000


def weekly(
    show: Show, season: Season, first: PartialDate, since: date | None = None
) -> Iterator[Release]:
    """One batch a week from this premiere on, several episodes on the first day where that is so.

    Most of what comes before ``since`` may be left out.
    """
    several, count = season.first_day or 1, weeks_of(season)
    numbers = (1, min(several, season.episodes or several))
    yield at_season_time(show, season, first, episodes=numbers, completes=count == 1)
    end = _announced_end(season)
    if not count and end:
        yield at_season_time(show, season, end, "finale", completes=True)
    days = days_of_weeks(first.earliest, count, season.skipped_weeks, since)
    later = ((several + index, day) for index, day in days if index)
    yield from _each_week(show, season, later, several + count - 1, "" if first.confirmed else "?")


def weeks_behind(show: Show, season: Season, last: Release) -> Iterator[Release]:
    """The weeks of a weekly season behind the last release that a source lists.

    They are counted, not announced, and so unconfirmed. None where the numbers are not known.
    """
    total, known = season.episodes, last.date
    if last.episodes is None or total is None or known is None or not known.is_day:
        return
    number = last.episodes[1]
    days = days_of_weeks(known.earliest, total - number + 1, season.skipped_weeks)
    behind = ((number + index, day) for index, day in days if index)
    yield from _each_week(show, season, behind, total, "?")


def weeks_of(season: Season) -> int:
    """On how many days a weekly season comes out: 0 where neither its count nor its end is known."""
    if season.episodes:
        return 1 + max(0, season.episodes - (season.first_day or 1))
    if season.premiere and season.finale and season.finale.is_day:
        between = (season.finale.latest - season.premiere.earliest).days // 7
        return 1 + max(0, between - len(season.skipped_weeks))
    return 0


def days_of_weeks(
    first: date, count: int, skipped: Sequence[date], since: date | None = None
) -> Iterator[tuple[int, date]]:
    """The days of a weekly season with their positions, from 0 on, at most 2,000 of them.

    Those before ``since`` may be left out, but for the last of them.
    """
    paused = {day for day in skipped if day > first and (day - first).days % 7 == 0}
    if paused:
        yield from islice(_paused_days(first, count, paused), _MOST_WEEKS)
        return
    gone = 0 if since is None else max(0, (since - first).days // 7 - 1)
    try:
        for index in range(gone, min(count, gone + _MOST_WEEKS)):
            yield index, first + timedelta(weeks=index)
    except OverflowError:  # beyond the last day of the calendar
        return


def _paused_days(first: date, count: int, paused: Collection[date]) -> Iterator[tuple[int, date]]:
    from dateutil.rrule import WEEKLY, rrule, rruleset  # noqa: PLC0415 - seldom, and not cheap

    days = rruleset()
    days.rrule(rrule(WEEKLY, dtstart=datetime.combine(first, time.min)))
    for day in paused:
        days.exdate(datetime.combine(day, time.min))
    for index, at in islice(enumerate(days), count):
        yield index, at.date()


def _each_week(
    show: Show, season: Season, days: Iterator[tuple[int, date]], total: int, doubt: str
) -> Iterator[Release]:
    """An episode a day, up to the announced finale or to the last of the count.

    An announced finale wins, however vague: what would be counted beyond it comes out with it.
    """
    finale = _announced_end(season)
    for number, day in days:
        known = PartialDate(day.isoformat() + doubt)
        early = finale is not None and finale.latest <= day
        last = early or number == total
        if last and finale:
            known = finale
        kind: ReleaseKind = "finale" if last else "episode"
        span = (number, total if last else number)
        yield at_season_time(show, season, known, kind, span, completes=last)
        if last:
            return


def _announced_end(season: Season) -> PartialDate | None:
    """The announced finale, unless it would stand before the premiere."""
    first, finale = season.premiere, season.finale
    return finale if finale and (first is None or first.earliest < finale.latest) else None
