"""A notice that is killed at any call that changes something: told all the same, and never twice but the one."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

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
    subprocess.run(words, env=there, cwd=ROOT, check=True, timeout=300)
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
