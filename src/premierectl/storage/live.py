"""The live layer's file: written whole, one show a line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from premierectl.model import FORMAT, Show, read_value
from premierectl.storage import files
from premierectl.storage.catalogue import document_to_change


def load_live(path: Path) -> list[dict[str, Any]]:
    """The shows of the layer as plain JSON; none where there is no file.

    Raises :class:`BadFileError` for a file that cannot be read whole: it is never written over.
    """
    data = files.read(path)
    if data is None:
        return []
    try:
        document = msgspec.json.decode(data)
        if document["format"] == FORMAT and all(
            isinstance(each, dict) for each in document["shows"]
        ):
            shows: list[dict[str, Any]] = document["shows"]
            return shows
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TypeError, KeyError):
        pass  # said below, with its line
    return list(document_to_change(path)["shows"])


def usable(shows: Iterable[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[str]]:
    """The shows that every command can read, and the ids of those that none could."""
    good, bad = list[Mapping[str, Any]](), list[str]()
    for show in shows:
        try:
            msgspec.convert(show, Show, dec_hook=read_value)
            good.append(show)
        except (msgspec.ValidationError, ValueError):
            bad.append(str(show.get("id")))
    return good, bad


def encoded(shows: Sequence[Mapping[str, Any]], as_of: date, licence: str) -> bytes:
    """The layer of these shows, as known on this day (UTC), under a licence."""
    head = {"format": FORMAT, "as_of": as_of.isoformat(), "licence": licence}
    lines = b",\n".join(msgspec.json.encode(show) for show in shows)
    return msgspec.json.encode(head)[:-1] + b',"shows":[\n' + lines + b"\n]}\n"
