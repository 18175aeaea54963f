"""Other watchlists merged into the user's own."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct, convert

from premierectl.errors import (
    BadFileError,
    FileAccessError,
    NothingError,
    PremierectlError,
)
from premierectl.followed_line import FollowedLine
from premierectl.merging.ancestor import common_ancestor, lines_added
from premierectl.merging.three_way import Side
from premierectl.merging.watchlists import MergedWatchlist, WrittenWatchlist, merged_watchlists
from premierectl.storage import files
from premierectl.storage.cache_file import load_cached, save
from premierectl.storage.git_conflict import conflict_sides
from premierectl.storage.merge_memory import MergeMemory
from premierectl.storage.versions import Versions
from premierectl.storage.watchlist import (
    EMPTY_WATCHLIST,
    earlier_watchlist,
    watchlist_bytes,
    watchlist_in,
    written_watchlist,
)


class WatchlistMerge(Struct, frozen=True):
    """Merging into the watchlist's file, under the lock under which it changes.

    ``memory`` is the file that remembers merges, ``now`` (UTC) when this one is made. What is no watchlist, in its place or elsewhere,
    is refused with :class:`BadFileError`; then, and in a dry run, nothing is changed.
    """

    versions: Versions
    memory: Path
    lock: Path
    lock_seconds: float
    now: datetime

    def with_files(
        self, others: Sequence[Path], *, dry_run: bool = False
    ) -> list[tuple[Path, MergedWatchlist]]:
        """Merge these files one after the other; return what each did to the watchlist.

        Their ancestors are looked for among the versions. Raises :class:`FileAccessError` for a
        file that cannot be read.
        """
        with self._held(dry_run=dry_run):
            past = self._past()
            ours = merged = self._ours()
            contents = [_content(other) for other in others]
            merges = list[tuple[Path, MergedWatchlist]]()
            for other, content in zip(others, contents, strict=True):
                theirs = written_watchlist(other, content)
                base = past.ancestor(ours, theirs, content)
                step = merged_watchlists(base, merged, theirs, self._later(other))
                merges.append((other, step))
                merged = step.document
            if not dry_run and watchlist_bytes(merged) != watchlist_bytes(ours):
                self._write(past.memory, ours, merged, contents)
            return merges

    def would_change(self, other: Path, *, if_unreadable: bool = False) -> bool:
        """Whether merging this file would change the watchlist; ``if_unreadable`` where it cannot be.

        Raises :class:`BadFileError` where the watchlist itself cannot be read.
        """
        ours = earlier_watchlist(self._path, self._there())
        try:
            content = _content(other)
            theirs = earlier_watchlist(other, content)
        except PremierectlError:
            return if_unreadable
        base = self._past().ancestor(ours, theirs, content)
        merged = merged_watchlists(base, ours, theirs, self._later(other)).document
        return watchlist_bytes(merged) != watchlist_bytes(ours)

    def of_conflict(self, *, dry_run: bool = False) -> MergedWatchlist:
        """Merge the two sides that git left in the watchlist; return what became of ours.

        Raises :class:`NothingError` where there are none.
        """
        with self._held(dry_run=dry_run):
            conflict = written_sides(self._path, self._there())
            if conflict is None:
                written_watchlist(self._path, self._there())
                raise NothingError(f"{self._path} is in no conflict; there is nothing to merge")
            base, ours, theirs = conflict
            past = self._past()
            known = past.ancestor(ours, theirs) if base is None else base
            merged = merged_watchlists(known, ours, theirs, "ours")
            if not dry_run:
                self._write(past.memory, ours, merged.document, ())
            return merged

    @property
    def _path(self) -> Path:
        return self.versions.path

    def _held(self, *, dry_run: bool) -> AbstractContextManager[None]:
        return nullcontext() if dry_run else files.locked(self.lock, self.lock_seconds)

    def _there(self) -> bytes:
        there = files.read(self._path)
        return EMPTY_WATCHLIST if there is None else there

    def _ours(self) -> WrittenWatchlist:
        there = self._there()
        watchlist_in(self._path, there)  # says of a conflict how to go on
        return written_watchlist(self._path, there)

    def _past(self) -> "_Past":
        kept = [each.data for each in reversed(self.versions.kept())]
        earlier = list[WrittenWatchlist]()
        for each in kept:
            with suppress(BadFileError):
                earlier.append(earlier_watchlist(self._path, each))
        return _Past(kept, earlier, load_cached(self.memory, MergeMemory) or MergeMemory())

    def _later(self, other: Path) -> Side:
        """The side whose file was changed later, in doubt ours."""
        here, there = files.status(self._path), files.status(other)
        later = here is None or (there is not None and there.st_mtime_ns > here.st_mtime_ns)
        return "theirs" if later else "ours"

    def _write(
        self,
        memory: MergeMemory,
        ours: WrittenWatchlist,
        merged: WrittenWatchlist,
        contents: Sequence[bytes],
    ) -> None:
        after = watchlist_bytes(merged)
        brought = lines_added(merged) - lines_added(ours)
        save(self.memory, memory.with_merge(brought, self.now, contents, after))
        self.versions.replace(after)


class _Past(Struct, frozen=True):
    """The versions of the watchlist, the oldest first and as far as they can be read, and merges."""

    kept: Sequence[bytes]
    earlier: Sequence[WrittenWatchlist]
    memory: MergeMemory

    def ancestor(
        self, ours: WrittenWatchlist, theirs: WrittenWatchlist, content: bytes | None = None
    ) -> WrittenWatchlist:
        """What both became of: theirs itself, where this ``content`` of it was merged already."""
        if content is not None and self.memory.has(content, self.kept):
            return theirs
        return common_ancestor(self.earlier, ours, theirs, dict(self.memory.lines))


def merge_in_place(base: Path, ours: Path, theirs: Path) -> MergedWatchlist:
    """Merge as git asks a driver to: the result takes the place of ours.

    An empty ``base`` is none. Raises :class:`BadFileError` for what is no watchlist, and leaves ours.
    """
    before = _content(base)
    ancestor = written_watchlist(base, before if before.strip() else EMPTY_WATCHLIST)
    here, there = (written_watchlist(each, _content(each)) for each in (ours, theirs))
    merged = merged_watchlists(ancestor, here, there, "ours")
    files.write_over(ours, watchlist_bytes(merged.document), files.status(ours))
    return merged


def written_sides(
    path: Path, content: bytes
) -> tuple[WrittenWatchlist | None, WrittenWatchlist, WrittenWatchlist] | None:
    """What git left in a watchlist: the ancestor where it is known, ours and theirs; null for none.

    Raises :class:`BadFileError` for a side that is no watchlist.
    """
    sides = conflict_sides(content.decode(errors="replace"))
    if sides is None:
        return None
    ours, theirs = (
        written_watchlist(path.with_name(f"{path.name}, {name} side"), text.encode())
        for name, text in (("first", sides.ours), ("second", sides.theirs))
    )
    base = None
    with suppress(BadFileError):
        base = None if sides.base is None else earlier_watchlist(path, sides.base.encode())
    return base, ours, theirs


def lines_of_conflict(path: Path) -> tuple[FollowedLine, ...]:
    """The lines on either side of the conflict that git left in a watchlist; none where it has none.

    So it is where a side cannot be read.
    """
    try:
        conflict = written_sides(path, files.read(path) or b"")
    except BadFileError:
        return ()
    _, *sides = conflict or (None,)
    return tuple(line for side in sides for line in convert(side["shows"], list[FollowedLine]))


def _content(path: Path) -> bytes:
    content = files.read(path)
    if content is None:
        raise FileAccessError(f"{path} cannot be read: there is no such file")
    return content
