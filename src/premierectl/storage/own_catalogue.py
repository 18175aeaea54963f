"""The user's own layer: a season stated in it, or the file edited as a draft."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from msgspec import Struct

from premierectl.catalogue.edit import EXAMPLE, with_entry
from premierectl.errors import LockedError
from premierectl.model import FORMAT
from premierectl.storage import files
from premierectl.storage.catalogue import EMPTY_CATALOGUE, catalogue_text, document_to_change
from premierectl.storage.versions import Versions


class Draft(Struct, frozen=True):
    """The own catalogue while it is edited: the draft's file, and what it started from.

    ``older`` is where a draft is kept that was begun of another state of the catalogue.
    """

    path: Path
    base: bytes | None
    resumed: bool
    older: Path | None = None


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
            self._replace(catalogue_text(with_entry(document_to_change(self.path), entry)))

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

    @property
    def _made_of(self) -> Path:
        return self.draft.with_name(f"{self.draft.name}.base")

    def _example(self) -> bytes:
        return catalogue_text({"format": FORMAT, "shows": [EXAMPLE]})

    def _replace(self, data: bytes) -> None:
        Versions(self.path, self.versions, EMPTY_CATALOGUE).replace(data)

    def _locked(self) -> AbstractContextManager[None]:
        return files.locked(self.lock, self.lock_seconds)
