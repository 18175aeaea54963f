"""TV Time's tables of what an account follows, from the archive of its personal data."""

from collections.abc import Iterator

from premierectl.importers import values
from premierectl.importers.document import Table
from premierectl.importers.shapes import Record, filled_records
from premierectl.importers.tv_time.series import described_row, series_row
from premierectl.moving_in.row import ImportedRow, Standing


def followed_series(table: Table) -> Iterator[ImportedRow]:
    """``followed_tv_show``: a series each; archived, or active no longer, it is not waited for."""
    for line, record in filled_records(table):
        state, said = _standing(record)
        yield series_row(
            table, line, record["tv show id"], record.get("tv show name"), state,
            said=said, added=values.instant(record.get("created at")),
        )  # fmt: skip


def special_series(table: Table) -> Iterator[ImportedRow]:
    """``user_show_special_status``: kept for later, or a favourite, which is no wish to follow."""
    for line, record in filled_records(table):
        yield described_row(
            table, line, record["tv show id"], record.get("tv show name"), record["status"],
            added=record.get("created at"),
        )  # fmt: skip


def counted_series(table: Table) -> Iterator[ImportedRow]:
    """``user_tv_show_data``: how much of each series was seen, and whether it is followed."""
    for line, record in filled_records(table):
        state: Standing = "once followed" if says_yes(record["is followed"]) else "unsaid"
        yield series_row(table, line, record["tv show id"], record.get("tv show name"), state)


def says_yes(cell: str | None) -> bool:
    """Whether a cell says yes; its table may lack the column."""
    return cell is not None and cell.lower() in {"1", "true"}


def says_no(cell: str | None) -> bool:
    """Whether a cell says no, rather than nothing."""
    return cell is not None and cell.lower() in {"0", "false"}


def _standing(record: Record) -> tuple[Standing, str]:
    if says_yes(record.get("archived")):
        return "stopped", "archived"
    if says_no(record.get("active")):
        return "unfollowed", "not active"
    return "following", ""
