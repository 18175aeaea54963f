"""What a file turns out to be, whatever it is called: a table, JSON, XML or text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from msgspec import Struct

from premierectl.moving_in.row import ImportedRow


class Table(Struct, frozen=True):
    """A table: the names of its columns as they are compared, and its records, read once.

    A name is in small letters with one space between words: ``Title_Type`` is ``title type``. A
    record is the line on which it begins, from 1, and its cells by those names; cells are trimmed,
    and of a short row those that are missing are empty.
    """

    name: str
    columns: Sequence[str]
    records: Iterator[tuple[int, Mapping[str, str]]]

    def has(self, *columns: str) -> bool:
        """Whether it has all of these columns."""
        return all(column in self.columns for column in columns)


class Data(Struct, frozen=True):
    """A JSON document."""

    name: str
    value: Any


class Markup(Struct, frozen=True):
    """An XML document without a document type or entities of its own."""

    name: str
    root: Element


class PlainText(Struct, frozen=True):
    """Text that is nothing else: lines, a calendar, bookmarks in HTML."""

    name: str
    text: str


Document = Table | Data | Markup | PlainText


class FileFormat(Struct, frozen=True):
    """One kind of file of one tracker.

    ``tracker`` is its name as people write it, ``word`` the one for ``--from``. ``members`` is a
    regular expression for the base names (in small letters) that are opened in its zip or folder;
    without one it is never looked for there. ``says`` is what the report has to say of such a file:
    ``this is a list of ratings``.
    """

    tracker: str
    word: str
    recognises: Callable[[Document], bool]
    rows: Callable[[Document], Iterable[ImportedRow]]
    members: str | None = None
    says: Callable[[Document], str | None] = lambda _: None
