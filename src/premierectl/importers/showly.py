"""Showly's backup: JSON with keys of a letter or two, and numbers of Trakt and TMDB alone."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Data
from premierectl.importers.json_parts import JsonObject, entries_in, part_of
from premierectl.importers.shapes import format_of, nameless
from premierectl.importers.states import as_its_owner_says
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

# What the app calls its collections.
_FOLLOWED: Final = {"cH": "my shows", "cW": "watchlist"}
_COLLECTIONS: Final = ("cH", "cW", "cHid")


def _is_showly(data: Data) -> bool:
    shows = part_of(data.value, "shows")
    return any(each in shows for each in _COLLECTIONS)


def _collections(data: Data) -> Iterator[ImportedRow]:
    shows, films = part_of(data.value, "shows"), part_of(data.value, "movies")
    on_hold = shows.get("pOH")
    held = set(map(values.show_number, on_hold)) if isinstance(on_hold, list) else set()
    for key in _COLLECTIONS:
        for line, entry in entries_in(shows.get(key)):
            is_held = values.show_number(_key(entry)) in held
            yield replace(_show_row(entry, key, is_held=is_held), file=data.name, line=line)
    for key in _COLLECTIONS:
        for line, entry in entries_in(films.get(key)):
            title = values.title(entry.get("t"))
            yield ImportedRow(title=title, not_a_show="film", file=data.name, line=line)


def _show_row(entry: JsonObject, key: str, *, is_held: bool) -> ImportedRow:
    title = values.title(entry.get("t"))
    ids = ExternalIds(
        trakt=values.show_number(entry.get("id")), tmdb=values.show_number(entry.get("tmId"))
    )
    row = ImportedRow(
        title=title, ids=ids, added=values.instant(entry.get("a")), complaint=nameless(title, ids)
    )
    if key == "cHid":
        return replace(row, state="stopped", said="hidden")
    return as_its_owner_says(row, "on hold") if is_held else replace(row, said=_FOLLOWED[key])


def _key(entry: JsonObject) -> object:
    """The number by which a backup speaks of a show: Trakt's, from its third version on TMDB's."""
    return entry.get("id", entry.get("tmId"))


SHOWLY: Final = (format_of(Data, "Showly", "showly", _is_showly, _collections, r"showly.*\.json"),)
