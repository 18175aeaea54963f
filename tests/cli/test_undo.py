"""``watchlist undo`` and ``redo``: versions told, gone back to, and forward again."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write

WRITTEN = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)


def followed(home: Path) -> list[tuple[str, object]]:
    """The shows and seasons in the watchlist's file."""
    document = json.loads((home / "data" / "watchlist.json").read_text())
    return [(entry["id"], entry.get("season")) for entry in document["shows"]]


@pytest.fixture
def versions(run: Run, home: Path) -> Path:
    """Versions of half a day each: nothing, two shows, a note, one show less."""
    run("watchlist", "add", "pitt", "silo")
    run("watchlist", "add", "pitt", "heartstopper:s2", "--note", "with Sam")
    run("watchlist", "remove", "silo")
    folder = home / "state" / "versions" / "watchlist"
    for number, file in enumerate(sorted(folder.glob("*.json"))):
        when = (WRITTEN + timedelta(hours=12 * number)).timestamp()
        os.utime(file, (when, when))
    return folder


def test_redo_brings_back_what_undo_took_away(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    run("watchlist", "add", "silo")
    run("watchlist", "undo")
    result = run("watchlist", "redo", terminal=True)
    assert (result.code, result.out, result.err) == (
        0,
        "The watchlist from before the undo is back, with 2 entries\n",
        "",
    )
    assert followed(home) == [("silo", None), ("the-pitt", None)]
    run("watchlist", "undo")
    assert run("watchlist", "redo").out == "redone\t\t\n"


def test_after_a_new_change_there_is_nothing_to_redo(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    run("watchlist", "add", "silo")
    run("watchlist", "undo")
    run("watchlist", "add", "severance")
    result = run("watchlist", "redo")
    assert (result.code, result.out) == (1, "")
    assert result.err == "premierectl: there is nothing undone to bring back\n"
    assert followed(home) == [("severance", None), ("the-pitt", None)]


def test_the_versions_are_told_with_what_changed_in_each(run: Run, versions: Path) -> None:
    assert run("watchlist", "undo", "--list").out == (
        "4\t2026-11-22T11:30:00Z\tyes\t2\tremoved: Silo\n"
        "3\t2026-11-21T23:30:00Z\tno\t3\tadded: Heartstopper season 2; noted: The Pitt\n"
        "2\t2026-11-21T11:30:00Z\tno\t2\tadded: Silo, The Pitt\n"
        "1\t2026-11-20T23:30:00Z\tno\t0\tthe oldest that is kept\n"
    )


def test_a_person_is_told_the_viewers_time_and_which_is_now(run: Run, versions: Path) -> None:
    run("watchlist", "undo")
    result = run("watchlist", "undo", "--list", "--timezone", "Europe/Berlin", terminal=True)
    assert result.out.splitlines() == [
        "Version  Written           Entries       What changed",
        "3        2026-11-22 00:30  3        now  added: Heartstopper season 2; noted: The Pitt",
        "2        2026-11-21 12:30  2             added: Silo, The Pitt",
        "1        2026-11-21 00:30  0             the oldest that is kept",
    ]
    assert result.err == ("1 undone change can be brought back with: premierectl watchlist redo\n")
    run("watchlist", "undo")
    assert run("watchlist", "undo", "--list", terminal=True).err == (
        "2 undone changes can be brought back with: premierectl watchlist redo\n"
    )


def test_scripts_get_each_edit_by_itself(run: Run, versions: Path) -> None:
    document = json.loads(run("watchlist", "undo", "--list", "--json").out)
    items: list[dict[str, Any]] = document["items"]
    assert document["command"] == "watchlist versions"
    assert items[0] == {
        "number": 4,
        "when": "2026-11-22T11:30:00Z",
        "is_now": True,
        "entries": 2,
        "edits": [{"kind": "removed", "what": "Silo"}],
        "message": "removed: Silo",
    }
    assert items[3]["edits"] is None


def test_undo_goes_back_to_the_version_of_a_number(run: Run, versions: Path, home: Path) -> None:
    result = run("watchlist", "undo", "2", terminal=True)
    assert (result.code, result.out) == (
        0,
        "Version 2 of the watchlist is back, with 2 entries\n",
    )
    assert followed(home) == [("silo", None), ("the-pitt", None)]
    run("watchlist", "redo")
    run("watchlist", "redo")
    assert followed(home) == [("heartstopper", 2), ("the-pitt", None)]


def test_a_version_that_stands_there_already_is_not_brought_back(run: Run, versions: Path) -> None:
    result = run("watchlist", "undo", "4")
    assert (result.code, result.out) == (1, "")
    assert result.err == "premierectl: version 4 is what stands there now\n"


def test_a_version_and_a_list_exclude_each_other(run: Run) -> None:
    result = run("watchlist", "undo", "4", "--list")
    assert (result.code, result.err) == (
        2,
        "premierectl: undo takes a version or --list; choose one\n",
    )


@pytest.mark.parametrize("content", ["{", '{"format": 2, "shows": []}'])
def test_a_version_that_nobody_can_read_is_told_and_not_brought_back(
    run: Run, versions: Path, home: Path, content: str
) -> None:
    (versions / "000003.json").write_text(content)
    lines = run("watchlist", "undo", "--list").out.splitlines()
    assert lines[1].split("\t")[2:] == ["no", "", "cannot be read"]
    assert lines[0].endswith("\tadded: Heartstopper season 2; removed: Silo; noted: The Pitt")
    before = (home / "data" / "watchlist.json").read_bytes()
    assert run("watchlist", "undo", "3").code == 65
    assert (home / "data" / "watchlist.json").read_bytes() == before


def test_redo_passes_over_what_cannot_be_read_and_names_it(run: Run, versions: Path) -> None:
    run("watchlist", "undo", "2")
    emptied = versions / "000003.json"
    emptied.with_suffix(".undone").write_bytes(b"")
    result = run("watchlist", "redo")
    assert (result.code, result.out) == (0, "redone\t\t\n")
    assert result.err == f"premierectl: {emptied} cannot be read and was passed over\n"


def test_redo_over_a_newer_format_is_refused(run: Run, versions: Path, write: Write) -> None:
    run("watchlist", "undo")
    write("data/watchlist.json", {"format": 2, "shows": []})
    result = run("watchlist", "redo")
    assert (result.code, result.out) == (65, "")
    assert "has format 2" in result.err


def test_a_list_of_versions_reads_and_writes_nothing(run: Run, versions: Path, home: Path) -> None:
    def state() -> list[tuple[str, int]]:
        files = (each for each in home.rglob("*") if each.is_file())
        return sorted((str(each), each.stat().st_mtime_ns) for each in files)

    before = state()
    run("watchlist", "undo", "--list")
    assert state() == before
