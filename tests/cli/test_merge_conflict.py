"""A watchlist that git left in conflict: what stops, what goes on, and how both sides are united."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write

ADDED = "2026-11-01T00:00:00Z"


def in_lines(*shows: str) -> str:
    return ",\n".join(f'    {{"id": "{show}", "added": "{ADDED}"}}' for show in shows)


def conflict(ours: str, theirs: str, base: str | None = None) -> str:
    before = "" if base is None else f"||||||| 1a2b3c4\n{base}\n"
    return (
        '{\n  "format": 1,\n  "shows": [\n'
        f"<<<<<<< HEAD\n{ours}\n{before}=======\n{theirs}\n>>>>>>> other\n"
        "  ]\n}\n"
    )


def kept(home: Path) -> list[str]:
    document = json.loads((home / "data" / "watchlist.json").read_text())
    return [entry["id"] for entry in document["shows"]]


OURS, THEIRS = in_lines("andor", "silo"), in_lines("silo", "the-pitt")


def test_both_sides_are_united(run: Run, write: Write, home: Path) -> None:
    path = write("data/watchlist.json", conflict(OURS, THEIRS))
    result = run("watchlist", "merge", "--conflict")
    assert (result.code, result.out) == (0, f"added\tthe-pitt\t\t{path}\n")
    assert result.err == f"premierectl: both sides are united; tell git so with: git add {path}\n"
    assert kept(home) == ["andor", "silo", "the-pitt"]


def test_where_git_tells_the_ancestor_what_a_side_removed_is_gone(
    run: Run, write: Write, home: Path
) -> None:
    base = in_lines("severance", "silo")
    path = write("data/watchlist.json", conflict(in_lines("severance"), THEIRS, base))
    result = run("watchlist", "merge", "--conflict", terminal=True)
    assert result.out == "Severance is followed no longer\nthe-pitt is followed now\n"
    assert kept(home) == ["the-pitt"]
    path.write_text(conflict(in_lines("severance"), THEIRS, "nothing"))
    run("watchlist", "merge", "--conflict")
    assert kept(home) == ["severance", "silo", "the-pitt"]


def test_else_the_ancestor_is_among_the_versions(run: Run, write: Write, home: Path) -> None:
    run("watchlist", "add", "silo", "severance", "pitt", "--now", "2026-11-01T00:00Z")
    path = home / "data" / "watchlist.json"
    path.write_text(
        conflict(in_lines("andor", "severance", "the-pitt"), in_lines("severance", "silo"))
    )
    run("watchlist", "merge", "--conflict")
    assert kept(home) == ["andor", "severance"]


def test_a_dry_run_changes_nothing(run: Run, write: Write, home: Path) -> None:
    path = write("data/watchlist.json", conflict(OURS, THEIRS))
    result = run("watchlist", "merge", "--conflict", "--dry-run", "--json")
    assert [item["outcome"] for item in json.loads(result.out)["items"]] == ["added"]
    assert result.err == "premierectl: nothing was changed; without --dry-run it is done\n"
    assert path.read_text() == conflict(OURS, THEIRS)
    assert not (home / "state").exists()


def test_without_a_conflict_there_is_nothing_to_unite(run: Run, write: Write) -> None:
    path = write("data/watchlist.json", {"format": 1, "shows": []})
    result = run("watchlist", "merge", "--conflict")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"premierectl: {path} is in no conflict; there is nothing to merge\n"


BAD: list[tuple[Any, str]] = [
    ("[]", ":1:1: expected `object`, got `array`: []"),
    (conflict(OURS, "    {"), ', second side:5:3: a key in "double quotes" is missing here: ]'),
    (conflict('    {"id": 5}', THEIRS), ", first side:4:12: shows[0].id: expected `str`, got `int`"),
    (conflict(OURS, THEIRS).replace(": 1,", ": 2,"), ", first side: has format 2"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "message"), BAD)
def test_a_side_that_is_no_watchlist_changes_nothing(
    run: Run, write: Write, data: str, message: str
) -> None:
    path = write("data/watchlist.json", data)
    result = run("watchlist", "merge", "--conflict")
    assert (result.code, result.out) == (65, "")
    assert result.err.startswith(f"premierectl: {path}{message}")
    assert path.read_text() == data


@pytest.mark.parametrize(
    ("place", "way"),
    [
        ("data/watchlist.json", "premierectl watchlist merge --conflict unites them"),
        ("other.json", "keep what is right and take out the marks"),
    ],
)
def test_a_merge_of_files_says_which_is_in_conflict_and_how_to_go_on(
    run: Run, write: Write, home: Path, place: str, way: str
) -> None:
    write("other.json", {"format": 1, "shows": []})
    path = write(place, conflict(OURS, THEIRS))
    result = run("watchlist", "merge", str(home / "other.json"))
    assert (result.code, result.out) == (65, "")
    assert result.err == (
        f"premierectl: {path}:4: holds two sides of a merge that git could not join; {way}\n"
    )


def test_undo_says_what_it_would_drop_and_what_it_dropped(
    run: Run, write: Write, home: Path
) -> None:
    run("watchlist", "add", "silo")
    path = write("data/watchlist.json", conflict(OURS, THEIRS))
    would = run("watchlist", "undo", "--list")
    assert would.err == (
        "premierectl: undo would drop, with the two sides of a merge: andor, the-pitt; "
        "premierectl watchlist merge --conflict unites both\n"
    )
    assert path.read_text() == conflict(OURS, THEIRS)
    did = run("watchlist", "undo")
    assert did.err == (
        "premierectl: dropped with the two sides of a merge: andor, the-pitt\n"
        f"premierectl: what it was until now is kept in {home}/state/versions/watchlist/undone\n"
    )
    assert kept(home) == ["silo"]


def test_an_undo_of_a_broken_conflict_names_nothing(run: Run, write: Write) -> None:
    run("watchlist", "add", "silo")
    write("data/watchlist.json", conflict("{", "}"))
    assert "dropped" not in run("watchlist", "undo").err


def test_without_any_version_an_undo_would_drop_nothing(run: Run, write: Write) -> None:
    write("data/watchlist.json", conflict(OURS, THEIRS))
    result = run("watchlist", "undo", "--list")
    assert result.code == 1
    assert result.err == (
        "premierectl: there is no earlier version; the watchlist was never changed\n"
    )


def test_an_own_catalogue_in_conflict_says_how_to_go_on(run: Run, write: Write) -> None:
    path = write("config/shows.json", conflict(OURS, THEIRS))
    result = run("next", "pitt")
    assert result.code == 65
    assert result.err == (
        f"premierectl: {path}:4: holds two sides of a merge that git could not join; "
        "keep what is right and take out the marks\n"
    )
