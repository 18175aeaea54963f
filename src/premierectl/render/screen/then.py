"""What comes after a release, a line each, and how much more there is."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.render.screen.list_cells import cut_text, readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE, TITLE
from premierectl.wording.listing import day_listed, wait_listed, what_listed

_MOST_FOLLOWING: Final = 3
_GAP_OF_CELLS: Final = 2


def then_lines(later: Sequence[Countdown], width: int, look: Look) -> list[Text]:
    """The first of the releases that follow: what, when, how long until then."""
    # One that would be alone in "and 1 more" stands there itself.
    fits = len(later) if len(later) <= _MOST_FOLLOWING + 1 else _MOST_FOLLOWING
    cells = [[readable(cell, look) for cell in _cells_of_following(item)] for item in later[:fits]]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    lines = [Text(cut_text(_aligned(each, widths), width, look)) for each in cells]
    more = len(later) - fits
    if more:
        show = later[0].release.show.id
        words = f"and {more} more: premierectl show {show} --episodes"
        short = f"and {more} more"
        lines.append(Text(words if cell_len(words) <= width else short, style=ASIDE))
    return [Text("Then", style=TITLE), *lines] if lines else []


def then_in_a_line(later: Sequence[Countdown], width: int, look: Look) -> list[Text]:
    """The first of them, and how many more there are, where there is room for no more than a line."""
    if not later:
        return []
    cells = filter(None, (readable(cell, look) for cell in _cells_of_following(later[0])))
    first = f"Then  {'  '.join(cells)}"
    more = f"{first}, and {len(later) - 1} more"
    words = more if len(later) > 1 and cell_len(more) <= width else cut_text(first, width, look)
    line = Text(words)
    line.stylize(TITLE, 0, len("Then"))
    return [line]


def _cells_of_following(item: Countdown) -> tuple[str, str, str]:
    day = day_listed(item.date, item.today) if item.date else ""
    clock = f" {item.local:%H:%M}" if item.local else ""
    return what_listed(item.release), f"{day}{clock}", wait_listed(item)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell + " " * (width - cell_len(cell) + _GAP_OF_CELLS)
        for cell, width in zip(cells, widths, strict=True)
        if width
    ]
    return "".join(padded).rstrip()
