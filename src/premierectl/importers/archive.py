"""The files in an archive: a zip, read where it is, or the folder into which one was unpacked."""

import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from premierectl.errors import BadFileError
from premierectl.importers.content import Content, content_of, damage_told

_MOST_MEMBERS: Final = 1_000
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED: Final = 1
# Of other methods some ask for gigabytes of memory before they unpack anything.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# The list of 1,000 members has less; so much is what reading one may ask for at once.
_LONGEST_LIST: Final = 2**20
# What is looked through to find the files of an export in a folder.
_MOST_IN_A_FOLDER: Final = 100_000
_APPLE: Final = "__macosx"


def is_zip(content: Content) -> bool:
    """Whether it is a zip, whatever it is called."""
    return content.beginning().startswith(_ZIP)


@contextmanager
def zip_members(content: Content) -> Iterator[Sequence[Content]]:
    """The members of a zip, which can be read until it is closed; none is unpacked to the disk.

    Raises :class:`BadFileError` for what is no whole zip, and for more than 1,000 members. What is
    locked by a password raises it when it is opened.
    """
    with damage_told(content.place):
        file = content.opened()
    with file:
        with damage_told(content.place):
            archive = zipfile.ZipFile(cast("BinaryIO", _Sparing(file, content.place)))
        with archive:
            yield _members(archive, content.place)


def folder_members(folder: Path) -> Sequence[Content]:
    """The files in a folder and in the folders within it; links to folders are not followed.

    Raises :class:`BadFileError` where there are more than are looked through, and
    :class:`FileAccessError` where they cannot be listed.
    """
    found: list[Path] = []
    with damage_told(str(folder)):
        for where, inner, names in os.walk(folder, onerror=_raise_unlisted):
            inner[:] = sorted(each for each in inner if not _is_hidden(each))
            found += (Path(where, name) for name in sorted(names) if not _is_hidden(name))
            if len(found) > _MOST_IN_A_FOLDER:
                raise BadFileError(str(folder), "holds too many files; give a folder within it")
    return [content_of(path) for path in found]


def _members(archive: zipfile.ZipFile, place: str) -> Sequence[Content]:
    infos = archive.infolist()
    if len(infos) > _MOST_MEMBERS:
        raise _too_many(place)
    return [
        _zip_member(archive, place, info)
        for info in infos
        if not info.is_dir() and not any(map(_is_hidden, PurePosixPath(info.filename).parts))
    ]


def _zip_member(archive: zipfile.ZipFile, place: str, info: zipfile.ZipInfo) -> Content:
    path = PurePosixPath(info.filename)
    return Content(path.name, f"{place}/{path}", partial(_open_member, archive, info, place))


def _open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str) -> BinaryIO:
    if info.flag_bits & _ENCRYPTED:
        raise BadFileError(place, "needs its password; unpack it and give the folder")
    if info.compress_type not in _METHODS:
        raise BadFileError(place, "is packed in a rare way; unpack it and give the folder")
    return cast("BinaryIO", archive.open(info))


def _too_many(place: str) -> BadFileError:
    return BadFileError(place, f"holds more than {_MOST_MEMBERS:,} files; give the one you mean")


def _is_hidden(name: str) -> bool:
    """Whether it is what systems keep beside the files of their users."""
    return name.lower() == _APPLE or (name.startswith(".") and name != "..")


def _raise_unlisted(error: OSError) -> None:
    raise error


class _Sparing:
    """A file of which nobody reads much at once: a list of members that is longer means harm."""

    def __init__(self, file: BinaryIO, place: str) -> None:
        self._file = file
        self._place = place
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size > _LONGEST_LIST:
            raise _too_many(self._place)
        return self._file.read(size)
