"""The user's own layer: changed as a document, edited as a draft, brought back as it was."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from msgspec import Struct

from premierectl.catalogue.edit import EXAMPLE
from premierectl.errors import FileAccessError, LockedError
from premierectl.model import FORMAT
from premierectl.storage import files
from premierectl.storage.catalogue import (
    EMPTY_CATALOGUE,
    catalogue_text,
    document_to_change,
    shows_in,
)
from premierectl.storage.json_file import refuse_newer
from premierectl.storage.versions import Versions


class Draft(Struct, frozen=True):
    """The own catalogue while it is edited: the draft's file, and what it started from.

    ``older`` is where a draft is kept that was begun of another state of the catalogue.
    """

    path: Path
    base: bytes | None
    resumed: bool
    older: Path | None = None


class Restored(Struct, frozen=True):
    """A version that is back, and how many shows it has.

    Versions that nobody could read were ``passed`` over; what stood there is ``kept``.
    """

    shows: int
    passed: Sequence[Path]
    kept: Path | None = None


class OwnCatalogue(Struct, frozen=True):
    """The own catalogue's file with all that a change of it needs."""

    path: Path
    draft: Path
    versions: Path
    lock: Path
    lock_seconds: float

    def change(self, decide: Callable[[dict[str, Any]], Mapping[str, Any]]) -> None:
        """Read again, decide, write what is new; nothing is written where nothing is."""
        with self._locked():
            before = document_to_change(self.path)
            after = decide(before)
            if after != before:
                self._replace(catalogue_text(after))

    def open_draft(self) -> Draft:
        """A draft to edit: of the catalogue, of an example where there is none, or one left over.

        A draft knows what it was made of. Where the catalogue went on since, the one left over is
        kept as ``older``, and a new one begins.
        """
        base, left = files.read(self.path), files.read(self.draft)
        made_of = files.read(self._made_of)
        if left is not None and made_of == (base or b""):
            return Draft(self.draft, base, resumed=True)
        older = None
        if left is not None and left != base:
            older = self.draft.with_name(f"older-{self.draft.name}")
            files.replace(older, left)
        files.replace(self._made_of, base or b"")
        files.replace(self.draft, self._example() if base is None else base)
        return Draft(self.draft, base, resumed=False, older=older)

    def install(self, draft: Draft) -> bool:
        """Put a draft in the place of the catalogue; return whether that changed anything.

        Raises :class:`LockedError` where another program changed the catalogue meanwhile.
        """
        data = files.read(draft.path)
        with self._locked():
            if files.read(self.path) != draft.base:
                kept = f"your version is kept in {draft.path}"
                raise LockedError(f"{self.path} was changed meanwhile; {kept}")
            before = self._example() if draft.base is None else draft.base
            changed = data is not None and data != before
            if data is not None and changed:
                self._replace(data)
        files.sweep(self.draft.parent, lambda path: path in (draft.path, self._made_of))
        return changed

    def discard(self) -> bool:
        """Throw away the draft that is left over; return whether there was one.

        Raises :class:`FileAccessError` where it cannot be deleted.
        """
        was_there = files.is_there(self.draft)
        files.sweep(self.draft.parent, lambda path: path in (self.draft, self._made_of))
        if files.is_there(self.draft):
            raise FileAccessError(f"{self.draft} cannot be deleted")
        return was_there

    def undo(self) -> Restored:
        """Bring the previous catalogue back, also over one that cannot be read any more.

        One of a newer format is never replaced, nor brought back. Raises :class:`NothingError`
        where there is nothing to bring back.
        """
        with self._locked():
            refuse_newer(self.path)
            versions, stood = self._kept(), files.is_there(self.path)
            passed = versions.undo(self._refuse_unreadable)
            return Restored(self._shows(), passed, versions.undone if stood else None)

    def redo(self) -> Restored:
        """Take the last undo back; raises as :meth:`undo` does."""
        with self._locked():
            refuse_newer(self.path)
            passed = self._kept().redo(self._refuse_unreadable)
            return Restored(self._shows(), passed)

    @property
    def _made_of(self) -> Path:
        return self.draft.with_name(f"{self.draft.name}.base")

    def _example(self) -> bytes:
        return catalogue_text({"format": FORMAT, "shows": [EXAMPLE]})

    def _shows(self) -> int:
        return shows_in(self.path, files.read(self.path) or EMPTY_CATALOGUE)

    def _refuse_unreadable(self, data: bytes) -> None:
        shows_in(self.path, data)

    def _replace(self, data: bytes) -> None:
        self._kept().replace(data)

    def _kept(self) -> Versions:
        return Versions(self.path, self.versions, EMPTY_CATALOGUE)

    def _locked(self) -> AbstractContextManager[None]:
        return files.locked(self.lock, self.lock_seconds)
