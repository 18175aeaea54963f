"""Countdowns to iCalendar text (RFC 5545, RFC 7986): the same data make the same bytes."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Final

import msgspec
from icalendar import (
    Alarm,
    Calendar,
    Event,
    vCategory,
    vDDDTypes,
    vDuration,
    vInt,
    vText,
    vUri,
)
from msgspec import Struct

from premierectl import __version__
from premierectl.dates import PartialDate, day_words
from premierectl.model import Source
from premierectl.release import Release
from premierectl.render.facts import release_words
from premierectl.render.safe_text import without_unseen
from premierectl.upcoming.outlook import Row
from premierectl.web_link import is_web_link

NAME: Final = "Premieres"
_A_DAY: Final = timedelta(days=1)
_AN_HOUR: Final = 60  # minutes, where nobody says how long an episode is
_NEVER: Final = date(1970, 1, 1)
_FOLD: Final = 74
_BACKSLASH: Final = ord("\\")


class Told(Struct, frozen=True):
    """What calendars were told of an event: a digest of it, how often it changed, when last (UTC)."""

    digest: str
    sequence: int
    changed: datetime


class Published(Struct, frozen=True):
    """A calendar's text, and what it tells of each event, by UID."""

    text: str
    told: Mapping[str, Told]


def published(
    rows: Iterable[Row],
    told: Mapping[str, Told],
    now: datetime,
    as_of: date | None = None,
    alarms: Sequence[timedelta] = (),
) -> Published:
    """A calendar with an event for each row, in their order; each has a date; its lines end in CRLF.

    An instant is an event in UTC as long as an episode, a day an all-day event, a vaguer date a
    tentative one over its whole span. Whatever a calendar shows of an event: where it differs from
    what calendars were ``told`` before, its sequence rises and it changed ``now`` (UTC; RFC 5545,
    3.8.7.4). ``as_of`` dates the events of which nothing tells when they changed; ``alarms`` are
    how long before each event one is reminded.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//premierectl//premierectl {__version__}//EN")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", vDuration(_A_DAY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    said: dict[str, Told] = {}
    for row in rows:
        uid, shown = _uid(row.release), _shown_of(row)
        said[uid] = _told(row.release, shown, told.get(uid), now, as_of)
        calendar.add_component(_event(shown, uid, said[uid], alarms))
    text = "".join(_folded_line(str(line)) for line in calendar.content_lines() if line)
    return Published(text, said)


class _Shown(Struct, frozen=True):
    """What a calendar shows of a release; an instant is in UTC, the last day is not part of it."""

    start: datetime | date
    end: datetime | date | None
    is_settled: bool
    summary: str
    description: str
    location: str | None
    url: str | None
    categories: tuple[str, ...]


def _shown_of(row: Row) -> _Shown:
    release, show, known = row.release, row.release.show, row.release.date
    assert known is not None, release.address  # noqa: S101 - the caller leaves these out
    links = (url for url in (show.official_site, show.url) if url and url.isprintable())
    return _Shown(
        start=known.earliest if release.instant is None else release.instant,
        end=_end_of(release, known),
        is_settled=known.is_day and known.confirmed,
        summary=_summary(row, known),
        description="\n".join(filter(None, map(_clean, _description(row, known)))),
        location=_clean(release.network) if release.network else None,
        url=next(filter(is_web_link, links), None),
        categories=tuple(map(_clean, show.genres)),
    )


def _end_of(release: Release, known: PartialDate) -> datetime | date | None:
    """When it is over, by the length of an episode or by days; null where the calendar ends before."""
    if release.instant is None:
        return known.latest + _A_DAY if known.latest < date.max else None
    runtime = release.show.runtime_of(release.season) or _AN_HOUR
    with contextlib.suppress(OverflowError):  # the last hours of the last year
        return release.instant + timedelta(minutes=runtime)
    return None


def _told(
    release: Release, shown: _Shown, before: Told | None, now: datetime, as_of: date | None
) -> Told:
    digest = sha256(msgspec.json.encode(shown)).hexdigest()[:16]
    moves = len(release.season.history)
    if before is None:
        return Told(digest, moves, datetime.combine(_changed(release, as_of), time.min, UTC))
    if before.digest == digest:
        return before
    return Told(digest, max(moves, before.sequence + 1), now.replace(microsecond=0))


def _event(shown: _Shown, uid: str, told: Told, alarms: Sequence[timedelta]) -> Event:
    """The event, of values as the library keeps them: to let it find out their kinds takes as long again."""
    stamp = vDDDTypes(told.changed)
    stated = {
        "STATUS": vText("CONFIRMED" if shown.is_settled else "TENTATIVE"),
        "SUMMARY": vText(shown.summary),
        "DTSTART": vDDDTypes(shown.start),
        "DTEND": vDDDTypes(shown.end) if shown.end else None,
        "TRANSP": None if isinstance(shown.start, datetime) else vText("TRANSPARENT"),
        "DESCRIPTION": vText(shown.description) if shown.description else None,
        "LOCATION": vText(shown.location) if shown.location else None,
        "URL": vUri(shown.url) if shown.url else None,
        "CATEGORIES": vCategory(list(shown.categories)) if shown.categories else None,
        "UID": vText(uid),
        "DTSTAMP": stamp,
        "LAST-MODIFIED": stamp,
        "SEQUENCE": vInt(told.sequence),
    }
    event = Event({name: value for name, value in stated.items() if value is not None})
    for before in alarms:
        event.add_component(_alarm(before, shown.summary))
    return event


def _uid(release: Release) -> str:
    """What stays the same whatever becomes of the date."""
    return f"{release.address.replace(':', '-')}@premierectl"


def _changed(release: Release, as_of: date | None) -> date:
    """The day of the last change that was seen, else of the last look at the facts."""
    season = release.season
    moves = [change.when for change in season.history]
    looks = [each.checked for each in (*season.sources, *release.show.sources) if each.checked]
    return max(moves or looks or [as_of or _NEVER])


def _summary(row: Row, known: PartialDate) -> str:
    """The release, and behind it what its label does not tell: episodes, a vague date, a doubt."""
    release = row.release
    told = release.numbers and release.label.endswith(release.numbers)
    remarks = (
        "" if told else release.numbers,
        "" if known.is_day else f"{known.words}, day unknown",
        "" if known.confirmed else "unconfirmed",
    )
    behind = ", ".join(filter(None, remarks))
    return _clean(row.name) + (f" ({behind})" if behind else "")


def _description(row: Row, known: PartialDate) -> Iterator[str]:
    release, network = row.release, row.network
    season, show = release.season, release.show
    yield season.name or "" if season.number is not None else ""
    yield release.episode_title or ""
    yield release.network or ""
    if release.instant is not None:
        yield f"{day_words(known.earliest)}, {release.time} in {season.timezone}"
    elif known.is_day and network and network.usual_time and network.timezone:
        yield f"usually {network.usual_time} in {network.timezone}"
    yield release_words(season)
    yield from (season.synopsis or show.synopsis or "").splitlines()
    yield from dict.fromkeys(map(_source_line, (*season.sources, *show.sources)))


def _source_line(source: Source) -> str:
    """Who knows it and where; empty where nothing but the day of the look is known."""
    words = ", ".join(filter(None, (source.title, source.url)))
    return source.credit or (words and f"source: {words}")


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


def _clean(text: str) -> str:
    """Outside text on one line, without what a calendar's reader could not see."""
    return text if text.isprintable() else without_unseen(text)
