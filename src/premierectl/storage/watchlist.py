"""The watchlist file: one entry a line, sorted, with what it holds besides kept."""

from collections.abc import Callable, Container, Iterable, Mapping
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from premierectl.errors import ConflictError
from premierectl.followed_line import FollowedLine
from premierectl.model import read_value, write_value
from premierectl.reminders import with_reminder
from premierectl.storage import files
from premierectl.storage.json_file import decoded, refuse_format, to_change, writable_source
from premierectl.watchlist import Reminder, Watchlist

if TYPE_CHECKING:
    from premierectl.storage.versions import Versions

EMPTY_WATCHLIST: Final = b'{\n  "format": 1,\n  "shows": []\n}\n'
_WAY_ON: Final = "premierectl watchlist merge --conflict unites them"
# What makes two entries the same.
_SAME_BY: Final = {FollowedLine: ("id", "season", "part"), Reminder: ("text",)}


class _WatchlistFile(msgspec.Struct):
    format: int
    shows: tuple[FollowedLine, ...]
    reminders: tuple[Reminder, ...] = ()


def load_watchlist(path: Path) -> Watchlist:
    """The watchlist in this file; an empty one where there is no file.

    Raises :class:`BadFileError` with line and column for what is no watchlist.
    """
    data = files.read(path)
    return Watchlist() if data is None else watchlist_in(path, data)


def watchlist_in(path: Path, data: bytes) -> Watchlist:
    """The watchlist that the content of this file is; raises as :func:`load_watchlist` does."""
    document = _decoded_file(path, data)
    return Watchlist(document.shows, document.reminders)


def refuse_unreadable(path: Path, data: bytes) -> None:
    """Raise :class:`BadFileError` for what is no watchlist, or one of a newer format."""
    refuse_format(path, {"format": _decoded_file(path, data).format})


def change(versions: "Versions", decide: Callable[[Watchlist], Watchlist]) -> Watchlist:
    """Read again, decide, write what is new; the caller holds the lock. Return what now holds.

    A file of a newer format, and one that writing back would lose something of, is refused with
    :class:`BadFileError`.
    """
    path = versions.path
    before = load_watchlist(path)
    document: dict[str, Any] = to_change(path, EMPTY_WATCHLIST).value
    after = decide(before)
    if after != before:
        versions.replace(_written(document, after))
    return after


def written_watchlist(path: Path, data: bytes) -> dict[str, Any]:
    """The document that the content of this file is, each entry in the form in which it is written.

    Raises :class:`BadFileError` for what is no watchlist or cannot be written back whole, and
    :class:`NewerFormatError`.
    """
    document: dict[str, Any] = writable_source(path, data).value
    return document | _lists_of(document, watchlist_in(path, data))


def earlier_watchlist(path: Path, data: bytes) -> dict[str, Any]:
    """The same of what will not be written back, at once; raises as :func:`refuse_unreadable` does."""
    document = decoded(path, data, dict[str, Any])
    refuse_format(path, document)
    return document | _lists_of(document, watchlist_in(path, data))


def watchlist_bytes(document: Mapping[str, Any]) -> bytes:
    """The content of a watchlist's file; the entries of the document may stand in any order."""
    read = msgspec.convert(document, _WatchlistFile, dec_hook=read_value)
    return _written(
        document, reduce(with_reminder, read.reminders, Watchlist().with_all(read.shows))
    )


def _decoded_file(path: Path, data: bytes) -> _WatchlistFile:
    try:
        return decoded(path, data, _WatchlistFile)
    except ConflictError as conflict:
        raise ConflictError(conflict.path, conflict.line, _WAY_ON) from None


def _written(document: Mapping[str, Any], watchlist: Watchlist) -> bytes:
    import json  # noqa: PLC0415 - only for a change

    def line(fields: dict[str, Any]) -> str:
        return f"    {json.dumps(fields, ensure_ascii=False)}"

    texts = {
        key: "[\n" + ",\n".join(map(line, entries)) + "\n  ]" if entries else "[]"
        for key, entries in _lists_of(document, watchlist).items()
    }
    rest = {key: json.dumps(value, ensure_ascii=False) for key, value in document.items()}
    fields = [f"  {json.dumps(key)}: {text}" for key, text in {**rest, **texts}.items()]
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _lists_of(document: Mapping[str, Any], watchlist: Watchlist) -> dict[str, list[dict[str, Any]]]:
    """The lists of a watchlist, with what else the document says in them."""
    listed = {
        "shows": _as_written(FollowedLine, document["shows"], watchlist.entries),
        "reminders": _as_written(Reminder, document.get("reminders", ()), watchlist.reminders),
    }
    return {key: entries for key, entries in listed.items() if entries or key in document}


def _as_written(
    kind: type[FollowedLine] | type[Reminder],
    written: Iterable[dict[str, Any]],
    entries: Iterable[FollowedLine | Reminder],
) -> list[dict[str, Any]]:
    """The fields of each entry, with what else stands in it as it is written."""
    stood: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for fields in written:
        stood.setdefault(tuple(map(fields.get, _SAME_BY[kind])), []).append(fields)
    ours = frozenset(kind.__struct_fields__)
    made = []
    for fields in map(_fields, entries):
        # Lines that mean the same stand in the same order: each keeps what it holds besides.
        same = stood.get(tuple(map(fields.get, _SAME_BY[kind])))
        made.append(_with_the_rest(fields, same.pop(0) if same else {}, ours))
    return made


def _with_the_rest(
    fields: dict[str, Any], before: dict[str, Any], ours: Container[str]
) -> dict[str, Any]:
    """An entry with what else stood in it, among its numbers, too; what it no longer says is gone."""
    ids = {**(before.get("ids") or {}), **fields.get("ids", {})}
    kept = {key: value for key, value in before.items() if key in fields or key not in ours}
    return {**kept, **fields, **({"ids": ids} if ids else {})}


def _fields(entry: FollowedLine | Reminder) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(entry, enc_hook=write_value)
    return fields
