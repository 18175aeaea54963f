"""Shows by their whole titles: which one a title means, if it means one, and no other could be."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.namesakes import Titled, country_key, without_ending
from premierectl.folding import folded

if TYPE_CHECKING:
    from premierectl.catalogue.catalogue import Catalogue, Name

ShowOfTitle = TypeVar("ShowOfTitle", bound=Titled)


def title_key(title: str) -> str:
    """What two ways to write one title have in common; of signs alone, these signs."""
    return folded(title) or " ".join(title.casefold().split())


class WantedTitle(Struct, frozen=True):
    """A title with what is known of its show: the year in which it began, the country it is from."""

    title: str
    year: int | None = None
    country: str = ""

    @classmethod
    def read(cls, title: str, year: int | None = None) -> "WantedTitle":
        """A title as it is written, with a year or a country in brackets behind it or not."""
        plain, behind = without_ending(title)
        if behind.isdigit():
            return cls(plain, year or int(behind))
        return cls(plain, year, country_key(behind))

    def may_be(self, show: Titled) -> bool:
        """Whether the show has this title, and nothing speaks against it."""
        theirs = _wanted_by(show)
        years, countries = (self.year, theirs.year), (self.country, theirs.country)
        return (
            title_key(self.title) == title_key(theirs.title)
            and (None in years or self.year == theirs.year)
            and ("" in countries or self.country == theirs.country)
        )

    def agrees(self, show: Titled) -> bool:
        """Whether its year or its country speaks for the show."""
        theirs = _wanted_by(show)
        return (self.year is not None and self.year == theirs.year) or (
            self.country != "" and self.country == theirs.country
        )

    def those_in(self, shows: Iterable[ShowOfTitle]) -> list[ShowOfTitle]:
        """The shows that it could be; those that its year or country speaks for, if there are such."""
        could = [show for show in shows if self.may_be(show)]
        return [show for show in could if self.agrees(show)] or could

    def only_one_of(self, could: list[ShowOfTitle]) -> ShowOfTitle | None:
        """The one that it is; null for several.

        One of the two that is told from namesakes is the other only where that agrees.
        """
        if len(could) != 1:
            return None
        (show,) = could
        is_told_apart = bool(self.country or without_ending(show.title)[1])
        return show if self.agrees(show) or not is_told_apart else None


class ShowsByTitle(Generic[ShowOfTitle]):
    """Shows that many titles are held against."""

    def __init__(self, shows: Iterable[ShowOfTitle]) -> None:
        self._shows = defaultdict[str, list[ShowOfTitle]](list)
        for show in shows:
            self._shows[title_key(without_ending(show.title)[0])].append(show)

    def like(self, wanted: WantedTitle, more: Iterable[ShowOfTitle] = ()) -> list[ShowOfTitle]:
        """The shows that a title could mean, among these and ``more``."""
        return wanted.those_in([*self._shows.get(title_key(wanted.title), ()), *more])


class CatalogueTitles:
    """The shows of a catalogue by their whole titles."""

    def __init__(self, catalogue: "Catalogue") -> None:
        self._catalogue = catalogue
        self._at_hand: ShowsByTitle[Name] | None = None

    def like(self, wanted: WantedTitle) -> list["Name"]:
        """The shows that a title could mean."""
        if self._at_hand is None:
            self._at_hand = ShowsByTitle(self._catalogue.names_at_hand())
        text = title_key(wanted.title)
        indexed = self._catalogue.names_in_index(lambda index: index.named((text,)))
        return self._at_hand.like(wanted, indexed)

    def the_one(self, title: str, year: int | None, promised: str) -> str | None:
        """The id of the show that a title means, if no other could be meant.

        A show of the live layer under the ``promised`` id was taken for it there, whoever of that
        title came since.
        """
        wanted = WantedTitle.read(title, year)
        could = self.like(wanted)
        if any(name.id == promised and self._is_live(name) for name in could):
            return promised
        found = wanted.only_one_of(could)
        return None if found is None else found.id

    def _is_live(self, name: "Name") -> bool:
        return "live" in self._catalogue.layers_of(name.id)


def _wanted_by(show: Titled) -> WantedTitle:
    """The title, the year and the country of a show."""
    told = WantedTitle.read(show.title, show.year)
    return replace(told, country=told.country or country_key(show.country or ""))
