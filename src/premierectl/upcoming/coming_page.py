"""What is coming as people read it: by day, by week and by month, apart from what has no date."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from premierectl.dates import PartialDate
from premierectl.moment import Moment
from premierectl.reminders import ReminderNow
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.with_reminders import RowOrReminder
from premierectl.wording.listing import month_heading
from premierectl.wording.waits import FAR

# The months from today's on that have a heading of their own; what comes after them is later.
_MONTHS_BY_NAME: Final = 13
_DAYS_OF_THIS_WEEK: Final = 7
_EARLIER, _TODAY, _TOMORROW, _THIS_WEEK, _ANY_DAY, _A_MONTH, _LATER, _OVERDUE, _UNDATED = range(9)
_HEADINGS: Final = {
    _EARLIER: "Earlier",
    _TODAY: "Today",
    _TOMORROW: "Tomorrow",
    _THIS_WEEK: "This week",
    _ANY_DAY: "Any day",
    _LATER: "Later",
    _OVERDUE: "Overdue",
    _UNDATED: "Without a date",
}


NamedTime = Literal["month", "day"] | None


class ListGroup(Struct, frozen=True):
    """What stands under one heading; an empty heading is none. Some are of one named month or day."""

    heading: str
    listed: tuple[RowOrReminder, ...]
    of_one: NamedTime = None


class ComingPage(Struct, frozen=True, kw_only=True):
    """A list of what is coming, as a person sees it.

    ``groups`` are shown as far as they fit, or with ``full`` all of them; behind them come
    ``left_out``, which nobody asked to see; it ``goes_on`` where nobody has looked how far.
    ``undated`` and ``quiet`` are the titles of shows that
    are only named: those without a date, and those of which nothing is announced. ``since`` stands
    above the list, ``beneath`` below it, line by line.
    """

    groups: tuple[ListGroup, ...]
    left_out: tuple[RowOrReminder, ...] = ()
    undated: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    full: bool = False
    goes_on: bool = False
    since: str | None = None
    beneath: tuple[str, ...] = ()

    @property
    def listed(self) -> list[RowOrReminder]:
        """All that stands under the headings."""
        return [each for group in self.groups for each in group.listed]

    def at(self, moment: Moment) -> "ComingPage":
        """The same, seen from another moment."""
        by_date = all(group.heading for group in self.groups)
        seen = [each.at(moment) for each in self.listed]
        groups = grouped(seen, moment.today) if by_date else (ListGroup("", tuple(seen)),)
        return replace(self, groups=groups)


def grouped(listed: Iterable[RowOrReminder], today: date) -> tuple[ListGroup, ...]:
    """What is listed under headings, each thing under one of them, in the order in which it came.

    Today, tomorrow, the rest of the seven days from today, then the months by name, this one and
    the next twelve. What is known less exactly stands in a month only where it lies in that alone,
    else it may come any day, or later. What was expected and did not come stands behind, what has no date last.
    """
    found: dict[tuple[int, int], list[RowOrReminder]] = {}
    for each in listed:
        found.setdefault(_place_of(each, today), []).append(each)
    return tuple(
        ListGroup(
            _heading_at(place, today),
            tuple(found[place]),
            "month" if place[0] == _A_MONTH else None,
        )
        for place in sorted(found)
    )


def coming_page(
    listed: Sequence[RowOrReminder],
    today: date,
    *,
    left_out: Sequence[Row] = (),
    quiet: Sequence[str] = (),
    by_date: bool = True,
    undated: bool = False,
    full: bool = False,
) -> ComingPage:
    """The page of what is ``listed``, in its order; under headings only where that is by date.

    ``left_out`` is what comes behind it, ``quiet`` are followed shows of which nothing is known to
    come. Those without a date are rows where ``undated`` ones are wanted or there is nothing else.
    """
    dated = [each for each in listed if date_of_listed(each) is not None]
    rows = [each for each in [*listed, *left_out] if isinstance(each, Row)]
    as_rows = undated or not dated
    under = listed if as_rows else dated
    named = () if as_rows else (*_undated_titles(rows), *quiet)
    return ComingPage(
        groups=grouped(under, today) if by_date else (ListGroup("", tuple(under)),),
        left_out=tuple(each for each in left_out if as_rows or each.item.date is not None),
        undated=named,
        quiet=tuple(quiet) if as_rows else (),
        full=full or undated,
    )


def date_of_listed(each: RowOrReminder) -> PartialDate | None:
    """The viewer's date of what is listed; null where none is known."""
    return each.date if isinstance(each, ReminderNow) else each.item.date


def _place_of(each: RowOrReminder, today: date) -> tuple[int, int]:
    """Under which heading it stands, in the order of these; months are counted from today's."""
    known = date_of_listed(each)
    if known is None:
        return _UNDATED, 0
    if isinstance(each, Row) and each.item.state == "overdue":
        return _OVERDUE, 0
    if known.latest < today:
        return _EARLIER, 0
    days = (known.latest - today).days
    if known.is_day and days < _DAYS_OF_THIS_WEEK:
        return {0: _TODAY, 1: _TOMORROW}.get(days, _THIS_WEEK), 0
    first, last = (_months_to(day, today) for day in (max(known.earliest, today), known.latest))
    if first == last < _MONTHS_BY_NAME:
        return _A_MONTH, last
    may_be_today = known.earliest <= today and known.latest - today < FAR
    return (_ANY_DAY if may_be_today else _LATER), 0


def _months_to(day: date, today: date) -> int:
    return (day.year - today.year) * 12 + day.month - today.month


def _heading_at(place: tuple[int, int], today: date) -> str:
    kind, months = place
    if kind != _A_MONTH:
        return _HEADINGS[kind]
    years, month = divmod(today.month - 1 + months, 12)
    return month_heading(today.year + years, month + 1, today)


def _undated_titles(rows: Sequence[Row]) -> tuple[str, ...]:
    """The shows that have no date in any of these rows, once each."""
    dated = {row.release.show.id for row in rows if row.item.date is not None}
    others = {row.release.show.id: row.title for row in rows if row.release.show.id not in dated}
    return tuple(others.values())
