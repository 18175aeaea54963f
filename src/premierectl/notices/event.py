"""Something that is told once: a day that comes near, or what became of a date."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from premierectl.changes import Change
from premierectl.dates import PartialDate
from premierectl.model import Show
from premierectl.reminders import ReminderNow
from premierectl.upcoming.outlook import Row

EventKind = Literal["reminder", "moved", "dated", "undated", "cancelled", "renewed"]


class Event(Struct, frozen=True, kw_only=True):
    """Something to be told once; with it, nothing is due any more that has one of its ``keys``.

    What it is of (``about``) is a release, a reminder of the user's own, or a change. ``address`` is
    the selector of the release or of what changed, empty for a reminder of one's own. ``title``
    names it, ``said`` is what there is to tell, and ``line`` both in one.
    """

    kind: EventKind
    keys: tuple[str, ...]
    about: Row | ReminderNow | Change
    address: str
    show: Show | None
    date: PartialDate | None
    days: int | None
    title: str
    said: str
    line: str


class Due(Struct, frozen=True):
    """What is due, in the order in which it is told, and the keys of what is passed over in ``silence``."""

    events: tuple[Event, ...] = ()
    silence: tuple[str, ...] = ()


class Notice(Struct, frozen=True):
    """What is told at once: one event, or several as a ``digest``."""

    events: tuple[Event, ...]
    digest: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all that it tells."""
        return tuple(key for event in self.events for key in event.keys)


class Message(Struct, frozen=True, kw_only=True):
    """A notice in words, safe to be shown: ``fields`` by their names, and all of it as a JSON ``document``.

    The fields are ``kind``, ``id``, ``title``, ``body``, ``date``, ``days`` and ``url``; what is not
    known is empty.
    """

    title: str
    body: str
    fields: dict[str, str]
    document: bytes


Fate = Literal["told", "failed", "due"]


class Telling(Struct, frozen=True):
    """What became of an event by one way of telling; ``reason`` says why it failed."""

    event: Event
    way: str
    fate: Fate
    reason: str | None = None


def told_lines(listed: Iterable[Telling]) -> list[str]:
    """What was told, or would be, a line an event, by however many ways; not what nobody was told."""
    return list(dict.fromkeys(each.event.line for each in listed if each.fate != "failed"))
