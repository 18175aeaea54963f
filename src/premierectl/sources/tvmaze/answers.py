"""TVmaze's answers, read leniently: a field may be missing, null, of another type or absurd."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import Raw

from premierectl.errors import UnavailableError
from premierectl.sources.source import Unusable

Answered = Mapping[str, Any]

HOST: Final = "api.tvmaze.com"
NAME_LENGTH: Final = 300
_LARGEST: Final = 2**53
# No series is older, and nobody announces what comes later.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WRITTEN_DAY: Final = re.compile("[0-9]{4,9}-[0-9]{2}-[0-9]{2}")
_MOST_DIGITS: Final = 18
_HALF_A_PAIR: Final = re.compile("[\ud800-\udfff]")


class UnusableError(Exception):
    """A piece that cannot be used; ``unusable`` names it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.unusable = Unusable(path, reason)


def answer_items(body: bytes) -> Iterator[Any]:
    """The items of an answer that is a list, one at a time: all at once would be 200 MB and more.

    Raises :class:`UnavailableError`, at the first item, for what is no list.
    """
    pieces: Sequence[Any] = _json_of(body, list[Raw], "it is not a list")
    for piece in pieces:
        yield _json_of(piece, Any, "") if isinstance(piece, Raw) else piece


def answer_object(body: bytes) -> Answered:
    """An answer that is an object; raise :class:`UnavailableError` for anything else."""
    found: Answered = _json_of(body, dict[str, Any], "it is not an object")
    return found


def fields(value: object) -> Answered:
    """The fields of an object; none where it is none."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> Sequence[Any]:
    """The items of a list; none where it is none."""
    return value if isinstance(value, list) else ()


def name(value: object) -> str | None:
    """A short text on one line, cut at 300 characters; null where there is none."""
    if not isinstance(value, str):
        return None
    line = " ".join(writable(value[: 4 * NAME_LENGTH]).split())
    return line[:NAME_LENGTH].rstrip() or None


def number(value: object, least: int = 0, most: int = _LARGEST) -> int | None:
    """A whole number within bounds; null where there is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if least <= value <= most else None


def day(value: object, path: str) -> date | None:
    """A calendar day; null where none is written (``""``, null, ``0000-00-00``).

    Raises :class:`UnusableError` for a year that no series has.
    """
    if not isinstance(value, str) or not _WRITTEN_DAY.fullmatch(value):
        return None
    year = int(value.partition("-")[0])
    if year > 0 and not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UnusableError(path, f"{value} is beyond all television")
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def inside(path: str, key: str) -> str:
    """The path of a field of what has this path; the whole answer's is empty."""
    return f"{path}.{key}" if path else key


def writable(value: str) -> str:
    """The text with a replacement for what UTF-8 cannot hold: halves of surrogate pairs."""
    return _HALF_A_PAIR.sub("\ufffd", value)


def stated(pairs: Iterable[tuple[str, object]]) -> dict[str, Any]:
    """The fields that say something."""
    return {key: value for key, value in pairs if value not in (None, "", [], {})}


def _json_of(data: bytes | Raw, kind: Any, other_form: str) -> Any:
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError:
        raise _unreadable("it is nested too deeply") from None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        found = _forgiving(bytes(data))
    if kind is not Any and not isinstance(found, list if kind == list[Raw] else dict):
        raise _unreadable(other_form)
    return found


def _forgiving(data: bytes) -> Any:
    """What msgspec refuses though most of it is sound: a lone surrogate, NaN, 1e999, a wrong byte."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        return json.loads(text, parse_constant=_no_answer, parse_int=_whole)
    except RecursionError:
        raise _unreadable("it is nested too deeply") from None
    except ValueError:
        raise _unreadable("it is no JSON") from None


def _no_answer(_: str) -> None:
    """NaN and the infinities say nothing."""


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _unreadable(reason: str) -> UnavailableError:
    return UnavailableError(HOST, f"sent an answer that cannot be read: {reason}")
