"""The known words nearest to a misspelt one; only ever suggested, never taken."""

from collections.abc import Iterable

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.find import spoken
from premierectl.folding import folded

_ALIKE = 70.0


def suggestions(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the shows that look most like these words."""
    known = spoken(catalogue)
    return tuple(dict.fromkeys(known[text] for text in nearest(folded(words), known)))


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to ``limit`` known words that look like this one, the nearest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(word, list(known), scorer=fuzz.ratio, limit=limit, score_cutoff=_ALIKE)
    return tuple(match for match, _, _ in found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that suggests the nearest known word; empty where none is near."""
    near = nearest(word, known, limit=1)
    return f"; did you mean {near[0]}?" if near else ""
