"""From the words of a command line to shows, seasons and countdowns."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.agenda import Agenda, next_releases, of_piece, seen
from premierectl.catalogue.find import find, folded, spoken
from premierectl.catalogue.merge import Catalogue, Name
from premierectl.catalogue.model import Network, Season, Show
from premierectl.cli import options
from premierectl.cli.output import ask, can_ask, say, say_skipped
from premierectl.countdown import AHEAD, Countdown, countdown_order, usual_time
from premierectl.errors import (
    AmbiguousShowError,
    NothingError,
    UnknownSeasonError,
    UnknownShowError,
)
from premierectl.moment import Moment
from premierectl.release import Release
from premierectl.schedule import is_piece, releases
from premierectl.selector import WHOLE, Piece, Selector, meant, read
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from premierectl.render.items import CountdownItem


class Chosen(Struct, frozen=True):
    """A show that was asked for, and the piece of it if only that is meant."""

    show: Show
    layers: tuple[str, ...]
    piece: Piece = WHOLE

    def seasons(self) -> tuple[Season, ...]:
        """The seasons that are meant."""
        return meant(self.piece, self.show.seasons)

    def whole_season(self) -> "Chosen":
        """The same without the part or episode of the season."""
        return replace(self, piece=Piece(self.piece.season))

    def releases(self) -> Iterator[Release]:
        """The releases of the part or the episode that is meant."""
        for season in self.seasons():
            found = releases(self.show, season)
            yield from (release for release in found if is_piece(release, self.piece))


class Filters(Struct, frozen=True):
    """Which countdowns are wanted: of which kind, within so many days, of a network, of a genre."""

    premieres: options.Premieres = False
    within: options.Within = None
    network: options.OfNetwork = None
    genre: options.Genre = None

    def passes(self, item: Countdown) -> bool:
        """Whether this countdown is wanted."""
        release = item.release
        if self.premieres and not release.is_premiere:
            return False
        if self.within is not None and not _may_come_within(item, self.within):
            return False
        if self.network and folded(self.network) != folded(release.network or ""):
            return False
        return not self.genre or folded(self.genre) in map(folded, release.show.genres)


EVERYTHING: Final = Filters()
_WHAT_IS_NEXT: Final = next_releases()


class Row(Struct, frozen=True):
    """A countdown as a command shows it: where it comes from, whether it is watched, its network."""

    item: Countdown
    layers: tuple[str, ...]
    watched: bool
    moment: Moment
    network: Network | None = None

    @property
    def usually(self) -> datetime | None:
        """When its network usually releases on that day, in the viewer's zone."""
        return usual_time(self.item, self.network, self.moment)

    def at(self, moment: Moment) -> "Row":
        """The same release, seen from another moment."""
        return replace(self, item=seen(self.item.release, moment), moment=moment)

    def for_scripts(self) -> "CountdownItem":
        """The row as an item of a JSON document."""
        from premierectl.render.items import countdown_item  # noqa: PLC0415 - only with --json

        return countdown_item(
            self.item, watched=self.watched, layers=self.layers, usually=self.usually
        )


def choose(catalogue: Catalogue, words: str, among: Collection[str | None] = ()) -> Chosen:
    """The show and the piece that these words mean; on a terminal, a choice of several is offered.

    Of several candidates, those ``among`` these ids come first. Raises :class:`UnknownShowError`,
    :class:`UnknownSeasonError` or :class:`AmbiguousShowError`.
    """
    asked, found = Selector(words), find(words, catalogue)
    if not found:
        asked = read(words)
        found = find(asked.words, catalogue) if asked.piece != WHOLE else ()
        if not found:
            raise UnknownShowError(words, suggestions(asked.words, catalogue))
    preferred = sorted(
        [name for name in found if name.id in among] or found, key=lambda name: folded(name.title)
    )
    name = preferred[0] if len(preferred) == 1 else _pick(words, preferred)
    chosen = known_show(catalogue, name.id, asked.piece)
    if chosen is None:
        raise NothingError(
            f"the catalogue's entry for {name.title} is bad; see: premierectl catalogue check"
        )
    _refuse_unknown(chosen)
    return _by_key(chosen)


def known_show(catalogue: Catalogue, show_id: str, piece: Piece = WHOLE) -> Chosen | None:
    """The show of this canonical id; what had to be left out of it is named on stderr."""
    known = catalogue.get(show_id)
    say_skipped(known.skipped)
    return None if known.show is None else Chosen(known.show, known.layers, piece)


def suggestions(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the shows that look most like these words."""
    from premierectl.catalogue.near import nearest  # noqa: PLC0415 - only after a miss

    known = spoken(catalogue)
    return tuple(dict.fromkeys(known[text] for text in nearest(folded(words), known)))


def scope(
    catalogue: Catalogue, watchlist: Watchlist, words: Sequence[str], *, everything: bool
) -> Iterator[Chosen]:
    """The shows that a command is about: those named, or everything, or what is watched."""
    if words:
        return (choose(catalogue, each) for each in words)
    return all_shows(catalogue) if everything else watched_shows(catalogue, watchlist)


def watched_shows(catalogue: Catalogue, watchlist: Watchlist) -> Iterator[Chosen]:
    """The watched shows that the catalogue has, a piece at a time where only that is watched."""
    for entry in watchlist.entries:
        show_id = catalogue.canonical(entry.id)
        chosen = known_show(catalogue, show_id, entry.piece) if show_id else None
        if chosen is not None:
            yield chosen


def all_shows(catalogue: Catalogue) -> Iterator[Chosen]:
    """Every show that is not hidden."""
    for show_id in catalogue.ids():
        chosen = known_show(catalogue, show_id)
        if chosen is not None:
            yield chosen


def rows(
    moment: Moment,
    catalogue: Catalogue,
    watchlist: Watchlist,
    chosen: Iterable[Chosen],
    agenda: Agenda = _WHAT_IS_NEXT,
) -> list[Row]:
    """What the agenda says of each season that is meant, nearest first, each release once."""
    watched = watchlist.renamed(catalogue.canonical)
    networks = catalogue.networks
    found: dict[str, Row] = {}
    for choice in chosen:
        said = of_piece(choice.piece) if choice.piece.unit else agenda
        for season in choice.seasons():
            network = networks.get(choice.show.network_of(season) or "")
            for item in said(choice.show, season, moment):
                followed = watched.contains(choice.show.id, _piece_of(item.release))
                row = Row(item, choice.layers, followed, moment, network)
                found[item.release.address] = row
    return sorted(found.values(), key=lambda row: countdown_order(row.item))


def ahead(listed: Iterable[Row], filters: Filters = EVERYTHING) -> list[Row]:
    """What is still to come, as the filters want it."""
    return [row for row in listed if row.item.state in AHEAD and filters.passes(row.item)]


def nothing_upcoming(listed: Sequence[Row], filters: Filters) -> str:
    """Why there is no date to count down to: the filters, what has none yet, what came out last."""
    if filters != EVERYTHING and any(row.item.state in AHEAD for row in listed):
        return "nothing upcoming passes these filters"
    shows = {row.item.release.show.id: row.item.release.show for row in listed}
    if len(shows) != 1:
        return "nothing upcoming with a date"
    items, (show,) = [row.item for row in listed], shows.values()
    waiting = [item for item in items if item.state in AHEAD]
    if waiting:
        return f"{show.title}: nothing upcoming with a date, {_standing(waiting[0])}"
    over = {"ended": "has ended", "cancelled": "was cancelled"}.get(show.status or "")
    out = [item for item in items if item.state == "out" and item.date]
    last = max(
        out or items, key=lambda item: (item.days_latest or 0, item.release.season.number or 0)
    )
    if over:
        when = f"; {_standing(last)}" if out else ""
        note = f". {show.note.partition('. ')[0].rstrip('.')}" if show.note else ""
        return f"{show.title} {over}{when}{note}"
    return f"{show.title}: nothing upcoming, {_standing(last)}"


def _standing(item: Countdown) -> str:
    label, known = item.release.label, item.date
    if item.state == "tba":
        return f"{label} has no date yet"
    if item.state == "out" and known:
        return f"{label} came out {'on' if known.is_day else 'in'} {known.words}"
    return f"{label} {'was ' if item.state == 'cancelled' else ''}{item.phrase}"


def _may_come_within(item: Countdown, days: int) -> bool:
    coming = item.state in AHEAD and item.state != "overdue"
    return coming and item.days_earliest is not None and item.days_earliest <= days


def _piece_of(release: Release) -> Piece:
    """The piece by which a watchlist may follow this release."""
    season = release.season.key
    return Piece(season) if release.part is None else Piece(season, "part", release.part)


def _by_key(chosen: Chosen) -> Chosen:
    """The same, with the one special that is meant by its own key."""
    seasons = chosen.seasons()
    if chosen.piece.season is None or len(seasons) != 1:
        return chosen
    return replace(chosen, piece=replace(chosen.piece, season=seasons[0].key))


def _refuse_unknown(chosen: Chosen) -> None:
    """Say what there is instead of a season, a part or an episode that the catalogue has not."""
    piece, title = chosen.piece, chosen.show.title
    seasons = chosen.seasons()
    if piece.season is not None and not seasons:
        known = [season.label for season in chosen.show.seasons]
        raise UnknownSeasonError(title, Piece(piece.season).words, known)
    if piece.unit in ("part", "episode") and not any(chosen.releases()):
        known = [
            release.numbers if piece.unit == "episode" else release.label
            for season in seasons
            for release in releases(chosen.show, season)
            if (release.episodes if piece.unit == "episode" else release.part)
        ]
        raise UnknownSeasonError(title, piece.words, known)


def _pick(words: str, found: Sequence[Name]) -> Name:
    labels = [f"{name.title} ({name.id})" for name in found]
    if not can_ask():
        raise AmbiguousShowError(words, labels)
    for number, label in enumerate(labels, 1):
        say(f"{number}  {label}")
    answer = ask(f"which one, 1 to {len(found)}? ")
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(found):
        return found[int(answer) - 1]
    raise AmbiguousShowError(words, labels)
