"""``recent`` and what the list says of the time since the last look."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write, age

NEW = (
    "Follow a show: premierectl add pitt\n"
    "Bring your list along: premierectl import FILE\n"
    "Get today's dates: premierectl catalogue refresh\n"
)


def show(show_id: str, title: str, *seasons: Any, **fields: Any) -> Any:
    return {"id": show_id, "title": title, "network": "Hulu", "seasons": list(seasons), **fields}


def weekly(number: int, first: str, episodes: int) -> Any:
    return {"number": number, "premiere": first, "release": "weekly", "episodes": episodes}


AURORA = show("aurora", "Aurora", weekly(1, "2026-11-05", 10))
BEACON = show("beacon", "Beacon", {"number": 2, "premiere": "2026-11-20"})
COMET = show("comet", "Comet", {"number": 1, "premiere": "2026-11-22", "time": "20:00", "timezone": "Europe/London"})  # fmt: skip
DUNE = show("dune-sea", "Dune Sea", {"number": 3, "premiere": "2027-03"})
ALL = (AURORA, BEACON, COMET, DUNE)


@pytest.fixture(autouse=True)
def _followed(write: Write) -> None:
    """Four followed shows: one in its weeks, two that came out, one that has no day yet."""
    write("config/shows.json", {"format": 1, "shows": list(ALL)})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": each["id"]} for each in ALL]})


def look(write: Write, at: str, **fields: str) -> Path:
    """Let the last look have been at this instant."""
    return write("state/last-look.json", {"at": at, **fields})


def test_it_is_what_came_out_in_the_last_seven_days_the_last_day_first(run: Run) -> None:
    result = run("recent", terminal=True)
    assert result.code == 0
    assert result.out == (
        "Yesterday\n"
        "● Comet   Season 1  Sun 22 Nov 20:00  Hulu   yesterday\n"
        "\n"
        "Friday 20 November\n"
        "● Beacon  Season 2  Fri 20 Nov        Hulu  3 days ago\n"
        "\n"
        "Thursday 19 November\n"
        "· Aurora  S1 E3     Thu 19 Nov        Hulu  4 days ago\n"
    )


def test_a_pipe_gets_the_lines_of_a_countdown_and_json_its_items(run: Run) -> None:
    assert run("recent").out == (
        "Comet\tseason 1\t2026-11-22\t\tHulu\tyes\t20:00\n"
        "Beacon\tseason 2\t2026-11-20\t\tHulu\tyes\t\n"
        "Aurora\tS1 E3\t2026-11-19\t\tHulu\tyes\t\n"
    )
    document = json.loads(run("recent", "--json").out)
    assert document["command"] == "recent"
    assert [(item["id"], item["days"], item["state"]) for item in document["items"]] == [
        ("comet:s1", -1, "out"),
        ("beacon:s2", -3, "out"),
        ("aurora:s1e3", -4, "out"),
    ]
    assert document["items"][2]["progress"] == "3 of 10 are out"
    assert run("recent", "--format", "{title} {days}").out == "Comet -1\nBeacon -3\nAurora -4\n"


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (("--since", "yesterday"), ["Comet"]),
        (("--since", "friday"), ["Comet"]),
        (("--since", "thu"), ["Comet", "Beacon"]),
        (("--since", "2026-11-18"), ["Comet", "Beacon", "Aurora"]),
        (("--since", "2026-11-22T19:59"), ["Comet"]),
        (("--since", "2w", "--premieres"), ["Comet", "Beacon"]),
        (("--since", "30 days", "aurora"), ["Aurora", "Aurora", "Aurora"]),
        (("--limit", "1"), ["Comet"]),
        (("--network", "hul", "beacon"), ["Beacon"]),
        (("--all", "--since", "4d", "--network", "hulu"), ["Comet", "Beacon"]),
    ],
    ids=" ".join,
)
def test_since_when_of_what_and_how_much(run: Run, words: tuple[str, ...], out: list[str]) -> None:
    assert run("recent", *words, "--format", "{title}").out.split("\n")[:-1] == out


def test_a_day_counts_behind_the_day_of_the_look_and_an_hour_behind_its_hour(run: Run) -> None:
    words = ("recent", "--format", "{title}", "--since")
    assert run(*words, "2026-11-20T00:00").out == "Comet\n"
    assert run(*words, "2026-11-19T23:59").out == "Comet\nBeacon\n"
    late = run(*words, "2026-11-22T20:00")
    assert (late.code, late.out) == (1, "")
    assert late.err == (
        "premierectl: nothing came out since 22 November 2026; --all looks beyond the watchlist\n"
    )


def test_words_that_are_no_time_are_refused(run: Run) -> None:
    result = run("recent", "--since", "lately")
    assert result.code == 2
    assert result.err.startswith(
        "premierectl: 'lately' is not a day or a time ago; write yesterday, "
    )


def test_without_a_watchlist_it_says_how_to_follow(run: Run, home: Path) -> None:
    (home / "data" / "watchlist.json").unlink()
    result = run("recent")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("premierectl: the watchlist is empty; follow a show with:")


def test_nothing_of_a_show_is_said_of_that_show(run: Run) -> None:
    result = run("recent", "dune")
    assert result.code == 1
    assert result.err == "premierectl: nothing came out since 16 November 2026\n"


def test_a_last_look_that_is_longer_ago_is_where_it_begins(run: Run, write: Write) -> None:
    look(write, "2026-11-04T10:00:00Z")
    assert run("recent", "aurora", "--format", "{short}").out == "S1E3\nS1E2\nS1\n"
    look(write, "2026-11-22T23:00:00Z")
    assert run("recent", "aurora", "--format", "{short}").out == "S1E3\n"


def since(run: Run) -> str:
    """What stands above the list."""
    return run("countdown", terminal=True).out.split("\n\n")[0].replace("\n", " ")


def test_the_list_says_what_came_out_since_the_last_look(run: Run, write: Write) -> None:
    look(write, "2026-11-18T10:00:00Z")
    assert since(run) == (
        "Since Wednesday: Aurora S1 E3 is out · Beacon season 2 is out · Comet season 1 is out"
    )
    look(write, "2026-11-21T10:00:00Z")
    assert since(run) == "Since Saturday: Comet season 1 is out"
    first = show("zenith", "Zenith", {"number": 1, "premiere": "2026-11-19"})
    write("config/shows.json", {"format": 1, "shows": [*ALL, first]})
    run("add", "zenith")
    look(write, "2026-11-18T10:00:00Z")
    assert since(run).startswith(
        "Since Wednesday: Aurora S1 E3 is out · Zenith season 1 is out · B"
    )
    look(write, "2026-11-22T10:00:00Z")
    assert since(run) == "Since yesterday: Comet season 1 is out"


def test_episodes_of_a_season_are_counted(run: Run, write: Write) -> None:
    look(write, "2026-11-10T10:00:00Z")
    assert "Since 10 November: 2 episodes of Aurora are out · " in since(run)
    look(write, "2025-11-10T10:00:00Z")
    told = since(run)
    assert told.startswith("Since 10 November 2025: Aurora season 1 and 2 more episodes are out · ")


def test_the_same_day_is_told_by_its_hour(run: Run, write: Write) -> None:
    look(write, "2026-11-22T19:30:00Z")
    result = run("countdown", "--now", "2026-11-22T21:00", terminal=True)
    assert result.out.startswith("Since 19:30: Comet season 1 is out\n\n")


@pytest.mark.parametrize(
    "file",
    [
        None,
        "garbage",
        {"at": "2026-11-23T00:00:00"},
        {"at": "2030-01-01T00:00:00Z"},
        {"at": "2026-11-22T20:00:00Z"},
    ],
    ids=["none", "garbage", "no zone", "ahead", "nothing since"],
)
def test_without_a_look_before_nothing_stands_above_the_list(
    run: Run, write: Write, file: Any
) -> None:
    if file is not None:
        write("state/last-look.json", file)
    result = run("countdown", terminal=True)
    assert (result.code, "Since" in result.out) == (0, False)


def test_what_refreshes_saw_change_stands_there_too(run: Run, write: Write) -> None:
    look(write, "2026-11-22T21:00:00Z")
    when = "2026-11-22T22:00:00Z"
    dune = {
        "when": when,
        "show_id": "dune-sea",
        "show": "Dune Sea",
        "season": 3,
        "label": "season 3",
    }
    whole = {"when": when, "show_id": "dune-sea", "show": "Dune Sea"}
    told = {
        "Dune Sea season 3 moved 61 days later": dune | {"kind": "moved", "before": "2027-01-01", "after": "2027-03-03", "days": 61},
        "Dune Sea season 3 moved to spring 2027": dune | {"kind": "moved", "before": "2027-01-01", "after": "spring 2027"},
        "Dune Sea season 3 comes on 3 March 2027, unconfirmed": dune | {"kind": "dated", "after": "2027-03-03?"},
        "Dune Sea season 3 has no exact date any more": dune | {"kind": "undated", "before": "2027-03-03"},
        "Dune Sea season 3 episode 6 returns on 3 March 2027": dune | {"kind": "returns", "episode": 6, "after": "2027-03-03"},
        "Dune Sea season 3 was renewed": dune | {"kind": "renewed"},
        "Dune Sea is not over after all": whole | {"kind": "renewed"},
        "Dune Sea has ended": whole | {"kind": "ended"},
    }  # fmt: skip
    for words, change in told.items():
        write(
            "state/changes.json", {"format": 1, "refreshes": [{"when": when, "changes": [change]}]}
        )
        assert since(run) == f"Since yesterday: {words}"
    cast = dune | {"kind": "cast added", "people": ["Ann"]}
    write("state/changes.json", {"format": 1, "refreshes": [{"when": when, "changes": [cast]}]})
    assert "Since" not in since(run)


def test_more_than_four_are_counted(run: Run, write: Write) -> None:
    look(write, "2026-11-18T10:00:00Z")
    when = "2026-11-22T22:00:00Z"
    changes = [
        {"when": when, "show_id": "dune-sea", "show": "Dune Sea", "season": n, "label": f"season {n}", "kind": "new season"}
        for n in (4, 5, 6)
    ]  # fmt: skip
    write("state/changes.json", {"format": 1, "refreshes": [{"when": when, "changes": changes}]})
    assert since(run).endswith(
        "Comet season 1 is out · Dune Sea season 4 was announced · 2 more: premierectl recent, premierectl changes"
    )


def test_a_broken_file_of_changes_keeps_no_list_from_being_shown(run: Run, write: Write) -> None:
    look(write, "2026-11-22T10:00:00Z")
    write("state/changes.json", "{")
    assert since(run) == "Since yesterday: Comet season 1 is out"


def test_a_named_moment_is_no_look(run: Run, home: Path) -> None:
    run("countdown", terminal=True)
    run("countdown", "--now", "2026-12-01", terminal=True)
    assert not (home / "state" / "last-look.json").exists()


def looks(home: Path) -> dict[str, str]:
    """The looks that are kept."""
    kept: dict[str, str] = json.loads((home / "state" / "last-look.json").read_text())
    return kept


def test_the_list_on_a_terminal_is_a_look_and_nothing_else_is(
    run: Run, home: Path, write: Write
) -> None:
    real = {"PREMIERECTL_NOW": ""}
    file = home / "state" / "last-look.json"
    for words in (["--all"], ["aurora"], ["--save", str(home / "x.txt")], ["--json"]):
        run("countdown", *words, terminal=True, env=real)
        run("countdown", env=real)
        run("recent", "--since", "2020-01-01", terminal=True, env=real)
        assert not file.exists()
    begin = datetime.now(UTC)
    run("countdown", terminal=True, env=real)
    at = looks(home)["at"]
    assert begin <= datetime.fromisoformat(at) <= datetime.now(UTC)
    run("countdown", terminal=True, env=real)
    assert looks(home) == {"at": at, "before": None}
    look(write, "2026-11-18T10:00:00Z")
    run("countdown", terminal=True, env=real)
    assert looks(home)["before"] == "2026-11-18T10:00:00Z"


def test_a_state_folder_that_cannot_be_written_is_no_error(run: Run, home: Path) -> None:
    (home / "state").write_text("a file in the way")
    result = run("countdown", terminal=True, env={"PREMIERECTL_NOW": ""})
    assert result.code in (0, 1)
    assert "state" not in result.err


def test_a_new_user_sees_ten_releases_and_three_first_steps(run: Run, home: Path) -> None:
    (home / "data" / "watchlist.json").unlink()
    result = run(terminal=True, LINES="50")
    assert (result.code, result.err) == (0, age())
    body, steps = result.out.rsplit("\n\n", 1)
    assert steps == NEW
    assert len(re.findall("^[●·] ", body, re.MULTILINE)) == 10
    assert "more" not in body
    full = run("--full", terminal=True, LINES="50")
    assert full.out.endswith(NEW)
    assert len(re.findall("^[●·] ", full.out, re.MULTILINE)) > 10
    few = run("--limit", "2", terminal=True, LINES="50").out
    assert len(re.findall("^[●·] ", few, re.MULTILINE)) == 2


def test_a_pipe_gets_no_first_steps(run: Run, home: Path) -> None:
    (home / "data" / "watchlist.json").unlink()
    assert (run().code, run().out) == (1, "")
    assert "Follow a show:" not in run("--all").out
    assert "Follow a show:" not in run("--all", terminal=True).out
