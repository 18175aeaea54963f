"""What is to come: releases, and among them the days of the user's own."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeVar

from msgspec.structs import replace

from premierectl.countdown import countdown_order
from premierectl.dates import date_order
from premierectl.reminders import ReminderNow, reminders_at
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Outlook, Row

RowOrReminder = Row | ReminderNow
EitherKind = TypeVar("EitherKind", bound=RowOrReminder)
RowOrder = Literal["date", "title", "network", "added"]

_DATE_AND_DOUBT: Final = 2


def by_date(rows: Iterable[Row], reminders: Iterable[ReminderNow]) -> list[RowOrReminder]:
    """Both in one order, the nearest first; on one day, releases come first."""
    return sorted([*rows, *reminders], key=_dates_first)


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


def _dates_first(each: RowOrReminder) -> tuple[object, ...]:
    if isinstance(each, ReminderNow):
        return date_order(each.date), False
    return countdown_order(each.item)[:_DATE_AND_DOUBT]
