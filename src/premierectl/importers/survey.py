"""What is known of a file once it was read to its end."""

from collections import deque
from collections.abc import Iterator

from msgspec import Struct

from premierectl.importers.content import Content
from premierectl.importers.encoding import encoding_of


class Survey(Struct, frozen=True):
    """A file that is whole and not too large.

    ``size`` is in bytes, ``lines`` are how many it has at most, ``beginning`` is how its text begins.
    """

    content: Content
    size: int
    lines: int
    encoding: str
    beginning: str


def surveyed(content: Content) -> Survey:
    """What is known of a file; raises as :class:`Content` does, before anything of it is used."""
    counted = _Counted(content.pieces())
    encoding = encoding_of(counted)
    deque(counted, maxlen=0)
    beginning = content.beginning().decode(encoding, "replace")
    return Survey(content, counted.size, max(counted.ends) + 1, encoding, beginning)


class _Counted:
    """Pieces of a file, and how many bytes have come, and ends of lines of either kind."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.size = 0
        self.ends = (0, 0)

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> bytes:
        piece = next(self._pieces)
        self.size += len(piece)
        self.ends = self.ends[0] + piece.count(b"\n"), self.ends[1] + piece.count(b"\r")
        return piece
