"""Which answers mean "later", and how much later."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

MOVED: Final = frozenset({301, 302, 303, 307, 308})
BACK_OFF: Final = (1.0, 2.0, 4.0)
LONGEST: Final = 60.0


def is_passing(status: int) -> bool:
    """Whether the same question may have a better answer in a moment."""
    return status == 429 or status >= 500  # noqa: PLR2004 - RFC 6585; RFC 9110, 15.6


def asked(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that ``Retry-After`` asks to wait, 60 at most; null where it says nothing."""
    if retry_after is None:
        return None
    if re.fullmatch("[0-9]{1,9}", retry_after):
        return min(float(retry_after), LONGEST)
    try:
        until = parsedate_to_datetime(retry_after)
        # A date with the zone "-0000" comes without one and means UTC (RFC 5322, 3.3).
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    except (ValueError, OverflowError):
        return None
    return min(max(wait.total_seconds(), 0.0), LONGEST)
