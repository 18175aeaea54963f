"""What a line of a list says of a release: what it is, on which day, how long the wait; its headings."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from premierectl.countdown import MINUTE, Countdown, days_left
from premierectl.dates import MONTHS, WEEKDAYS, PartialDate
from premierectl.release import Release
from premierectl.wording.waits import FAR, brief, duration_words, is_within_a_day

# A weekday alone means one day of so many from today.
_DAYS_OF_A_WEEK: Final = 7


def what_listed(release: Release) -> str:
    """Which release it is, beside its show: ``Season 6``, ``S6 E4``, ``Volume 2``, ``S6 returns``."""
    if release.part is not None:
        return release.season.parts[release.part - 1].label
    return release.label[:1].upper() + release.label[1:]


def day_listed(known: PartialDate, today: date, *, under_month: bool = False) -> str:
    """A date as far as it is known, in a few characters: ``Thu``, ``Thu 10 Dec``, ``March?``, ``Q1 2027``.

    The year stands there where it is another one than today's, unless a heading names the month.
    """
    day, doubt = known.earliest, "" if known.confirmed else "?"
    year = "" if under_month or day.year == today.year else f" {day.year}"
    if known.precision == "month":
        name = MONTHS[day.month - 1]
        return f"{name[:3] if year else name}{year}{doubt}"
    if not known.is_day:
        return known.short + doubt
    weekday = WEEKDAYS[day.weekday()][:3]
    if 0 <= (day - today).days < _DAYS_OF_A_WEEK:
        return weekday + doubt
    return f"{weekday} {day.day} {MONTHS[day.month - 1][:3]}{year}{doubt}"


def wait_listed(item: Countdown) -> str:
    """The wait beside its date: ``today``, ``5 h 30 min``, ``39–69 days``, ``31 days late``, ``yesterday``."""
    if item.date is None or item.state in ("tba", "cancelled"):
        return brief(item)
    if item.state == "overdue":
        return f"{_counted_days(str((item.today - item.date.latest).days))} late"
    if item.state == "out":
        return _since_it_is_out(item.days)
    if is_within_a_day(item):
        return duration_words(item.steps_left(MINUTE))
    return days_listed(item.date, item.today)


def days_listed(known: PartialDate, today: date) -> str:
    """The days until a date that is not over: ``tomorrow``, ``12 days``, ``any day``.

    Empty where a vague date says more than its days would.
    """
    first, last = days_left(known, today)
    if known.is_day:
        return {0: "today", 1: "tomorrow"}.get(first, _counted_days(str(first)))
    if known.latest - today >= FAR:
        return ""
    if known.earliest <= today:
        return "any day"
    return _counted_days(f"{first}–{last}")


def move_listed(item: Countdown) -> str:
    """By how much its date has moved, ``+61 d``, or from where: ``was Mar 2027``; else empty."""
    change = item.moved
    if change is None or change.before is None:
        return ""
    if change.days is not None:
        return f"{change.days:+d} d"
    return f"was {day_listed(change.before, item.today)}"


def month_heading(year: int, month: int, today: date) -> str:
    """A month by name, with its year where that is another one than today's."""
    return MONTHS[month - 1] + ("" if year == today.year else f" {year}")


def more_words(number: int, last: PartialDate | None, today: date) -> str:
    """What a list leaves out, and until when it goes on: ``31 more until March 2028``."""
    if last is None:
        return f"{number} more"
    day = last.latest
    near = last.is_day or last.precision == "month"
    return (
        f"{number} more until {month_heading(day.year, day.month, today) if near else last.words}"
    )


def titles_counted(what: str, titles: Sequence[str]) -> str:
    """The beginning of a line of titles: ``Without a date (11):``."""
    return f"{what} ({len(titles)}):"


def _since_it_is_out(days: int | None) -> str:
    """How long it is out; ``out`` where the day is not known."""
    if days is None:
        return "out"
    return {0: "out now", -1: "yesterday"}.get(days, f"{-days} days ago")


def _counted_days(number: str) -> str:
    return f"{number} day{'' if number == '1' else 's'}"
