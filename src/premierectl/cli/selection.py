"""From the words of a command line to shows, seasons and countdowns."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from premierectl.catalogue.find import SeasonChoice, address, find, folded
from premierectl.catalogue.merge import Catalogue, Name
from premierectl.catalogue.model import Season, Show
from premierectl.cli import options
from premierectl.cli.output import ask, can_ask, say, say_skipped
from premierectl.countdown import AHEAD, Countdown, Moment, countdown, countdown_order
from premierectl.errors import (
    AmbiguousShowError,
    NothingError,
    UnknownSeasonError,
    UnknownShowError,
)
from premierectl.schedule import premieres
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from premierectl.render.items import CountdownItem


class Chosen(Struct, frozen=True):
    """A show that was asked for, and the one season of it if only that is meant."""

    show: Show
    layers: tuple[str, ...]
    season: SeasonChoice = None

    def seasons(self) -> tuple[Season, ...]:
        """The seasons that are meant."""
        return tuple(season for season in self.show.seasons if is_season(season, self.season))


class Filters(Struct, frozen=True):
    """Which countdowns are wanted: within so many days, of a network, of a genre."""

    within: options.Within = None
    network: options.OfNetwork = None
    genre: options.Genre = None


_EVERYTHING: Final = Filters()


class Row(Struct, frozen=True):
    """A countdown as a command shows it: where it comes from, whether it is watched."""

    item: Countdown
    layers: tuple[str, ...]
    watched: bool

    def for_scripts(self) -> "CountdownItem":
        """The row as an item of a JSON document."""
        from premierectl.render.items import countdown_item  # noqa: PLC0415 - only with --json

        return countdown_item(self.item, watched=self.watched, layers=self.layers)


def choose(catalogue: Catalogue, words: str, among: Collection[str | None] = ()) -> Chosen:
    """The show and season that these words mean; on a terminal, a choice among several is offered.

    Of several candidates, those ``among`` these ids come first. Raises :class:`UnknownShowError`,
    :class:`UnknownSeasonError` or :class:`AmbiguousShowError`.
    """
    season: SeasonChoice = None
    found = find(words, catalogue)
    if not found:
        asked = address(words)
        season = asked.season
        found = find(asked.words, catalogue) if season is not None else ()
        if not found:
            raise UnknownShowError(words, suggestions(asked.words, catalogue))
    preferred = sorted(
        [name for name in found if name.id in among] or found, key=lambda name: folded(name.title)
    )
    name = preferred[0] if len(preferred) == 1 else _pick(words, preferred)
    chosen = known_show(catalogue, name.id, season)
    if chosen is None:
        raise NothingError(
            f"the catalogue's entry for {name.title} is bad; see: premierectl catalogue check"
        )
    if season is not None and not chosen.seasons():
        label = "special" if season == "special" else f"season {season}"
        known = [known.label for known in chosen.show.seasons]
        raise UnknownSeasonError(chosen.show.title, label, known)
    return chosen


def known_show(catalogue: Catalogue, show_id: str, season: SeasonChoice = None) -> Chosen | None:
    """The show of this canonical id; what had to be left out of it is named on stderr."""
    known = catalogue.get(show_id)
    say_skipped(known.skipped)
    return None if known.show is None else Chosen(known.show, known.layers, season)


def suggestions(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the shows that look most like these words."""
    from premierectl.catalogue.near import nearest  # noqa: PLC0415 - only after a miss

    spoken: dict[str, str] = {}
    for name in catalogue.names():
        for text in (name.id, name.title, *name.aliases):
            spoken.setdefault(folded(text), name.id)
    near = nearest(folded(words), spoken)
    return tuple(dict.fromkeys(spoken[text] for text in near))


def scope(
    catalogue: Catalogue, watchlist: Watchlist, words: Sequence[str], *, everything: bool
) -> Iterator[Chosen]:
    """The shows that a command is about: those named, or everything, or what is watched."""
    if words:
        return (choose(catalogue, each) for each in words)
    return all_shows(catalogue) if everything else watched_shows(catalogue, watchlist)


def watched_shows(catalogue: Catalogue, watchlist: Watchlist) -> Iterator[Chosen]:
    """The watched shows that the catalogue has, a chosen season at a time where one is watched."""
    for entry in watchlist.entries:
        show_id = catalogue.canonical(entry.id)
        chosen = known_show(catalogue, show_id, entry.season) if show_id else None
        if chosen is not None:
            yield chosen


def all_shows(catalogue: Catalogue) -> Iterator[Chosen]:
    """Every show that is not hidden."""
    for show_id in catalogue.ids():
        chosen = known_show(catalogue, show_id)
        if chosen is not None:
            yield chosen


def rows(
    moment: Moment, catalogue: Catalogue, watchlist: Watchlist, chosen: Iterable[Chosen]
) -> list[Row]:
    """The countdown of each season that is meant, nearest first, each season once."""
    watched = watchlist.renamed(catalogue.canonical)
    watched_ids = set(watched.ids)
    found: dict[str, Row] = {}
    for choice in chosen:
        for release in premieres(choice.show):
            if is_season(release.season, choice.season):
                item = countdown(release, moment)
                followed = choice.show.id in watched_ids and watched.contains(
                    choice.show.id, season_choice(release.season)
                )
                place = f"{release.address} {release.season.label}"
                found[place] = Row(item, choice.layers, followed)
    return sorted(found.values(), key=lambda row: countdown_order(row.item))


def ahead(listed: Iterable[Row], filters: Filters = _EVERYTHING) -> list[Row]:
    """What is still to come, as the filters want it."""
    return [row for row in listed if row.item.state in AHEAD and _passes(row.item, filters)]


def is_season(season: Season, choice: SeasonChoice) -> bool:
    """Whether a season is the chosen one."""
    return choice is None or choice == season_choice(season)


def season_choice(season: Season) -> SeasonChoice:
    """The choice that means exactly this season."""
    return "special" if season.number is None else season.number


def nothing_upcoming(listed: Sequence[Row], filters: Filters) -> str:
    """Why there is no date to count down to: the filters, what has none yet, what came out last."""
    if filters != _EVERYTHING and any(row.item.state in AHEAD for row in listed):
        return "nothing upcoming passes these filters"
    shows = {row.item.release.show.id for row in listed}
    if len(shows) != 1:
        return "nothing upcoming with a date"
    items = [row.item for row in listed]
    title = items[0].release.show.title
    waiting = [item for item in items if item.state in AHEAD or item.state == "cancelled"]
    if waiting:
        return f"{title}: nothing upcoming with a date, {_standing(waiting[0])}"
    last = max(items, key=lambda item: (item.days_latest or 0, item.release.season.number or 0))
    return f"{title}: nothing upcoming, {_standing(last)}"


def _standing(item: Countdown) -> str:
    label, known = item.release.season.label, item.release.date
    if item.state == "tba":
        return f"{label} has no date yet"
    if item.state == "out" and known:
        return f"{label} came out {'on' if known.is_day else 'in'} {known.words}"
    return f"{label} {'is ' if item.state == 'cancelled' else ''}{item.phrase}"


def _passes(item: Countdown, filters: Filters) -> bool:
    release = item.release
    if filters.within is not None and (
        item.state == "overdue" or item.days_earliest is None or item.days_earliest > filters.within
    ):
        return False
    if filters.network and folded(filters.network) != folded(release.network or ""):
        return False
    genres = map(folded, release.show.genres)
    return not filters.genre or folded(filters.genre) in genres


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
