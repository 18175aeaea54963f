"""Simkl's backups: JSON with a list for shows, one for anime and one for films, and CSV."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Data, Table
from premierectl.importers.json_parts import JsonObject, entries_in, part_of, text_in
from premierectl.importers.own_note import own_note
from premierectl.importers.season_entries import with_seasons_of_one_show
from premierectl.importers.shapes import filled_records, format_of, nameless
from premierectl.importers.states import as_its_owner_says
from premierectl.moving_in.row import ImportedRow

_SECTIONS: Final = ("shows", "anime", "movies")
# A music video is an anime, too; which anime is a film, the CSV does not say.
_ANIME_NO_SHOWS: Final = {"movie": "film", "music video": "video"}
_SHOW_TYPES: Final = {"", "tv", "tv show", "anime"}
_KEPT_SERVICES: Final = ("simkl", "mal", "anilist", "anidb", "kitsu")


def _is_simkl(data: Data) -> bool:
    """Whether it has Simkl's lists; all of them can be empty, missing or null."""
    if not isinstance(data.value, dict):
        return False
    if any(_work(entry) for each in _SECTIONS for _, entry in _section(data, each)):
        return True
    is_empty = not any(data.value.values())
    return is_empty and bool(data.value) and data.value.keys() <= set(_SECTIONS)


def _is_simkl_table(table: Table) -> bool:
    return table.has("simkl id", "title", "type", "watchlist")


def _backup_rows(data: Data) -> Iterator[ImportedRow]:
    for line, entry in _section(data, "shows"):
        yield _entry_row(entry, None, data.name, line)
    # Each season of an anime is an entry, with the numbers that other services give the show.
    yield from with_seasons_of_one_show(
        [
            _entry_row(entry, _ANIME_NO_SHOWS.get(text_in(entry, "anime_type")), data.name, line)
            for line, entry in _section(data, "anime")
        ]
    )
    for line, entry in _section(data, "movies"):
        yield _entry_row(entry, "film", data.name, line)


def _section(data: Data, name: str) -> Iterator[tuple[int, JsonObject]]:
    return entries_in(data.value.get(name))


def _entry_row(entry: JsonObject, not_a_show: str | None, file: str, line: int) -> ImportedRow:
    work = _work(entry)
    row = ImportedRow(
        title=values.title(work.get("title")), year=values.year(work.get("year")),
        added=values.instant(entry.get("added_to_watchlist_at")),
        not_a_show=not_a_show, file=file, line=line,
    )  # fmt: skip
    numbers = part_of(work, "ids")
    numbers = {"simkl": numbers.get("simkl_id"), **numbers}
    return _with_numbers(row, numbers, entry.get("status"))


def _work(entry: JsonObject) -> JsonObject:
    """What an entry is of. Anime has the key ``show`` as well."""
    works = (part_of(entry, key) for key in ("show", "movie"))
    return next((work for work in works if "ids" in work), {})


def _table_rows(table: Table) -> Iterator[ImportedRow]:
    yield from with_seasons_of_one_show(list(_simkl_records(table)))


def _simkl_records(table: Table) -> Iterator[ImportedRow]:
    for line, record in filled_records(table):
        row = ImportedRow(
            title=values.title(record["title"]), year=values.year(record.get("year")),
            note=own_note(record.get("memo")), file=table.name, line=line,
            not_a_show=_what_type(record["type"].lower()),
        )  # fmt: skip
        numbers = {**record, "simkl": record["simkl id"]}
        yield _with_numbers(row, numbers, record["watchlist"])


def _what_type(kind: str) -> str | None:
    if kind in _SHOW_TYPES:
        return None
    return "film" if kind == "movie" else "other title"


def _with_numbers(row: ImportedRow, said: Mapping[str, object], word: object) -> ImportedRow:
    """A row with its state and, of a show, its numbers: films are numbered apart."""
    row = as_its_owner_says(row, word)
    if row.not_a_show:
        return row
    ids = values.ids_of(said)
    others = {each: values.show_number(said.get(each)) for each in _KEPT_SERVICES}
    kept = {service: str(number) for service, number in others.items() if number}
    return replace(
        row, ids=ids, other_ids=kept, complaint=None if kept else nameless(row.title, ids)
    )


SIMKL: Final = (
    format_of(Data, "Simkl", "simkl", _is_simkl, _backup_rows, r"simklbackup\.(?:json|csv)"),
    format_of(Table, "Simkl", "simkl", _is_simkl_table, _table_rows),
)
