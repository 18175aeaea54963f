"""The words of a long text around those that were looked for."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from premierectl.folding import folded, is_unspaced

# How many words stay on either side, or letters of a script without spaces.
_WORDS_BESIDE: Final = 4
_LETTERS_BESIDE: Final = 12


def has_words(text: str, wanted: str) -> bool:
    """Whether the folded words stand in a folded text as whole words, if their script has words."""
    return wanted in text if is_unspaced(wanted) else f" {wanted} " in f" {text} "


def passage(text: str, wanted: str) -> str:
    """The folded words where they first stand in a text that has them: ``… as a new couple, Tara …``."""
    spaced = not is_unspaced(wanted)
    units, gap = (text.split(), " ") if spaced else (list(text), "")
    beside = _WORDS_BESIDE if spaced else _LETTERS_BESIDE

    def holds(some: Sequence[str]) -> bool:
        return has_words(folded(gap.join(some)), wanted)

    end = bisect_left(range(len(units)), 1, key=lambda last: holds(units[: last + 1])) + 1
    start = bisect_left(range(end), 1, key=lambda first: not holds(units[first:end])) - 1
    first, last = max(0, start - beside), end + beside
    before, behind = "… " if first else "", " …" if last < len(units) else ""
    return f"{before}{gap.join(units[first:last])}{behind}"
