"""What TV Time's users took along in its last weeks: its "export my data", and the Liberator's."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from premierectl.importers.document import Data, Table
from premierectl.importers.shapes import filled_records
from premierectl.importers.tv_time.series import described_row, series_row, thing_row
from premierectl.moving_in.row import ImportedRow

_LIBERATED_SHOWS: Final = {"show", "series"}


def has_series(data: Data) -> bool:
    """Whether it is a list of series: each with an ``id`` of two services, a status or seasons."""
    return any("status" in entry or "seasons" in entry for entry in _numbered_entries(data))


def has_films(data: Data) -> bool:
    """Whether it is a list of films: each with an ``id`` of two services, seen or not."""
    return any("is_watched" in entry for entry in _numbered_entries(data))


def exported_series(table: Table) -> Iterator[ImportedRow]:
    """``tvtime-series``: a series each, and how its owner stands to it."""
    for line, record in filled_records(table):
        yield described_row(
            table, line, record["tvdb id"], record["title"], record["status"],
            imdb=record.get("imdb id"), added=record.get("created at"),
        )  # fmt: skip


def exported_json(data: Data) -> Iterator[ImportedRow]:
    """The same as JSON; ``shows.json`` of the Liberator is the same again."""
    for place, entry in enumerate(data.value, 1):
        said = entry if isinstance(entry, dict) else {}
        ids = _entry_ids(said)
        yield described_row(
            data, place, ids.get("tvdb"), said.get("title"), said.get("status"),
            imdb=ids.get("imdb"), added=said.get("created_at"),
        )  # fmt: skip


def exported_episodes(table: Table) -> Iterator[ImportedRow]:
    """``tvtime-series-episodes``: ``tvdb_id`` is the episode's, ``series_tvdb_id`` the show's.

    It tells what was seen, and nothing of following.
    """
    told: set[tuple[str, str]] = set()
    for line, record in filled_records(table):
        tvdb, title = record["series tvdb id"], record.get("title", "")
        if (tvdb, title) not in told:
            told.add((tvdb, title))
            imdb = record.get("series imdb id")
            yield series_row(table, line, tvdb, title, "watched", imdb=imdb)


def exported_films(table: Table) -> Iterator[ImportedRow]:
    """``tvtime-movies``: films alone."""
    for line, record in filled_records(table):
        yield thing_row(table, line, "film", record["title"], record.get("year"))


def exported_films_json(data: Data) -> Iterator[ImportedRow]:
    """The same as JSON."""
    for place, entry in enumerate(data.value, 1):
        said = entry if isinstance(entry, dict) else {}
        yield thing_row(data, place, "film", said.get("title"), said.get("year"))


def liberated_rows(table: Table) -> Iterator[ImportedRow]:
    """``activity_history``: shows, films and episodes; the numbers of an episode are its own.

    ``is_watchlisted`` of a show means that some of it is unseen.
    """
    for line, record in filled_records(table):
        if record["type"] == "movie":
            yield thing_row(table, line, "film", record["title"])
        elif record["type"] in _LIBERATED_SHOWS:
            yield described_row(
                table, line, _liberated_number(record, "tvdb"), record["title"], record["status"],
                imdb=_liberated_number(record, "imdb"),
            )  # fmt: skip


def _liberated_number(record: Mapping[str, str], service: str) -> str | None:
    """The number at a service; in older files the words of the column stand the other way round."""
    return record.get(f"{service} id") or record.get(f"id {service}")


def _numbered_entries(data: Data) -> Iterator[Mapping[str, Any]]:
    entries = data.value if isinstance(data.value, list) else []
    return (each for each in entries if isinstance(each, dict) and "tvdb" in _entry_ids(each))


def _entry_ids(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    ids = entry.get("id")
    return ids if isinstance(ids, dict) else {}
