"""Sonarr: its series and its calendar as the API answers them, and the calendar as iCalendar."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.errors import BadFileError
from premierectl.importers import values
from premierectl.importers.document import Data, PlainText
from premierectl.importers.json_parts import JsonObject, entries_in, part_of
from premierectl.importers.shapes import format_of, nameless
from premierectl.importers.states import as_it_stands
from premierectl.moving_in.row import ImportedRow

_CALENDAR: Final = re.compile(
    r"^(?:UID:NzbDrone_episode_|PRODID:-//sonarr\.tv//|(?:X-WR-CAL)?NAME:Sonarr TV Schedule)", re.M
)
_BEFORE_EPISODE: Final = re.compile(r"(?P<title>.+?) - \d+x\d+(?: -(?: |$)|$)", re.ASCII)


def _is_series(data: Data) -> bool:
    return any({"titleSlug", "tvdbId"} <= entry.keys() for _, entry in entries_in(data.value))


def _sonarr_series(data: Data) -> Iterator[ImportedRow]:
    return (_series_row(entry, data.name, line) for line, entry in entries_in(data.value))


def _series_row(series: JsonObject, file: str, line: int) -> ImportedRow:
    """A series with the number that TVmaze has for it; where it lies on the disk is not read."""
    title, numbers = values.title(series.get("title")), ("tvdb", "imdb", "tmdb")
    ids = values.ids_of(
        {"tvmaze": series.get("tvMazeId"), **{each: series.get(f"{each}Id") for each in numbers}}
    )
    row = ImportedRow(
        title=title, year=values.year(series.get("year")), ids=ids,
        added=values.instant(series.get("added")), file=file, line=line,
        complaint=nameless(title, ids),
    )  # fmt: skip
    if series.get("monitored") is False:
        return replace(row, state="stopped", said="not monitored")
    return as_it_stands(row, "ended" if series.get("ended") is True else series.get("status"))


def _is_episodes(data: Data) -> bool:
    return any({"seriesId", "episodeNumber"} <= entry.keys() for _, entry in entries_in(data.value))


def _series_of_episodes(data: Data) -> Iterator[ImportedRow]:
    """The series of each episode; the numbers beside it are the episode's."""
    for line, entry in entries_in(data.value):
        if series := part_of(entry, "series"):
            yield _series_row(series, data.name, line)
        else:
            title = values.title(entry.get("title"))
            yield ImportedRow(title=title, not_a_show="episode", file=data.name, line=line)


def _lacks_series(data: Data) -> str | None:
    has_series = any(part_of(entry, "series") for _, entry in entries_in(data.value))
    return None if has_series else "this calendar names no series; ask for it with includeSeries"


def _is_calendar(text: PlainText) -> bool:
    begins = text.text.lstrip().startswith("BEGIN:VCALENDAR")
    return begins and bool(_CALENDAR.search(text.text))


def _events(text: PlainText) -> Iterator[ImportedRow]:
    """A row for each event; the line is its place among them.

    Raises `BadFileError` for a calendar that is cut off.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, and no other format needs it

    try:
        calendar = Calendar.from_ical(text.text)
    except ValueError as error:
        raise BadFileError(text.name, "is not a whole calendar") from error
    for line, event in enumerate(calendar.walk("VEVENT"), 1):
        said = event.get("SUMMARY")
        row = _event_row(said if isinstance(said, str) else "")
        yield replace(row, file=text.name, line=line)


def _event_row(summary: str) -> ImportedRow:
    """The title before ``1x02``; a daily show has no number, and then a title can be in doubt."""
    if match := _BEFORE_EPISODE.match(summary):
        return ImportedRow(title=values.title(match["title"]))
    pieces = re.split(r" -(?: |$)", summary)
    if len(pieces) > 2:  # noqa: PLR2004 - a title and an episode
        return ImportedRow(
            title=values.title(summary), complaint="it does not say where the title ends"
        )
    title = values.title(pieces[0])
    return ImportedRow(title=title, complaint=None if title else "it has no title")


SONARR: Final = (
    format_of(Data, "Sonarr", "sonarr", _is_series, _sonarr_series),
    format_of(Data, "Sonarr", "sonarr", _is_episodes, _series_of_episodes, says=_lacks_series),
    format_of(PlainText, "Sonarr", "sonarr", _is_calendar, _events),
)
