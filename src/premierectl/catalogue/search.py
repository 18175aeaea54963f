"""Text to shows, titles first: the whole text, its start, the start of a word, anywhere in it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, Literal

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.networks import networks_of
from premierectl.catalogue.passage import has_words, passage
from premierectl.folding import folded, is_unspaced, title_order
from premierectl.model import Show

SearchedField = Literal[
    "title", "alias", "person", "character", "creator", "network", "genre", "story",
]  # fmt: skip
SEARCHED: Final[tuple[SearchedField, ...]] = (
    "title", "alias", "person", "character", "creator", "network", "genre", "story",
)  # fmt: skip
TITLES: Final[frozenset[SearchedField]] = frozenset({"title", "alias"})

_WORD_BEGINS: Final = 2
# Two letters begin a word of nearly every cast.
_FEWEST_LETTERS: Final = 3


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


def search_everywhere(text: str, catalogue: Catalogue, shows: Iterable[Show]) -> list[Match]:
    """The shows of that title or alias, and behind them those of these shows that tell of it.

    In what is no title the text has to begin a word.
    """
    titled = search_names(text, catalogue)
    wanted = folded(text)
    if len(wanted) < _FEWEST_LETTERS and not is_unspaced(wanted):
        return titled
    listed = {match.show_id for match in titled}
    others = (show for show in shows if show.id not in listed)
    told = search_shows(text, others, set(SEARCHED) - TITLES)
    return titled + [match for match in told if match.rank <= _WORD_BEGINS]


def search_shows(text: str, shows: Iterable[Show], fields: Iterable[SearchedField]) -> list[Match]:
    """The shows one of whose fields holds this text, the best first; each show once."""
    wanted = set(fields)
    return _ranked(text, ((show.id, show.title, _fields_of_show(show, wanted)) for show in shows))


Texts = Iterator[tuple[SearchedField, str]]


def _ranked(text: str, listed: Iterable[tuple[str, str, Texts]]) -> list[Match]:
    wanted = folded(text)
    found = []
    for show_id, title, stated in listed:
        matches = (_match(wanted, show_id, title, *each) for each in stated)
        best = min(filter(None, matches), key=_within_show, default=None)
        if best is not None:
            found.append(best)
    return sorted(found, key=_among_shows)


def _match(wanted: str, show_id: str, title: str, field: SearchedField, value: str) -> Match | None:
    text = folded(value)
    if not wanted or wanted not in text:
        return None
    if field != "story":
        return Match(show_id, title, field, value, _rank(wanted, text))
    if not has_words(text, wanted):
        return None
    return Match(show_id, title, field, passage(value, wanted), _WORD_BEGINS)


def _within_show(match: Match) -> tuple[int, int, int]:
    return _kind(match.field), match.rank, SEARCHED.index(match.field)


def _among_shows(match: Match) -> tuple[int, int, tuple[str, str], str]:
    return _kind(match.field), match.rank, title_order(match.title), match.show_id


def _kind(field: SearchedField) -> int:
    """Titles come first and stories last."""
    return 0 if field in TITLES else 2 if field == "story" else 1


def _rank(wanted: str, text: str) -> int:
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return _WORD_BEGINS if f" {wanted}" in text else 3


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
    yield "network", dict.fromkeys(networks_of(show))
    yield "genre", show.genres
    yield "story", (show.synopsis, *(season.synopsis for season in show.seasons))
