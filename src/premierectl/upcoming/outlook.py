"""What the catalogue says at a moment to somebody with a watchlist, in rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, Self

from msgspec import Struct
from msgspec.structs import replace

from premierectl.agenda import Agenda, next_releases, of_piece, seen
from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Skipped
from premierectl.catalogue.namesakes import distinct_titles
from premierectl.countdown import AHEAD, Countdown, countdown_order, usual_time
from premierectl.followed_line import notes_of, tags_of
from premierectl.model import Network, Season, Show
from premierectl.moment import Moment
from premierectl.release import Release
from premierectl.schedule import is_piece, releases
from premierectl.season_key import SeasonKey
from premierectl.selector import WHOLE, Piece, meant
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.watchlist import Followed, Watchlist

_WHAT_IS_NEXT: Final = next_releases()


class Chosen(Struct, frozen=True):
    """A show that is asked about, and the piece of it if only that is meant, without what is ``hidden``."""

    show: Show
    layers: tuple[str, ...]
    piece: Piece = WHOLE
    hidden: frozenset[SeasonKey] = frozenset()

    def seasons(self) -> tuple[Season, ...]:
        """The seasons that are meant."""
        seasons = meant(self.piece, self.show.seasons)
        return tuple(each for each in seasons if each.key not in self.hidden)

    def whole_season(self) -> "Chosen":
        """The same without the part or episode of the season."""
        return replace(self, piece=Piece(self.piece.season))

    def releases(self) -> Iterator[Release]:
        """The releases of the part or the episode that is meant."""
        for season in self.seasons():
            found = releases(self.show, season)
            yield from (release for release in found if is_piece(release, self.piece))


class Scope(Struct, frozen=True):
    """The shows that a question is about, and the bad entries that were left out of it."""

    chosen: tuple[Chosen, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Row(Struct, frozen=True):
    """A countdown with what else is known of it: its layers, its network, whether it is followed.

    ``title`` is the show's, told apart from others of that title that stand beside it; ``note`` and
    ``tags`` are those of the lines by which it is followed.
    """

    item: Countdown
    title: str
    layers: tuple[str, ...]
    followed: bool
    network: Network | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def rows(self) -> "tuple[Row, ...]":
        """Itself, as an answer that has rows."""
        return (self,)

    @property
    def release(self) -> Release:
        """What comes out."""
        return self.item.release

    @property
    def name(self) -> str:
        """The show and the release in words: ``The Pitt season 3``."""
        return f"{self.title} {self.release.label}"

    @property
    def usually(self) -> datetime | None:
        """When its network usually releases on that day, in the viewer's zone."""
        return usual_time(self.item, self.network)

    def at(self, moment: Moment) -> "Row":
        """The same release, seen from another moment."""
        return replace(self, item=seen(self.release, moment))

    def passes(self, filters: Filters) -> bool:
        """Whether it is wanted."""
        return filters.passes(self.item, self.tags)


class Outlook(Struct, frozen=True):
    """What can be asked of a catalogue at a moment, by whoever follows what this watchlist says."""

    moment: Moment
    catalogue: Catalogue
    watchlist: Watchlist
    followed: Followed
    networks: Mapping[str, Network]

    @classmethod
    def of(cls, moment: Moment, catalogue: Catalogue, watchlist: Watchlist) -> Self:
        """The outlook at this moment."""
        catalogue.expect(set(watchlist.ids))
        followed = watchlist.followed(lambda line: line.show_in(catalogue))
        return cls(moment, catalogue, watchlist, followed, catalogue.networks)

    def followed_shows(self) -> Scope:
        """The followed shows that the catalogue has, a piece at a time where only that is followed.

        What is muted is left out.
        """
        wanted = ((each.show_in(self.catalogue), each.piece) for each in self.watchlist.entries)
        scope = scope_of(self.catalogue, ((known, piece) for known, piece in wanted if known))
        if not any(line.muted for line in self.watchlist.entries):
            return scope
        heard = (self.without_muted(each) for each in scope.chosen)
        return replace(scope, chosen=tuple(filter(None, heard)))

    def without_muted(self, chosen: Chosen) -> Chosen | None:
        """A followed show, or a piece of it, without the seasons that are muted; null where it is."""
        from premierectl.upcoming.muting import hidden_seasons, muted_pieces  # noqa: PLC0415 - seldom

        muted = muted_pieces(self.followed.of(chosen.show.id), chosen.show, self.moment)
        if chosen.piece in muted:
            return None
        return replace(chosen, hidden=hidden_seasons(chosen.piece, muted, chosen.seasons()))

    def all_shows(self) -> Scope:
        """Every show that is not hidden."""
        return scope_of(self.catalogue, ((show_id, WHOLE) for show_id in self.catalogue.ids()))

    def rows(
        self,
        chosen: Iterable[Chosen],
        agenda: Agenda = _WHAT_IS_NEXT,
        beside: Iterable[Show] = (),
    ) -> list[Row]:
        """What the agenda says of each season that is meant, nearest first, each release once.

        Titles are told apart from those of each other, and of the shows ``beside`` them.
        """
        shows = list(chosen)
        told = distinct_titles([*(each.show for each in shows), *beside])
        found = {
            row.release.address: row
            for each in shows
            for row in self._of(each, told[each.show.id], agenda)
        }
        return sorted(found.values(), key=lambda row: countdown_order(row.item))

    def of_show(self, chosen: Chosen) -> Iterator[Row]:
        """What is next of each season of a show that is meant, under its plain title, in no order."""
        return self._of(chosen, chosen.show.title, _WHAT_IS_NEXT)

    def _of(self, chosen: Chosen, title: str, agenda: Agenda) -> Iterator[Row]:
        said = of_piece(chosen.piece) if chosen.piece.unit else agenda
        for season in chosen.seasons():
            network = self.networks.get(chosen.show.network_of(season) or "")
            for item in said(chosen.show, season, self.moment):
                lines = self.followed.covering(chosen.show.id, followable(item.release))
                marks = bool(lines), network, notes_of(lines), tags_of(lines)
                yield Row(item, title, chosen.layers, *marks)


def scope_of(catalogue: Catalogue, wanted: Iterable[tuple[str, Piece]]) -> Scope:
    """The shows with these canonical ids, as far as their entries can be read."""
    chosen, skipped = list[Chosen](), list[Skipped]()
    for show_id, piece in wanted:
        known = catalogue.get(show_id)
        skipped += known.skipped
        if known.show is not None:
            chosen.append(Chosen(known.show, known.layers, piece))
    return Scope(tuple(chosen), tuple(dict.fromkeys(skipped)))


def ahead(listed: Iterable[Row], filters: Filters = EVERYTHING) -> list[Row]:
    """What is still to come, as the filters want it."""
    return [row for row in listed if row.item.state in AHEAD and row.passes(filters)]


def wanted(listed: Sequence[Row], chosen: Sequence[Chosen], filters: Filters) -> list[Row]:
    """What is to come; a season, part or episode asked for alone is there wherever it stands."""
    if len(chosen) == 1 and chosen[0].piece.season is not None:
        return [row for row in listed if row.passes(filters)]
    return ahead(listed, filters)


def followable(release: Release) -> Piece:
    """The piece by which a watchlist may follow this release."""
    season = release.season.key
    return Piece(season) if release.part is None else Piece(season, "part", release.part)
