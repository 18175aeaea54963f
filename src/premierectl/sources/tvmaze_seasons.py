"""TVmaze's seasons and episodes as seasons of a catalogue."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from premierectl.sources.tvmaze_answers import Fields, day, fields, given, items, name, number
from premierectl.sources.tvmaze_dates import aired, real_day, zone_of
from premierectl.sources.tvmaze_show import channel_of, network_of

Row = tuple[str, Fields]
Left = list[tuple[str, str]]
Season = dict[str, Any]

_LAST_SEASON: Final = 9_999
_MOST_EPISODES: Final = 9_999
_MOST_CAST: Final = 100
# Names that say nothing: TVmaze's own for what has none yet.
_NAMELESS: Final = r"(?i)tba|tbd|episode \d+"


def seasons_of_rows(rows: Sequence[Row], show: Fields) -> tuple[list[Season], Left]:
    """The seasons of a show's rows in the schedule, and which rows could not be used."""
    left: Left = []
    numbered: dict[int, list[Row]] = {}
    specials: list[Season] = []
    for path, row in rows:
        season = number(row.get("season"), 0, _LAST_SEASON)
        kind = row.get("type")
        if day(row.get("airdate")) is None:
            left.append((f"{path}.airdate", "is no date of television"))
        elif _is_special(row):
            specials += _special(row, show) if kind != "insignificant_special" else []
        elif season is None or number(row.get("number"), 1, _MOST_EPISODES) is None:
            left.append((path, "has no number of a season or of an episode"))
        else:
            numbered.setdefault(season, []).append((path, row))
    seasons = [
        _of_rows(season, [row for _, row in listed], show) for season, listed in numbered.items()
    ]
    return [*sorted(seasons, key=lambda each: int(each["number"])), *_once(specials)], left


def seasons_of_show(show: Fields, today: date) -> tuple[list[Season], Left]:
    """The seasons that are embedded in a show, with its next episode and its cast."""
    embedded = fields(show.get("_embedded"))
    left: Left = []
    seasons: dict[int, Season] = {}
    for index, row in enumerate(items(embedded.get("seasons"))):
        season = number(fields(row).get("number"), 0, _LAST_SEASON)
        if season is None:
            left.append((f"_embedded.seasons[{index}].number", "is no number of a season"))
        else:
            known = seasons.get(season, {})
            read = _season(season, fields(row), show, today)
            # Two rows can stand for one season: the one that says more counts.
            seasons[season] = max(known, read, key=len)
    _add_next(seasons, fields(embedded.get("nextepisode")), show)
    _add_cast(seasons, embedded.get("cast"))
    return [seasons[key] for key in sorted(seasons)], left


def _of_rows(season: int, rows: Sequence[Fields], show: Fields) -> Season:
    zone = zone_of(channel_of(show))
    listed = {episode["number"]: episode for episode in (_episode(row, zone) for row in rows)}
    ordered = [listed[key] for key in sorted(listed)]
    timed = any("time" in episode for episode in ordered)
    first = listed.get(1)
    said = given(
        premiere=first["date"] if first else None,
        timezone=zone if timed else None,
        time=first.get("time") if first else None,
        episode_list=ordered,
    )
    return {"number": season, **said}


def _episode(row: Fields, zone: str | None) -> dict[str, Any]:
    known, clock = aired(row, zone)
    title = name(row.get("name"))
    return given(
        number=row["number"],
        title=None if title and re.fullmatch(_NAMELESS, title) else title,
        date=known.isoformat() if known else None,
        time=clock,
    )


def _is_special(row: Fields) -> bool:
    return row.get("type") in ("significant_special", "insignificant_special") or (
        row.get("number") is None and "number" in row
    )


def _special(row: Fields, show: Fields) -> Iterator[Season]:
    """A special as a season of its own; without a name there is nothing to tell it by."""
    title, zone = name(row.get("name")), zone_of(channel_of(show))
    known, clock = aired(row, zone)
    if title and known and not re.fullmatch(_NAMELESS, title):
        timed = {"time": clock, "timezone": zone} if clock else {}
        yield {"name": title, "premiere": known.isoformat(), **timed}


def _once(specials: Sequence[Season]) -> list[Season]:
    return list({special["name"]: special for special in specials}.values())


def _season(season: int, row: Fields, show: Fields, today: date) -> Season:
    """A season row; the end of one that is running is only its last listed episode."""
    first, last = day(row.get("premiereDate")), day(row.get("endDate"))
    clock = fields(show.get("schedule")).get("time")
    over = last is not None and last < today
    network = network_of(row)
    said = given(
        premiere=real_day(first, clock).isoformat() if first else None,
        finale=real_day(last, clock).isoformat()
        if first and last and over and last > first
        else None,
        episodes=number(row.get("episodeOrder"), 1, _MOST_EPISODES),
        status="renewed" if first is None else "ended" if over else None,
        network=network if network != network_of(show) else None,
    )
    return {"number": season, **said}


def _add_next(seasons: dict[int, Season], row: Fields, show: Fields) -> None:
    """The next episode of a show, in its season."""
    season = number(row.get("season"), 0, _LAST_SEASON)
    numbered = number(row.get("number"), 1, _MOST_EPISODES)
    if season is None or numbered is None or day(row.get("airdate")) is None:
        return
    read = _of_rows(season, [row], show)
    known = seasons.setdefault(season, {"number": season})
    if numbered == 1:
        known.pop("premiere", None)
        known.pop("finale", None)
    if known.get("status") == "renewed":
        del known["status"]
    seasons[season] = {**read, **known}


def _add_cast(seasons: dict[int, Season], cast: object) -> None:
    """The show's cast, in billing order, in its latest dated season: TVmaze has none per season."""
    dated = [key for key, season in seasons.items() if season.get("premiere")]
    members = [member for row in items(cast)[:_MOST_CAST] if (member := _member(fields(row)))]
    if dated and members:
        seasons[max(dated)]["cast"] = members


def _member(row: Fields) -> dict[str, Any]:
    person = name(fields(row.get("person")).get("name"))
    if person is None:
        return {}
    character = None if row.get("self") is True else name(fields(row.get("character")).get("name"))
    about = "voice" if row.get("voice") is True else None
    return given(person=person, character=character, role="main", about=about)
