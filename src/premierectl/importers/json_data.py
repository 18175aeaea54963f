"""JSON documents, bounded before they are read: what harms has few bytes and many values."""

import re
from typing import Any, Final

import msgspec

from premierectl.errors import BadFileError
from premierectl.importers.text_size import MOST_MEMORY, has_endless_names, text_memory

# What CPython takes for a value, at most, by the sign that is written once for each.
_VALUE_MEMORY: Final = ((b"{", 232), (b"[", 88), (b",", 64))
_TEXT_IN_JSON: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+', re.DOTALL)
# A format has some hundred; each that is new is kept by itself.
_MOST_KEYS: Final = 100_000
_KEY_IN_JSON: Final = re.compile(rb'("(?:[^"\\]++|\\.)*+")\s*+:', re.DOTALL)
_BYTE: Final = re.compile(r" \(byte (\d+)\)$")


def json_value(place: str, data: bytes) -> Any:
    """The value of a JSON document in UTF-8.

    Raises :class:`BadFileError` with line and column for what is none, NaN and halves of surrogate
    pairs included, and without them for what is nested too deeply or would take too much memory.
    """
    try:
        # Without making anything of it, at first: what is no JSON can hold any number of signs.
        msgspec.json.decode(data, type=msgspec.Raw)
        if _is_immense(data):
            raise BadFileError(place, "holds more than any export of a list of shows")
        return msgspec.json.decode(data)
    except RecursionError:
        raise BadFileError(place, "is nested too deeply") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _no_json(place, data, str(error)) from None


def _is_immense(data: bytes) -> bool:
    values = sum(data.count(sign) * size for sign, size in _VALUE_MEMORY)
    if values > MOST_MEMORY or values + text_memory(data, _TEXT_IN_JSON) > MOST_MEMORY:
        return True
    return has_endless_names(data, _KEY_IN_JSON, _MOST_KEYS)


def _no_json(place: str, data: bytes, message: str) -> BadFileError:
    found = _BYTE.search(message)
    if found is None and "truncated" not in message:
        return BadFileError(place, "is not JSON: a number or a text in it is not allowed there")
    before = data[: int(found[1])] if found else data
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    reason = message[: found.start()].rpartition(": ")[2] if found else "it ends too early"
    return BadFileError(place, f"is not JSON: {reason}", line=line, column=column)
