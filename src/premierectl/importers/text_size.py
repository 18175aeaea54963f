"""How much memory a document takes at most, told from its bytes before it is parsed."""

import re
from itertools import islice
from typing import Final

# With the program itself it stays below 300 MB.
MOST_MEMORY: Final = 225 * 2**20
# One sign beyond 16 bits, such as an emoji, makes the whole text that it is in take four bytes each.
_WIDE_SIGN: Final = re.compile(rb"[\xf0-\xf4]|\\u[dD]|&#(?:0*+[0-9]{5}|[xX]0*+[0-9a-fA-F]{5})")
_LONG_TEXT: Final = 2**14


def text_memory(data: bytes, text: re.Pattern[bytes]) -> int:
    """The bytes themselves and what their texts take; ``text`` finds each of these."""
    widest = 3 * len(data)
    # More of them say no more: in a document of long texts, so many make all of it wide.
    wide = sum(1 for _ in islice(_WIDE_SIGN.finditer(data), widest // (4 * _LONG_TEXT) + 1))
    if not wide:
        return 2 * len(data)
    is_long = any(each.end() - each.start() > _LONG_TEXT for each in text.finditer(data))
    return 2 * len(data) + (widest if is_long else min(widest, wide * 4 * _LONG_TEXT))


def has_endless_names(data: bytes, name: re.Pattern[bytes], most: int) -> bool:
    """Whether more than ``most`` different names are found in it, as the first group of ``name``."""
    names = set[bytes]()
    for each in name.finditer(data):
        names.add(each[1])
        if len(names) > most:
            return True
    return False
