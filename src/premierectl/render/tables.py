"""What most commands show, as tables: countdowns, casts, matches, the watchlist."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import MONTHS, PartialDate
from premierectl.render.facts import (
    moved_words,
)
from premierectl.render.rows import Column, rows_drawn
from premierectl.render.text import safe

if TYPE_CHECKING:
    from premierectl.render.items import CastItem, SearchItem, WatchlistItem

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SOON: Final = ((0, "bold green"), (7, "green"), (31, "yellow"))
WATCHED: Final = "★"


def countdown_table(rows: Iterable[tuple[Countdown, bool]], width: int) -> RenderableType:
    """One row a release: show, release, date as known, days, what moved, network; which are watched."""
    columns = [
        Column("Show", wraps=True),
        Column("Release", wraps=True),
        Column("Date"),
        Column("When", wraps=True),
        Column("Moved", wraps=True),
        Column("Network"),
        Column("Watched"),
    ]
    cells = [
        [
            Text(safe(item.release.show.title), style="bold"),
            Text(safe(item.release.label)),
            Text(when_words(item)),
            Text(safe(item.brief), style=nearness(item)),
            Text(moved_words(item)),
            Text(safe(item.release.network or "")),
            Text(WATCHED if marked else ""),
        ]
        for item, marked in rows
    ]
    return rows_drawn(columns, cells, width)


def cast_table(listed: "Sequence[CastItem]", width: int) -> RenderableType:
    """Person, character, new or returning, and what is said; grouped by role where roles are known."""
    groups = dict.fromkeys(item.role for item in listed)
    blocks: list[RenderableType] = []
    for role in groups:
        if role is not None:
            blocks.append(Text(f"{role.capitalize()} cast", style="bold underline"))
        blocks.append(_cast_of(tuple(item for item in listed if item.role == role), width))
    return Group(*blocks)


def search_table(listed: "Iterable[SearchItem]", width: int) -> RenderableType:
    """The shows that match, and what of them matched."""
    columns = [
        Column("Show", wraps=True),
        Column("Id"),
        Column("Matched", wraps=True),
        Column("Watched"),
    ]
    cells = [
        [
            Text(safe(item.show), style="bold"),
            Text(safe(item.show_id)),
            Text(safe("" if item.match == item.show else f"{item.field}: {item.match}")),
            Text(WATCHED if item.watched else ""),
        ]
        for item in listed
    ]
    return rows_drawn(columns, cells, width)


def watchlist_table(
    rows: "Iterable[tuple[WatchlistItem, Countdown | None]]", width: int
) -> RenderableType:
    """What is watched, since when, and how long it takes."""
    columns = [
        Column("Show", wraps=True),
        Column("Season", wraps=True),
        Column("When", wraps=True),
        Column("Added"),
        Column("Note", wraps=True),
    ]
    cells = []
    for item, counted in rows:
        missing = "" if item.known else "not in the catalogue"
        words = ", ".join(filter(None, (counted.phrase, _over(counted)))) if counted else missing
        wait = Text(safe(words), style=nearness(counted) if counted else "dim")
        label = counted.release.label if counted else _season_words(item.season)
        added = item.added.date().isoformat() if item.added else ""
        cells.append(
            [
                Text(safe(item.show or item.show_id), style="bold"),
                Text(safe(label)),
                wait,
                Text(added),
                Text(safe(item.note or "")),
            ]
        )
    return rows_drawn(columns, cells, width)


def lines(texts: Iterable[str]) -> RenderableType:
    """Sentences, one a line."""
    return Group(*(Text(safe(text)) for text in texts))


def titled(title: str, drawn: RenderableType) -> RenderableType:
    """What is drawn, under a title."""
    return Group(Text(safe(title), style="bold"), Text(), drawn)


def nearness(item: Countdown) -> str:
    """The style that goes with the words: the nearer, the brighter."""
    if item.state == "overdue":
        return "magenta"
    if item.state in ("tba", "cancelled", "out"):
        return "dim"
    latest = item.days_latest or 0
    return next((style for within, style in _SOON if latest <= within), "cyan")


def date_words(known: PartialDate | None) -> str:
    """The date as known, for a cell: with its weekday where it is a day."""
    if known is None:
        return "–"
    return _day_words(known.earliest) if known.is_day else known.words


def when_words(item: Countdown) -> str:
    """The date as known and, of an instant, the clock time, both in the viewer's zone."""
    clock = f" {item.local:%H:%M}" if item.local else ""
    return date_words(item.date) + clock


def _cast_of(listed: "Sequence[CastItem]", width: int) -> RenderableType:
    columns = [
        Column("Person", wraps=True),
        Column("Character", wraps=True),
        Column("Status"),
        Column("About", wraps=True),
    ]
    cells = [
        [
            Text(safe(item.person), style="bold"),
            Text(safe(item.character or "–")),
            Text(item.status or "–", style="green" if item.status == "new" else ""),
            Text(safe(item.about or "")),
        ]
        for item in listed
    ]
    return rows_drawn(columns, cells, width)


def weekday(day: date) -> str:
    """The day of the week in three letters."""
    return _WEEKDAYS[day.weekday()]


def _day_words(day: date) -> str:
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _over(item: Countdown) -> str:
    """That nothing will follow what came out last; else empty."""
    if item.state != "out":
        return ""
    words = {"ended": "the show has ended", "cancelled": "the show was cancelled"}
    return words.get(item.release.show.status or "", "")


def _season_words(season: object) -> str:
    return f"season {season}" if isinstance(season, int) else str(season or "")
