"""A show of which nothing is to come: how it stands, and what came out of it last."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

from premierectl.countdown import Countdown
from premierectl.upcoming.large_count import LargeCount
from premierectl.upcoming.outlook import Row

ShowStanding = Literal["ended", "cancelled", "in a break", "between seasons", "not known"]

_WORDS_OF_STANDINGS: Final[dict[ShowStanding, str]] = {
    "ended": "ENDED",
    "cancelled": "CANCELLED",
    "in a break": "NO DATE YET",
    "between seasons": "BETWEEN SEASONS",
    "not known": "NOTHING ANNOUNCED",
}


class AtRest(Struct, frozen=True):
    """A show of which nothing is to come, with the ``networks`` that released it.

    ``row`` is what came out last, or where nothing did, the last that will not come.
    """

    row: Row
    standing: ShowStanding
    networks: tuple[str, ...]

    @property
    def count(self) -> LargeCount:
        """What stands large of it."""
        is_new = self.row.item.state == "out" and self.row.item.days == 0
        return LargeCount(letters="OUT NOW" if is_new else _WORDS_OF_STANDINGS[self.standing])


def at_rest(listed: Sequence[Row]) -> AtRest:
    """How a show stands of which these are the rows, at least one, and none of them is to come."""
    show = listed[0].release.show
    networks = dict.fromkeys(show.network_of(season) for season in show.seasons)
    return AtRest(last_out(listed), _show_standing(listed), tuple(filter(None, networks)))


def last_out(listed: Iterable[Row]) -> Row:
    """What came out last of these rows, or where nothing did, the last of them."""
    return max(listed, key=lambda row: (_is_known_out(row.item), *_recent(row.item)))


def _show_standing(listed: Sequence[Row]) -> ShowStanding:
    show, last = listed[0].release.show, last_out(listed)
    if show.status in ("ended", "cancelled"):
        return "ended" if show.status == "ended" else "cancelled"
    if max(listed, key=lambda row: row.release.season.number or 0).item.state == "cancelled":
        return "cancelled"
    if last.item.progress or last.release.season.status == "airing":
        return "in a break"
    return "between seasons" if show.status == "running" else "not known"


def _is_known_out(item: Countdown) -> bool:
    return item.state == "out" and item.date is not None


def _recent(item: Countdown) -> tuple[int, int]:
    return item.days_latest or 0, item.release.season.number or 0
