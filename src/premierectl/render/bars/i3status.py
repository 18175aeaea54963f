"""What a custom block of i3status-rust reads with ``json = true``; it escapes by itself."""

from typing import Final

from premierectl.render.bars.one_line import one_line_json
from premierectl.render.bars.text import BarStyle, text_of_bar
from premierectl.upcoming.bar import Bar, BarState

_STATES: Final[dict[BarState, str]] = {"today": "Good", "soon": "Info", "error": "Critical"}


def i3status_bar(bar: Bar, style: BarStyle) -> str:
    """One line of JSON, without an icon."""
    markup = style.markup()
    usual = _STATES.get(bar.state, "Idle")
    return one_line_json(
        {
            "icon": "",
            "state": "Warning" if bar.old else usual,
            "text": text_of_bar(bar, style).written(markup),
            "short_text": markup(bar.wait),
        }
    )
