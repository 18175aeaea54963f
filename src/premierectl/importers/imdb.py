"""IMDb's lists as CSV, of all the years in which it wrote them differently."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.own_note import own_note
from premierectl.importers.shapes import Record, filled_records, format_of, nameless
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

# Types in small letters alone: they were ``Mini-Series``, ``tvMiniSeries``, ``TV Mini Series``.
_SERIES_TYPES: Final = {"tvseries", "tvminiseries", "miniseries"}
_OTHER_TYPES: Final = {
    "movie": "film",
    "featurefilm": "film",
    "tvmovie": "film",
    "documentary": "film",
    "short": "short film",
    "shortfilm": "short film",
    "tvshort": "short film",
    "tvepisode": "episode",
    "tvspecial": "special",
    "video": "video",
    "musicvideo": "video",
    "videogame": "game",
    "podcastseries": "podcast",
    "podcastepisode": "podcast",
}


def _is_imdb(table: Table) -> bool:
    return table.has("const", "title type")


def _listed_titles(table: Table) -> Iterator[ImportedRow]:
    for line, record in filled_records(table):
        kind = re.sub("[^a-z]", "", record["title type"].lower())
        title, year = values.title(record.get("title")), values.year(record.get("year"))
        row = ImportedRow(title=title, year=year, file=table.name, line=line)
        if kind in _SERIES_TYPES:
            yield _series_listed(row, record)
        else:
            # What nobody knows is none: IMDb has changed its words before.
            yield replace(row, not_a_show=_OTHER_TYPES.get(kind, "other title"))


def _series_listed(row: ImportedRow, record: Record) -> ImportedRow:
    """A series with its number, the day on which it was listed, and its owner's description."""
    const = record["const"]
    ids = ExternalIds(imdb=values.imdb(const))
    misread = f"{const!r} is not an IMDb number" if const and not ids.imdb else None
    return replace(
        row, ids=ids, added=values.instant(record.get("created")),
        note=own_note(record.get("description")), complaint=misread or nameless(row.title, ids),
    )  # fmt: skip


def _kind_of_list(table: Table) -> str | None:
    """What the report has to say: what somebody rated is not what somebody waits for."""
    listed = table.has("position") or table.has("created")
    return None if listed else "this is a list of ratings"


IMDB: Final = (format_of(Table, "IMDb", "imdb", _is_imdb, _listed_titles, None, _kind_of_list),)
