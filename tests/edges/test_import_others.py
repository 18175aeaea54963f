"""TMDB, MyShows, Letterboxd and Netflix, as rows."""

import json
from typing import Any

import pytest

from premierectl.importers.document import Data, Table
from premierectl.importers.letterboxd import LETTERBOXD
from premierectl.importers.my_shows import MY_SHOWS
from premierectl.importers.netflix import NETFLIX
from premierectl.importers.tmdb import TMDB
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import data, read, said_of, table

TMDB_COLUMNS = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating\n"


def tmdb(*lines: str) -> Table:
    return table("watchlist.csv", TMDB_COLUMNS + "\n".join(lines) + "\n")


def test_a_show_of_tmdb_has_two_numbers_and_its_year() -> None:
    assert read(TMDB, tmdb("9200001,tt90000001,tv,Night Harbour,2029-01-01T00:00:00Z,,,8")) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt90000001", tmdb=9200001),
            file="watchlist.csv",
            line=2,
        )
    ]


@pytest.mark.parametrize(
    ("line", "year", "what"),
    [
        ("9400001,tt90500001,tv,X,2029-01-05,1,1,8", None, "episode"),
        ("9400001,tt90500001,tv,X,2029-01-05,1,,8", 2029, "season"),
        ("949,tt95000001,movie,X,2020-01-05,,,8", 2020, "film"),
        ("949,tt95000001,collection,X,,,,", None, "other title"),
    ],
)
def test_what_is_no_show_of_tmdb_has_no_number_of_one(
    line: str, year: int | None, what: str
) -> None:
    assert read(TMDB, tmdb(line)) == [
        ImportedRow(title="X", year=year, not_a_show=what, file="watchlist.csv", line=2)
    ]


def test_a_row_of_tmdb_without_a_name_and_a_number_is_told_of() -> None:
    (row,) = read(TMDB, tmdb("0,,tv,,,,,", ",,,,,,,"))
    assert row.complaint == "it has neither a number nor a title"


def test_other_tables_are_none_of_tmdb() -> None:
    document = table("x.csv", "TMDb ID,Name\n1,X\n")
    assert not any(form.recognises(document) for form in TMDB)


def saved(*shows: Any) -> Data:
    value = {"metadata": {"username": "DO-NOT-READ"}, "shows": shows}
    return data("myshows.json", json.dumps(value))


def my_show(**fields: Any) -> dict[str, Any]:
    names = {"title": "Nachthafen", "titleOriginal": "Night Harbour", "ruTitle": "Ночная гавань"}
    return {**names, "year": 2029, "status": "watching", "imdbId": 90000001, **fields}


def test_a_show_of_my_shows_has_its_original_title_and_the_number_of_imdb() -> None:
    assert read(MY_SHOWS, saved(my_show(showStatus="Returning Series"))) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt90000001"),
            said="watching",
            file="myshows.json",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("said", "imdb"),
    [
        (903747, "tt0903747"),
        ("903747", "tt0903747"),
        ("tt0903747", "tt0903747"),
        (0, None),
        ("", None),
        (None, None),
        ("-1", None),
        (1234567890, None),
    ],
)
def test_my_shows_writes_a_number_of_imdb_without_its_zeros(said: object, imdb: str | None) -> None:
    (row,) = read(MY_SHOWS, saved(my_show(imdbId=said)))
    assert row.ids == ExternalIds(imdb=imdb)


@pytest.mark.parametrize(
    ("fields", "state", "said", "is_new_word"),
    [
        ({"status": "watching"}, "following", "watching", False),
        ({"status": "later"}, "following", "later", False),
        ({"status": "Will Watch"}, "following", "Will Watch", False),
        ({"status": "cancelled"}, "stopped", "cancelled", False),
        ({"status": "Stopped"}, "stopped", "Stopped", False),
        ({"status": "finished"}, "completed", "finished", False),
        ({"showStatus": "Canceled/Ended"}, "ended", "Canceled/Ended", False),
        ({"status": "later", "showStatus": "TBD/On The Bubble"}, "following", "later", False),
        ({"status": "finished", "showStatus": "Canceled/Ended"}, "completed", "finished", False),
        ({"status": "brand-new"}, "following", "brand-new", True),
        ({"showStatus": "Sold"}, "following", "Sold", True),
        ({"status": 5}, "following", "", False),
    ],
)
def test_what_its_owner_gave_up_is_told_from_what_ended(
    fields: dict[str, Any], state: str, said: str, is_new_word: bool
) -> None:
    (row,) = read(MY_SHOWS, saved(my_show(**fields)))
    assert (row.state, row.said, row.is_new_word) == (state, said, is_new_word)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"titleOriginal": ""}, "Nachthafen"),
        ({"titleOriginal": None, "title": ""}, "Ночная гавань"),
    ],
)
def test_a_show_of_my_shows_takes_the_title_there_is(fields: dict[str, Any], title: str) -> None:
    (row,) = read(MY_SHOWS, saved(my_show(**fields)))
    assert row.title == title


def test_a_show_of_my_shows_without_a_name_and_a_number_is_told_of() -> None:
    assert [row.complaint for row in read(MY_SHOWS, saved(my_show(), {}))] == [
        None,
        "it has neither a number nor a title",
    ]


def test_the_tables_of_my_shows_say_the_same() -> None:
    whole = table(
        "myshows.csv",
        "username,title,title_original,title_ru,year,my_status,show_status,imdb_id\n"
        "DO-NOT-READ,Nachthafen,Night Harbour,Ночная гавань,2029,watching,Canceled/Ended,903747\n",
    )
    few = table(
        "lite.csv", "title_original,title_ru,year,status\nNight Harbour,Ночная гавань,,later\n"
    )
    assert read(MY_SHOWS, whole) + read(MY_SHOWS, few) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt0903747"),
            state="ended",
            said="Canceled/Ended",
            file="myshows.csv",
            line=2,
        ),
        ImportedRow(title="Night Harbour", said="later", file="lite.csv", line=2),
    ]


@pytest.mark.parametrize(
    "document",
    [
        data("x.json", "[]"),
        data("x.json", '{"shows": [{"title": "Night Harbour"}]}'),
        table("x.csv", "title_original,title_ru\nX,Y\n"),
        table("x.csv", "title,status\nX,watching\n"),
    ],
)
def test_other_files_are_none_of_my_shows(document: Data | Table) -> None:
    assert not any(form.recognises(document) for form in MY_SHOWS)


def test_letterboxd_has_films_alone_and_that_is_said() -> None:
    text = "Date,Name,Year,Letterboxd URI\n2024-01-02,Drowned Film,2020,https://boxd.it/zzzz\n,,,\n"
    document = table("watchlist.csv", text)
    assert said_of(LETTERBOXD, document) == "Letterboxd lists films alone"
    assert read(LETTERBOXD, document) == [
        ImportedRow(
            title="Drowned Film", year=2020, not_a_show="film", file="watchlist.csv", line=2
        )
    ]


def test_other_tables_are_none_of_letterboxd() -> None:
    document = table("x.csv", "Date,Name,Year\n2024-01-02,X,2020\n")
    assert not any(form.recognises(document) for form in LETTERBOXD)


def test_what_netflix_writes_is_explained_and_not_cut_by_guess() -> None:
    text = (
        "Profile Name,Start Time,Title,Supplemental Video Type\n"
        "DO-NOT-READ,2024-01-02 20:00:00,Night Harbour: Season 1: The Tide,\n"
    )
    document = table("ViewingActivity.csv", text)
    assert read(NETFLIX, document) == []
    assert said_of(NETFLIX, document) == (
        "Netflix writes show, season and episode as one title, and where the show ends cannot be "
        "told; give a list of titles instead"
    )


def test_a_list_with_days_is_none_of_netflix() -> None:
    document = table("x.csv", "Title,Date\nNight Harbour,1/2/24\n")
    assert not any(form.recognises(document) for form in NETFLIX)
