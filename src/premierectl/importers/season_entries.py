"""Entries that are seasons of one show, at trackers where a season is an entry of its own."""

from collections.abc import Iterator, Sequence

from msgspec.structs import asdict, replace

from premierectl.moving_in.row import LEFT_OUT, ImportedRow


def with_seasons_of_one_show(rows: Sequence[ImportedRow]) -> Iterator[ImportedRow]:
    """The rows; what is left out says nothing where another season of its show is followed.

    Seasons share the numbers of their show. Who completed the first and goes on with the second
    follows the show.
    """
    followed = {
        number for row in rows if row.state not in LEFT_OUT for number in _numbers_of_show(row)
    }
    for row in rows:
        is_told_by_another = row.state in LEFT_OUT and _numbers_of_show(row) & followed
        yield replace(row, state="unsaid") if is_told_by_another else row


def _numbers_of_show(row: ImportedRow) -> set[tuple[str, object]]:
    return {(service, number) for service, number in asdict(row.ids).items() if number is not None}
