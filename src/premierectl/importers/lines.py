"""Lines of text that name a show each, as people write them down."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import PlainText
from premierectl.importers.named_by_number import named_by_number
from premierectl.importers.shapes import format_of
from premierectl.importers.tables import column_name, unknown_columns
from premierectl.moving_in.row import ImportedRow
from premierectl.selector import read_selector

# What a column is called that holds titles, and a first line above them.
TITLE_COLUMNS: Final = (
    "title", "name", "show", "series", "titel", "serie", "título", "titulo", "titre", "titolo",
    "show title", "show name", "series title", "series name", "tv show", "tv series",
)  # fmt: skip
LONGEST_TITLE: Final = 10_000
_LONGEST_WITH_SEASON: Final = 500
_ONE_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_MARKED_LINE: Final = re.compile(
    r"(?s)(?:[-*+•] |\d{1,5}[.)] )?(?:(\[[ xX]?\]) )?(?:\d{1,5}[.)] )?(.*)"
)
_QUOTED_LINE: Final = re.compile(r'"((?:[^"]|"")*)"')
# A comment has a space behind its sign; a title such as #blackAF has none.
_NAMES_NOTHING: Final = re.compile(r"#(?:[#\s].*)?|[-=_*~\[\]\s]*")
_NO_LIST: Final = re.compile(r"\s*(?:BEGIN:VCALENDAR|<!DOCTYPE)", re.IGNORECASE)
_TABLE_TOLD_BY: Final = 2**16


def line_row(line: str) -> ImportedRow | None:
    """What a line names: a number, an address, a title, ``title season 3``; null for nothing.

    Marks of lists before it, quotes around it and comments are left out. The number of a season is
    taken where it is written as one: ``1923`` and ``9-1-1`` are titles. A line with a tick says so.
    """
    box, text = _MARKED_LINE.findall(" ".join(line.split()))[0]
    quoted = _QUOTED_LINE.fullmatch(text)
    text = quoted[1].replace('""', '"').strip() if quoted else text
    if _NAMES_NOTHING.fullmatch(text):
        return None
    row = titled_row(text)
    return replace(row, said=box, is_new_word=True) if box.strip("[ ]") else row


def titled_row(text: str) -> ImportedRow:
    """What a text on one line names that is no mere mark; one too long for a title names nothing."""
    if len(text) > LONGEST_TITLE:
        return ImportedRow(complaint=f"{len(text):,} letters are not a title")
    numbered = named_by_number(text)
    if numbered is not None:
        return numbered
    # Behind a text of a page or more nobody writes which season.
    selector = read_selector(text if len(text) <= _LONGEST_WITH_SEASON else "")
    season, title = selector.piece.season, values.title(selector.words.rstrip(" ,;:-–—"))
    if isinstance(season, int) and season and title and selector.piece.unit in (None, "part"):
        return ImportedRow(title=title, season=season, part=selector.piece.number)
    return ImportedRow(title=values.title(text))


def _is_lines(text: PlainText) -> bool:
    return not (_NO_LIST.match(text.text) or unknown_columns(text.text[:_TABLE_TOLD_BY]))


def _line_rows(text: PlainText) -> Iterator[ImportedRow]:
    is_header = True
    for number, found in enumerate(_ONE_LINE.finditer(text.text), 1):
        # Not cut out of the text before it is known to be short.
        is_long = found.end(1) - found.start(1) > 2 * LONGEST_TITLE
        row = (
            ImportedRow(complaint="a line so long is not a title")
            if is_long
            else line_row(found[1])
        )
        if row and not (is_header and column_name(row.title or "") in TITLE_COLUMNS):
            yield replace(row, file=text.name, line=number)
        is_header &= row is None


LISTED_LINES: Final = (format_of(PlainText, "A list", "list", _is_lines, _line_rows),)
