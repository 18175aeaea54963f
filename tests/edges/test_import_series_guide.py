"""SeriesGuide's backups, as rows."""

import json
from typing import Any

import pytest

from premierectl.importers.document import Data
from premierectl.importers.series_guide import SERIES_GUIDE
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import are_members, data, read


def backup(*entries: Any) -> Data:
    return data("shows.json", json.dumps(entries))


def show(**fields: Any) -> dict[str, Any]:
    return {"tvdb_id": 9000001, "title": "Night Harbour", "seasons": [], **fields}


def test_a_show_comes_with_all_its_numbers_and_the_note() -> None:
    told = show(
        tmdb_id=9200001,
        imdb_id="tt90000001",
        trakt_id=9100001,
        first_aired="2029-01-05T08:00:00Z",
        status="continuing",
        favorite=True,
        hidden=False,
        user_note="a note\nof one’s own",
    )
    assert read(SERIES_GUIDE, backup(told)) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt90000001", tvdb=9000001, tmdb=9200001, trakt=9100001),
            said="continuing",
            note="a note of one’s own",
            file="shows.json",
            line=1,
        )
    ]


def test_a_show_can_have_one_number_and_no_title() -> None:
    told = {"tmdb_id": 9200009, "language": "de-DE", "seasons": [{"tmdb_id": "81447"}]}
    assert read(SERIES_GUIDE, backup(told)) == [
        ImportedRow(ids=ExternalIds(tmdb=9200009), file="shows.json", line=1)
    ]


@pytest.mark.parametrize(
    ("fields", "state", "said", "is_new_word"),
    [
        ({"status": "upcoming"}, "following", "upcoming", False),
        ({"status": "in_production"}, "following", "in_production", False),
        ({"status": "pilot"}, "following", "pilot", False),
        ({"status": "planned"}, "following", "planned", False),
        ({"status": "unknown"}, "following", "unknown", False),
        ({}, "following", "", False),
        ({"status": None}, "following", "", False),
        ({"status": "ended"}, "ended", "ended", False),
        ({"status": "canceled"}, "ended", "canceled", False),
        ({"status": "ended", "hidden": True}, "stopped", "hidden", False),
        ({"status": "ended", "favorite": True}, "ended", "ended", False),
        ({"status": "brand-new"}, "following", "brand-new", True),
    ],
)
def test_hidden_and_ended_are_left_out(
    fields: dict[str, Any], state: str, said: str, is_new_word: bool
) -> None:
    (row,) = read(SERIES_GUIDE, backup(show(**fields)))
    assert (row.state, row.said, row.is_new_word) == (state, said, is_new_word)


@pytest.mark.parametrize(
    ("first_aired", "year"),
    [
        ("2029-01-05T08:00:00Z", 2029),
        ("2029-01-01T02:00:00Z", None),
        ("2028-12-31T23:00:00.000Z", None),
        ("2029-01-01T00:00:00Z", 2029),
        ("2029-01-01", 2029),
        ("", None),
        (None, None),
        (1517558400000, None),
        ("0000-00-00", None),
    ],
)
def test_no_year_is_taken_from_a_moment_that_can_be_of_two(
    first_aired: object, year: int | None
) -> None:
    (row,) = read(SERIES_GUIDE, backup(show(first_aired=first_aired)))
    assert row.year == year


def test_an_entry_without_a_name_and_a_number_is_told_of() -> None:
    found = read(SERIES_GUIDE, backup(show(), {"tmdb_id": -1, "seasons": []}))
    assert [row.complaint for row in found] == [None, "it has neither a number nor a title"]


def test_lists_of_ones_own_are_no_wish_to_follow() -> None:
    items = [
        {"type": "tmdb-show", "externalId": "62425"},
        {"type": "show", "externalId": "253491"},
        {"type": "season", "externalId": "620558"},
        {"type": "episode", "externalId": "5443955"},
    ]
    document = backup({"list_id": "Rainy%20days", "name": "Rainy days", "items": items})
    place: dict[str, Any] = {
        "state": "listed",
        "said": "Rainy days",
        "file": "shows.json",
        "line": 1,
    }
    assert read(SERIES_GUIDE, document) == [
        ImportedRow(ids=ExternalIds(tmdb=62425), **place),
        ImportedRow(ids=ExternalIds(tvdb=253491), **place),
        ImportedRow(not_a_show="season", **place),
        ImportedRow(not_a_show="episode", **place),
    ]


def test_a_list_can_have_no_name() -> None:
    document = backup({"list_id": "x", "items": [{"type": "show", "externalId": "5"}]})
    assert [row.said for row in read(SERIES_GUIDE, document)] == [""]


def test_films_are_no_shows_and_have_no_number_of_one() -> None:
    film = {"tmdb_id": 949, "imdb_id": "tt95000001", "title": "Drowned Film", "in_watchlist": True}
    assert read(SERIES_GUIDE, backup(film)) == [
        ImportedRow(title="Drowned Film", not_a_show="film", file="shows.json", line=1)
    ]


@pytest.mark.parametrize(
    "entries",
    [
        (),
        ("?",),
        ({"id": {"tvdb": 1}, "title": "X", "status": "continuing", "seasons": []},),
        ({"titleSlug": "x", "tvdbId": 1, "seasons": []},),
        ({"seasons": [], "tvdb_id": None},),
    ],
)
def test_other_lists_are_none_of_series_guide(entries: tuple[Any, ...]) -> None:
    assert not any(form.recognises(backup(*entries)) for form in SERIES_GUIDE)


def test_in_a_folder_the_shows_are_opened() -> None:
    names = ("sg-shows-export.json", "seriesguide-shows-backup.json", "sg-lists-export.json")
    assert are_members(SERIES_GUIDE, *names) == [True, True, False]
