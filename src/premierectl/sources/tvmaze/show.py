"""A show of TVmaze as an entry of a catalogue, without its seasons."""

import re
from typing import Any, Final

from msgspec import Struct

from premierectl.moment import find_zone
from premierectl.sources.source import Unusable
from premierectl.sources.tvmaze.answers import (
    Answered,
    UnusableError,
    day,
    fields,
    inside,
    items,
    name,
    number,
    stated,
)
from premierectl.sources.tvmaze.text import plain
from premierectl.web_link import is_web_link

_MOST_GENRES: Final = 20
_LONGEST_EPISODE: Final = 1440  # minutes
_MOST_AT_TVDB: Final = 2**31
_LINK: Final = re.compile(r"https?://((?:www\.)?tvmaze\.com/[!-~]{1,250})", re.IGNORECASE)
_IMDB: Final = re.compile("tt[0-9]{1,12}")
_STATUS: Final = {"Running": "running", "Ended": "ended"}


class Channel(Struct, frozen=True):
    """A network or a web channel; what it says of its country is null for a worldwide one."""

    name: str
    country: str | None = None
    code: str | None = None
    zone: str | None = None


def number_and_title(show: Answered, path: str) -> tuple[int, str]:
    """Number and title of a show; raise :class:`UnusableError` where either is missing."""
    known, title = number(show.get("id"), least=1), name(show.get("name"))
    if known is None:
        raise UnusableError(inside(path, "id"), "is not the number of a show")
    if title is None:
        raise UnusableError(inside(path, "name"), "is not the name of a show")
    return known, title


def show_entry(show: Answered, path: str, left_out: list[Unusable]) -> dict[str, Any]:
    """The entry of a show that has an :func:`identity`; what of it is absurd goes to ``left_out``."""
    known, title = number_and_title(show, path)
    link = _link(show.get("url"), known)
    pairs = [
        ("title", title),
        ("year", _year(show, path, left_out)),
        ("country", next((each.country for each in channels(show) if each.country), None)),
        ("language", name(show.get("language"))),
        ("genres", _genres(show.get("genres"))),
        ("network", released_by(show)),
        ("runtime", _runtime(show)),
        ("status", _STATUS.get(name(show.get("status")) or "")),
        ("synopsis", plain(show.get("summary"))),
        ("url", link),
        ("official_site", _site(show.get("officialSite"))),
        ("ids", {"tvmaze": known, **other_ids(show)}),
        ("sources", [{"title": "TVmaze", "url": link}]),
        ("hints", _hints(show)),
    ]
    return stated(pairs)


def channels(of: Answered) -> list[Channel]:
    """The channels of a show or a season, its network first: the clock times are that one's."""
    found = (_channel(fields(of.get(key))) for key in ("network", "webChannel"))
    return [channel for channel in found if channel is not None]


def zones(show: Answered) -> tuple[str, ...]:
    """The zones of a show's channels, those that there are."""
    written = dict.fromkeys(channel.zone for channel in channels(show) if channel.zone)
    return tuple(zone for zone in written if find_zone(zone))


def released_by(of: Answered) -> str | None:
    """Who releases a show or a season: its web channel where it has one, else its network."""
    return next((channel.name for channel in reversed(channels(of))), None)


def _hints(show: Answered) -> dict[str, Any]:
    """What tells which show it is and is no fact of it: all of its channels, and its type."""
    networks = [channel.name for channel in channels(show)]
    return stated([("type", name(show.get("type"))), ("networks", networks)])


def _channel(written: Answered) -> Channel | None:
    called = name(written.get("name"))
    if called is None:
        return None
    country = fields(written.get("country"))
    return Channel(called, *(name(country.get(key)) for key in ("name", "code", "timezone")))


def _year(show: Answered, path: str, left_out: list[Unusable]) -> int | None:
    try:
        premiered = day(show.get("premiered"), inside(path, "premiered"))
    except UnusableError as error:
        left_out.append(error.unusable)
        return None
    return premiered.year if premiered else None


def _runtime(show: Answered) -> int | None:
    """The minutes of an episode: their average, else what the show is announced with."""
    found = (
        number(show.get(key), least=1, most=_LONGEST_EPISODE)
        for key in ("averageRuntime", "runtime")
    )
    return next((each for each in found if each is not None), None)


def _genres(written: object) -> list[str]:
    found = (name(genre) for genre in items(written)[:_MOST_GENRES])
    return list(dict.fromkeys(genre for genre in found if genre))


def other_ids(show: Answered) -> dict[str, Any]:
    """The numbers of a show at other services."""
    written = fields(show.get("externals"))
    imdb = name(written.get("imdb"))
    tvdb = number(written.get("thetvdb"), least=1, most=_MOST_AT_TVDB)
    return stated([("imdb", imdb if imdb and _IMDB.fullmatch(imdb) else None), ("tvdb", tvdb)])


def _site(written: object) -> str | None:
    """The show's own site; null where what is written is no link on one line."""
    called = name(written)
    return called if called and called.isprintable() and is_web_link(called) else None


def _link(written: object, known: int) -> str:
    """The show's page, which the licence wants named; made from its number where it is none."""
    match = _LINK.fullmatch(written) if isinstance(written, str) else None
    return f"https://{match[1]}" if match else f"https://www.tvmaze.com/shows/{known}"
