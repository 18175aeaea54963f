"""A user's words to a show: the exact beats the folded, and nothing is guessed."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.layer import Entry, Index
from premierectl.catalogue.namesakes import COUNTRIES
from premierectl.folding import (
    folded,
    initials,
    is_exactly,
    is_unspaced,
    squeezed,
    without_article,
)

# What says that an id is meant, and not the title that reads like it.
ADDRESSED: Final = "id:"


def find(words: str, catalogue: Catalogue, *, whole: bool = False) -> tuple[Name, ...]:
    """The shows that go by these words, all from the best kind of match there is.

    An id is an address and wins alone, unless it is a title besides: then it is as ambiguous as
    the title is, and ``id:ghosts`` is the id. Behind it come title, alias, title with year or
    country, and where a ``whole`` name is not asked for, initials, the start of a name, words of one.
    """
    addressed = words.startswith(ADDRESSED)
    known = catalogue.canonical(words.removeprefix(ADDRESSED))
    if known is not None and (addressed or not is_exactly(words, catalogue.name(known).title)):
        return (catalogue.name(known),)
    wanted = _Wanted(words, folded(words))
    at_hand = list(map(_Read, catalogue.names_at_hand()))
    for question, matches in _WHOLE if whole else _TIERS:
        listed = (*at_hand, *map(_Read, catalogue.names_in_index(question(wanted))))
        found = [read.name for read in listed if matches(wanted, read)]
        if found:
            return tuple(sorted(found, key=lambda name: catalogue.place(name.id)))
        if not wanted.text:
            break
    return ()


def is_name(words: str, name: Name) -> bool:
    """Whether these words are all of the show's id, title or an alias, not only like one."""
    wanted = folded(words)
    names = [name.id, *map(folded, (name.title, *name.aliases))]
    return wanted in (*names, *map(without_article, names))


def spoken(catalogue: Catalogue) -> Iterator[str]:
    """Every folded id, title and alias that a show goes by, and perhaps some that a layer overrules."""
    for name in catalogue.names_at_hand():
        yield from _said_of(name)
    yield from catalogue.words_in_index(lambda index: index.spoken())


def first_called(text: str, catalogue: Catalogue) -> str | None:
    """The id of the first show that goes by this folded id, title or alias, if one does."""
    at_hand = catalogue.names_at_hand()
    known = (*at_hand, *catalogue.names_in_index(lambda index: index.named((text,))))
    called = (name.id for name in known if text in _said_of(name))
    return min(called, key=catalogue.place, default=None)


def _said_of(name: Name) -> Iterator[str]:
    return map(folded, (name.id, name.title, *name.aliases))


class _Wanted(Struct, frozen=True):
    """What is looked for: the words as they were written, and folded."""

    words: str
    text: str

    @property
    def bare(self) -> str:
        return without_article(self.text)


class _Read(Struct, frozen=True, dict=True):
    """What a show goes by, folded when the first who is not content with its title as it is asks."""

    name: Name

    @cached_property
    def title(self) -> str:
        return folded(self.name.title)

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        return (self.title, *map(folded, self.name.aliases))


def _is_exact(wanted: _Wanted, read: _Read) -> bool:
    return is_exactly(wanted.words, read.name.title)


def _is_title(wanted: _Wanted, read: _Read) -> bool:
    return wanted.text == read.title or without_article(read.title) in (wanted.text, wanted.bare)


def _is_alias(wanted: _Wanted, read: _Read) -> bool:
    return wanted.text in read.spoken


def _is_squeezed(wanted: _Wanted, read: _Read) -> bool:
    names = (squeezed(text) for each in read.spoken for text in (each, without_article(each)))
    return squeezed(wanted.text) in names


def _is_told_apart(wanted: _Wanted, read: _Read) -> bool:
    """Whether it is a name with the show's year, country or network behind it: ``shameless 2011``."""
    told = {str(read.name.year), folded(read.name.country or ""), folded(read.name.network or "")}
    for text in (wanted.text, wanted.bare):
        for name in (*read.spoken, without_article(read.title)):
            behind = text.removeprefix(f"{name} ")
            if name and behind != text and COUNTRIES.get(behind, behind) in told:
                return True
    return False


def _is_initials(wanted: _Wanted, read: _Read) -> bool:
    return wanted.text in filter(None, map(initials, read.spoken))


def _starts(wanted: _Wanted, read: _Read) -> bool:
    names = (read.name.id, *read.spoken)
    return any(
        text.startswith(wanted.text) for each in names for text in (each, without_article(each))
    )


def _has_words(wanted: _Wanted, read: _Read) -> bool:
    return any(_holds(text, wanted.text.split()) for text in read.spoken)


def _holds(text: str, words: Iterable[str]) -> bool:
    """Whether each is a word of the text; where words are not spaced, whether it stands in it."""
    known = set(text.split())
    return all(word in known or (is_unspaced(word) and word in text) for word in words)


def _beginnings(wanted: _Wanted) -> Iterator[str]:
    """The words without one or more of the last, as which a name may stand before what tells it apart."""
    words = wanted.text.split()
    for count in range(1, len(words)):
        text = " ".join(words[:count])
        yield text
        yield without_article(text)


IndexQuestion = Callable[[Index], Iterable[Entry]]
_Tier = tuple[Callable[[_Wanted], IndexQuestion], Callable[[_Wanted, _Read], bool]]


# What to ask an index for, and what of that and of all else is meant; the best first.
_TIERS: Final[tuple[_Tier, ...]] = (
    (lambda wanted: lambda index: index.named((wanted.text,)), _is_exact),
    (lambda wanted: lambda index: index.named((wanted.text, wanted.bare)), _is_title),
    (lambda wanted: lambda index: index.named((wanted.text,)), _is_alias),
    (lambda wanted: lambda index: index.named((squeezed(wanted.text),)), _is_squeezed),
    (lambda wanted: lambda index: index.named(tuple(_beginnings(wanted))), _is_told_apart),
    (lambda wanted: lambda index: index.named((wanted.text,)), _is_initials),
    (lambda wanted: lambda index: index.starting(wanted.text), _starts),
    (lambda wanted: lambda index: index.holding(wanted.text.split()), _has_words),
)
_WHOLE: Final = _TIERS[:5]
