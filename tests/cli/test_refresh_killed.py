"""A refresh that is killed at any call that changes something: each change is told once, all the same."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import without_coverage
from tests.tvmaze_service import TVmazeState, tvmaze_state

# Each refresh is a process of its own, forked from one that has loaded all there is to load. It ends,
# as by a power cut, before its call of a number to the system; then the next one refreshes.
DRIVER = """
import os, shutil, signal, sys, time
time.sleep = lambda seconds: None  # the pause between two calls to a service
from premierectl.cli.program import run
home, begin, results = sys.argv[1:]
CALLS = {  # after any other call the files are as they were before it
    "write", "fsync", "rename", "replace", "unlink", "remove", "mkdir", "chmod", "chown",
    "ftruncate", "sendall", "execute", "executemany", "commit", "link", "utime",
}
def child(number, last):
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    made = 0
    def watch(frame, event, function):
        nonlocal made
        name = function.__name__ if event == "c_call" else ""
        if name in CALLS and not (name == "replace" and isinstance(function.__self__, str)):
            made += 1
            if made == last:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.setprofile(watch if last else None)
    code = run(["catalogue", "refresh"])
    sys.setprofile(None)
    if not code and (made < last or not last):
        with open(f"{results}/{number}", "w") as sys.stdout:
            run(["changes", "--all", "--since", "2026-11-24", "--json"])
    os._exit(code)
sys.stdout = sys.stderr = open(os.devnull, "w")
code, number = child("warm", 0), 0  # what is imported then is imported once
while code == 0:
    number += 1
    shutil.rmtree(home)
    shutil.copytree(begin, home)
    if child(number, number) != -signal.SIGKILL:
        break
    code = child(number, 0)
os._exit(code)
"""


@pytest.fixture
def service() -> Iterator[TVmazeState]:
    with tvmaze_state() as server:
        server.add(1, "2026-12-01", "2026-12-08")
        server.add(2, "2026-12-02")
        yield server


def test_wherever_it_is_killed_each_change_is_told_once(
    environment: Mapping[str, str], service: TVmazeState, tmp_path: Path
) -> None:
    begin, home, results = tmp_path / "begin", tmp_path / "home", tmp_path / "results"
    results.mkdir()
    there = {**without_coverage(), **environment, "PREMIERECTL_TVMAZE_URL": service.url}

    def ask(*argv: str, **variables: str) -> None:
        words = [sys.executable, *argv]
        subprocess.run(words, env={**there, **variables}, check=True, timeout=300)

    first = {"PREMIERECTL_HOME": str(begin), "PREMIERECTL_NOW": "2026-11-23"}
    ask("-m", "premierectl", "watchlist", "add", "tvmaze:1", "tvmaze:2", **first)
    ask("-m", "premierectl", "catalogue", "refresh", **first)
    service.add(1, "2026-12-11", "2026-12-18")
    service.add(2, "2026-12-05")
    service.updated = {1: 1_796_000_000, 2: 1_796_000_000}
    ask("-c", "import shutil, sys; shutil.copytree(*sys.argv[1:])", str(begin), str(home))
    later = {"PREMIERECTL_HOME": str(home), "PREMIERECTL_NOW": "2026-11-24T12:00"}
    ask("-c", DRIVER, str(home), str(begin), str(results), **later)
    expected = [("show-1", "moved", "2026-12-01"), ("show-2", "moved", "2026-12-02")]
    told = {each.name: changes(each) for each in results.iterdir()}
    assert len(told) > 50
    assert {name: found for name, found in told.items() if found != expected} == {}


def changes(answer: Path) -> list[tuple[str, str, Any]]:
    """What a refresh told of shows, by their ids."""
    items = json.loads(answer.read_text())["items"]
    return sorted((item["show_id"], item["kind"], item["before"]) for item in items)
