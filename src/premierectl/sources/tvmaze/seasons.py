"""The seasons of one show of TVmaze, each as far as a catalogue states it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from premierectl.sources.source import Unusable
from premierectl.sources.tvmaze.answers import (
    Answered,
    UnusableError,
    day,
    fields,
    inside,
    items,
    name,
    number,
    stated,
)
from premierectl.sources.tvmaze.dates import clock_of, local_day
from premierectl.sources.tvmaze.episodes import (
    MOST_SEASONS,
    DatedEpisode,
    listed_episode,
    specials,
)
from premierectl.sources.tvmaze.show import released_by

_PLACE: Final = "_embedded.seasons"
_MOST_OF_A_SEASON: Final = 99_999
_NO_NAME: Final = re.compile(r"tba|tbd|(season|series)\s?#?[0-9]+", re.IGNORECASE)


class SeasonRow(Struct, frozen=True):
    """A season as TVmaze lists it, its days in the calendar."""

    number: int
    name: str | None = None
    premiere: date | None = None
    end: date | None = None
    network: str | None = None
    episodes: int | None = None
    undated: bool = False

    @property
    def said(self) -> int:
        """How much is known of it."""
        known = (self.name, self.premiere, self.end, self.network, self.episodes)
        return sum(value is not None for value in known)


class Stood(Struct, frozen=True):
    """What is known of a season: its row, and the episodes of it that are listed."""

    row: SeasonRow
    listed: list[DatedEpisode]

    @property
    def days(self) -> list[date]:
        """The days of its listed episodes."""
        return [each.aired.day for each in self.listed if each.aired.day]

    @property
    def first(self) -> date | None:
        """The first day of it that is known."""
        return min((day for day in (self.row.premiere, *self.days) if day), default=None)

    @property
    def end(self) -> date | None:
        """The last day of it that is known, which need not be the last there will be."""
        return max((day for day in (self.row.end, *self.days) if day), default=None)

    @property
    def premiere(self) -> date | None:
        """The day of episode 1 or 0, else the season's own: unless a later episode stands on it.

        What is listed first is no premiere where the first episode has no day.
        """
        opening = (each.aired.day for each in self.listed if each.number in (0, 1))
        known = min((day for day in opening if day), default=None)
        before = [day for day in self.days if self.row.premiere and day <= self.row.premiere]
        return known or (None if before else self.row.premiere)

    @property
    def is_whole(self) -> bool:
        """Whether all the episodes are dated that it is announced to have."""
        numbers = (each.number or 0 for each in self.listed if each.aired.day)
        return self.row.episodes is not None and max(numbers, default=0) >= self.row.episodes


class ShownSeasons(Struct, frozen=True):
    """The seasons of a show; from ``listed_from`` on they have all of their listed episodes."""

    seasons: list[dict[str, Any]]
    listed_from: int


def shown_seasons(
    show: Answered, episodes: Sequence[DatedEpisode], today: date, left_out: list[Unusable]
) -> ShownSeasons:
    """The seasons of a show with its listed episodes; ``today`` tells which are over.

    The episodes of a season before the one that began last are left out, as is nothing else of it.
    Of two rows of one number the one that says more stays: a renewal often stands there twice.
    """
    stood = _stood(show, episodes, left_out)
    begun = max(
        (key for key, each in stood.items() if each.first and each.first <= today), default=0
    )
    dated = max((key for key, each in stood.items() if each.first), default=0)
    ended = show.get("status") == "Ended"
    found = []
    for key, each in sorted(stood.items()):
        last = key < begun or each.is_whole or (ended and key >= dated)
        over = last and each.end is not None and each.end < today
        listed = listed_episode(each.listed, left_out) if key >= begun else {}
        found.append({"number": key, **listed, **_season(each, show, over=over)})
    found += specials((each for each in episodes if each.season is None), left_out)
    return ShownSeasons(found, begun)


def _stood(
    show: Answered, episodes: Iterable[DatedEpisode], left_out: list[Unusable]
) -> dict[int, Stood]:
    found: dict[int, Stood] = {}
    for row in _rows(show, left_out):
        if row.number not in found or row.said > found[row.number].row.said:
            found[row.number] = Stood(row, [])
    for each in episodes:
        if each.season is not None:
            found.setdefault(each.season, Stood(SeasonRow(each.season), [])).listed.append(each)
    return found


def _rows(show: Answered, left_out: list[Unusable]) -> Iterator[SeasonRow]:
    for index, written in enumerate(items(fields(show.get("_embedded")).get("seasons"))):
        path = f"{_PLACE}[{index}]"
        season = fields(written)
        known = number(season.get("number"), most=MOST_SEASONS)
        if known is None:
            left_out.append(Unusable(inside(path, "number"), "is not the number of a season"))
            continue
        days = [_day(season, show, key, path, left_out) for key in ("premiereDate", "endDate")]
        counted = number(season.get("episodeOrder"), 1, _MOST_OF_A_SEASON)
        undated = season.get("premiereDate") in (None, "")
        called = _season_name(season.get("name"))
        yield SeasonRow(known, called, days[0], days[1], released_by(season), counted, undated)


def _day(
    season: Answered, show: Answered, key: str, path: str, left_out: list[Unusable]
) -> date | None:
    """A day of a season in the calendar: a show that is on at night is listed the evening before."""
    try:
        listed = day(season.get(key), inside(path, key))
    except UnusableError as error:
        left_out.append(error.unusable)
        return None
    elsewhere = released_by(season) not in (None, released_by(show))
    clock = None if elsewhere else clock_of(fields(show.get("schedule")).get("time"))
    return local_day(listed, clock) if listed else None


def _season(known: Stood, show: Answered, *, over: bool) -> dict[str, Any]:
    """What is said of a season but for its episodes. Only one that is over has an end."""
    row, premiere, end = known.row, known.premiere, known.end
    backwards = end is not None and premiere is not None and end < premiere
    undated = row.undated and end is None and not known.days
    status = "renewed" if undated and show.get("status") != "Ended" else None
    pairs = [
        ("name", row.name),
        ("premiere", premiere and premiere.isoformat()),
        ("network", row.network if row.network != released_by(show) else None),
        ("episodes", row.episodes),
        ("finale", end.isoformat() if end and over and not backwards else None),
        ("status", "ended" if over else status),
    ]
    return stated(pairs)


def _season_name(value: object) -> str | None:
    """The name of a season, unless it is only its number."""
    called = name(value)
    return None if called is None or _NO_NAME.fullmatch(called) else called
