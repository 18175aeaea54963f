"""Whatever stands in a file, it is read as rows or not recognised, and never an error."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from premierectl.importers.ani_list import ANI_LIST
from premierectl.importers.document import Data, PlainText, Table
from premierectl.importers.letterboxd import LETTERBOXD
from premierectl.importers.my_shows import MY_SHOWS
from premierectl.importers.series_guide import SERIES_GUIDE
from premierectl.importers.showly import SHOWLY
from premierectl.importers.simkl import SIMKL
from premierectl.importers.sonarr import SONARR
from premierectl.importers.tmdb import TMDB
from premierectl.importers.yamtrack import YAMTRACK
from premierectl.model import ExternalIds
from premierectl.moving_in.united import united

ALL = (
    *ANI_LIST,
    *LETTERBOXD,
    *MY_SHOWS,
    *SERIES_GUIDE,
    *SHOWLY,
    *SIMKL,
    *SONARR,
    *TMDB,
    *YAMTRACK,
)

PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
WORDS = st.sampled_from(
    ["watching", "ended", "tmdb-show", "movie", "tt90000001", "2029-01-05", " "]
)
NUMBERS = st.dictionaries(
    st.sampled_from(["simkl", "tvdb", "imdb", "number", "year", "english"]),
    PLAIN | WORDS,
    max_size=2,
)
WORKS = st.fixed_dictionaries({"ids": NUMBERS, "title": PLAIN | NUMBERS})


def entries(*names: str, parts: st.SearchStrategy[Any] = WORKS) -> st.SearchStrategy[Any]:
    """A list of objects that have these names, whatever stands there, and of what is no object."""
    values = PLAIN | WORDS | parts | st.lists(PLAIN | parts, max_size=2)
    entry = st.fixed_dictionaries(dict.fromkeys(names, values))
    return st.lists(entry | entry | PLAIN, max_size=3)


def sections(**lists: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object with these lists, of which any can be something else."""
    return st.fixed_dictionaries({name: each | PLAIN for name, each in lists.items()})


SIMKL_ENTRIES = entries("status", "show", "anime_type", "added_to_watchlist_at")
SHOWLY_ENTRIES = entries("id", "tmId", "t", "a")
JSON = st.one_of(
    entries("title", "titleSlug", "tvdbId", "ended", "monitored", "status", "added"),
    entries("seriesId", "episodeNumber", "series", "title"),
    entries("tmdb_id", "title", "seasons", "hidden", "first_aired", "status", "user_note"),
    entries("list_id", "name", "items", parts=entries("type", "externalId")),
    entries("tmdb_id", "in_watchlist", "title"),
    sections(shows=SIMKL_ENTRIES, anime=SIMKL_ENTRIES, movies=SIMKL_ENTRIES),
    sections(shows=sections(cH=SHOWLY_ENTRIES, pOH=SHOWLY_ENTRIES), movies=PLAIN),
    sections(shows=entries("titleOriginal", "imdbId", "showStatus", "status", "year")),
    sections(lists=entries("series_id", "series_type", "status")),
    sections(lists=entries("entries", parts=entries("media", "status", "createdAt"))),
    PLAIN,
)


CELLS = PLAIN.map(str) | WORDS
COLUMNS = (
    "simkl id", "title", "type", "watchlist", "media id", "source", "media type", "status",
    "tmdb id", "imdb id", "name", "letterboxd uri", "title original", "title ru", "row type",
)  # fmt: skip


def assert_rows(document: Data) -> None:
    for form in (each for each in ALL if each.recognises(document)):
        rows = list(form.rows(document))
        assert all(row.line > 0 for row in rows)
        assert all(row.said == row.said.strip() for row in united(rows))


@given(JSON)
def test_any_json_is_rows_or_none_of_ours(value: Any) -> None:
    assert_rows(Data("x.json", value))


def test_a_number_longer_than_python_writes_is_none() -> None:
    huge = 10**5000
    work = {"title": "Night Harbour", "ids": {"simkl": huge}, "year": huge}
    simkl = {"anime": [{"status": huge, "show": work, "anime_type": huge}]}
    ani_list = {"lists": [{"series_id": huge, "series_type": huge, "status": huge}]}
    my_shows = {"shows": [{"titleOriginal": "Night Harbour", "imdbId": huge, "status": huge}]}
    found = [
        row
        for document in (Data("x.json", each) for each in (ani_list, my_shows, simkl))
        for form in ALL
        if form.recognises(document)
        for row in form.rows(document)
    ]
    assert [(row.title, row.year, row.said) for row in found] == [
        (None, None, ""),
        ("Night Harbour", None, ""),
        ("Night Harbour", None, ""),
    ]
    assert all(row.ids == ExternalIds() and not row.other_ids for row in found)


@given(st.lists(st.tuples(*[CELLS] * len(COLUMNS)), max_size=3))
def test_any_cells_are_rows(cells: list[tuple[str, ...]]) -> None:
    for form in ALL:
        records = enumerate((dict(zip(COLUMNS, each, strict=True)) for each in cells), 2)
        document = Table("x.csv", COLUMNS, records)
        if form.recognises(document):
            assert all(row.line > 1 for row in form.rows(document))


@given(st.text())
def test_any_summary_of_an_event_is_one_row(summary: str) -> None:
    line = f"SUMMARY:{summary.encode('unicode_escape').decode()}"
    text = (
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:NzbDrone_episode_1\n{line}\nEND:VEVENT\nEND:VCALENDAR"
    )
    (form,) = [each for each in SONARR if each.recognises(PlainText("x.ics", text))]
    assert len(list(form.rows(PlainText("x.ics", text)))) == 1
