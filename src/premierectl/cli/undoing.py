"""``watchlist undo`` and ``redo``: back to what the watchlist was, and forward again."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from premierectl.cli.in_conflict import dropped_names, in_conflict
from premierectl.cli.saying import say
from premierectl.cli.session import Session, View
from premierectl.errors import NothingError, UsageError
from premierectl.render.found import ChangeItem, Outcome, VersionItem
from premierectl.storage.watchlist_history import WatchlistVersion
from premierectl.watchlist import Watchlist
from premierectl.watchlist_edits import watchlist_edits
from premierectl.wording.versions import edits_words

VersionNumber = Annotated[
    int | None,
    typer.Argument(metavar="[VERSION]", min=1, help="A number that --list tells."),
]
ListVersions = Annotated[
    bool, typer.Option("--list", help="List the versions that are kept, and what changed in each.")
]


def undo(view: View, version: VersionNumber = None, listed: ListVersions = False) -> None:
    """Bring the previous watchlist back.

    It does so over a file that cannot be read any more, too.
    """
    if listed and version is not None:
        raise UsageError("undo takes a version or --list; choose one")
    session = view.open()
    if listed:
        _list_versions(session)
        return
    sides = in_conflict(session)
    kept, passed = session.world.watchlist_history().undo(version)
    which = "the previous watchlist" if version is None else f"version {version} of the watchlist"
    _say_done(session, "undo", "undone", which, passed)
    dropped = dropped_names(sides, session.world.watchlist())
    if dropped:
        say(f"dropped with the two sides of a merge: {dropped}")
    back = "" if sides else "; to bring it back: premierectl watchlist redo"
    say(f"what it was until now is kept in {kept}{back}")


def redo(view: View) -> None:
    """Take the last undo back, unless the watchlist has changed since."""
    session = view.open()
    passed = session.world.watchlist_history().redo()
    _say_done(session, "redo", "redone", "the watchlist from before the undo", passed)


def _say_done(
    session: Session, command: str, outcome: Outcome, which: str, passed: Sequence[Path]
) -> None:
    count = len(session.world.watchlist().entries)
    message = f"{which} is back, with {count} {'entry' if count == 1 else 'entries'}"
    done = ChangeItem(words="", outcome=outcome, message=message)
    session.show(f"watchlist {command}", None, [done])
    for file in passed:
        say(f"{file} cannot be read and was passed over")


def _list_versions(session: Session) -> None:
    history = session.world.watchlist_history()
    items = list(_version_items(history.kept()))
    session.show("watchlist versions", None, items)
    if not items:
        raise NothingError("there is no earlier version; the watchlist was never changed")
    _say_would_drop(session, (each.watchlist for each in history.kept()))
    steps = history.versions.steps_undone
    if steps and session.out.is_for_people:
        words = "1 undone change" if steps == 1 else f"{steps} undone changes"
        say(f"{words} can be brought back with: premierectl watchlist redo")


def _say_would_drop(session: Session, kept: Iterable[Watchlist | None]) -> None:
    """Where git left two sides in the watchlist: what of them an undo would drop."""
    dropped = dropped_names(in_conflict(session), next(filter(None, kept), None))
    if dropped:
        say(
            f"undo would drop, with the two sides of a merge: {dropped}; "
            "premierectl watchlist merge --conflict unites both"
        )


def _version_items(versions: Sequence[WatchlistVersion]) -> Iterator[VersionItem]:
    """Each version, the newest first, with what changed since the one before that can be read."""
    readable = [version for version in versions if version.watchlist is not None]
    before = {newer.number: older.watchlist for newer, older in pairwise(readable)}
    for version in versions:
        watchlist, older = version.watchlist, before.get(version.number)
        edits = None
        message = "cannot be read" if watchlist is None else "the oldest that is kept"
        if watchlist is not None and older is not None:
            edits = tuple(watchlist_edits(older, watchlist))
            message = edits_words(edits)
        yield VersionItem(
            number=version.number,
            when=version.when.replace(microsecond=0),
            is_now=version.is_now,
            entries=None if watchlist is None else len(watchlist.entries),
            edits=edits,
            message=message,
        )
