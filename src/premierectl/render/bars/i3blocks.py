"""What i3blocks reads: text, short text and colour, a line each; its JSON cuts a text at a quote."""

from typing import Final

from premierectl.render.bars.text import BarStyle, text_of_bar
from premierectl.upcoming.bar import Bar, BarState

_COLORS: Final[dict[BarState, str]] = {"today": "#8ae234", "soon": "#fce94f"}


def i3blocks_bar(bar: Bar, style: BarStyle) -> str:
    """Three lines, each empty where there is nothing to say."""
    markup = style.markup()
    text = text_of_bar(bar, style).written(markup)
    return f"{text}\n{markup(bar.wait)}\n{_COLORS.get(bar.state, '')}\n"
