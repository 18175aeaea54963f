"""Text to shows, ranked: the whole text, its start, the start of a word, anywhere in it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, Literal

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.folding import folded, title_order
from premierectl.model import Show

SearchedField = Literal["title", "alias", "person", "character", "creator", "network", "genre"]
SEARCHED: Final[tuple[SearchedField, ...]] = (
    "title", "alias", "person", "character", "creator", "network", "genre",
)  # fmt: skip


class Match(Struct, frozen=True):
    """A show that matches: the field, its text, and how well (0 is the whole text)."""

    show_id: str
    title: str
    field: SearchedField
    text: str
    rank: int


def search_names(text: str, catalogue: Catalogue) -> list[Match]:
    """The shows whose title or alias holds this text, the best first."""
    wanted = folded(text)
    if not wanted:
        return []
    names = chain(
        catalogue.names_at_hand(), catalogue.names_in_index(lambda index: index.holding((wanted,)))
    )
    return _ranked(text, ((name.id, name.title, _names_of(name)) for name in names))


def search_shows(text: str, shows: Iterable[Show], fields: Iterable[SearchedField]) -> list[Match]:
    """The shows one of whose fields holds this text, the best first; each show once."""
    wanted = set(fields)
    return _ranked(text, ((show.id, show.title, _fields_of_show(show, wanted)) for show in shows))


Texts = Iterator[tuple[SearchedField, str]]


def _ranked(text: str, listed: Iterable[tuple[str, str, Texts]]) -> list[Match]:
    wanted = folded(text)
    found = []
    for show_id, title, stated in listed:
        ranks = [(_rank(wanted, folded(value)), field, value) for field, value in stated]
        best = min(
            ((rank, field, value) for rank, field, value in ranks if rank is not None),
            key=lambda match: (match[0], SEARCHED.index(match[1])),
            default=None,
        )
        if best is not None:
            found.append(Match(show_id, title, best[1], best[2], best[0]))
    return sorted(found, key=lambda match: (match.rank, title_order(match.title), match.show_id))


def _rank(wanted: str, text: str) -> int | None:
    if not wanted or wanted not in text:
        return None
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in text else 3


def _names_of(name: Name) -> Texts:
    yield "title", name.title
    for alias in name.aliases:
        yield "alias", alias


def _fields_of_show(show: Show, wanted: set[SearchedField]) -> Texts:
    everything: Texts = (
        (field, value)
        for field, values in _values(show)
        for value in values
        if field in wanted and value
    )
    return everything


def _values(show: Show) -> Iterator[tuple[SearchedField, Iterable[str | None]]]:
    cast = [member for season in show.seasons for member in season.cast] + list(show.cast)
    yield "title", (show.title,)
    yield "alias", show.aliases
    yield "person", dict.fromkeys(member.person for member in cast)
    yield "character", dict.fromkeys(member.character for member in cast)
    yield "creator", show.creators
    yield "network", dict.fromkeys((show.network, *(season.network for season in show.seasons)))
    yield "genre", show.genres
