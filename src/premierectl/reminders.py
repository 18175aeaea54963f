"""Days of the user's own: set, moved, taken away; and how each stands at a moment."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from premierectl.dates import PartialDate, date_order
from premierectl.folding import title_order
from premierectl.moment import Moment
from premierectl.watchlist import Reminder, Watchlist


class ReminderNow(Struct, frozen=True):
    """A reminder seen from a moment, by the viewer's calendar days."""

    reminder: Reminder
    moment: Moment

    @property
    def text(self) -> str:
        """What it is for."""
        return self.reminder.text

    @property
    def date(self) -> PartialDate:
        """Its date, as far as it is known."""
        return self.reminder.date

    @property
    def state(self) -> Literal["upcoming", "today", "over"]:
        """Whether it is to come."""
        if self.is_over:
            return "over"
        is_today = self.date.is_day and self.moment.today == self.date.latest
        return "today" if is_today else "upcoming"

    @property
    def is_over(self) -> bool:
        """Whether the last day that it can mean is over."""
        return self.moment.today > self.date.latest

    @property
    def days(self) -> int | None:
        """Days until it, negative once it is over; null unless the very day is known."""
        return (self.date.latest - self.moment.today).days if self.date.is_day else None

    @property
    def days_earliest(self) -> int:
        """Days until the first day that it can mean."""
        return (self.date.earliest - self.moment.today).days

    def at(self, moment: Moment) -> "ReminderNow":
        """The same, seen from another moment."""
        return replace(self, moment=moment)


class Reminded(Struct, frozen=True):
    """The reminders that stand beside what a command found."""

    reminders: tuple[ReminderNow, ...] = ()


def reminders_at(watchlist: Watchlist, moment: Moment) -> list[ReminderNow]:
    """How each reminder stands, the nearest first, behind them those that are over."""
    listed = [ReminderNow(each, moment) for each in watchlist.reminders]
    return sorted(listed, key=lambda each: (each.is_over, *_reminder_order(each.reminder)))


def with_reminder(watchlist: Watchlist, reminder: Reminder) -> Watchlist:
    """The watchlist with this reminder; one of the same text moves to its date."""
    found = [each for each in watchlist.reminders if each.text == reminder.text]
    if found and found[0].date == reminder.date:
        return watchlist
    kept = [each for each in watchlist.reminders if each.text != reminder.text]
    return replace(watchlist, reminders=_by_date([*kept, reminder]))


def without_reminder(watchlist: Watchlist, text: str) -> Watchlist:
    """The watchlist without the reminder of this text."""
    kept = [each for each in watchlist.reminders if each.text != text]
    return replace(watchlist, reminders=tuple(kept))


def _by_date(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    return tuple(sorted(reminders, key=_reminder_order))


def _reminder_order(reminder: Reminder) -> tuple[object, ...]:
    return *date_order(reminder.date), *title_order(reminder.text)
