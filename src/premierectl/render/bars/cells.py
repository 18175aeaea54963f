"""How wide a text is in cells of a terminal, and as much of it as fits."""

import re
from typing import Final

ELLIPSIS: Final = "…"

# Letters of Europe, dashes, quotes and the ellipsis: one cell each, and most titles have no other.
_ONE_CELL_EACH: Final = "[ -\u02ff\u2010-\u2027]*"


def width_in_cells(text: str) -> int:
    """The cells that a text takes."""
    if re.fullmatch(_ONE_CELL_EACH, text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - seldom: a script's answer loads no Rich

    return cell_len(text)


def cut_to_cells(text: str, cells: int) -> str:
    """The beginning of a text that is wider than so many cells, one or more, and an ellipsis."""
    from bisect import bisect_right  # noqa: PLC0415 - most titles fit

    # The longest beginning that leaves a cell; a longer one is never narrower.
    ends = range(len(text) + 1)
    kept = bisect_right(ends, cells - 1, key=lambda end: width_in_cells(text[:end])) - 1
    return text[:kept].rstrip() + ELLIPSIS
