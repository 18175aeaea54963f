"""What a merge of watchlists did, as people and scripts get it."""

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
