"""A season to its releases."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from premierectl.catalogue.model import Season, Show
from premierectl.dates import PartialDate

ReleaseKind = Literal["premiere"]


class Release(Struct, frozen=True):
    """Something of a show that comes out on a date, as far as the date is known."""

    show: Show
    season: Season
    kind: ReleaseKind
    date: PartialDate | None

    @property
    def network(self) -> str | None:
        """Who releases it."""
        return self.show.network_of(self.season)

    @property
    def title(self) -> str:
        """The show and its season in words: ``The Pitt season 3``."""
        return f"{self.show.title} {self.season.label}"

    @property
    def address(self) -> str:
        """The words that select exactly this season: ``heartstopper:s2``."""
        return f"{self.show.id}:{self.season.selector}"


def premieres(show: Show) -> Iterator[Release]:
    """The premiere of each season, in the order of the catalogue."""
    for season in show.seasons:
        yield Release(show, season, "premiere", season.premiere)
