"""Rows for scripts: one line each, fields between tabs, whole and uncoloured."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from premierectl.catalogue.season_key import SeasonKey
from premierectl.countdown import Countdown
from premierectl.render.text import safe

if TYPE_CHECKING:
    from premierectl.render.items import WatchlistItem


def tsv(rows: Iterable[Iterable[object]]) -> str:
    """Tab-separated lines; ``None`` is an empty field, a tab or newline in a field is escaped."""
    return "".join("\t".join(_field(value) for value in row) + "\n" for row in rows)


def countdown_fields(item: Countdown, *, watched: bool) -> tuple[object, ...]:
    """The fields of a countdown: show, release, date, days, network, if watched, clock time."""
    release, known = item.release, item.date
    date = known.text if known else None
    clock = f"{item.local:%H:%M}" if item.local else None
    return release.show.title, release.label, date, item.span, release.network, watched, clock


def watchlist_fields(item: "WatchlistItem", counted: Countdown | None) -> tuple[object, ...]:
    """The fields of a watched show: id, season, days, date, when it was added, its note."""
    known = counted.date if counted else None
    days = counted.span if counted else None
    return (
        item.show_id, piece_field(item.season, item.part), days, known, item.added, item.note,
    )  # fmt: skip


def piece_field(season: SeasonKey | None, part: int | None) -> str | None:
    """What of a show is meant, as a field: ``5``, ``special``, ``5p2``; null for all of it."""
    if season is None:
        return None
    return str(season) if part is None else f"{season}p{part}"


def _field(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return "" if value is None else safe(str(value))
