"""The last versions of a file, so that a change can be taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from premierectl.errors import FileAccessError, NothingError, PremierectlError
from premierectl.storage import files

KEPT_VERSIONS: Final = 10


class Versions:
    """The last ten contents of ``path``, numbered in ``folder``; the caller holds the file's lock.

    What premierectl wrote is kept as it is written, and what another program wrote in between is
    kept before it is replaced, all as private as the file; ``empty`` is the content that stands
    for no file.
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
            files.replace(self._file(self._next()), current, like=self.path)
        number = self._next()
        waiting = self.folder / f"{number:06}.waiting"
        # Everything that takes room comes before the change; a rename after it takes none.
        files.replace(waiting, data, like=self.path)
        files.replace(self.path, data)
        with self._after_the_change():
            waiting.replace(self._file(number))
            for old in self._numbers()[:-KEPT_VERSIONS]:
                self._file(old).unlink(missing_ok=True)
            # Whoever is killed above leaves these; nobody else writes here while the lock is held.
            files.sweep(self.folder, _is_left)

    def undo(self, refuse: Callable[[bytes], None]) -> list[Path]:
        """Bring back the newest version that differs from the file; what stood there goes to ``undone``.

        Versions that ``refuse`` raises for, as nobody could read them, are passed over and
        returned. Raises :class:`NothingError` where there is none to bring back.
        """
        current = files.read(self.path)
        there = self._empty if current is None else current
        passed = list[Path]()
        for number in reversed(self._numbers()):
            data = self._read(number)
            if data == there:
                continue
            try:
                refuse(data)
            except PremierectlError:
                passed.append(self._file(number))
                continue
            self._bring_back(number, data, current)
            return passed
        raise NothingError("there is no earlier version to bring back")

    def _bring_back(self, number: int, data: bytes, current: bytes | None) -> None:
        if current is not None:
            files.replace(self.undone, current, like=self.path)
        # What is newer goes first: an undo that is killed here, and called again, still goes back.
        with self._before_the_change():
            for newer in self._numbers():
                if newer > number:
                    self._file(newer).unlink(missing_ok=True)
        files.replace(self.path, data)

    def _numbers(self) -> list[int]:
        with self._before_the_change():
            stems = [file.stem for file in self.folder.glob("[0-9]*.json")]
        return sorted(int(stem) for stem in stems if stem.isascii() and stem.isdecimal())

    def _next(self) -> int:
        return max(self._numbers(), default=0) + 1

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _read(self, number: int) -> bytes:
        return files.read(self._file(number)) or b""

    @contextmanager
    def _after_the_change(self) -> Iterator[None]:
        """Say of a failure here that the file itself is changed already."""
        try:
            yield
        except (OSError, FileAccessError) as error:
            why = files.reason(error) if isinstance(error, OSError) else error.message
            raise FileAccessError(
                f"{self.path} is changed, but its versions in {self.folder} could not be put in order: "
                f"{why}"
            ) from error

    @contextmanager
    def _before_the_change(self) -> Iterator[None]:
        """Say of a failure here that nothing was changed."""
        try:
            yield
        except OSError as error:
            raise FileAccessError(
                f"{self.folder} cannot be read or changed: {files.reason(error)}; nothing was changed"
            ) from error


def _is_left(path: Path) -> bool:
    return path.suffix in (".waiting", ".new")
