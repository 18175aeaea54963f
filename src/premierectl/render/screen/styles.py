"""Every style that a drawing may have, by what it means; nothing else names a style.

On a terminal no style has a hue: nobody knows the background, and of the sixteen colours none
keeps a contrast of 4.5 (WCAG 2.2, 1.4.3) on black and on white in the palettes of xterm, Tango and
Solarized. What matters is told apart by words, signs, weight and lines. A picture brings its own
background, and there hues pass.
"""

from typing import Final

from rich.theme import Theme

from premierectl.countdown import Countdown
from premierectl.reminders import ReminderNow

TITLE: Final = "title"
HEADING: Final = "heading"
STORY: Final = "story"
MARKED_DAY: Final = "marked day"
NEWCOMER: Final = "newcomer"
# What can be done without: how faint it is, is up to the terminal.
ASIDE: Final = "aside"

_OVERDUE: Final = "overdue"
_AT_REST: Final = "at rest"
_LATER: Final = "later"
_SOON: Final = ((0, "today"), (7, "this week"), (31, "this month"))

_WORDS_AND_LINES: Final = {
    TITLE: "bold",
    HEADING: "bold underline",
    STORY: "italic",
    MARKED_DAY: "bold reverse",
    NEWCOMER: "bold",
    ASIDE: "dim",
}
_HUES: Final = {
    "today": "green",
    "this week": "green",
    "this month": "yellow",
    _LATER: "cyan",
    _OVERDUE: "magenta",
    _AT_REST: "",
}
_WEIGHTS: Final = {"today": "bold", "this week": "bold", _OVERDUE: "italic"}
_WAITS: Final = {name: _WEIGHTS.get(name, "") for name in _HUES}

ON_ANY_BACKGROUND: Final = Theme(
    {
        **_WORDS_AND_LINES,
        **{name: weight or "none" for name, weight in _WAITS.items()},
        **{f"large {name}": "bold" for name in _HUES},
    }
)
ON_A_DARK_PICTURE: Final = Theme(
    {
        **_WORDS_AND_LINES,
        NEWCOMER: "bold green",
        **{name: f"{_WAITS[name]} {hue}".strip() or "none" for name, hue in _HUES.items()},
        **{f"large {name}": f"bold {hue}".rstrip() for name, hue in _HUES.items()},
    }
)


def nearness(item: Countdown) -> str:
    """The style that goes with the words of a wait: the nearer, the heavier."""
    if item.state == "overdue":
        return _OVERDUE
    if item.state in ("tba", "cancelled", "out"):
        return _AT_REST
    return _soon(item.days_latest or 0)


def reminder_nearness(now: ReminderNow) -> str:
    """The same of a reminder."""
    return _AT_REST if now.is_over else _soon((now.date.latest - now.moment.today).days)


def large_nearness(item: Countdown) -> str:
    """The same of what stands large."""
    return f"large {nearness(item)}"


def _soon(days: int) -> str:
    return next((style for within, style in _SOON if days <= within), _LATER)
