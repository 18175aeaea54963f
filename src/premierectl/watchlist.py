"""The watchlist: the shows that this user follows, as a value."""

from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.find import SeasonChoice


class Watched(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the watchlist: a show, or a single season of it; ``added`` is in UTC."""

    id: str
    season: SeasonChoice = None
    added: datetime | None = None
    note: str | None = None

    @property
    def key(self) -> tuple[str, SeasonChoice]:
        """What makes two lines the same."""
        return self.id, self.season


class Watchlist(Struct, frozen=True):
    """What is watched, sorted by id and season; every change is a new value."""

    entries: tuple[Watched, ...] = ()

    def add(self, entry: Watched) -> "Watchlist":
        """With this entry; unchanged where it, or its whole show, is watched already.

        A note given with something already watched replaces its note.
        """
        known = self.find(entry.id, entry.season)
        if known is None and entry.season is not None and self.find(entry.id):
            return self
        if known is None:
            return Watchlist(_sorted((*self.entries, entry)))
        if entry.note is None or entry.note == known.note:
            return self
        noted = replace(known, note=entry.note)
        return Watchlist(tuple(noted if other is known else other for other in self.entries))

    def remove(self, show_id: str, season: SeasonChoice = None) -> "Watchlist":
        """Without this line; without all of the show's lines where no season is named."""
        kept = tuple(
            entry
            for entry in self.entries
            if entry.id != show_id or season not in (None, entry.season)
        )
        return self if len(kept) == len(self.entries) else Watchlist(kept)

    def find(self, show_id: str, season: SeasonChoice = None) -> Watched | None:
        """The line that says exactly this, if there is one."""
        return next((entry for entry in self.entries if entry.key == (show_id, season)), None)

    def contains(self, show_id: str, season: SeasonChoice = None) -> bool:
        """Whether this season is followed, by itself or with its whole show."""
        keys = {(show_id, None), (show_id, season)}
        return any(entry.key in keys for entry in self.entries)

    def renamed(self, canonical: Callable[[str], str | None]) -> "Watchlist":
        """With each show under its canonical id; one that has none keeps its own."""
        return Watchlist(
            tuple(replace(entry, id=canonical(entry.id) or entry.id) for entry in self.entries)
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The watched shows, each once."""
        return tuple(dict.fromkeys(entry.id for entry in self.entries))


def _sorted(entries: Iterable[Watched]) -> tuple[Watched, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.id, _season_order(entry.season))))


def _season_order(season: SeasonChoice) -> tuple[int, int]:
    if season is None:
        return 0, 0
    return (2, 0) if season == "special" else (1, season)
