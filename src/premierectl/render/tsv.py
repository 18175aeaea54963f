"""Rows for scripts: one line each, fields between tabs, whole and uncoloured."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from premierectl.countdown import Countdown
from premierectl.render.text import safe

if TYPE_CHECKING:
    from premierectl.render.items import WatchlistItem


def tsv(rows: Iterable[Iterable[object]]) -> str:
    """Tab-separated lines; ``None`` is an empty field, a tab or newline in a field is escaped."""
    return "".join("\t".join(_field(value) for value in row) + "\n" for row in rows)


def countdown_fields(item: Countdown, *, watched: bool) -> tuple[object, ...]:
    """The fields of a countdown: show, season, date, days, network, whether it is watched."""
    release = item.release
    date = release.date.text if release.date else None
    return release.show.title, release.season.label, date, item.span, release.network, watched


def watchlist_fields(item: "WatchlistItem", counted: Countdown | None) -> tuple[object, ...]:
    """The fields of a watched show: id, season, days, date, when it was added, its note."""
    known = counted.release.date if counted else None
    days = counted.span if counted else None
    return item.show_id, item.season, days, known, item.added, item.note


def _field(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return "" if value is None else safe(str(value))
