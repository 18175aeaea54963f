"""The bytes of a file, wherever they come from: bounded, and read as often as is needed."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from msgspec import Struct

from premierectl.errors import BadFileError, FileAccessError
from premierectl.regular_file import opener

LARGEST_FILE: Final = 64 * 2**20
_STANDARD_INPUT: Final = "standard input"
_READ_AT_ONCE: Final = 64 * 1024
_GZIP: Final = b"\x1f\x8b"
# What unpacking raises for what is damaged, besides OSError.
_SAYS_DAMAGED: Final = (
    zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, struct.error, EOFError, ValueError,
    OverflowError, NotImplementedError,
)  # fmt: skip


class Content(Struct, frozen=True):
    """What stands in a file: its name, where it stands for messages, and how it is opened.

    It can be read again from the beginning. Reading raises :class:`BadFileError` where it is
    damaged, or larger than 64 MiB, and :class:`FileAccessError` where it cannot be read.
    """

    name: str
    place: str
    opened: Callable[[], BinaryIO]

    def stream(self) -> io.BufferedReader:
        """Its bytes, from the beginning."""
        with damage_told(self.place):
            return io.BufferedReader(_Measured(self.place, self.opened()))

    def pieces(self) -> Generator[bytes]:
        """Its bytes, some at a time."""
        with self.stream() as stream:
            while piece := stream.read(_READ_AT_ONCE):
                yield piece

    def beginning(self) -> bytes:
        """As many of its first bytes as tell what it is."""
        with closing(self.pieces()) as pieces:
            return next(pieces, b"")

    def whole(self, largest: int = LARGEST_FILE) -> bytes:
        """All of its bytes; raise :class:`BadFileError` where there are more than ``largest``."""
        with self.stream() as stream:
            data = stream.read(largest + 1)
        if len(data) > largest:
            raise too_large(self.place, largest)
        return data


def content_of(path: Path) -> Content:
    """What stands in a file."""
    return Content(path.name, str(path), lambda: open(path, "rb", opener=opener))


def given_content(stream: BinaryIO) -> Content:
    """What comes from standard input, which is read at once."""
    data = Content(_STANDARD_INPUT, _STANDARD_INPUT, lambda: stream).whole()
    return Content(_STANDARD_INPUT, _STANDARD_INPUT, lambda: io.BytesIO(data))


def unpacked(content: Content) -> Content:
    """The same, unpacked where it is in gzip."""
    if not content.beginning().startswith(_GZIP):
        return content
    with content.stream() as packed, gzip.GzipFile(fileobj=packed) as file:
        data = Content(content.name, content.place, lambda: cast("BinaryIO", file)).whole()
    return Content(content.name, content.place, lambda: io.BytesIO(data))


def too_large(place: str, largest: int) -> BadFileError:
    """What is said of a file of more than so many bytes."""
    return BadFileError(place, f"is larger than {largest // 2**20} MiB")


@contextmanager
def damage_told(place: str) -> Iterator[None]:
    """Raise what a user understands for what cannot be unpacked, or read."""
    try:
        yield
    except _SAYS_DAMAGED as error:
        raise BadFileError(place, "is damaged or incomplete; download it again") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileAccessError(f"{place} cannot be read: {reason}") from error


class _Measured(io.RawIOBase):
    """A stream that ends in an error where it is damaged, or goes on for too long."""

    def __init__(self, place: str, inner: BinaryIO) -> None:
        self._place = place
        self._inner = inner
        self._taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]  # the only kind there is
        with damage_told(self._place):
            piece = self._inner.read(len(buffer))
        self._taken += len(piece)
        if self._taken > LARGEST_FILE:
            raise too_large(self._place, LARGEST_FILE)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._inner.close()
        super().close()
