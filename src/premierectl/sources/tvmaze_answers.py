"""Reading TVmaze's answers leniently: every field may be missing, null, of another type or absurd."""

import html
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar

import msgspec

from premierectl.dates import PartialDate
from premierectl.errors import BadDateError, UnavailableError

Fields = Mapping[str, Any]
Value = TypeVar("Value")

HOST: Final = "api.tvmaze.com"
_LONGEST_NAME: Final = 300
_LONGEST_TEXT: Final = 4_000
_MOST_MARKUP: Final = 200_000
_LINK: Final = r"https?://[^\s/?#@]+([/?#]\S*)?"
_LARGEST: Final = 2**53
# No series was made before, and no date is announced after these years.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def decoded(body: bytes, kind: type[Value]) -> Value:
    """The answer as plain JSON of this kind; raise :class:`UnavailableError` where it is none."""
    try:
        value = _parsed(body)
    except (ValueError, RecursionError):
        raise UnavailableError(HOST, "sent an answer that cannot be read") from None
    if not isinstance(value, kind):
        raise UnavailableError(HOST, "sent an answer that cannot be read, it has another form")
    return value


def fields(value: object) -> Fields:
    """An object's fields; none where it is no object."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> Sequence[Any]:
    """A list's items; none where it is no list."""
    return value if isinstance(value, list) else ()


def name(value: object) -> str | None:
    """A short text on one line; null where there is none."""
    if not isinstance(value, str):
        return None
    return " ".join(_writable(value[: 2 * _LONGEST_NAME]).split())[:_LONGEST_NAME] or None


def number(value: object, least: int = 0, most: int = _LARGEST) -> int | None:
    """A whole number within bounds; null where there is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if least <= value <= most else None


def day(value: object) -> date | None:
    """A calendar day within the years of television; null where there is none."""
    if not isinstance(value, str):
        return None
    try:
        known = PartialDate(value)
    except BadDateError:
        return None
    if (
        not known.is_day
        or not known.confirmed
        or not _FIRST_YEAR <= known.earliest.year <= _LAST_YEAR
    ):
        return None
    return known.earliest


def text(value: object) -> str | None:
    """A summary without its markup (``p b i br em strong``), cut at a word where it is long."""
    if not isinstance(value, str):
        return None
    broken = re.sub(r"(?i)<br\s*/?>|</p\s*>", "\n", value[:_MOST_MARKUP])
    plain = html.unescape(re.sub(r"<[^<>]*>", "", broken))
    lines = (" ".join(line.split()) for line in _writable(plain).split("\n"))
    whole = "\n".join(line for line in lines if line)
    if len(whole) <= _LONGEST_TEXT:
        return whole or None
    return whole[:_LONGEST_TEXT].rpartition(" ")[0] + "…"


def link(value: object) -> str | None:
    """A web address that can be followed; null where it is none."""
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        return None
    return value if value.isascii() and re.fullmatch(_LINK, value) else None


def given(**fields: object) -> dict[str, Any]:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {}, ())}


def _parsed(body: bytes) -> Any:
    """The JSON; what RFC 8259 does not allow, such as a lone surrogate, spoils one text and no more."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return json.loads(body.decode("utf-8", "replace"))


def _writable(value: str) -> str:
    """The text without what no file in UTF-8 can hold."""
    return value.encode("utf-8", "ignore").decode()
