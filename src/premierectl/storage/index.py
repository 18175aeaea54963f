"""The index of a large live layer: derived from its file, deletable, never the only copy."""

import contextlib
from pathlib import Path

from premierectl.catalogue.layer import Layer
from premierectl.errors import PremierectlError
from premierectl.storage.catalogue import is_large, load_layer


def build(live: Path, index: Path) -> None:
    """Have an index of this live layer, if it is so large that one helps; else have none.

    Where none can be made or the layer is broken there is none, and nothing is raised.
    """
    with contextlib.suppress(PremierectlError, OSError):
        if is_large(live):
            load_indexed("live", live, index)
        else:
            index.unlink(missing_ok=True)


def read_layer(name: str, path: Path, index: Path | None = None) -> Layer | None:
    """The layer in this file; a large one by its ``index``, which is made where it is missing."""
    if index is not None and is_large(path):
        return load_indexed(name, path, index)
    return load_layer(name, path)


def load_indexed(name: str, path: Path, index: Path) -> Layer | None:
    """The layer in this file by its index, which is made anew where it is not this file's.

    Raises as :func:`premierectl.storage.catalogue.load_layer` does.
    """
    try:
        from premierectl.storage.index_reader import opened  # noqa: PLC0415 - imports sqlite3
    except ImportError:  # a Python without SQLite
        return load_layer(name, path)
    layer = opened(name, path, index)
    if layer is None:
        from premierectl.storage.index_writer import indexed  # noqa: PLC0415 - seldom

        return indexed(name, path, index)
    return layer
