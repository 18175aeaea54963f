"""Who releases a show."""

from collections.abc import Iterator

from premierectl.model import Show


def networks_of(show: Show) -> Iterator[str]:
    """The show's network, and that of each season that somebody else releases."""
    return filter(None, (show.network, *(season.network for season in show.seasons)))
