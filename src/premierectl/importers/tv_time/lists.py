"""TV Time's lists of one's own. To be on a list is not to be followed."""

import re
from collections.abc import Iterator
from typing import Final

from premierectl.importers.document import Table
from premierectl.importers.shapes import filled_records
from premierectl.importers.tv_time.series import series_row, thing_row
from premierectl.moving_in.row import ImportedRow

# A map as Go prints it: ``map[created_at:1.707766149e+09 id:9000001 type:series]``.
_PRINTED_MAP: Final = re.compile(r"map\[([^\[\]]*)\]")
_PRINTED_FIELD: Final = re.compile(r"(\w+):(\S+)")
_LISTED_BESIDE: Final = {"movie": "film", "episode": "episode"}


def printed_list_rows(table: Table) -> Iterator[ImportedRow]:
    """``lists-prod-lists``: a list each, with what is on it printed into ``objects``.

    The list of favourites has no name; its ``s_key`` says what it is.
    """
    for line, record in filled_records(table):
        name = record.get("name") or record["s key"]
        for printed in _PRINTED_MAP.findall(record["objects"]):
            thing = dict(_PRINTED_FIELD.findall(printed))
            yield _listed_thing(table, line, thing.get("type"), thing.get("id"), None, name)


def list_rows(table: Table) -> Iterator[ImportedRow]:
    """``tvtime-lists``: a row for each thing on a list."""
    for line, record in filled_records(table):
        kind, tvdb, title = record["item type"], record["tvdb id"], record.get("name")
        yield _listed_thing(table, line, kind, tvdb, title, record.get("list name", ""))


def _listed_thing(
    table: Table, line: int, kind: str | None, tvdb: str | None, title: str | None, name: str
) -> ImportedRow:
    if kind in _LISTED_BESIDE:
        return thing_row(table, line, _LISTED_BESIDE[kind], title)
    return series_row(table, line, tvdb, title, "listed", said=name)
