"""Tables as spreadsheets and exports write them: the delimiter, the header, and the records."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from premierectl.errors import BadFileError
from premierectl.importers.document import Table
from premierectl.importers.survey import Survey

_DELIMITERS: Final = ",;\t|"
# Longer than the longest of real exports by far: a row of totals with thousands of numbers.
_LONGEST_RECORD: Final = 8 * 2**20
_PROBED: Final = 20
_FEWEST_RECORDS: Final = 3

Faults = list[tuple[int, str]]


def table_in(survey: Survey, is_known: Callable[[Table], bool]) -> tuple[Table, Faults] | None:
    """The table that a file is, if its columns are known; and, once it was read, its faults.

    The delimiter is the one that makes the first line the names of a known table, and of several
    the one with the most columns: titles hold delimiters, and names of columns none. A fault is a
    line, from 1, and why nothing from there on can be read: a quote that is never closed.
    """
    name = survey.content.name
    headers = [(each, _header(survey.beginning, each)) for each in _DELIMITERS]
    known = [
        (delimiter, columns)
        for delimiter, columns in headers
        if len(columns) > 1 and is_known(Table(name, columns, iter(())))
    ]
    if not known:
        return None
    delimiter, columns = max(known, key=lambda each: len(each[1]))
    faults: Faults = []
    return Table(name, columns, _records(survey, delimiter, columns, faults)), faults


def unknown_columns(beginning: str) -> Sequence[str]:
    """The first row of what can only be a table, though no column of it is known; else none.

    All of its rows have the same number of cells, and behind no comma is a space, as in titles.
    """
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(beginning, newline=""), delimiter=delimiter)
        rows = _first_rows(reader)
        widths = {len(row) for row in rows}
        has_spaces = any(cell.startswith(" ") for row in rows for cell in row)
        if len(rows) >= _FEWEST_RECORDS and len(widths) == 1 and widths != {1} and not has_spaces:
            return rows[0]
    return ()


def column_name(cell: str) -> str:
    """The name of a column as it is compared."""
    return " ".join(unicodedata.normalize("NFC", cell).lower().replace("_", " ").split())


def _header(beginning: str, delimiter: str) -> Sequence[str]:
    """The names of the columns as they are compared, if this is the delimiter."""
    reader = csv.reader(io.StringIO(beginning, newline=""), delimiter=delimiter)
    return [column_name(cell) for cell in _next_header(reader)]


def _next_header(reader: Iterator[list[str]]) -> Sequence[str]:
    """The first row that is not blank, and does not tell a spreadsheet the delimiter."""
    rows = (row for row in reader if any(map(str.strip, row)))
    return next((row for row in rows if not row[0].lower().startswith("sep=")), ())


def _first_rows(reader: Iterator[list[str]]) -> Sequence[list[str]]:
    rows = (row for row in reader if any(map(str.strip, row)))
    return [row for row, _ in zip(rows, range(_PROBED), strict=False)]


def _records(
    survey: Survey, delimiter: str, columns: Sequence[str], faults: Faults
) -> Iterator[tuple[int, Mapping[str, str]]]:
    # The limit is one for the whole process; lines are cut before they come near this one.
    csv.field_size_limit(_LONGEST_RECORD)
    missing = [""] * len(columns)
    stream = survey.content.stream()
    with io.TextIOWrapper(stream, survey.encoding, "replace", newline="") as text:
        lines = _RecordLines(text, survey.content.place)
        reader = csv.reader(lines, delimiter=delimiter)
        _next_header(reader)
        while True:
            lines.begin(reader.line_num + 1)
            cells = next(reader, None)
            if cells is None:
                return
            if lines.is_over:
                faults.append((lines.first, "a quote that begins here is never closed"))
                return
            if any(map(str.strip, cells)):
                filled = [*map(str.strip, cells), *missing]
                yield lines.first, dict(zip(columns, filled, strict=False))


class _RecordLines:
    """The lines of a table, of which one record has only so many; what is longer is an error."""

    def __init__(self, text: io.TextIOWrapper, place: str) -> None:
        self._text = text
        self._place = place
        self._taken = 0
        self.first = 1
        self.is_over = False

    def begin(self, line: int) -> None:
        """A new record begins on this line."""
        self._taken, self.first = 0, line

    def __iter__(self) -> "_RecordLines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST_RECORD)
        self._taken += len(line)
        if self._taken >= _LONGEST_RECORD:
            reason = "a row is longer than any, or a quote in it is never closed"
            raise BadFileError(self._place, reason, line=self.first)
        self.is_over = not line
        if self.is_over:
            raise StopIteration
        return line
