"""The JSON file that was the live layer before there was a live store; and what of it is usable."""

from collections.abc import Iterable, Mapping
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
