"""``changes``: what the refreshes saw change, for people, pipes and cron."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write
from tests.tvmaze_service import tvmaze_state

OLD, NEW, LAST = "2026-11-10T22:30:00Z", "2026-11-20T06:00:00Z", "2026-11-20T23:30:00Z"


def change(when: str, show_id: str, kind: str, **fields: Any) -> dict[str, Any]:
    return {"when": when, "show_id": show_id, "show": show_id.title(), "kind": kind, **fields}


def season(number: int) -> dict[str, Any]:
    return {"season": number, "label": f"season {number}"}


MOVED = change(
    NEW, "the-pitt", "moved", **season(3), before="2027-03-12", after="2027-04-02", days=21,
)  # fmt: skip
REFRESHES = [
    {"when": OLD, "changes": [change(OLD, "severance", "cancelled")]},
    {"when": NEW, "changes": [MOVED, change(NEW, "silo", "dated", **season(4), after="2027-01")]},
    {
        "when": LAST,
        "changes": [
            change(LAST, "the-pitt", "cast added", **season(3), people=["Ann"]),
            change(LAST, "silo", "new season", **season(5)),
        ],
    },
]


@pytest.fixture
def seen(write: Write) -> Path:
    """Three refreshes, the last two on one day in UTC."""
    return write("state/changes.json", {"format": 1, "refreshes": REFRESHES})


@pytest.mark.usefixtures("seen")
def test_it_is_what_the_last_refresh_saw_of_the_watchlist(run: Run) -> None:
    run("watchlist", "add", "pitt")
    result = run("changes")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "2026-11-20T23:30:00Z\tthe-pitt\tseason 3\tcast added\t\t\t\t"
        "The-Pitt season 3: 1 person in the cast: Ann\n"
    )
    assert run("changes", "--since", "last").out == result.out


@pytest.mark.usefixtures("seen")
def test_since_a_moment_in_the_viewers_zone_it_is_every_refresh_the_newest_first(run: Run) -> None:
    run("watchlist", "add", "pitt", "severance")
    lines = run("changes", "--since", "2026-11-10").out.splitlines()
    assert [line.split("\t")[:4] for line in lines] == [
        [LAST, "the-pitt", "season 3", "cast added"],
        [NEW, "the-pitt", "season 3", "moved"],
        [OLD, "severance", "", "cancelled"],
    ]
    assert lines[1].split("\t")[4:] == [
        "2027-03-12",
        "2027-04-02",
        "21",
        "The-Pitt season 3: moved from 12 March 2027 to 2 April 2027, 21 days later",
    ]
    berlin = ("--timezone", "Europe/Berlin")
    assert run("changes", "--since", "2026-11-20T07:00", *berlin).out.count("\n") == 2
    assert run("changes", "--since", "2026-11-20T07:01", *berlin).out.count("\n") == 1


@pytest.mark.usefixtures("seen")
def test_on_a_terminal_they_stand_under_the_viewers_days(run: Run) -> None:
    words = ("changes", "--all", "--since", "2026-11-01", "--timezone", "Europe/Berlin")
    result = run(*words, terminal=True)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "21 November 2026",
        "  The-Pitt season 3: 1 person in the cast: Ann",
        "  Silo season 5: new season",
        "",
        "20 November 2026",
        "  The-Pitt season 3: moved from 12 March 2027 to 2 April 2027, 21 days later",
        "  Silo season 4: dated, January 2027",
        "",
        "10 November 2026",
        "  Severance: cancelled",
    ]


@pytest.mark.usefixtures("seen")
def test_as_json_a_change_is_whole(run: Run) -> None:
    document = json.loads(run("changes", "--all", "--since", "2026-11-20", "--json").out)
    assert (document["command"], document["catalogue_as_of"]) == ("changes", "2026-09-21")
    assert [item["when"] for item in document["items"]] == [LAST, LAST, NEW, NEW]
    assert document["items"][2] == {
        "when": NEW,
        "show_id": "the-pitt",
        "title": "The-Pitt",
        "season": 3,
        "label": "season 3",
        "kind": "moved",
        "part": None,
        "episode": None,
        "finale": False,
        "before": "2027-03-12",
        "after": "2027-04-02",
        "days": 21,
        "name": None,
        "people": [],
        "more": 0,
        "message": "The-Pitt season 3: moved from 12 March 2027 to 2 April 2027, 21 days later",
    }


@pytest.mark.parametrize(
    ("followed", "words"),
    [
        ("silo", ["Silo season 4", "Silo season 3", "Silo"]),
        ("silo:s4", ["Silo season 4", "Silo season 3", "Silo"]),
        ("slow-horses", []),
    ],
)
def test_a_watched_season_counts_for_itself_and_for_what_is_of_its_show(
    run: Run, write: Write, followed: str, words: list[str]
) -> None:
    told = [
        change(NEW, "silo", "dated", **season(4), after="2027-01"),
        change(NEW, "silo", "new show", **season(3)),
        change(NEW, "silo", "cancelled"),
    ]
    other = change(NEW, "silo", "new season", **season(5))
    write("state/changes.json", {"format": 1, "refreshes": [{"when": NEW, "changes": told}]})
    run("watchlist", "add", followed)
    lines = run("changes").out.splitlines()
    assert [line.split("\t")[-1].partition(":")[0] for line in lines] == words
    write("state/changes.json", {"format": 1, "refreshes": [{"when": NEW, "changes": [other]}]})
    assert run("changes").code == (0 if followed == "silo" else 1)


def test_a_show_that_goes_by_another_id_now_is_the_same(run: Run, write: Write) -> None:
    own = {"id": "polar", "title": "Polar", "ids": {"tvmaze": 7}}
    write("config/shows.json", {"format": 1, "shows": [own]})
    told = change(NEW, "tvmaze:7", "cancelled")
    write("state/changes.json", {"format": 1, "refreshes": [{"when": NEW, "changes": [told]}]})
    run("watchlist", "add", "polar")
    assert run("changes").code == 0


def test_a_watched_show_that_no_catalogue_has_is_told_of(run: Run, write: Write) -> None:
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "gone"}]})
    told = change(NEW, "gone", "cancelled")
    write("state/changes.json", {"format": 1, "refreshes": [{"when": NEW, "changes": [told]}]})
    assert run("changes").code == 0


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            [],
            "nothing changed since the last refresh of 20 November 2026; "
            "--all looks beyond the watchlist",
        ),
        (
            ["--since", "2026-11-15"],
            "nothing changed since 15 November 2026; --all looks beyond the watchlist",
        ),
        (["--since", "2026-11-21", "--all"], "nothing changed since 21 November 2026"),
        (
            ["--timezone", "Europe/Berlin"],
            "nothing changed since the last refresh of 21 November 2026; "
            "--all looks beyond the watchlist",
        ),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_where_nothing_changed_cron_gets_1(
    run: Run, words: list[str], message: str, form: list[str]
) -> None:
    result = run("changes", *words, *form)
    assert (result.code, result.err) == (1, f"premierectl: {message}\n")
    if form:
        assert json.loads(result.out)["items"] == []
    else:
        assert result.out == ""


def test_before_the_first_refresh_the_next_step_is_said(run: Run, home: Path) -> None:
    result = run("changes")
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "premierectl: there was no refresh yet; "
        "premierectl catalogue refresh fetches what is coming\n",
    )
    assert not home.exists()


def test_a_moment_that_is_none_is_wrong_usage(run: Run) -> None:
    result = run("changes", "--since", "lately")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        "premierectl: 'lately' is not a day or a time ago; write yesterday, "
    )


def test_a_broken_file_is_named_and_stays(run: Run, write: Write) -> None:
    path = write("state/changes.json", '{"format": 1,\n "refreshes": 7}')
    result = run("changes")
    assert (result.code, result.out, result.err) == (
        65,
        "",
        f'premierectl: {path}:2:15: refreshes: expected `array`, got `int`: "refreshes": 7}}\n',
    )
    assert path.read_text().endswith("7}")


def test_outside_text_is_made_safe(run: Run, write: Write) -> None:
    told = {**change(NEW, "x", "cast added", people=["\x1b[31m"]), "show": "[/]\u202e"}
    write("state/changes.json", {"format": 1, "refreshes": [{"when": NEW, "changes": [told]}]})
    for terminal in (False, True):
        out = run("changes", "--all", terminal=terminal).out
        assert "[/]\\u202e: 1 person in the cast: \\x1b[31m" in out


@pytest.mark.parametrize("since", ["today", "23 November 2026", "2026-11-23"])
def test_since_a_day_as_people_write_it(run: Run, write: Write, since: str) -> None:
    write("state/changes.json", {"format": 1, "refreshes": []})
    run("watchlist", "add", "pitt")
    assert run("changes", "--since", since).err.startswith("premierectl: there was no refresh yet")


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize(
    ("now", "since", "lines"),
    [
        ("2026-11-21", "yesterday", 4),
        ("2026-11-22", "Yesterday", 0),
        ("2026-11-27", "7d", 4),
        ("2026-11-28", "7 days", 0),
        ("2026-11-28", "18d", 5),
        ("2026-11-21", "99999d", 5),
        ("2026-11-21", "0d", 0),
    ],
)
def test_since_so_many_days_ago(run: Run, now: str, since: str, lines: int) -> None:
    result = run("changes", "--all", "--since", since, "--now", now)
    assert result.out.count("\n") == lines


def test_a_premiere_that_loses_its_date_on_its_day_is_undated(run: Run) -> None:
    later = {"PREMIERECTL_NOW": "2026-11-24T20:00"}
    with tvmaze_state() as service:
        there = {"PREMIERECTL_TVMAZE_URL": service.url}
        service.add(1, "2026-11-24", "2026-12-01", name="Aurora")
        run("watchlist", "add", "tvmaze:1")
        run("catalogue", "refresh", env=there)
        service.add(1, "", "", name="Aurora")
        service.updated = {1: 1_796_000_000}
        run("catalogue", "refresh", env=there | later)
    items = json.loads(run("changes", "--json", env=later).out)["items"]
    told = [(item["kind"], item["before"], item["after"]) for item in items]
    assert told == [("undated", "2026-11-24", None)]
