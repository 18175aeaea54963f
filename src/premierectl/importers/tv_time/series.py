"""A series as TV Time names it: by its number at TheTVDB, and by a title where it still had one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from premierectl.importers import values
from premierectl.importers.document import Data, Table
from premierectl.importers.shapes import nameless
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow, Standing

# ``unknown`` is a word of TV Time's own, for a series that its owner has on the list.
_STATUS_WORDS: Final[Mapping[str, Standing]] = {
    "": "following",
    "continuing": "following",
    "up_to_date": "following",
    "not_started_yet": "following",
    "watch_later": "following",
    "for_later": "following",
    "unknown": "following",
    "stopped": "stopped",
    "ended": "ended",
    "favorite": "unsaid",
}


def series_row(
    document: Table | Data,
    line: int,
    tvdb: object,
    title: object,
    state: Standing,
    *,
    imdb: object = None,
    said: str = "",
    is_new_word: bool = False,
    added: datetime | None = None,
) -> ImportedRow:
    """What a row says of a series, with the numbers and the title as they stand in it."""
    ids = ExternalIds(tvdb=values.show_number(tvdb), imdb=values.imdb(imdb))
    name = values.title(title)
    return ImportedRow(
        title=name, ids=ids, state=state, said=said, is_new_word=is_new_word, added=added,
        file=document.name, line=line, complaint=nameless(name, ids),
    )  # fmt: skip


def described_row(
    document: Table | Data,
    line: int,
    tvdb: object,
    title: object,
    status: object,
    *,
    imdb: object = None,
    added: object = None,
) -> ImportedRow:
    """What a row says of a series by a word of TV Time's; one that nobody knows is followed."""
    said = status.strip() if isinstance(status, str) else ""
    state = _STATUS_WORDS.get(said.lower().replace(" ", "_"))
    return series_row(
        document, line, tvdb, title, state or "following", imdb=imdb, said=said,
        is_new_word=state is None, added=values.instant(added),
    )  # fmt: skip


def thing_row(
    document: Table | Data, line: int, kind: str, title: object, year: object = None
) -> ImportedRow:
    """What is no series: a film, an episode.

    Its numbers are left out: films and series are numbered apart, and may share one.
    """
    return ImportedRow(
        title=values.title(title), year=values.year(year), not_a_show=kind,
        file=document.name, line=line,
    )  # fmt: skip
