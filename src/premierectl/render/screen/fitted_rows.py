"""Rows under headings, each on one line: what matters least is cut, or left out, until they fit."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text

from premierectl.render.screen.list_cells import cut_text, readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE

_BETWEEN_COLUMNS: Final = 2


class FittedCell(Struct, frozen=True):
    """What stands in a cell, its style, and what stands there where the whole has no room."""

    text: str
    style: str = ""
    brief: str = ""


def fitted_rows(
    rows: Sequence[Mapping[str, FittedCell]], steps: Sequence[tuple[str, int]], look: Look
) -> list[Text]:
    """A line of headings, which are the keys, and a line for each row.

    Where room is short, the columns give way in these ``steps``: each is cut to so many cells at
    least, or with 0 left out. A column that holds nothing is not there.
    """
    cells = [{name: _readable_cell(cell, look) for name, cell in row.items()} for row in rows]
    whole = {
        name: max([cell_len(name), *(cell_len(row[name].text) for row in cells)])
        for name in cells[0]
        if any(row[name].text for row in cells)
    }
    widths = _given_way(whole, steps, look.width)
    headings = {name: FittedCell(name, ASIDE) for name in widths}
    return [_fitted_line(row, widths, look) for row in (headings, *cells)]


def _readable_cell(cell: FittedCell, look: Look) -> FittedCell:
    return FittedCell(readable(cell.text, look), cell.style, readable(cell.brief, look))


def _given_way(
    whole: Mapping[str, int], steps: Sequence[tuple[str, int]], room: int
) -> dict[str, int]:
    """How wide each column is; what was cut too far gets back what is left."""
    widths = dict(whole)
    for name, least in steps:
        over = _taken(widths) - room
        if over <= 0:
            break
        if name in widths and least == 0:
            del widths[name]
        elif name in widths:
            widths[name] = max(min(least, widths[name]), widths[name] - over)
    for name, _ in reversed(steps):
        if name in widths:
            widths[name] += max(0, min(whole[name] - widths[name], room - _taken(widths)))
    return widths


def _taken(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + _BETWEEN_COLUMNS * (len(widths) - 1)


def _fitted_line(row: Mapping[str, FittedCell], widths: Mapping[str, int], look: Look) -> Text:
    line = Text(no_wrap=True, overflow="crop")
    for name, width in widths.items():
        cell = row[name]
        fits = not cell.brief or cell_len(cell.text) <= width
        text = cut_text(cell.text if fits else cell.brief, width, look)
        line.append(text, cell.style).append(" " * (width - cell_len(text) + _BETWEEN_COLUMNS))
    line.rstrip()
    return line
