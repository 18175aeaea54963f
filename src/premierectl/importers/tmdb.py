"""TMDB's lists as CSV: the watchlist, favourites and ratings have the same columns."""

from collections.abc import Iterator
from typing import Final

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.premiere_year import premiere_year
from premierectl.importers.shapes import Record, filled_records, format_of, nameless
from premierectl.moving_in.row import ImportedRow


def _is_tmdb(table: Table) -> bool:
    return table.has("tmdb id", "imdb id", "type", "name")


def _titles_of_list(table: Table) -> Iterator[ImportedRow]:
    for line, record in filled_records(table):
        title, year = values.title(record["name"]), premiere_year(record.get("release date"))
        what = _what(record)
        # The numbers of an episode are its own, and films are numbered apart.
        numbers = {} if what else {"tmdb": record["tmdb id"], "imdb": record["imdb id"]}
        ids = values.ids_of(numbers)
        yield ImportedRow(
            title=title, year=None if what == "episode" else year, ids=ids, not_a_show=what,
            file=table.name, line=line, complaint=None if what else nameless(title, ids),
        )  # fmt: skip


def _what(record: Record) -> str | None:
    """What a record is instead of a show; an episode and a season have the type ``tv``, too."""
    kind = record["type"].lower()
    if kind != "tv":
        return "film" if kind == "movie" else "other title"
    if record.get("episode number"):
        return "episode"
    return "season" if record.get("season number") else None


TMDB: Final = (format_of(Table, "TMDB", "tmdb", _is_tmdb, _titles_of_list),)
