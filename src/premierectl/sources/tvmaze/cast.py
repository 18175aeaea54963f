"""The cast of a show of TVmaze, which has none of a single season."""

from collections.abc import Sequence
from typing import Any, Final

from premierectl.sources.source import Unusable
from premierectl.sources.tvmaze.answers import Answered, fields, items, name, stated

_CAST_PLACE: Final = "_embedded.cast"
_MOST: Final = 100


def with_cast(
    seasons: Sequence[dict[str, Any]], show: Answered, left_out: list[Unusable]
) -> list[dict[str, Any]]:
    """The seasons with the show's cast at the last one that has a premiere, in billing order."""
    cast = _cast(fields(show.get("_embedded")).get("cast"), left_out)
    dated = [each["number"] for each in seasons if "premiere" in each and "number" in each]
    last = max(dated, default=None)
    return [
        {**season, "cast": cast}
        if cast and last is not None and season.get("number") == last
        else season
        for season in seasons
    ]


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
