"""Of which show something is stated: one that is known, or a new one."""

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Final
from zlib import crc32

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.find import find, is_name
from premierectl.errors import UsageError
from premierectl.folding import folded, squeezed
from premierectl.season_key import plain_slug

# Signs that a title is told by: ``C++`` is not ``C#``, where ``M.A.S.H`` is ``MASH``.
_TELLING: Final = frozenset("+#*@$%=^~")


class Subject(Struct, frozen=True):
    """The id of a show, and the title of one that is new."""

    id: str
    title: str
    is_new: bool


class Hints(Struct, frozen=True, kw_only=True):
    """What a user says of which show is meant, besides its title: all of it may be left out."""

    id: str | None = None
    year: int | None = None
    network: str | None = None
    new: bool = False


def subject(title: str, said: Hints, catalogue: Catalogue) -> Subject:
    """The known show of exactly this title, id or alias, else a new one with an id of its own.

    A likeness is not enough. Raises :class:`UsageError` where it may be one that is known, with
    the way to say which is meant.
    """
    if said.id is not None:
        return _of_id(said.id, title, catalogue)
    known = () if said.new else _known(title, said, catalogue)
    if len(known) > 1:
        ids = " or ".join(f"--id {name.id}" for name in known)
        raise UsageError(f"several shows are called {title!r}; say which with {ids}, or add --new")
    for name in known:
        _refuse_another(title, name, said)
        return Subject(name.id, name.title, is_new=False)
    return Subject(_unused_id(title, said, catalogue), title, is_new=True)


def _of_id(show_id: str, title: str, catalogue: Catalogue) -> Subject:
    known = catalogue.canonical(show_id)
    if known is not None:
        return Subject(known, catalogue.name(known).title, is_new=False)
    if show_id != plain_slug(show_id):
        raise UsageError(f"--id {show_id!r} is no id; write small letters and digits, such as c-2")
    return Subject(show_id, title, is_new=True)


def _known(title: str, said: Hints, catalogue: Catalogue) -> list[Name]:
    """The shows of this title; one that is known to be of another year is another show."""
    found = [name for name in find(title, catalogue) if _is_called(title, name)]
    return [name for name in found if None in (said.year, name.year) or said.year == name.year]


def _is_called(title: str, name: Name) -> bool:
    spoken = map(squeezed, map(folded, (name.title, *name.aliases)))
    return is_name(title, name) or squeezed(folded(title)) in spoken


def _refuse_another(title: str, name: Name, said: Hints) -> None:
    """Refuse where the show may be another one: its title has other signs, or another network."""
    ways = f"say --id {name.id} if that is meant, or --new for another show"
    if all(_signs(title) != _signs(each) for each in (name.title, name.id, *name.aliases)):
        raise UsageError(f"{title!r} is like {name.title}; {ways}")
    networks = {folded(network) for network in (said.network, name.network) if network}
    if len(networks) > 1:
        raise UsageError(f"{name.title} is known from {name.network}; {ways}")


def _signs(text: str) -> Counter[str]:
    return Counter(char for char in text if char in _TELLING)


def _unused_id(title: str, said: Hints, catalogue: Catalogue) -> str:
    """The first id made of the title, with year or network behind it, that is nobody's."""
    return next(each for each in _ids(title, said) if catalogue.canonical(each) is None)


def _ids(title: str, said: Hints) -> Iterator[str]:
    base = plain_slug(title)
    if base:
        yield base
        yield from (plain_slug(f"{title} {each}") for each in (said.year, said.network) if each)
    yield from (f"{base or 'show'}-{_hash(title, again)}" for again in count())


def _hash(title: str, again: int) -> str:
    words = f"{title}{again}" if again else title
    return f"{crc32(words.encode('utf-8', 'replace')):08x}"
