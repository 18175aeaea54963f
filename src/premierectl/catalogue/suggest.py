"""The known words nearest to a misspelt one; only ever suggested, never taken."""

from collections.abc import Iterable
from typing import Final

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.find import first_called, spoken
from premierectl.folding import folded

_ALIKE: Final = 70.0
# A score that is asked for as the least is met by what comes this near to it.
_ROUNDING: Final = 0.01


def suggestions(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the shows that look most like these words."""
    wanted, known = folded(words), set(spoken(catalogue))
    while near := nearest(wanted, known):
        shows = [first_called(text, catalogue) for text in near]
        if None not in shows:
            return tuple(dict.fromkeys(filter(None, shows)))
        known.difference_update(near)
        known.update(text for text, show in zip(near, shows, strict=True) if show)
    return ()


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to ``limit`` known words that look like this one, the nearest first, alike by alphabet."""
    from rapidfuzz import fuzz, process

    words = list(known)
    found = process.extract(word, words, scorer=fuzz.ratio, limit=limit, score_cutoff=_ALIKE)
    if len(found) == limit:  # as many again may be as near as the last
        least = found[-1][1] - _ROUNDING
        found = process.extract(word, words, scorer=fuzz.ratio, limit=None, score_cutoff=least)
    ranked = sorted((-score, match) for match, score, _ in found)
    return tuple(match for _, match in ranked[:limit])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that suggests the nearest known word; empty where none is near."""
    near = nearest(word, known, limit=1)
    return f"; did you mean {near[0]}?" if near else ""
