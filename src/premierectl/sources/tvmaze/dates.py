"""TVmaze's dates as what they mean (tvmaze.com/threads/719 and 6233, and recorded answers)."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct

from premierectl.moment import instant_of
from premierectl.sources.tvmaze.answers import Answered, day, inside

_CLOCK: Final = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_MORNING: Final = "05:00"


class Aired(Struct, frozen=True, gc=False):
    """The local day of an episode; ``clock`` and ``zone`` both or neither."""

    day: date | None
    clock: str | None = None
    zone: str | None = None


def aired(episode: Answered, zones: Sequence[str], path: str) -> Aired:
    """When an episode is on, in one of its channels' zones.

    Without an ``airtime`` the ``airstamp`` is a filler at noon. With one it is only believed where
    the two are the same instant in one of the zones: a country's zone is not always a channel's.
    Raises :class:`UnusableError` for an absurd day.
    """
    listed = day(episode.get("airdate"), inside(path, "airdate"))
    clock = clock_of(episode.get("airtime"))
    if listed is None or clock is None:
        return Aired(listed)
    local = local_day(listed, clock)
    stamp = _instant(episode.get("airstamp"))
    for zone in zones:
        if stamp is not None and instant_of(local, clock, zone) == stamp:
            return Aired(local, clock, zone)
    return Aired(local)


def local_day(listed: date, clock: str | None) -> date:
    """The day in the calendar of what is listed under a day.

    What is on from 00:00 to 04:59 is listed under the evening before.
    """
    return listed + timedelta(days=1) if clock is not None and clock < _MORNING else listed


def clock_of(value: object) -> str | None:
    """A clock time as ``HH:MM``; null where there is none, as in ``""``."""
    return value if isinstance(value, str) and _CLOCK.fullmatch(value) else None


def _instant(value: object) -> datetime | None:
    try:
        stamp = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return stamp if stamp and stamp.tzinfo else None
