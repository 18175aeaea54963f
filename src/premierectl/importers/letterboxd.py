"""Letterboxd's lists, in which there are films alone."""

from collections.abc import Iterator
from typing import Final

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.shapes import filled_records, format_of
from premierectl.moving_in.row import ImportedRow


def _is_letterboxd(table: Table) -> bool:
    return table.has("name", "letterboxd uri")


def _letterboxd_films(table: Table) -> Iterator[ImportedRow]:
    for line, record in filled_records(table):
        yield ImportedRow(
            title=values.title(record["name"]), year=values.year(record.get("year")),
            not_a_show="film", file=table.name, line=line,
        )  # fmt: skip


LETTERBOXD: Final = (
    format_of(
        Table, "Letterboxd", "letterboxd", _is_letterboxd, _letterboxd_films, r"watchlist\.csv",
        lambda _: "Letterboxd lists films alone",
    ),
)  # fmt: skip
