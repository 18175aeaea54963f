"""Simkl's backups, as rows."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from premierectl.importers.document import Data
from premierectl.importers.simkl import SIMKL
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from premierectl.moving_in.united import united
from tests.importing import are_members, data, read, table

FILE = "SimklBackup.json"
HEADER = "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB\n"
SINCE = datetime(2024, 2, 24, 23, 55, 13, tzinfo=UTC)


def entry(status: str, title: str, key: str = "show", **more: Any) -> dict[str, Any]:
    ids = more.pop("ids", {"simkl": 9600001})
    work = {"title": title, "year": more.pop("year", None), "ids": ids}
    return {"status": status, key: work, **more}


def backup(**sections: Any) -> Data:
    return data(FILE, json.dumps(sections))


def test_a_show_comes_with_numbers_state_and_day() -> None:
    ids = {"simkl": 9600001, "imdb": "tt90000001", "tvdb": "9000001", "tmdb": "9200001"}
    since = {"added_to_watchlist_at": "2024-02-24T23:55:13Z"}
    told = entry("watching", "Night Harbour", year=2029, ids=ids, **since)
    assert read(SIMKL, backup(shows=[told])) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt90000001", tvdb=9000001, tmdb=9200001),
            other_ids={"simkl": "9600001"},
            said="watching",
            added=SINCE,
            file=FILE,
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("status", "state", "is_new_word"),
    [
        ("watching", "following", False),
        ("plantowatch", "following", False),
        ("plan to watch", "following", False),
        ("hold", "on hold", False),
        ("completed", "completed", False),
        ("dropped", "stopped", False),
        ("notinteresting", "stopped", False),
        ("", "following", False),
        ("brand-new", "following", True),
    ],
)
def test_each_word_of_its_owner_means_a_state(status: str, state: str, is_new_word: bool) -> None:
    (row,) = read(SIMKL, backup(shows=[entry(status, "Night Harbour")]))
    assert (row.state, row.said, row.is_new_word) == (state, status, is_new_word)


def test_a_state_that_is_no_text_follows_the_show() -> None:
    told = {**entry("", "Night Harbour"), "status": None}
    (row,) = read(SIMKL, backup(shows=[told]))
    assert (row.state, row.said) == ("following", "")


def test_anime_has_the_key_show_and_its_numbers() -> None:
    ids = {"simkl_id": "9600060", "mal": "960060", "anilist": 0, "anidb": None}
    told = entry("watching", "Paper Ronin", ids=ids, anime_type="tv")
    (row,) = read(SIMKL, backup(anime=[told]))
    assert (row.title, row.other_ids) == (
        "Paper Ronin",
        {"simkl": "9600060", "mal": "960060"},
    )


@pytest.mark.parametrize(
    ("section", "more", "what"),
    [
        ("anime", {"anime_type": "movie"}, "film"),
        ("anime", {"anime_type": "music video"}, "video"),
        ("movies", {"key": "movie"}, "film"),
        ("movies", {}, "film"),
    ],
)
def test_a_film_is_no_show_and_has_no_number_of_one(
    section: str, more: dict[str, Any], what: str
) -> None:
    ids = {"simkl": 9600001, "imdb": "tt95000001", "tmdb": "949"}
    told = entry("plantowatch", "Drowned Film", ids=ids, year=2020, **more)
    assert read(SIMKL, backup(**{section: [told]})) == [
        ImportedRow(
            title="Drowned Film",
            year=2020,
            not_a_show=what,
            said="plantowatch",
            file=FILE,
            line=1,
        )
    ]


def test_who_goes_on_with_a_second_season_follows_the_show() -> None:
    first = entry("completed", "Paper Ronin", ids={"simkl": 1, "tvdb": 9000060})
    extra = entry("dropped", "Paper Ronin: Extras", ids={"simkl": 2, "tvdb": "9000060"})
    second = entry("plantowatch", "Paper Ronin 2", ids={"simkl": 3, "tvdb": "9000060"})
    found = read(SIMKL, backup(anime=[first, extra, second]))
    assert [row.state for row in found] == ["unsaid", "unsaid", "following"]
    (row,) = united(found)
    assert (row.title, row.state, row.ids) == (
        "Paper Ronin",
        "following",
        ExternalIds(tvdb=9000060),
    )


def test_seasons_that_are_all_over_leave_the_show_out() -> None:
    first = entry("completed", "Paper Ronin", ids={"simkl": 1, "tvdb": 9000060})
    other = entry("watching", "Glass Lotus", ids={"simkl": 3, "tvdb": 9000061})
    found = read(SIMKL, backup(anime=[first, other]))
    assert [row.state for row in found] == ["completed", "following"]


def test_shows_anime_and_films_keep_the_order_of_the_file() -> None:
    document = backup(
        shows=[entry("watching", "Night Harbour"), entry("hold", "Late Murder")],
        anime=[entry("watching", "Paper Ronin")],
        movies=[entry("plantowatch", "Drowned Film", "movie")],
    )
    assert [(row.title, row.line) for row in read(SIMKL, document)] == [
        ("Night Harbour", 1),
        ("Late Murder", 2),
        ("Paper Ronin", 1),
        ("Drowned Film", 1),
    ]


@pytest.mark.parametrize(
    "sections", [{"shows": None, "anime": [], "movies": None}, {"shows": []}, {"anime": None}]
)
def test_empty_lists_are_a_backup_with_nothing_in_it(sections: dict[str, Any]) -> None:
    assert read(SIMKL, backup(**sections)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"shows": [], "lists": []}',
        '{"shows": {"cH": []}}',
        '{"shows": [{"title": "Night Harbour", "status": "watching"}]}',
    ],
)
def test_other_json_is_none_of_simkl(text: str) -> None:
    assert not any(form.recognises(data("x.json", text)) for form in SIMKL)


def test_an_entry_that_says_nothing_is_told_of() -> None:
    document = backup(shows=[entry("watching", "Night Harbour"), {}, "?"])
    assert [row.complaint for row in read(SIMKL, document)] == [
        None,
        "it has neither a number nor a title",
        "it has neither a number nor a title",
    ]


def test_a_number_of_simkl_alone_is_a_number() -> None:
    (row,) = read(SIMKL, backup(shows=[entry("watching", "", ids={"simkl": "5"})]))
    assert (row.title, row.other_ids, row.complaint) == (None, {"simkl": "5"}, None)


def test_the_table_has_the_same_shows() -> None:
    text = (
        "9600001,Night Harbour,tv,2029,watching,s1e4,18-12-2023 21:50:41,9,"
        '"best,\n  yet",9000001,9200001,tt90000001\n'
        ",,,,,,,,,,,\n"
        "9600009,Late Murder,tv show,,plan to watch,,,,,9000009,,\n"
    )
    assert read(SIMKL, table("b.csv", HEADER + text)) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt90000001", tvdb=9000001, tmdb=9200001),
            other_ids={"simkl": "9600001"},
            said="watching",
            note="best, yet",
            file="b.csv",
            line=2,
        ),
        ImportedRow(
            title="Late Murder",
            ids=ExternalIds(tvdb=9000009),
            other_ids={"simkl": "9600009"},
            said="plan to watch",
            file="b.csv",
            line=5,
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "what"),
    [("tv", None), ("Anime", None), ("", None), ("movie", "film"), ("podcast", "other title")],
)
def test_the_table_says_what_each_is(kind: str, what: str | None) -> None:
    line = f"1,Paper Ronin,{kind},2020,watching,,,,,9000060,949,tt95000001\n"
    (row,) = read(SIMKL, table("b.csv", HEADER + line))
    assert (row.not_a_show, row.ids == ExternalIds()) == (what, what is not None)


def test_seasons_of_one_show_in_the_table_are_one_wish() -> None:
    lines = (
        "1,Paper Ronin,anime,2020,completed,,,,,9000060,,\n"
        "2,Paper Ronin 2,anime,2022,watching,,,,,9000060,,\n"
    )
    found = read(SIMKL, table("b.csv", HEADER + lines))
    assert [row.state for row in found] == ["unsaid", "following"]


def test_only_the_backup_is_opened_in_a_zip() -> None:
    assert are_members(SIMKL, "simklbackup.json", "simklbackup.csv", "settings.json") == [
        True,
        True,
        False,
    ]
