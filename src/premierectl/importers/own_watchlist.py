"""premierectl's own watchlist: its file, and the lines of ``watchlist list``."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from msgspec import ValidationError, convert

from premierectl.catalogue.service_numbers import external_number
from premierectl.followed_line import FollowedLine
from premierectl.importers import values
from premierectl.importers.document import Data, PlainText
from premierectl.importers.own_text import own_text
from premierectl.importers.shapes import format_of
from premierectl.model import ID, ExternalIds
from premierectl.moving_in.row import ImportedRow
from premierectl.season_key import SeasonKey

_FEWEST_FIELDS: Final = 5
_FOLLOWED_ID: Final = rf"(?:{ID}|(?:tvmaze|tvdb|tmdb|trakt):\d+|imdb:tt\d+)"
_FIRST_LINE: Final = re.compile(
    rf"\s*{_FOLLOWED_ID}\t(?:{ID})?\t[^\t\n]*\t[^\t\n]*\t[0-9TZ:-]*(?:\t|\r?$)", re.M
)
_PIECE_CELL: Final = re.compile(r"(\d{1,6})(?:p(\d{1,6}))?")
# A catalogue has the same shape; its shows have seasons.
_OF_A_CATALOGUE: Final = frozenset({"seasons", "network", "status", "sources"})


def _is_watchlist(data: Data) -> bool:
    shows = data.value.get("shows") if isinstance(data.value, dict) else None
    if not isinstance(shows, list) or not isinstance(data.value.get("format"), int):
        return False
    return all(isinstance(each, dict) and not _OF_A_CATALOGUE & each.keys() for each in shows)


def _watchlist_rows(data: Data) -> Iterator[ImportedRow]:
    for place, entry in enumerate(data.value["shows"], 1):
        try:
            line = convert(entry, FollowedLine)
        except ValidationError as error:
            complaint = str(error).partition(" - at")[0]
            yield ImportedRow(file=data.name, line=place, complaint=complaint)
        else:
            yield _row_of(line, data.name, place)


def _row_of(line: FollowedLine, file: str, place: int) -> ImportedRow:
    number = external_number(line.id)
    ids = values.ids_of(dict([number])) if number else ExternalIds()
    return ImportedRow(
        title=line.title, year=line.year, season=line.season, part=line.part,
        ids=line.ids or ids, show=None if number or line.by_title else line.id,
        added=_in_utc(line.added), note=line.note, tags=line.tags, muted=line.muted, by_title=line.by_title,
        file=file, line=place,
    )  # fmt: skip


def _in_utc(added: datetime | None) -> datetime | None:
    return added and (added.astimezone(UTC) if added.tzinfo else added.replace(tzinfo=UTC))


def _is_listed_lines(text: PlainText) -> bool:
    return bool(_FIRST_LINE.match(text.text))


def _listed_lines(text: PlainText) -> Iterator[ImportedRow]:
    """The lines of ``watchlist list`` in a pipe: id, piece, days, date, when added, note."""
    for place, written in enumerate(text.text.splitlines(), 1):
        fields = written.split("\t")
        if len(fields) >= _FEWEST_FIELDS:
            yield _row_of(_line_of(fields), text.name, place)
        elif written.strip():
            complaint = "it is not a line of premierectl watchlist list"
            yield ImportedRow(file=text.name, line=place, complaint=complaint)


def _line_of(fields: Sequence[str]) -> FollowedLine:
    piece = _PIECE_CELL.fullmatch(fields[1])
    season: SeasonKey | None = int(piece[1]) if piece else fields[1] or None
    return FollowedLine(
        id=fields[0].strip(),
        season=season,
        part=int(piece[2]) if piece and piece[2] else None,
        added=values.instant(fields[4]),
        note=own_text("".join(fields[5:6])) or None,
    )


OWN_WATCHLIST: Final = (
    format_of(Data, "premierectl", "premierectl", _is_watchlist, _watchlist_rows),
    format_of(PlainText, "premierectl", "premierectl", _is_listed_lines, _listed_lines),
)
