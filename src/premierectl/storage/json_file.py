"""A JSON file of ours: decoded as what it should be, or read whole to be changed and written back."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from premierectl.errors import BadFileError, NewerFormatError
from premierectl.model import FORMAT, read_value
from premierectl.storage import files

if TYPE_CHECKING:
    from premierectl.storage.json_text import JsonSource

Decoded = TypeVar("Decoded")

# What a decoder raises for bytes that are not what they should be.
BAD: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_MARK: Final = b"\xef\xbb\xbf"


def decoded(path: Path, data: bytes, kind: type[Decoded]) -> Decoded:
    """The file's document; raise :class:`BadFileError` with line and column for anything else."""
    try:
        return msgspec.json.decode(data.removeprefix(_MARK), type=kind, dec_hook=read_value)
    except BAD as error:
        raise _explained(path, data, error) from None


def to_change(path: Path, empty: bytes) -> "JsonSource":
    """The file's document, to be written back whole; ``empty`` where there is no file.

    Raises :class:`BadFileError` for what is no JSON, for a key that stands twice, as one of the two
    would be lost, and for a newer format.
    """
    data = files.read(path)
    return writable_source(path, empty if data is None else data)


def writable_source(path: Path, data: bytes) -> "JsonSource":
    """The same of what was read already."""
    from premierectl.storage.json_text import JsonSource  # noqa: PLC0415 - only for a change

    source = JsonSource(str(path), data)
    source.refuse_twice()
    refuse_format(path, source.value)
    return source


def refuse_format(path: Path, document: object) -> None:
    """Raise :class:`NewerFormatError` for a document of a newer format."""
    written = document.get("format") if isinstance(document, dict) else None
    if isinstance(written, int) and written > FORMAT:
        raise NewerFormatError(str(path), written, FORMAT)


def refuse_newer(path: Path) -> None:
    """Raise :class:`NewerFormatError` for a file of a newer format; for one that is broken nothing."""
    with contextlib.suppress(*BAD):
        refuse_format(path, msgspec.json.decode(files.read(path) or b"null"))


def _explained(path: Path, data: bytes, error: Exception) -> BadFileError:
    """What a decoder refused in this file, with the line and the column of it."""
    from premierectl.storage.json_text import JsonSource  # noqa: PLC0415 - only for an error

    reason, _, place = str(error).partition(" - at `$")
    source = JsonSource(str(path), data)
    return source.error(place.rstrip("`").removeprefix("."), reason[:1].lower() + reason[1:])
