"""Tags: one's own words for followed shows, compared as names are and printed as they are written."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from premierectl.errors import NothingError, UsageError
from premierectl.folding import folded
from premierectl.followed_line import FollowedLine, tags_of, united_tags
from premierectl.selector import Piece
from premierectl.watchlist import Watchlist

_TAG_WORD: Final = r"[\w-]{1,40}"


def tag_of(words: str) -> str:
    """The tag that somebody wrote; raise :class:`UsageError` for what is none."""
    if re.fullmatch(_TAG_WORD, words) is None or words.startswith("-") or not folded(words):
        raise UsageError(
            f"{words!r} is not a tag; a tag is one word of letters, digits, - and _, "
            "with up to 40 of them"
        )
    return words


def known_tags(watchlist: Watchlist) -> list[str]:
    """Every tag of the watchlist once, in alphabetical order."""
    return sorted(tags_of(watchlist.entries), key=folded)


def refuse_unknown_tag(tag: str, watchlist: Watchlist) -> None:
    """Raise :class:`NothingError` where nothing is tagged so, with the tags that there are."""
    known = known_tags(watchlist)
    if folded(tag) not in map(folded, known):
        there = (
            f"tags: {', '.join(known)}"
            if known
            else "tag shows with: premierectl watchlist tag SHOW... NAME"
        )
        raise NothingError(f"no followed show is tagged {tag}; {there}")


def tagged_lines(lines: Iterable[FollowedLine], piece: Piece, tag: str) -> tuple[FollowedLine, ...]:
    """The lines of a show with this tag on those for the piece, or for less of it."""
    return tuple(
        replace(line, tags=united_tags((*line.tags, tag))) if line.is_within(piece) else line
        for line in lines
    )


def untagged_lines(
    lines: Iterable[FollowedLine], piece: Piece, tag: str
) -> tuple[FollowedLine, ...]:
    """The lines of a show without this tag on those for the piece, or for less of it."""
    return tuple(
        replace(line, tags=_other_tags(line.tags, tag)) if line.is_within(piece) else line
        for line in lines
    )


def _other_tags(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    return tuple(each for each in tags if folded(each) != folded(tag))
