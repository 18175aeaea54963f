"""Shows that a service has no more, or under another number: what becomes of their last state."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from premierectl.dates import PartialDate

Stated = Mapping[str, Any]
_NONE: Final[Mapping[object, object]] = {}


class Departures(Struct, frozen=True):
    """The numbers that a service has no more, and those that now lead to another show's number."""

    gone: frozenset[object] = frozenset()
    merged: Mapping[object, object] = _NONE


def merged_away(
    before: Mapping[object, Stated],
    departures: Departures,
    followed: Collection[object],
    service: str,
) -> dict[object, Stated]:
    """The shows by number, those that were merged under their new one, which finds them by the old.

    Where the layer has the other already, the two are one: under the other's id, unless only the
    one that went is ``followed``.
    """
    result = dict(before)
    for old, new in departures.merged.items():
        stood = result.pop(old, None)
        if stood is None:
            continue
        former = [*stood.get("former_ids", ()), {service: old}]
        other = result.get(new)
        if other is None:
            entry = {**stood, "ids": {service: new}}
        else:
            mine = old in followed and new not in followed
            former = [*other.get("former_ids", ()), *former]
            entry = {**other, "id": stood["id"] if mine else other["id"]}
        result[new] = {**entry, "former_ids": former}
    return result


def unconfirmed(entry: Stated, today: date) -> dict[str, Any]:
    """The last state of a show that is gone: no date behind the last look at it is sure."""
    if entry.get("gone"):
        return dict(entry)
    seasons = [_unsure(season, _looked(season, entry)) for season in entry.get("seasons", ())]
    return {**entry, "gone": today.isoformat(), "seasons": seasons}


def _looked(*stated: Stated) -> date:
    """The day of the last look at a season, or at its show."""
    days = (source.get("checked") for each in stated for source in each.get("sources", ()))
    return next((date.fromisoformat(day) for day in days if day), date.min)


def _unsure(season: Stated, looked: date) -> dict[str, Any]:
    result = {**season}
    for key in ("premiere", "finale"):
        if season.get(key):
            result[key] = _doubted(season[key], looked)
    for key in ("parts", "episode_list"):
        if season.get(key):
            result[key] = [
                {**piece, "date": _doubted(piece["date"], looked)} if piece.get("date") else piece
                for piece in season[key]
            ]
    return result


def _doubted(written: str, looked: date) -> str:
    known = PartialDate(written)
    return f"{written}?" if known.confirmed and known.latest > looked else written
