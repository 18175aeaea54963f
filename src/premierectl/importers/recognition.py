"""What a file is, told by what is in it: a table, JSON, XML or text, and of which format."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from premierectl.errors import BadFileError
from premierectl.importers.document import Data, Document, FileFormat, Markup, PlainText, Table
from premierectl.importers.encoding import is_text
from premierectl.importers.json_data import json_value
from premierectl.importers.survey import Survey
from premierectl.importers.tables import Faults, table_in, unknown_columns
from premierectl.importers.xml_data import xml_root

# Text that is read as a whole takes up to four times as much.
_LARGEST_TEXT: Final = 32 * 2**20
_LARGEST_CALENDAR: Final = 2 * 2**20
_UTF_8_MARK: Final = b"\xef\xbb\xbf"
# A list that begins with a box to tick, or with [REC], is none.
_JSON_BEGINS: Final = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"]|\[\s*\]\s*\Z)')
_BOOKMARKS_BEGIN: Final = re.compile(r"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file-1", re.IGNORECASE)
_PAGE_BEGINS: Final = re.compile(r"\s*<(?:!DOCTYPE\s+html|html)\b", re.IGNORECASE)
_XML_BEGINS: Final = re.compile(r"\s*<[?!A-Za-z_]")
_CALENDAR_BEGINS: Final = re.compile(r"\s*BEGIN:VCALENDAR", re.IGNORECASE)
_MOST_COLUMNS_NAMED: Final = 5
_LONGEST_COLUMN_NAME: Final = 30
_IT_IS: Final = {Data: "is JSON", Markup: "is XML", PlainText: "is text", Table: "is a table"}


class UnknownFormatError(BadFileError):
    """A file that is sound, and of no format that was looked for."""


class Recognised(Struct, frozen=True):
    """A document, and the format that it is of; ``faults`` are those of its table, once it is read."""

    document: Document
    format: FileFormat
    faults: Faults


def recognised(survey: Survey, formats: Sequence[FileFormat]) -> Recognised:
    """What a file is: of the first of these formats that recognises what is in it.

    Raises :class:`BadFileError` for what is no text or cannot be read as what it seems to be, and of
    these :class:`UnknownFormatError` for what is of another format.
    """
    place, beginning = survey.content.place, survey.beginning
    if not is_text(beginning):
        raise BadFileError(place, "is neither text nor a kind of file that premierectl knows")
    if _PAGE_BEGINS.match(beginning):
        raise UnknownFormatError(place, "is a web page, and no export of a list")
    document, faults = _document(survey, formats)
    for each in formats:
        if each.recognises(document):
            return Recognised(document, each, faults)
    raise UnknownFormatError(place, _what_else(document, beginning))


def _document(survey: Survey, formats: Sequence[FileFormat]) -> tuple[Document, Faults]:
    name, place = survey.content.name, survey.content.place
    if _JSON_BEGINS.match(survey.beginning):
        return Data(name, json_value(place, _utf_8(survey))), []
    if _BOOKMARKS_BEGIN.match(survey.beginning):
        return _plain_text(survey), []
    if _XML_BEGINS.match(survey.beginning):
        return Markup(name, xml_root(place, _utf_8(survey))), []
    if _CALENDAR_BEGINS.match(survey.beginning):
        return _plain_text(survey, _LARGEST_CALENDAR), []

    def is_known(table: Table) -> bool:
        return any(each.recognises(table) for each in formats)

    return table_in(survey, is_known) or (_plain_text(survey), [])


def _plain_text(survey: Survey, largest: int = _LARGEST_TEXT) -> PlainText:
    content = survey.content
    return PlainText(content.name, content.whole(largest).decode(survey.encoding, "replace"))


def _utf_8(survey: Survey) -> bytes:
    if survey.encoding.startswith("utf-8"):
        return survey.content.whole().removeprefix(_UTF_8_MARK)
    return _plain_text(survey).text.encode()


def _what_else(document: Document, beginning: str) -> str:
    columns = unknown_columns(beginning) if isinstance(document, PlainText) else ()
    if columns:
        named = ", ".join(
            each.strip()[:_LONGEST_COLUMN_NAME] for each in columns[:_MOST_COLUMNS_NAMED]
        )
        return f"is a table of whose columns none is known ({named}); call one of them title"
    return f"{_IT_IS[type(document)]} of no kind that premierectl knows"
