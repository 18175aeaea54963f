"""The watchlist: the shows that this user follows, as a value."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from premierectl.dates import PartialDate
from premierectl.followed_line import FollowedLine, united_tags
from premierectl.selector import WHOLE, Piece

if TYPE_CHECKING:
    from premierectl.catalogue.catalogue import Catalogue


class Reminder(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A day of the user's own, as far as it is known, with what it is for; ``added`` is in UTC.

    It is told by its text: the same text is the same reminder.
    """

    text: Annotated[str, Meta(min_length=1)]
    date: PartialDate
    added: datetime | None = None


class Followed(Struct, frozen=True):
    """What is followed of each show, by its canonical id, in the order of the watchlist.

    ``unknown`` are the lines whose show the catalogue does not have.
    """

    lines: Mapping[str, tuple[FollowedLine, ...]] = {}
    unknown: tuple[FollowedLine, ...] = ()

    def of(self, show_id: str) -> tuple[FollowedLine, ...]:
        """The lines of this show."""
        return self.lines.get(show_id, ())

    def covering(self, show_id: str, piece: Piece = WHOLE) -> tuple[FollowedLine, ...]:
        """The lines by which this piece of the show is followed, by itself or with more of it."""
        return tuple(line for line in self.of(show_id) if line.covers(piece))


class Watchlist(Struct, frozen=True):
    """What is followed, sorted by id, season and part, and reminders; every change is a new value."""

    entries: tuple[FollowedLine, ...] = ()
    reminders: tuple[Reminder, ...] = ()

    def add(self, entry: FollowedLine) -> "Watchlist":
        """With this entry; unchanged where it, or more of its show, is followed already.

        A note given with something already followed replaces its note, and tags are added to its.
        """
        known = self.find(entry.id, entry.piece)
        if known is None and self.contains(entry.id, entry.piece):
            return self
        if known is None:
            return self.with_all([entry])
        note = known.note if entry.note is None else entry.note
        told = replace(known, note=note, tags=united_tags((*known.tags, *entry.tags)))
        if told == known:
            return self
        return self._with(told if other is known else other for other in self.entries)

    def with_all(self, lines: Iterable[FollowedLine]) -> "Watchlist":
        """With these lines, of which none says what is said already."""
        return self._with(_sorted((*self.entries, *lines)))

    def remembering(self, catalogue: "Catalogue") -> "Watchlist":
        """With what tells each show that the catalogue has; what a line says already stays."""
        return self._with(entry.remembering(catalogue) for entry in self.entries)

    def freed(self, show_id: str, catalogue: "Catalogue") -> "Watchlist":
        """With no other show's line under the id of this one: another goes by its own, or a number."""
        entries = (
            entry.readdressed(catalogue)
            if entry.id == show_id != entry.show_in(catalogue)
            else entry
            for entry in self.entries
        )
        return self._with(_sorted(entries))

    def remove(self, show_id: str, piece: Piece = WHOLE) -> "Watchlist":
        """Without this piece of the show, and without all lines for less of it."""
        kept = tuple(
            entry for entry in self.entries if entry.id != show_id or not entry.is_within(piece)
        )
        return self if len(kept) == len(self.entries) else self._with(kept)

    def find(self, show_id: str, piece: Piece = WHOLE) -> FollowedLine | None:
        """The line that says exactly this, if there is one."""
        key = (show_id, piece.season, piece.number)
        return next((entry for entry in self.entries if entry.key == key), None)

    def contains(self, show_id: str, piece: Piece = WHOLE) -> bool:
        """Whether this piece is followed, by itself or with more of its show."""
        return any(entry.id == show_id and entry.covers(piece) for entry in self.entries)

    def followed(self, show_of: Callable[[FollowedLine], str | None]) -> Followed:
        """What is followed of each show, by the canonical id that is known of a line."""
        lines: dict[str | None, list[FollowedLine]] = {}
        for entry in self.entries:
            lines.setdefault(show_of(entry), []).append(entry)
        unknown = tuple(lines.pop(None, ()))
        return Followed(
            {show_id: tuple(each) for show_id, each in lines.items() if show_id}, unknown
        )

    def of(self, show_id: str) -> tuple[FollowedLine, ...]:
        """The lines with this id."""
        return tuple(entry for entry in self.entries if entry.id == show_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """The followed shows, each once."""
        return tuple(dict.fromkeys(entry.id for entry in self.entries))

    def _with(self, entries: Iterable[FollowedLine]) -> "Watchlist":
        return replace(self, entries=tuple(entries))


def _sorted(entries: Iterable[FollowedLine]) -> tuple[FollowedLine, ...]:
    return tuple(sorted(entries, key=_order))


def _order(entry: FollowedLine) -> tuple[str, int, int, str, int]:
    number = entry.season if isinstance(entry.season, int) else 0
    name = entry.season if isinstance(entry.season, str) else ""
    kind = 0 if entry.season is None else 2 if name else 1
    return entry.id, kind, number, name, entry.part or 0
