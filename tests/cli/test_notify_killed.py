"""A notice that is killed at any call that changes something: told all the same, and never twice but the one."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import without_coverage

ROOT = Path(__file__).parents[2]
# A call that was killed is followed by two that are not: the first tells the rest.
DRIVER = """
import shutil, sys
from pathlib import Path
from premierectl.cli.program import run
from tests.killing import KILLED, child, in_silence
home, begin, results = map(Path, sys.argv[1:])
OF_PROCESSES = {"flock", "fork_exec", "waitpid", "poll"}
def notify(number):
    return ["notify", "--exec", f"tee -a {results}/{number}"]
in_silence()
run(notify("warm"))  # what is imported here no child imports again
number = 0
while True:
    number += 1
    shutil.rmtree(home)
    shutil.copytree(begin, home)
    code = child(notify(number), number, OF_PROCESSES)
    if code != KILLED:
        break
    codes = [child(notify(number)), child(notify(number))]
    (results / f"{number}.codes").write_text(" ".join(map(str, codes)))
sys.exit(code)
"""
SHOWS = [
    {"id": name, "title": name.title(), "seasons": [{"number": 1, "premiere": "2026-12-01"}]}
    for name in ("aurora", "borealis")
]
EVENTS = [f"{show['id']}:s1" for show in SHOWS]


# What only looks, or asks for memory, leaves all as it is.
IDLE = {"brk", "clock_nanosleep", "fstat", "getdents64", "getpid", "getrandom", "ioctl", "lseek", "mmap",
        "mprotect", "munmap", "newfstatat", "read", "rt_sigaction", "rt_sigprocmask"}  # fmt: skip


@dataclass(frozen=True)
class Places:
    """The home of a user who follows both shows, as it was before a notice, and what was told."""

    begin: Path
    home: Path
    results: Path

    def told(self, name: str) -> list[str]:
        return [json.loads(line)["id"] for line in (self.results / name).read_text().splitlines()]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places(tmp_path / "begin", tmp_path / "home", tmp_path / "results")
    found.results.mkdir()
    for folder, name, shows in (
        ("config", "shows.json", SHOWS),
        ("data", "watchlist.json", [{"id": show["id"]} for show in SHOWS]),
    ):
        (found.begin / folder).mkdir(parents=True)
        (found.begin / folder / name).write_text(json.dumps({"format": 1, "shows": shows}))
    shutil.copytree(found.begin, found.home)
    return found


def test_wherever_it_is_killed_nothing_is_lost_and_one_at_most_is_told_again(
    environment: Mapping[str, str], places: Places
) -> None:
    there = {**without_coverage(), **environment, "PREMIERECTL_NOW": "2026-12-01"}
    folders = map(str, (places.home, places.begin, places.results))
    words = [sys.executable, "-c", DRIVER, *folders]
    subprocess.run(words, env=there, cwd=ROOT, check=True, timeout=300)
    killed = sorted(places.results.glob("*.codes"))
    assert len(killed) > 30
    seen = set()
    for codes in killed:
        first, second = map(int, codes.read_text().split())
        told = places.told(codes.stem)
        assert sorted(set(told)) == EVENTS, codes.name
        assert len(told) <= len(EVENTS) + 1, codes.name
        # It ends with nothing left to tell, also where the first one had told it all.
        assert (first in (0, 1), second) == (True, 1), codes.name
        seen.add(len(told))
    assert seen == {2, 3}


def may_trace() -> bool:
    """Whether strace is here, and the system lets it trace."""
    strace = shutil.which("strace")
    call = [strace or "", "-o", os.devnull, sys.executable, "-c", ""]
    return bool(strace) and subprocess.run(call, check=False, timeout=60).returncode == 0


@pytest.mark.skipif(not may_trace(), reason="strace is not installed, or may not trace")
def test_nothing_is_lost_either_where_the_system_is_asked_for_something(
    environment: Mapping[str, str], places: Places
) -> None:
    """The same at every call to the system that a notice makes once it holds its lock."""
    there = {**without_coverage(), **environment, "PREMIERECTL_NOW": "2026-12-01"}

    def notify(name: str, *tracer: str) -> int:
        words = [sys.executable, "-m", "premierectl", "notify", "--exec"]
        words += [f"tee -a {places.results}/{name}"]
        run = subprocess.run([*tracer, *words], env=there, cwd=ROOT, check=False, timeout=60)
        return run.returncode

    log = places.results / "calls"
    assert notify("first", "strace", "-o", str(log)) == 0
    calls = [line.partition("(") for line in log.read_text().splitlines() if line[0].isalpha()]
    names = [name for name, _, _ in calls]
    locked = next(place for place, (_, _, rest) in enumerate(calls) if "/locks" in rest)
    active = [place for place in range(locked, len(calls)) if names[place] not in IDLE]
    assert len(active) > 40
    spared = list[str]()
    for place in active:
        name, number = names[place], names[: place + 1].count(names[place])
        shutil.rmtree(places.home)
        shutil.copytree(places.begin, places.home)
        fault = f"inject={name}:signal=SIGKILL:when={number}"
        code = notify(str(place), "strace", "-o", "/dev/null", "-e", fault)
        assert code in (0, -signal.SIGKILL), calls[place]
        spared += [] if code else [name]
        codes = notify(str(place)), notify(str(place))
        told = places.told(str(place))
        assert (sorted(set(told)), len(told) in (2, 3)) == (EVENTS, True), calls[place]
        assert (codes[0] in (0, 1), codes[1]) == (True, 1), calls[place]
    # How often a program that is called is looked after depends on how long it takes.
    assert len([name for name in spared if name != "wait4"]) < 10, spared
