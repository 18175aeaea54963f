"""When the next call may be made, and how much time is left for all of them."""

from collections.abc import Callable
from typing import Final

GAP: Final = 0.5


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
