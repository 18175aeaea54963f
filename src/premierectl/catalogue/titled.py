"""Which shows have exactly a title, and whether two titles are one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.namesakes import country_key
from premierectl.folding import folded, is_exactly, squeezed, without_article

# Signs that a title is told by: ``C++`` is not ``C#``, where ``M.A.S.H`` is ``MASH``.
_TELLING: Final = frozenset("+#*@$%=^~")


class TitledShows(Struct, frozen=True, dict=True):
    """A catalogue in which many titles are looked up."""

    catalogue: Catalogue

    def called(self, title: str) -> list[Name]:
        """The shows of exactly this title, id or alias, but for case, accents and punctuation.

        All are from the best kind of match there is: an id, a title as it is written, a title, an
        alias. An article before a show's title may be left out.
        """
        known = self.catalogue.canonical(title)
        if known is not None and not is_exactly(title, self.catalogue.name(known).title):
            return [self.catalogue.name(known)]
        text = folded(title)
        texts = tuple(dict.fromkeys((text, squeezed(text))))
        indexed = self.catalogue.names_in_index(lambda index: index.named(texts))
        found = {name.id: name for name in (*self._at_hand.get(letters(title), ()), *indexed)}
        for is_called in _BEST_FIRST if text else _BEST_FIRST[:1]:
            called = [name for name in found.values() if is_called(title, name)]
            if called:
                return sorted(called, key=lambda name: self.catalogue.place(name.id))
        return []

    def titles_meant(self, words: Sequence[str]) -> Sequence[str]:
        """These words as the titles that they are: one of all of them, or one each.

        They are one each where one of them was quoted, as it holds a space, or where each is a show
        and all of them together are none.
        """
        joined = " ".join(words)
        if len(words) == 1 or self.called(joined):
            return [joined]
        quoted = any(" " in word.strip() for word in words)
        return words if quoted or all(map(self.called, words)) else [joined]

    @cached_property
    def _at_hand(self) -> Mapping[str, Sequence[Name]]:
        found = defaultdict[str, list[Name]](list)
        for name in self.catalogue.names_at_hand():
            texts = {text for each in (name.title, *name.aliases) for text in _read_both_ways(each)}
            for text in sorted({squeezed(each) for each in texts}):
                found[text].append(name)
        return found


def letters(title: str) -> str:
    """A title as it is compared: folded, and without its spaces."""
    return squeezed(folded(title))


def signs(title: str) -> Counter[str]:
    """The signs of a title by which people tell it from another of the same letters."""
    return Counter(char for char in title if char in _TELLING)


def same_country(one: str, other: str) -> bool:
    """Whether two people mean one country: the UK is the United Kingdom."""
    return country_key(one) == country_key(other)


def _read_both_ways(name: str) -> tuple[str, str]:
    """A name folded, with and without its article."""
    text = folded(name)
    return text, without_article(text)


def _has_letters(title: str, name: Name) -> bool:
    wanted = letters(title)
    return any(
        wanted == squeezed(text)
        for each in (name.title, *name.aliases)
        for text in _read_both_ways(each)
    )


_BEST_FIRST: Final[tuple[Callable[[str, Name], bool], ...]] = (
    lambda title, name: is_exactly(title, name.title),
    lambda title, name: folded(title) in _read_both_ways(name.title),
    lambda title, name: any(folded(title) in _read_both_ways(each) for each in name.aliases),
    _has_letters,
)
