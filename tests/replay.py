"""A stand-in for TVmaze that knows shows as of a day: what it lists changes as the days go by.

The shows are made up. What the service makes of them is written down from what is known of it:
``/schedule/full`` lists what is to come with specials, a show's own answer all that is dated
without them; an airtime from 00:00 to 04:59 is listed under the evening before; without an airtime
the airstamp is a filler at noon; a season's ``endDate`` is that of the last listed episode.
"""

import contextlib
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from tests.service import Service, listed_season, listed_show, tvmaze

EASTERN = ("United States", "US", "America/New_York")
BRITISH = ("United Kingdom", "GB", "Europe/London")


@dataclass(frozen=True)
class Night:
    """An episode as it is listed: under which day, at which airtime; a special has no number."""

    season: int
    number: int | None
    day: date | None
    airtime: str = ""
    name: str = ""

    @property
    def key(self) -> tuple[int, int | str]:
        """What tells it from the others of its show."""
        return self.season, self.name if self.number is None else self.number

    @property
    def local(self) -> date | None:
        """The day on which it is on where it is on: past midnight that is the day after."""
        overnight = self.airtime != "" and self.airtime < "05:00"
        return self.day and self.day + timedelta(days=overnight)

    def stamp(self, zone: str) -> datetime | None:
        """The airstamp; a filler at noon where there is no airtime."""
        if self.day is None or self.local is None:
            return None
        if not self.airtime:
            return datetime.combine(self.day, time(12), UTC)
        at = datetime.combine(self.local, time.fromisoformat(self.airtime), ZoneInfo(zone))
        return at.astimezone(UTC)


@dataclass(frozen=True)
class Known:
    """A show as the service knows it: ``orders`` are its seasons with their announced counts.

    ``premieres`` are the days of seasons of which no episode is listed yet.
    """

    number: int
    name: str
    orders: Mapping[int, int | None] = field(default_factory=dict)
    nights: tuple[Night, ...] = ()
    premieres: Mapping[int, date] = field(default_factory=dict)
    status: str = "Running"
    country: tuple[str, str, str] | None = EASTERN
    usually: str = ""
    cast: tuple[str, ...] = ()

    @property
    def zone(self) -> str:
        """The zone of its channel's country."""
        return self.country[2] if self.country else "UTC"

    def of(self, season: int) -> list[Night]:
        """The numbered episodes of a season, by number."""
        mine = [each for each in self.nights if each.season == season and each.number is not None]
        return sorted(mine, key=lambda each: each.number or 0)

    def dated(self, season: int) -> list[Night]:
        """Those of them that have a day, the earliest first."""
        mine = [each for each in self.of(season) if each.day]
        return sorted(mine, key=lambda each: (str(each.local), each.number))

    def premiere_date(self, season: int) -> date | None:
        """What the season's row states."""
        first = next((each for each in self.of(season) if each.number == 1), None)
        if first is not None:
            return first.day
        dated = self.dated(season)
        return self.premieres.get(season) or (dated[0].day if dated else None)

    def begins(self, season: int) -> date | None:
        """The day of its premiere where it is on, as far as anything states one."""
        stated = self.premiere_date(season)
        first = next((each for each in self.of(season) if each.number == 1), None)
        if first is not None or stated is None:
            return first.local if first else None
        return Night(season, None, stated, self.usually).local


@dataclass(frozen=True)
class Life:
    """What became known of a show, and from which day on."""

    news: tuple[tuple[date, Known], ...]

    @property
    def number(self) -> int:
        """Its number at the service."""
        return self.news[0][1].number

    def at(self, now: datetime) -> Known | None:
        """What is known at an instant; nothing before the first news."""
        told = [known for day, known in self.news if day <= now.date()]
        return told[-1] if told else None

    def changed(self, now: datetime) -> datetime | None:
        """When what is known last changed."""
        days = [day for day, _ in self.news if day <= now.date()]
        return datetime.combine(days[-1], time.min, UTC) if days else None


class Listings(dict[str, Any]):
    """The answers of the service at an instant, made when they are asked for."""

    def __init__(self, lives: Sequence[Life], now: datetime) -> None:
        super().__init__()
        self.lives, self.now = lives, now

    def get(self, key: str, default: Any = None) -> Any:
        """The answer at a path with its query, or the default."""
        found = self._answer(key)
        return default if found is None else found

    def _answer(self, key: str) -> Any:
        address = urlsplit(key)
        query = parse_qs(address.query)
        match address.path.strip("/").split("/"):
            case ["schedule", "full"]:
                return list(self._schedule())
            case ["updates", "shows"]:
                return self._updates(query.get("since", ["month"])[0])
            case ["search", "shows"]:
                return self._search(query["q"][0])
            case ["shows", number]:
                return self._show(int(number), query.get("embed[]", []))
        return None

    def _known(self) -> dict[int, Known]:
        found = (life.at(self.now) for life in self.lives)
        return {known.number: known for known in found if known}

    def _schedule(self) -> Iterator[Any]:
        """What is to come since the list was made, at midnight."""
        made = datetime.combine(self.now.date(), time.min, UTC)
        for known in self._known().values():
            for each in known.nights:
                stamp = each.stamp(known.zone)
                if stamp and stamp >= made:
                    yield {**_episode(known, each), "_embedded": {"show": _show(known)}}

    def _updates(self, since: str) -> Any:
        ago = timedelta(days={"day": 1, "week": 7, "month": 31}[since])
        changed = {life.number: life.changed(self.now) for life in self.lives}
        return {
            str(number): int(when.timestamp())
            for number, when in changed.items()
            if when and when >= self.now - ago
        }

    def _search(self, words: str) -> Any:
        folded = words.casefold()
        found = [known for known in self._known().values() if folded in known.name.casefold()]
        return [{"score": 1.0, "show": _show(known)} for known in found]

    def _show(self, number: int, embedded: Sequence[str]) -> Any:
        known = self._known().get(number)
        if known is None:
            return None
        coming = [each for each in _numbered(known) if (_stamp(known, each) or self.now) > self.now]
        pieces: dict[str, Any] = {
            "seasons": [_season(known, number) for number in sorted(known.orders)],
            "episodes": [_episode(known, each) for each in _numbered(known)],
            "cast": [_member(name) for name in known.cast],
        }
        if coming:
            nearest = min(coming, key=lambda each: str(_stamp(known, each)))
            pieces["nextepisode"] = _episode(known, nearest)
        kept = {name: pieces[name] for name in embedded if name in pieces}
        return {**_show(known), **({"_embedded": kept} if embedded else {})}


@contextlib.contextmanager
def replayed(lives: Sequence[Life], now: datetime) -> Iterator[Service]:
    """The service at an instant; ``turn_to`` another one."""
    with tvmaze({}) as server:
        turn_to(server, lives, now)
        yield server


def turn_to(server: Service, lives: Sequence[Life], now: datetime) -> None:
    """Let the service answer as of an instant."""
    server.answers = Listings(lives, now)


@dataclass(frozen=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def items(self) -> list[Mapping[str, Any]]:
        """The items of its document; an export of nothing writes none."""
        found: list[Mapping[str, Any]] = json.loads(self.out)["items"] if self.out else []
        return found


Program = Callable[..., Said]


def program(home: Path, url: str) -> Program:
    """The real command line in a home of its own, for as long as it is wanted.

    ``run("next", now=datetime(…), zone="Europe/London")``; the zone is London's unless said otherwise.
    """

    def run(*words: str, now: datetime, zone: str = "Europe/London") -> Said:
        from premierectl.cli.program import run as run_words

        variables = {
            "PREMIERECTL_HOME": str(home), "PREMIERECTL_NOW": now.isoformat(), "COLUMNS": "100",
            "PREMIERECTL_TIMEZONE": zone, "PREMIERECTL_TVMAZE_URL": url, "TERM": "dumb",
        }  # fmt: skip
        with pytest.MonkeyPatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
            patch.setattr(sys, "stdin", io.StringIO())
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run_words(words)
        return Said(int(code), _written(out), _written(err))

    return run


@contextlib.contextmanager
def without_waiting() -> Iterator[None]:
    """Leave no gap between two calls: hundreds of them would take minutes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("premierectl.sources.http.pace.GAP", 0.0)
        yield


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _numbered(known: Known | None) -> list[Night]:
    return [each for each in known.nights if each.number is not None] if known else []


def _stamp(known: Known, each: Night) -> datetime | None:
    return each.stamp(known.zone)


def _show(known: Known) -> Any:
    land = known.country and dict(zip(("name", "code", "timezone"), known.country, strict=True))
    channel = {"id": 7, "name": "Channel Seven" if land else "Streamly", "country": land}
    return listed_show(
        known.number,
        known.name,
        url=f"https://www.tvmaze.com/shows/{known.number}/made-up",
        status=known.status,
        premiered="2024-01-01",
        schedule={"time": known.usually, "days": []},
        network=channel if land else None,
        webChannel=None if land else channel,
        summary=None,
    )


def _season(known: Known, number: int) -> Any:
    dated, first = known.dated(number), known.premiere_date(number)
    last = dated[-1].day if dated else None
    return listed_season(
        number,
        first.isoformat() if first else None,
        id=known.number * 100 + number,
        episodeOrder=known.orders[number],
        endDate=last.isoformat() if last else None,
    )


def _episode(known: Known, each: Night) -> Any:
    stamp = _stamp(known, each)
    place = known.nights.index(each)
    return {
        "id": known.number * 10_000 + place,
        "url": f"https://www.tvmaze.com/episodes/{known.number * 10_000 + place}",
        "name": each.name or f"Episode {each.number}",
        "season": each.season,
        "number": each.number,
        "type": "regular" if each.number is not None else "significant_special",
        "airdate": each.day.isoformat() if each.day else "",
        "airtime": each.airtime if each.day else "",
        "airstamp": stamp and stamp.isoformat(),
        "runtime": 45,
        "summary": None,
    }


def _member(name: str) -> Any:
    person, character = {"id": 1, "name": name}, {"id": 2, "name": f"Role of {name}"}
    return {"person": person, "character": character, "self": False, "voice": False}
