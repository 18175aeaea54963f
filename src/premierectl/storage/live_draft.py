"""Changing the live store: what is done with a draft is seen all at once when it is kept."""

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import msgspec
from msgspec import Struct

from premierectl.catalogue.layer import Head
from premierectl.changes import Change, Refresh
from premierectl.errors import BadFileError, NewerFormatError
from premierectl.model import Show, read_value, write_value
from premierectl.storage import files, live
from premierectl.storage.changes import load_changes
from premierectl.storage.live_schema import PARTS, TABLES, VERSION, parts_of, store_key
from premierectl.storage.live_store import BAD_STORE

# So long changes are remembered of what is followed, and of all else; and no more than so many.
KEPT_OF_FOLLOWED: Final = timedelta(days=366)
KEPT_OF_OTHERS: Final = timedelta(days=31)
MOST_CHANGES: Final = 10_000
_NOT_ASKED: Final[Mapping[object, datetime]] = {}
_TOLD: Final = "SELECT rowid, said FROM change"
# The tables of answers, and of when a show was asked for, by its number or the words for it.
Remembered = Literal["answer", "asked"]
Recalled = TypeVar("Recalled")
_TELL: Final = "INSERT INTO change VALUES (?, ?)"


class _ToldChange(Struct):
    """What of a change tells how long it is kept."""

    when: datetime
    show_id: str
    kind: str


class LiveDraft:
    """The live store in memory, to be changed; the caller holds the lock of its file.

    Where there is no store yet it begins with what the files of the first format hold, but for the
    ``unread``, the ids of shows that no command could read; a ``complaint`` is why earlier changes
    stay where they are. The files are put aside when it is kept, as is a store that is damaged.
    """

    def __init__(self, path: Path, *, first_layer: Path, first_changes: Path) -> None:
        """Raise :class:`BadFileError` for a first layer that cannot be read, or a newer store."""
        self._path, self._first = path, (first_layer, first_changes)
        self.complaint: str | None = None
        self.unread = list[str]()
        data = files.read(path)
        stored = None if data is None else _stored(path, data)
        self._damaged = data is not None and stored is None
        self._connection = stored or _empty()
        if stored is None:
            self._take_over()

    def shows(self) -> list[dict[str, Any]]:
        """The shows of the layer as plain JSON, in their order."""
        rows = self._connection.execute("SELECT written FROM show ORDER BY place")
        return [msgspec.json.decode(written) for (written,) in rows]

    def put(
        self, shows: Iterable[Mapping[str, Any]], asked: Mapping[object, datetime] = _NOT_ASKED
    ) -> None:
        """Let these be the shows; ``asked`` tells by TVmaze number when one was asked for (UTC).

        Every command can read them all. A show that is there already keeps its place.
        """
        rows = self._connection.execute("SELECT key, place, id, asked, written FROM show")
        stood = {
            key: (place, show_id, when, written) for key, place, show_id, when, written in rows
        }
        changed, last = [], max((place for place, *_ in stood.values()), default=0)
        for show in shows:
            head, written = msgspec.convert(show, Head), msgspec.json.encode(show)
            key, number = store_key(head), head.ids.tvmaze if head.ids else None
            place, _, when, before = stood.pop(key, (last + 1, None, None, None))
            last, when = max(last, place), _written_instant(asked.get(number)) or when
            if before == written:
                self._connection.execute("UPDATE show SET asked = ? WHERE key = ?", (when, key))
            else:
                changed.append((place, key, head, when, written))
        self._remove([place for place, *_ in (*stood.values(), *changed)])
        for place, key, head, when, written in changed:
            self._add(place, key, head, when, written)

    def say(self, what: str, said: object) -> None:
        """Let this be said of the layer as a whole."""
        words = "INSERT OR REPLACE INTO about VALUES (?, ?)"
        self._connection.execute(words, (what, msgspec.json.encode(said)))

    def remember(self, table: Remembered, found: Mapping[str, object]) -> None:
        """Let this be known of answers, by their addresses, or of when a show was asked for."""
        rows = ((key, msgspec.json.encode(said)) for key, said in found.items())
        self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)  # noqa: S608 - fixed

    def remembered(self, table: Remembered, kind: type[Recalled]) -> dict[str, Recalled]:
        """What is known of that; nothing where it is no longer understood."""
        rows = self._connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - as above
        try:
            return {key: msgspec.json.decode(said, type=kind) for key, said in rows}
        except BAD_STORE:
            return {}

    def about(self, what: str, kind: type[Recalled]) -> Recalled | None:
        """What is said of the layer as a whole; null where nothing is."""
        rows = self._connection.execute("SELECT said FROM about WHERE what = ?", (what,))
        return next((msgspec.json.decode(said, type=kind) for (said,) in rows), None)

    def keys(self, coming_from: date | None = None) -> set[str]:
        """What its shows are kept under, ``tvmaze:1``: all, or those with a release from that day on."""
        words = "SELECT key FROM show"
        if coming_from is None:
            return {key for (key,) in self._connection.execute(words)}
        words += " WHERE place IN (SELECT place FROM release WHERE last >= ?)"
        return {key for (key,) in self._connection.execute(words, (coming_from.toordinal(),))}

    def asked(self) -> frozenset[int]:
        """The TVmaze numbers of the shows that were asked for by themselves."""
        rows = self._connection.execute("SELECT written FROM show WHERE asked IS NOT NULL")
        heads = (msgspec.json.decode(written, type=Head) for (written,) in rows)
        return frozenset(head.ids.tvmaze for head in heads if head.ids and head.ids.tvmaze)

    def tell(
        self,
        when: datetime,
        changes: Sequence[Change],
        followed: Collection[str] | None = None,
    ) -> None:
        """Remember what the refresh of this instant (UTC) saw change; what it saw more is added.

        Of refreshes that saw nothing only the last is kept. Changes of the ``followed`` shows, by
        their ids, are kept for a year and of others for a month; where null, all for a year. There
        are no more than 10,000: other shows go first, of them those that are new, the oldest first.
        """
        run, at = self._connection.execute, _written_instant(when)
        known = run("SELECT number FROM refresh WHERE at = ?", (at,)).fetchone()
        if known is None:
            run("DELETE FROM refresh WHERE number NOT IN (SELECT refresh FROM change)")
            known = (run("INSERT INTO refresh (at) VALUES (?)", (at,)).lastrowid,)
        encoded = ((*known, msgspec.json.encode(each, enc_hook=write_value)) for each in changes)
        self._connection.executemany(_TELL, encoded)
        gone = _forgettable(run(_TOLD).fetchall(), when, followed)
        self._connection.executemany("DELETE FROM change WHERE rowid = ?", gone)
        words = "number NOT IN (SELECT refresh FROM change) AND number != ?"
        run(f"DELETE FROM refresh WHERE {words}", known)  # noqa: S608 - fixed

    def keep(self) -> None:
        """Put it in the place of the file, whole or not at all; raises as ``files.replace``."""
        self._connection.commit()
        if self._damaged:
            _put_aside(self._path, ".damaged")
        files.replace(self._path, self._connection.serialize())
        for path in self._first:
            if not (self.complaint and path == self._first[1]):
                _put_aside(path, ".old")

    def close(self) -> None:
        """Let it go; what was not kept is gone."""
        self._connection.close()

    def _take_over(self) -> None:
        layer, changes = self._first
        shows, self.unread = live.usable(live.load_live(layer))
        self.put(shows)
        try:
            before = load_changes(changes)
        except BadFileError as error:
            self.complaint, before = error.message, tuple[Refresh, ...]()
        for refresh in before:
            self.tell(refresh.when, refresh.changes)

    def _remove(self, places: Iterable[int]) -> None:
        for place in places:
            for table in ("show", *PARTS):
                self._connection.execute(f"DELETE FROM {table} WHERE place = ?", (place,))  # noqa: S608 - fixed

    def _add(self, place: int, key: str, head: Head, asked: str | None, written: bytes) -> None:
        row = (place, key, head.id, asked, written)
        self._connection.execute("INSERT INTO show VALUES (?, ?, ?, ?, ?)", row)
        show = msgspec.json.decode(written, type=Show, dec_hook=read_value)
        for table, rows in parts_of(head, show).items():
            if rows:
                marks = ", ".join("?" * (len(rows[0]) + 1))
                words = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - fixed names
                self._connection.executemany(words, ((*each, place) for each in rows))


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    # The store of a few shows is small with small pages, and that of many no slower.
    for words in ("PRAGMA page_size = 1024", *TABLES, f"PRAGMA user_version = {VERSION}"):
        connection.execute(words)
    return connection


def _stored(path: Path, data: bytes) -> sqlite3.Connection | None:
    """The store that a file holds; null where it is damaged. Raises for one of a newer version."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data or b" ")  # of nothing Python makes a MemoryError
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
        if version > VERSION:
            raise NewerFormatError(str(path), version, VERSION)
        tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        whole = version == VERSION and sorted(tables) == sorted((words,) for words in TABLES)
        if whole and connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]:
            for (written,) in connection.execute("SELECT written FROM show"):
                msgspec.json.decode(written, type=Head)
            return connection
    except BAD_STORE:
        pass  # it is set aside
    connection.close()
    return None


def _put_aside(path: Path, ending: str) -> None:
    """Give a file another name; that it cannot be given one is no fault of what was kept."""
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ending))


def _written_instant(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(UTC).isoformat()


def _forgettable(
    told: Sequence[tuple[int, bytes]], when: datetime, followed: Collection[str] | None
) -> list[tuple[int]]:
    """The changes that are too old at this instant, and those that are too many."""
    kept = list[tuple[bool, bool, int]]()
    for row, said in told:
        change = msgspec.json.decode(said, type=_ToldChange)
        mine = followed is None or change.show_id in followed
        if when - change.when <= (KEPT_OF_FOLLOWED if mine else KEPT_OF_OTHERS):
            kept.append((mine, change.kind != "new show", row))
    last = {row for *_, row in sorted(kept)[max(0, len(kept) - MOST_CHANGES) :]}
    return [(row,) for row, _ in told if row not in last]
