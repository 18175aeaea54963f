"""Tables for a terminal; on a narrow one each row becomes a few short lines."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import MONTHS, PartialDate
from premierectl.render.facts import (
    moved_words,
    overruled_words,
    own_time,
    usual_words,
    value_words,
)
from premierectl.render.text import safe

if TYPE_CHECKING:
    from premierectl.catalogue.provenance import Stated
    from premierectl.render.items import CastItem, LayerItem, SearchItem, WatchlistItem

NARROW: Final = 60
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SOON: Final = ((0, "bold green"), (7, "green"), (31, "yellow"))
WATCHED: Final = "★"
_LONGEST: Final = 60


class Column(Struct, frozen=True):
    """A column: its heading, and whether it may be wrapped when room is short."""

    title: str
    wraps: bool = False


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
    return _table(columns, cells, width)


def episodes_table(
    counted: Sequence[tuple[Countdown, datetime | None]], width: int
) -> RenderableType:
    """One row a release: what, which episodes, its day and clock time for the viewer, the wait."""
    columns = [
        Column("Release", wraps=True),
        Column("Episodes"),
        Column("Day"),
        Column("Your time"),
        Column("When", wraps=True),
        Column("There", wraps=True),
    ]
    cells = [
        [
            Text(safe(_short_label(item)), style="bold"),
            Text(item.release.numbers),
            Text(date_words(item.date)),
            Text(_your_time(item, usually)),
            Text(safe(item.brief), style=nearness(item)),
            Text(safe(_there(item))),
        ]
        for item, usually in counted
    ]
    return _table(columns, cells, width)


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
    return _table(columns, cells, width)


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
        wait = (
            Text(safe(counted.phrase), style=nearness(counted)) if counted else Text(missing, "dim")
        )
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
    return _table(columns, cells, width)


def layers_table(listed: "Iterable[LayerItem]", width: int) -> RenderableType:
    """The layers of the catalogue, the lowest first."""
    cells = [
        [
            Text(item.name, style="bold"),
            Text(
                f"{item.shows} show{'' if item.shows == 1 else 's'}"
                if item.exists
                else "not there yet"
            ),
            Text(item.as_of.isoformat() if item.as_of else ""),
            Text(safe(item.path), overflow="fold"),
        ]
        for item in listed
    ]
    return _table(
        [Column("Layer"), Column("Holds"), Column("As of"), Column("File", wraps=True)],
        cells,
        width,
    )


def stated_table(listed: "Iterable[Stated]", width: int) -> RenderableType:
    """The fields of a show: value, the layer that states it, what layers below say instead."""
    cells = [
        [
            Text(safe(each.field), style="bold"),
            Text(safe(_shortened(value_words(each.value)))),
            Text(each.layer),
            Text(safe(_shortened(overruled_words(each)))),
        ]
        for each in listed
    ]
    columns = [
        Column("Field", wraps=True),
        Column("Value", wraps=True),
        Column("Layer"),
        Column("Below", wraps=True),
    ]
    return _table(columns, cells, width)


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


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _short_label(item: Countdown) -> str:
    """The release within its season: ``premiere``, ``Volume 2``, ``episode``, ``finale``."""
    release = item.release
    if release.part is not None:
        return release.season.parts[release.part - 1].label
    return release.kind


def _there(item: Countdown) -> str:
    """Weekday and clock time in the release's own zone, where the day is another."""
    release = item.release
    if not own_time(item) or release.date is None:
        return ""
    weekday = _WEEKDAYS[release.date.earliest.weekday()]
    return f"{weekday} {release.time} {release.season.timezone}"


def _your_time(item: Countdown, usually: datetime | None) -> str:
    if item.local:
        return f"{item.local:%H:%M}"
    return f"usually {usual_words(usually, item.date)}" if usually and item.date else ""


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
    return _table(columns, cells, width)


def _table(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], width: int
) -> RenderableType:
    shown = [index for index in range(len(columns)) if any(row[index].plain for row in cells)]
    if width < NARROW:
        return Group(*(_block([row[index] for index in shown]) for row in cells))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for index in shown:
        table.add_column(columns[index].title, no_wrap=not columns[index].wraps, overflow="fold")
    for row in cells:
        table.add_row(*(row[index] for index in shown))
    return table


def _block(cells: Sequence[Text]) -> RenderableType:
    """A row on a narrow terminal: the first cell leads, the rest follows indented."""
    rest = Text(" · ").join(cell for cell in cells[1:] if cell.plain)
    return Group(cells[0], Padding(rest, (0, 0, 0, 2)))


def _day_words(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _season_words(season: object) -> str:
    return f"season {season}" if isinstance(season, int) else str(season or "")
