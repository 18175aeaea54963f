"""When the next call may be made, which answers mean "later", and how much time is left for all."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

GAP: Final = 0.5
MOVED: Final = frozenset({301, 302, 303, 307, 308})
BACK_OFF: Final = (1.0, 2.0, 4.0)
LONGEST_WAIT: Final = 60.0
TOO_MANY: Final = 429  # RFC 6585


class Waiting(NamedTuple):
    """The time that passes while a service is asked, and how to wait (both in seconds)."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """The deadlines of a run and of one answer, and the gap between calls.

    ``TimeoutError`` where time is up.
    """

    def __init__(self, limit: float, answer_limit: float, clock: Waiting) -> None:
        self.run_limit, self.answer_limit = limit, answer_limit
        self._clock = clock
        self._next = clock.monotonic()
        self._end = self._next + limit
        self._answer_end = self._end

    @property
    def limit(self) -> float:
        """The limit that comes first: of the run, or of an answer."""
        return self.run_limit if self._end <= self._answer_end else self.answer_limit

    def begin(self) -> None:
        """The time for one answer begins, with all the calls that it takes."""
        self._answer_end = self._clock.monotonic() + self.answer_limit

    def is_over(self) -> bool:
        """Whether a deadline has passed."""
        return self._left() <= 0

    def is_run_over(self) -> bool:
        """Whether the run has no time for another call."""
        return max(self._clock.monotonic(), self._next) >= self._end

    def at_most(self, seconds: float) -> float:
        """So many seconds, or what is left of the time where that is less."""
        left = self._left()
        if left <= 0:
            raise TimeoutError
        return min(seconds, left)

    def turn(self) -> None:
        """Wait until the next call may be made."""
        self.wait(self._next - self._clock.monotonic())
        self._next = self._clock.monotonic() + GAP

    def wait(self, seconds: float) -> None:
        """Wait; where that would pass the deadline, raise at once."""
        if max(seconds, 0) >= self._left():
            raise TimeoutError
        if seconds > 0:
            self._clock.sleep(seconds)

    def _left(self) -> float:
        return min(self._end, self._answer_end) - self._clock.monotonic()


def is_passing(status: int) -> bool:
    """Whether the same question may have a better answer in a moment."""
    return status == TOO_MANY or status >= 500  # noqa: PLR2004 - RFC 9110, 15.6


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
