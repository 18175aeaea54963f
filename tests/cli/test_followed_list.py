"""``watchlist list``: one row a show, what is over at its end, filters and orders."""

import json
from typing import Any

import pytest

from tests.conftest import Run, Write

PAST = {"number": 1, "premiere": "2025-01-01"}
NEXT = {"number": 2, "premiere": "2026-12-01"}
SHOWS: list[dict[str, Any]] = [
    {"id": "back", "title": "The Back", "status": "running", "seasons": [PAST, NEXT]},
    {"id": "done", "title": "Done", "status": "ended", "seasons": [PAST, {**NEXT, "premiere": "2026-11-01"}]},
    {"id": "axed", "title": "Axed", "status": "cancelled", "seasons": [PAST, {"number": 2}]},
    {"id": "bare", "title": "Bare", "status": "ended"},
    {"id": "rest", "title": "Rest", "status": "running", "seasons": [PAST]},
    {"id": "last", "title": "Last", "status": "ended", "seasons": [PAST, NEXT]},
]  # fmt: skip


@pytest.fixture(autouse=True)
def catalogue(write: Write) -> None:
    """Shows that come back, that are over, and that have nothing to come yet."""
    write("config/shows.json", {"format": 1, "shows": SHOWS})


def listed(run: Run, *words: str) -> list[str]:
    """The ids of the rows of the list, with the season that each row is of."""
    lines = run("watchlist", "list", *words).out.splitlines()
    return [":".join(filter(None, line.split("\t")[:2])) for line in lines]


def test_what_is_over_rests_at_the_end_and_never_stands_in_a_countdown(run: Run) -> None:
    run("watchlist", "add", "bare", "axed", "done", "rest", "tvmaze:1", "back", "last")
    assert listed(run) == ["back", "last", "rest", "tvmaze:1", "axed", "done", "bare"]
    assert [line.split("\t")[0] for line in run("countdown").out.splitlines()] == [
        "The Back",
        "Last",
    ]
    assert "Without a date (1): Rest\n" in run(terminal=True).out


def test_a_show_that_is_over_stands_there_once_however_much_of_it_is_followed(run: Run) -> None:
    run("watchlist", "add", "done:s1", "done:s2", "back:s1", "back:s2")
    assert listed(run) == ["back:2", "back:1", "done:2"]


def test_a_show_and_a_season_of_it_are_one_row(run: Run) -> None:
    run("watchlist", "add", "back:s2", "--note", "season", "--tag", "a")
    run("watchlist", "add", "back", "--note", "show", "--tag", "b")
    assert listed(run) == ["back"]
    (item,) = json.loads(run("watchlist", "list", "--json").out)["items"]
    assert (item["season"], item["note"], item["tags"]) == (None, "show; season", ["b", "a"])
    assert run("countdown").out.count("\n") == 1


def test_specials_are_one_row_with_the_line_for_all_of_them(run: Run, write: Write) -> None:
    lines = [{"id": "doctor-who", "season": each} for each in ("christmas-special", "special")]
    write("data/watchlist.json", {"format": 1, "shows": lines})
    assert listed(run) == ["doctor-who:special"]


def test_a_season_and_a_part_of_it_are_one_row(run: Run, write: Write) -> None:
    lines = [
        {"id": "x", "season": 5, "part": 1},
        {"id": "x", "season": 5},
        {"id": "x", "season": 4},
    ]
    write("data/watchlist.json", {"format": 1, "shows": lines})
    assert listed(run) == ["x:5", "x:4"]
    assert "x" in run("countdown").err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--ended"], ["axed", "done"]),
        (["--waiting"], ["tvmaze:1"]),
        (["--muted"], ["back", "done"]),
        (["--tag", "X"], ["back", "rest"]),
        (["--muted", "--ended"], ["done"]),
        (["--tag", "x", "--muted"], ["back"]),
    ],
)
def test_filters_tell_what_is_like_that(run: Run, words: list[str], expected: list[str]) -> None:
    run("watchlist", "add", "axed", "done", "tvmaze:1")
    run("watchlist", "add", "rest", "back", "--tag", "x")
    run("watchlist", "mute", "done", "back")
    assert listed(run, *words) == expected


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--muted"], "nothing on the watchlist is muted"),
        (["--ended"], "nothing on the watchlist is over"),
        (["--waiting"], "nothing on the watchlist waits for the catalogue"),
        (["--tag", "x", "--muted"], "nothing on the watchlist is muted and is tagged x"),
    ],
)
def test_where_nothing_is_like_that_it_is_said(run: Run, words: list[str], error: str) -> None:
    run("watchlist", "add", "back", "--tag", "x")
    result = run("watchlist", "list", *words)
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {error}\n")
    assert json.loads(run("watchlist", "list", *words, "--json").out)["items"] == []


def test_it_is_sorted_by_title_and_by_when_each_was_added(run: Run, write: Write) -> None:
    run("watchlist", "add", "done", "back", "--now", "2026-11-01")
    run("watchlist", "add", "tvmaze:1", "axed", "--now", "2026-11-02")
    assert listed(run, "--sort", "title") == ["axed", "back", "done", "tvmaze:1"]
    assert listed(run, "--sort", "added") == ["axed", "tvmaze:1", "back", "done"]
    assert listed(run, "--sort", "next") == listed(run)
    result = run("watchlist", "list", "--sort", "x")
    assert (result.code, result.out) == (2, "")


def test_lines_without_a_time_come_last_by_when_they_were_added(run: Run, write: Write) -> None:
    lines = [{"id": "back"}, {"id": "done", "added": "2026-11-01T00:00:00Z"}]
    write("data/watchlist.json", {"format": 1, "shows": lines})
    assert listed(run, "--sort", "added") == ["done", "back"]


def test_a_row_tells_the_status_of_its_show_also_without_a_season(run: Run) -> None:
    run("watchlist", "add", "bare")
    (item,) = json.loads(run("watchlist", "list", "--json").out)["items"]
    assert (item["show_status"], item["countdown"]) == ("ended", None)
