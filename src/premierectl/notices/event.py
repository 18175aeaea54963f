"""Something that is told once: a day that comes near, or what became of a date."""

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
