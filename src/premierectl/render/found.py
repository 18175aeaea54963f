"""What commands find or do besides releases, as people and scripts get it."""

import datetime
from typing import Literal

from msgspec import Struct

from premierectl.catalogue.edit import Withdrawal
from premierectl.model import Role
from premierectl.season_key import SeasonKey
from premierectl.watchlist_edits import Edit

Outcome = Literal[
    "added", "already followed", "noted", "removed", "not followed", "refused", "undone", "redone",
    "tagged", "already tagged", "untagged", "not tagged",
    "muted", "already muted", "unmuted", "not muted", "reminded", "already reminded",
]  # fmt: skip


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
    """A show that matches, with the field and the text that matched; ``year`` is when it began."""

    show_id: str
    title: str
    field: str
    match: str
    year: int | None
    network: str | None
    country: str | None
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


class ChangeOfLine(ChangeItem, frozen=True, kw_only=True):
    """The same of a line of a list, each of which is done by itself."""


class VersionItem(Struct, frozen=True, kw_only=True):
    """A version of the watchlist that can be brought back by its ``number``, and what changed in it.

    ``entries`` is null where nobody can read it, ``edits`` also of the oldest that is kept.
    """

    number: int
    when: datetime.datetime
    is_now: bool
    entries: int | None
    edits: tuple[Edit, ...] | None
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
    """What became of a title of which something was stated in the own catalogue."""

    file: str
    show_id: str | None
    label: str
    message: str
    words: str = ""
    outcome: Literal["stated", "already known", "refused"] = "stated"


class WithdrawnItem(Struct, frozen=True, kw_only=True):
    """What became of a show, a season or a field that the own catalogue was to state no more."""

    file: str
    show_id: str
    season: SeasonKey | None
    field: str | None
    outcome: Withdrawal
    message: str
