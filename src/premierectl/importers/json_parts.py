"""The parts of a JSON document of which nobody knows whether they are what they should be."""

from collections.abc import Iterator, Mapping
from typing import Any

JsonObject = Mapping[str, Any]


def entries_in(value: object) -> Iterator[tuple[int, JsonObject]]:
    """The entries of a list and their places in it, from 1; none of what is no list.

    What is no object among them is an empty one, so that it is told of.
    """
    listed = value if isinstance(value, list) else []
    return ((place, each if isinstance(each, dict) else {}) for place, each in enumerate(listed, 1))


def text_in(fields: JsonObject, name: str) -> str:
    """The text of a name in an object; an empty one where there is none."""
    text = fields.get(name)
    return text if isinstance(text, str) else ""


def part_of(fields: object, name: str) -> JsonObject:
    """The object of a name in another object; an empty one where there is none."""
    part = fields.get(name) if isinstance(fields, dict) else None
    return part if isinstance(part, dict) else {}
