"""Yamtrack's and Floppy's table, as rows."""

from datetime import UTC, datetime

import pytest

from premierectl.importers.document import Table
from premierectl.importers.yamtrack import YAMTRACK
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import read, table

COLUMNS = "media_id,source,media_type,title,season_number,status,notes,created_at"


def export(*lines: str, columns: str = COLUMNS) -> Table:
    return table("yamtrack.csv", "\n".join([columns, *lines, ""]))


def test_a_show_is_told_once_whatever_of_it_was_seen() -> None:
    document = export(
        '"9200001","tmdb","tv","Night Harbour","","In progress","with Kim","2024-02-09 15:30:00+00:00"',
        '"9200001","tmdb","season","Night Harbour","1","Completed","",""',
        '"9200001","tmdb","episode","Night Harbour","1","","",""',
        ",,,,,,,",
    )
    assert read(YAMTRACK, document) == [
        ImportedRow(
            title="Night Harbour",
            ids=ExternalIds(tmdb=9200001),
            said="In progress",
            added=datetime(2024, 2, 9, 15, 30, tzinfo=UTC),
            note="with Kim",
            file="yamtrack.csv",
            line=2,
        )
    ]


@pytest.mark.parametrize(
    ("status", "state", "is_new_word"),
    [
        ("In progress", "following", False),
        ("IN PROGRESS", "following", False),
        ("Planning", "following", False),
        ("Repeating", "following", False),
        ("", "following", False),
        ("Paused", "on hold", False),
        ("dropped", "stopped", False),
        ("Completed", "completed", False),
        ("Brand-new", "following", True),
    ],
)
def test_each_word_of_its_owner_means_a_state(status: str, state: str, is_new_word: bool) -> None:
    (row,) = read(YAMTRACK, export(f"1,tmdb,tv,Night Harbour,,{status},,"))
    assert (row.state, row.said, row.is_new_word) == (state, status, is_new_word)


@pytest.mark.parametrize(
    ("line", "ids", "other_ids"),
    [
        ("9000001,TVDB,tv,X,,,,", ExternalIds(tvdb=9000001), {}),
        ("tt90000001,imdb,tv,X,,,,", ExternalIds(imdb="tt90000001"), {}),
        ("960060,mal,anime,X,,,,", ExternalIds(), {"mal": "960060"}),
        ("7,manual,tv,X,,,,", ExternalIds(), {}),
        ("x,mal,anime,X,,,,", ExternalIds(), {}),
    ],
)
def test_a_number_is_that_of_its_source(
    line: str, ids: ExternalIds, other_ids: dict[str, str]
) -> None:
    (row,) = read(YAMTRACK, export(line))
    assert (row.ids, row.other_ids, row.complaint) == (ids, other_ids, None)


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("movie", "film"),
        ("game", "game"),
        ("boardgame", "game"),
        ("book", "book"),
        ("manga", "comic"),
        ("comic", "comic"),
        ("Movie", "film"),
        ("song", "other title"),
    ],
)
def test_what_is_no_show_has_no_number_of_one(kind: str, what: str) -> None:
    assert read(YAMTRACK, export(f"949,tmdb,{kind},Drowned Film,,Planning,mine,")) == [
        ImportedRow(title="Drowned Film", not_a_show=what, file="yamtrack.csv", line=2)
    ]


def test_a_season_without_its_show_stands_for_all_of_it() -> None:
    document = export(
        "9200001,tmdb,season,Night Harbour,1,Completed,,",
        "9200001,tmdb,season,Night Harbour,2,Planning,,",
        "9200001,tmdb,episode,Night Harbour,1,,,",
        "9200002,tmdb,season,Late Murder,1,Completed,,",
    )
    found = [(row.title, row.season, row.state, row.line) for row in read(YAMTRACK, document)]
    assert found == [
        ("Night Harbour", None, "unsaid", 2),
        ("Night Harbour", None, "following", 3),
        ("Late Murder", None, "completed", 5),
    ]


def test_a_show_below_its_seasons_still_speaks_for_them() -> None:
    document = export(
        "9200001,tmdb,season,Night Harbour,1,Dropped,,",
        "9200001,tmdb,tv,Night Harbour,,In progress,,",
    )
    assert [(row.state, row.line) for row in read(YAMTRACK, document)] == [("following", 3)]


def test_a_film_of_the_same_number_does_not_swallow_a_show() -> None:
    document = export(
        "949,tmdb,movie,Drowned Film,,Planning,,",
        "949,tmdb,season,Night Harbour,1,Planning,,",
    )
    found = [(row.title, row.not_a_show) for row in read(YAMTRACK, document)]
    assert found == [("Drowned Film", "film"), ("Night Harbour", None)]


def test_numbers_of_two_sources_are_two_shows() -> None:
    document = export(
        "5,tmdb,tv,Night Harbour,,Planning,,", "5,tvdb,season,Late Murder,1,Planning,,"
    )
    assert [row.title for row in read(YAMTRACK, document)] == ["Night Harbour", "Late Murder"]


def test_episodes_alone_say_that_it_was_watched_once() -> None:
    document = export(
        "9200001,tmdb,episode,Night Harbour,1,Completed,,",
        "9200001,tmdb,episode,Night Harbour,1,What,,",
    )
    assert read(YAMTRACK, document) == [
        ImportedRow(
            title="Night Harbour",
            ids=ExternalIds(tmdb=9200001),
            state="watched",
            file="yamtrack.csv",
            line=2,
        )
    ]


def test_lists_of_ones_own_in_the_table_of_floppy_are_not_read() -> None:
    document = export(
        "media,1,tmdb,tv,Night Harbour,,Planning,,",
        "list,,,,Favourites,,,,",
        "list_item,2,tmdb,tv,Late Murder,,,,",
        "list_item,3,tmdb,season,Once Upon a Pier,1,,,",
        columns=f"row_type,{COLUMNS}",
    )
    assert [row.title for row in read(YAMTRACK, document)] == ["Night Harbour"]


def test_a_row_without_a_name_and_a_number_is_told_of() -> None:
    (row,) = read(YAMTRACK, export("0,tmdb,tv,,,Planning,,"))
    assert row.complaint == "it has neither a number nor a title"


def test_other_tables_are_none_of_yamtrack() -> None:
    document = table("x.csv", "media_id,title,status\n1,X,Planning\n")
    assert not any(form.recognises(document) for form in YAMTRACK)
