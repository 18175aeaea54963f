"""Where the catalogue stands, as people and scripts get it."""

import datetime

from msgspec import Struct


class CatalogueNow(Struct, frozen=True, kw_only=True):
    """How many shows there are, how many of them are of the user's own, and from when the dates are.

    ``as_of`` is the day up to which they were checked, ``refreshed`` when a refresh last ended (UTC);
    both are null where there is none.
    """

    shows: int
    own: int
    as_of: datetime.date | None
    refreshed: datetime.datetime | None
    message: str
