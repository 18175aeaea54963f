"""One show up close: its seasons as they stand, what follows a release, how far a wait is along."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from msgspec import Struct

from premierectl.agenda import every_release, premiere_and_next
from premierectl.countdown import Countdown, countdown_order
from premierectl.dates import PartialDate
from premierectl.followed_line import FollowedLine, notes_of, tags_of
from premierectl.model import Network, Season, Show
from premierectl.moment import Moment
from premierectl.schedule import releases
from premierectl.upcoming.muting import is_muted
from premierectl.upcoming.outlook import Chosen, Outlook, Row, ahead


class SeasonNow(Struct, frozen=True):
    """A season as it stands for the viewer: its premiere, what comes next of it, and all of it.

    ``first`` is the premiere, or of a season that is only known from its middle on, what came
    last. ``coming`` is null where the premiere is next, or nothing; ``usually`` is when the
    network releases, on the day of what is next.
    """

    first: Countdown
    coming: Countdown | None
    usually: datetime | None
    every: tuple[Countdown, ...]

    @property
    def season(self) -> Season:
        """The season itself."""
        return self.first.release.season

    @property
    def premiere(self) -> Countdown | None:
        """Its premiere; null where nothing is known of it."""
        return self.first if self.first.release.kind == "premiere" else None


class ShowNow(Struct, frozen=True):
    """A show as it stands for the viewer; ``rows`` are its releases, by season.

    ``lines`` are those of the watchlist by which it, or some of it, is followed, and ``muted`` those
    of its pieces that are muted, each with how long.
    """

    show: Show
    layers: tuple[str, ...]
    network: Network | None
    rows: tuple[Row, ...]
    lines: tuple[FollowedLine, ...] = ()
    muted: tuple[FollowedLine, ...] = ()

    @property
    def followed(self) -> bool:
        """Whether it, or some of it, is followed."""
        return bool(self.lines)

    @property
    def note(self) -> str | None:
        """What is noted of it."""
        return notes_of(self.lines)

    @property
    def tags(self) -> tuple[str, ...]:
        """How it is tagged."""
        return tags_of(self.lines)

    @property
    def seasons(self) -> list[SeasonNow]:
        """Its seasons as they stand."""
        return seasons_now(self.rows)

    @property
    def seasons_from_the_last(self) -> list[SeasonNow]:
        """The numbered seasons from the last to the first, then those that are told by name."""
        return sorted(self.seasons, key=lambda now: -(now.season.number or 0))


class EpisodesNow(ShowNow, frozen=True):
    """A show of which every release is wanted."""


class UpClose(Struct, frozen=True):
    """One release, and what comes after it of the show."""

    row: Row
    later: Sequence[Row]

    @property
    def wait(self) -> "Wait | None":
        """How far along the wait for it is."""
        return wait_of(self.row.item)

    def at(self, moment: Moment) -> "UpClose":
        """The same, seen from another moment."""
        return up_close(self.row.at(moment), [row.at(moment) for row in self.later])


class Wait(Struct, frozen=True):
    """How far along a wait is: since a day on which something happened, to a date.

    ``short`` names what happened: ``announced``, ``S5 finale``.
    """

    since: date
    short: str
    until: PartialDate


def show_now(outlook: Outlook, chosen: Chosen, *, every: bool) -> ShowNow:
    """A show as it stands: with premieres and what is next, or with ``every`` release."""
    kind = EpisodesNow if every else ShowNow
    lines = outlook.followed.of(chosen.show.id)
    return kind(
        chosen.show,
        chosen.layers,
        outlook.networks.get(chosen.show.network or ""),
        tuple(_by_season(outlook, chosen, every=every)),
        lines,
        tuple(line for line in lines if is_muted(line, chosen.show, outlook.moment)),
    )


def seasons_now(listed: Sequence[Row]) -> list[SeasonNow]:
    """Each season of these rows, which stand by season, the premiere if any before what is next."""
    seasons = []
    for _, grouped in groupby(listed, key=lambda row: row.release.season.key):
        first, *behind = grouped
        begins = first.release.kind == "premiere"
        later = behind if begins else ahead([first, *behind])
        every = tuple(every_release(first.release.show, first.release.season, first.item.moment))
        shown = later[0] if later else first
        coming = shown.item if later else None
        seasons.append(SeasonNow(first.item, coming, shown.usually, every))
    return seasons


def up_close(row: Row, listed: Sequence[Row]) -> UpClose:
    """A release, and what of these rows comes after it."""
    return UpClose(row, later(row, listed))


def later(row: Row, listed: Sequence[Row]) -> list[Row]:
    """What of these rows is to come after this one."""
    position = countdown_order(row.item)
    others = (each for each in ahead(listed) if each.release != row.release)
    return [each for each in others if countdown_order(each.item) > position]


def wait_of(item: Countdown) -> Wait | None:
    """From the announcement of a premiere, else from what came out before, to the release.

    Null where neither is known to the day, or nothing is waited for.
    """
    known = item.date
    if known is None or item.state not in ("upcoming", "airing"):
        return None
    wait = _since_announced(item, known) or _since_last(item, known)
    return wait if wait and wait.since <= item.today else None


def _by_season(outlook: Outlook, chosen: Chosen, *, every: bool) -> list[Row]:
    """The show's releases by season: all of them, or premieres and what is next.

    A season of which only a part or an episode is asked for is there with its premiere.
    """
    listed = outlook.rows([chosen], every_release if every else premiere_and_next)
    if chosen.piece.unit and not every:
        begun = outlook.rows([chosen.whole_season()], premiere_and_next)
        listed += [row for row in begun if row.release.kind == "premiere" and row not in listed]
    return sorted(listed, key=_season_order)


def _since_announced(item: Countdown, known: PartialDate) -> Wait | None:
    announced = item.release.season.announced
    if item.release.kind != "premiere" or announced is None or not announced.is_day:
        return None
    return Wait(announced.latest, "announced", known)


def _since_last(item: Countdown, known: PartialDate) -> Wait | None:
    show, stated = item.release.show, item.release.date
    # What came before is made where this one is made, and is seen with the same shift of days.
    shift = known.earliest - stated.earliest if stated else timedelta()
    before = [
        (other.date.latest + shift, other.noun)
        for season in show.seasons
        for other in releases(show, season)
        if other.date and other.date.is_day and other.date.latest + shift < known.earliest
    ]
    if not before:
        return None
    day, label = max(before)
    return Wait(day, label, known)


def _season_order(row: Row) -> tuple[bool, int, str, bool]:
    release = row.release
    number = release.season.number
    return number is None, number or 0, release.season.label, release.kind != "premiere"
