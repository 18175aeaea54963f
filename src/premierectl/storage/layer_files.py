"""The layers of the catalogue, each from its file; SQLite is loaded only where there is a live store."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from premierectl.catalogue.layer import Layer
from premierectl.storage.catalogue import load_layer

if TYPE_CHECKING:
    from premierectl.changes import Refresh
    from premierectl.storage.live_store import LiveStore

Complain = Callable[[str], None]

_STORE: Final = ".sqlite"


def load_layers(files: Iterable[tuple[str, Path]], complain: Complain) -> list[Layer]:
    """The layers that are there; why a live store has to be left out is a complaint.

    Raises :class:`BadFileError` for a JSON file that cannot be read.
    """
    found: list[Layer | None] = [
        live_store(path, complain) if path.suffix == _STORE else load_layer(name, path)
        for name, path in files
    ]
    return [layer for layer in found if layer is not None]


def live_store(path: Path, complain: Complain) -> "LiveStore | None":
    """The live store in this file; null, with a complaint, where there is none that can be used."""
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises where a folder is closed to us
        return None
    try:
        from premierectl.storage.live_store import opened  # noqa: PLC0415 - imports sqlite3
    except ImportError:
        complain(f"{path} cannot be read: this Python has no SQLite")
        return None
    return opened(path, complain)


def live_file(store: Path, first: Path) -> Path:
    """The live store's file; while no refresh has made it, that of an earlier premierectl."""
    there = [path for path in (store, first) if os.path.exists(path)]  # noqa: PTH110 - as above
    return next(iter(there), store)


def refreshes(store: Path, first: Path) -> "Sequence[Refresh]":
    """The refreshes that there were and what each saw change, the newest last.

    Before there is a live store they stand in the ``first`` file; raises :class:`BadFileError`
    where that cannot be read.
    """
    if os.path.exists(store):  # noqa: PTH110 - as above
        live = live_store(store, lambda _: None)
        return live.refreshes() if live else ()
    from premierectl.storage.changes import load_changes  # noqa: PLC0415 - seldom

    return load_changes(first)
