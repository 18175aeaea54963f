"""The networks and genres that somebody may mean who has typed the beginning of one."""

from collections.abc import Iterable, Iterator
from typing import Final

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.networks import networks_of
from premierectl.folding import folded, title_order
from premierectl.model import Show

_MOST_ASKED: Final = 300


def begun_names(names: Iterable[str], beginning: str) -> list[str]:
    """The names in which a word begins so, each once, in alphabetical order."""
    start = f" {folded(beginning)}"
    found = {folded(name): name for name in names if start in f" {folded(name)}"}
    return sorted(found.values(), key=title_order)


def networks_begun(beginning: str, catalogue: Catalogue) -> list[str]:
    """The networks in which a word begins so."""
    indexed = catalogue.words_in_index(lambda index: index.network_names())
    at_hand = (network for show in _at_hand(catalogue) for network in networks_of(show))
    return begun_names([*indexed, *at_hand], beginning)


def genres_begun(beginning: str, catalogue: Catalogue) -> list[str]:
    """The genres in which a word begins so.

    Of an index some shows are asked for theirs, and only where those at hand have none that fits:
    there are few genres, and reading all shows takes its time.
    """
    at_hand = (genre for show in _at_hand(catalogue) for genre in show.genres)
    found = begun_names(at_hand, beginning)
    if found:
        return found
    asked = catalogue.ids_in_index(lambda index: index.beginning("", _MOST_ASKED))
    shows = (catalogue.get(each).show for each in asked)
    return begun_names((genre for show in shows if show for genre in show.genres), beginning)


def _at_hand(catalogue: Catalogue) -> Iterator[Show]:
    shows = (catalogue.get(each).show for each in catalogue.ids_at_hand())
    return (show for show in shows if show)
