"""Faults while the program runs: many writers, kills, full and read-only disks, a held lock."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Hold, Process, Run, without_coverage

COMMAND = [sys.executable, "-m", "premierectl"]
SHOWS = [
    "the-pitt", "silo", "severance", "foundation", "pluribus", "paradise", "ludwig", "heartstopper",
]  # fmt: skip


def start(environment: Mapping[str, str], *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*COMMAND, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**without_coverage(), **environment},
    )


def test_eight_writers_at_once_lose_nothing(
    environment: dict[str, str], process: Process, home: Path
) -> None:
    environment["PREMIERECTL_LOCK_SECONDS"] = "60"
    writers = [start(environment, "watchlist", "add", show) for show in SHOWS]
    for writer in writers:
        out, err = writer.communicate(timeout=120)
        assert (writer.returncode, err) == (0, b"")
        assert out.startswith(b"added\t")
    document = json.loads((home / "data" / "watchlist.json").read_text())
    assert [entry["id"] for entry in document["shows"]] == sorted(SHOWS)


def test_a_writer_killed_at_any_moment_leaves_the_file_whole(
    environment: dict[str, str], process: Process, home: Path
) -> None:
    path = home / "data" / "watchlist.json"
    process("watchlist", "add", "heartstopper")
    for attempt in range(30):
        writer = start(environment, "watchlist", ("add", "remove")[attempt % 2], "silo")
        killer = threading.Timer(0.006 * attempt, writer.send_signal, [signal.SIGKILL])
        killer.start()
        writer.communicate(timeout=60)
        killer.join()
        document = json.loads(path.read_text())
        assert [entry["id"] for entry in document["shows"]][:1] == ["heartstopper"]
        assert set(document) == {"format", "shows"}
    done = process("watchlist", "add", "pitt")
    assert done.returncode == 0
    assert process("watchlist", "undo").returncode == 0


def test_a_held_lock_is_said_and_nothing_is_changed(run: Run, home: Path, hold: Hold) -> None:
    held = home / "state" / "locks" / "watchlist.lock"
    hold(held)
    result = run("watchlist", "add", "pitt", PREMIERECTL_LOCK_SECONDS="0.2")
    assert (result.code, result.out) == (75, "")
    assert result.err == (
        f"premierectl: another premierectl has held {held} for 0.2 s; try again when it is done\n"
    )
    assert not (home / "data" / "watchlist.json").exists()


@pytest.mark.parametrize("seconds", ["soon", ""])
def test_a_lock_time_that_is_no_number_is_passed_over(run: Run, seconds: str) -> None:
    assert run("watchlist", "add", "pitt", PREMIERECTL_LOCK_SECONDS=seconds).code == 0


def fill(disk: Path) -> None:
    """Write to this disk until it takes no more."""
    with (disk / "filler").open("wb") as filler, contextlib.suppress(OSError):
        while True:
            os.write(filler.fileno(), b"x" * 512)


def test_on_a_full_disk_the_old_watchlist_stands(run: Run, small_disk: Path) -> None:
    run("watchlist", "add", "pitt")
    path = small_disk / "data" / "watchlist.json"
    before = path.read_bytes()
    fill(small_disk)
    result = run("watchlist", "add", "silo")
    assert result.code in (73, 74)
    assert result.err.startswith("premierectl: ")
    assert result.err.count("\n") == 1
    assert path.read_bytes() == before
    assert run("watchlist", "list").code == 0


def test_on_a_read_only_disk_the_old_watchlist_stands(run: Run, small_disk: Path) -> None:
    run("watchlist", "add", "pitt")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    result = run("watchlist", "add", "silo")
    assert (result.code, result.out, result.err.count("\n")) == (73, "", 1)
    assert "read-only file system" in result.err
    assert run("watchlist", "list").out.startswith("the-pitt\t")


@pytest.mark.parametrize(
    "words",
    [
        "", "--all", "countdown pitt", "next pitt", "days pitt", "show pitt", "cast heartstopper",
        "search pitt", "watchlist list", "catalogue path", "catalogue check", "catalogue schema",
        "countdown --json", "next --all", "--help",
    ],
)  # fmt: skip
def test_reading_never_writes(run: Run, home: Path, words: str) -> None:
    run(*words.split())
    assert not home.exists()


def test_a_watchlist_behind_a_link_stays_behind_it(run: Run, home: Path, tmp_path: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "watchlist.json").symlink_to(tmp_path / "synced.json")
    assert run("watchlist", "add", "pitt").code == 0
    assert (home / "data" / "watchlist.json").is_symlink()
    assert json.loads((tmp_path / "synced.json").read_text())["shows"][0]["id"] == "the-pitt"
