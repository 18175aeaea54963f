"""Which networks and genres are meant by the words of a filter."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.networks import networks_of
from premierectl.catalogue.suggest import nearest
from premierectl.errors import AmbiguousError, NothingError
from premierectl.folding import folded, title_order
from premierectl.model import Show
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Chosen

# So many names are told in one sentence.
_MOST_CHOICES: Final = 12

Names = dict[str, str]


def with_names_meant(filters: Filters, chosen: Iterable[Chosen]) -> Filters:
    """The filters with the names of networks and genres of these shows that their words mean.

    A word is a name, or a part of one name alone. Raises :class:`AmbiguousError` where several names
    have it, :class:`NothingError` where none has; both list names.
    """
    shows = [each.show for each in chosen]
    networks = [_network(word, _networks_of(shows)) for word in filters.networks]
    genres = [_genre(word, _genres_of(shows)) for word in filters.genres]
    return replace(filters, networks=tuple(networks), genres=tuple(genres))


def with_known_names_meant(filters: Filters, catalogue: Catalogue) -> Filters:
    """The same among all that the catalogue has; what an index has is only read where it must be."""
    ids = catalogue.ids_at_hand() if filters.networks or filters.genres else ()
    shows = [show for show in (catalogue.get(each).show for each in ids) if show]
    networks, genres = _networks_of(shows), _genres_of(shows)
    if not set(map(folded, filters.networks)) <= networks.keys():
        networks = (
            _names_by_fold(catalogue.words_in_index(lambda index: index.network_names())) | networks
        )
    if not set(map(folded, filters.genres)) <= genres.keys():
        genres = (
            _names_by_fold(catalogue.words_in_index(lambda index: index.genre_names())) | genres
        )
    return replace(
        filters,
        networks=tuple(_network(word, networks) for word in filters.networks),
        genres=tuple(_genre(word, genres) for word in filters.genres),
    )


def _network(word: str, known: Names) -> str:
    return _name_meant(word, known, f"no show here is on {word!r}")


def _genre(word: str, known: Names) -> str:
    return _name_meant(word, known, f"no show here has the genre {word!r}")


def _name_meant(word: str, known: Names, none: str) -> str:
    found = _fitting_names(folded(word), known)
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise AmbiguousError(word, [_listed_names(found, known)])
    near = nearest(folded(word), known, limit=1)
    meant = f"; did you mean {known[near[0]]}?" if near else ""
    choice = f"; choose from {_listed_names(list(known), known)}" if known else ""
    raise NothingError(f"{none}{meant or choice}")


def _fitting_names(word: str, known: Names) -> Sequence[str]:
    """The name that is the word, else those with a word that begins so, else those that hold it."""
    if word in known or not word:
        return [word] if word else []
    begun = [name for name in known if f" {name}".find(f" {word}") >= 0]
    return begun or [name for name in known if word in name]


def _listed_names(found: Sequence[str], known: Names) -> str:
    names = sorted((known[name] for name in found), key=title_order)
    more = len(names) - _MOST_CHOICES
    return ", ".join(names[:_MOST_CHOICES]) + (f" and {more} more" if more > 0 else "")


def _networks_of(shows: Iterable[Show]) -> Names:
    return _names_by_fold(network for show in shows for network in networks_of(show))


def _genres_of(shows: Iterable[Show]) -> Names:
    return _names_by_fold(genre for show in shows for genre in show.genres)


def _names_by_fold(names: Iterable[str]) -> Names:
    return {folded(name): name for name in names}
