"""Which layer said what of a show, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from msgspec import Struct

from premierectl.catalogue.merge import merged
from premierectl.catalogue.season_key import SeasonKey, key_of


class Said(Struct, frozen=True):
    """What one layer says of a field, as plain JSON."""

    layer: str
    value: Any


class Stated(Struct, frozen=True):
    """A field of the merged show: its value as plain JSON, the layer that said it, and who else.

    ``field`` is its path, such as ``network`` or ``seasons[3].premiere``; seasons stand by number,
    specials by the slug of their name. ``overruled`` are the layers below that said something else, lowest first.
    """

    field: str
    value: Any
    layer: str
    overruled: tuple[Said, ...] = ()


def provenance(stated: Sequence[tuple[str, Mapping[str, Any]]]) -> tuple[Stated, ...]:
    """Every field of a show with the layer that said it, from what each layer says, lowest first.

    What the merged show does not hold is left out, such as a finale that went with the premiere
    from which it was counted. The fields of seasons stand last.
    """
    whole: Mapping[str, Any] = reduce(merged, (entry for _, entry in stated), {})
    said = [(layer, dict(_fields(entry))) for layer, entry in stated]
    return tuple(_stated(field, value, said) for field, value in dict(_fields(whole)).items())


def season_path(key: SeasonKey) -> str:
    """How the path of a season's field begins: ``seasons[3].``, ``seasons["christmas-special"].``."""
    return f'seasons["{key}"].' if isinstance(key, str) else f"seasons[{key}]."


def _stated(field: str, value: object, said: Sequence[tuple[str, Mapping[str, Any]]]) -> Stated:
    *below, last = (Said(layer, entry[field]) for layer, entry in said if field in entry)
    other = tuple(each for each in below if each.value != value)
    return Stated(field, value, last.layer, other)


def _fields(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of a show, apart from what names it and its seasons, those of seasons last."""
    for key, value in entry.items():
        if key == "ids":
            yield from ((f"ids.{service}", number) for service, number in _items(value))
        elif key not in ("id", "seasons"):
            yield key, value
    seasons = entry.get("seasons")
    # A layer below may state anything where one above states it well.
    for season in seasons if isinstance(seasons, list) else ():
        fields = dict(_items(season))
        place = season_path(key_of(fields))
        yield from ((place + key, value) for key, value in fields.items() if key != "number")


def _items(value: object) -> Iterator[tuple[str, Any]]:
    return iter(value.items() if isinstance(value, dict) else ())
