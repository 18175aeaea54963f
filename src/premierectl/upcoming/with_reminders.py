"""What is to come: releases, and among them the days of the user's own."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.countdown import countdown_order
from premierectl.dates import date_order
from premierectl.moment import Moment
from premierectl.reminders import ReminderNow, reminders_at
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Outlook, Row

_DATE_AND_DOUBT: Final = 2


class Upcoming(Struct, frozen=True):
    """Releases, and one's own reminders, the nearest first."""

    rows: Sequence[Row]
    reminders: Sequence[ReminderNow]

    @property
    def listed(self) -> list[Row | ReminderNow]:
        """Both in one order; on one day, releases come first."""
        return sorted([*self.rows, *self.reminders], key=_dates_first)

    def at(self, moment: Moment) -> "Upcoming":
        """The same, seen from another moment."""
        rows = [row.at(moment) for row in self.rows]
        return Upcoming(rows, [each.at(moment) for each in self.reminders])


def reminders_to_come(
    outlook: Outlook,
    filters: Filters,
    shown: Sequence[Row] = (),
    limit: int | None = None,
    *,
    past: bool = False,
) -> list[ReminderNow]:
    """The reminders that are not over, or ``past`` ones, too, as far as filters can be of them.

    Where no more than ``limit`` rows are ``shown``, none that comes after the last of them.
    """
    if replace(filters, within=None) != EVERYTHING:
        return []
    ahead = (
        each for each in reminders_at(outlook.watchlist, outlook.moment) if past or not each.is_over
    )
    within = [
        each for each in ahead if filters.within is None or each.days_earliest <= filters.within
    ]
    if limit is None or len(shown) < limit:
        return within
    return [each for each in within if _dates_first(each) <= _dates_first(shown[-1])]


def _dates_first(each: Row | ReminderNow) -> tuple[object, ...]:
    if isinstance(each, ReminderNow):
        return date_order(each.date), False
    return countdown_order(each.item)[:_DATE_AND_DOUBT]
