"""The lines of a followed show, muted and heard again."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from premierectl.followed_line import FollowedLine, Mute
from premierectl.selector import Piece

ALWAYS: Final = "always"


def muted_lines(
    lines: Sequence[FollowedLine], piece: Piece, until: Mute
) -> tuple[FollowedLine, ...]:
    """The lines of a show, those for the piece, or for less of it, muted.

    Where only more than a season is followed, a line of its own hides the season.
    """
    if any(line.is_within(piece) for line in lines):
        return tuple(
            replace(line, muted=until) if line.is_within(piece) else line for line in lines
        )
    more = next((line for line in lines if line.covers(piece)), None)
    if more is None or piece.unit is not None:
        return tuple(lines)
    told = replace(more, season=piece.season, added=None, note=None, tags=(), muted=until)
    return (*lines, told)


def unmuted_lines(lines: Sequence[FollowedLine], piece: Piece) -> tuple[FollowedLine, ...]:
    """The lines of a show, those for the piece, or for less of it, no longer muted.

    A line that only hid a season goes.
    """
    return tuple(
        replace(line, muted=None) if line.is_within(piece) else line
        for line in lines
        if not (line.muted and line.is_within(piece) and _hides_alone(line, lines))
    )


def _hides_alone(line: FollowedLine, lines: Sequence[FollowedLine]) -> bool:
    others = (other for other in lines if other.piece != line.piece)
    return not (line.note or line.tags) and any(other.covers(line.piece) for other in others)
