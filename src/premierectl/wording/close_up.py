"""What a card says beneath its number: how a release stands, its date and clock times, its source."""

from datetime import date, datetime

from premierectl.countdown import Countdown
from premierectl.dates import WEEKDAYS, PartialDate, day_words
from premierectl.model import Season
from premierectl.wording.listing import what_listed
from premierectl.wording.moments import usual_words, zone_in_words
from premierectl.wording.waits import brief, phrase


def standing_words(item: Countdown) -> str:
    """How a release stands that is not counted: ``Renewed · no date yet``, ``Cancelled``."""
    season = item.release.season
    if item.state == "tba" and season.status == "renewed" and item.release.kind == "premiere":
        return "Renewed · no date yet"
    return capitalized(phrase(item))


def date_written_out(item: Countdown, usually: datetime | None) -> str:
    """The date once, with the clock time of the viewer and of the network where they differ.

    ``Friday, 26 December 2025, 02:00 your time (Thursday, 17:00 in Los Angeles)``. Empty where how
    it stands says the date.
    """
    known = item.date
    if known is None or item.state == "overdue" or (item.state == "out" and not known.is_day):
        return ""
    if _may_be_any_day(known, item.today):
        return f"Until {day_words(known.latest)}{'' if known.confirmed else ', unconfirmed'}"
    near = {0: "Today, ", 1: "Tomorrow, "}.get(item.days or 0, "") if item.is_close else ""
    doubt = "" if known.confirmed else ", unconfirmed"
    return f"{near}{_day_and_clock(item, known, usually)}{doubt}"


def next_words(item: Countdown, usually: datetime | None) -> str:
    """A release with its wait and its date: ``Season 3 · in 35–65 days · January 2027``."""
    release = item.release
    part = f"{release.season.short} " if release.part else ""
    title = f" “{release.episode_title}”" if release.episode_title else ""
    what = f"{part}{what_listed(release)}{title}"
    known = item.date
    if known is None or item.state == "overdue" or _may_be_any_day(known, item.today):
        return f"{what} · {brief(item)}"
    return f"{what} · {brief(item)} · {_day_and_clock(item, known, usually)}"


def _may_be_any_day(known: PartialDate, today: date) -> bool:
    """Whether any day from now on can be the one that is meant."""
    return not known.is_day and known.earliest <= today


def _day_and_clock(item: Countdown, known: PartialDate, usually: datetime | None) -> str:
    """The date, and the clock time of the viewer and of the network where they differ."""
    day = f"{WEEKDAYS[known.earliest.weekday()]}, {known.words}" if known.is_day else known.words
    clock = f", {item.local:%H:%M} your time{_where_made(item)}" if item.local else ""
    usual = f", usually {usual_words(usually, known)} your time" if usually else ""
    return f"{capitalized(day)}{clock}{usual}"


def day_in_short(known: PartialDate) -> str:
    """A date at the end of a bar: ``8 Dec 2026``, ``January 2027``."""
    if not known.is_day:
        return known.words
    day, month, year = day_words(known.earliest).split()
    return f"{day} {month[:3]} {year}"


def checked_words(season: Season, today: date) -> str:
    """Where a season's facts come from and how old they are; empty where nobody says so."""
    checked = [(source.checked, source) for source in season.sources if source.checked]
    if not checked:
        return ""
    day, source = max(checked, key=lambda each: each[0])
    days = (today - day).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago") if days >= 0 else ""
    said = f"checked {day_words(day)}"
    known = capitalized(", ".join(filter(None, (said, ago))))
    return " · ".join(filter(None, (known, source.title, source.licence)))


def new_cast_words(people: list[str], most: int) -> str:
    """Who joins the cast, the first of them by name: ``New in the cast: A, B and 3 more``."""
    more = len(people) - most
    if more > 0:
        return f"New in the cast: {', '.join(people[:most])} and {more} more"
    return f"New in the cast: {' and '.join(filter(None, (', '.join(people[:-1]), people[-1])))}"


def capitalized(words: str) -> str:
    """The words as a sentence begins; everything behind the first letter is as it was."""
    return words[:1].upper() + words[1:]


def _where_made(item: Countdown) -> str:
    """The clock time where the release is made, where it is another there: ``(21:00 in New York)``."""
    release, seen = item.release, item.date
    if seen is None or release.date is None or f"{item.local:%H:%M}" == release.time:
        return ""
    other = release.date.earliest
    day = "" if other == seen.earliest else f"{WEEKDAYS[other.weekday()]}, "
    return f" ({day}{release.time} {zone_in_words(release.season.timezone or '')})"
