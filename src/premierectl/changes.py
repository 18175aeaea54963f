"""What changed of a show from one state of the catalogue to the next."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from premierectl.dates import PartialDate
from premierectl.season_key import SeasonKey

ChangeKind = Literal[
    "new show", "new season", "new part", "dated", "moved", "undated", "withdrawn", "returns",
    "renewed", "cancelled", "ended", "gone", "merged", "renamed", "cast added",
]  # fmt: skip


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that changed of a show, as of a refresh; ``when`` is its instant (UTC).

    What it is of is the show, its season with this ``label``, or of that the ``part``, the
    ``episode`` or the ``finale``. ``days`` tells by how many days it moved, positive for later,
    where both days are known. ``name`` is what a show is called now that was renamed, or into
    which show it was merged. Of those added to a cast ``people`` names the first ten, and
    ``more`` counts the others.
    """

    when: Annotated[datetime, Meta(tz=True)]
    show_id: str
    show: str
    season: SeasonKey | None = None
    label: str = ""
    kind: ChangeKind
    part: str | None = None
    episode: int | None = None
    finale: bool = False
    before: PartialDate | None = None
    after: PartialDate | None = None
    days: int | None = None
    name: str | None = None
    people: tuple[str, ...] = ()
    more: int = 0


class Refresh(Struct, frozen=True):
    """A refresh: its instant (UTC) and what it saw change."""

    when: Annotated[datetime, Meta(tz=True)]
    changes: tuple[Change, ...]
