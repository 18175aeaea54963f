"""One line, for conky and any prompt; an empty one where nothing is to come."""

from premierectl.render.bars.text import BarStyle, text_of_bar
from premierectl.upcoming.bar import Bar


def plain_bar(bar: Bar, style: BarStyle) -> str:
    """The text on its line."""
    return text_of_bar(bar, style).written(style.markup()) + "\n"
