"""Who is in a season, and who of them is new."""

from collections.abc import Iterator
from typing import Literal

from premierectl.model import CastMember, Season, Show

Status = Literal["new", "returning"]


def cast_of(show: Show, season: Season) -> Iterator[tuple[CastMember, Status | None]]:
    """The cast in its order, each with new or returning; ``None`` where nothing tells.

    What the season says holds; else it is told from the casts of earlier seasons.
    """
    before = [other for other in show.seasons if _is_before(other, season) and other.cast]
    known = {member.person.casefold() for other in before for member in other.cast}
    for member in season.cast:
        if member.new is not None:
            yield member, "new" if member.new else "returning"
        elif before:
            yield member, "returning" if member.person.casefold() in known else "new"
        else:
            yield member, None


def cast_of_whole(show: Show) -> Iterator[tuple[CastMember, Status | None]]:
    """The cast that is stated of the show as a whole: nobody is new or returning by it."""
    return ((member, None) for member in show.cast)


def nearest_with_cast(show: Show, season: Season) -> Season | None:
    """The last season before this one whose cast is known, else the last of all others."""
    others = [other for other in show.seasons if other.cast and other.key != season.key]
    before = [other for other in others if _is_before(other, season)]
    return max(before or others, key=lambda other: other.number or 0, default=None)


def _is_before(other: Season, season: Season) -> bool:
    if other.number is None or season.number is None:
        return False
    return other.number < season.number
