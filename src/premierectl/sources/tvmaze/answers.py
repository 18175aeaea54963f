"""TVmaze's answers, read leniently: a field may be missing, null, of another type or absurd."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
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
MOST_ROWS: Final = 200_000
# An item of a list, or a text, that is longer says nothing that anybody wants to read.
_LONGEST_ITEM: Final = 8 * 2**20
_LONG: Final = 2**20
_MOST_OF_AN_ITEM: Final = 100_000
_MOST_TOKENS: Final = 10_000_000
# What Python nests as deep it cannot read, either.
_DEEPEST_NESTING: Final = 1_000
# A soap opera of 20,000 episodes has fewer; so many empty lists take 40 MB.
_MOST_VALUES: Final = 600_000
# So many items of a list, split at once, take 50 MB.
_MANY: Final = 1_000_000
# A text that never ends is one, too: else each quote in it would be looked at to the end again.
_TEXT: Final = re.compile(rb'"(?:[^"\\]++|\\(?:.|\Z))*+(?:"|\Z)', re.DOTALL)
_TOKEN: Final = re.compile(_TEXT.pattern + rb"|[][{},]", re.DOTALL)
_BEGIN: Final = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*+\[")
_OTHER: Final = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*+[{\"tfnNI0-9-]")
_BLANK: Final = re.compile(rb"[ \t\r\n]*+")
_HALF_A_PAIR: Final = re.compile("[\ud800-\udfff]")


class UnusableError(Exception):
    """A piece that cannot be used; ``unusable`` names it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.unusable = Unusable(path, reason)


def answer_items(body: bytes) -> Iterator[Any]:
    """The items of an answer that is a list, one at a time: all at once would be 200 MB and more.

    One that holds more than any has is null. Raises :class:`UnavailableError`, at the first item, for what is
    no list, and where there are more than 200,000.
    """
    for place, piece in enumerate(_pieces(body)):
        if place >= MOST_ROWS:
            raise _unreadable(f"it lists more than {MOST_ROWS:,} things")
        yield None if piece is None or _is_endless(piece) else _value(piece)


def answer_object(body: bytes) -> Answered:
    """An answer that is an object; raise :class:`UnavailableError` for anything else."""
    if _count_values(body) > _MOST_VALUES or _has_endless_text(body):
        raise _unreadable("it holds more than there can be of one show")
    found = _value(body)
    if not isinstance(found, dict):
        raise _unreadable("it is not an object")
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


def _pieces(body: bytes) -> Iterable[bytes | Raw | None]:
    """The items of a list, unread: split at once where it is strictly JSON and not too long."""
    if body.count(b",") < _MANY:
        try:
            pieces: list[Raw] = msgspec.json.decode(body, type=list[Raw])
        except RecursionError:
            raise _unreadable("it is nested too deeply") from None
        except (msgspec.MsgspecError, UnicodeDecodeError):
            pass  # one bad text spoils one item, not all of them
        else:
            return pieces
    return _split(body)


def _split(body: bytes) -> Iterator[bytes | None]:
    """The items of a list by brackets and commas alone, one at a time; null for one that is endless."""
    opening = _BEGIN.match(body)
    if opening is None:
        raise _unreadable("it is not a list" if _OTHER.match(body) else "it is not JSON")
    depth, begin = 1, opening.end()
    for found in islice(_TOKEN.finditer(body, begin), _MOST_TOKENS):
        token = found[0]
        if depth == 1 and token in (b",", b"]"):
            item = body[begin : found.start()] if found.start() - begin <= _LONGEST_ITEM else None
            if token == b"," or item is None or item.strip():
                yield item
            begin = found.end()
        depth += (token in (b"[", b"{")) - (token in (b"]", b"}"))
        if depth > _DEEPEST_NESTING:
            raise _unreadable("it is nested too deeply")
        if depth == 0:
            break
    if depth != 0 or not _BLANK.fullmatch(body, begin):
        raise _unreadable("it is not JSON")


def _value(data: bytes | Raw) -> Any:
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise _unreadable("it is nested too deeply") from None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _forgiving(bytes(data))


def _is_endless(piece: bytes | Raw) -> bool:
    if len(piece) <= _LONG:
        return False
    return len(piece) > _LONGEST_ITEM or _count_values(bytes(piece)) > _MOST_OF_AN_ITEM


def _count_values(written: bytes) -> int:
    """As many values as there are in it at most."""
    return sum(map(written.count, (b",", b"[", b"{")))


def _has_endless_text(body: bytes) -> bool:
    """Whether a text in it is longer than any; read, it could take four times as much."""
    if len(body) <= _LONGEST_ITEM:
        return False
    return any(found.end() - found.start() > _LONGEST_ITEM for found in _TEXT.finditer(body))


def _forgiving(data: bytes) -> Any:
    """What msgspec refuses though most of it is sound: a lone surrogate, NaN, 1e999, a wrong byte."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        return json.loads(text, parse_constant=_no_answer, parse_int=_whole)
    except RecursionError:
        raise _unreadable("it is nested too deeply") from None
    except ValueError:
        raise _unreadable("it is not JSON") from None


def _no_answer(_: str) -> None:
    """NaN and the infinities say nothing."""


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _unreadable(reason: str) -> UnavailableError:
    return UnavailableError(HOST, f"sent an answer that cannot be read: {reason}")
