"""JSON on one line of ASCII, without the library that a script's answer does not wait for."""

import re
from collections.abc import Mapping

import msgspec


def one_line_json(fields: Mapping[str, object]) -> str:
    """An object of texts, numbers and lists; every sign beyond ASCII is escaped, and DEL."""
    written = msgspec.json.encode(fields).decode()
    return re.sub("[^ -~]", _escaped_unit, written) + "\n"


def _escaped_unit(match: "re.Match[str]") -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
