"""Rows under headings; on a narrow terminal each row becomes a few short lines."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from premierectl.render.screen.styles import ASIDE

NARROW: Final = 60


class Column(Struct, frozen=True):
    """A column: its heading, and whether it may be wrapped when room is short."""

    title: str
    wraps: bool = False


def rows_drawn(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], width: int
) -> RenderableType:
    """The rows with the columns that hold anything."""
    shown = [index for index in range(len(columns)) if any(row[index].plain for row in cells)]
    if width < NARROW:
        return Group(*(_block([row[index] for index in shown]) for row in cells))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=ASIDE)
    for index in shown:
        table.add_column(columns[index].title, no_wrap=not columns[index].wraps, overflow="fold")
    for row in cells:
        table.add_row(*(row[index] for index in shown))
    return table


def _block(cells: Sequence[Text]) -> RenderableType:
    """A row on a narrow terminal: the first cell leads, the rest follows indented."""
    rest = Text(" · ").join(cell for cell in cells[1:] if cell.plain)
    return Group(cells[0], Padding(rest, (0, 0, 0, 2)))
