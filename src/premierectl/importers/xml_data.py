"""XML documents: without a document type and entities of their own, and bounded before they are read."""

import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLParser

from premierectl.errors import BadFileError
from premierectl.importers.text_size import MOST_MEMORY, has_endless_names, text_memory

# What an element takes, at most half of it for each of its tags, and an attribute.
_ELEMENT_MEMORY: Final = ((b"<", 150), (b"=", 260))
# A format has fewer; each that is new takes as much as the elements of that name.
_MOST_NAMES: Final = 10_000
_ELEMENT_NAME: Final = re.compile(rb"<([^\s/>]+)")
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TEXT_IN_XML: Final = re.compile(rb"[^<]++")


def xml_root(place: str, data: bytes) -> Element:
    """The outermost element of an XML document in UTF-8.

    Raises :class:`BadFileError`: with line and column for what is no XML, for a document type or an
    entity before anything of it is parsed, and for what would take too much memory.
    """
    if _DECLARED.search(data):
        raise BadFileError(place, "declares a document type of its own, and is not opened")
    if _is_immense_tree(data):
        raise BadFileError(place, "holds more than any export of a list of shows")
    parser = XMLParser(encoding="utf-8")  # noqa: S314 - nothing is declared in what gets here
    try:
        parser.feed(data)
        return parser.close()
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise BadFileError(place, f"is not XML: {reason}", line=line, column=column + 1) from None


def _is_immense_tree(data: bytes) -> bool:
    elements = sum(data.count(sign) * size for sign, size in _ELEMENT_MEMORY)
    if elements > MOST_MEMORY or elements + text_memory(data, _TEXT_IN_XML) > MOST_MEMORY:
        return True
    return has_endless_names(data, _ELEMENT_NAME, _MOST_NAMES)
