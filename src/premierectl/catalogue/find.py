"""A user's words to a show: exact beats alias beats start beats words; nothing is guessed."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Final

from premierectl.catalogue.layers import Entry, Index
from premierectl.catalogue.merge import Catalogue, Name

_PUNCTUATION: Final = {ord(char): " " for char in '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~–—·…“”„'} | {
    ord(char): None for char in "'’‘"
}
_ARTICLES: Final = ("the ", "a ", "an ")


def find(words: str, catalogue: Catalogue) -> tuple[Name, ...]:
    """The shows that go by these words, all from the best kind of match there is.

    An id is an address and wins alone. Case, accents, punctuation and a leading article do not
    count.
    """
    by_id = catalogue.canonical(words)
    if by_id is not None:
        return (catalogue.name(by_id),)
    wanted = folded(words)
    if not wanted:
        return ()
    at_hand = list(map(_read, catalogue.names_at_hand()))
    for question, matches in _tiers(wanted):
        listed = (*at_hand, *map(_read, catalogue.names_in_index(question)))
        found = [read[0] for read in listed if matches(*read)]
        if found:
            return tuple(sorted(found, key=lambda name: catalogue.place(name.id)))
    return ()


def is_name(words: str, name: Name) -> bool:
    """Whether these words are all of the show's id, title or an alias, not only like one."""
    wanted = folded(words)
    spoken = [name.id, *map(folded, (name.title, *name.aliases))]
    return wanted in (*spoken, *map(without_article, spoken))


def spoken(catalogue: Catalogue) -> dict[str, str]:
    """Every folded id, title and alias, and the first show that goes by it."""
    rows = list(catalogue.spoken_in_index())
    for name in catalogue.names_at_hand():
        place = catalogue.place(name.id)
        rows += [(place, name.id, folded(text)) for text in (name.id, name.title, *name.aliases)]
    first: dict[str, str] = {}
    for _, show_id, text in sorted(rows, key=itemgetter(0)):
        first.setdefault(text, show_id)
    return first


def folded(text: str) -> str:
    """The text as it is compared: no case, accents, apostrophes or punctuation."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.casefold().translate(_PUNCTUATION).split())


def without_article(text: str) -> str:
    """A folded name without the article that it begins with."""
    for article in _ARTICLES:
        if text.startswith(article):
            return text[len(article) :]
    return text


Read = tuple[Name, str, str]


def _read(name: Name) -> Read:
    title = folded(name.title)
    return name, without_article(title), title


Tier = tuple[Callable[[Index], Iterable[Entry]], Callable[[Name, str, str], bool]]


def _tiers(wanted: str) -> Iterator[Tier]:
    """What to ask an index for, and what of that and of all else is meant; the best first."""
    bare = without_article(wanted)
    words = wanted.split()

    def is_it(_: Name, title: str, full: str) -> bool:
        return wanted == full or title in (wanted, bare)

    def is_alias(name: Name, _: str, __: str) -> bool:
        return wanted in map(folded, name.aliases)

    def starts(name: Name, title: str, full: str) -> bool:
        return _starts(wanted, name, title, full)

    def has_words(name: Name, _: str, full: str) -> bool:
        return _has_words(words, name, full)

    yield lambda index: index.named((wanted, bare)), is_it
    yield lambda index: index.named((wanted,)), is_alias
    yield lambda index: index.starting(wanted), starts
    yield lambda index: index.holding(words), has_words


def _starts(wanted: str, name: Name, title: str, full: str) -> bool:
    if full.startswith(wanted) or title.startswith(wanted):
        return True
    return any(
        without_article(folded(other)).startswith(wanted) for other in (name.id, *name.aliases)
    )


def _has_words(words: list[str], name: Name, full: str) -> bool:
    return any(set(words) <= set(text.split()) for text in (full, *map(folded, name.aliases)))
