"""A cast as a table; the words of dates that screens share."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import MONTHS, WEEKDAYS, PartialDate
from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import HEADING, NEWCOMER, TITLE

if TYPE_CHECKING:
    from premierectl.render.found import CastItem

FOLLOWED: Final = "★"


def cast_table(listed: "Sequence[CastItem]", look: Look) -> RenderableType:
    """Who is in a season: person, character, new or returning, and what is said of the character.

    They are grouped by role where roles are known.
    """
    groups = dict.fromkeys(item.role for item in listed)
    title = Text(shown(f"{listed[0].title}: {listed[0].label}"), style=TITLE)
    blocks: list[RenderableType] = [title, Text()]
    for role in groups:
        if role is not None:
            blocks.append(Text(f"{role.capitalize()} cast", style=HEADING))
        blocks.append(_cast_of(tuple(item for item in listed if item.role == role), look.width))
    return Group(*blocks)


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
            Text(shown(item.person), style=TITLE),
            Text(shown(item.character or "–")),
            Text(item.status or "–", style=NEWCOMER if item.status == "new" else ""),
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
