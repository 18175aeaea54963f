"""What is to be reminded of: releases with an exact day, and days of the user's own."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from msgspec.structs import replace

from premierectl.agenda import Agenda
from premierectl.countdown import AHEAD, Countdown, countdown
from premierectl.followed_line import FollowedLine
from premierectl.model import Season, Show
from premierectl.moment import DAYS_APART, Moment, days_from
from premierectl.notices.event import Event
from premierectl.notices.marks import mark_due, mark_key
from premierectl.notices.told import KEPT, ToldByWay
from premierectl.reminders import ReminderNow, reminders_at
from premierectl.schedule import releases
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Outlook, followable
from premierectl.upcoming.with_reminders import RowOrReminder, by_date
from premierectl.wording.notices import own_reminder_said, release_said

_TOLD_OF: Final = AHEAD - {"tba", "overdue"} | {"out"}


def reminders_due(
    outlook: Outlook, marks: tuple[int, ...], told: ToldByWay, filters: Filters = EVERYTHING
) -> Iterator[Event]:
    """What to remind of now, the nearest first: of a day, once at each mark, in days before it.

    What came out since the day ``through`` which all was told is told as that; a way of telling
    that was never used begins with today. Days of the user's own are of no network, genre or tag.
    """
    moment = outlook.moment
    begin = max(told.through or moment.today, moment.today - KEPT)
    rows = outlook.rows(
        outlook.followed_shows().chosen, _releases_from(begin, max(marks, default=0))
    )
    wanted = [row for row in rows if row.item.state in _TOLD_OF and row.passes(filters)]
    own = reminders_at(outlook.watchlist, moment) if _are_of_any_show(filters) else ()
    for each in by_date(wanted, own):
        known, days = _day_of(each)
        if known is None or days is None or known < begin:
            continue
        place = f"{_name_of(each)} {_stated_day(each, known).isoformat()}"
        mark = mark_due(place, days, marks, told)
        if mark is not None and (days >= 0 or _was_wanted(outlook, each, known)):
            yield _reminder_event(each, mark_key(place, mark), moment)


def _are_of_any_show(filters: Filters) -> bool:
    return replace(filters, premieres=False) == EVERYTHING


def _releases_from(begin: date, days: int) -> Agenda:
    """The releases of a season from a day on, up to so many days ahead."""
    since = days_from(begin, -DAYS_APART)

    def agenda(show: Show, season: Season, moment: Moment) -> Iterable[Countdown]:
        for release in releases(show, season, since, today=moment.today):
            item = countdown(release, moment)
            if item.days is not None and item.days > days + DAYS_APART:
                return
            yield item

    return agenda


def _day_of(each: RowOrReminder) -> tuple[date | None, int | None]:
    """Its very day, and how many days ahead that is; null where it is not known."""
    known = each.date if isinstance(each, ReminderNow) else each.item.date
    if known is None or not known.is_day:
        return None, None
    return known.earliest, each.days if isinstance(each, ReminderNow) else each.item.days


def _stated_day(each: RowOrReminder, known: date) -> date:
    """The day by which it is told from one that was moved: the same wherever the viewer is."""
    stated = None if isinstance(each, ReminderNow) else each.release.date
    return stated.latest if stated and stated.is_day else known


def _name_of(each: RowOrReminder) -> str:
    return f"reminder {each.text}" if isinstance(each, ReminderNow) else each.release.address


def _was_wanted(outlook: Outlook, each: RowOrReminder, day: date) -> bool:
    """Whether what is out already was followed by then, or the reminder set."""
    if isinstance(each, ReminderNow):
        added = [each.reminder.added]
    else:
        covering: Iterable[FollowedLine] = outlook.followed.covering(
            each.release.show.id, followable(each.release)
        )
        added = [line.added for line in covering]
    return any(_is_by(when, day, outlook.moment) for when in added)


def _is_by(when: datetime | None, day: date, moment: Moment) -> bool:
    return when is None or when.astimezone(moment.zone).date() <= day


def _reminder_event(each: RowOrReminder, key: str, moment: Moment) -> Event:
    if isinstance(each, ReminderNow):
        said = own_reminder_said(each)
        title = f"Reminder: {each.text}"
        return Event(
            kind="reminder", keys=(key,), about=each, address="", show=None,
            date=each.date, days=each.days, title=title, said=said, line=f"{title}, {said}",
        )  # fmt: skip
    release, title = each.release, f"{each.title} {each.release.noun}"
    said = release_said(each.item)
    return Event(
        kind="reminder", keys=(key,), about=each.at(moment), address=release.address,
        show=release.show, date=each.item.date, days=each.item.days,
        title=title, said=said, line=f"{title} {said}",
    )  # fmt: skip
