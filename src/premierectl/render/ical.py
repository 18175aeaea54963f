"""Calendars as iCalendar text (RFC 5545, RFC 7986): the same data make the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Calendar, vDuration
from msgspec import Struct

from premierectl import __version__
from premierectl.render.event_text import EventText, Told, content_lines, event_texts
from premierectl.upcoming.outlook import Row
from premierectl.watchlist import Reminder

NAME: Final = "Premieres"


class Published(Struct, frozen=True):
    """A calendar's text, and what it tells of each event, by UID."""

    text: str
    told: Mapping[str, Told]


def published(
    entries: Iterable[Row | Reminder],
    told: Mapping[str, Told],
    now: datetime,
    as_of: date | None = None,
    alarms: Sequence[timedelta] = (),
) -> Published:
    """A calendar with an event for each row or reminder, in their order; its lines end in CRLF.

    As :func:`event_texts` has them, where calendars were ``told`` before.
    """
    calendar = _empty_calendar(f"-//premierectl//premierectl {__version__}//EN")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", vDuration(timedelta(days=1)), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    *head, end = content_lines(calendar)
    events = list(event_texts(entries, (told,), now, as_of, alarms))
    text = "".join((*head, *(each.text for each in events), end))
    return Published(text, {each.uid: each.told for each in events})


def calendars_of_one(events: Iterable[EventText]) -> dict[str, str]:
    """A calendar of each event alone, by UID, as a vdir and a CalDAV server keep them.

    They name no version of the program: an update changes no event.
    """
    *head, end = content_lines(_empty_calendar("-//premierectl//premierectl//EN"))
    return {each.uid: "".join((*head, each.text, end)) for each in events}


def _empty_calendar(product: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", product)
    return calendar
