"""What is said of earlier versions of the watchlist."""

from collections.abc import Iterable

from premierectl.watchlist_edits import Edit
from premierectl.wording.unknown import listed_names


def edits_words(edits: Iterable[Edit]) -> str:
    """What a change did: ``added: The Pitt, Silo; removed: Severance``."""
    named: dict[str, list[str]] = {}
    for edit in edits:
        named.setdefault(edit.kind, []).append(edit.what)
    words = "; ".join(f"{kind}: {listed_names(names)}" for kind, names in named.items())
    return words or "the same shows, told by more"
