"""Text as premierectl writes it into tables: what cannot be seen as escapes, and no formulas."""

import re
import sys
from typing import Final

_ESCAPED: Final = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_HALF: Final = re.compile("[\ud800-\udfff]")
# What keeps a spreadsheet from taking a cell for a formula.
_GUARDED: Final = re.compile(r"'(?=[=+\-@＝＋－＠])")


def own_text(cell: str) -> str:
    """The text of a cell, without the guard and with the signs that cannot be seen."""
    return _ESCAPED.sub(_unescaped, _GUARDED.sub("", cell, count=1))


def _unescaped(escape: re.Match[str]) -> str:
    """The sign of an escape; of one that can be seen, or is none, the escape stood in the text."""
    code = int(escape[1] or escape[2] or escape[3], 16)
    if code > sys.maxunicode or _HALF.match(chr(code)):
        return escape[0]
    return escape[0] if chr(code).isascii() and chr(code).isprintable() else chr(code)
