"""The nearest known words to a misspelt one; only ever suggested, never taken."""

from collections.abc import Iterable

_ALIKE = 70.0


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to ``limit`` known words that look like this one, the nearest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(word, list(known), scorer=fuzz.ratio, limit=limit, score_cutoff=_ALIKE)
    return tuple(match for match, _, _ in found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that suggests the nearest known word; empty where none is near."""
    near = nearest(word, known, limit=1)
    return f"; did you mean {near[0]}?" if near else ""
