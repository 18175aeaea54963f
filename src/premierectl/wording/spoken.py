"""What is said of a release in words alone, for a voice or a Braille display: no sign, no short form."""

import re
from collections.abc import Sequence
from datetime import date

from premierectl.countdown import MINUTE, Countdown
from premierectl.dates import WEEKDAYS, PartialDate, day_words
from premierectl.release import Release
from premierectl.reminders import ReminderNow
from premierectl.wording.waits import FAR, days_words, on, phrase


def sentence(*parts: str | None) -> str:
    """The parts that say something, with commas between them and a full stop at the end."""
    words = ", ".join(filter(None, parts))
    return words if words.endswith((".", "!", "?")) else f"{words}."


def listed_aloud(words: Sequence[str]) -> str:
    """Several things in a row: ``a, b and c``."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def spoken_release(release: Release) -> str:
    """Which release it is: ``season 6``, ``season 6, episode 4``, ``season 6 returns, episode 9``."""
    season = release.season.label
    if release.part is not None:
        return f"{season}, {release.season.parts[release.part - 1].label}"
    if release.kind == "premiere":
        return season
    what = {"return": f"{season} returns", "finale": f"{season}, finale"}.get(release.kind, season)
    return ", ".join(filter(None, (what, _spoken_episodes(release.episodes))))


def spoken_day(day: date) -> str:
    """A calendar day with its weekday: ``Tuesday 8 December 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {day_words(day)}"


def spoken_date(known: PartialDate) -> str:
    """A date as far as it is known, and whether it is sure: ``January 2027, unconfirmed``."""
    words = spoken_day(known.earliest) if known.is_day else known.words
    return words if known.confirmed else f"{words}, unconfirmed"


def ago_aloud(days: int) -> str:
    """How long ago a day was: ``today``, ``yesterday``, ``12 days ago``."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def spoken_standing(item: Countdown) -> str:
    """How a release stands, with its date: ``in 12 days, Tuesday 8 December 2026``, ``no date yet``.

    The date and the clock time are the viewer's.
    """
    known = item.date
    if known is None or item.state in ("cancelled", "overdue"):
        return phrase(item)
    if item.state == "out":
        return _out_aloud(item, known)
    if known.is_day:
        return f"{_wait_aloud(item, known)}, {_day_and_time(item, known)}"
    return _vague_aloud(known, item.today)


def spoken_reminder(now: ReminderNow) -> str:
    """How a reminder stands, with its date: ``in 8 days, Tuesday 1 December 2026``, ``over, ...``."""
    known, today = now.date, now.moment.today
    if now.is_over:
        return f"over, {spoken_date(known)}"
    if known.is_day:
        return f"{days_words(known, today)}, {spoken_date(known)}"
    return _vague_aloud(known, today)


def spelled_out(words: str) -> str:
    """Words of ours without short forms and signs: ``season 6, episode 4`` for ``S6 E4``."""
    words = re.sub(r"\bE(\d+)–E(\d+)\b", r"episodes \1 to \2", words)
    words = re.sub(r"\bS(\d+) (?=episode|E\d)", r"season \1, ", words)
    words = re.sub(r"\bS(\d+)\b", r"season \1", words)
    words = re.sub(r"\bE(\d+)\b", r"episode \1", words)
    return re.sub(r"(?<=\d)–(?=\d)", " to ", words).replace(" · ", ", ")


def _spoken_episodes(numbers: tuple[int, int] | None) -> str:
    if numbers is None:
        return ""
    first, last = numbers
    if first == last:
        return f"episode {first}"
    return f"episodes {first} {'and' if last == first + 1 else 'to'} {last}"


def _day_and_time(item: Countdown, known: PartialDate) -> str:
    clock = f", at {item.local:%H:%M} your time" if item.local else ""
    doubt = "" if known.confirmed else ", unconfirmed"
    return f"{spoken_day(known.earliest)}{clock}{doubt}"


def _out_aloud(item: Countdown, known: PartialDate) -> str:
    if not known.is_day:
        return f"came out in {known.words}"
    days, day = (item.today - known.latest).days, _day_and_time(item, known)
    return f"came out on {day}, {ago_aloud(days)}" if days > 0 else f"out now, {day}"


def _wait_aloud(item: Countdown, known: PartialDate) -> str:
    days = days_words(known, item.today)
    if not item.is_close:
        return days
    hours = f"in {_duration_aloud(item.steps_left(MINUTE))}"
    return f"{days}, {hours}" if days in ("today", "tomorrow") else hours


def _duration_aloud(minutes: int) -> str:
    if minutes == 0:
        return "less than a minute"
    parts = [(minutes // 60, "hour"), (minutes % 60, "minute")]
    return " ".join(f"{number} {unit}{'s' * (number != 1)}" for number, unit in parts if number)


def _vague_aloud(known: PartialDate, today: date) -> str:
    doubt = "" if known.confirmed else ", unconfirmed"
    if known.earliest <= today:
        return days_words(known, today) + doubt
    if known.latest - today >= FAR:
        return f"some time {on(known)}{doubt}"
    first, last = (known.earliest - today).days, (known.latest - today).days
    return f"in {first} to {last} days, {known.words}{doubt}"
