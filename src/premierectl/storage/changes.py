"""The file of what the refreshes saw change, the newest last."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Struct

from premierectl.changes import Change
from premierectl.model import write_value
from premierectl.storage import files
from premierectl.storage.json_file import decoded, to_change

KEPT_REFRESHES: Final = 100
MOST_CHANGES: Final = 10_000
_EMPTY: Final = b'{"format": 1, "refreshes": []}'


class Refresh(Struct, frozen=True):
    """A refresh: its instant (UTC) and what it saw change."""

    when: Annotated[datetime, Meta(tz=True)]
    changes: tuple[Change, ...]


class _ChangesFile(Struct):
    format: int
    refreshes: tuple[Refresh, ...]


def load_changes(path: Path) -> tuple[Refresh, ...]:
    """The refreshes in this file; none where there is no file.

    Of those that saw nothing change only the last is there. Raises :class:`BadFileError` with
    line and column for what is no such file.
    """
    data = files.read(path)
    return () if data is None else decoded(path, data, _ChangesFile).refreshes


def append(path: Path, when: datetime, changes: Sequence[Change]) -> None:
    """Remember what a refresh saw change at ``when`` (UTC); the caller holds the file's lock.

    The last 100 refreshes and 10,000 changes are kept; of more changes in one refresh, shows that
    are new are the first to go, then what stands last. Raises :class:`BadFileError` for a file that
    cannot be read, that has a newer format, or that writing back would lose something of.
    """
    import json  # noqa: PLC0415 - only for a change

    load_changes(path)
    document: dict[str, Any] = to_change(path, _EMPTY).value
    seen = msgspec.to_builtins(_most_telling(changes), enc_hook=write_value)
    instant = when.astimezone(UTC).isoformat().replace("+00:00", "Z")
    told = [refresh for refresh in document["refreshes"] if refresh["changes"]]
    document["refreshes"] = _newest([*told, {"when": instant, "changes": seen}])
    files.replace(path, (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode())


def _most_telling(changes: Sequence[Change]) -> list[Change]:
    if len(changes) <= MOST_CHANGES:
        return list(changes)
    return sorted(changes, key=lambda change: change.kind == "new show")[:MOST_CHANGES]


def _newest(refreshes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The newest of them that together stay within the bounds."""
    kept, count = list[dict[str, Any]](), 0
    for refresh in reversed(refreshes[-KEPT_REFRESHES:]):
        count += len(refresh["changes"])
        if count > MOST_CHANGES:
            break
        kept.insert(0, refresh)
    return kept
