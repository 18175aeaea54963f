"""What an import left: rows that can be mended and imported again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from premierectl.catalogue.layer import numbers_in
from premierectl.moving_in.outcome import TAKEN, Imported
from premierectl.selector import piece_text

COLUMNS: Final = (
    "outcome", "reason", "title", "year", "season", "tvmaze", "imdb", "tvdb", "other_ids",
    "candidates", "source", "line",
)  # fmt: skip
_OWN_COLUMN: Final = ("tvmaze", "imdb", "tvdb")


def leftovers(imported: Iterable[Imported], *, films: bool = False) -> Iterator[Sequence[object]]:
    """The records of what was not followed; with ``films`` also of what is no show."""
    for each in imported:
        is_wanted = films or each.outcome != "not a show"
        if is_wanted and each.outcome not in TAKEN:
            yield _record(each)


def _record(each: Imported) -> Sequence[object]:
    row, numbers = each.row, dict(numbers_in(each.row.ids))
    others = {name: number for name, number in numbers.items() if name not in _OWN_COLUMN}
    others |= row.other_ids
    return (
        each.outcome,
        each.reason,
        row.title,
        row.year,
        piece_text(row.season, row.part),
        *(numbers.get(name) for name in _OWN_COLUMN),
        " ".join(f"{name}:{number}" for name, number in others.items()),
        " ".join(each.candidates),
        row.file,
        row.line or None,
    )
