"""Yamtrack's CSV, also as Floppy writes it: shows, their seasons and episodes, and all else."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.own_note import own_note
from premierectl.importers.season_entries import with_seasons_of_one_show
from premierectl.importers.shapes import Record, filled_records, format_of, nameless
from premierectl.importers.states import as_its_owner_says
from premierectl.moving_in.row import ImportedRow

_OTHER_MEDIA: Final = {
    "movie": "film", "game": "game", "boardgame": "game", "book": "book", "manga": "comic",
    "comic": "comic",
}  # fmt: skip
_OTHER_SOURCES: Final = ("mal", "anilist", "kitsu", "simkl")


def _is_yamtrack(table: Table) -> bool:
    return table.has("media id", "source", "media type", "title", "status")


def _media(table: Table) -> Iterator[ImportedRow]:
    """The shows; of one without a row of its own the seasons, and else that it was watched.

    Seasons and episodes have the number of their show, and so they stand for all of it.
    """
    seasons: list[tuple[object, ImportedRow]] = []
    episodes: dict[object, ImportedRow] = {}
    told: set[object] = set()
    for line, record in _records_of_media(table):
        kind, key = record["media type"].lower(), (record["source"].lower(), record["media id"])
        if kind == "episode" and key in episodes:
            continue
        row = replace(_media_row(record, kind), file=table.name, line=line)
        if kind == "season":
            seasons.append((key, row))
        elif kind == "episode":
            episodes[key] = replace(row, state="watched", said="", is_new_word=False)
        else:
            # A film can have the number of a show.
            told |= set() if row.not_a_show else {key}
            yield row
    yield from with_seasons_of_one_show([row for key, row in seasons if key not in told])
    told.update(key for key, _ in seasons)
    yield from (row for key, row in episodes.items() if key not in told)


def _records_of_media(table: Table) -> Iterator[tuple[int, Record]]:
    """The records; Floppy writes its lists of one's own into the same table."""
    found = filled_records(table)
    return (each for each in found if each[1].get("row type", "").lower() in {"", "media"})


def _media_row(record: Record, kind: str) -> ImportedRow:
    title = values.title(record["title"])
    if kind not in {"tv", "anime", "season", "episode"}:
        return ImportedRow(title=title, not_a_show=_OTHER_MEDIA.get(kind, "other title"))
    source, number = record["source"].lower(), record["media id"]
    ids = values.ids_of({source: number})
    kept = {source: number} if source in _OTHER_SOURCES and values.show_number(number) else {}
    row = ImportedRow(
        title=title, ids=ids, other_ids=kept, note=own_note(record.get("notes")),
        added=values.instant(record.get("created at")),
        complaint=None if kept else nameless(title, ids),
    )  # fmt: skip
    return as_its_owner_says(row, record["status"])


YAMTRACK: Final = (format_of(Table, "Yamtrack", "yamtrack", _is_yamtrack, _media),)
