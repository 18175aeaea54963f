"""Withdrawing what the own catalogue states, and what the layers below it state."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import Struct

from premierectl.catalogue.edit import Withdrawal, with_entries, with_history
from premierectl.catalogue.merge import Fields
from premierectl.catalogue.own_part import OwnPart, is_nothing
from premierectl.catalogue.provenance import Said
from premierectl.catalogue.validation.season import objects
from premierectl.errors import UsageError
from premierectl.model import Season, Show
from premierectl.season_key import SeasonKey

# What tells which season it is.
_KEYS: Final = frozenset({"number", "name"})
# What a show is told by: nobody can say that there is none.
_NEEDED: Final = frozenset({"title", "ids"})
_PAIR: Final = frozenset({"time", "timezone"})
_TO_STATE_ANOTHER: Final = "to state another: premierectl catalogue edit"


class Withdrawn(Struct, frozen=True):
    """The own catalogue's document after a change, what the change did, and what a layer below says.

    Where nothing changed the document is the one before.
    """

    document: Fields
    outcome: Withdrawal
    below: Said | None = None


def withdrawable(season: SeasonKey | None) -> Collection[str]:
    """The names of the fields of a show, or of this season, that may be withdrawn."""
    if season is None:
        return [name for name in _values_of_none(Show) if name not in ("id", "seasons")]
    kept = _KEYS if isinstance(season, str) else {"number"}
    return [name for name in _values_of_none(Season) if name not in kept]


def without(part: OwnPart) -> Withdrawn:
    """Without all that the own catalogue states of a show or a season."""
    if not part.stated:
        return Withdrawn(part.document, "not stated")
    return Withdrawn(part.changed(lambda _: None), "removed")


def without_field(part: OwnPart, field: str, known: Season | None, today: date) -> Withdrawn:
    """Without what the own catalogue states in this field, else with null over what layers below say.

    With a premiere goes the history that led to it, and a clock time and its zone go together.
    ``known`` is the season as it is known, ``today`` the day (UTC) on which its premiere is
    withdrawn. Raises :class:`UsageError` for what every show has.
    """
    stated, below = part.stated, part.said_below(field)
    _refuse_needed(field, is_own=field in stated, is_below=below is not None)
    if field in stated and below and is_nothing(stated[field]):
        return Withdrawn(part.document, "already withdrawn", below)
    if field in stated:
        return Withdrawn(part.changed(_taking_out(part, field)), "removed", below)
    if part.said(field) is None:
        return Withdrawn(part.document, "not stated")
    entry = _with_nothing(part, field, known, today)
    return Withdrawn(with_entries(part.document, [entry]), "withdrawn", below)


def hidden(part: OwnPart) -> Withdrawn:
    """With the show hidden."""
    if part.stated.get("hidden") is True:
        return Withdrawn(part.document, "already hidden")
    entry = {"id": part.entry_id, "hidden": True}
    return Withdrawn(with_entries(part.document, [entry]), "hidden")


def _refuse_needed(field: str, *, is_own: bool, is_below: bool) -> None:
    """Refuse to take the last title from a show, or the numbers by which layers join."""
    if field in _NEEDED and (is_below and not is_own):
        raise UsageError(
            f"the {field} that another catalogue states cannot be withdrawn; {_TO_STATE_ANOTHER}"
        )
    if field == "title" and is_own and not is_below:
        raise UsageError(f"a show needs a title; {_TO_STATE_ANOTHER}")


def _taking_out(part: OwnPart, field: str) -> Callable[[Fields], Fields | None]:
    """What takes a field, and what goes with it, out of an entry or a season that states it."""
    gone = _going(part.stated, field)

    def change(piece: Fields) -> Fields | None:
        left = {key: value for key, value in piece.items() if key not in gone}
        told_by = {"number"} if left.get("number") is not None else _KEYS
        says_nothing = part.season is not None and set(left) <= told_by
        return None if says_nothing and part.layers_below else left

    return change


def _going(stated: Fields, field: str) -> Collection[str]:
    """The field and what goes with it."""
    if field in _PAIR:
        return _PAIR
    moves = [move.get("to") for _, move in objects(stated, "history")]
    is_led_to = field == "premiere" and moves[-1:] == [stated["premiere"]]
    return {field, "history"} if is_led_to else {field}


def _with_nothing(part: OwnPart, field: str, known: Season | None, today: date) -> dict[str, Any]:
    """The entry that withdraws what the layers below say in this field."""
    if part.season is None:
        return {"id": part.entry_id, field: _values_of_none(Show)[field]}
    season = {**part.key_fields, field: _values_of_none(Season)[field]}
    if field == "premiere" and known is not None:
        season = with_history(season, known, today)
    return {"id": part.entry_id, "seasons": [season]}


def _values_of_none(kind: type[Struct]) -> Mapping[str, Any]:
    """The fields of a show or a season, each with what says that there is none of it."""
    fields = msgspec.structs.fields(kind)
    return {
        each.encode_name: None if each.required else msgspec.to_builtins(each.default)
        for each in fields
    }
