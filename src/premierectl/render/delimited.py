"""Lines for scripts and spreadsheets: tab-separated, and comma-separated after RFC 4180."""

from collections.abc import Iterable
from typing import Final

from premierectl.render.fields import TSV, text_of, values
from premierectl.upcoming.outlook import Row

CSV: Final = (
    "id", "title", "release", "date", "local_time", "instant", "days", "state", "network",
    "episodes", "confirmed", "followed", "url", "credit",
)  # fmt: skip

# With one of these a cell is a formula to some spreadsheet (OWASP, "CSV Injection").
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def tsv(listed: Iterable[object]) -> str:
    """Tab-separated lines; ``None`` is an empty field, a tab or newline in a field is escaped."""
    lines = (line for each in listed for line in _lines(each))
    return "".join("\t".join(map(text_of, line)) + "\n" for line in lines)


def countdown_csv(listed: Iterable[Row]) -> str:
    """A line of names and a line for each countdown."""
    return csv_text(CSV, (values(row, CSV) for row in listed))


def csv_text(columns: Iterable[str], records: Iterable[Iterable[object]]) -> str:
    """A line of names and a line for each record; lines end in CRLF.

    No cell is a formula to a spreadsheet: one that looks like it begins with an apostrophe.
    """
    import csv  # noqa: PLC0415 - not for tab-separated lines
    import io  # noqa: PLC0415 - as above

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(map(_csv_cell, record) for record in records)
    return text.getvalue()


def _csv_cell(value: object) -> str:
    text = text_of(value)
    return f"'{text}" if isinstance(value, str) and value.startswith(_FORMULA) else text


def _lines(answer: object) -> Iterable[Iterable[object]]:
    if isinstance(answer, Row):
        return (values(answer, TSV),)
    from premierectl.render.lines import LINES  # noqa: PLC0415 - not for the rows of a countdown

    return LINES[type(answer)](answer)
