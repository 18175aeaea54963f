"""How long a time is that somebody writes in days, weeks, months or years."""

import re
from typing import Final

# So that nothing is missed, a month is as long as any is, and so is a year.
_DAYS_IN: Final = {"d": 1, "w": 7, "m": 31, "y": 366}
_SPAN: Final = r"(?P<number>[0-9]{1,6}) ?(?P<unit>d|days?|w|weeks?|m|months?|y|years?)|(?P<one>week|month|year)"


def days_of_span(words: str) -> int | None:
    """The days of ``10d``, ``2w``, ``3 months``, ``week``, ``month`` or ``year``; null for anything else."""
    written = re.fullmatch(_SPAN, words.strip().lower())
    if written is None:
        return None
    unit = written["one"] or written["unit"]
    return int(written["number"] or 1) * _DAYS_IN[unit[0]]
