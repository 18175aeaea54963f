"""Reminders, as scripts get them."""

import datetime
from typing import Literal

from msgspec import Struct

from premierectl.reminders import Reminded, ReminderNow
from premierectl.wording.reminders import reminder_phrase


class ReminderItem(Struct, frozen=True, kw_only=True):
    """A day of the user's own; ``days`` is null unless the very day is known."""

    text: str
    date: str
    earliest: datetime.date
    latest: datetime.date
    days: int | None
    state: Literal["upcoming", "today", "over"]
    phrase: str
    added: datetime.datetime | None


class RemindersSaid(Struct, frozen=True):
    """The reminders that stand beside what a command found."""

    reminders: tuple[ReminderItem, ...]


def reminders_said(reminded: Reminded) -> RemindersSaid:
    """Reminders as scripts get them."""
    return RemindersSaid(tuple(map(_reminder_item, reminded.reminders)))


def _reminder_item(now: ReminderNow) -> ReminderItem:
    return ReminderItem(
        text=now.text,
        date=now.date.text,
        earliest=now.date.earliest,
        latest=now.date.latest,
        days=now.days,
        state=now.state,
        phrase=reminder_phrase(now),
        added=now.reminder.added,
    )
