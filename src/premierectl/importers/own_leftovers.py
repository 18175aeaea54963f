"""What an earlier import left: the file that premierectl wrote, mended by its owner."""

import re
from collections.abc import Iterator
from typing import Final

from premierectl.catalogue.service_numbers import external_number
from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.own_text import own_text
from premierectl.importers.shapes import Record, filled_records, format_of, nameless
from premierectl.model import ID, ExternalIds
from premierectl.moving_in.leftovers import COLUMNS
from premierectl.moving_in.row import ImportedRow
from premierectl.season_key import SeasonKey

_COLUMNS_READ: Final = tuple(each.replace("_", " ") for each in COLUMNS)
_WRITTEN_ID: Final = re.compile(ID)
_WRITTEN_SEASON: Final = re.compile(
    rf"(?P<number>\d{{1,6}})(?:p(?P<part>\d{{1,6}}))?|(?P<slug>{ID})"
)
_MOST_QUOTED: Final = 40
_OURS_AMONG_OTHERS: Final = ("tmdb", "trakt")


def _is_leftovers(table: Table) -> bool:
    return table.has(*_COLUMNS_READ)


def _mended_rows(table: Table) -> Iterator[ImportedRow]:
    """Every row, as its owner gives it again: what was left out then is wished for now."""
    for line, record in filled_records(table):
        cells = {column: own_text(cell) for column, cell in record.items()}
        yield _mended_row(cells, table.name, line)


def _mended_row(cells: Record, file: str, line: int) -> ImportedRow:
    title, (show, ids, misread) = cells["title"] or None, _which_show(cells)
    season, part = _piece_of_cell(cells["season"])
    others = dict(_other_ids(cells["other ids"]))
    is_no_show = cells["outcome"] == "not a show"
    nothing = None if show or others else nameless(title, ids)
    return ImportedRow(
        title=title,
        year=values.year(cells["year"]),
        season=season,
        part=part,
        ids=ids,
        other_ids={name: each for name, each in others.items() if name not in _OURS_AMONG_OTHERS},
        not_a_show=(cells["reason"] or "other title") if is_no_show else None,
        show=show,
        file=cells["source"] or file,
        line=values.show_number(cells["line"]) or line,
        complaint=misread or (nothing and (cells["reason"] or nothing)),
    )


def _which_show(cells: Record) -> tuple[str | None, ExternalIds, str | None]:
    """The show that is named by id, the numbers, and what is said of what is neither.

    An id in the column of TVmaze is one of the candidates, which may be a number such as 1923, or
    what reads as no number.
    """
    cell, number = cells["tvmaze"], external_number(cells["tvmaze"])
    is_number = number is not None or values.show_number(cell) is not None
    is_id = cell in cells["candidates"].split() or bool(
        not is_number and _WRITTEN_ID.fullmatch(cell)
    )
    others = dict(_other_ids(cells["other ids"]))
    said: dict[str, object] = {"imdb": cells["imdb"], "tvdb": cells["tvdb"], **others}
    if not is_id:
        service, written = number or ("tvmaze", cell)
        said[service] = written
    ids = values.ids_of(said)
    unread = (cells[each] for each in ("imdb", "tvdb") if cells[each] and not getattr(ids, each))
    bad = cell if cell and not is_id and not is_number else next(unread, None)
    misread = f"{bad[:_MOST_QUOTED]!r} is neither a number nor the id of a show" if bad else None
    return cell if is_id else None, ids, misread


def _piece_of_cell(cell: str) -> tuple[SeasonKey | None, int | None]:
    """The season and the part; a slug is the season of a special."""
    found = _WRITTEN_SEASON.fullmatch(cell)
    if found is None or found["slug"]:
        return (cell if found else None), None
    return int(found["number"]), int(found["part"]) if found["part"] else None


def _other_ids(cell: str) -> Iterator[tuple[str, str]]:
    """The numbers of further services: ``tmdb:9200001 simkl:9600050``."""
    for word in cell.split():
        service, _, number = word.partition(":")
        if number:
            yield service, number


OWN_LEFTOVERS: Final = (
    format_of(Table, "premierectl", "premierectl", _is_leftovers, _mended_rows),
)
