"""Which show of the catalogue a row means: by number, else by its whole title with nothing against it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.find import spoken
from premierectl.catalogue.layer import numbers_in
from premierectl.catalogue.namesakes import COUNTRIES, without_ending
from premierectl.folding import folded, without_article
from premierectl.followed_line import FollowedLine
from premierectl.moving_in.row import ImportedRow

# The services by whose numbers a show can be looked up later.
_LOOKED_UP: Final = frozenset({"tvmaze", "imdb", "tvdb"})


class ShowMatch(Struct, frozen=True):
    """What a row means: a show of the catalogue, a number to look it up by, or why neither.

    ``candidates`` are the shows, by id, that it could be; where ``is_ambiguous``, one of them may
    well be it, else they are only near.
    """

    show_id: str | None = None
    number: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""
    is_ambiguous: bool = False


class Matcher(Struct, frozen=True, dict=True):
    """A catalogue that many rows are held against."""

    catalogue: Catalogue

    def match(self, row: ImportedRow) -> ShowMatch:
        """What a row means: the first that holds of a number, a number to ask by, and a title."""
        known = _as_line(row).show_in(self.catalogue) if row.show else None
        numbers = {
            show_id: f"{service}:{number}"
            for service, number in numbers_in(row.ids)
            if (show_id := self.catalogue.numbered((service, number)))
        }
        if known:
            return ShowMatch(known)
        if len(numbers) == 1:
            return ShowMatch(next(iter(numbers)))
        if numbers:
            reason = f"{' and '.join(numbers.values())} are different shows"
            return ShowMatch(candidates=tuple(numbers), reason=reason, is_ambiguous=True)
        asked = (f"{name}:{number}" for name, number in numbers_in(row.ids) if name in _LOOKED_UP)
        number = next(asked, None)
        if number is not None:
            return ShowMatch(number=number)
        return self._by_title(row, row.title) if row.title else ShowMatch(reason="it has no title")

    def called(self, title: str) -> list[Name]:
        """The shows whose whole title or alias this is, folded, an article before it dropped."""
        texts = _spellings(title)
        indexed = self.catalogue.names_in_index(lambda index: index.named(texts))
        of_title = (name for name in indexed if set(texts) & _all_names(name))
        found = [name for text in texts for name in self._at_hand.get(text, ())]
        return list({name.id: name for name in (*found, *of_title)}.values())

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Every folded id, title and alias that a show goes by."""
        return frozenset(spoken(self.catalogue))

    @cached_property
    def _at_hand(self) -> Mapping[str, Sequence[Name]]:
        found = defaultdict[str, list[Name]](list)
        for name in self.catalogue.names_at_hand():
            for text in _all_names(name):
                found[text].append(name)
        return found

    def _by_title(self, row: ImportedRow, title: str) -> ShowMatch:
        found = self.called(title)
        plain, said = without_ending(title)
        if found or not said:
            return _of_the_year(found, row.year)
        namesakes, behind = self.called(plain), folded(said)
        wanted = COUNTRIES.get(behind, behind)
        same = [
            each for each in namesakes if wanted in (str(each.year), folded(each.country or ""))
        ]
        if len(same) == 1:
            return _of_the_year(same, row.year)
        unsaid = [each for each in namesakes if _is_unsaid(each, behind)]
        reason = f"the catalogue does not say which of that name is {said}"
        if unsaid or same:
            return ShowMatch(candidates=_ids_of(same or unsaid), reason=reason, is_ambiguous=True)
        return ShowMatch(candidates=_ids_of(namesakes), reason="no show has that title")


def _as_line(row: ImportedRow) -> FollowedLine:
    """The line of a watchlist of ours that the row is: its numbers tell its show from a namesake here."""
    return FollowedLine(
        id=row.show or "", title=row.title, year=row.year, ids=row.ids, by_title=row.by_title
    )


def _of_the_year(found: Sequence[Name], year: int | None) -> ShowMatch:
    """The one of these shows that nothing speaks against."""
    fits = [name for name in found if year is None or name.year in (None, year)]
    exact = [name for name in fits if name.year == year is not None]
    if len(exact or fits) == 1:
        return ShowMatch((exact or fits)[0].id)
    if fits:
        reason = f"{len(fits)} shows have that title"
        return ShowMatch(candidates=_ids_of(fits), reason=reason, is_ambiguous=True)
    reason = (
        f"the show of that title is from {found[0].year}" if found else "no show has that title"
    )
    return ShowMatch(candidates=_ids_of(found), reason=reason)


def _is_unsaid(name: Name, behind: str) -> bool:
    return (name.year if behind.isdigit() else name.country) is None


def _ids_of(names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(name.id for name in names)


def _spellings(title: str) -> tuple[str, ...]:
    text = folded(title)
    return tuple(dict.fromkeys((text, without_article(text))))


def _all_names(name: Name) -> set[str]:
    return {text for each in (name.title, *name.aliases) for text in _spellings(each)} - {""}
