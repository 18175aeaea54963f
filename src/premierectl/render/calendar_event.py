"""What a calendar shows of a release, or of a reminder: when, in which words, where it can be seen."""

import contextlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct

from premierectl.dates import PartialDate, day_words
from premierectl.model import Source
from premierectl.release import Release
from premierectl.render.facts import release_words
from premierectl.render.safe_text import without_unseen
from premierectl.upcoming.outlook import Row
from premierectl.watchlist import Reminder
from premierectl.web_link import is_web_link
from premierectl.wording.moments import zone_in_words

_A_DAY: Final = timedelta(days=1)
_AN_HOUR: Final = 60  # minutes, where nobody says how long an episode is


class CalendarEvent(Struct, frozen=True):
    """An event: its start and end are instants (UTC), or days of which the last is not part of it."""

    start: datetime | date
    end: datetime | date | None
    is_settled: bool
    summary: str
    description: str
    location: str | None
    url: str | None
    categories: tuple[str, ...]


def calendar_event(row: Row) -> CalendarEvent:
    """The event of a row, whose release has a date."""
    release, show, known = row.release, row.release.show, row.release.date
    assert known is not None, release.address  # noqa: S101 - the caller leaves these out
    links = (url for url in (show.official_site, show.url) if url and url.isprintable())
    return CalendarEvent(
        start=known.earliest if release.instant is None else release.instant,
        end=_end_of(release, known),
        is_settled=known.is_day and known.confirmed,
        summary=_summary(row, known),
        description="\n".join(filter(None, map(_clean, _description(row, known)))),
        location=_clean(release.network) if release.network else None,
        url=next(filter(is_web_link, links), None),
        categories=tuple(map(_clean, show.genres)),
    )


def reminder_event(reminder: Reminder) -> CalendarEvent:
    """The event of a reminder: on its day, or over all the days that it can mean."""
    known, text = reminder.date, _clean(reminder.text)
    return CalendarEvent(
        start=known.earliest,
        end=_day_behind(known),
        is_settled=known.is_day and known.confirmed,
        summary=text if known.is_day else f"{text} ({known.words})",
        description="",
        location=None,
        url=None,
        categories=(),
    )


def _day_behind(known: PartialDate) -> date | None:
    return known.latest + _A_DAY if known.latest < date.max else None


def _end_of(release: Release, known: PartialDate) -> datetime | date | None:
    """When it is over, by the length of an episode or by days; null where the calendar ends before."""
    if release.instant is None:
        return _day_behind(known)
    runtime = release.show.runtime_of(release.season) or _AN_HOUR
    with contextlib.suppress(OverflowError):  # the last hours of the last year
        return release.instant + timedelta(minutes=runtime)
    return None


def _summary(row: Row, known: PartialDate) -> str:
    """The release, and behind it what its label does not tell: episodes, a vague date, a doubt."""
    release = row.release
    told = release.numbers and release.label.endswith(release.numbers)
    remarks = (
        "" if told else release.numbers,
        "" if known.is_day else f"{known.words}, day unknown",
        "" if known.confirmed else "unconfirmed",
    )
    behind = ", ".join(filter(None, remarks))
    return _clean(row.name) + (f" ({behind})" if behind else "")


def _description(row: Row, known: PartialDate) -> Iterator[str]:
    release, network = row.release, row.network
    season, show = release.season, release.show
    yield season.name or "" if season.number is not None else ""
    yield release.episode_title or ""
    yield from f"your note: {row.note}".splitlines() if row.note else ()
    yield release.network or ""
    if release.instant is not None:
        yield f"{day_words(known.earliest)}, {release.time} {zone_in_words(season.timezone or '')}"
    elif known.is_day and network and network.usual_time and network.timezone:
        yield f"usually {network.usual_time} {zone_in_words(network.timezone)}"
    yield release_words(season)
    yield from (season.synopsis or show.synopsis or "").splitlines()
    yield from dict.fromkeys(map(_source_line, (*season.sources, *show.sources)))


def _source_line(source: Source) -> str:
    """Who knows it and where; empty where nothing but the day of the look is known."""
    words = ", ".join(filter(None, (source.title, source.url)))
    return source.credit or (words and f"source: {words}")


def _clean(text: str) -> str:
    """Outside text on one line, without what a calendar's reader could not see."""
    return text if text.isprintable() else without_unseen(text)
