"""Rows for spreadsheets: RFC 4180, with nothing in them that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from premierectl.render.text import link, safe

if TYPE_CHECKING:
    from premierectl.render.items import CountdownItem

COLUMNS: Final = (
    "id", "show", "release", "date", "local_time", "instant", "days", "state", "network",
    "episodes", "confirmed", "watched", "url", "credit",
)  # fmt: skip

# With one of these a cell is a formula to some spreadsheet (OWASP, "CSV Injection").
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def countdown_csv(listed: "Iterable[tuple[CountdownItem, str | None]]") -> str:
    """A line of names and a line for each countdown and its show's address; lines end in CRLF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in _values(item, url)] for item, url in listed)
    return text.getvalue()


def _values(item: "CountdownItem", url: str | None) -> tuple[object, ...]:
    return (
        item.id, item.show, item.release, item.date, item.local_time, item.instant, item.days,
        item.state, item.network, _episodes(item.episodes), item.confirmed, item.watched,
        link(url or ""), item.credit,
    )  # fmt: skip


def _episodes(span: tuple[int, int] | None) -> str:
    """``E4`` or ``E1-E2``: without the letters, a spreadsheet takes a span for a day."""
    if span is None:
        return ""
    first, last = span
    return f"E{first}" if first == last else f"E{first}-E{last}"


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case str():
            return f"'{safe(value)}" if value.startswith(_FORMULA) else safe(value)
        case _:
            return str(value)
