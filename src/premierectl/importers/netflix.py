"""Netflix's list of what was seen, which is understood and not read."""

from typing import Final

from premierectl.importers.document import Table
from premierectl.importers.shapes import format_of

_EXPLAINED: Final = (
    "Netflix writes show, season and episode as one title, and where the show ends cannot be told; "
    "give a list of titles instead"
)


def _is_viewing_activity(table: Table) -> bool:
    return table.has("title", "supplemental video type")


NETFLIX: Final = (
    format_of(
        Table, "Netflix", "netflix", _is_viewing_activity, lambda _: (), r"viewingactivity\.csv",
        lambda _: _EXPLAINED,
    ),
)  # fmt: skip
