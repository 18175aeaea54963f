"""Text for a voice or a Braille display: what neither can tell is named in words."""

import re
import unicodedata
from typing import Final

from premierectl.render.safe_text import shown

# Arrows, lines and blocks, shapes and stars, wherever Unicode has them; an emoji has a name already.
_SIGNS_OF_DRAWING: Final = (
    "[\u2190-\u21ff\u2500-\u25ff\u2605\u2606\u2700-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff"
    "\U0001f800-\U0001f8ff\U0001fb00-\U0001fbff]"
)


def heard(text: str) -> str:
    """The text on one line, safe for a terminal; a sign that only draws is told by its name.

    So ``★`` is ``(black star)``. Cut only where it is longer than anybody listens to.
    """
    return re.sub(_SIGNS_OF_DRAWING, _named_sign, shown(text)).replace("…", "...")


def _named_sign(match: "re.Match[str]") -> str:
    return f"({unicodedata.name(match[0], 'a sign').lower()})"
