"""premierectl's own files, read back: the watchlist, its lines in a pipe, and what an import left."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.errors import BadFileError
from premierectl.importers.own_leftovers import OWN_LEFTOVERS
from premierectl.importers.reading import read_accounts
from premierectl.model import ExternalIds
from premierectl.moving_in.outcome import Imported
from premierectl.moving_in.row import ImportedRow
from premierectl.render.leftovers import leftovers_csv
from tests.conftest import Run, Write
from tests.importing import read, table

NOVEMBER = datetime(2026, 11, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own"


def rows(path: Path, content: str) -> Sequence[ImportedRow]:
    """The rows of a file of ours."""
    path.write_text(content, encoding="utf-8")
    (account,) = read_accounts(str(path))
    assert account.tracker == "premierectl"
    return account.rows


def listed(line: int, **fields: Any) -> ImportedRow:
    return ImportedRow(file="own", line=line, **fields)


def watchlist(*shows: object, **besides: object) -> str:
    return json.dumps({"format": 1, "shows": shows, **besides}, indent=1)


def test_a_watchlist_is_read_with_all_that_it_says(path: Path) -> None:
    ids: dict[str, Any] = {"tvmaze": 17, "imdb": "tt90000001"}
    assert rows(
        path,
        watchlist(
            {"id": "heartstopper", "added": "2026-11-01T12:30:00Z", "note": "again"},
            {"id": "the-pitt", "season": 3, "part": 2, "tags": ["doctors", "max"]},
            {"id": "doctor-who", "season": "christmas-special"},
            {"id": "tvdb:9000009", "added": "2026-11-01T13:30:00+01:00"},
            {"id": "night-harbour", "title": "Night Harbour", "year": 2029, "ids": ids},
            {"id": "silo", "added": "2026-11-01T12:30:00", "unheard_of": [1]},
            more={"kept": True},
        ),
    ) == (
        listed(1, show="heartstopper", added=NOVEMBER, note="again"),
        listed(2, show="the-pitt", season=3, part=2, tags=("doctors", "max")),
        listed(3, show="doctor-who", season="christmas-special"),
        listed(4, ids=ExternalIds(tvdb=9000009), added=NOVEMBER),
        listed(
            5, show="night-harbour", title="Night Harbour", year=2029, ids=ExternalIds(**ids)
        ),
        listed(6, show="silo", added=NOVEMBER),
    )  # fmt: skip


def test_a_line_of_a_watchlist_that_is_none_spoils_itself_alone(path: Path) -> None:
    bad, good = rows(path, watchlist({"id": "the-pitt", "season": "Season 3!"}, {"id": "silo"}))
    assert bad.line == 1
    assert bad.complaint == "Expected `str` matching regex '^[a-z0-9]+(-[a-z0-9]+)*$'"
    assert good == listed(2, show="silo")


def test_an_empty_watchlist_has_no_rows(path: Path) -> None:
    assert rows(path, watchlist()) == ()


@pytest.mark.parametrize(
    "document",
    [
        {"format": 1, "shows": [{"id": "silo", "title": "Silo", "seasons": []}]},
        {"format": 1, "shows": ["silo"]},
        {"format": 1, "shows": {}},
        {"format": "1", "shows": []},
        {"format": 1},
    ],
)
def test_what_is_no_watchlist_is_none(path: Path, document: object) -> None:
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(BadFileError, match="is JSON of no kind that premierectl knows"):
        read_accounts(str(path))


def test_the_lines_of_watchlist_list_are_read_back(run: Run, write: Write, path: Path) -> None:
    entries = [
        {"id": "heartstopper", "added": "2026-11-01T12:30:00Z", "note": "tab\tand \u202e and \\x41"},
        {"id": "severance"},
        {"id": "the-pitt", "season": 3},
        {"id": "stranger-things", "season": 5, "part": 2},
        {"id": "tvmaze:900001", "season": "christmas-special", "added": "2026-11-01T12:30:00Z"},
    ]  # fmt: skip
    write("data/watchlist.json", watchlist(*entries))
    found = rows(path, run("watchlist", "list", "--tsv").out)
    said = {(row.show, *numbers(row), row.season, row.part, row.added, row.note) for row in found}
    assert said == {
        ("heartstopper", None, None, NOVEMBER, "tab\tand \u202e and \\x41"),
        ("severance", None, None, None, None),
        ("the-pitt", 3, None, None, None),
        ("stranger-things", 5, 2, None, None),
        (None, 900001, "christmas-special", None, NOVEMBER, None),
    }


def numbers(row: ImportedRow) -> list[int]:
    return [row.ids.tvmaze] if row.ids.tvmaze else []


def test_lines_whose_ends_an_editor_has_trimmed_are_lines_still(path: Path) -> None:
    content = "silo\t\t\t\t2026-11-01T12:30:00Z\r\n\r\nthe-pitt\t3\t\t\t\t\\ud800 and \\Uffffffff\r\nno line\r\n"
    assert rows(path, content) == (
        listed(1, show="silo", added=NOVEMBER),
        listed(3, show="the-pitt", season=3, note="\\ud800 and \\Uffffffff"),
        listed(4, complaint="it is not a line of premierectl watchlist list"),
    )


HEAD = "outcome,reason,title,year,season,tvmaze,imdb,tvdb,other_ids,candidates,source,line\r\n"


def mended(*lines: str) -> list[ImportedRow]:
    """The rows of a leftovers file of these lines."""
    return read(OWN_LEFTOVERS, table("left.csv", HEAD + "".join(f"{each}\r\n" for each in lines)))


def of_source(line: int, **fields: Any) -> ImportedRow:
    return ImportedRow(file="a.csv", line=line, **fields)


def test_what_was_left_out_is_wished_for_when_it_is_given_again() -> None:
    assert mended(
        'left out,stopped there,"Quiet, Please",2026,3,,tt90000001,9000001,tmdb:9200001 simkl:9600050 none,,a.csv,7',
        "unknown,no show has that title,'=Night Harbour,,,,,,,,a.csv,8",
        "ambiguous,it could be several,Ghosts,,5p2,,,,trakt:9,ghosts-uk ghosts-us,a.csv,9",
        "unknown,no show has that title,'Allo 'Allo!,,christmas-special,,,,mal:960060,,a.csv,10",
    ) == [
        of_source(
            7, title="Quiet, Please", year=2026, season=3,
            ids=ExternalIds(imdb="tt90000001", tvdb=9000001, tmdb=9200001),
            other_ids={"simkl": "9600050"},
        ),
        of_source(8, title="=Night Harbour"),
        of_source(9, title="Ghosts", season=5, part=2, ids=ExternalIds(trakt=9)),
        of_source(
            10, title="'Allo 'Allo!", season="christmas-special", other_ids={"mal": "960060"}
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "candidates", "fields"),
    [
        ("900001", "", {"ids": ExternalIds(tvmaze=900001)}),
        ("tvmaze:900001", "", {"ids": ExternalIds(tvmaze=900001)}),
        ("imdb:tt90000002", "", {"ids": ExternalIds(imdb="tt90000002")}),
        ("doctor-who", "doctor-who doctor-who-1963", {"show": "doctor-who"}),
        ("doctor-who", "", {"show": "doctor-who"}),
        ("1923", "1883 1923", {"show": "1923"}),
        ("1923", "", {"ids": ExternalIds(tvmaze=1923)}),
        (
            "Doctor Who?",
            "",
            {"complaint": "'Doctor Who?' is neither a number nor the id of a show"},
        ),
        ("", "doctor-who", {}),
    ],
)
def test_what_people_write_into_the_column_of_tvmaze(
    cell: str, candidates: str, fields: dict[str, Any]
) -> None:
    (row,) = mended(f"unknown,no show has that title,Doctor Who,,,{cell},,,,{candidates},a.csv,7")
    assert row == of_source(7, title="Doctor Who", **fields)


def test_a_number_or_a_season_that_is_none_is_said_or_left() -> None:
    assert mended("unknown,,Silo,soon,Season 3,,tt12,,,,,") == [
        ImportedRow(
            title="Silo", file="left.csv", line=2,
            complaint="'tt12' is neither a number nor the id of a show",
        )
    ]  # fmt: skip


def test_films_stay_films_and_what_was_unreadable_stays_so_until_it_is_mended() -> None:
    quote = "a quote that begins here is never closed"
    assert mended(
        "not a show,film,Drowned Film,2020,,,,,,,a.csv,7",
        "not a show,,Something,,,,,,,,a.csv,8",
        f"unreadable,{quote},,,,,,,,,a.csv,9",
        f"unreadable,{quote},Silo,,,,,,,,a.csv,9",
        "unreadable,,,,,,,,mal:1,,a.csv,10",
        "unreadable,,,2029,,,,,,,a.csv,11",
    ) == [
        of_source(7, title="Drowned Film", year=2020, not_a_show="film"),
        of_source(8, title="Something", not_a_show="other title"),
        of_source(9, complaint=quote),
        of_source(9, title="Silo"),
        of_source(10, other_ids={"mal": "1"}),
        of_source(11, year=2029, complaint="it has neither a number nor a title"),
    ]


@given(
    st.lists(
        st.builds(
            ImportedRow,
            title=st.text('aß東& =+-@,;"…\u202e\U000e0100\x07').map(str.strip),
            year=st.none() | st.integers(1950, 2050),
            season=st.none() | st.integers(1, 99) | st.just("christmas-special"),
            ids=st.builds(
                ExternalIds, imdb=st.just("tt90000001"), tmdb=st.none() | st.integers(1, 99)
            ),
            other_ids=st.just({}) | st.just({"mal": "960060"}),
            file=st.just("a.csv"),
            line=st.integers(1, 99),
        ),
        min_size=1,
    )
)
def test_every_row_comes_back_as_it_was_left(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[ImportedRow]
) -> None:
    left = leftovers_csv((Imported(row, "unknown", "why") for row in given_rows), films=True)
    path = tmp_path_factory.mktemp("any") / "left.csv"
    found = rows(path, left)
    assert [
        (row.title, row.year, row.season, row.ids, row.other_ids, row.line) for row in found
    ] == [
        (
            row.title or None,
            row.year,
            row.season,
            row.ids,
            row.other_ids,
            row.line,
        )
        for row in given_rows
    ]
