"""A JSON file of ours as a whole: read to be changed and written back, or explained where it is bad."""

from pathlib import Path

from premierectl.catalogue.model import FORMAT
from premierectl.errors import BadFileError, NewerFormatError
from premierectl.storage import files
from premierectl.storage.json_source import JsonSource


def to_change(path: Path, empty: bytes) -> JsonSource:
    """The file's document, to be written back whole; ``empty`` where there is no file.

    Raises :class:`BadFileError` for what is no JSON, for a key that stands twice, as one of the two
    would be lost, and for a newer format.
    """
    data = files.read(path)
    source = JsonSource(str(path), empty if data is None else data)
    source.refuse_twice()
    refuse_format(path, source.value)
    return source


def refuse_format(path: Path, document: object) -> None:
    """Raise :class:`NewerFormatError` for a document of a newer format."""
    written = document.get("format") if isinstance(document, dict) else None
    if isinstance(written, int) and written > FORMAT:
        raise NewerFormatError(str(path), written, FORMAT)


def explained(path: Path, data: bytes, error: Exception) -> BadFileError:
    """What a decoder refused in this file, with the line and the column of it."""
    reason, _, place = str(error).partition(" - at `$")
    source = JsonSource(str(path), data)
    return source.error(place.rstrip("`").removeprefix("."), reason[:1].lower() + reason[1:])
