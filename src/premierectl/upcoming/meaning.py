"""What a user's words mean: which show, and which piece of it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.find import find, is_name
from premierectl.season_key import slug
from premierectl.selector import WHOLE, Piece, read_selector


class Meaning(Struct, frozen=True):
    """The shows that the words for a show may mean, and the piece of it; none where none does."""

    words: str
    shows: tuple[Name, ...]
    piece: Piece = WHOLE


def meaning(words: str, catalogue: Catalogue, *, whole: bool = False) -> Meaning:
    """What these words mean: a title, or one with a season, a part, an episode, a special behind it.

    An id with a colon and a piece behind it is an address, also where it is a title of several. Where
    the ``whole`` name is asked for, the beginning of one means nothing.
    """
    found = find(words, catalogue, whole=whole)
    if found:
        return Meaning(words, found)
    asked = read_selector(words)
    if asked.piece != WHOLE:
        known = catalogue.canonical(asked.words) if f"{asked.words}:" in words else None
        found = (catalogue.name(known),) if known else find(asked.words, catalogue, whole=whole)
    if found:
        return Meaning(asked.words, found, asked.piece)
    return next(_with_special(words, catalogue), Meaning(asked.words, (), asked.piece))


def titles_in(
    words: Sequence[str], catalogue: Catalogue, *, whole: bool = False
) -> tuple[str, ...]:
    """These words as one title; where nothing goes by that, each by itself."""
    joined = " ".join(words)
    return (joined,) if meaning(joined, catalogue, whole=whole).shows else tuple(words)


def _with_special(words: str, catalogue: Catalogue) -> Iterator[Meaning]:
    """A title with the name of one of its specials behind it: ``doctor who christmas special``."""
    parts = words.split()
    for count in range(len(parts) - 1, 0, -1):
        title, key = " ".join(parts[:count]), slug(" ".join(parts[count:]))
        named = (name for name in find(title, catalogue) if is_name(title, name))
        found = tuple(name for name in named if _has_season(catalogue, name, key))
        if found:
            yield Meaning(title, found, Piece(key))


def _has_season(catalogue: Catalogue, name: Name, key: str) -> bool:
    show = catalogue.get(name.id).show
    return show is not None and any(season.key == key for season in show.seasons)
