"""What a merge of watchlists did, and where files live, as people and scripts get it."""

from typing import Literal

from msgspec import Struct

from premierectl.season_key import SeasonKey


class MergeItem(Struct, frozen=True, kw_only=True):
    """What a merge did with a line of the watchlist, with a reminder, or to set up git.

    ``file`` is what was merged or set up. A line that one side removed and the other changed is
    ``kept``, and so is one of which both sides changed a field. A reminder has no ``show_id``.
    """

    file: str
    outcome: Literal["added", "removed", "changed", "kept", "installed", "already installed"]
    show_id: str | None = None
    season: SeasonKey | None = None
    part: int | None = None
    message: str


class PathItem(Struct, frozen=True, kw_only=True):
    """A file or folder of this user's, and whether to sync it between machines."""

    name: str
    path: str
    exists: bool
    sync: Literal["yes", "never"]
