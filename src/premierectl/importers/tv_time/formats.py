"""Every kind of file of TV Time's: how it is recognised, and who reads it."""

from collections.abc import Callable, Iterable
from typing import Final

from premierectl.importers.document import Data, FileFormat, Table
from premierectl.importers.shapes import Shape, format_of
from premierectl.importers.tv_time.exports import (
    exported_episodes,
    exported_films,
    exported_films_json,
    exported_json,
    exported_series,
    has_films,
    has_series,
    liberated_rows,
)
from premierectl.importers.tv_time.followed import counted_series, followed_series, special_series
from premierectl.importers.tv_time.lists import list_rows, printed_list_rows
from premierectl.importers.tv_time.tracking import first_tracking_rows, tracking_rows
from premierectl.moving_in.row import ImportedRow

# The last exports carry their day, and a browser numbers what it saves twice.
_SAVED: Final = r"(?:-\d{4}-\d{2}-\d{2})?(?: ?\(\d+\))?"


def _tv_time(
    shape: type[Shape],
    members: str,
    recognises: Callable[[Shape], bool],
    rows: Callable[[Shape], Iterable[ImportedRow]],
) -> FileFormat:
    return format_of(shape, "TV Time", "tvtime", recognises, rows, members)


def _is_first_log(table: Table) -> bool:
    named = table.has("entity type") and any(map(table.has, ("series id", "movie name")))
    return table.has("type-uuid-n") or named


def _is_liberated(table: Table) -> bool:
    numbered = table.has("tvdb id") or table.has("id tvdb")
    return numbered and table.has("type", "title", "is watched", "status")


def _is_exported(table: Table) -> bool:
    exported = table.has("uuid") or table.has("created at")
    return exported and table.has("tvdb id", "title", "status")


TV_TIME: Final = (
    _tv_time(
        Table,
        r"followed_tv_show\.csv",
        lambda table: table.has("tv show id", "archived"),
        followed_series,
    ),
    _tv_time(
        Table,
        r"tracking-prod-records-v2\.csv",
        lambda table: table.has("key", "s id"),
        tracking_rows,
    ),
    _tv_time(Table, r"tracking-prod-records\.csv", _is_first_log, first_tracking_rows),
    _tv_time(
        Table,
        r"user_show_special_status\.csv",
        lambda table: table.has("tv show id", "status"),
        special_series,
    ),
    _tv_time(
        Table,
        r"user_tv_show_data\.csv",
        lambda table: table.has("tv show id", "is followed"),
        counted_series,
    ),
    _tv_time(
        Table,
        r"lists-prod-lists\.csv",
        lambda table: table.has("s key", "objects"),
        printed_list_rows,
    ),
    _tv_time(
        Table,
        rf"tvtime-lists{_SAVED}\.csv",
        lambda table: table.has("item type", "tvdb id"),
        list_rows,
    ),
    _tv_time(
        Table,
        rf"tvtime-series-episodes{_SAVED}\.csv",
        lambda table: table.has("series tvdb id"),
        exported_episodes,
    ),
    _tv_time(Table, rf"activity_history{_SAVED}\.csv", _is_liberated, liberated_rows),
    _tv_time(
        Table,
        rf"tvtime-movies{_SAVED}\.csv",
        lambda table: table.has("tvdb id", "title", "year", "is watched"),
        exported_films,
    ),
    _tv_time(Table, rf"tvtime-series{_SAVED}\.csv", _is_exported, exported_series),
    _tv_time(Data, rf"(?:tvtime-series{_SAVED}|shows)\.json", has_series, exported_json),
    _tv_time(Data, rf"(?:tvtime-movies{_SAVED}|movies)\.json", has_films, exported_films_json),
)
