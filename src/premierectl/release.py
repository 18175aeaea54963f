"""A release: what of a season comes out at once, on a date as far as it is known."""

from datetime import date, datetime
from typing import Final, Literal

from msgspec import Struct

from premierectl.dates import PartialDate
from premierectl.model import Episode, Season, Show
from premierectl.moment import instant_of
from premierectl.season_key import slug
from premierectl.selector import Piece, Unit, selector_text

ReleaseKind = Literal["premiere", "part", "return", "episode", "finale"]
TimeSource = Literal["season", "part", "episode"]

# So many titles say what comes out at once.
_MOST_TITLES: Final = 3


class Release(Struct, frozen=True):
    """Something of a show that comes out at once, on a date as far as it is known.

    ``episodes`` are the numbers of the first and the last in it, ``name`` the slug of one that has
    no number, ``part`` counts from 1; ``completes`` says that the whole season is out with it.
    ``time`` is a clock time in the season's zone, and ``time_source`` what states it.
    A ``return`` may complete the season as well.
    """

    show: Show
    season: Season
    kind: ReleaseKind
    date: PartialDate | None
    time: str | None = None
    time_source: TimeSource | None = None
    episodes: tuple[int, int] | None = None
    name: str | None = None
    part: int | None = None
    completes: bool = False

    @property
    def network(self) -> str | None:
        """Who releases it."""
        return self.show.network_of(self.season)

    @property
    def is_premiere(self) -> bool:
        """Whether something begins with it: the season, a part of it, or what follows a pause."""
        return self.kind in ("premiere", "part", "return")

    @property
    def label(self) -> str:
        """Which release it is: ``season 6``, ``S6 E4``, ``S5 Volume 2``, ``S6 returns``, ``S6 finale``."""
        if self.part is not None:
            return f"{self.season.short} {self.season.parts[self.part - 1].label}"
        if self.kind == "premiere":
            return self.season.label
        return f"{self.season.short} {self._event or self.numbers}".rstrip()

    @property
    def noun(self) -> str:
        """The label where a sentence has a verb of its own: ``S6 E9`` for ``S6 returns``."""
        if self._event == "returns":
            return f"{self.season.short} {self.numbers}".rstrip()
        return self.label

    @property
    def short(self) -> str:
        """The same in a few characters: ``S6``, ``S6E4``, ``S5 Volume 2``, ``S6 finale``."""
        if self.kind == "premiere" and self.part is None:
            return self.season.short
        joined = self.season.number is not None and self.part is None and self.episodes is not None
        return self.label.replace(" ", "", 1) if joined and not self._event else self.label

    @property
    def numbers(self) -> str:
        """The episodes in it, ``E4`` or ``E1–E2``; empty where they are not known."""
        if self.episodes is None:
            return ""
        first, last = self.episodes
        return f"E{first}" if first == last else f"E{first}–E{last}"

    @property
    def _event(self) -> str:
        """``returns`` or ``finale`` where it is told as that; one episode that is both is a finale."""
        if self.kind == "return":
            first, last = self.episodes or (0, 1)
            return "finale" if self.completes and first == last else "returns"
        return "finale" if self.kind == "finale" else ""

    @property
    def title(self) -> str:
        """The show and the release in words: ``The Pitt season 3``."""
        return f"{self.show.title} {self.label}"

    @property
    def episode_title(self) -> str | None:
        """The titles of its episodes, the first three; null where none is known."""
        listed = self.season.episode_list
        titles = [each.title for each in listed if each.title and self._has(each)]
        if not titles:
            return None
        more = len(titles) - _MOST_TITLES
        return " / ".join(titles[:_MOST_TITLES]) + (f" and {more} more" if more > 0 else "")

    def _has(self, episode: Episode) -> bool:
        """Whether an episode comes out with it."""
        if self.episodes is None or episode.number is None:
            named = episode.number is None and self.name is not None and episode.title is not None
            return named and self.name == slug(episode.title or "") and self.date == episode.date
        first, last = self.episodes
        return first <= episode.number <= last

    @property
    def piece(self) -> Piece:
        """Which piece of the show it is, whatever its date and whatever else becomes known.

        The premiere is its season; all else goes by its part, its first number or its name, and
        the finale is only called so where it has none of these.
        """
        season = self.season.key
        if self.kind == "premiere":
            return Piece(season)
        if self.part is not None:
            return Piece(season, "part", self.part)
        if self.episodes is not None:
            return Piece(season, "episode", self.episodes[0])
        unit: Unit = "finale" if self.name is None else "episode"
        return Piece(season, unit, name=self.name)

    @property
    def address(self) -> str:
        """The selector of exactly this release: ``heartstopper:s2``, ``the-pitt:s3e4``."""
        return selector_text(self.show.id, self.piece)

    @property
    def instant(self) -> datetime | None:
        """When it comes out (UTC), where day, clock time and zone are all known."""
        zone = self.season.timezone
        if self.date is None or not self.date.is_day or self.time is None or zone is None:
            return None
        return instant_of(self.date.earliest, self.time, zone)


def at_season_time(
    show: Show,
    season: Season,
    known: PartialDate | None,
    kind: ReleaseKind = "premiere",
    episodes: tuple[int, int] | None = None,
    *,
    completes: bool = False,
) -> Release:
    """A release at the season's own clock time, where it has one."""
    source: TimeSource | None = "season" if season.time else None
    return Release(show, season, kind, known, season.time, source, episodes, completes=completes)


def is_over(show: Show, season: Season, today: date | None = None) -> bool:
    """Whether nothing more of a season will come: it has ended, or a later one has begun by today."""
    if season.status == "ended":
        return True
    number = season.number
    if number is None:
        return False
    later = [each for each in show.seasons if each.number is not None and each.number > number]
    if show.status == "ended" and not later:
        return True
    return any(_has_come_out(each, today) for each in later)


def _has_come_out(season: Season, today: date | None) -> bool:
    """Whether anything of a season is known to be out by today."""
    if season.status in ("airing", "ended"):
        return True
    sure = (known for known, _ in season.stated if known.is_day and known.confirmed)
    return today is not None and any(known.earliest <= today for known in sure)
