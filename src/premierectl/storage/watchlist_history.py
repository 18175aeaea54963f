"""What the watchlist was: versions to go back to, and forward again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from premierectl.errors import BadFileError
from premierectl.storage import files
from premierectl.storage.json_file import refuse_newer
from premierectl.storage.versions import Versions
from premierectl.storage.watchlist import EMPTY_WATCHLIST, refuse_unreadable, watchlist_in
from premierectl.watchlist import Watchlist


class WatchlistVersion(Struct, frozen=True):
    """The watchlist as it was written at a time (UTC); null where it cannot be read.

    ``is_now`` says that it is what the file holds.
    """

    number: int
    when: datetime
    watchlist: Watchlist | None
    is_now: bool


class WatchlistHistory(Struct, frozen=True):
    """The versions of the watchlist's file, with the lock under which it changes.

    A file of a newer format is never replaced, nor a version of one brought back.
    """

    versions: Versions
    lock: Path
    lock_seconds: float

    def undo(self, number: int | None = None) -> tuple[Path, list[Path]]:
        """Bring back the previous watchlist, or the one of this number.

        Return where the one before the undo is kept, and the versions that nobody could read.
        """
        with self._locked():
            if number is None:
                return self.versions.undone, self.versions.undo(self._refuse)
            self.versions.undo_to(number, self._refuse)
            return self.versions.undone, []

    def redo(self) -> list[Path]:
        """Take the last undo back; return the versions that nobody could read."""
        with self._locked():
            return self.versions.redo(self._refuse)

    def kept(self) -> list[WatchlistVersion]:
        """What can be brought back, the newest first; of versions alike the newest is now's."""
        there = files.read(self.versions.path) or EMPTY_WATCHLIST
        listed = self.versions.kept()
        now = next((each.number for each in listed if each.data == there), None)
        return [
            WatchlistVersion(each.number, each.when, self._read(each.data), each.number == now)
            for each in listed
        ]

    def _read(self, data: bytes) -> Watchlist | None:
        try:
            self._refuse(data)
            return watchlist_in(self.versions.path, data)
        except BadFileError:
            return None

    def _refuse(self, data: bytes) -> None:
        refuse_unreadable(self.versions.path, data)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with files.locked(self.lock, self.lock_seconds):
            refuse_newer(self.versions.path)
            yield
