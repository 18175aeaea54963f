"""``--json``: one ASCII document a command, and the JSON Schema that describes them all."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from premierectl.catalogue.catalogue_file import CatalogueFile
from premierectl.catalogue.provenance import StatedField
from premierectl.changes import Change
from premierectl.dates import ACCEPTED, PATTERN, PartialDate
from premierectl.model import write_value
from premierectl.moment import Moment
from premierectl.moving_in.outcome import Imported
from premierectl.notices.event import Telling
from premierectl.reminders import Reminded
from premierectl.render import found, imported, items, merged, placed
from premierectl.render.notices import NoticeItem, notice_item
from premierectl.render.reminded import RemindersSaid, reminders_said
from premierectl.render.whole_catalogue import CatalogueNow
from premierectl.upcoming.following import FollowedRow
from premierectl.upcoming.one_show import EpisodesNow, ShowNow
from premierectl.upcoming.outlook import Row

SCHEMA: Final = 1
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_KINDS: Final[dict[str, type[Struct]]] = {
    "countdown": items.CountdownItem,
    "next": items.CountdownItem,
    "days": items.CountdownItem,
    "calendar": items.CountdownItem,
    "recent": items.CountdownItem,
    "show": items.ShowItem,
    "show layers": items.StatedFieldItem,
    "cast": found.CastItem,
    "search": found.SearchItem,
    "changes": items.SeenItem,
    "watchlist add": found.ChangeItem,
    "watchlist remove": found.ChangeItem,
    "watchlist tag": found.ChangeItem,
    "watchlist untag": found.ChangeItem,
    "watchlist mute": found.ChangeItem,
    "watchlist unmute": found.ChangeItem,
    "watchlist remind": found.ChangeItem,
    "watchlist undo": found.ChangeItem,
    "watchlist redo": found.ChangeItem,
    "watchlist versions": found.VersionItem,
    "watchlist list": items.WatchlistItem,
    "import": imported.ImportItem,
    "watchlist merge": merged.MergeItem,
    "paths": placed.PathItem,
    "config check": found.ProblemItem,
    "version": placed.VersionNow,
    "notify": NoticeItem,
    "catalogue status": CatalogueNow,
    "catalogue path": found.LayerItem,
    "catalogue check": found.ProblemItem,
    "catalogue add": found.StatedItem,
    "catalogue remove": found.WithdrawnItem,
    "catalogue undo": found.ChangeItem,
    "catalogue redo": found.ChangeItem,
    "catalogue refresh": items.SeenItem,
    "export json": items.CountdownItem,
}


# What a command found, by its type, to the item that scripts get.
_MADE: Final[dict[type, Callable[[Any], Any]]] = {
    Row: items.countdown_item,
    ShowNow: items.show_item,
    EpisodesNow: items.show_item,
    FollowedRow: items.watchlist_item,
    StatedField: items.stated_field_item,
    Change: items.seen_item,
    Imported: imported.import_item,
    Reminded: reminders_said,
    Telling: notice_item,
}
# What a command says besides, at the end of its document.
_BESIDE: Final[dict[str, type[Struct]]] = {
    "import": imported.ImportReport,
    "countdown": RemindersSaid,
    "calendar": RemindersSaid,
    "watchlist list": RemindersSaid,
    "export json": RemindersSaid,
}


class _Document(Struct, frozen=True, kw_only=True):
    schema: Literal[1]
    command: str
    now: str
    timezone: str
    catalogue_as_of: date | None
    items: list[Any]


def document(
    command: str,
    moment: Moment,
    as_of: date | None,
    listed: Sequence[object],
    beside: Struct | None = None,
) -> str:
    """The JSON document of a command: ASCII, two spaces of indentation, a newline at its end.

    The fields of ``beside`` stand behind its items.
    """
    fields = _Document(
        schema=SCHEMA,
        command=command,
        now=moment.local.isoformat(timespec="seconds"),
        timezone=moment.zone_name,
        catalogue_as_of=as_of,
        items=[_MADE.get(type(each), _as_it_is)(each) for each in listed],
    )
    plain = msgspec.to_builtins(fields, enc_hook=write_value)
    plain |= (
        {} if beside is None else msgspec.to_builtins(_MADE.get(type(beside), _as_it_is)(beside))
    )
    # json leaves DEL as it is, the one ASCII character beyond C0 that a terminal acts on.
    return json.dumps(plain, indent=2).replace("\x7f", "\\u007f") + "\n"


def output_schema() -> dict[str, Any]:
    """The JSON Schema of every ``--json`` document."""
    kinds = list(dict.fromkeys((*_KINDS.values(), *_BESIDE.values())))
    (envelope, *_), components = msgspec.json.schema_components(
        [_Document, *kinds], schema_hook=_schema_hook, ref_template="#/$defs/{name}"
    )
    document = components.pop(envelope["$ref"].rpartition("/")[2])
    document["properties"]["command"] = {"enum": list(_KINDS)}
    return {
        "$schema": _DIALECT,
        "title": "premierectl output",
        "description": "What a premierectl command prints with --json.",
        **{key: value for key, value in document.items() if key not in ("title", "description")},
        "oneOf": [_schema_of(command, kind, components) for command, kind in _KINDS.items()],
        "$defs": components,
    }


def catalogue_schema() -> dict[str, Any]:
    """The JSON Schema of a catalogue file, for editors."""
    schema = msgspec.json.schema(CatalogueFile, schema_hook=_schema_hook)
    definitions = schema["$defs"]
    definitions["CatalogueFile"]["properties"]["$schema"] = {"type": "string"}
    # An entry that only adds to a show of another layer needs no title.
    definitions["Show"]["required"] = ["id"]
    for definition in definitions.values():
        definition["additionalProperties"] = False
    return {"$schema": _DIALECT, "title": "premierectl catalogue", **schema}


def _as_it_is(item: object) -> object:
    return item


def _schema_of(command: str, kind: type[Struct], known: dict[str, Any]) -> dict[str, Any]:
    listed = {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__}"}}
    said = {"properties": {"command": {"const": command}, "items": listed}}
    if command not in _BESIDE:
        return said
    beside = known[_BESIDE[command].__name__]
    return {"properties": said["properties"] | beside["properties"], "required": beside["required"]}


def _schema_hook(kind: type) -> dict[str, Any]:
    assert kind is PartialDate, kind  # noqa: S101 - the one type of ours that msgspec does not know
    return {"type": "string", "pattern": PATTERN, "description": ACCEPTED}
