"""One layer over another: field by field, seasons by identity, and what a moved premiere takes along."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from premierectl.dates import PartialDate, has_moved
from premierectl.errors import BadDateError
from premierectl.season_key import key_of

Fields = Mapping[str, Any]

# What was counted from a premiere or belonged to it, and the fields of a piece that say when.
_COUNTED: Final = frozenset({"finale", "skipped_weeks"})
_PIECES: Final = frozenset({"parts", "episode_list"})
_WHEN: Final = frozenset({"date", "time"})


def merged(under: Fields, over: Fields) -> dict[str, Any]:
    """One show's fields over another's, as plain JSON: seasons by identity, ids by service."""
    result = {**under, **over}
    if isinstance(under.get("ids"), dict) and isinstance(over.get("ids"), dict):
        result["ids"] = {**under["ids"], **over["ids"]}
    if _are_seasons(under.get("seasons")) and _are_seasons(over.get("seasons")):
        result["seasons"] = merged_seasons(under["seasons"], over["seasons"])
    return result


def merged_seasons(under: Sequence[Fields], over: Sequence[Fields]) -> list[Fields]:
    """The seasons of both layers, those with one identity as one, as plain JSON.

    Where the layer above moves the premiere or takes it away, every date that the one below
    states of the season goes with it. A premiere that only becomes more exact has not moved.
    """
    seasons = {key_of(season): season for season in under}
    for season in over:
        key = key_of(season)
        seasons[key] = {**_still_true(seasons.get(key, {}), season), **season}
    return list(seasons.values())


def _still_true(under: Fields, over: Fields) -> Fields:
    """What a layer says of a season that still holds where the one above states the premiere."""
    if "premiere" not in over or not _moves(under, over["premiere"]):
        return under
    kept = {key: value for key, value in under.items() if key not in _COUNTED}
    return {key: _pieces_undated(value) if key in _PIECES else value for key, value in kept.items()}


def _pieces_undated(pieces: object) -> object:
    """Parts or episodes without the days and times on which they were to come."""
    if not isinstance(pieces, list):
        return pieces
    return [
        {key: value for key, value in piece.items() if key not in _WHEN}
        if isinstance(piece, dict)
        else piece
        for piece in pieces
    ]


def _moves(under: Fields, premiere: object) -> bool:
    """Whether this premiere is another than any that the layer below gives room for."""
    if premiere == under.get("premiere"):
        return False
    after = _date_if_any(premiere)
    known = [
        date for date in (_date_if_any(under.get("premiere")), _first(under)) if date is not None
    ]
    return after is None or any(has_moved(before, after) for before in known)


def _first(season: Fields) -> PartialDate | None:
    """The day of the first part or of episode 1, which is the premiere's as well."""
    parts, episodes = _objects_in(season, "parts"), _objects_in(season, "episode_list")
    first = [*parts[:1], *(each for each in episodes if each.get("number") in (0, 1))]
    return next((known for each in first if (known := _date_if_any(each.get("date")))), None)


def _objects_in(season: Fields, key: str) -> list[Fields]:
    value = season.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _date_if_any(value: object) -> PartialDate | None:
    # A layer below may state anything where one above states it well.
    try:
        return PartialDate(value) if isinstance(value, str) else None
    except BadDateError:
        return None


def _are_seasons(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(season, dict) for season in value)
