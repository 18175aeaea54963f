"""Catalogues of any size, always the same for the same size."""

import json
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from premierectl.season_key import plain_slug
from premierectl.storage.live_draft import LiveDraft

NETWORKS = ("Netflix", "Hulu", "HBO Max", "Apple TV", "BBC One")
COMING = 20
SOURCE = {"title": "TVmaze", "url": "https://www.tvmaze.com/shows/1", "checked": "2026-11-01"}


def write_catalogue(path: Path, size: int) -> None:
    """Write a live store of ``size`` shows with two seasons each."""
    _write(path, (show(number) for number in range(size)))


def write_watchlist(path: Path, ids: list[str]) -> None:
    """Write a watchlist of these shows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"format": 1, "shows": [{"id": show_id} for show_id in ids]}))


def write_running(path: Path, size: int) -> None:
    """Write a live store of ``size`` shows whose weekly seasons are all coming out."""
    _write(path, ({**show(number), "seasons": [running(number)]} for number in range(size)))


def write_dated(path: Path, size: int) -> None:
    """Write a live store of ``size`` shows, each with a season of ten dated episodes."""
    _write(path, map(dated, range(size)))


def write_mostly_over(path: Path, size: int) -> None:
    """Write a live store of ``size`` shows: 20 with a dated season to come, and all else is over."""
    _write(path, (annals(number) if number < COMING else over(number) for number in range(size)))


def _write(path: Path, shows: Iterable[dict[str, Any]]) -> None:
    draft = LiveDraft(path, first_layer=path / "none", first_changes=path / "none")
    draft.put(shows)
    draft.say("as_of", date(2026, 11, 1))
    draft.keep()
    draft.close()


def annals(number: int) -> dict[str, Any]:
    """The show of this number with a season to come, under a name that only such shows have."""
    named = {"id": f"annals-{number}", "title": f"Annals {number}"}
    return {**dated(number), **named}


def over(number: int) -> dict[str, Any]:
    """The show of this number, of which nothing is to come."""
    return {**show(number), "status": "ended", "seasons": [season(1, "2025-03-01", "ended")]}


def dated(number: int) -> dict[str, Any]:
    """The show of this number as a refresh writes it: with the date of each episode of a season."""
    first = date(2026, 12, 1) + timedelta(days=number % 365)
    days = [(first + timedelta(weeks=week)).isoformat() for week in range(10)]
    episodes = [
        {"number": each, "title": f"Chapter {each}", "date": day, "time": "21:00"}
        for each, day in enumerate(days, 1)
    ]
    coming = {
        "number": 2, "premiere": days[0], "time": "21:00", "timezone": "America/New_York",
        "episodes": 10, "finale": days[-1], "episode_list": episodes, "sources": [SOURCE],
    }  # fmt: skip
    return {**show(number), "seasons": [coming]}


def running(number: int) -> dict[str, Any]:
    """A weekly season that began in autumn 2026, with a week that is skipped."""
    began = date(2026, 10, 19) + timedelta(days=number % 28)
    skipped = [(began + timedelta(weeks=3)).isoformat()]
    return {**season(1, began.isoformat(), "airing"), "skipped_weeks": skipped}


def show(number: int) -> dict[str, Any]:
    """The show of this number: dated in 2027, about 850 bytes of JSON."""
    title = f"The Chronicle {number}"
    day = f"2027-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {
        "id": plain_slug(title),
        "title": title,
        "year": 2020,
        "genres": ["Drama", "Mystery"],
        "network": NETWORKS[number % len(NETWORKS)],
        "ids": {"tvmaze": number + 1_000_000, "imdb": f"tt{number + 90_000_000}"},
        "seasons": [season(1, f"2025{day[4:]}", "ended"), season(2, day, "dated")],
    }


def season(number: int, premiere: str, status: str) -> dict[str, Any]:
    """A weekly season of ten episodes."""
    return {
        "number": number,
        "premiere": premiere,
        "release": "weekly",
        "episodes": 10,
        "status": status,
        "synopsis": "Somebody comes home, and what was buried there comes up again.",
        "sources": [SOURCE],
    }


if __name__ == "__main__":
    kinds = {"running": write_running, "dated": write_dated, "over": write_mostly_over}
    write = kinds.get(sys.argv[3] if sys.argv[3:] else "", write_catalogue)
    write(Path(sys.argv[1]), int(sys.argv[2]))
