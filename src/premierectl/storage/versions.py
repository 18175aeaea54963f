"""The last versions of a file, so that a change can be taken back."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from premierectl.errors import FileAccessError, NothingError, PremierectlError
from premierectl.storage import files

KEPT_VERSIONS: Final = 10
_KEPT: Final = ".json"
_UNDONE: Final = ".undone"


class KeptVersion(Struct, frozen=True):
    """A content that is kept: its number, when it was written (UTC), its bytes."""

    number: int
    when: datetime
    data: bytes


class Versions:
    """The last ten contents of ``path``, numbered in ``folder``; the caller holds the file's lock.

    What premierectl wrote is kept as it is written, and what another program wrote in between is
    kept before it is replaced, all as private as the file; ``empty`` is the content that stands
    for no file. What is undone keeps its number until the next change, which makes it stale.
    """

    def __init__(self, path: Path, folder: Path, empty: bytes) -> None:
        self.path = path
        self.folder = folder
        self.undone = folder / "undone"
        self._empty = empty

    def replace(self, data: bytes) -> None:
        """Put ``data`` in the place of the file and keep both it and what stood there."""
        current = self._there()
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
        number, passed = self._first_usable(reversed(self._numbers()), _KEPT, refuse)
        if number is None:
            raise NothingError("there is no earlier version to bring back")
        self._bring_back(number)
        return passed

    def undo_to(self, number: int, refuse: Callable[[bytes], None]) -> None:
        """Bring back the version of this number; raises what ``refuse`` raises for it.

        Raises :class:`NothingError` where there is no such version, or the file is as it was.
        """
        if number not in self._numbers():
            raise NothingError(f"there is no version {number} to bring back")
        data = self._read(number)
        if data == self._there():
            raise NothingError(f"version {number} is what stands there now")
        refuse(data)
        self._bring_back(number)

    def redo(self, refuse: Callable[[bytes], None]) -> list[Path]:
        """Take the last undo back; once the file was changed since, there is nothing to take back.

        Versions that ``refuse`` raises for are passed over and returned. Raises
        :class:`NothingError` where there is nothing to take back.
        """
        number, passed = self._first_usable(self._undone_numbers(), _UNDONE, refuse)
        if number is None:
            raise NothingError("there is nothing undone to bring back")
        files.replace(self.path, self._read(number, _UNDONE))
        with self._after_the_change():
            for undone in self._newer_undone():
                if undone <= number:
                    self._file(undone, _UNDONE).rename(self._file(undone))
        return passed

    def kept(self) -> list[KeptVersion]:
        """What can be brought back, the newest first; what a writer takes away meanwhile is left out."""
        paths = [(number, self._file(number)) for number in reversed(self._numbers())]
        known = [(number, files.status(path), files.read(path)) for number, path in paths]
        return [
            KeptVersion(number, datetime.fromtimestamp(status.st_mtime, UTC), data)
            for number, status, data in known
            if status is not None and data is not None
        ]

    @property
    def steps_undone(self) -> int:
        """How many undone versions can be brought back."""
        return len(self._undone_numbers())

    def _first_usable(
        self, numbers: Iterable[int], kind: str, refuse: Callable[[bytes], None]
    ) -> tuple[int | None, list[Path]]:
        """The first of these versions that differs from the file, and those that nobody could read."""
        there, passed = self._there(), list[Path]()
        for number in numbers:
            data = self._read(number, kind)
            if data == there:
                continue
            try:
                refuse(data)
            except PremierectlError:
                passed.append(self._file(number))
                continue
            return number, passed
        return None, passed

    def _bring_back(self, number: int) -> None:
        current, data = files.read(self.path), self._read(number)
        if current is not None:
            files.replace(self.undone, current, like=self.path)
        self._keep_as_undone(self._empty if current is None else current)
        # What is newer goes first: an undo that is killed here, and called again, still goes back.
        with self._before_the_change():
            for newer in reversed(self._numbers()):
                if newer > number:
                    self._file(newer).rename(self._file(newer, _UNDONE))
        files.replace(self.path, data)

    def _keep_as_undone(self, there: bytes) -> None:
        """Keep what another program wrote, which no version holds, for a redo to bring back."""
        if self._is_ours(there):
            return
        with self._before_the_change():
            for stale in self._listed(_UNDONE):
                self._file(stale, _UNDONE).unlink(missing_ok=True)
        files.replace(self._file(self._next(), _UNDONE), there, like=self.path)

    def _is_ours(self, there: bytes) -> bool:
        """Whether the file is what the last change, or an undo that was killed, left."""
        last = [self._read(number) for number in self._numbers()[-1:]]
        return there in [*last, *(self._read(number, _UNDONE) for number in self._newer_undone())]

    def _undone_numbers(self) -> list[int]:
        """What can be brought back, the oldest first: nothing once the file was changed."""
        return self._newer_undone() if self._is_ours(self._there()) else []

    def _newer_undone(self) -> list[int]:
        """What was undone of the last version; a change that was killed may leave older ones."""
        last = max(self._numbers(), default=0)
        return [number for number in self._listed(_UNDONE) if number > last]

    def _numbers(self) -> list[int]:
        return self._listed(_KEPT)

    def _listed(self, kind: str) -> list[int]:
        with self._before_the_change():
            stems = [file.stem for file in self.folder.glob(f"[0-9]*{kind}")]
        return sorted(int(stem) for stem in stems if stem.isascii() and stem.isdecimal())

    def _next(self) -> int:
        return max([*self._numbers(), *self._listed(_UNDONE)], default=0) + 1

    def _file(self, number: int, kind: str = _KEPT) -> Path:
        return self.folder / f"{number:06}{kind}"

    def _read(self, number: int, kind: str = _KEPT) -> bytes:
        return files.read(self._file(number, kind)) or b""

    def _there(self) -> bytes:
        """What stands in the file."""
        current = files.read(self.path)
        return self._empty if current is None else current

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
    return path.suffix in (".waiting", ".new", _UNDONE)
