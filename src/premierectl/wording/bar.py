"""A release in the few words that a status bar has room for."""

from typing import Final

from premierectl.countdown import Countdown
from premierectl.wording.waits import days_words, phrase, wait

UNREADABLE: Final = "premierectl: error"


def bar_wait(item: Countdown, *, vague: bool) -> str:
    """The wait as in a list, but a ``vague`` date in its own words, as a count of days is none.

    ``today``, ``5h``, ``12d``, ``Jan 2027``, ``TBA``; ``out`` once it is, ``overdue`` without news.
    """
    if vague and item.date and item.state != "overdue":
        return item.date.short
    return wait(item)


def bar_phrase(item: Countdown) -> str:
    """The wait in words, with a clock time where others count minutes: ``tomorrow, 21:00``.

    A bar that asks once an hour would show minutes that are over.
    """
    if item.local is None or item.date is None or item.state == "cancelled" or not item.is_close:
        return phrase(item)
    doubt = "" if item.date.confirmed else " (unconfirmed)"
    return f"{days_words(item.date, item.today)}, {item.local:%H:%M}{doubt}"
