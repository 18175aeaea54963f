"""What commands find or do besides releases, as people and scripts get it."""

import datetime
from typing import Literal

from msgspec import Struct

from premierectl.model import Role
from premierectl.season_key import SeasonKey

Outcome = Literal[
    "added", "already followed", "noted", "removed", "not followed", "refused", "undone"
]


class CastItem(Struct, frozen=True, kw_only=True):
    """A person in the cast of a season, or of a whole show, as its ``label`` says.

    ``status`` is null where nothing tells new from returning.
    """

    show_id: str
    title: str
    season: int | None
    label: str
    person: str
    character: str | None
    role: Role | None
    status: Literal["new", "returning"] | None
    about: str | None


class SearchItem(Struct, frozen=True, kw_only=True):
    """A show that matches, with the field and the text that matched."""

    show_id: str
    title: str
    field: str
    match: str
    followed: bool
    layers: tuple[str, ...]


class ChangeItem(Struct, frozen=True, kw_only=True):
    """What a change of the watchlist did with one of the words it was given."""

    words: str
    show_id: str | None = None
    season: SeasonKey | None = None
    part: int | None = None
    outcome: Outcome
    message: str


class LayerItem(Struct, frozen=True, kw_only=True):
    """A layer of the catalogue and its file."""

    name: str
    path: str
    exists: bool
    as_of: datetime.date | None
    shows: int | None


class ProblemItem(Struct, frozen=True, kw_only=True):
    """A problem of a catalogue file."""

    file: str
    line: int
    path: str
    message: str


class StatedItem(Struct, frozen=True, kw_only=True):
    """What was written to the own catalogue."""

    file: str
    show_id: str
    label: str
    message: str
