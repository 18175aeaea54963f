"""A row of another tracker's file: what it names, and what its owner has to do with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

from msgspec import Struct

from premierectl.model import ExternalIds
from premierectl.season_key import SeasonKey

# ``unfollowed`` is no longer followed in one table and may be followed in another; ``once followed``
# was followed one day, and is where no other table says more; ``listed`` stands
# on a list of its owner's, ``unsaid`` tells nothing of following: it names what another row follows.
Standing = Literal[
    "following", "on hold", "stopped", "completed", "unfollowed",
    "once followed", "ended", "watched", "listed",
    "unsaid",
]  # fmt: skip
# The states that are followed only where the user includes them.
LEFT_OUT: Final[tuple[Standing, ...]] = ("on hold", "stopped", "completed", "ended", "watched")


class ImportedRow(Struct, frozen=True, kw_only=True):
    """What one row of a file says, before anybody asks which show of the catalogue it is.

    ``not_a_show`` says what else it is: ``film``, ``episode``, ``game``. ``said`` is the source's own
    word for the state, ``is_new_word`` that nobody knows it. ``ids`` are the numbers that premierectl
    knows, ``other_ids`` those of other services, as text (``{"simkl": "9600050"}``). ``added`` is in
    UTC. ``show`` is an id of the catalogue that premierectl itself wrote, ``by_title``
    that it waits for the show of its title. ``line`` counts from 1, and
    for a list in JSON it is the place in the list.
    """

    title: str | None = None
    year: int | None = None
    season: SeasonKey | None = None
    part: int | None = None
    ids: ExternalIds = ExternalIds()
    other_ids: Mapping[str, str] = {}
    state: Standing = "following"
    said: str = ""
    is_new_word: bool = False
    not_a_show: str | None = None
    added: datetime | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    muted: str | None = None
    show: str | None = None
    by_title: bool = False
    file: str = ""
    line: int = 0
    complaint: str | None = None
