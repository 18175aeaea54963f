"""The watchlist file: one entry a line, sorted, with what it holds besides kept."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from premierectl.storage import files
from premierectl.storage.json_file import BAD, decoded, refuse_format, to_change
from premierectl.watchlist import FollowedLine, Watchlist

if TYPE_CHECKING:
    from premierectl.storage.versions import Versions

EMPTY_WATCHLIST: Final = b'{\n  "format": 1,\n  "shows": []\n}\n'
_KEY: Final = ("id", "season", "part")


class _WatchlistFile(msgspec.Struct):
    format: int
    shows: tuple[FollowedLine, ...]


def load_watchlist(path: Path) -> Watchlist:
    """The watchlist in this file; an empty one where there is no file.

    Raises :class:`BadFileError` with line and column for what is no watchlist.
    """
    data = files.read(path)
    return Watchlist() if data is None else Watchlist(decoded(path, data, _WatchlistFile).shows)


def refuse_newer(path: Path) -> None:
    """Raise :class:`NewerFormatError` for a file of a newer format; for one that is broken nothing."""
    with contextlib.suppress(*BAD):
        refuse_format(path, msgspec.json.decode(files.read(path) or EMPTY_WATCHLIST))


def refuse_unreadable(path: Path, data: bytes) -> None:
    """Raise :class:`BadFileError` for what is no watchlist, or one of a newer format."""
    refuse_format(path, {"format": decoded(path, data, _WatchlistFile).format})


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


def _written(document: dict[str, Any], watchlist: Watchlist) -> bytes:
    import json  # noqa: PLC0415 - only for a change

    stood: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for entry in document["shows"]:
        stood.setdefault(tuple(map(entry.get, _KEY)), []).append(entry)
    # Lines that mean the same stand in the same order: each keeps what it holds besides.
    before = (stood.get(entry.key) for entry in watchlist.entries)
    pairs = zip(before, watchlist.entries, strict=True)
    fields = [_with_the_rest(_fields(entry), same.pop(0) if same else {}) for same, entry in pairs]
    lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in fields)
    shows = f"[\n{lines}\n  ]" if lines else "[]"
    rest = [
        f"  {json.dumps(key)}: {shows if key == 'shows' else json.dumps(value, ensure_ascii=False)}"
        for key, value in document.items()
    ]
    return ("{\n" + ",\n".join(rest) + "\n}\n").encode()


def _with_the_rest(fields: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """A line with what else stood in it, among its numbers, too."""
    ids = {**(before.get("ids") or {}), **fields.get("ids", {})}
    return {**before, **fields, **({"ids": ids} if ids else {})}


def _fields(entry: FollowedLine) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(entry)
    return fields
