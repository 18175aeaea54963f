"""One layer over another: field by field, seasons by identity, and what a moved premiere takes along."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeGuard

from premierectl.dates import PartialDate, date_if_any, has_moved
from premierectl.season_key import key_of, plain_slug

Fields = Mapping[str, Any]

# What was counted from a premiere or belonged to it, and the fields of a piece that say when.
_COUNTED: Final = frozenset({"finale", "skipped_weeks"})
_PIECES: Final = frozenset({"parts", "episode_list"})
_WHEN: Final = frozenset({"date", "time"})
_AT: Final = frozenset({"time"})

# What the names of specials have in common, and how many days two of one name stand apart.
_COMMON: Final = frozenset({"", "a", "an", "the", "special", "episode"})
_FAR_APART: Final = 60


def merged(under: Fields, over: Fields) -> dict[str, Any]:
    """One show's fields over another's, as plain JSON: seasons by identity, ids by service."""
    result = {**under, **over}
    if isinstance(under.get("ids"), dict) and isinstance(over.get("ids"), dict):
        result["ids"] = {**under["ids"], **over["ids"]}
    if are_seasons(under.get("seasons")) and are_seasons(over.get("seasons")):
        result["seasons"] = merged_seasons(under["seasons"], over["seasons"])
    return result


def merged_seasons(under: Sequence[Fields], over: Sequence[Fields]) -> list[Fields]:
    """The seasons of both layers, those with one identity as one, as plain JSON.

    A special that the layer below has under a similar name or on that day is the same, and keeps
    the name that it has there. Where the layer above moves the premiere or takes it away, every date that the one below
    states of the season goes with it. A premiere that only becomes more exact has not moved.
    Where it states a zone, no clock time of the one below is read in that.
    """
    seasons = {key_of(season): season for season in under}
    for season in with_names_below(under, over):
        key = key_of(season)
        seasons[key] = {**_still_true(seasons.get(key, {}), season), **season}
    return list(seasons.values())


def are_seasons(value: object) -> TypeGuard[list[dict[str, Any]]]:
    """Whether this is a list of seasons, as far as layers can be joined at all."""
    return isinstance(value, list) and all(isinstance(season, dict) for season in value)


def with_names_below(under: Sequence[Fields], over: Sequence[Fields]) -> Sequence[Fields]:
    """The seasons of a layer, its specials called as the layer below calls the same ones.

    A special is the same by name where the one name has the words of the other and their days are
    no two months apart, else by its day, if in either layer no other one fits.
    """
    below, above = _others(under, over), _others(over, under)
    names: dict[int, object] = {}
    for alike in (_is_called_alike, _is_on_the_same_day) if below and above else ():
        for one, other in _pairs_of_same(below, above, alike):
            below.remove(one)
            above.remove(other)
            names[id(other)] = one.get("name")
    return [{**each, "name": names[id(each)]} if id(each) in names else each for each in over]


def _others(seasons: Sequence[Fields], beside: Sequence[Fields]) -> list[Fields]:
    """The specials of a layer that are in the other one under no such name."""
    specials = [season for season in seasons if season.get("number") is None]
    there = {key_of(season) for season in beside} if specials else set()
    return [season for season in specials if key_of(season) not in there]


def _pairs_of_same(
    below: Sequence[Fields], above: Sequence[Fields], alike: Callable[[Fields, Fields], bool]
) -> list[tuple[Fields, Fields]]:
    """The specials of both layers that are alike each other and no other one."""
    pairs = [(one, other) for one in below for other in above if alike(one, other)]
    counted = Counter(id(each) for pair in pairs for each in pair)
    return [pair for pair in pairs if all(counted[id(each)] == 1 for each in pair)]


def _is_called_alike(one: Fields, other: Fields) -> bool:
    first, second = _telling_words(one), _telling_words(other)
    if not first or not second or not (first <= second or second <= first):
        return False
    days = [date_if_any(each.get("premiere")) for each in (one, other)]
    known = [day for day in days if day is not None]
    apart = max(day.earliest for day in known) - min(day.latest for day in known) if known else None
    return apart is None or apart.days < _FAR_APART


def _telling_words(special: Fields) -> frozenset[str]:
    """The words of its name, without those that many a special has."""
    name = special.get("name")
    return frozenset(plain_slug(name).split("-") if isinstance(name, str) else ()) - _COMMON


def _is_on_the_same_day(one: Fields, other: Fields) -> bool:
    day, other_day = (date_if_any(each.get("premiere")) for each in (one, other))
    if day is None or other_day is None or not (day.is_day and other_day.is_day):
        return False
    return day.earliest == other_day.earliest


def _still_true(under: Fields, over: Fields) -> Fields:
    """What a layer says of a season that still holds where the one above states premiere or zone."""
    if "timezone" in over:
        under = _without(under, _AT, _AT)
    if "premiere" in over and _moves(under, over["premiere"]):
        under = _without(under, _COUNTED, _WHEN)
    return under


def _without(season: Fields, fields: frozenset[str], of_pieces: frozenset[str]) -> Fields:
    """The season without these fields, nor those of its parts and episodes."""
    return {
        key: _pieces_without(value, of_pieces) if key in _PIECES else value
        for key, value in season.items()
        if key not in fields
    }


def _pieces_without(pieces: object, fields: frozenset[str]) -> object:
    if not isinstance(pieces, list):
        return pieces
    return [
        {key: value for key, value in piece.items() if key not in fields}
        if isinstance(piece, dict)
        else piece
        for piece in pieces
    ]


def _moves(under: Fields, premiere: object) -> bool:
    """Whether this premiere is another than any that the layer below gives room for."""
    if premiere == under.get("premiere"):
        return False
    after = date_if_any(premiere)
    known = [
        date for date in (date_if_any(under.get("premiere")), _first(under)) if date is not None
    ]
    return after is None or any(has_moved(before, after) for before in known)


def _first(season: Fields) -> PartialDate | None:
    """The day of the first part or of episode 1, which is the premiere's as well."""
    parts, episodes = _objects_in(season, "parts"), _objects_in(season, "episode_list")
    first = [*parts[:1], *(each for each in episodes if each.get("number") in (0, 1))]
    return next((known for each in first if (known := date_if_any(each.get("date")))), None)


def _objects_in(season: Fields, key: str) -> list[Fields]:
    value = season.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
