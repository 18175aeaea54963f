"""The seasons of one show of TVmaze, each as far as a catalogue states it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from premierectl.sources.source import Unusable
from premierectl.sources.tvmaze.answers import (
    Answered,
    UnusableError,
    day,
    fields,
    inside,
    items,
    number,
    stated,
)
from premierectl.sources.tvmaze.dates import clock_of, local_day
from premierectl.sources.tvmaze.episodes import MOST_SEASONS, DatedEpisode
from premierectl.sources.tvmaze.schedule import seasons_of_episodes
from premierectl.sources.tvmaze.show import released_by

_PLACE = "_embedded.seasons"
_MOST_OF_A_SEASON = 99_999


class SeasonRow(Struct, frozen=True):
    """A season as TVmaze lists it, its days in the calendar."""

    number: int
    premiere: date | None
    end: date | None
    network: str | None
    episodes: int | None
    undated: bool

    @property
    def said(self) -> int:
        """How much is known of it."""
        known = (self.premiere, self.end, self.network, self.episodes)
        return sum(value is not None for value in known)


def seasons(
    show: Answered, coming: DatedEpisode | None, today: date, left_out: list[Unusable]
) -> list[dict[str, Any]]:
    """The seasons of a show with its next episode; ``today`` tells which are over.

    Of two rows of one number the one that says more stays: a renewal often stands there twice.
    """
    rows = dict[int, SeasonRow]()
    for row in _rows(show, left_out):
        if row.number not in rows or row.said > rows[row.number].said:
            rows[row.number] = row
    last = max(rows, default=0)
    ahead = {season.get("number"): season for season in seasons_of_episodes([coming] if coming else (), left_out)}  # fmt: skip
    found = []
    for key in sorted({*rows, *(key for key in ahead if key is not None)}):
        said = (
            _season(rows[key], show, today, last=last, goes_on=key in ahead) if key in rows else {}
        )
        found.append(_with_next({"number": key, **said}, ahead.get(key, {})))
    return [*found, *([ahead[None]] if None in ahead else [])]


def _rows(show: Answered, left_out: list[Unusable]) -> Iterator[SeasonRow]:
    for index, written in enumerate(items(fields(show.get("_embedded")).get("seasons"))):
        path = f"{_PLACE}[{index}]"
        season = fields(written)
        known = number(season.get("number"), most=MOST_SEASONS)
        if known is None:
            left_out.append(Unusable(inside(path, "number"), "is no number of a season"))
            continue
        days = [_day(season, show, key, path, left_out) for key in ("premiereDate", "endDate")]
        counted = number(season.get("episodeOrder"), 1, _MOST_OF_A_SEASON)
        undated = season.get("premiereDate") in (None, "")
        yield SeasonRow(known, days[0], days[1], released_by(season), counted, undated)


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


def _season(
    row: SeasonRow, show: Answered, today: date, *, last: int, goes_on: bool
) -> dict[str, Any]:
    """What a row says. Only a season that is over has an end: before, it is the last listed day."""
    ended = show.get("status") == "Ended"
    over = not goes_on and row.end is not None and row.end < today
    backwards = row.end is not None and row.premiere is not None and row.end < row.premiere
    status = "ended" if over and (ended or row.number < last) else None
    if row.undated and not ended and row.end is None:
        status = "renewed"
    pairs = [
        ("number", row.number),
        ("premiere", row.premiere and row.premiere.isoformat()),
        ("network", row.network if row.network != released_by(show) else None),
        ("episodes", row.episodes),
        ("finale", row.end.isoformat() if row.end and over and not backwards else None),
        ("status", status),
    ]
    return stated(pairs)


def _with_next(season: Mapping[str, Any], nearest: Mapping[str, Any]) -> dict[str, Any]:
    """The season with its next episode, whose day is the better known one; dated, it is no renewal."""
    both = {**season, **nearest}
    if nearest and both.get("status") == "renewed":
        del both["status"]
    return both
