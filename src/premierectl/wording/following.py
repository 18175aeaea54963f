"""What is said of followed shows: with how much of a show a piece is followed, until when it is muted."""

from collections.abc import Iterable
from typing import Final

from premierectl.dates import date_if_any
from premierectl.followed_line import FollowedLine
from premierectl.season_key import NAMELESS

_UNTIL: Final = {"always": "", "renewed": " until it is renewed", "dated": " until it has a date"}


def with_more_words(title: str, more: FollowedLine) -> str:
    """That a show is followed as a line says: ``The Pitt is followed whole``."""
    if more.season is None:
        return f"{title} is followed whole"
    if more.season == NAMELESS:
        return f"all specials of {title} are followed"
    return f"{title} {more.piece.words} is followed whole"


def muted_words(muted: Iterable[FollowedLine]) -> str:
    """What is muted of a show, and how long: ``until it is renewed``, ``season 3``; empty for nothing."""
    return ", ".join(
        f"{'' if line.season is None else line.piece.words}{until_words(line.muted or '')}".strip()
        or "yes"
        for line in muted
    )


def muted_said(muted: Iterable[FollowedLine]) -> str:
    """The same in words that stand alone: ``muted``, ``muted until it is renewed``, ``muted: season 3``."""
    words = muted_words(muted)
    if not words or words == "yes":
        return "muted" if words else ""
    return f"muted {words}" if words.startswith("until") else f"muted: {words}"


def until_words(muted: str) -> str:
    """Behind ``muted``, how long: `` until it is renewed``, `` until 1 March 2027``; empty for good."""
    if muted in _UNTIL:
        return _UNTIL[muted]
    known = date_if_any(muted)
    return f" until {known.words if known else muted}"
