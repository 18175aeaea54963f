"""Dates as people type them: the canonical forms, and what is unambiguous in English."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from premierectl.dates import MONTHS, PartialDate
from premierectl.errors import BadDateError

TYPED: Final = "such as 12 March 2027, March 2027, Q1 2027, early 2027, tomorrow"

_NAMES: Final = {"sept": 9} | {
    written: number
    for number, name in enumerate(map(str.lower, MONTHS), 1)
    for written in (name, name[:3])
}
_COUNTS: Final = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_NEAR: Final = {"today": 0, "tomorrow": 1}
_DAY_OF_MONTH: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<month>[a-z]+)\.?"
_YEAR: Final = "(?P<year>[0-9]{4})"
_WAYS: Final = (
    rf"{_DAY_OF_MONTH}(?: of)? {_MONTH},? {_YEAR}",
    rf"{_MONTH} {_DAY_OF_MONTH},? {_YEAR}",
    rf"{_MONTH},? {_YEAR}",
    r"(?P<year>[0-9]{4})-(?P<number>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?",
    r"(?P<unit>[qh])(?P<count>[1-4])(?: of)? (?P<year>[0-9]{4})",
    r"(?P<year>[0-9]{4})[ -]?(?P<unit>[qh])(?P<count>[1-4])",
    r"(?:the )?(?P<ordinal>[a-z0-9]+) (?P<unit>quarter|half)(?: of)? (?P<year>[0-9]{4})",
)


def typed_date(words: str, today: Callable[[], date] | None = None) -> PartialDate:
    """The date that a user typed, with ``?`` behind it if it is unconfirmed.

    ``today`` and ``tomorrow`` are by the viewer's day, which is asked for only then, where it is given.
    What could be read in two ways, such as ``3/4/2027``, is none. Raises :class:`BadDateError`.
    """
    text = " ".join(words.lower().replace("mid-", "mid ").split())
    body = text.removesuffix("?").strip()
    doubt = "?" if text.endswith("?") else ""
    if today is not None and body in _NEAR:
        return PartialDate(_days_from(today(), _NEAR[body], words) + doubt)
    for way in _WAYS:
        match = re.fullmatch(way, body)
        written = _canonical(match.groupdict()) if match else None
        if written is not None:
            return PartialDate(written + doubt)
    try:
        return PartialDate(body + doubt)
    except BadDateError as error:
        raise BadDateError(words, f"{error.reason}; also {TYPED}") from None


def _days_from(today: date, days: int, words: str) -> str:
    try:
        return (today + timedelta(days=days)).isoformat()
    except OverflowError:
        raise BadDateError(words, "no calendar has that day") from None


def _canonical(found: dict[str, str | None]) -> str | None:
    """The canonical form of what was found; null where a word is no month and no ordinal."""
    year, unit = found["year"], found.get("unit")
    if unit:
        count = found.get("count") or _COUNTS.get(found.get("ordinal") or "")
        return None if count is None else f"{year}-{unit[0].upper()}{count}"
    month = found.get("number") or _NAMES.get(found.get("month") or "")
    if month is None:
        return None
    day = found.get("day")
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
