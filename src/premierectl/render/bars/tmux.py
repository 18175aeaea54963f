"""What tmux puts in place of ``#(…)`` in a status line, where ``#`` begins a format of its own."""

from typing import Final

from premierectl.render.bars.text import BarStyle, text_of_bar
from premierectl.upcoming.bar import Bar

# ``status-right-length`` is 40; a space on each side.
_USUAL_CELLS: Final = 38


def tmux_bar(bar: Bar, style: BarStyle) -> str:
    """The line without colours; a format stands in it only where the template itself has one."""
    markup = style.markup()
    return "".join(
        _closed(run.literal, run.value) + markup(run.value).replace("#", "##")
        for run in text_of_bar(bar, style, _USUAL_CELLS).runs
    ) + "\n"  # fmt: skip


def _closed(literal: str, value: str) -> str:
    """What stands before a value, with no ``#`` at its end that the value could go on."""
    begun = (len(literal) - len(literal.rstrip("#"))) % 2
    return literal + "#" * (begun if value else 0)
