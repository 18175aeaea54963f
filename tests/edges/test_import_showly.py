"""Showly's backup, as rows."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from premierectl.importers.document import Data
from premierectl.importers.showly import SHOWLY
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import are_members, data, read


def backup(movies: Any = None, version: Any = 2, **shows: Any) -> Data:
    value: dict[str, Any] = {
        "version": version,
        "shows": shows,
        "movies": movies or {},
        "lists": {"l": []},
    }
    return data("showly.json", json.dumps(value))


def test_a_show_has_numbers_of_trakt_and_tmdb_alone() -> None:
    entry = {"id": 9100001, "tmId": 9200001, "t": "Night Harbour", "a": "2024-01-01T00:00:00.000Z"}
    assert read(SHOWLY, backup(cH=[entry])) == [
        ImportedRow(
            title="Night Harbour",
            ids=ExternalIds(tmdb=9200001, trakt=9100001),
            said="my shows",
            added=datetime(2024, 1, 1, tzinfo=UTC),
            file="showly.json",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("collection", "state", "said"),
    [
        ("cH", "following", "my shows"),
        ("cW", "following", "watchlist"),
        ("cHid", "stopped", "hidden"),
    ],
)
def test_the_collection_tells_the_state(collection: str, state: str, said: str) -> None:
    (row,) = read(SHOWLY, backup(**{collection: [{"id": 9100001, "t": "Night Harbour", "a": ""}]}))
    assert (row.state, row.said, row.added) == (state, said, None)


@pytest.mark.parametrize("version", [2, 3])
def test_a_show_on_hold_is_named_by_the_number_of_its_version(version: int) -> None:
    """The second version has Trakt's numbers, the third has TMDB's alone."""
    numbers = {"id": 5, "tmId": 9} if version == 2 else {"tmId": 5}
    other = {"id": 9, "tmId": 5} if version == 2 else {"tmId": 9}
    told = [{"t": "Night Harbour", **numbers}, {"t": "Late Murder", **other}]
    found = read(SHOWLY, backup(cH=told, pOH=[5], version=version))
    assert [(row.title, row.state, row.said) for row in found] == [
        ("Night Harbour", "on hold", "on hold"),
        ("Late Murder", "following", "my shows"),
    ]


def test_hidden_is_more_than_on_hold() -> None:
    (row,) = read(SHOWLY, backup(cHid=[{"id": 5, "t": "Night Harbour"}], pOH=[5]))
    assert (row.state, row.said) == ("stopped", "hidden")


def test_films_are_no_shows_and_have_no_number_of_one() -> None:
    movies = {"cW": [{"id": 1, "tmId": 949, "t": "Drowned Film", "a": ""}], "cH": None}
    assert read(SHOWLY, backup(cH=[], movies=movies)) == [
        ImportedRow(title="Drowned Film", not_a_show="film", file="showly.json", line=1)
    ]


def test_an_entry_without_a_name_and_a_number_is_told_of() -> None:
    found = read(SHOWLY, backup(cW=[{"id": -1, "tmId": 0, "t": ""}]))
    assert [row.complaint for row in found] == ["it has neither a number nor a title"]


@pytest.mark.parametrize("text", ["[]", "{}", '{"shows": []}', '{"shows": {"other": []}}'])
def test_other_json_is_none_of_showly(text: str) -> None:
    assert not any(form.recognises(data("x.json", text)) for form in SHOWLY)


def test_in_a_folder_the_backup_is_opened() -> None:
    assert are_members(SHOWLY, "showly_backup.json", "backup.json") == [True, False]
