"""The live store as a layer: one SQLite file, opened read-only, asked for no more than is wanted.

What replaces the file is not seen by who has it open: a refresh beside it never changes an answer
half-way.
"""

import itertools
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import msgspec
from msgspec import Raw

from premierectl.catalogue.layer import Entry, Head, Number, Skipped, Window
from premierectl.changes import Change, Refresh
from premierectl.model import Network, read_value
from premierectl.storage.live_names import NETWORKS, genres_of, network_name
from premierectl.storage.live_schema import VERSION, number_key

# What a damaged or foreign file may lead to.
BAD_STORE: Final = (
    sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError,
)  # fmt: skip
_DAMAGED: Final = "is damaged; premierectl catalogue refresh makes it anew"
_NEWER: Final = "was written by a newer premierectl, which can read it"
_REFUSED: Final = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)
_RELEASE: Final = "SELECT place FROM release WHERE"
_PLACES_NAMED: Final = "SELECT place FROM name WHERE "
_SHOW: Final = "SELECT place, written FROM show "
_SAID: Final = (
    "SELECT number, at, said FROM refresh LEFT JOIN change ON number = refresh "
    "ORDER BY number, change.rowid"
)

_AT_ONCE: Final = 500

StoreQuestion = tuple[str, tuple[object, ...]]
Value = TypeVar("Value")


def opened(path: Path, complain: Callable[[str], None]) -> "LiveStore | None":
    """The store in this file, to be read; null where it cannot be used, which is said.

    What proves damaged later is said then.
    """
    if not path.is_file():  # SQLite would wait for whoever writes into a pipe
        complain(f"{path} cannot be read: is not a regular file")
        return None
    try:
        connection = _connected(path)
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
        connection.execute("SELECT place FROM show LIMIT 1").fetchall()
    except sqlite3.Error as error:
        complain(
            f"{path} {'cannot be read' if error.sqlite_errorcode & 0xFF in _REFUSED else _DAMAGED}"
        )
        return None
    store = LiveStore(path, connection, complain)
    if version != VERSION:
        complain(f"{path} {_NEWER if version > VERSION else _DAMAGED}")
        return None
    return store


def _connected(path: Path) -> sqlite3.Connection:
    if os.name == "nt":  # pragma: no cover - there, a file that is open could not be replaced
        connection = sqlite3.connect(":memory:")
        connection.deserialize(path.read_bytes())
        return connection
    # The file is only ever replaced whole, so there is neither a lock nor a journal to look for.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


class LiveStore:
    """A layer and its index; where its file proves damaged, that is said once and left out."""

    name: Final = "live"
    networks: tuple[Network, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __init__(
        self, path: Path, connection: sqlite3.Connection, complain: Callable[[str], None]
    ) -> None:
        self.file = str(path)
        self._connection, self._complain = connection, complain

    def __del__(self) -> None:
        self._connection.close()

    @property
    def index(self) -> Self:
        """What it can be asked for without reading it all."""
        return self

    @property
    def as_of(self) -> date | None:
        """The day (UTC) up to which what is coming was asked for."""
        return self.about("as_of", date)

    @property
    def entries(self) -> list[Entry]:
        """All of them."""
        return self._entries("")

    def related(self, ids: Collection[str], numbers: Collection[Number]) -> Iterable[Entry]:
        """The entries with one of these ids or numbers."""
        return self._found(
            *_one_of("SELECT place FROM show WHERE id IN", "CAST(? AS TEXT)", map(_bytes, ids)),
            *_one_of("SELECT place FROM number WHERE number IN", "?", map(number_key, numbers)),
        )

    def named(self, names: Collection[str]) -> Iterable[Entry]:
        """The entries with one of these folded names, without a leading article, or shortened."""
        short = "UNION SELECT place FROM short WHERE text = ?1"
        words = f"{_PLACES_NAMED} text = ?1 OR bare = ?1 {short}"
        return self._found(*((words, (_bytes(name),)) for name in names))

    def starting(self, start: str) -> Iterable[Entry]:
        """The entries with a folded name of this start, a leading article left out or not."""
        text = _bytes(start)
        words = "text >= ?1 AND text < ?2 OR bare >= ?1 AND bare < ?2"
        return self._found((_PLACES_NAMED + words, (text, text + b"\xff")))

    def beginning(self, text: str, most: int) -> Iterable[Entry]:
        """Entries with a folded name in which a word begins so; of very many some.

        The first and the last of those whose name begins so are among them.
        """
        start = _bytes(text)
        words = (f"{_PLACES_NAMED}instr(text, ?1) LIMIT ?2", (b" " + start, most))
        return self._found(*_starting_some(start, most), words)

    def holding(self, pieces: Collection[str]) -> Iterable[Entry]:
        """The entries with a folded name that holds all these pieces."""
        words = " AND ".join(["instr(text, ?)"] * len(pieces) or ["1"])
        values = tuple(map(_bytes, pieces))
        return self._found((_PLACES_NAMED + words, values))

    def coming(self, window: Window) -> Iterable[Entry]:
        """The entries of which a release stands in the window, or may."""
        days = (window.first.toordinal(), window.last.toordinal())
        questions = [
            f"{_RELEASE} first = last AND first BETWEEN ?1 AND ?2",
            f"{_RELEASE} first < last AND last >= ?1 AND first <= ?2",
        ]
        if not window.networks:
            return self._found(*((words, days) for words in questions))
        of_each = itertools.product(questions, window.networks)
        return self._found(
            *((f"{words} AND network = ?3", (*days, network)) for words, network in of_each)
        )

    def spoken(self) -> Iterable[str]:
        """Every folded name of what is not hidden."""
        rows = self._rows("SELECT CAST(text AS TEXT) FROM name")
        return [text for (text,) in rows]

    def network_names(self) -> Iterable[str]:
        """The networks of what has a date, as a show of theirs names them, else folded."""
        rows = self._rows(NETWORKS)
        return self._believed(lambda: [network_name(*row) for row in rows], [])

    def genre_names(self) -> Iterable[str]:
        """Every genre; all shows are read for it, one at a time."""
        return self._believed(
            lambda: genres_of(self._connection.execute("SELECT written FROM show")), ()
        )

    def about(self, what: str, kind: type[Value]) -> Value | None:
        """What is said of the layer as a whole; null where nothing is."""
        rows = self._rows("SELECT said FROM about WHERE what = ?", what)
        return self._believed(
            lambda: next((msgspec.json.decode(said, type=kind) for (said,) in rows), None), None
        )

    def refreshes(self) -> tuple[Refresh, ...]:
        """The refreshes and what each saw change, the newest last."""
        return self._believed(lambda: _refreshes(self._rows(_SAID)), ())

    def _found(self, *questions: StoreQuestion) -> list[Entry]:
        found: set[int] = {
            place for words, values in questions for (place,) in self._rows(words, *values)
        }
        places = self._believed(lambda: sorted(found), list[int]())
        asked = _one_of("WHERE place IN", "?", places)
        return [entry for words, values in asked for entry in self._entries(words, *values)]

    def _entries(self, where: str, *values: object) -> list[Entry]:
        rows = self._rows(f"{_SHOW} {where} ORDER BY place", *values)
        return self._believed(
            lambda: [
                Entry(msgspec.json.decode(written, type=Head), Raw(written), place)
                for place, written in rows
            ],
            [],
        )

    def _rows(self, words: str, *values: object) -> list[Any]:
        return self._believed(lambda: self._connection.execute(words, values).fetchall(), [])

    def _believed(self, answer: Callable[[], Value], nothing: Value) -> Value:
        """What the file answers; nothing where it proves damaged, which is said the first time."""
        try:
            return answer()
        except BAD_STORE:
            self._complain(f"{self.file} {_DAMAGED}")
            self._complain = _say_no_more
            return nothing


def _one_of(words: str, sign: str, values: Iterable[object]) -> Iterator[StoreQuestion]:
    """Questions for any of these values, in their order, no more at once than SQLite takes."""
    rest = tuple(values)
    while rest:
        some, rest = rest[:_AT_ONCE], rest[_AT_ONCE:]
        yield f"{words} ({', '.join([sign] * len(some))})", some


def _starting_some(start: bytes, most: int) -> Iterator[StoreQuestion]:
    """Questions for names of this start, with an article or without: the first of them, and the last."""
    for name, (order, count) in itertools.product(("text", "bare"), (("", most), ("DESC", 1))):
        range_of = f"{name} >= ?1 AND {name} < ?2 ORDER BY {name} {order} LIMIT ?3"
        yield _PLACES_NAMED + range_of, (start, start + b"\xff", count)


def _bytes(text: str) -> bytes:
    """The text as it is compared; what a terminal sent that is no text is like nothing."""
    return text.encode("utf-8", "surrogatepass")


def _refreshes(rows: list[Any]) -> tuple[Refresh, ...]:
    found = dict[int, tuple[datetime, list[Change]]]()
    for number, at, said in rows:
        _, changes = found.setdefault(number, (datetime.fromisoformat(at), []))
        if said is not None:
            changes.append(msgspec.json.decode(said, type=Change, dec_hook=read_value))
    return tuple(Refresh(when, tuple(changes)) for when, changes in found.values())


def _say_no_more(_: str) -> None:
    """It is said once."""
