"""A kind of file that is always of one shape: a table, JSON, XML or text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from premierectl.importers.document import Data, Document, FileFormat, Markup, PlainText, Table
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

Shape = TypeVar("Shape", Table, Data, Markup, PlainText)
Record = Mapping[str, str]


def format_of(
    shape: type[Shape],
    tracker: str,
    word: str,
    recognises: Callable[[Shape], bool],
    rows: Callable[[Shape], Iterable[ImportedRow]],
    members: str | None = None,
    says: Callable[[Shape], str | None] = lambda _: None,
) -> FileFormat:
    """A format whose functions are asked of documents of one shape alone."""

    def fits(document: Document) -> bool:
        return isinstance(document, shape) and recognises(document)

    def read(document: Document) -> Iterable[ImportedRow]:
        return rows(cast("Shape", document))

    def said(document: Document) -> str | None:
        return says(cast("Shape", document))

    return FileFormat(tracker, word, fits, read, members, said)


def filled_records(table: Table) -> Iterator[tuple[int, Record]]:
    """The records of a table in which anything stands; spreadsheets leave rows of commas."""
    return ((line, record) for line, record in table.records if any(record.values()))


def nameless(title: str | None, ids: ExternalIds) -> str | None:
    """The complaint about a row by which no show can be found; null where one can be."""
    return None if title or ids != ExternalIds() else "it has neither a number nor a title"
