"""What ``watchlist undo`` drops of a watchlist that holds two sides of a merge."""

from collections.abc import Sequence

from premierectl.cli.session import Session
from premierectl.followed_line import FollowedLine
from premierectl.watchlist import Watchlist


def in_conflict(session: Session) -> Sequence[FollowedLine]:
    """The lines of either side where git left two in the watchlist; else none."""
    from premierectl.storage.merging import lines_of_conflict  # noqa: PLC0415 - only for an undo

    return lines_of_conflict(session.world.paths.watchlist)


def dropped_names(lines: Sequence[FollowedLine], after: Watchlist | None) -> str:
    """The lines of a conflict that are not in what the watchlist is ``after`` an undo; else empty."""
    from premierectl.watchlist_edits import followed_name  # noqa: PLC0415 - as above
    from premierectl.wording.unknown import listed_names  # noqa: PLC0415 - as above

    stays = {line.key for line in after.entries} if after else set()
    names = dict.fromkeys(followed_name(line) for line in lines if line.key not in stays)
    return listed_names(list(names))
