"""Every problem of a catalogue document, each with its JSON path and what would be right."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from premierectl.catalogue.check_season import objects, season_problems, zone_problems
from premierectl.catalogue.merge import season_key
from premierectl.catalogue.model import FORMAT, CatalogueFile
from premierectl.catalogue.shape import Problem, kind_of, misfits

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
    for index, show in objects(document, "shows"):
        yield from _show(show, f"shows[{index}]", titled_elsewhere)
    for index, network in objects(document, "networks"):
        yield from zone_problems(network, f"networks[{index}]")
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
    for index, season in objects(show, "seasons"):
        inner, key = f"{path}.seasons[{index}]", season_key(season)
        if seen.setdefault(key, index) != index:
            yield Problem(inner, f"is the same season as seasons[{seen[key]}]; join the two")
        yield from season_problems(season, inner)
        yield from _links(season, inner)


def _links(fields: Mapping[str, Any], path: str) -> Iterator[Problem]:
    places = [(f"{path}.url", fields.get("url"))]
    places += [
        (f"{path}.sources[{index}].url", source.get("url"))
        for index, source in objects(fields, "sources")
    ]
    for place, url in places:
        if isinstance(url, str) and not _LINK.fullmatch(url):
            yield Problem(place, f"{url!r} is no link; write https://host/…")


def _repeated(document: Mapping[str, Any], key: str, field: str, what: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, item in objects(document, key):
        value = item.get(field)
        if isinstance(value, str) and seen.setdefault(value, index) != index:
            yield Problem(f"{key}[{index}].{field}", f"{value!r} is {what}, {key}[{seen[value]}]")
