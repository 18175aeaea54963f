"""What became of each thing that an import read, as scripts and spreadsheets get it."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from premierectl.model import ExternalIds
from premierectl.moving_in.outcome import Imported, ImportOutcome
from premierectl.moving_in.row import Standing
from premierectl.season_key import SeasonKey


class ImportItem(Struct, frozen=True, kw_only=True):
    """A show, or a season of one, of another tracker's file, and what became of it.

    ``show_id`` is the id or the number by which it is followed. ``ids`` and ``other_ids`` are the
    numbers in the file, ``state`` what its owner had to do with it there, ``said`` the file's own
    word for that. ``candidates`` are ids of shows that could be meant, or that are near. ``line``
    counts from 1.
    """

    outcome: ImportOutcome
    show_id: str | None
    title: str | None
    year: int | None
    season: SeasonKey | None
    part: int | None
    ids: ExternalIds
    other_ids: Mapping[str, str]
    state: Standing
    said: str | None
    reason: str | None
    candidates: tuple[str, ...]
    added: datetime.datetime | None
    note: str | None
    file: str
    line: int | None


class ImportCounts(Struct, frozen=True, rename=lambda name: name.replace("_", " ")):
    """How many things became what."""

    added: int = 0
    kept: int = 0
    already_followed: int = 0
    ambiguous: int = 0
    unknown: int = 0
    left_out: int = 0
    not_a_show: int = 0
    unreadable: int = 0


class ImportReport(Struct, frozen=True, kw_only=True):
    """Of a whole import: what was read, how many became what, where the leftovers are."""

    format: str
    counts: ImportCounts
    leftovers: str | None
    dry_run: bool


def import_report(
    trackers: Iterable[str], imported: Iterable[Imported], leftovers: str | None, *, is_dry: bool
) -> ImportReport:
    """Of a whole import, as scripts get it."""
    counts = Counter(each.outcome.replace(" ", "_") for each in imported)
    return ImportReport(
        format=", ".join(trackers),
        counts=ImportCounts(**counts),
        leftovers=leftovers,
        dry_run=is_dry,
    )


def import_item(each: Imported) -> ImportItem:
    """A thing that was read, as scripts get it."""
    row = each.row
    return ImportItem(
        outcome=each.outcome,
        show_id=each.line.id if each.line else None,
        title=row.title,
        year=row.year,
        season=row.season,
        part=row.part,
        ids=row.ids,
        other_ids=row.other_ids,
        state=row.state,
        said=row.said or None,
        reason=each.reason or None,
        candidates=each.candidates,
        added=each.line.added if each.line else None,
        note=row.note,
        file=row.file,
        line=row.line or None,
    )


def import_line(each: Imported) -> Iterator[Iterable[object]]:
    """The fields of a thing that was read: outcome, id, title, reason."""
    yield each.outcome, each.line.id if each.line else None, each.row.title, each.reason or None
