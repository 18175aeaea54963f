"""MyShows as people's own backup scripts save it; the site itself has no export."""

from collections.abc import Iterator
from typing import Any, Final

from premierectl.importers import values
from premierectl.importers.document import Data, Table
from premierectl.importers.json_parts import JsonObject, entries_in
from premierectl.importers.shapes import filled_records, format_of, nameless
from premierectl.importers.states import as_it_stands, as_its_owner_says
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

# The names of one field in the JSON, in the CSV and in the CSV of fewer columns.
_TITLE_FIELDS: Final = ("titleOriginal", "title original", "title", "ruTitle", "title ru")
_IMDB_FIELDS: Final = ("imdbId", "imdb id")
_STATE_FIELDS: Final = ("status", "my status")
_STATUS_FIELDS: Final = ("showStatus", "show status")


def _is_my_shows(data: Data) -> bool:
    return any({"titleOriginal", "imdbId"} <= show.keys() for _, show in _saved(data))


def _is_my_shows_table(table: Table) -> bool:
    has_status = table.has("my status") or table.has("status")
    return has_status and table.has("title original", "title ru")


def _saved(data: Data) -> Iterator[tuple[int, JsonObject]]:
    return entries_in(data.value.get("shows") if isinstance(data.value, dict) else None)


def _of_backup(data: Data) -> Iterator[ImportedRow]:
    return (_saved_row(show, data.name, line) for line, show in _saved(data))


def _of_backup_table(table: Table) -> Iterator[ImportedRow]:
    return (_saved_row(record, table.name, line) for line, record in filled_records(table))


def _saved_row(show: JsonObject, file: str, line: int) -> ImportedRow:
    """A show; what its owner does with it before what became of it."""
    title = values.title(_first_filled(show, _TITLE_FIELDS))
    ids = ExternalIds(imdb=_imdb(_first_filled(show, _IMDB_FIELDS)))
    row = ImportedRow(
        title=title, year=values.year(show.get("year")), ids=ids, file=file, line=line,
        complaint=nameless(title, ids),
    )  # fmt: skip
    owned = as_its_owner_says(row, _first_filled(show, _STATE_FIELDS))
    return as_it_stands(owned, _first_filled(show, _STATUS_FIELDS))


def _first_filled(show: JsonObject, names: tuple[str, ...]) -> Any:
    return next((show[name] for name in names if show.get(name)), None)


def _imdb(said: object) -> str | None:
    """IMDb's number, which MyShows writes without its ``tt`` and its zeros."""
    bare = values.show_number(said)
    return f"tt{bare:07}" if bare else values.imdb(said)


MY_SHOWS: Final = (
    format_of(Data, "MyShows", "myshows", _is_my_shows, _of_backup),
    format_of(Table, "MyShows", "myshows", _is_my_shows_table, _of_backup_table),
)
