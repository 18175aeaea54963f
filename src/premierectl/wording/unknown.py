"""What is said of followed shows that the catalogue has not."""

from collections.abc import Iterator, Sequence
from typing import Final

from premierectl.watchlist import FollowedLine

_MOST_NAMED: Final = 10


def unknown_line_words(line: FollowedLine) -> str:
    """That the catalogue has not what a line follows, and what the next refresh will look for."""
    if line.sought is None:
        return "not in the catalogue"
    return f"not in the catalogue here yet; the next refresh will look for {line.sought}"


def unknown_words(lines: Sequence[FollowedLine]) -> Iterator[str]:
    """The same of several shows: those that are looked for, and those of which only an id is known."""
    sought = [
        f"{line.title} ({line.sought})" if line.title else line.sought
        for line in lines
        if line.sought
    ]
    if sought:
        it = "it" if len(sought) == 1 else "them"
        yield (
            f"followed but not in the catalogue here yet: {listed_names(sought)}; "
            f"the next refresh will look for {it}"
        )
    others = [line.id for line in lines if line.sought is None]
    if others:
        yield f"followed but not in the catalogue: {listed_names(others)}"


def listed_names(names: Sequence[str]) -> str:
    """Some names, ten at most: ``The Pitt, Silo``, ``... and 3 more``."""
    more = len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
