"""A command line as far as it is typed."""

import shlex
from typing import Final

from msgspec import Struct

# Stands behind the line, so that there always is a word at the cursor.
_CURSOR: Final = "x"


class TypedLine(Struct, frozen=True):
    """The whole words of a line, and the ``current`` one, which may be empty or have an open ``quote``."""

    words: tuple[str, ...]
    current: str
    quote: str = ""


def read_typed_line(text: str) -> TypedLine:
    """Split a line up to the cursor into words, as shells do; nothing in it is expanded."""
    for quote in ("", '"', "'"):
        try:
            *words, current = _words_of_line(text + _CURSOR + quote)
        except ValueError:  # another quote is open
            continue
        return TypedLine(tuple(words), current.removesuffix(_CURSOR), quote)
    return TypedLine((), "")  # pragma: no cover


def _words_of_line(text: str) -> list[str]:
    reader = shlex.shlex(text, posix=True)
    reader.whitespace_split, reader.commenters = True, ""
    return list(reader)
