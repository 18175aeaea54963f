"""Which countdowns are wanted: of which kind, how soon, on which networks, of which genres, tagged how."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from premierectl.countdown import AHEAD, Countdown
from premierectl.folding import folded


class Filters(Struct, frozen=True, kw_only=True):
    """What a countdown must be to be wanted; the default is satisfied by all.

    ``within`` is a number of days. Of several ``networks`` or ``genres`` any will do; their names,
    and tags, are compared folded.
    """

    premieres: bool = False
    within: int | None = None
    networks: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    tag: str | None = None

    def passes(self, item: Countdown, tags: Iterable[str] = ()) -> bool:
        """Whether this countdown is wanted, of what is tagged so."""
        if self.tag is not None and folded(self.tag) not in map(folded, tags):
            return False
        release = item.release
        if self.premieres and not release.is_premiere:
            return False
        if self.within is not None and not _may_come_within(item, self.within):
            return False
        return self.passes_show(release.network, release.show.genres)

    def passes_show(self, network: str | None, genres: Iterable[str]) -> bool:
        """Whether a show of this network and of these genres is wanted."""
        if self.networks and not _is_any(self.networks, (network or "",)):
            return False
        return not self.genres or _is_any(self.genres, genres)


EVERYTHING: Final = Filters()


def _is_any(names: Iterable[str], known: Iterable[str]) -> bool:
    return not set(map(folded, names)).isdisjoint(map(folded, known))


def _may_come_within(item: Countdown, days: int) -> bool:
    coming = item.state in AHEAD and item.state != "overdue"
    return coming and item.days_earliest is not None and item.days_earliest <= days
