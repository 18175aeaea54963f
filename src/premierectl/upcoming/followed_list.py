"""The list of what is followed and of one's reminders: which of it, and in which order."""

from collections.abc import Callable, Iterable
from typing import Final, Literal

from msgspec import Struct

from premierectl.countdown import countdown_order
from premierectl.dates import date_order
from premierectl.folding import folded, title_order
from premierectl.reminders import ReminderNow
from premierectl.upcoming.following import FollowedRow

ListOrder = Literal["next", "title", "added"]
FollowedOrReminder = FollowedRow | ReminderNow


class ListFilters(Struct, frozen=True, kw_only=True):
    """What of the list is wanted; the default is all of it, and reminders stand in that alone."""

    muted: bool = False
    ended: bool = False
    waiting: bool = False
    tag: str | None = None

    def passes(self, each: FollowedRow) -> bool:
        """Whether this is wanted."""
        return (
            (bool(each.muted) or not self.muted)
            and (each.is_at_rest or not self.ended)
            and (each.show is None or not self.waiting)
            and (self.tag is None or folded(self.tag) in map(folded, each.tags))
        )


WHOLE_LIST: Final = ListFilters()


class FollowedList(Struct, frozen=True):
    """What is followed and what one is reminded of, in one order."""

    listed: tuple[FollowedOrReminder, ...]

    @property
    def followed(self) -> list[FollowedRow]:
        """What is followed."""
        return [each for each in self.listed if isinstance(each, FollowedRow)]

    @property
    def reminders(self) -> list[ReminderNow]:
        """The reminders."""
        return [each for each in self.listed if isinstance(each, ReminderNow)]


def followed_list(
    rows: Iterable[FollowedRow],
    reminders: Iterable[ReminderNow],
    filters: ListFilters = WHOLE_LIST,
    order: ListOrder = "next",
) -> FollowedList:
    """What of these is wanted, in that order: what is nearest, by title, or the newest first.

    By what is nearest, shows at rest stand at the end, and behind them reminders that are over.
    """
    wanted: list[FollowedOrReminder] = [each for each in rows if filters.passes(each)]
    wanted += reminders if filters == WHOLE_LIST else ()
    return FollowedList(tuple(sorted(wanted, key=_ORDERS[order])))


def _by_what_is_next(each: FollowedOrReminder) -> tuple[object, ...]:
    if isinstance(each, ReminderNow):
        return 4 if each.is_over else 0, (date_order(each.date), False, "", _in_title_order(each))
    if each.row is None:
        return 3 if each.is_at_rest else 2, (date_order(None), False, "", _in_title_order(each))
    return 0 if each.is_ahead else 3 if each.is_at_rest else 1, countdown_order(each.row.item)


def _by_title(each: FollowedOrReminder) -> tuple[object, ...]:
    return _in_title_order(each)


def _newest_first(each: FollowedOrReminder) -> tuple[object, ...]:
    added = each.reminder.added if isinstance(each, ReminderNow) else each.line.added
    return (added is None, -added.timestamp() if added else 0, *_in_title_order(each))


def _in_title_order(each: FollowedOrReminder) -> tuple[str, str]:
    return title_order(each.text if isinstance(each, ReminderNow) else each.title)


_ORDERS: Final[dict[ListOrder, Callable[[FollowedOrReminder], tuple[object, ...]]]] = {
    "next": _by_what_is_next,
    "title": _by_title,
    "added": _newest_first,
}
