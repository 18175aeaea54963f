"""Selectors: how a piece of a show is named in writing, ``s3``, ``s5p2``, ``christmas-special``."""

import re
from typing import Final, Literal

from msgspec import Struct

from premierectl.model import Season
from premierectl.season_key import NAMELESS, SeasonKey

Unit = Literal["part", "episode", "finale"]


class Piece(Struct, frozen=True):
    """What of a show is meant: all of it, a season, or a part, an episode, the end of a season.

    ``season`` is a season's key, or ``special`` for whichever specials there are. An episode
    without a number goes by ``name``, a slug.
    """

    season: SeasonKey | None = None
    unit: Unit | None = None
    number: int | None = None
    name: str | None = None

    @property
    def words(self) -> str:
        """The piece of a season as a user would say it: ``season 5``, ``season 5 part 2``."""
        season = f"season {self.season}"
        if isinstance(self.season, str):
            season = "special" if self.season == NAMELESS else f"special {self.season!r}"
        name = None if self.name is None else repr(self.name)
        words = (season, self.unit, self.number, name)
        return " ".join(str(word) for word in words if word is not None)


WHOLE: Final = Piece()


class Selector(Struct, frozen=True):
    """What a user wrote for SHOW: the words for the show, and for the piece of it that is meant."""

    words: str
    piece: Piece = WHOLE


# Patterns stand as text where a script's answer does without them: compiling takes its time.
_SLUG: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_UNIT: Final = (
    r"(?:(?P<part>p(?:art)?)|e(?:p(?:isode)?)?)\s*(?P<index>[0-9]{1,6})|(?P<finale>finale)"
)
_NUMBERED: Final = (
    r"(?is)(?P<words>.+?)(?:\s*:\s*|\s+)"
    r"(?:(?P<short>[0-9]{1,6})x(?P<of>[0-9]{1,6})"
    r"|(?:s(?:eason\s*)?(?P<number>[0-9]{1,6})|(?P<slug>special))"
    rf"(?:[\s:]*(?:{_UNIT})|:(?P<name>{_SLUG}))?)"
)
_NAMED: Final = (
    rf"(?is)(?P<words>.+?):(?P<number>)(?P<slug>{_SLUG})(?::(?:{_UNIT}|(?P<name>{_SLUG})))?"
)


def read_selector(words: str) -> Selector:
    """Split ``pitt:s3``, ``pitt season 3``, ``pitt 3x04``, ``who:christmas-special`` or ``pitt:s3e4``.

    Behind the season may stand ``p2``, ``e4`` or ``finale``, written out or not, and behind a
    further colon the slug of an episode without a number.
    """
    match = re.fullmatch(_NUMBERED, words.strip()) or re.fullmatch(_NAMED, words.strip())
    if match is None:
        return Selector(words.strip())
    if match.re.groupindex.get("short") and match["short"]:
        piece = Piece(int(match["short"]), "episode", int(match["of"]))
        return Selector(match["words"].strip(), piece)
    season: SeasonKey = int(match["number"]) if match["number"] else match["slug"].lower()
    return Selector(match["words"].strip(), _piece(season, match))


def selector_text(show_id: str, piece: Piece) -> str:
    """The selector of a piece of this show; :func:`read` gets the two back."""
    if piece.season is None:
        return show_id
    by_number = isinstance(piece.season, int)
    place = f"{show_id}:{'s' if by_number else ''}{piece.season}"
    if piece.unit is None:
        return place
    if piece.name is not None:
        return f"{place}:{piece.name}"
    letter = {"part": "p", "episode": "e", "finale": "finale"}[piece.unit]
    return (
        f"{place}{'' if by_number else ':'}{letter}{'' if piece.number is None else piece.number}"
    )


def piece_text(season: SeasonKey | None, part: int | None) -> str | None:
    """What of a show is meant, in a field: ``5``, ``christmas-special``, ``5p2``; null for all of it."""
    if season is None:
        return None
    return str(season) if part is None else f"{season}p{part}"


def covers(followed: SeasonKey | None, season: SeasonKey | None) -> bool:
    """Whether who follows the one follows the other: all seasons, every special, or the same."""
    return followed in (None, season) or (followed == NAMELESS and isinstance(season, str))


def meant(piece: Piece, seasons: tuple[Season, ...]) -> tuple[Season, ...]:
    """The seasons that a piece is of: the one of its key, else for ``special`` every special."""
    if piece.season is None:
        return seasons
    found = tuple(season for season in seasons if season.key == piece.season)
    if found or piece.season != NAMELESS:
        return found
    return tuple(season for season in seasons if season.number is None)


def _piece(season: SeasonKey, match: re.Match[str]) -> Piece:
    if match["finale"]:
        return Piece(season, "finale")
    if match["name"]:
        return Piece(season, "episode", name=match["name"].lower())
    if match["index"] is None:
        return Piece(season)
    return Piece(season, "part" if match["part"] else "episode", int(match["index"]))
