"""In which order a list is wanted: by date, by title, by network, or the last followed first."""

from collections.abc import Callable, Iterable
from typing import Final

from premierectl.folding import title_order
from premierectl.reminders import ReminderNow
from premierectl.upcoming.outlook import Outlook
from premierectl.upcoming.with_reminders import EitherKind, RowOrder, RowOrReminder


def in_order(listed: Iterable[EitherKind], order: RowOrder, outlook: Outlook) -> list[EitherKind]:
    """What is listed by date, in that order; what is alike in it stays by date."""
    return sorted(listed, key=lambda each: _ROW_KEYS[order](each, outlook))


def _in_order_of_titles(each: RowOrReminder, _: Outlook) -> tuple[object, ...]:
    return title_order(each.text if isinstance(each, ReminderNow) else each.title)


def _in_order_of_networks(each: RowOrReminder, _: Outlook) -> tuple[object, ...]:
    network = None if isinstance(each, ReminderNow) else each.release.network
    return network is None, title_order(network or "")


def _last_followed_first(each: RowOrReminder, outlook: Outlook) -> tuple[object, ...]:
    if isinstance(each, ReminderNow):
        days = [each.reminder.added]
    else:
        days = [line.added for line in outlook.followed.of(each.release.show.id)]
    added = max((day.timestamp() for day in days if day), default=None)
    return added is None, -(added or 0)


_ROW_KEYS: Final[dict[RowOrder, Callable[[RowOrReminder, Outlook], tuple[object, ...]]]] = {
    "date": lambda *_: (),
    "title": _in_order_of_titles,
    "network": _in_order_of_networks,
    "added": _last_followed_first,
}
