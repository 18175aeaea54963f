"""The versions of the watchlist that are kept, as a table."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import NARROW, Column, rows_drawn
from premierectl.render.screen.styles import TITLE

if TYPE_CHECKING:
    from premierectl.render.found import VersionItem


def versions_table(listed: "Iterable[VersionItem]", look: Look) -> RenderableType:
    """The number of each, the viewer's time at which it was written, how much it holds, what changed."""
    columns = [
        Column("Version"),
        Column("Written"),
        Column("Entries"),
        Column(""),
        Column("What changed", wraps=True),
    ]
    alone = look.width < NARROW
    cells = [
        [
            Text(f"Version {item.number}" if alone else str(item.number), style=TITLE),
            Text(f"{item.when.astimezone(look.moment.zone):%Y-%m-%d %H:%M}"),
            Text(_entries_words(item.entries, alone=alone)),
            Text("now" if item.is_now else ""),
            Text(shown(item.message)),
        ]
        for item in listed
    ]
    return rows_drawn(columns, cells, look.width)


def _entries_words(entries: int | None, *, alone: bool) -> str:
    """How many entries it has; without a heading above them, with the noun."""
    if entries is None:
        return ""
    return f"{entries} {'entry' if entries == 1 else 'entries'}" if alone else str(entries)
