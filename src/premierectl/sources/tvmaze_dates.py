"""TVmaze's dates as what they mean; its threads 719 and 6233 and recorded answers tell how."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from premierectl.moment import find_zone, instant_of
from premierectl.sources.tvmaze_answers import day, fields

# An airtime before five in the morning belongs to the evening before (the overnight rule).
_MORNING: Final = "05:00"
_CLOCK: Final = "([01][0-9]|2[0-3]):[0-5][0-9]"


def aired(episode: Mapping[str, Any], zone: str | None) -> tuple[date | None, str | None]:
    """The real day of an episode, and its clock time in the zone where that is real.

    Without an ``airtime`` its ``airstamp`` is a filler at noon, so there is no clock time. With
    one, the two must agree in the zone.
    """
    listed, clock = day(episode.get("airdate")), _clock(episode.get("airtime"))
    if listed is None or clock is None:
        return listed, None
    known = real_day(listed, clock)
    if zone is None or instant_of(known, clock, zone) != _instant(episode.get("airstamp")):
        return known, None
    return known, clock


def real_day(listed: date, clock: object) -> date:
    """The day on which it is, of the day under which it is listed."""
    overnight = _clock(clock) is not None and str(clock) < _MORNING
    return listed + timedelta(days=1) if overnight else listed


def zone_of(channel: object) -> str | None:
    """The zone of a channel's country, as far as it has one."""
    zone = fields(fields(channel).get("country")).get("timezone")
    return zone if isinstance(zone, str) and find_zone(zone) is not None else None


def _clock(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(_CLOCK, value) else None


def _instant(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
        return at.astimezone(UTC) if at and at.tzinfo else None
    except (ValueError, OverflowError):
        return None
