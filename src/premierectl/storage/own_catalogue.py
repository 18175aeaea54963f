"""The user's own layer: a season stated in it, or the file edited as a draft."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from msgspec import Struct

from premierectl.catalogue.entry import EXAMPLE, with_entry
from premierectl.catalogue.model import FORMAT
from premierectl.errors import LockedError
from premierectl.storage import files
from premierectl.storage.catalogue import EMPTY, document_to_change, written
from premierectl.storage.versions import Versions


class Draft(Struct, frozen=True):
    """The own catalogue while it is edited: the draft's file, and what it started from."""

    path: Path
    base: bytes | None
    resumed: bool


class OwnCatalogue(Struct, frozen=True):
    """The own catalogue's file with all that a change of it needs."""

    path: Path
    draft: Path
    versions: Path
    lock: Path
    lock_seconds: float

    def state(self, entry: Mapping[str, Any]) -> None:
        """Put this entry into the catalogue; all else in it stays."""
        with self._locked():
            self._replace(written(with_entry(document_to_change(self.path), entry)))

    def open_draft(self) -> Draft:
        """A draft to edit: of the catalogue, of an example where there is none, or one left over."""
        base = files.read(self.path)
        if self.draft.exists():
            return Draft(self.draft, base, resumed=True)
        files.replace(self.draft, self._example() if base is None else base)
        return Draft(self.draft, base, resumed=False)

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
        draft.path.unlink(missing_ok=True)
        return changed

    def _example(self) -> bytes:
        return written({"format": FORMAT, "shows": [EXAMPLE]})

    def _replace(self, data: bytes) -> None:
        Versions(self.path, self.versions, EMPTY).replace(data)

    def _locked(self) -> AbstractContextManager[None]:
        return files.locked(self.lock, self.lock_seconds)
