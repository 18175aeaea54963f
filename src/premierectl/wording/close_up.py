"""What a card says beneath what stands large: the date and clock times, the cast, the source."""

from datetime import date, datetime
from itertools import pairwise

from premierectl.countdown import Countdown
from premierectl.dates import WEEKDAYS, PartialDate, day_words
from premierectl.model import Season
from premierectl.wording.listing import what_listed
from premierectl.wording.moments import usual_words, zone_in_words
from premierectl.wording.waits import brief, on


def date_written_out(item: Countdown, usually: datetime | None) -> list[str]:
    """The date once, with the clock time of the viewer and of the network where they differ.

    In clauses: ``Friday, 26 December 2025,``, ``02:00 your time``, ``(Thursday, 17:00 in Los
    Angeles)``; of what is over, ``Came out 4 years ago,``, ``on Friday, 22 April 2022``. Without a
    date, what is known instead.
    """
    known, state = item.date, item.state
    if known is None:
        return _instead_of_a_date(item)
    if state == "overdue":
        return [f"Was expected {on(known)}"]
    if state == "cancelled":
        return [f"Was to come {on(known)}"]
    if state == "out" and item.days != 0:
        return _clauses_since("Came out", known, item.today)
    if _may_be_any_day(known, item.today):
        return _with_commas(f"Until {day_words(known.latest)}", _doubt_said(known))
    near = {0: "Today", 1: "Tomorrow"}.get(item.days or 0, "") if item.is_close else ""
    return _with_commas(near, *_day_and_clock(item, known, usually), _doubt_said(known))


def last_words(item: Countdown) -> list[str]:
    """When the last release came out: ``Season 3 came out 2 years ago,``, ``on Thursday, 3 October 2024``.

    Nothing where nothing is known to be out.
    """
    what = capitalized(item.release.noun)
    if item.state != "out":
        return []
    return (
        _clauses_since(f"{what} came out", item.date, item.today)
        if item.date
        else [f"{what} is out"]
    )


def next_words(item: Countdown, usually: datetime | None) -> str:
    """A release with its wait and its date: ``Season 3 · in 35–65 days · January 2027``."""
    release = item.release
    part = f"{release.season.short} " if release.part else ""
    title = f" “{release.episode_title}”" if release.episode_title else ""
    what = f"{part}{what_listed(release)}{title}"
    known = item.date
    if known is None or item.state == "overdue" or _may_be_any_day(known, item.today):
        return f"{what} · {brief(item)}"
    day = " ".join(_with_commas(*_day_and_clock(item, known, usually)))
    return f"{what} · {brief(item)} · {day}"


def _day_and_clock(item: Countdown, known: PartialDate, usually: datetime | None) -> list[str]:
    """The date, and the clock time of the viewer and of the network where they differ."""
    day = f"{WEEKDAYS[known.earliest.weekday()]}, {known.words}" if known.is_day else known.words
    if item.local:
        return [capitalized(day), f"{item.local:%H:%M} your time", _where_made(item)]
    usual = f"usually {usual_words(usually, known)} your time" if usually else ""
    return [capitalized(day), usual]


def _clauses_since(what: str, known: PartialDate, today: date) -> list[str]:
    """``Came out 4 years ago,``, ``on Friday, 22 April 2022``; ``Came out in 2024``."""
    if not known.is_day:
        return _with_commas(f"{what} in {known.words}", _doubt_said(known))
    day = known.earliest
    on_day = f"on {WEEKDAYS[day.weekday()]}, {known.words}"
    return _with_commas(f"{what} {_ago(day, today)}", on_day, _doubt_said(known))


def _doubt_said(known: PartialDate) -> str:
    return "" if known.confirmed else "unconfirmed"


def _with_commas(*clauses: str) -> list[str]:
    """The clauses that say something, with a comma behind each but the last and before a bracket."""
    said = [*filter(None, clauses), ""]
    return [
        f"{each}," if behind and not behind.startswith("(") else each
        for each, behind in pairwise(said)
    ]


def _instead_of_a_date(item: Countdown) -> list[str]:
    season, show = item.release.season, item.release.show
    if item.state == "cancelled" and season.status != "cancelled" and show.status == "ended":
        return ["The show has ended"]
    if item.state != "tba":
        return []
    if item.release.kind == "finale":
        return [f"The end of {season.label} is not known yet"]
    return ["No date yet"] if season.status == "renewed" else []


def _ago(day: date, today: date) -> str:
    """How long ago a day was, in the unit that says it in a small number: ``5 weeks ago``."""
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if days <= 1:
        return "yesterday" if days else "today"
    for number, unit, least in (
        (months // 12, "years", 2),
        (months, "months", 2),
        (days // 7, "weeks", 2),
    ):
        if number >= least:
            return f"{number} {unit} ago"
    return f"{days} days ago"


def _may_be_any_day(known: PartialDate, today: date) -> bool:
    """Whether any day from now on can be the one that is meant."""
    return not known.is_day and known.earliest <= today


def day_in_short(known: PartialDate) -> str:
    """A date at the end of a bar: ``8 Dec 2026``, ``January 2027``."""
    if not known.is_day:
        return known.words
    day, month, year = day_words(known.earliest).split()
    return f"{day} {month[:3]} {year}"


def checked_words(season: Season, today: date) -> list[str]:
    """When a season's facts were last checked, and where; nothing where nobody says so."""
    checked = [(source.checked, source) for source in season.sources if source.checked]
    if not checked:
        return []
    day, source = max(checked, key=lambda each: each[0])
    days = (today - day).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago") if days >= 0 else ""
    known = ", ".join(filter(None, (f"Checked {day_words(day)}", ago)))
    return [*filter(None, (known, source.title, source.licence))]


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
    return f"({day}{release.time} {zone_in_words(release.season.timezone or '')})"
