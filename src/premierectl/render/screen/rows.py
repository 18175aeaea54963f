"""Rows under headings; on a narrow terminal each row becomes a few short lines."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from premierectl.render.screen.styles import ASIDE

NARROW: Final = 60
_INDENT_OF_REST: Final = 2


class Column(Struct, frozen=True):
    """A column: its heading, and whether it may be wrapped when room is short."""

    title: str
    wraps: bool = False


def rows_drawn(
    columns: Sequence[Column],
    cells: Sequence[Sequence[Text]],
    width: int,
    *,
    unbroken: bool = False,
) -> RenderableType:
    """The rows with the columns that hold anything.

    Where no cell may be broken, rows that are too wide for a table are a few short lines, too.
    """
    shown = [index for index in range(len(columns)) if any(row[index].plain for row in cells)]
    widths = [
        max(cell_len(columns[index].title), *(row[index].cell_len for row in cells)) + 2
        for index in shown
    ]
    if width < NARROW or (unbroken and sum(widths) - 2 > width):
        return Group(*(block_of([row[index] for index in shown], width) for row in cells))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=ASIDE)
    for index in shown:
        table.add_column(columns[index].title, no_wrap=not columns[index].wraps, overflow="fold")
    for row in cells:
        table.add_row(*(row[index] for index in shown))
    return table


def block_of(cells: Sequence[Text], width: int) -> RenderableType:
    """A row on a narrow terminal: the first cell leads, the rest follows indented, cell by cell.

    A line ends between two cells where it can, never with the dot that stands between them.
    """
    lines: list[Text] = []
    for cell in (each for each in cells[1:] if each.plain):
        joined = Text(" · ").join([lines[-1], cell]) if lines else None
        if joined is not None and joined.cell_len <= width - _INDENT_OF_REST:
            lines[-1] = joined
        else:
            lines.append(cell)
    return Group(cells[0], *(Padding(line, (0, 0, 0, _INDENT_OF_REST)) for line in lines))
