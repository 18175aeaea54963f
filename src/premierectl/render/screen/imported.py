"""What of an import needs a look: what was not plainly followed, and why."""

from collections.abc import Iterable
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from premierectl.moving_in.outcome import Imported
from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import TITLE

_LONGEST_TITLE: Final = 60


def imported_table(listed: Iterable[Imported], look: Look) -> RenderableType:
    """A row for each thing: its title, what became of it, why, and which shows it could be."""
    columns = [
        Column("Title", wraps=True),
        Column("Outcome"),
        Column("Why", wraps=True),
        Column("Could be", wraps=True),
    ]
    cells = [
        [
            Text(shown(_title_of(each)), style=TITLE),
            Text(each.outcome),
            Text(shown(each.reason)),
            Text(shown(", ".join(each.candidates))),
        ]
        for each in listed
    ]
    return rows_drawn(columns, cells, look.width)


def _title_of(each: Imported) -> str:
    """The title, or where there is none what else tells it."""
    text = each.row.title or f"{each.row.file}:{each.row.line}"
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}…"
