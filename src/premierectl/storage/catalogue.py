"""Catalogue files: a layer is read with only as much decoding as every command needs."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct
from msgspec.json import Decoder

from premierectl.catalogue.layer import Entry, Head, Layer, MemoryLayer, Skipped
from premierectl.errors import FileAccessError
from premierectl.model import FORMAT, Network
from premierectl.storage import files
from premierectl.storage.json_file import BAD, refuse_format, to_change

if TYPE_CHECKING:
    from premierectl.catalogue.validation.document import Below
    from premierectl.storage.json_text import LineOfText

EMPTY_CATALOGUE = b'{\n  "format": 1,\n  "shows": []\n}\n'


class _Written(Struct):
    format: int
    as_of: date | None = None
    networks: tuple[Network, ...] = ()
    shows: tuple[Raw, ...] = ()


def load_layer(name: str, path: Path) -> MemoryLayer | None:
    """The layer in this file, ``None`` where there is no file.

    A show whose entry cannot be named is left out and listed in ``skipped``. Raises
    :class:`BadFileError` with line and column where the file as a whole cannot be read.
    """
    data = files.read(path)
    return None if data is None else _memory_layer(name, path, data)


def _memory_layer(name: str, path: Path, data: bytes) -> MemoryLayer:
    """The layer that the file of this path holds; raises as :func:`load_layer` does."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        written = msgspec.json.decode(data, type=_Written)
        heads = map(Decoder(Head).decode, written.shows)
        entries = tuple(map(Entry, heads, written.shows, range(len(written.shows))))
    except BAD:
        return _patiently(name, path, data)
    return MemoryLayer(name, str(path), entries, written.as_of, written.networks)


def document_to_change(path: Path) -> dict[str, Any]:
    """The own catalogue as plain JSON, to be changed and written back; empty where there is none.

    Raises :class:`BadFileError` for what cannot be written back whole, a newer format included.
    """
    source = to_change(path, EMPTY_CATALOGUE)
    document = source.value
    if not isinstance(document, dict) or not isinstance(document.get("format"), int):
        raise source.error(
            "", 'is not a catalogue; a catalogue starts with {"format": 1, "shows": […]}'
        )
    shows = document.setdefault("shows", [])
    if not isinstance(shows, list) or not all(isinstance(show, dict) for show in shows):
        raise source.error("shows", "is not a list of shows")
    return document


def shows_in(path: Path, data: bytes) -> int:
    """How many shows a catalogue holds that stands, or could stand, in this file.

    Raises :class:`BadFileError` for what is no catalogue, or one of a newer format.
    """
    _memory_layer("own", path, data)
    document = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    refuse_format(path, document)
    return len(document.get("shows", ()))


class Located(Struct, frozen=True):
    """A problem of a catalogue file with its line; the path is empty for the file as a whole.

    The ``column`` counts from 1, and ``excerpt`` is the line itself, where the file has lines.
    """

    line: int
    path: str
    message: str
    column: int = 0
    excerpt: str = ""


def problems(path: Path, below: "Below") -> list[Located]:
    """Every problem of the catalogue in this file, by line.

    ``below`` tells what the layers below it state of a show. Raises :class:`BadFileError` for what is no
    JSON, and :class:`FileAccessError` where there is no such file.
    """
    from premierectl.catalogue.validation.document import problems_of  # noqa: PLC0415 - not on a script's path
    from premierectl.storage.json_text import JsonSource  # noqa: PLC0415 - as above

    data = files.read(path)
    if data is None:
        raise FileAccessError(f"{path} cannot be read: there is no such file")
    source = JsonSource(str(path), data)
    found = [
        _located(source.line(problem.path), problem.path, problem.message)
        for problem in problems_of(source.value, below)
    ]
    found += [
        _located(source.line_at(twice.offset), twice.path, "stands twice; the last one wins")
        for twice in source.twice
    ]
    return sorted(found, key=lambda problem: problem.line)


def _located(line: "LineOfText", path: str, message: str) -> Located:
    return Located(line.number, path, message, line.column, line.excerpt)


def stored_problems(layer: Layer, below: "Below") -> list[Located]:
    """Every problem of the shows of a layer that has no lines; they are told by their ids."""
    from premierectl.catalogue.validation.document import problems_of  # noqa: PLC0415 - not on a script's path

    entries = layer.entries
    shows = [msgspec.json.decode(entry.written) for entry in entries]
    paths = {f"shows[{place}]": f'shows["{each.head.id}"]' for place, each in enumerate(entries)}
    found = problems_of({"format": FORMAT, "shows": shows}, below)
    split = ((problem.path.partition("."), problem.message) for problem in found)
    return [
        Located(0, paths.get(show, show) + dot + rest, said) for (show, dot, rest), said in split
    ]


def catalogue_text(document: Mapping[str, Any]) -> bytes:
    """A catalogue document as it is written for people to edit."""
    import json  # noqa: PLC0415 - not on a script's path

    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _patiently(name: str, path: Path, data: bytes) -> MemoryLayer:
    from premierectl.storage.json_text import JsonSource  # noqa: PLC0415 - only for an error

    source = JsonSource(str(path), data)
    document = source.value
    if not isinstance(document, dict):
        raise source.error(
            "", 'is not a catalogue; a catalogue starts with {"format": 1, "shows": […]}'
        )
    shows = document.get("shows", [])
    if not isinstance(shows, list):
        raise source.error("shows", "is not a list of shows")
    if not isinstance(document.get("format"), int):
        raise source.error("format", 'is missing or no number; write "format": 1')
    entries, skipped = [], []
    for index, show in enumerate(shows):
        try:
            head = msgspec.convert(show, Head)
            entries.append(Entry(head, Raw(msgspec.json.encode(show)), index))
        except msgspec.ValidationError as error:
            reason, _, place = str(error).partition(" - at `$")
            skipped.append(Skipped(str(path), f"shows[{index}]{place.rstrip('`')}", reason))
    rest = _rest(path, document, skipped)
    return MemoryLayer(name, str(path), tuple(entries), rest.as_of, rest.networks, tuple(skipped))


def _rest(path: Path, document: dict[str, Any], skipped: list[Skipped]) -> _Written:
    try:
        return msgspec.convert({**document, "shows": []}, _Written)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `$")
        skipped.append(Skipped(str(path), place.rstrip("`").removeprefix("."), reason))
        return _Written(format=document["format"])
