"""Numbers, titles and dates as other trackers write them; what is none is null, never a guess."""

import html
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from premierectl.model import ExternalIds

_IMDB_NUMBER: Final = re.compile(r"tt(\d{7,9})", re.ASCII)
_WRITTEN_NUMBER: Final = re.compile(r"\d{1,12}|\d+\.0+|\d\.\d+e\+?\d{2}", re.I | re.A)
_LARGEST_NUMBER: Final = 99_999_999
_UTC_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2})?", re.ASCII)
_RFC_3339: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})", re.ASCII
)
_EPOCH: Final = re.compile(r"\d{9,16}(?:\.\d+)?|\d\.\d+e\+?\d{2}", re.ASCII)
# Python refuses to read such a number, and html.unescape() reads any.
_ENDLESS_ENTITY: Final = re.compile("&#[0-9]{20,};?")
# A year in which no tracker was there yet is a stand-in for "unknown".
_FIRST_YEAR: Final = 1970
_BEYOND: Final = 1e18
_MILLISECONDS, _MICROSECONDS = 1e11, 1e14


def show_number(said: object) -> int | None:
    """A number of a show, also from text or a float (``9.061384e+06``); 0 and -1 are none."""
    text = _written_as(said)
    if not text or not _WRITTEN_NUMBER.fullmatch(text):
        return None
    value = float(text)
    return int(value) if value.is_integer() and 0 < value <= _LARGEST_NUMBER else None


def imdb(said: object) -> str | None:
    """An IMDb number: ``tt`` and 7 to 9 digits."""
    match = _IMDB_NUMBER.fullmatch(str(said).strip().lower()) if isinstance(said, str) else None
    return match[0] if match else None


def ids_of(said: Mapping[str, object]) -> ExternalIds:
    """The numbers in a mapping from the names of services, or what is written for them."""
    return ExternalIds(
        tvmaze=show_number(said.get("tvmaze")),
        imdb=imdb(said.get("imdb")),
        tvdb=show_number(said.get("tvdb")),
        tmdb=show_number(said.get("tmdb")),
        trakt=show_number(said.get("trakt")),
    )


def year(said: object) -> int | None:
    """A year of four digits, 1900 to 2099."""
    text = _written_as(said)
    match = re.fullmatch(r"((?:19|20)\d{2})(?:\.0)?", text, re.ASCII)
    return int(match[1]) if match else None


def title(said: object) -> str | None:
    """A title: entities of HTML decoded once, trimmed, NFC; null for an empty one."""
    if not isinstance(said, str):
        return None
    text = html.unescape(_ENDLESS_ENTITY.sub("\ufffd", said))
    return unicodedata.normalize("NFC", text).strip() or None


def instant(said: object) -> datetime | None:
    """A moment (UTC) that is written without doubt, to the second.

    ``YYYY-MM-DD[ HH:MM:SS]`` is UTC; RFC 3339 with Z or an offset; seconds, milli- or microseconds
    since 1970. Days that can be read in two ways, and stand-ins such as 0001 and 1900, are none.
    """
    text = _written_as(said)
    try:
        found = _read(text)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found is None or found.year > _FIRST_YEAR else None


def _written_as(said: object) -> str:
    """What is written, also as a number; nothing for what no service counts to."""
    if isinstance(said, str):
        return said.strip()
    if isinstance(said, bool) or not isinstance(said, int | float) or abs(said) > _BEYOND:
        return ""
    return str(said)


def _read(text: str) -> datetime | None:
    if _UTC_DAY.fullmatch(text):
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    if _RFC_3339.fullmatch(text):
        return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)
    if not _EPOCH.fullmatch(text):
        return None
    value = float(text)
    unit = 1e6 if value > _MICROSECONDS else 1e3 if value > _MILLISECONDS else 1
    return datetime.fromtimestamp(value // unit, UTC)
