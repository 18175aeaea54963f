"""TV Time's two logs: what was followed and watched, with films and totals in between.

An account of many years has 100,000 rows and more: they are read one by one, and an episode is
passed over before anything is made of it where an earlier row said as much of its series.
"""

from collections.abc import Iterator
from typing import Final

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.shapes import Record
from premierectl.importers.tv_time.followed import says_no, says_yes
from premierectl.importers.tv_time.series import series_row, thing_row
from premierectl.moving_in.row import ImportedRow, Standing

_EPISODES: Final = ("watch-episode", "rewatch-episode")
_WISHES: Final = {"follow", "towatch"}
_VIEWINGS: Final = {"watch", "rewatch"}


def tracking_rows(table: Table) -> Iterator[ImportedRow]:
    """``tracking-prod-records-v2``: the kind of a row is how its ``key`` begins."""
    told: set[tuple[str, str]] = set()
    for line, record in table.records:
        key, tvdb, name = record["key"], record["s id"], record.get("series name", "")
        if key.startswith("user-series"):
            told.add((tvdb, name))
            yield _user_series(table, line, record)
        elif film := record.get("movie name"):
            yield from _first_film(told, table, line, film)
        elif key.startswith(_EPISODES):
            yield from _first_episode(told, table, line, tvdb, name)


def first_tracking_rows(table: Table) -> Iterator[ImportedRow]:
    """``tracking-prod-records``, the first generation: ``type`` is what was done, and to what."""
    told: set[tuple[str, str]] = set()
    for line, record in table.records:
        done = (record.get("type") or record.get("type-uuid-n", "")).partition("-")[0]
        tvdb, name = record.get("series id", ""), record.get("series name", "")
        if done not in _WISHES | _VIEWINGS:
            continue
        if film := record.get("movie name"):
            released = record.get("release date", "")
            yield from _first_film(told, table, line, film, released[:4])
        elif done in _VIEWINGS:
            yield from _first_episode(told, table, line, tvdb, name)
        elif (record.get("entity type") or "series") == "series":
            added = values.instant(record.get("created at"))
            yield series_row(table, line, tvdb, name, "once followed", said=done, added=added)


def _user_series(table: Table, line: int, record: Record) -> ImportedRow:
    state, said = _user_series_state(record)
    moments = map(values.instant, (record.get("followed at"), record.get("created at")))
    return series_row(
        table, line, record["s id"], record.get("series name"), state,
        said=said, added=next(filter(None, moments), None),
    )  # fmt: skip


def _user_series_state(record: Record) -> tuple[Standing, str]:
    if says_yes(record.get("is archived")):
        return "stopped", "archived"
    if says_yes(record.get("is for later")):
        return "following", "for later"
    if says_no(record.get("is followed")):
        return "unfollowed", "not followed"
    return "following", ""


def _first_episode(
    told: set[tuple[str, str]], table: Table, line: int, tvdb: str, name: str
) -> Iterator[ImportedRow]:
    """The series of an episode, where no row has said as much; a name that is new is new."""
    if (tvdb, name) not in told and (tvdb or name):
        told.add((tvdb, name))
        yield series_row(table, line, tvdb, name, "watched")


def _first_film(
    told: set[tuple[str, str]], table: Table, line: int, name: str, year: str = ""
) -> Iterator[ImportedRow]:
    if ("a film", f"{name} {year}") not in told:
        told.add(("a film", f"{name} {year}"))
        yield thing_row(table, line, "film", name, year)
