"""Events as iCalendar text (RFC 5545): the same data make the same bytes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any, Final

import msgspec
from icalendar import Alarm, Component, Event, vCategory, vDDDTypes, vInt, vText, vUri
from msgspec import Struct

from premierectl.release import Release
from premierectl.render.calendar_event import CalendarEvent, calendar_event, reminder_event
from premierectl.upcoming.outlook import Row
from premierectl.watchlist import Reminder

_NEVER: Final = date(1970, 1, 1)
_FOLD: Final = 74
_BACKSLASH: Final = ord("\\")


class Told(Struct, frozen=True):
    """What calendars were told of an event: a digest of it, how often it changed, when last (UTC)."""

    digest: str
    sequence: int
    changed: datetime


class EventText(Struct, frozen=True):
    """The text of an event, and what it tells of it."""

    uid: str
    text: str
    told: Told


def event_texts(
    entries: Iterable[Row | Reminder],
    told: Sequence[Mapping[str, Told]],
    now: datetime,
    as_of: date | None = None,
    alarms: Sequence[timedelta] = (),
) -> Iterator[EventText]:
    """The event of each row or reminder, in their order. Each row has a date.

    An instant is an event in UTC as long as an episode, a day an all-day event, a vaguer date a
    tentative one over its whole span. Whatever a calendar shows of an event: where it differs from
    all that was ``told`` of it before, by UID, its sequence rises and it changed ``now`` (UTC;
    RFC 5545, 3.8.7.4); else it is told as by the first that tells the same. ``as_of`` dates the
    events of which nothing tells when they changed; ``alarms`` are how long before each event one is
    reminded.
    """
    lines = _Lines()
    for each in entries:
        if isinstance(each, Row):
            uid, shown, first = (
                _uid(each.release),
                calendar_event(each),
                _first_told(each.release, as_of),
            )
        else:
            uid, shown, first = _reminder_uid(each), reminder_event(each), (0, _set(each, as_of))
        known = _told(shown, [there[uid] for there in told if uid in there], now, first)
        yield EventText(uid, "".join(_event(shown, uid, known, alarms, lines)), known)


def content_lines(component: Component) -> Iterator[str]:
    """The lines of a component as the library writes them."""
    return (_folded_line(str(line)) for line in component.content_lines() if line)


def _told(
    shown: CalendarEvent, before: Sequence[Told], now: datetime, first: tuple[int, datetime]
) -> Told:
    """What calendars are told of an event; ``first`` are sequence and time where they know nothing."""
    digest = sha256(msgspec.json.encode(shown)).hexdigest()[:16]
    moves, changed = first
    if not before:
        return Told(digest, moves, changed)
    if same := next((each for each in before if each.digest == digest), None):
        return same
    sequence = 1 + max(each.sequence for each in before)
    return Told(digest, max(moves, sequence), now.replace(microsecond=0))


def _first_told(release: Release, as_of: date | None) -> tuple[int, datetime]:
    """How often a release moved, and when it last changed, by what is known of it."""
    changed = datetime.combine(_changed(release, as_of), time.min, UTC)
    return len(release.season.history), changed


def _reminder_uid(reminder: Reminder) -> str:
    """What stays the same when a reminder moves."""
    return f"reminder-{sha256(reminder.text.encode()).hexdigest()[:16]}@premierectl"


def _set(reminder: Reminder, as_of: date | None) -> datetime:
    """When a reminder was set."""
    return reminder.added or datetime.combine(as_of or _NEVER, time.min, UTC)


class _Lines(dict[tuple[str, object], str]):
    """The lines of events as the library writes them, by property and value.

    Each is written once: most of what one event states is stated by others, too, and the library
    takes its time.
    """

    def __missing__(self, stated: tuple[str, object]) -> str:
        name, value = stated
        line = Event().content_line(name, _VALUES.get(name, vText)(value))
        return self.setdefault(stated, _folded_line(str(line)))


_VALUES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "DTSTART": vDDDTypes,
    "DTEND": vDDDTypes,
    "DTSTAMP": vDDDTypes,
    "LAST-MODIFIED": vDDDTypes,
    "SEQUENCE": vInt,
    "CATEGORIES": lambda names: vCategory(list(names)),
    "URL": vUri,
}


def _event(
    shown: CalendarEvent, uid: str, told: Told, alarms: Sequence[timedelta], lines: _Lines
) -> Iterator[str]:
    """The lines of an event, in the order in which the library puts its properties."""
    stated = (
        ("SUMMARY", shown.summary),
        ("DTSTART", shown.start),
        ("DTEND", shown.end),
        ("DTSTAMP", told.changed),
        ("UID", uid),
        ("SEQUENCE", told.sequence),
        ("CATEGORIES", shown.categories),
        ("DESCRIPTION", shown.description),
        ("LAST-MODIFIED", told.changed),
        ("LOCATION", shown.location),
        ("STATUS", "CONFIRMED" if shown.is_settled else "TENTATIVE"),
        ("TRANSP", None if isinstance(shown.start, datetime) else "TRANSPARENT"),
        ("URL", shown.url),
    )
    yield "BEGIN:VEVENT\r\n"
    yield from (lines[each] for each in stated if each[1] not in (None, "", ()))
    for before in alarms:
        yield from content_lines(_alarm(before, shown.summary))
    yield "END:VEVENT\r\n"


def _uid(release: Release) -> str:
    """What stays the same whatever becomes of the date."""
    return f"{release.address.replace(':', '-')}@premierectl"


def _changed(release: Release, as_of: date | None) -> date:
    """The day of the last change that was seen, else of the last look at the facts."""
    season = release.season
    moves = [change.when for change in season.history]
    looks = [each.checked for each in (*season.sources, *release.show.sources) if each.checked]
    return max(moves or looks or [as_of or _NEVER])


def _alarm(before: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", words)
    return alarm


def _folded_line(line: str) -> str:
    """A line in pieces of at most 75 octets; letters stay whole (RFC 5545, 3.1).

    The library's own folding, letter by letter, takes longer than all the rest of an export.
    """
    if len(line) < _FOLD and line.isascii():
        return f"{line}\r\n"
    rest, pieces = line.encode(), []
    while len(rest) > _FOLD:
        cut = _FOLD
        while rest[cut] & 0xC0 == 0x80:  # noqa: PLR2004 - the further bytes of a letter in UTF-8
            cut -= 1
        cut -= rest[cut - 1] == _BACKSLASH
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return b"\r\n ".join((*pieces, rest)).decode() + "\r\n"
