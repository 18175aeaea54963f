"""What a whole catalogue file holds."""

from datetime import date

from msgspec import Struct

from premierectl.model import Network, Show


class CatalogueFile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A whole catalogue file; ``as_of`` is the day up to which its facts were checked (UTC)."""

    format: int
    as_of: date | None = None
    licence: str | None = None
    networks: tuple[Network, ...] = ()
    shows: tuple[Show, ...] = ()
