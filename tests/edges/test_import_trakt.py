"""Trakt's files: the lists of its export, in JSON, and the CSV of earlier years."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.importers.document import Document, PlainText
from premierectl.importers.trakt import TRAKT
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow, Standing
from tests.importing import data, rows, table

LISTED, TABLE = TRAKT
MAY = datetime(2026, 5, 1, 10, tzinfo=UTC)
NIGHT_HARBOUR = ExternalIds(imdb="tt90000001", tvdb=9000001, tmdb=9200001, trakt=9100001)


def show(
    title: str | None = "Night Harbour", year: int | None = 2029, **ids: Any
) -> dict[str, Any]:
    """A show as Trakt writes it."""
    known = {"trakt": 9100001, "imdb": "tt90000001", "tvdb": 9000001, "tmdb": 9200001}
    return {"title": title, "year": year, "ids": {**known, "slug": "night-harbour-2029", **ids}}


def entries(*said: object) -> list[ImportedRow]:
    """The rows of a list."""
    return rows(LISTED, data("saved.json", json.dumps(said)))


def row(line: int = 1, **said: Any) -> ImportedRow:
    """A row of Night Harbour, or of what is said instead."""
    usual = {"title": "Night Harbour", "year": 2029, "ids": NIGHT_HARBOUR, "file": "saved.json"}
    return ImportedRow(**{**usual, "line": line, **said})


def no_show(title: str | None, what: str, line: int = 1, **said: Any) -> ImportedRow:
    """A row of what is no show; no number stands in it."""
    return ImportedRow(title=title, not_a_show=what, file="saved.json", line=line, **said)


# Watchlists


def test_a_listed_show_is_followed_from_that_day_on() -> None:
    listed = {
        "listed_at": "2026-05-01T10:00:00.000Z",
        "type": "show",
        "show": show(),
        "notes": None,
    }
    assert entries(listed) == [row(added=MAY)]


def test_a_film_with_the_number_of_a_show_swallows_none() -> None:
    film = {"title": "Drowned Film", "year": 2020, "ids": {"trakt": 9100001, "imdb": "tt90000001"}}
    assert entries(
        {"listed_at": "2026-05-01T10:00:00.000Z", "type": "movie", "movie": film},
        {"listed_at": "2026-05-01T10:00:00.000Z", "type": "show", "show": show()},
    ) == [no_show("Drowned Film", "film", year=2020), row(2, added=MAY)]


@pytest.mark.parametrize("number", [3, "3"])
def test_the_numbers_of_a_season_are_those_of_its_show(number: object) -> None:
    season = {"number": number, "ids": {"trakt": 9110003, "tmdb": 9210003, "tvdb": 9310003}}
    listed = {"listed_at": "x", "type": "season", "season": season, "show": show()}
    assert entries(listed) == [row(season=3)]


@pytest.mark.parametrize(
    ("number", "what"), [(0, "special"), (None, "unnumbered season"), (-1, "unnumbered season")]
)  # fmt: skip
def test_specials_and_seasons_without_a_number_follow_no_whole_show(
    number: int | None, what: str
) -> None:
    listed = {"listed_at": "x", "type": "season", "season": {"number": number}, "show": show()}
    assert entries(listed) == [no_show("Night Harbour", what, year=2029)]


@pytest.mark.parametrize(
    ("episode", "title"),
    [
        (
            {"season": 1, "number": 2, "title": "Two", "ids": {"trakt": 9120002}},
            "Night Harbour 1x02",
        ),
        ({"season": 0, "number": 12}, "Night Harbour 0x12"),
        ({"season": 1}, "Night Harbour"),
        (None, "Night Harbour"),
    ],
)
def test_a_listed_episode_is_no_show(episode: object, title: str) -> None:
    listed = {"listed_at": "x", "type": "episode", "episode": episode, "show": show()}
    assert entries(listed) == [no_show(title, "episode", year=2029)]


def test_an_episode_of_a_show_without_a_title_is_counted_all_the_same() -> None:
    listed = {"listed_at": "x", "type": "episode", "episode": {"season": 1, "number": 2}, "show": show(None)}  # fmt: skip
    assert entries(listed) == [no_show(None, "episode", year=2029)]


def test_what_trakt_alone_knows_has_no_other_number_and_perhaps_no_year() -> None:
    only = show(
        "Only At Trakt", None, trakt=9100021, imdb=None, tvdb=None, tmdb=None, plex={"a": 1}
    )
    assert entries({"type": "show", "show": only}) == [
        row(title="Only At Trakt", year=None, ids=ExternalIds(trakt=9100021))
    ]


def test_a_note_of_ones_own_is_kept_in_one_line() -> None:
    listed = {"listed_at": "x", "type": "show", "show": show(), "notes": " for\nwinter "}
    assert entries(listed) == [row(note="for winter")]


def test_a_person_on_a_list_is_no_show() -> None:
    listed = {
        "listed_at": "x",
        "type": "person",
        "person": {"name": "Ada Moor", "ids": {"trakt": 1}},
    }
    assert entries({"type": "show", "show": show()}, listed)[1] == no_show(
        "Ada Moor", "other title", 2
    )


@pytest.mark.parametrize(
    "entry", [None, 3, [], {}, {"type": 3}, {"type": "show"}, {"show": {"ids": 1}}]
)
def test_an_entry_that_names_nothing_stays_in_its_place(entry: object) -> None:
    found = entries({"show": show()}, entry, {"show": show()})
    assert [each.line for each in found] == [1, 2, 3]
    assert found[1].ids == ExternalIds()


def test_a_show_without_number_and_title_is_said_to_tell_nothing() -> None:
    found = entries({"show": show()}, {"type": "show", "show": {"title": " ", "ids": {}}})
    assert found[1].complaint == "it has neither a number nor a title"


KEYS = [
    "type",
    "show",
    "movie",
    "season",
    "episode",
    "ids",
    "trakt",
    "title",
    "number",
    "listed_at",
]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["show", "movie", "3", "tt1234567"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_whatever_stands_in_the_list_each_entry_has_its_row(others: list[object]) -> None:
    found = entries({"show": show()}, *others)
    assert [each.line for each in found] == list(range(1, len(others) + 2))
    assert all(each.not_a_show is None or each.ids == ExternalIds() for each in found)


# Watched and hidden


def watched(status: str | None = None) -> dict[str, Any]:
    """An entry of watched-shows, which has no ``type``."""
    stated = {} if status is None else {"status": status}
    return {
        "plays": 9,
        "last_watched_at": "1900-01-01T00:00:00.000Z",
        "reset_at": None,
        "show": {**show(), **stated},
        "seasons": [{"number": 1, "episodes": [{"number": 1, "plays": 1}]}],
    }


@pytest.mark.parametrize(
    ("status", "state", "said", "is_new_word"),
    [
        (None, "following", "", False),
        ("returning series", "following", "returning series", False),
        ("in production", "following", "in production", False),
        ("ended", "ended", "ended", False),
        ("canceled", "ended", "canceled", False),
        ("Ended", "ended", "Ended", False),
        ("sleeping", "following", "sleeping", True),
    ],
)
def test_a_watched_show_is_followed_unless_it_is_over(
    status: str | None, state: Standing, said: str, is_new_word: bool
) -> None:
    assert entries(watched(status)) == [row(state=state, said=said, is_new_word=is_new_word)]


def test_a_listed_show_that_is_over_is_over() -> None:
    ended = {**show(), "status": "ended"}
    assert entries({"listed_at": "x", "type": "show", "show": ended}) == [
        row(state="ended", said="ended")
    ]


def test_a_hidden_show_is_stopped() -> None:
    hidden = {"hidden_at": "2026-03-23T06:55:24.000Z", "type": "show", "show": show()}
    assert entries(hidden) == [row(state="stopped", said="hidden")]


def test_a_hidden_season_drops_no_show() -> None:
    season = {"number": 0, "ids": {"trakt": 9110000}}
    hidden = {"hidden_at": "x", "type": "season", "season": season, "show": show()}
    assert entries(hidden) == [row(state="unsaid")]


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ({"watched_at": "x", "action": "watch"}, "watched"),
        ({"paused_at": "x", "progress": 50}, "watched"),
        ({"rated_at": "x", "rating": 8}, "rated"),
        ({"collected_at": "x"}, "collected"),
        ({"last_collected_at": "x"}, "collected"),
        ({"comment": {"comment": "no"}}, "commented"),
        ({"note": {"notes": "no"}}, "noted"),
    ],
)
def test_what_was_done_in_the_past_is_no_wish_to_follow(done: dict[str, Any], said: str) -> None:
    assert entries({**done, "type": "show", "show": show()}) == [row(state="watched", said=said)]


def test_a_listed_show_that_was_rated_is_followed() -> None:
    listed = {"listed_at": "2026-05-01T10:00:00.000Z", "rating": 9, "type": "show", "show": show()}
    assert entries(listed) == [row(added=MAY)]


def test_an_entry_that_does_not_say_its_type_is_of_the_smallest_thing_in_it() -> None:
    episode = {"season": 1, "number": 2}
    assert entries(
        {"episode": episode, "show": show()}, {"season": {"number": 3}, "show": show()}
    ) == [
        no_show("Night Harbour 1x02", "episode", year=2029),
        row(2, season=3),
    ]


def test_a_history_names_each_show_and_each_film_once() -> None:
    episode = {"watched_at": "x", "type": "episode", "episode": {"season": 1}, "show": show()}
    season = {"watched_at": "x", "type": "season", "season": {"number": 2}, "show": show()}
    movie = {"title": "Drowned Film", "year": 2020, "ids": {"trakt": 9100001}}
    film = {"watched_at": "x", "type": "movie", "movie": movie}
    assert entries(episode, film, episode, season, film) == [
        row(state="watched", said="watched"),
        no_show("Drowned Film", "film", 2, year=2020, state="watched", said="watched"),
    ]


# Tables


def from_csv(text: str) -> list[ImportedRow]:
    """The rows of a table."""
    return rows(TABLE, table("saved.json", text))


def test_the_table_of_earlier_years_says_the_same() -> None:
    text = """rank,listed_at,type,title,year,trakt_id,imdb_id,tmdb_id,tvdb_id,season_number,season_trakt_id,episode_number
1,2026-05-01T10:00:00Z,show,Night Harbour,2029,9100001,tt90000001,9200001,9000001,,,
2,2026-05-01T10:00:00Z,movie,Drowned Film,2020,9100001,tt95000001,,,,,
3,2026-05-01T10:00:00Z,season,Night Harbour,2029,9100001,tt90000001,9200001,9000001,3,9110003,
4,2026-05-01T10:00:00Z,episode,Night Harbour,2029,9100001,tt90000001,9200001,9000001,1,9110001,2
,,,,,,,,,,,
"""
    assert from_csv(text) == [
        row(2, added=MAY),
        no_show("Drowned Film", "film", 3, year=2020),
        row(4, season=3, added=MAY),
        no_show("Night Harbour 1x02", "episode", 5, year=2029),
    ]


def test_an_older_table_has_other_names_for_its_columns() -> None:
    text = """year,title,type,watchlisted_at,trakt,imdb,tvdb,tmdb
2029,Night Harbour,Show,2026-05-01T10:00:00Z,9100001,tt90000001,9000001,9200001
"""
    assert from_csv(text) == [row(2, added=MAY)]


def test_a_table_of_what_was_watched_is_no_wish_to_follow() -> None:
    text = """watched_at,action,type,title,year,trakt_id,imdb_id,tmdb_id,tvdb_id,season_number,episode_number
2026-05-01,watch,episode,Night Harbour,2029,9100001,tt90000001,9200001,9000001,1,1
2026-05-01,watch,episode,Night Harbour,2029,9100001,tt90000001,9200001,9000001,1,2
"""
    assert from_csv(text) == [row(2, state="watched", said="watched")]


def test_a_record_that_does_not_say_what_it_is_is_not_guessed_at() -> None:
    text = "type,title,year,trakt_id\n,Night Harbour,2029,9100001\n"
    assert from_csv(text) == [no_show("Night Harbour", "other title", 2, year=2029)]


# Which files


def test_an_empty_list_is_one_of_trakts() -> None:
    assert entries() == []


@pytest.mark.parametrize(
    "document",
    [
        PlainText("a", "[]"),
        data("a", "{}"),
        data("a", '[{"name": "Rainy days", "ids": {"trakt": 9}}]'),
        data("a", '[{"status": "watching", "show": {"title": "A", "ids": {"simkl": 1}}}]'),
        data("a", '[1, null, {"show": 1}, {"show": {"ids": 1}}]'),
        table("a", "type,title,year,imdb_id\n"),
        table("a", "trakt_id,title\n"),
    ],
)
def test_what_is_another_trackers_is_left_to_it(document: Document) -> None:
    assert not any(each.recognises(document) for each in TRAKT)


def opened(name: str) -> bool:
    """Whether a file of this name is opened in an archive."""
    return any(re.fullmatch(each.members or "", name) for each in TRAKT)


@pytest.mark.parametrize(
    "name",
    [
        "lists-watchlist.json",
        "lists-watchlist-1.json",
        "lists-watchlist-10.json",
        "watchlist.json",
        "watched-shows.json",
        "watched-shows-2.json",
        "hidden-progress-watched.json",
        "hidden-progress-watched-2.json",
        "hidden-progress-collected.json",
        "hidden-calendar.json",
        "hidden-dropped.json",
    ],
)
def test_every_page_of_what_is_followed_or_hidden_is_opened_in_an_archive(name: str) -> None:
    assert opened(name)


@pytest.mark.parametrize(
    "name",
    [
        "user-settings.json",
        "user-profile.json",
        "network-followers.json",
        "lists-list-9-rainy-days.json",
        "lists-favorites.json",
        "watched-history-1.json",
        "watched-movies.json",
        "ratings-shows.json",
        "collection-shows.json",
        "comments-shows.json",
        "hidden-progress-watched-reset.json",
        "hidden-recommendations.json",
        "old-lists-watchlist.json",
    ],
)
def test_what_is_private_or_says_nothing_of_following_is_never_opened(name: str) -> None:
    assert not opened(name)
