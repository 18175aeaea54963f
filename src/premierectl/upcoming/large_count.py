"""What of a wait is worth large letters: a count with its units, or a word."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final

from msgspec import Struct

from premierectl.countdown import HOUR, MINUTE, Countdown, State
from premierectl.dates import PartialDate

# What stands large where nothing is counted, by the state of a release.
_WORDS_OF_STATES: Final[dict[State, str]] = {
    "tba": "NO DATE YET",
    "today": "TODAY",
    "overdue": "OVERDUE",
    "out": "OUT",
    "cancelled": "CANCELLED",
}


class Counted(Struct, frozen=True):
    """One number of a count, and the unit it counts: ``68``, ``days``."""

    number: str
    unit: str


class LargeCount(Struct, frozen=True):
    """What stands large: numbers with their units, or the ``letters`` of a few words.

    ``aside`` says what the numbers count to where that is less than the release itself.
    """

    numbers: Sequence[Counted] = ()
    letters: str = ""
    aside: str = ""


def large_count(item: Countdown, *, ticking: bool) -> LargeCount:
    """What stands large of a release: days, within 48 hours of an instant hours and minutes.

    What is ``ticking`` counts to the second wherever the day is known: to the instant, or to where
    the day begins for the viewer.
    """
    is_near = item.state == "today" and item.is_close
    if item.date is None or not (is_near or item.state in ("upcoming", "airing")):
        return LargeCount(letters=_large_word(item))
    if not item.date.is_day:
        return _vague(item, item.date, ticking=ticking)
    if ticking:
        return _to_the_second(item, item.date)
    if item.is_close:
        return LargeCount(_hours_and_minutes(item))
    return LargeCount([_counted_in(item.days or 0, "day")])


def _large_word(item: Countdown) -> str:
    season, show = item.release.season, item.release.show
    if item.state == "out" and item.days == 0:
        return "OUT NOW"
    if item.state == "tba" and season.status == "renewed" and item.release.kind == "premiere":
        return "RENEWED"
    if item.state == "cancelled" and season.status != "cancelled" and show.status == "ended":
        return "NOT COMING"
    return _WORDS_OF_STATES[item.state]


def _vague(item: Countdown, known: PartialDate, *, ticking: bool) -> LargeCount:
    if known.earliest <= item.today:
        return LargeCount(letters="ANY DAY")
    numbers = [Counted(item.span.replace("-", "–"), "days")]
    return LargeCount(numbers, aside="no day announced yet" if ticking else "")


def _to_the_second(item: Countdown, known: PartialDate) -> LargeCount:
    aside = "" if item.left else "until the day begins"
    begins = datetime.combine(known.earliest, time.min, item.moment.zone)
    left = item.left or begins.astimezone(UTC) - item.moment.instant
    seconds = int(left.total_seconds())
    days, rest = divmod(seconds, 86_400)
    ticking = [
        _counted_in(rest // 3600, "hour", digits=2),
        _counted_in(rest // 60 % 60, "minute", digits=2),
        _counted_in(rest % 60, "second", digits=2),
    ]
    return LargeCount([_counted_in(days, "day"), *ticking] if days else ticking, aside=aside)


def _hours_and_minutes(item: Countdown) -> list[Counted]:
    """Hours and minutes; of the last minute, its seconds."""
    hours, minutes = divmod(item.steps_left(MINUTE), HOUR // MINUTE)
    if hours:
        return [_counted_in(hours, "hour"), _counted_in(minutes, "minute", digits=2)]
    if minutes:
        return [_counted_in(minutes, "minute")]
    return [_counted_in(item.steps_left(timedelta(seconds=1)), "second")]


def _counted_in(number: int, unit: str, *, digits: int = 1) -> Counted:
    return Counted(f"{number:0{digits}}", unit if number == 1 else f"{unit}s")
