"""SeriesGuide's backups: shows, lists and films, each in a JSON file of its own."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Data
from premierectl.importers.json_parts import JsonObject, entries_in
from premierectl.importers.own_note import own_note
from premierectl.importers.premiere_year import premiere_year
from premierectl.importers.shapes import format_of, nameless
from premierectl.importers.states import as_it_stands
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

# Lists and films are read where they are given by themselves.
_SHOW_FILES: Final = r"(?:sg-shows-export|seriesguide-shows).*\.json"
_NUMBERED_BY: Final = ("tmdb", "tvdb", "imdb", "trakt")


def _is_shows(data: Data) -> bool:
    return any("seasons" in entry and _numbers_in(entry) for _, entry in entries_in(data.value))


def _numbers_in(entry: JsonObject) -> JsonObject:
    ids = {each: entry.get(f"{each}_id") for each in _NUMBERED_BY}
    return {service: number for service, number in ids.items() if number is not None}


def _exported_shows(data: Data) -> Iterator[ImportedRow]:
    """Every show; one that an app wrote for SeriesGuide can have a TMDB number and no title."""
    for line, entry in entries_in(data.value):
        title, ids = values.title(entry.get("title")), values.ids_of(_numbers_in(entry))
        row = ImportedRow(
            title=title, year=premiere_year(entry.get("first_aired")), ids=ids,
            note=own_note(entry.get("user_note")), file=data.name, line=line,
            complaint=nameless(title, ids),
        )  # fmt: skip
        is_hidden = entry.get("hidden") is True
        hidden = replace(row, state="stopped", said="hidden")
        yield hidden if is_hidden else as_it_stands(row, entry.get("status"))


def _is_lists(data: Data) -> bool:
    return any({"list_id", "items"} <= entry.keys() for _, entry in entries_in(data.value))


def _listed_items(data: Data) -> Iterator[ImportedRow]:
    """What stands on lists of one's own: that is not following, and it has no titles."""
    for line, entry in entries_in(data.value):
        name = values.title(entry.get("name")) or ""
        for _, item in entries_in(entry.get("items")):
            yield replace(_item_row(item), said=name, file=data.name, line=line)


def _item_row(item: JsonObject) -> ImportedRow:
    kind, number = item.get("type"), values.show_number(item.get("externalId"))
    if kind == "tmdb-show":
        return ImportedRow(state="listed", ids=ExternalIds(tmdb=number))
    if kind == "show":
        return ImportedRow(state="listed", ids=ExternalIds(tvdb=number))
    return ImportedRow(state="listed", not_a_show="season" if kind == "season" else "episode")


def _is_films(data: Data) -> bool:
    return any({"tmdb_id", "in_watchlist"} <= entry.keys() for _, entry in entries_in(data.value))


def _films(data: Data) -> Iterator[ImportedRow]:
    for line, entry in entries_in(data.value):
        title = values.title(entry.get("title"))
        yield ImportedRow(title=title, not_a_show="film", file=data.name, line=line)


SERIES_GUIDE: Final = (
    format_of(Data, "SeriesGuide", "seriesguide", _is_shows, _exported_shows, _SHOW_FILES),
    format_of(Data, "SeriesGuide", "seriesguide", _is_lists, _listed_items),
    format_of(Data, "SeriesGuide", "seriesguide", _is_films, _films),
)
