"""The two sides of a merge that git left in a file, between its marks."""

import re
from typing import Final

from msgspec import Struct

CONFLICT_MARK: Final = r"(?m)^<<<<<<<( |$)"
_SIDE_MARK: Final = r"([<|=>])\1{6}(?![<|=>])"
_SIDES: Final = {"<": "ours", "|": "base", "=": "theirs", ">": None}


class ConflictSides(Struct, frozen=True):
    """A text as either side has it, and as it was, where the marks tell that (``diff3``)."""

    ours: str
    theirs: str
    base: str | None


def conflict_sides(text: str) -> ConflictSides | None:
    """Both sides of every conflict in a text; null where there is none.

    What stands outside of the marks is of both sides.
    """
    if re.search(CONFLICT_MARK, text) is None:
        return None
    lines: dict[str, list[str]] = {"ours": [], "base": [], "theirs": []}
    side, has_base = None, False
    for line in text.splitlines(keepends=True):
        mark = re.match(_SIDE_MARK, line)
        if mark and (side or mark[1] == "<"):
            side = _SIDES[mark[1]]
            has_base |= side == "base"
            continue
        for each in [side] if side else lines:
            lines[each].append(line)
    ours, base, theirs = map("".join, lines.values())
    return ConflictSides(ours, theirs, base if has_base else None)
