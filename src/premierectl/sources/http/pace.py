"""When the next call may be made, which answers mean "later", and how much time is left for all."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

GAP: Final = 0.5
MOVED: Final = frozenset({301, 302, 303, 307, 308})
BACK_OFF: Final = (1.0, 2.0, 4.0)
LONGEST_WAIT: Final = 60.0


class Pace:
    """The deadline of a run and the gap between its calls; ``TimeoutError`` where time is up."""

    def __init__(
        self, limit: float, monotonic: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self.limit = limit
        self._monotonic = monotonic
        self._sleep = sleep
        self._end = monotonic() + limit
        self._next = monotonic()

    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return self._monotonic() >= self._end

    def at_most(self, seconds: float) -> float:
        """So many seconds, or what is left of the run where that is less."""
        left = self._end - self._monotonic()
        if left <= 0:
            raise TimeoutError
        return min(seconds, left)

    def turn(self) -> None:
        """Wait until the next call may be made."""
        self.wait(self._next - self._monotonic())
        self._next = self._monotonic() + GAP

    def wait(self, seconds: float) -> None:
        """Wait; where that would pass the deadline, raise at once."""
        if self._monotonic() + max(seconds, 0) >= self._end:
            raise TimeoutError
        if seconds > 0:
            self._sleep(seconds)


def is_passing(status: int) -> bool:
    """Whether the same question may have a better answer in a moment."""
    return status == 429 or status >= 500  # noqa: PLR2004 - RFC 6585; RFC 9110, 15.6


def asked(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that ``Retry-After`` asks to wait, 60 at most; null where it says nothing."""
    if retry_after is None:
        return None
    if re.fullmatch("[0-9]{1,9}", retry_after):
        return min(float(retry_after), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(retry_after)
        # A date with the zone "-0000" comes without one and means UTC (RFC 5322, 3.3).
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    except (ValueError, OverflowError):
        return None
    return min(max(wait.total_seconds(), 0.0), LONGEST_WAIT)
