"""What is said where the cast that was asked for is not known, or nobody in it is wanted."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from premierectl.model import Season, Show
from premierectl.selector import Piece, selector_text

_MOST_PEOPLE: Final = 3


def no_cast_words(show: Show, season: Season | None, known: Season | None, today: date) -> str:
    """That no cast is known, with what is: that of another season, who made it, how to ask.

    ``season`` is null where the whole show is asked about.
    """
    if known is not None:
        address = selector_text(show.id, Piece(known.key))
        known_of = f"{known.label} has {_some_of(known)}, see: premierectl cast {address}"
    else:
        known_of = f"premierectl catalogue refresh {show.id} asks TVmaze"
    made = f", created by {_all_named(show.creators)}" if show.creators and not known else ""
    whose = " ".join(filter(None, (show.title, season.label if season else "")))
    return f"no cast is known for {whose}{_yet(season, today)}{made}; {known_of}"


def nobody_words(title: str, label: str | None, wanted: str, *, told: bool) -> str:
    """That nobody in a cast is new or returning, or that it is not ``told`` who is."""
    whose = " ".join(filter(None, (title, label)))
    if not told:
        return f"it is not known who in the cast of {whose} is {wanted}"
    return f"{whose}: nobody in the cast is {wanted}"


def _yet(season: Season | None, today: date) -> str:
    """A season to come may still get one."""
    if season is None or (season.premiere and season.premiere.latest < today):
        return ""
    return "" if season.status in ("airing", "ended", "cancelled") else " yet"


def _some_of(season: Season) -> str:
    """The first of a cast, and how many more: ``Ann, Bo, Cy and 8 more``."""
    people = list(dict.fromkeys(member.person for member in season.cast))
    more = len(people) - _MOST_PEOPLE
    if more > 0:
        return f"{', '.join(people[:_MOST_PEOPLE])} and {more} more"
    return _all_named(people)


def _all_named(people: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(people[:-1]), people[-1])))
