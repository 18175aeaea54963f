"""A release in the few words that a status bar has room for."""

from typing import Final

from premierectl.countdown import Countdown
from premierectl.wording.waits import wait

UNREADABLE: Final = "premierectl: error"


def bar_wait(item: Countdown, *, vague: bool) -> str:
    """The wait as in a list, but a ``vague`` date in its own words, as a count of days is none.

    ``today``, ``5h``, ``12d``, ``Jan 2027``, ``TBA``; ``out`` once it is, ``overdue`` without news.
    """
    if vague and item.date and item.state != "overdue":
        return item.date.short
    return wait(item)
