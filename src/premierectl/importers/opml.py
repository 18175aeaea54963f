"""OPML, in which outliners and readers of feeds write lists."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from premierectl.importers.document import Markup
from premierectl.importers.lines import line_row
from premierectl.importers.named_by_number import named_by_number
from premierectl.importers.shapes import format_of
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow


def _is_opml(markup: Markup) -> bool:
    return markup.root.tag == "opml"


def _outlines(markup: Markup) -> Iterator[ImportedRow]:
    """The text of each outline as a line; the line of a row is its place among them."""
    for place, outline in enumerate(markup.root.iter("outline"), 1):
        row = line_row(" ".join((outline.get("text") or outline.get("title") or "").split()))
        if row is not None:
            yield replace(_with_linked_number(row, outline), file=markup.name, line=place)


def _with_linked_number(row: ImportedRow, outline: Element) -> ImportedRow:
    """The same with the number in the address that the outline leads to, if there is one."""
    linked = named_by_number(outline.get("url") or outline.get("htmlUrl") or "")
    return replace(row, ids=linked.ids) if linked and row.ids == ExternalIds() else row


OPML: Final = (format_of(Markup, "OPML", "opml", _is_opml, _outlines),)
