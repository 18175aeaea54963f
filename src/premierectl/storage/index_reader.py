"""Asking a live layer's index; nothing in it is believed that does not fit the layer's file."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from io import FileIO
from pathlib import Path
from typing import Final, TypeVar, overload

import msgspec
from msgspec import Raw

from premierectl.catalogue.layer import Entry, Head, Index, Layer, Number
from premierectl.regular_file import opener
from premierectl.storage.catalogue import layer_of
from premierectl.storage.index_schema import (
    INDEXES,
    TABLES,
    About,
    file_identity,
    names,
    number_key,
)

# What a damaged or foreign file may lead to.
_BAD: Final = (
    sqlite3.Error, msgspec.MsgspecError, OSError, ValueError, TypeError, OverflowError, RecursionError,
)  # fmt: skip
_ENTRY: Final = "SELECT place, id, start, length FROM entry"
_OF_NUMBER: Final = f"{_ENTRY} JOIN number USING (place) WHERE number = ?"
_OF_SHORT: Final = f"{_ENTRY} WHERE place IN (SELECT place FROM short WHERE"  # noqa: S608 - as below
_OF_NAME: Final = f"{_ENTRY} WHERE place IN (SELECT place FROM name WHERE"  # noqa: S608 - fixed text

Query = tuple[str, tuple[object, ...]]
Believed = TypeVar("Believed")


def opened(name: str, path: Path, index: Path) -> Layer | None:
    """The layer in this file by its index; ``None`` where that is not there, not its, or damaged."""
    try:
        file = FileIO(path, opener=opener)
    except OSError:
        return None
    with contextlib.ExitStack() as stack:
        stack.enter_context(file)
        try:
            status = os.fstat(file.fileno())
            os.close(opener(str(index), os.O_RDONLY))  # a pipe would wait for its writer
            connection = sqlite3.connect(
                f"{index.absolute().as_uri()}?mode=ro&immutable=1", uri=True
            )
            stack.callback(connection.close)
            shows, about = _about(connection, file_identity(status))
        except _BAD:
            return None
        stack.pop_all()
    entries = LiveIndex(name, path, index, file, connection, shows)
    return Layer(name, str(path), entries, about.as_of, about.networks, about.skipped)


class LiveIndex(Index):
    """The entries of a live layer by its index.

    They are read from the file to which the index belongs, which stays open: what replaces it is
    not seen. Once the index proves wrong it is deleted, and every answer comes from the whole file.
    """

    def __init__(
        self,
        name: str,
        path: Path,
        index: Path,
        file: FileIO,
        connection: sqlite3.Connection,
        shows: int,
    ) -> None:
        self._name, self._path, self._index = name, path, index
        self._file, self._connection, self._shows = file, connection, shows
        self._size = os.fstat(file.fileno()).st_size
        self._whole: tuple[Entry, ...] | None = None
        self._wrong = False

    def __del__(self) -> None:
        self._connection.close()
        self._file.close()

    def __len__(self) -> int:
        return len(self._all()) if self._wrong else self._shows

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._all())

    def related(self, ids: Collection[str], numbers: Collection[Number]) -> Iterable[Entry]:
        """The entries with one of these ids or numbers."""
        by_id = [(f"{_ENTRY} WHERE id = ?", (each,)) for each in ids]
        by_number = [(_OF_NUMBER, (number_key(each),)) for each in numbers]
        found = self._found(*by_id, *by_number)
        return _related(self._all(), ids, numbers) if found is None else found

    def named(self, names: Collection[str]) -> Iterable[Entry]:
        """The entries that go by one of these folded names, short or not, with an article or not."""
        texts = [name.encode() for name in names]
        full = [(f"{_OF_NAME} text = ?1 OR bare = ?1)", (text,)) for text in texts]
        return self._at_least(*full, *((f"{_OF_SHORT} text = ?1)", (text,)) for text in texts))

    def starting(self, start: str) -> Iterable[Entry]:
        """The entries with a folded name of this start, a leading article left out or not."""
        text = start.encode()
        words = f"{_OF_NAME} text >= ?1 AND text < ?2 OR bare >= ?1 AND bare < ?2)"
        return self._at_least((words, (text, text + b"\xff")))

    def holding(self, pieces: Collection[str]) -> Iterable[Entry]:
        """The entries with a folded name that holds all these pieces."""
        words = " AND ".join(["instr(text, ?)"] * len(pieces))
        return self._at_least((f"{_OF_NAME} {words})", tuple(piece.encode() for piece in pieces)))

    def spoken(self) -> Iterable[tuple[int, str, str]]:
        """Every folded name of what is not hidden: the entry's place and id, and the name."""
        words = "SELECT place, id, text FROM name JOIN entry USING (place) ORDER BY name.rowid"

        def answer() -> list[tuple[int, str, str]]:
            rows = self._connection.execute(words).fetchall()
            checked = msgspec.convert(rows, list[tuple[int, str, bytes]])
            return [(place, show_id, text.decode()) for place, show_id, text in checked]

        found = self._believed(answer)
        return _spoken(self._all()) if found is None else found

    def _at_least(self, *questions: Query) -> Iterable[Entry]:
        found = self._found(*questions)
        return self._all() if found is None else found

    def _found(self, *questions: Query) -> list[Entry] | None:
        """What the questions find, in the order of the file; ``None`` where all must be looked at."""

        def answer() -> list[Entry] | None:
            rows = {row for words in questions for row in self._connection.execute(*words)}
            if len(rows) > self._shows // 2:  # reading all at once takes less than one by one
                return None
            checked = msgspec.convert(sorted(rows), list[tuple[int, str, int, int]])
            return [self._entry(*row) for row in checked]

        return self._believed(answer)

    def _believed(self, answer: Callable[[], Believed]) -> Believed | None:
        """What the index answers; ``None`` where it was found to be wrong, now or before."""
        if not self._wrong:
            try:
                return answer()
            except _BAD:
                self._distrust()
        return None

    def _entry(self, place: int, show_id: str, start: int, length: int) -> Entry:
        if not 0 <= start <= start + length <= self._size:
            raise ValueError(show_id)
        self._file.seek(start)
        written = self._file.read(length)
        head = msgspec.json.decode(written, type=Head)
        if head.id != show_id:
            raise ValueError(show_id)
        return Entry(head, Raw(written), place)

    def _all(self) -> tuple[Entry, ...]:
        if self._whole is None:
            self._file.seek(0)
            layer = layer_of(self._name, self._path, self._file.read())
            self._whole = tuple(layer.entries)
        return self._whole

    def _distrust(self) -> None:
        self._wrong = True
        with contextlib.suppress(OSError):
            self._index.unlink()


def _about(connection: sqlite3.Connection, wanted: str) -> tuple[int, About]:
    """How many shows the layer has, and what it says beside them; raises for another's index."""
    tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if sorted(tables) != sorted((words,) for words in (*TABLES, *INDEXES)):
        raise ValueError(wanted)
    ((owner, shows, about),) = connection.execute(
        "SELECT identity, shows, about FROM layer LIMIT 2"
    )
    if owner != wanted or not isinstance(shows, int):
        raise ValueError(wanted)
    return shows, msgspec.json.decode(about, type=About)


def _related(
    entries: Iterable[Entry], ids: Collection[str], numbers: Collection[Number]
) -> Iterator[Entry]:
    for entry in entries:
        if entry.head.id in ids or any(number in numbers for number in entry.head.numbers):
            yield entry


def _spoken(entries: Iterable[Entry]) -> Iterator[tuple[int, str, str]]:
    for entry in entries:
        for text in names(entry.head):
            yield entry.index, entry.head.id, text
