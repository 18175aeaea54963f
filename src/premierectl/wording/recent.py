"""What happened lately, in a line: what came out, and what changed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from premierectl.changes import Change
from premierectl.countdown import Countdown
from premierectl.dates import MONTHS, WEEKDAYS, PartialDate, day_words
from premierectl.moment import Moment
from premierectl.wording.changes import change_name, shift_words
from premierectl.wording.moments import date_said
from premierectl.wording.waits import on

_WEEK_LENGTH: Final = 7
_SAID_OF: Final = {
    "new show": "is new in the catalogue",
    "new season": "was announced",
    "new part": "was announced",
    "undated": "has no exact date any more",
    "withdrawn": "was withdrawn",
    "renewed": "was renewed",
    "cancelled": "was cancelled",
    "ended": "has ended",
    "gone": "is no longer listed",
    "renamed": "has a new name",
}


def since_words(begin: Moment, today: date) -> str:
    """Since when, for a viewer of that day: ``14:05``, ``yesterday``, ``Thursday``, ``3 November``."""
    day = begin.today
    ago = (today - day).days
    if ago == 0:
        return f"{begin.local:%H:%M}"
    if ago == 1:
        return "yesterday"
    if ago < _WEEK_LENGTH:
        return WEEKDAYS[day.weekday()]
    return _day_and_month(day, today)


def day_heading(day: date, today: date) -> str:
    """A day that is over or today, as a heading: ``Yesterday``, ``Thursday 19 November``."""
    ago = (today - day).days
    if ago <= 1:
        return ("Today", "Yesterday")[ago]
    return f"{WEEKDAYS[day.weekday()]} {_day_and_month(day, today)}"


def out_words(title: str, items: Sequence[Countdown]) -> str:
    """What came out of a season: ``The Pitt season 3 is out``, ``3 episodes of The Pitt are out``."""
    first, *others = [item.release for item in items]
    more = sum(map(_episodes_in, items[1:]))
    if not others:
        return f"{title} {first.label} is out"
    if first.kind == "premiere":
        return f"{title} {first.label} and {more} more episode{'s' * (more > 1)} are out"
    return f"{more + _episodes_in(items[0])} episodes of {title} are out"


def change_briefly(change: Change) -> str:
    """What changed, in a few words: ``Lanterns season 1 moved 61 days later``; empty for a cast."""
    said = _said_briefly(change)
    return f"{change_name(change)} {said}" if said else ""


def lately(said: Iterable[str], most: int) -> Iterator[str]:
    """The first so many of these, each once, and how many more there are."""
    told = list(dict.fromkeys(filter(None, said)))
    yield from told[:most]
    if len(told) > most:
        yield f"{len(told) - most} more: premierectl recent, premierectl changes"


def _said_briefly(change: Change) -> str:
    """What became of it, behind its name."""
    match change.kind, change.after:
        case "moved", PartialDate() as known:
            by = None if change.days is None else shift_words(change.days)
            return f"moved {by or f'to {date_said(known)}'}"
        case "dated", PartialDate() as known:
            return f"comes {on(known)}{'' if known.confirmed else ', unconfirmed'}"
        case "returns", PartialDate() as known:
            return f"returns {on(known)}"
        case "renewed", _ if change.season is None:
            return "is not over after all"
        case _:
            return _SAID_OF.get(change.kind, "")


def _day_and_month(day: date, today: date) -> str:
    """A day with its year where that is another one than today's."""
    return f"{day.day} {MONTHS[day.month - 1]}" if day.year == today.year else day_words(day)


def _episodes_in(item: Countdown) -> int:
    numbers = item.release.episodes
    return 1 if numbers is None else numbers[1] - numbers[0] + 1
