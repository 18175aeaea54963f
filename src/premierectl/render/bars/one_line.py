"""JSON on one line of ASCII, without the library that a script's answer does not wait for."""

import re
from collections.abc import Mapping
from typing import Final

import msgspec

# From here on JSON writes two halves of a surrogate pair (RFC 8259, 7).
_FIRST_OF_PAIRS: Final = 0x10000


def one_line_json(fields: Mapping[str, object]) -> str:
    """An object of texts, numbers and lists; every sign beyond ASCII is escaped, and DEL."""
    written = msgspec.json.encode(fields).decode()
    return re.sub("[^ -~]", _escaped_unit, written) + "\n"


def _escaped_unit(match: "re.Match[str]") -> str:
    code = ord(match[0])
    if code < _FIRST_OF_PAIRS:
        return f"\\u{code:04x}"
    high, low = divmod(code - _FIRST_OF_PAIRS, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
