"""Tables of shows that people keep themselves, in whatever program."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.lines import LISTED_LINES, LONGEST_TITLE, TITLE_COLUMNS
from premierectl.importers.named_by_number import named_by_number
from premierectl.importers.shapes import Record, filled_records, format_of, nameless
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

_YEAR_COLUMNS: Final = ("year", "jahr", "année", "annee", "año", "anno")
_SEASON_COLUMNS: Final = ("season", "staffel", "saison", "temporada", "stagione")
_TYPE_COLUMNS: Final = ("type", "typ", "tipo", "kind", "media type")
_ID_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "tvmaze": ("tvmaze", "tvmaze id"),
    "imdb": ("imdb", "imdb id"),
    "tvdb": ("tvdb", "tvdb id", "thetvdb", "thetvdb id"),
}
_OTHER_KINDS: Final[Mapping[str, str]] = {
    "movie": "film", "film": "film", "tvmovie": "film", "pelicula": "film", "película": "film",
    "game": "game", "videogame": "game", "spiel": "game", "jeu": "game", "juego": "game",
    "book": "book", "buch": "book", "livre": "book", "libro": "book",
    "podcast": "podcast", "episode": "episode", "tvepisode": "episode",
}  # fmt: skip
_SITE_OF: Final = {"tvmaze": "TVmaze", "imdb": "IMDb", "tvdb": "TheTVDB"}
# What stands for "none" where a number should be.
_NO_NUMBER: Final = frozenset({"", "0", "-1", "-"})
_MOST_SHOWN: Final = 40
# The line below the header of a table in Markdown.
_RULE_BELOW: Final = re.compile(r"[-:\s]*")
_SEASON_CELL: Final = re.compile(r"(?:s|season|staffel|saison)?\s*0*([1-9]\d{0,5})(?:\.0)?", re.I)


def _is_listed(table: Table) -> bool:
    ids = (column for columns in _ID_COLUMNS.values() for column in columns)
    return any(map(table.has, (*TITLE_COLUMNS, *ids)))


def _listed_rows(table: Table) -> Iterator[ImportedRow]:
    for line, record in filled_records(table):
        if not _RULE_BELOW.fullmatch("".join(record.values())):
            yield replace(_listed_row(record), file=table.name, line=line)


def _listed_row(record: Record) -> ImportedRow:
    text = _first_cell(record, TITLE_COLUMNS)
    if len(text) > LONGEST_TITLE:
        return ImportedRow(complaint=f"{len(text):,} letters are not a title")
    title, year = values.title(text), values.year(_first_cell(record, _YEAR_COLUMNS))
    kind = _OTHER_KINDS.get(
        re.sub(r"[\W_]", "", _first_cell(record, _TYPE_COLUMNS).lower()).rstrip("s")
    )
    if kind is not None:
        return ImportedRow(title=title, year=year, not_a_show=kind)
    numbered = (named_by_number(text) if text else None) or ImportedRow(title=title)
    ids, misread = _numbers_of_cells(record)
    season, no_season = _season_of(_first_cell(record, _SEASON_COLUMNS))
    complaints = (*misread, no_season, numbered.complaint, nameless(title, ids))
    return replace(
        numbered,
        year=year,
        season=season,
        ids=numbered.ids if ids == ExternalIds() else ids,
        complaint="; ".join(filter(None, complaints)) or None,
    )


def _numbers_of_cells(record: Record) -> tuple[ExternalIds, list[str]]:
    """The numbers in the columns for them, also as addresses; and what is said of those that are none."""
    cells = {service: _first_cell(record, columns) for service, columns in _ID_COLUMNS.items()}
    written = {service: cell for service, cell in cells.items() if cell not in _NO_NUMBER}
    ids = values.ids_of({service: _number_in(cell, service) for service, cell in written.items()})
    misread = [
        f"{cell[:_MOST_SHOWN]!r} is not a number at {_SITE_OF[service]}"
        for service, cell in written.items()
        if getattr(ids, service) is None
    ]
    return ids, misread


def _number_in(cell: str, service: str) -> object:
    """The number at a service that stands in a cell by itself or in an address."""
    named = named_by_number(cell[:LONGEST_TITLE])
    return cell if named is None else getattr(named.ids, service)


def _season_of(cell: str) -> tuple[int | None, str | None]:
    """The number of a season, and what is said of a cell that has another."""
    found = _SEASON_CELL.fullmatch(cell)
    if found or not cell:
        return (int(found[1]) if found else None), None
    return None, f"{cell[:_MOST_SHOWN]!r} is not a season; the whole show is meant"


def _first_cell(record: Record, columns: Sequence[str]) -> str:
    """What stands in the first of these columns in which anything does."""
    return next((record[each] for each in columns if record.get(each)), "")


LISTS: Final = (format_of(Table, "A list", "list", _is_listed, _listed_rows), *LISTED_LINES)
