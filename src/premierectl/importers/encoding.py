"""In which encoding a text is written, and whether it is one."""

import codecs
from collections.abc import Iterable
from itertools import chain
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT: Final = 1024
# Signs that no text is made of; a bell, a backspace and an escape stand in text that means harm.
_CONTROLS: Final = dict.fromkeys([*range(7), *range(14, 27), *range(28, 32), 0xFFFD])
_MOST_CONTROLS: Final = 0.1


def encoding_of(pieces: Iterable[bytes]) -> str:
    """The encoding of what comes in these pieces, as Python calls it.

    A byte order mark tells it; else it is UTF-16 where every second byte is 0, UTF-8 where all of it
    is, and Windows-1252.
    """
    rest = iter(pieces)
    first = next(rest, b"")
    marked = (name for mark, name in _MARKS if first.startswith(mark))
    named = next(marked, None) or _by_zeros(first[:_LOOKED_AT])
    if named is not None:
        return named
    return "utf-8" if _is_utf_8(chain((first,), rest)) else "cp1252"


def is_text(beginning: str) -> bool:
    """Whether what begins so, decoded, can be text; what lacks in its encoding is U+FFFD."""
    controls = len(beginning) - len(beginning.translate(_CONTROLS))
    return "\0" not in beginning and controls <= _MOST_CONTROLS * len(beginning)


def _by_zeros(first: bytes) -> str | None:
    even, odd = first[::2], first[1::2]
    if odd and not any(odd) and all(even):
        return "utf-16-le"
    return "utf-16-be" if odd and not any(even) and all(odd) else None


def _is_utf_8(pieces: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in pieces:
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
