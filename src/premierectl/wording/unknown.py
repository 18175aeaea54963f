"""What is said of followed shows that the catalogue has not."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.namesakes import labels, show_address
from premierectl.followed_line import FollowedLine
from premierectl.waiting import could_be, name_of_line

_MOST_NAMED: Final = 10


def unknown_line_words(line: FollowedLine, candidates: Sequence[Name] = ()) -> str:
    """That the catalogue has not what a line follows, and what the next refresh will look for.

    One that is followed by title may be undecided between several shows.
    """
    if candidates:
        return f"not in the catalogue yet; could be {either(labels(candidates))}"
    if line.sought is not None:
        return f"not in the catalogue here yet; the next refresh will look for {line.sought}"
    if line.by_title:
        return "not in the catalogue yet; the next refresh will look for it"
    return "not in the catalogue"


def followed_unknown_words(lines: Sequence[FollowedLine], catalogue: Catalogue) -> Iterator[str]:
    """What is said of all these lines of which the catalogue has nothing."""
    found = [(line, could_be(line, catalogue)) for line in lines]
    yield from unknown_words([line for line, names in found if not names])
    for line, names in found:
        if names:
            yield undecided_words(name_of_line(line), names)


def unknown_words(lines: Sequence[FollowedLine]) -> Iterator[str]:
    """The same of several shows: those looked for by number, by title, and of which only an id is known."""
    sought = [
        f"{line.title} ({line.sought})" if line.title else line.sought
        for line in lines
        if line.sought
    ]
    yield from _looked_for("not in the catalogue here yet", sought)
    unnumbered = [line for line in lines if line.sought is None]
    by_title = [name_of_line(line) for line in unnumbered if line.by_title]
    yield from _looked_for("not in the catalogue yet", by_title)
    others = [line.id for line in unnumbered if not line.by_title]
    if others:
        yield f"followed but not in the catalogue: {listed_names(others)}"


def undecided_words(title: str, candidates: Sequence[Name]) -> str:
    """Between which shows it is open what a title means, and how to follow one of them."""
    which = "if it is, follow it" if len(candidates) == 1 else "follow the one that you mean"
    command = f"premierectl watchlist add {show_address(candidates[0])}"
    return f"{title} could be {either(labels(candidates))}; {which}: {command}"


def either(words: Iterable[str]) -> str:
    """Several things of which one is meant: ``a, b or c``."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _looked_for(where: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        it = "it" if len(names) == 1 else "them"
        yield f"followed but {where}: {listed_names(names)}; the next refresh will look for {it}"


def listed_names(names: Sequence[str]) -> str:
    """Some names, ten at most: ``The Pitt, Silo``, ``... and 3 more``."""
    more = len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
