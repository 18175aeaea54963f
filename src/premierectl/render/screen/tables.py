"""What most commands show, as tables: countdowns, casts, matches, the watchlist."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import MONTHS, WEEKDAYS, PartialDate
from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.upcoming.following import FollowedRow
from premierectl.upcoming.outlook import Row
from premierectl.wording.changes import moved_words
from premierectl.wording.unknown import unknown_line_words
from premierectl.wording.waits import brief, phrase

if TYPE_CHECKING:
    from premierectl.render.found import CastItem, SearchItem

_SOON: Final = ((0, "bold green"), (7, "green"), (31, "yellow"))
FOLLOWED: Final = "★"


def countdown_table(listed: Sequence[Row], look: Look) -> RenderableType:
    """One row a release: show, release, date as known, days, what moved, network.

    Which are followed is marked where only some of them are.
    """
    mixed = len({row.followed for row in listed}) > 1
    columns = [
        Column("Show", wraps=True),
        Column("Release", wraps=True),
        Column("Date"),
        Column("When", wraps=True),
        Column("Moved", wraps=True),
        Column("Network"),
        Column("Followed"),
    ]
    cells = [
        [
            Text(shown(row.title), style="bold"),
            Text(shown(row.release.label)),
            Text(when_words(row.item)),
            Text(shown(brief(row.item)), style=nearness(row.item)),
            Text(moved_words(row.item)),
            Text(shown(row.release.network or "")),
            Text(FOLLOWED if row.followed and mixed else ""),
        ]
        for row in listed
    ]
    return rows_drawn(columns, cells, look.width)


def cast_table(listed: "Sequence[CastItem]", look: Look) -> RenderableType:
    """Who is in a season: person, character, new or returning, and what is said of the character.

    They are grouped by role where roles are known.
    """
    groups = dict.fromkeys(item.role for item in listed)
    title = Text(shown(f"{listed[0].title}: {listed[0].label}"), style="bold")
    blocks: list[RenderableType] = [title, Text()]
    for role in groups:
        if role is not None:
            blocks.append(Text(f"{role.capitalize()} cast", style="bold underline"))
        blocks.append(_cast_of(tuple(item for item in listed if item.role == role), look.width))
    return Group(*blocks)


def search_table(listed: "Iterable[SearchItem]", look: Look) -> RenderableType:
    """The shows that match, and what of them matched."""
    columns = [
        Column("Show", wraps=True),
        Column("Id"),
        Column("Matched", wraps=True),
        Column("Followed"),
    ]
    cells = [
        [
            Text(shown(item.title), style="bold"),
            Text(shown(item.show_id)),
            Text(shown("" if item.match == item.title else f"{item.field}: {item.match}")),
            Text(FOLLOWED if item.followed else ""),
        ]
        for item in listed
    ]
    return rows_drawn(columns, cells, look.width)


def watchlist_table(listed: Iterable[FollowedRow], look: Look) -> RenderableType:
    """What is followed, since when, and how long it takes."""
    columns = [
        Column("Show", wraps=True),
        Column("Season", wraps=True),
        Column("When", wraps=True),
        Column("Added"),
        Column("Note", wraps=True),
    ]
    return rows_drawn(columns, [_followed_cells(each) for each in listed], look.width)


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
            Text(shown(item.person), style="bold"),
            Text(shown(item.character or "–")),
            Text(item.status or "–", style="green" if item.status == "new" else ""),
            Text(shown(item.about or "")),
        ]
        for item in listed
    ]
    return rows_drawn(columns, cells, width)


def short_day(day: date) -> str:
    """A day in a few characters, ``Tue 8 Dec``."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1][:3]}"


def weekday(day: date) -> str:
    """The day of the week in three letters."""
    return WEEKDAYS[day.weekday()][:3]


def _day_words(day: date) -> str:
    return f"{short_day(day)} {day.year}"


def _over(item: Countdown) -> str:
    """That nothing will follow what came out last; else empty."""
    if item.state != "out":
        return ""
    words = {"ended": "the show has ended", "cancelled": "the show was cancelled"}
    return words.get(item.release.show.status or "", "")


def _followed_cells(listed: FollowedRow) -> list[Text]:
    line, item = listed.line, listed.row.item if listed.row else None
    missing = "" if listed.show else unknown_line_words(line)
    words = ", ".join(filter(None, (phrase(item), _over(item)))) if item else missing
    return [
        Text(shown(listed.show.title if listed.show else line.title or line.id), style="bold"),
        Text(shown(item.release.label if item else _season_words(line.season))),
        Text(shown(words), style=nearness(item) if item else "dim"),
        Text(line.added.date().isoformat() if line.added else ""),
        Text(shown(line.note or "")),
    ]


def _season_words(season: object) -> str:
    return f"season {season}" if isinstance(season, int) else str(season or "")
