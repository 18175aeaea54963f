"""What came out lately, and what else happened to followed shows since a look at the list."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from premierectl.agenda import Agenda, seen
from premierectl.changes import Change, Refresh
from premierectl.countdown import Countdown, countdown
from premierectl.model import Season, Show
from premierectl.moment import DAYS_APART, Moment, days_from
from premierectl.schedule import releases
from premierectl.upcoming.following import followed_changes
from premierectl.upcoming.outlook import Outlook, Row


class RecentDay(Struct, frozen=True):
    """What came out on one day of the viewer's."""

    day: date
    rows: tuple[Row, ...]


class RecentPage(Struct, frozen=True):
    """What came out lately, the last day first."""

    days: tuple[RecentDay, ...]


class News(Struct, frozen=True):
    """What happened since an instant: what came out, the first first, and what changed, the last first."""

    since: Moment
    out: tuple[Row, ...]
    changes: tuple[Change, ...]


def came_out_since(begin: datetime) -> Agenda:
    """The releases of a season that came out after this instant, with a clock time or by their day.

    A day without a clock time counts once it is over, unless ``begin`` was on it or later.
    """

    def agenda(show: Show, season: Season, moment: Moment) -> Iterable[Countdown]:
        first = begin.astimezone(moment.zone).date()
        known = releases(show, season, days_from(first, -DAYS_APART), today=moment.today)
        found = [countdown(release, moment) for release in known]
        new = [item for item in found if _is_since(item, begin, first)]
        return [seen(item.release, moment) for item in new]

    return agenda


def recent_rows(rows: Iterable[Row]) -> list[Row]:
    """What came out, the last day first; on one day in the order in which it is listed."""
    return sorted(rows, key=lambda row: row.item.days or 0, reverse=True)


def recent_page(rows: Sequence[Row]) -> RecentPage:
    """The rows by their days, in the order in which they are."""
    days: dict[date, list[Row]] = {}
    for row in rows:
        day = row.item.today + timedelta(days=row.item.days or 0)
        days.setdefault(day, []).append(row)
    return RecentPage(tuple(RecentDay(day, tuple(listed)) for day, listed in days.items()))


def news_since(outlook: Outlook, begin: datetime, refreshes: Iterable[Refresh]) -> News:
    """What happened to followed shows since this instant."""
    chosen = outlook.followed_shows().chosen
    out = outlook.rows(chosen, came_out_since(begin))
    known = [
        change
        for refresh in sorted(refreshes, key=lambda each: each.when, reverse=True)
        if begin < refresh.when <= outlook.moment.instant
        for change in refresh.changes
    ]
    since = Moment(begin, outlook.moment.zone, outlook.moment.zone_name)
    return News(since, tuple(out), tuple(followed_changes(outlook, known)))


def _is_since(item: Countdown, begin: datetime, first: date) -> bool:
    if item.state != "out" or item.date is None or not item.date.is_day:
        return False
    if item.local is not None:
        return item.local > begin
    return item.date.earliest > first
