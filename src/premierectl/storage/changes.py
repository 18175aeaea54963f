"""The file in which what refreshes saw change was kept before there was a live store."""

from pathlib import Path

from msgspec import Struct

from premierectl.changes import Refresh
from premierectl.storage import files
from premierectl.storage.json_file import decoded


class _ChangesFile(Struct):
    format: int
    refreshes: tuple[Refresh, ...]


def load_changes(path: Path) -> tuple[Refresh, ...]:
    """The refreshes in this file, the newest last; none where there is no file.

    Raises :class:`BadFileError` with line and column for what is no such file.
    """
    data = files.read(path)
    return () if data is None else decoded(path, data, _ChangesFile).refreshes
