"""Which layer said what of a show, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from msgspec import Struct

from premierectl.catalogue.merge import merged


class Said(Struct, frozen=True):
    """What one layer says of a field, as plain JSON."""

    layer: str
    value: Any


class Stated(Struct, frozen=True):
    """A field of the merged show: its value as plain JSON, the layer that said it, and who else.

    ``field`` is its path, such as ``network`` or ``seasons[3].premiere``; seasons stand by number,
    specials by name. ``overruled`` are the layers below that said something else, lowest first.
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
    return tuple(_stated(field, said) for field in dict(_fields(whole)))


def season_path(number: object, name: object) -> str:
    """How the path of a season's field begins: ``seasons[3].``, ``seasons["Christmas special"].``."""
    return f'seasons["{name or "special"}"].' if number is None else f"seasons[{number}]."


def _stated(field: str, said: Sequence[tuple[str, Mapping[str, Any]]]) -> Stated:
    *below, last = (Said(layer, entry[field]) for layer, entry in said if field in entry)
    other = tuple(each for each in below if each.value != last.value)
    return Stated(field, last.value, last.layer, other)


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
        number = fields.pop("number", None)
        name = fields.pop("name", None) if number is None else None
        yield from ((season_path(number, name) + key, value) for key, value in fields.items())


def _items(value: object) -> Iterator[tuple[str, Any]]:
    return iter(value.items() if isinstance(value, dict) else ())
