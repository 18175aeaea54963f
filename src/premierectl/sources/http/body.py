"""The body of an answer: capped as it comes and as it unpacks, whole or an error."""

import io
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from premierectl.errors import UnavailableError
from premierectl.sources.http.connection import FAILURES

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

Progress = Callable[[int, int | None], None]


class Limits(NamedTuple):
    """The most bytes that may come, and that they may be when unpacked."""

    raw: int
    unpacked: int


def read_body(
    response: "BaseHTTPResponse", host: str, limits: Limits, progress: Progress | None
) -> bytes:
    """The whole body, unpacked; urllib3's errors pass through."""
    unpack = _unpacker(response.headers.get("Content-Encoding", ""), host, limits.unpacked)
    expected = response.length_remaining
    if expected is not None and expected > limits.raw:
        raise _too_large(host, limits.raw)
    came = 0
    while piece := response.read1(PIECE, decode_content=False):
        came += len(piece)
        if came > limits.raw:
            raise _too_large(host, limits.raw)
        unpack.add(piece)
        if progress:
            progress(came, expected)
    return _not_a_page(unpack.whole(), response, host)


def discard(response: "BaseHTTPResponse") -> None:
    """Read a short body to its end, so that the connection can be used again, and no long one."""
    with suppress(*FAILURES):
        for _ in range(4):
            if not response.read1(PIECE, decode_content=False):
                break


class _Plain:
    """A body that came as it is."""

    def __init__(self, host: str, most: int) -> None:
        self._host = host
        self._most = most
        self._parts = io.BytesIO()

    def add(self, piece: bytes) -> None:
        self._parts.write(piece)
        if self._parts.tell() > self._most:
            raise _too_large(self._host, self._most, " when unpacked")

    def whole(self) -> bytes:
        # The buffer itself, where a bytearray would have to be copied.
        return self._parts.getvalue()


class _Packed(_Plain):
    """A body in gzip, of one member or several, or in zlib's format."""

    def __init__(self, host: str, most: int) -> None:
        super().__init__(host, most)
        self._inflater = zlib.decompressobj(_ANY_HEADER)
        self._empty = True

    def add(self, piece: bytes) -> None:
        self._empty, unpacked = False, b""
        # What filled its step may be followed by more of the same input.
        while piece or len(unpacked) == _STEP:
            if self._inflater.eof and piece:
                self._inflater = zlib.decompressobj(_ANY_HEADER)
            unpacked = self._inflate(piece)
            super().add(unpacked)
            piece = self._inflater.unconsumed_tail or self._inflater.unused_data

    def whole(self) -> bytes:
        if not self._inflater.eof and not self._empty:
            raise UnavailableError(self._host, "broke off in the middle of its answer")
        return super().whole()

    def _inflate(self, piece: bytes) -> bytes:
        try:
            return self._inflater.decompress(piece, _STEP)
        except zlib.error as error:
            raise UnavailableError(self._host, "sent an answer that cannot be unpacked") from error


def _unpacker(encoding: str, host: str, most: int) -> _Plain:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain(host, most)
        case "gzip" | "x-gzip" | "deflate":
            return _Packed(host, most)
        case _:
            raise UnavailableError(host, "sent an answer packed in a way nobody asked for")


def _not_a_page(whole: bytes, response: "BaseHTTPResponse", host: str) -> bytes:
    # JSON never begins so; a page of an error or of a network's log-in does.
    if (
        "html" in response.headers.get("Content-Type", "").lower()
        or whole[:99].lstrip()[:1] == b"<"
    ):
        raise UnavailableError(
            host, "sent a page instead of data", "check whether this network wants a log-in"
        )
    return whole


def _too_large(host: str, most: int, when: str = "") -> UnavailableError:
    return UnavailableError(host, f"sent more than {most // 1024 // 1024} MiB{when}")


PIECE: Final = 64 * 1024
_STEP: Final = 1024 * 1024
_ANY_HEADER: Final = zlib.MAX_WBITS + 32
