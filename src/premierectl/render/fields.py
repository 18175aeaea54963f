"""The fields of a countdown: the name, the meaning and the value of each, for every form there is."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any, Final

from msgspec import Struct

from premierectl.countdown import HOUR, State
from premierectl.dates import PartialDate, Precision
from premierectl.model import Show
from premierectl.release import Release, ReleaseKind, TimeSource
from premierectl.render.safe_text import link, safe
from premierectl.season_key import SeasonKey
from premierectl.upcoming.outlook import Row
from premierectl.wording.waits import phrase, wait


class Field(Struct, frozen=True):
    """A field of a countdown: ``kind`` is its type in JSON, ``of`` gets it from a row."""

    name: str
    kind: Any
    meaning: str
    of: Callable[[Row], Any]


# The order is that of the JSON documents, to which fields are only added.
_LISTED: Final = (
    Field("id", str, "the words that select exactly this release: `the-pitt:s3` for a premiere, `:s5p2` for a part, `:s3e4` for an episode, `:s3finale` for a finale whose number is not known, `doctor-who:christmas-special` for a special, `:s1:the-lost-one` for an episode without a number. It depends neither on the date nor on what else becomes known", lambda row: row.release.address),
    Field("show_id", str, "the show's id", lambda row: row.release.show.id),
    Field("title", str, "the show's title; where another of that title stands beside it, with year, country or network", lambda row: row.title),
    Field("season", SeasonKey, "the season's number; of a special, its name as a slug", lambda row: row.release.season.key),
    Field("release", str, "which release of the show: `season 6`, `S6 E4`, `S6 E1–E2`, `S5 Volume 2`, `S6 returns`, `S6 finale`, the name of a special", lambda row: row.release.label),
    Field("short", str, "the same in a few characters: `S6`, `S6E4`, `S5 Volume 2`", lambda row: row.release.short),
    Field("kind", ReleaseKind, "`premiere`, `part`, `return` (the first release after a pause of six weeks or more inside a season), `episode` or `finale`", lambda row: row.release.kind),
    Field("date", str | None, "the date as it is known, for an instant the day in the viewer's zone: `2026-12-08`, `2027-01`, `2027-Q1`, `2027-H1`, `spring 2027`, `early 2027`, `2027`, with `?` for unconfirmed; null for none", lambda row: _of(row, "text")),
    Field("precision", Precision | None, "`day`, `month`, `quarter`, `season`, `third` (early, mid, late), `half`, `year` or null", lambda row: _of(row, "precision")),
    Field("confirmed", bool | None, "whether the date is confirmed; null without one", lambda row: _of(row, "confirmed")),
    Field("earliest", datetime.date | None, "the first day that the date can mean", lambda row: _of(row, "earliest")),
    Field("latest", datetime.date | None, "the last day that the date can mean", lambda row: _of(row, "latest")),
    Field("days", int | None, "days until the release, negative once it is out; null unless the very day is known", lambda row: row.item.days),
    Field("days_earliest", int | None, "days until the first day that the date can mean, negative once it has passed", lambda row: row.item.days_earliest),
    Field("days_latest", int | None, "days until the last day that the date can mean, negative once it has passed", lambda row: row.item.days_latest),
    Field("span", str | None, "the days that are left as a number or a range: `15`, `39-69`; null once nothing is", lambda row: row.item.span or None),
    Field("wait", str, "the wait in a few characters: `today`, `5h`, `12d`, `39–69d`, `Jan 2027`, `TBA`, `overdue`, `out`, `cancelled`", lambda row: wait(row.item)),
    Field("phrase", str, "the wait in English words", lambda row: phrase(row.item)),
    Field("state", State, "`tba` (no date), `upcoming`, `today`, `airing` (the season has begun, this is still to come), `overdue` (expected, but no news), `out`, `cancelled`", lambda row: row.item.state),
    Field("network", str | None, "who releases it, or null", lambda row: row.release.network),
    Field("followed", bool, "whether the watchlist has this season or its show", lambda row: row.followed),
    Field("layers", tuple[str, ...], "the catalogue layers the show came from, the lowest first: `bundled`, `live`, `own`", lambda row: row.layers),
    Field("part", int | None, "the part's number, or null", lambda row: row.release.part),
    Field("episodes", tuple[int, int] | None, "the numbers of the first and the last episode in it, or null", lambda row: row.release.episodes),
    Field("runtime", int | None, "how long an episode is, in minutes, or null", lambda row: row.release.show.runtime_of(row.release.season)),
    Field("episode_title", str | None, "the titles of its episodes, as far as they are known: `The Ice`, `The Ice / Dawn`, of more than three the first three, `and 5 more`; else null", lambda row: row.release.episode_title),
    Field("completes", bool, "whether the whole season is out with it, as far as that is known: its count is reached, its finale announced, the show has ended, or the next season has begun", lambda row: row.release.completes),
    Field("progress", str | None, "how far the season is at this moment, the same in each of its rows: `4 of 10 are out`; null before it begins and once it is over", lambda row: row.item.progress or None),
    Field("instant", datetime.datetime | None, "when it comes out (UTC), where a clock time was announced; else null", lambda row: row.release.instant if row.item.local else None),
    Field("instant_source", TimeSource | None, "what states the clock time: `season`, `part`, `episode`", lambda row: row.release.time_source if row.item.local else None),
    Field("local_time", datetime.datetime | None, "the instant in the viewer's zone", lambda row: row.item.local),
    Field("time", str | None, "the viewer's clock time, `21:00`, where it is known", lambda row: f"{row.item.local:%H:%M}" if row.item.local else None),
    Field("hours", int | None, "whole hours until the instant, negative once it is over", lambda row: row.item.steps_left(HOUR) if row.item.local else None),
    Field("seconds", int | None, "seconds until the instant, negative once it is over", lambda row: None if row.item.left is None else int(row.item.left.total_seconds())),
    Field("usually", datetime.datetime | None, "when the network usually releases on that day, in the viewer's zone: a hint, never an instant", lambda row: row.usually),
    Field("moved_from", str | None, "the date from which the premiere has moved; null where it has not", lambda row: str(row.item.moved.before) if row.item.moved else None),
    Field("moved_days", int | None, "by how many days it has moved, positive for later; null where a day is not known", lambda row: row.item.moved.days if row.item.moved else None),
    Field("url", str | None, "the show's own site, else a page about it, where one is stated", lambda row: link_of(row.release.show) or None),
    Field("credit", str | None, "the credit that the data's licence asks for, `data: TVmaze, CC BY-SA` and a link; else null", lambda row: _credit(row.release)),
    Field("note", str | None, "what you noted of it on the watchlist, or null", lambda row: row.note),
    Field("tags", tuple[str, ...], "how you tagged it there", lambda row: row.tags),
)  # fmt: skip

FIELDS: Final = {field.name: field for field in _LISTED}

# The fields of a row on a tab-separated line.
TSV: Final = ("title", "release", "date", "span", "network", "followed", "time")


def values(row: Row, names: Iterable[str]) -> tuple[Any, ...]:
    """The values of these fields of a row, in their order."""
    return tuple(FIELDS[name].of(row) for name in names)


def text_of(value: object) -> str:
    """A value as text, safe in every form: nothing for null, ``yes`` or ``no``, instants in ISO 8601.

    A span of episodes is ``E4`` or ``E1-E2``: without the letters, a spreadsheet takes it for a day.
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime.datetime():
            return value.isoformat().replace("+00:00", "Z")
        case (int() as first, int() as last):
            return f"E{first}" if first == last else f"E{first}-E{last}"
        case tuple():
            return ",".join(map(text_of, value))
        case _:
            return safe(str(value))


def link_of(show: Show) -> str:
    """The show's own site, else a page about it; empty where neither is a link."""
    return link(show.official_site or "") or link(show.url or "")


def _of(row: Row, name: str) -> Any:
    """What the date says of itself, null where there is none."""
    known: PartialDate | None = row.item.date
    return None if known is None else getattr(known, name)


def _credit(release: Release) -> str | None:
    """The credit that goes with data under a licence that asks for one."""
    sources = (*release.season.sources, *release.show.sources)
    return next((safe(source.credit) for source in sources if source.credit), None)
