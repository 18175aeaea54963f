"""A notice that is killed at any call that changes something: told all the same, and never twice but the one."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import without_coverage

# Each call is a process of its own, forked from one that has loaded all there is to load. It ends,
# as by a power cut, before its call of a number to the system; then the next one tells the rest.
DRIVER = """
import os, shutil, signal, sys
from premierectl.cli.program import run
home, begin, results = sys.argv[1:]
CALLS = {  # after any other call the files, and what was told, are as they were before it
    "write", "fsync", "rename", "replace", "unlink", "remove", "mkdir", "chmod", "chown", "flock",
    "fork_exec", "waitpid", "poll",
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
    code = run(["notify", "--exec", f"tee -a {results}/{number}"])
    sys.setprofile(None)
    os._exit(code)
sys.stdout = sys.stderr = open(os.devnull, "w")
number = 0
child("warm", 0)  # what is imported then is imported once
while True:
    number += 1
    shutil.rmtree(home)
    shutil.copytree(begin, home)
    code = child(number, number)
    if code != -signal.SIGKILL:
        break
    codes = [child(number, 0), child(number, 0)]
    with open(f"{results}/{number}.codes", "w") as file:
        print(*codes, file=file)
os._exit(code)
"""
SHOWS = [
    {"id": name, "title": name.title(), "seasons": [{"number": 1, "premiere": "2026-12-01"}]}
    for name in ("aurora", "borealis")
]
EVENTS = [f"{show['id']}:s1" for show in SHOWS]


def test_wherever_it_is_killed_nothing_is_lost_and_one_at_most_is_told_again(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    begin, home, results = tmp_path / "begin", tmp_path / "home", tmp_path / "results"
    results.mkdir()
    for folder, name, shows in (
        ("config", "shows.json", SHOWS),
        ("data", "watchlist.json", [{"id": show["id"]} for show in SHOWS]),
    ):
        (begin / folder).mkdir(parents=True)
        (begin / folder / name).write_text(json.dumps({"format": 1, "shows": shows}))
    there = {**without_coverage(), **environment, "PREMIERECTL_NOW": "2026-12-01"}
    words = [sys.executable, "-c", DRIVER, str(home), str(begin), str(results)]
    home.mkdir()
    subprocess.run(words, env=there, check=True, timeout=300)
    killed = sorted(results.glob("*.codes"))
    assert len(killed) > 30
    seen = set()
    for codes in killed:
        first, second = map(int, codes.read_text().split())
        lines = codes.with_suffix("").read_text().splitlines()
        told = [json.loads(line)["id"] for line in lines]
        assert sorted(set(told)) == EVENTS, codes.name
        assert len(told) <= len(EVENTS) + 1, codes.name
        # It ends with nothing left to tell, also where the first one had told it all.
        assert (first in (0, 1), second) == (True, 1), codes.name
        seen.add(len(told))
    assert seen == {2, 3}
