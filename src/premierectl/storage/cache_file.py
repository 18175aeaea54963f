"""Files in the cache: what is in them can be found out again, so nothing about them is an error."""

import contextlib
from pathlib import Path
from typing import TypeVar

import msgspec

from premierectl.errors import PremierectlError
from premierectl.storage import files

Cached = TypeVar("Cached")


def load_cached(path: Path, kind: type[Cached]) -> Cached | None:
    """What the file holds; ``None`` where there is none or it is of another kind."""
    try:
        data = files.read(path)
        return None if data is None else msgspec.json.decode(data, type=kind)
    except (PremierectlError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def save(path: Path, value: object) -> None:
    """Write what is to be kept, if that can be done."""
    with contextlib.suppress(PremierectlError):
        files.replace(path, msgspec.json.encode(value))
