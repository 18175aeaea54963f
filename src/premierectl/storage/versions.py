"""The last versions of a file, so that a change can be taken back."""

from pathlib import Path
from typing import Final

from premierectl.errors import NothingError
from premierectl.storage import files

KEPT: Final = 10


class Versions:
    """The last ten contents of ``path``, numbered in ``folder``; the caller holds the file's lock.

    What premierectl wrote is kept as it is written, and what another program wrote in between is
    kept before it is replaced; ``empty`` is the content that stands for no file.
    """

    def __init__(self, path: Path, folder: Path, empty: bytes) -> None:
        self.path = path
        self.folder = folder
        self.undone = folder / "undone"
        self._empty = empty

    def replace(self, data: bytes) -> None:
        """Put ``data`` in the place of the file and keep both it and what stood there."""
        current = files.read(self.path)
        current = self._empty if current is None else current
        kept = self._numbers()
        if not kept or self._read(kept[-1]) != current:
            files.replace(self._file(self._next()), current)
        number = self._next()
        waiting = self.folder / f"{number:06}.waiting"
        # Everything that takes room comes before the change; a rename after it takes none.
        files.replace(waiting, data)
        files.replace(self.path, data)
        waiting.replace(self._file(number))
        for old in self._numbers()[:-KEPT]:
            self._file(old).unlink(missing_ok=True)

    def undo(self) -> None:
        """Bring back the newest version that differs from the file; what stood there goes to ``undone``.

        Raises :class:`NothingError` where there is none.
        """
        current = files.read(self.path)
        for number in reversed(self._numbers()):
            data = self._read(number)
            if data != (self._empty if current is None else current):
                break
        else:
            raise NothingError("there is no earlier version to bring back")
        if current is not None:
            files.replace(self.undone, current)
        files.replace(self.path, data)
        for newer in self._numbers():
            if newer > number:
                self._file(newer).unlink(missing_ok=True)

    def _numbers(self) -> list[int]:
        kept = self.folder.glob("[0-9]*.json")
        return sorted(int(file.stem) for file in kept if file.stem.isdigit())

    def _next(self) -> int:
        return max(self._numbers(), default=0) + 1

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _read(self, number: int) -> bytes:
        return files.read(self._file(number)) or b""
