"""Which layer said what of a show, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from premierectl.catalogue.merge import are_seasons, merged, with_names_below
from premierectl.season_key import SeasonKey, key_of


class Said(Struct, frozen=True):
    """What one layer says of a field, as plain JSON."""

    layer: str
    value: Any


class StatedField(Struct, frozen=True):
    """A field of a merged show: its value as plain JSON, the layer that said it, and who else.

    ``field`` is its path, such as ``network`` or ``seasons[3].premiere``; seasons stand by number,
    specials by the slug of their name. ``overruled`` are the layers below that said something else, lowest first.
    """

    show_id: str
    title: str
    field: str
    value: Any
    layer: str
    overruled: tuple[Said, ...] = ()


def provenance(
    show_id: str, stated: Sequence[tuple[str, Mapping[str, Any]]]
) -> tuple[StatedField, ...]:
    """Every field of a show with the layer that said it, from what each layer says, lowest first.

    What the merged show does not hold is left out, such as a finale that went with the premiere
    from which it was counted. The fields of seasons stand last.
    """
    whole: Mapping[str, Any] = {}
    said = list[tuple[str, dict[str, Any]]]()
    for layer, entry in stated:
        named = _named_as_below(whole, entry)
        whole = merged(whole, named)
        said.append((layer, dict(_fields_of(named))))
    title = whole.get("title", show_id)
    fields = dict(_fields_of(whole)).items()
    return tuple(
        StatedField(show_id, title, field, value, *_said_by(field, value, said))
        for field, value in fields
    )


def season_path(key: SeasonKey) -> str:
    """How the path of a season's field begins: ``seasons[3].``, ``seasons["christmas-special"].``."""
    return f'seasons["{key}"].' if isinstance(key, str) else f"seasons[{key}]."


def _named_as_below(under: Mapping[str, Any], entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a layer says of a show, its specials under the names that they have below it."""
    below, above = under.get("seasons"), entry.get("seasons")
    if not are_seasons(below) or not are_seasons(above):
        return entry
    return {**entry, "seasons": with_names_below(below, above)}


def _said_by(
    field: str, value: object, said: Sequence[tuple[str, Mapping[str, Any]]]
) -> tuple[str, tuple[Said, ...]]:
    """The layer that has the last word on a field, and those below that say something else."""
    *below, last = (Said(layer, entry[field]) for layer, entry in said if field in entry)
    return last.layer, tuple(each for each in below if each.value != value)


def _fields_of(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of a show, apart from what names it and its seasons, those of seasons last."""
    for key, value in entry.items():
        if key == "ids":
            yield from ((f"ids.{service}", number) for service, number in _pairs(value))
        elif key not in ("id", "seasons"):
            yield key, value
    seasons = entry.get("seasons")
    # A layer below may state anything where one above states it well.
    for season in seasons if isinstance(seasons, list) else ():
        fields = dict(_pairs(season))
        place = season_path(key_of(fields))
        yield from ((place + key, value) for key, value in fields.items() if key != "number")


def _pairs(value: object) -> Iterator[tuple[str, Any]]:
    return iter(value.items() if isinstance(value, dict) else ())
