"""Trakt's files: the JSON of its export and of its API, and the CSV of earlier years.

A file is told by its entries alone, so a page of a list that was given another name is read, too.
Only the watchlist, what was watched and what was hidden is looked for in the export: the profile
and the settings, with address and token, are never opened.
"""

from collections.abc import Iterator
from typing import Final

from premierectl.importers.document import Data, Table
from premierectl.importers.shapes import Record, filled_records, format_of
from premierectl.importers.trakt_entry import TraktEntry, entry_rows
from premierectl.moving_in.row import ImportedRow

# A long list comes in pages, and then there is none without a number.
_TRAKT_MEMBERS: Final = (
    r"(?:(?:lists-)?watchlist|watched-shows|hidden-(?:calendar|dropped|progress-(?:watched|collected)))"
    r"(?:-\d+)?\.json"
)
_NUMBERED_AT: Final = ("trakt", "imdb", "tvdb", "tmdb")
_DATED: Final = ("listed", "hidden", "watched", "rated", "collected")


def _is_trakt(data: Data) -> bool:
    """Whether it has shows or films with Trakt's numbers, or is empty, as only Trakt writes lists."""
    entries = data.value
    return isinstance(entries, list) and (not entries or any(map(_is_numbered, entries)))


def _is_numbered(entry: object) -> bool:
    things = [entry.get("show"), entry.get("movie")] if isinstance(entry, dict) else []
    ids = [thing.get("ids") for thing in things if isinstance(thing, dict)]
    return any(isinstance(each, dict) and "trakt" in each for each in ids)


def _is_trakt_table(table: Table) -> bool:
    numbered = table.has("trakt id") or table.has("trakt")
    return numbered and table.has("type", "title", "year")


def _trakt_list(data: Data) -> Iterator[ImportedRow]:
    entries = (entry if isinstance(entry, dict) else {} for entry in data.value)
    return entry_rows(enumerate(entries, 1), data.name)


def _trakt_table(table: Table) -> Iterator[ImportedRow]:
    return entry_rows(
        ((line, _entry_of(record)) for line, record in filled_records(table)), table.name
    )


def _entry_of(record: Record) -> TraktEntry:
    """A record of the CSV as an entry of the JSON; its numbers are those of the show."""
    moments = {f"{what}_at": record.get(f"{what} at") for what in _DATED}
    moments["listed_at"] = moments["listed_at"] or record.get("watchlisted at")
    ids = {each: record.get(f"{each} id") or record.get(each) for each in _NUMBERED_AT}
    thing = {"title": record["title"], "year": record["year"], "ids": ids}
    kind, season = record["type"].lower(), record.get("season number")
    return {
        **{key: said for key, said in moments.items() if said},
        kind: thing,
        "show": thing,
        "type": kind,
        "season": {"number": season},
        "episode": {"season": season, "number": record.get("episode number")},
    }


TRAKT: Final = (
    format_of(Data, "Trakt", "trakt", _is_trakt, _trakt_list, _TRAKT_MEMBERS),
    format_of(Table, "Trakt", "trakt", _is_trakt_table, _trakt_table),
)
