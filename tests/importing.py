"""Documents for the tests of importers, from text as it stands in a file."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import fromstring

from premierectl.importers.document import Data, Document, FileFormat, Markup, Table
from premierectl.moving_in.row import ImportedRow


def table(name: str, text: str, delimiter: str = ",") -> Table:
    """A table from its text."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [" ".join(cell.lower().replace("_", " ").split()) for cell in next(reader)]

    def records() -> Iterator[tuple[int, Mapping[str, str]]]:
        line = reader.line_num + 1
        for cells in reader:
            full = [*map(str.strip, cells), *[""] * len(columns)]
            yield line, dict(zip(columns, full, strict=False))
            line = reader.line_num + 1

    return Table(name, columns, records())


def data(name: str, text: str) -> Data:
    """A JSON document from its text."""
    return Data(name, json.loads(text))


def markup(name: str, text: str) -> Markup:
    """An XML document from its text."""
    return Markup(name, fromstring(text))  # noqa: S314 - the test's own text


def rows(form: FileFormat, document: Document) -> list[ImportedRow]:
    """The rows of a document, which the format must recognise."""
    assert form.recognises(document)
    return list(form.rows(document))


def read(formats: Sequence[FileFormat], document: Document) -> list[ImportedRow]:
    """The rows of a document, which one of a tracker's formats must recognise."""
    return list(the_one(formats, document).rows(document))


def said_of(formats: Sequence[FileFormat], document: Document) -> str | None:
    """What the report has to say of a document."""
    return the_one(formats, document).says(document)


def the_one(formats: Sequence[FileFormat], document: Document) -> FileFormat:
    """The one of a tracker's formats that recognises a document."""
    (found,) = [form for form in formats if form.recognises(document)]
    return found


def are_members(formats: Sequence[FileFormat], *names: str) -> list[bool]:
    """Whether files of these names are opened in a zip or a folder."""
    return [
        any(form.members and re.fullmatch(form.members, name) for form in formats) for name in names
    ]
