"""The file of what was told: one key a line, in order."""

from pathlib import Path

import msgspec
from msgspec import Struct

from premierectl.model import FORMAT
from premierectl.notices.told import Notified, ToldKey, WayDone
from premierectl.storage import files, json_file


class _NotifiedFile(Struct):
    format: int
    told: tuple[ToldKey, ...]
    ways: tuple[WayDone, ...] = ()


def load_notified(path: Path) -> Notified:
    """What was told; nothing where there is no file.

    Raises :class:`BadFileError` with line and column for what is no such file, and
    :class:`NewerFormatError`: what cannot be read is never taken for nothing.
    """
    data = files.read(path)
    if data is None:
        return Notified()
    json_file.refuse_newer(path)
    found = json_file.decoded(path, data, _NotifiedFile)
    return Notified(found.told, found.ways)


def save_notified(path: Path, notified: Notified) -> None:
    """Put this in the place of the file, whole or not at all; the caller holds its lock."""
    fields = {
        "format": str(FORMAT),
        "told": _listed([_compact(each) for each in notified.told]),
        "ways": _listed([_compact(each) for each in notified.ways]),
    }
    body = ",\n".join(f'  "{name}": {value}' for name, value in fields.items())
    files.replace(path, f"{{\n{body}\n}}\n".encode())


def _compact(value: Struct) -> str:
    return msgspec.json.encode(value).decode()


def _listed(lines: list[str]) -> str:
    return "[" + ",".join(f"\n    {line}" for line in lines) + ("\n  ]" if lines else "]")
