"""The wait for a release in words, short, beside its date or standing alone; how far a season is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from premierectl.countdown import AHEAD, HOUR, MINUTE, Countdown, days_left
from premierectl.dates import PartialDate, day_words
from premierectl.model import Season
from premierectl.release import Release

_WHOLE_DAY: Final = timedelta(days=1)
# From here on the days of a vague date say less than its words do.
FAR: Final = timedelta(days=100)


def phrase(item: Countdown) -> str:
    """The wait in words that stand alone: ``in 39–69 days (January 2027)``."""
    known, words = item.date, brief(item)
    if known is None or known.is_day or not words.startswith("in "):
        return words
    doubt = "" if known.confirmed else ", unconfirmed"
    return f"{_words(item)} ({known.words}{doubt})"


def brief(item: Countdown) -> str:
    """The wait in words, for a row whose date stands beside it."""
    doubt = "" if item.date is None or item.date.confirmed else " (unconfirmed)"
    return _words(item) + ("" if item.state == "overdue" else doubt)


def season_wait(item: Countdown) -> str:
    """The same, of a season that is out in days since: ``687 days ago``."""
    if item.state != "out":
        return brief(item)
    if item.days is None:
        return "out"
    return {0: "out now", -1: "yesterday"}.get(item.days, f"{-item.days} days ago")


def wait(item: Countdown) -> str:
    """The wait in a few characters: ``today``, ``5h``, ``12d``, ``39–69d``, ``Jan 2027``."""
    if item.state in ("overdue", "out", "cancelled"):
        return item.state
    if item.date is None:
        return "TBA"
    if is_within_a_day(item):
        return f"{max(1, item.steps_left(HOUR))}h"
    if item.state == "today":
        return "today"
    if item.date.is_day or item.date.latest - item.today < FAR:
        return f"{item.span.replace('-', '–')}d"
    return item.date.short


def standing(item: Countdown) -> str:
    """How a release stands, in a sentence: ``season 3 came out on 4 October 2026``."""
    label, known = item.release.noun, item.date
    if known is None and item.state == "tba" and item.release.kind == "finale":
        return f"the end of {item.release.season.label} is not known yet"
    if item.state == "tba":
        return f"{label} has no date yet"
    if item.state == "out" and known:
        return f"{label} came out {on(known)}{'' if known.confirmed else ', unconfirmed'}"
    return f"{label} {'was ' if item.state == 'cancelled' else ''}{phrase(item)}"


def on(known: PartialDate) -> str:
    """A date behind its preposition: ``on 4 October 2026``, ``in January 2027``."""
    return f"{'on' if known.is_day else 'in'} {known.words}"


def is_within_a_day(item: Countdown) -> bool:
    """Whether the wait is one of hours, less than a day of them."""
    return item.is_within(_WHOLE_DAY) and item.steps_left(HOUR) < _WHOLE_DAY // HOUR


def duration_words(minutes: int) -> str:
    """A wait of hours, in whole minutes: ``31 h 5 min``."""
    if minutes == 0:
        return "less than a minute"
    hours, rest = divmod(minutes, HOUR // MINUTE)
    parts = [(hours, "h"), (rest, "min")]
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def season_progress(season: Season, counted: Iterable[Countdown]) -> str:
    """How far a season is of which these are the releases: ``4 of 8 are out``.

    Empty where nothing of it is out, or nothing is known to be to come.
    """
    items = list(counted)
    out = [item.release for item in items if item.state == "out"]
    if not out:
        return ""
    last = max((release.episodes[1] for release in out if release.episodes), default=0)
    ahead = any(item.state in AHEAD for item in items)
    if not (ahead or _is_in_a_break(season, out, last)):
        return ""
    if last:
        total = f" of {season.episodes}" if season.episodes else f" episode{'s' * (last > 1)}"
        return f"{last}{total} {'is' if last == 1 else 'are'} out"
    parts = [release.part for release in out if release.part]
    return f"{season.parts[max(parts) - 1].label} is out" if parts else ""


def _is_in_a_break(season: Season, out: Sequence[Release], last: int) -> bool:
    """Whether episodes are missing of a season that is not over, though none is listed."""
    over = season.status in ("ended", "cancelled") or out[0].show.status in ("ended", "cancelled")
    return 0 < last < (season.episodes or 0) and not over and not out[-1].completes


def _words(item: Countdown) -> str:
    known = item.date
    if item.state == "cancelled":
        ended = item.release.season.status != "cancelled" and item.release.show.status == "ended"
        return "not coming, the show has ended" if ended else "cancelled"
    if known is None:
        return _undated_words(item) if item.state == "tba" else "out"
    if item.state == "overdue":
        return f"was expected {on(known)}"
    if item.state == "out":
        return _out_words(known, item.today)
    days = days_words(known, item.today)
    if not item.is_close:
        return days
    hours = f"in {duration_words(item.steps_left(MINUTE))}"
    return f"{days}, {hours}" if days in ("today", "tomorrow") else hours


def _undated_words(item: Countdown) -> str:
    return "not known yet" if item.release.kind == "finale" else "no date yet"


def _out_words(known: PartialDate, today: date) -> str:
    if not known.is_day:
        return f"came out {on(known)}"
    days = (today - known.latest).days
    return {0: "out now", 1: "came out yesterday"}.get(days, f"came out {days} days ago")


def days_words(known: PartialDate, today: date) -> str:
    """How long until a date that is not over: ``tomorrow``, ``in 39–69 days``."""
    first, last = days_left(known, today)
    if not known.is_day and known.earliest <= today:
        return f"any day until {day_words(known.latest)}"
    if first != last:
        return f"in {first}–{last} days"
    return {0: "today", 1: "tomorrow"}.get(first, f"in {first} days")
