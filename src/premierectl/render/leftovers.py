"""The file of what an import left, for people to mend and to import again."""

from collections.abc import Iterable

from premierectl.moving_in.leftovers import COLUMNS, leftovers
from premierectl.moving_in.outcome import Imported
from premierectl.render.delimited import csv_text


def leftovers_csv(imported: Iterable[Imported], *, films: bool) -> str:
    """The file of what was left (CSV, RFC 4180); empty where nothing was."""
    records = list(leftovers(imported, films=films))
    return csv_text(COLUMNS, records) if records else ""
