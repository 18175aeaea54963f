"""The watchlist: the shows that this user follows, as a value."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from premierectl.season_key import SeasonKey
from premierectl.selector import WHOLE, Piece, covers

# A special's key in a file; any other text would follow nothing.
Slug = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]


class FollowedLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the watchlist: a show, a season of it, or a part of one; ``added`` is in UTC."""

    id: str
    season: int | Slug | None = None
    part: int | None = None
    added: datetime | None = None
    note: str | None = None

    @property
    def piece(self) -> Piece:
        """What of the show is followed."""
        unit: Literal["part"] | None = "part" if self.part is not None else None
        return Piece(self.season, unit, self.part)

    @property
    def key(self) -> tuple[str, SeasonKey | None, int | None]:
        """What makes two lines the same."""
        return self.id, self.season, self.part

    def covers(self, piece: Piece) -> bool:
        """Whether who follows this follows that piece of the same show."""
        return covers(self.season, piece.season) and self.part in (None, piece.number)


class Followed(Struct, frozen=True):
    """What is followed of each show, by its canonical id, in the order of the watchlist."""

    lines: Mapping[str, tuple[FollowedLine, ...]] = {}

    def of(self, show_id: str) -> tuple[FollowedLine, ...]:
        """The lines of this show."""
        return self.lines.get(show_id, ())

    def has(self, show_id: str, piece: Piece = WHOLE) -> bool:
        """Whether this piece of the show is followed, by itself or with more of it."""
        return any(line.covers(piece) for line in self.of(show_id))


class Watchlist(Struct, frozen=True):
    """What is followed, sorted by id, season and part; every change is a new value."""

    entries: tuple[FollowedLine, ...] = ()

    def add(self, entry: FollowedLine) -> "Watchlist":
        """With this entry; unchanged where it, or more of its show, is followed already.

        A note given with something already followed replaces its note.
        """
        known = self.find(entry.id, entry.piece)
        if known is None and self.contains(entry.id, entry.piece):
            return self
        if known is None:
            return Watchlist(_sorted((*self.entries, entry)))
        if entry.note is None or entry.note == known.note:
            return self
        noted = replace(known, note=entry.note)
        return Watchlist(tuple(noted if other is known else other for other in self.entries))

    def remove(self, show_id: str, piece: Piece = WHOLE) -> "Watchlist":
        """Without this piece of the show, and without all lines for less of it."""
        kept = tuple(
            entry
            for entry in self.entries
            if entry.id != show_id
            or not covers(piece.season, entry.season)
            or piece.number not in (None, entry.part)
        )
        return self if len(kept) == len(self.entries) else Watchlist(kept)

    def find(self, show_id: str, piece: Piece = WHOLE) -> FollowedLine | None:
        """The line that says exactly this, if there is one."""
        key = (show_id, piece.season, piece.number)
        return next((entry for entry in self.entries if entry.key == key), None)

    def contains(self, show_id: str, piece: Piece = WHOLE) -> bool:
        """Whether this piece is followed, by itself or with more of its show."""
        return any(entry.id == show_id and entry.covers(piece) for entry in self.entries)

    def followed(self, canonical: Callable[[str], str | None]) -> Followed:
        """What is followed of each show; one without a canonical id goes by its own."""
        lines: dict[str, list[FollowedLine]] = {}
        for entry in self.entries:
            lines.setdefault(canonical(entry.id) or entry.id, []).append(entry)
        return Followed({show_id: tuple(of_show) for show_id, of_show in lines.items()})

    @property
    def ids(self) -> tuple[str, ...]:
        """The followed shows, each once."""
        return tuple(dict.fromkeys(entry.id for entry in self.entries))


def _sorted(entries: Iterable[FollowedLine]) -> tuple[FollowedLine, ...]:
    return tuple(sorted(entries, key=_order))


def _order(entry: FollowedLine) -> tuple[str, int, int, str, int]:
    number = entry.season if isinstance(entry.season, int) else 0
    name = entry.season if isinstance(entry.season, str) else ""
    kind = 0 if entry.season is None else 2 if name else 1
    return entry.id, kind, number, name, entry.part or 0
