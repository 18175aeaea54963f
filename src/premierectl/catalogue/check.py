"""Every problem of a catalogue document, each with its JSON path and what would be right."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from premierectl.catalogue.merge import season_key
from premierectl.catalogue.model import FORMAT, CatalogueFile
from premierectl.catalogue.near import did_you_mean
from premierectl.catalogue.shape import Problem, kind_of, misfits
from premierectl.dates import PartialDate
from premierectl.errors import BadDateError

_LINK: Final = re.compile(r"https?://[^\s/?#@]+([/?#]\S*)?", re.IGNORECASE)


def check(document: object, known_ids: Iterable[str] = ()) -> Iterator[Problem]:
    """Every problem of this parsed catalogue file.

    ``known_ids`` are the shows that another layer names, so that an entry that only adds to one of
    them needs no title.
    """
    if not isinstance(document, dict):
        yield Problem("", f"is {kind_of(document)}; write an object with format and shows")
        return
    yield from misfits(document, CatalogueFile)
    yield from _format(document)
    yield from _repeated(document, "shows", "id", "the id of another show")
    yield from _repeated(document, "networks", "name", "the name of another network")
    titled_elsewhere = set(known_ids)
    for index, show in _objects(document, "shows"):
        yield from _show(show, f"shows[{index}]", titled_elsewhere)
    for index, network in _objects(document, "networks"):
        yield from _zone(network, f"networks[{index}]")
        yield from _links(network, f"networks[{index}]")


def _format(document: Mapping[str, Any]) -> Iterator[Problem]:
    number = document.get("format")
    if isinstance(number, int) and number != FORMAT:
        yield Problem("format", f"is {number}; this premierectl knows format {FORMAT}")


def _show(show: Mapping[str, Any], path: str, titled_elsewhere: set[str]) -> Iterator[Problem]:
    show_id = show.get("id")
    if "title" not in show and not (isinstance(show_id, str) and show_id in titled_elsewhere):
        words = 'is missing, and no other layer names this show; write "title": "…"'
        yield Problem(f"{path}.title", words)
    yield from _links(show, path)
    seen: dict[str, int] = {}
    for index, season in _objects(show, "seasons"):
        inner, key = f"{path}.seasons[{index}]", season_key(season)
        if seen.setdefault(key, index) != index:
            yield Problem(inner, f"is the same season as seasons[{seen[key]}]; join the two")
        yield from _season(season, inner)


def _season(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    if season.get("number") is None and not season.get("name"):
        yield Problem(path, "has neither a number nor a name; a special needs a name")
    if season.get("time") and not season.get("timezone"):
        words = 'says nothing without a zone; add "timezone": "America/New_York" or another'
        yield Problem(f"{path}.time", words)
    yield from _zone(season, path)
    yield from _links(season, path)
    yield from _order(season, path)


def _order(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    premiere, finale = _date(season.get("premiere")), _date(season.get("finale"))
    announced = _date(season.get("announced"))
    if premiere and finale and finale.latest < premiere.earliest:
        yield Problem(f"{path}.finale", f"is before the premiere, {premiere}")
    if premiere and announced and announced.earliest > premiere.latest:
        yield Problem(f"{path}.announced", f"is after the premiere, {premiere}")


def _zone(fields: Mapping[str, Any], path: str) -> Iterator[Problem]:
    name = fields.get("timezone")
    if not isinstance(name, str):
        return
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        from zoneinfo import available_timezones  # noqa: PLC0415 - reads the disk; after a miss

        hint = did_you_mean(name, available_timezones())
        yield Problem(f"{path}.timezone", f"{name!r} is no IANA time zone{hint}")


def _links(fields: Mapping[str, Any], path: str) -> Iterator[Problem]:
    places = [(f"{path}.url", fields.get("url"))]
    places += [
        (f"{path}.sources[{index}].url", source.get("url"))
        for index, source in _objects(fields, "sources")
    ]
    for place, url in places:
        if isinstance(url, str) and not _LINK.fullmatch(url):
            yield Problem(place, f"{url!r} is no link; write https://host/…")


def _repeated(document: Mapping[str, Any], key: str, field: str, what: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, item in _objects(document, key):
        value = item.get(field)
        if isinstance(value, str) and seen.setdefault(value, index) != index:
            yield Problem(f"{key}[{index}].{field}", f"{value!r} is {what}, {key}[{seen[value]}]")


def _objects(fields: Mapping[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    value = fields.get(key)
    items: Sequence[Any] = value if isinstance(value, list) else ()
    return ((index, item) for index, item in enumerate(items) if isinstance(item, dict))


def _date(value: object) -> PartialDate | None:
    try:
        return PartialDate(value) if isinstance(value, str) else None
    except BadDateError:
        return None
