"""Every problem of a catalogue document, each with its JSON path and what would be right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from premierectl.catalogue.catalogue_file import CatalogueFile
from premierectl.catalogue.merge import merged_seasons
from premierectl.catalogue.validation.season import objects, season_problems, zone_problems
from premierectl.catalogue.validation.shape import Problem, kind_of, misfits
from premierectl.model import FORMAT
from premierectl.season_key import SeasonKey, key_of
from premierectl.web_link import is_web_link

Below = Callable[[str], Mapping[str, Any] | None]


def problems_of(document: object, below: Below = lambda _: None) -> Iterator[Problem]:
    """Every problem of this parsed catalogue file.

    ``below`` tells what the layers below state of a show with this id, if they know it: an entry
    that only adds to it needs no title, and must not contradict it.
    """
    if not isinstance(document, dict):
        yield Problem("", f"is {kind_of(document)}; write an object with format and shows")
        return
    yield from misfits(document, CatalogueFile)
    yield from _format(document)
    yield from _repeated(document, "shows", "id", "the id of another show")
    yield from _repeated(document, "networks", "name", "the name of another network")
    for index, show in objects(document, "shows"):
        show_id = show.get("id")
        under = below(show_id) if isinstance(show_id, str) else None
        yield from _show(show, f"shows[{index}]", under)
    for index, network in objects(document, "networks"):
        yield from zone_problems(network, f"networks[{index}]")
        yield from _links(network, f"networks[{index}]")


def _format(document: Mapping[str, Any]) -> Iterator[Problem]:
    number = document.get("format")
    if isinstance(number, int) and number != FORMAT:
        yield Problem("format", f"is {number}; this premierectl knows format {FORMAT}")


def _show(show: Mapping[str, Any], path: str, under: Mapping[str, Any] | None) -> Iterator[Problem]:
    if "title" not in show and under is None:
        words = 'is missing, and no other layer names this show; write "title": "…"'
        yield Problem(f"{path}.title", words)
    yield from _links(show, path)
    seen: dict[SeasonKey, int] = {}
    for index, season in objects(show, "seasons"):
        inner, key = f"{path}.seasons[{index}]", key_of(season)
        if seen.setdefault(key, index) != index:
            yield Problem(inner, f"is the same season as seasons[{seen[key]}]; join the two")
        alone = list(season_problems(season, inner))
        yield from alone
        yield from _contradictions(season, under or {}, inner, alone)
        yield from _links(season, inner)


def _contradictions(
    season: Mapping[str, Any], under: Mapping[str, Any], path: str, alone: Sequence[Problem]
) -> Iterator[Problem]:
    """What a season contradicts of the layers below, beyond what is wrong with either by itself."""
    known = {key_of(each): each for _, each in objects(under, "seasons")}
    stated = known.get(key_of(season))
    if stated is None:
        return
    (both,) = merged_seasons([stated], [season])
    known_already = {(each.path, each.message) for each in (*season_problems(stated, path), *alone)}
    for each in season_problems(both, path):
        if (each.path, each.message) not in known_already:
            yield Problem(each.path, f"{each.message}, with what the layers below say")


def _links(fields: Mapping[str, Any], path: str) -> Iterator[Problem]:
    places = [(f"{path}.{key}", fields.get(key)) for key in ("url", "official_site")]
    places += [
        (f"{path}.sources[{index}].url", source.get("url"))
        for index, source in objects(fields, "sources")
    ]
    for place, url in places:
        if isinstance(url, str) and not is_web_link(url):
            yield Problem(place, f"{url!r} is not a link; write https://host/…")


def _repeated(document: Mapping[str, Any], key: str, field: str, what: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, item in objects(document, key):
        value = item.get(field)
        if isinstance(value, str) and seen.setdefault(value, index) != index:
            yield Problem(f"{key}[{index}].{field}", f"{value!r} is {what}, {key}[{seen[value]}]")
