"""One line of the watchlist: what of a show is followed, and which show it means."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct, convert
from msgspec.structs import replace

from premierectl.catalogue.layer import numbers_in
from premierectl.folding import folded
from premierectl.model import ExternalIds
from premierectl.season_key import SeasonKey
from premierectl.selector import Piece, covers

if TYPE_CHECKING:
    from premierectl.catalogue.catalogue import Catalogue

# A special's key in a file; any other text would follow nothing.
Slug = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
# How long a show is muted: until it is unmuted, renewed, dated, or until that day begins.
Mute = Annotated[str, Meta(pattern="^(always|renewed|dated|[0-9]{4}-[0-9]{2}-[0-9]{2})$")]


class FollowedLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the watchlist: a show, a season of it, or a part of one; ``added`` is in UTC.

    ``title``, ``year`` and the numbers in ``ids`` are those of the show when it was followed: they
    tell it from others that come to its id. A line of an earlier premierectl has the id alone. One
    that is followed ``by_title`` waits until the catalogue has the one show of that title.
    """

    id: str
    season: int | Slug | None = None
    part: int | None = None
    added: datetime | None = None
    note: str | None = None
    title: str | None = None
    year: int | None = None
    ids: ExternalIds | None = None
    tags: tuple[str, ...] = ()
    muted: Mute | None = None
    by_title: bool = False

    @property
    def piece(self) -> Piece:
        """What of the show is followed."""
        unit: Literal["part"] | None = "part" if self.part is not None else None
        return Piece(self.season, unit, self.part)

    @property
    def key(self) -> tuple[str, SeasonKey | None, int | None]:
        """What makes two lines the same."""
        return self.id, self.season, self.part

    @property
    def sought(self) -> str | None:
        """The number by which a refresh looks for the show: ``tvmaze:139``; null for an id alone."""
        if ":" in self.id:
            return self.id
        return next((f"{service}:{number}" for service, number in numbers_in(self.ids)), None)

    @property
    def address(self) -> str:
        """What its show is told by: a number of a service, else the id alone."""
        return self.sought or self.id

    def show_in(self, catalogue: "Catalogue") -> str | None:
        """The id under which the catalogue lists the show that this follows; null where it does not.

        A number finds it whatever its id is there, and refuses what else came to its id. Where none
        is known of both, title and year must agree; a line without numbers goes by its id, unless
        the year is another, and one that is followed by title by that alone.
        """
        if self.by_title and self.ids is None:
            return catalogue.titles.the_one(self.title or self.id, self.year, self.id)
        known = catalogue.canonical(self.id)
        there = {} if known is None or self.ids is None else catalogue.numbers(known)
        common = False
        for service, number in numbers_in(self.ids):
            found = known if there.get(service) == number else catalogue.numbered((service, number))
            if found is not None:
                return found
            common |= service in there
        return None if known is None or common or not self._may_be(known, catalogue) else known

    def remembering(self, catalogue: "Catalogue") -> "FollowedLine":
        """The same with the numbers, title and year of its show that it does not have yet."""
        show_id = self.show_in(catalogue)
        if show_id is None or self.by_title:
            return self
        name, numbers = catalogue.name(show_id), catalogue.numbers(show_id)
        ids = (
            convert({**numbers, **dict(numbers_in(self.ids))}, ExternalIds) if numbers else self.ids
        )
        title, year = self.title or name.title, self.year or name.year
        return replace(self, title=title, year=year, ids=ids)

    def readdressed(self, catalogue: "Catalogue") -> "FollowedLine":
        """The same under the id that its show has in the catalogue, else under its number."""
        show_id = self.show_in(catalogue) or self.address
        if show_id == self.id:
            show_id = f"{self.id}-{'waiting' if self.by_title else self.year}"
        return replace(self, id=show_id)

    def _may_be(self, show_id: str, catalogue: "Catalogue") -> bool:
        """Whether this may follow the show of its id, by the title and year that are known of both."""
        if self.ids is None and self.year is None:
            return True
        name = catalogue.name(show_id)
        if not any(numbers_in(self.ids)):
            return None in (self.year, name.year) or self.year == name.year
        same_year = self.year == name.year is not None
        return same_year and folded(name.title) == folded(self.title or "")

    def covers(self, piece: Piece) -> bool:
        """Whether who follows this follows that piece of the same show."""
        return covers(self.season, piece.season) and self.part in (None, piece.number)

    def is_within(self, piece: Piece) -> bool:
        """Whether this follows that piece of the same show, or less of it."""
        return covers(piece.season, self.season) and piece.number in (None, self.part)


def notes_of(lines: Iterable[FollowedLine]) -> str | None:
    """What is noted of these lines, each once: ``with Sam; on the train``; null for nothing."""
    return "; ".join(dict.fromkeys(line.note for line in lines if line.note)) or None


def tags_of(lines: Iterable[FollowedLine]) -> tuple[str, ...]:
    """The tags of these lines, each once."""
    return united_tags(tag for line in lines for tag in line.tags)


def united_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Each of these tags once, as it is written first: tags are compared as names are."""
    written: dict[str, str] = {}
    for tag in tags:
        written.setdefault(folded(tag), tag)
    return tuple(written.values())
