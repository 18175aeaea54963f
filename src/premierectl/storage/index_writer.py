"""Making the index of a live layer: beside its place, whole, then put there at once."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from premierectl.catalogue.layer import Entry, Head, Layer
from premierectl.errors import PremierectlError
from premierectl.folding import short_names, without_article
from premierectl.storage import files
from premierectl.storage.catalogue import layer_of, written_shows
from premierectl.storage.index_schema import (
    INDEXES,
    TABLES,
    About,
    file_identity,
    names,
    number_key,
)

_OLD_DRAFT: Final = 3600.0  # seconds


def indexed(name: str, path: Path, index: Path) -> Layer | None:
    """The layer in this file, read whole; its index is made unless something is in the way."""
    before = _identity(path)
    data = files.read(path)
    if data is None:
        return None
    layer = layer_of(name, path, data)
    if before is not None and before == _identity(path):
        with contextlib.suppress(PremierectlError, OSError, sqlite3.Error, msgspec.MsgspecError):
            _put(index, before, layer, data)
    return layer


def _identity(path: Path) -> str | None:
    try:
        return file_identity(path.stat())
    except OSError:
        return None


WrittenEntry = tuple[Entry, int, int]


def _put(index: Path, owner: str, layer: Layer, data: bytes) -> None:
    files.make_folder(index.parent)
    descriptor, name = tempfile.mkstemp(suffix=".new", prefix=f".{index.name}.", dir=index.parent)
    os.close(descriptor)
    draft = Path(name)
    try:
        pieces = list(_pieces(data, layer))
        with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            _fill(connection, owner, layer, pieces)
        _sync(draft)
        _sweep(draft, index)
        draft.replace(index)
    finally:
        draft.unlink(missing_ok=True)


def _pieces(data: bytes, layer: Layer) -> Iterator[WrittenEntry]:
    """Each entry with the start and the length of its JSON in the file.

    Raises :class:`msgspec.ValidationError` where two share an id, or the JSON of one alone says
    something else than the layer.
    """
    written = written_shows(data.removeprefix(b"\xef\xbb\xbf"))
    shows = [bytes(written[entry.index]) for entry in layer.entries]
    heads = [msgspec.json.decode(show, type=Head) for show in shows]
    if heads != [entry.head for entry in layer.entries] or len({head.id for head in heads}) < len(
        heads
    ):
        raise msgspec.ValidationError(layer.file)
    end = 0
    for entry, show in zip(layer.entries, shows, strict=True):
        start = data.index(show, end)  # the same bytes further up would do as well
        end = start + len(show)
        yield entry, start, len(show)


def _sync(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _fill(
    connection: sqlite3.Connection, owner: str, layer: Layer, pieces: list[WrittenEntry]
) -> None:
    for words in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", *TABLES, "BEGIN"):
        connection.execute(words)
    about = msgspec.json.encode(About(layer.as_of, layer.networks, layer.skipped))
    connection.execute("INSERT INTO layer VALUES (?, ?, ?)", (owner, len(pieces), about))
    connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?)",
        ((entry.index, entry.head.id, start, length) for entry, start, length in pieces),
    )
    entries = [entry for entry, _, _ in pieces]
    connection.executemany(
        "INSERT INTO number VALUES (?, ?)",
        ((number_key(each), entry.index) for entry in entries for each in entry.head.numbers),
    )
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", _name_rows(entries))
    connection.executemany("INSERT INTO short VALUES (?, ?)", _short_names(entries))
    for words in (*INDEXES, "COMMIT"):
        connection.execute(words)


def _name_rows(entries: list[Entry]) -> Iterator[tuple[int, bytes, bytes | None]]:
    for entry in entries:
        for text in names(entry.head):
            bare = without_article(text)
            yield entry.index, text.encode(), None if bare == text else bare.encode()


def _short_names(entries: list[Entry]) -> Iterator[tuple[int, bytes]]:
    for entry in entries:
        short = dict.fromkeys(each for text in names(entry.head) for each in short_names(text))
        yield from ((entry.index, each.encode()) for each in short)


def _sweep(draft: Path, index: Path) -> None:
    """Delete what builders left that were killed long before this draft was made."""
    latest = draft.stat().st_mtime - _OLD_DRAFT
    for other in index.parent.glob(f".{index.name}.*.new"):
        if other.stat().st_mtime < latest:
            other.unlink()
