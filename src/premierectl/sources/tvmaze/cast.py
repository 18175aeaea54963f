"""The cast of a show of TVmaze, which has none of a single season."""

from typing import Any, Final

from premierectl.sources.source import Unusable
from premierectl.sources.tvmaze.answers import Answered, fields, items, name, stated

_CAST_PLACE: Final = "_embedded.cast"
_MOST: Final = 100


def cast_of_show(show: Answered, left_out: list[Unusable]) -> list[dict[str, Any]]:
    """The cast of the whole show, in billing order."""
    return _cast(fields(show.get("_embedded")).get("cast"), left_out)


def _cast(written: object, left_out: list[Unusable]) -> list[dict[str, Any]]:
    found, members = [], items(written)
    for index, item in enumerate(members[:_MOST]):
        member = _member(fields(item))
        if member is None:
            left_out.append(Unusable(f"{_CAST_PLACE}[{index}]", "is nobody with a name"))
        else:
            found.append(member)
    if len(members) > _MOST:
        words = f"has {len(members):,} members, and the first {_MOST} are kept"
        left_out.append(Unusable(_CAST_PLACE, words))
    return found


def _member(item: Answered) -> dict[str, Any] | None:
    person = name(fields(item.get("person")).get("name"))
    if person is None:
        return None
    character = name(fields(item.get("character")).get("name"))
    pairs = [
        ("person", person),
        ("character", None if item.get("self") is True else character),
        ("role", "main"),
        ("about", "voice" if item.get("voice") is True else None),
    ]
    return stated(pairs)
