"""What waybar reads of a custom module with ``"return-type": "json"`` (waybar-custom(5))."""

from premierectl.render.bars.one_line import one_line_json
from premierectl.render.bars.text import BarStyle, lines_beside, text_of_bar
from premierectl.upcoming.bar import Bar


def waybar_bar(bar: Bar, style: BarStyle) -> str:
    """One line of JSON; text and tooltip are Pango's markup, as a bare ``&`` leaves the label empty."""
    markup = style.markup("pango")
    return one_line_json(
        {
            "text": text_of_bar(bar, style).written(markup),
            "alt": bar.state,
            "tooltip": "\n".join(map(markup, lines_beside(bar, style.rows))),
            "class": bar.classes,
            "percentage": bar.percentage,
        }
    )
