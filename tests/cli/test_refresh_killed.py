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

ROOT = Path(__file__).parents[2]
# A refresh that was killed is followed by one that is not; what it told of is written down.
DRIVER = """
import os, shutil, sys, time
from pathlib import Path
from premierectl.cli.program import run
from tests.killing import KILLED, child, in_silence
time.sleep = lambda seconds: None  # the pause between two calls to a service
home, begin, results = sys.argv[1:]
REFRESH = ["catalogue", "refresh"]
CHANGES = ["changes", "--all", "--since", "2026-11-24", "--json"]
OF_THE_NET_AND_STORE = {"sendall", "execute", "executemany", "commit"}
in_silence()
run(REFRESH), run(CHANGES)  # what is imported here no child imports again
number, code = 0, KILLED
while code == KILLED:
    number += 1
    shutil.rmtree(home)
    shutil.copytree(begin, home)
    code = child(REFRESH, number, OF_THE_NET_AND_STORE)
    last = child(REFRESH) if code == KILLED else code
    if last or child(CHANGES, output=Path(results, str(number))):
        sys.exit(1)
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
        subprocess.run(words, env={**there, **variables}, cwd=ROOT, check=True, timeout=300)

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
