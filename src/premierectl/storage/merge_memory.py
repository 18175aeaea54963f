"""What earlier merges did, so that merging again does nothing, and takes nothing away."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Final

from msgspec import Struct

from premierectl.merging.ancestor import LineAdded

_MOST_BROUGHT: Final = 5_000
_MOST_RESULTS: Final = 50


class MergeMemory(Struct, frozen=True):
    """The lines that merges brought, each with when (UTC), and what the watchlist became by what.

    ``results`` are pairs of digests: of what was merged, and of the watchlist with it.
    """

    lines: tuple[tuple[LineAdded, datetime], ...] = ()
    results: tuple[tuple[str, str], ...] = ()

    def has(self, merged: bytes, kept: Collection[bytes]) -> bool:
        """Whether this was merged, and what came of it is among what is ``kept``."""
        results = {result for digest, result in self.results if digest == _digest(merged)}
        return any(_digest(each) in results for each in kept)

    def with_merge(
        self, lines: Collection[LineAdded], now: datetime, merged: Collection[bytes], result: bytes
    ) -> "MergeMemory":
        """The same with a merge that brought these lines; the oldest are forgotten."""
        brought = [(line, now) for line in sorted(lines, key=str)]
        results = [(_digest(each), _digest(result)) for each in merged]
        return MergeMemory(
            (*self.lines, *brought)[-_MOST_BROUGHT:],
            (*self.results, *results)[-_MOST_RESULTS:],
        )


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
