"""An export into a folder that is killed at any call that changes something: the next one mends all."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Write, without_coverage

ROOT = Path(__file__).parents[2]
# An export that was killed is followed by one that is not, and by one that withdraws all.
DRIVER = """
import json, shutil, sys
from pathlib import Path
from premierectl.cli.program import run
from tests.killing import KILLED, child, in_silence
home, folder, begin, results = map(Path, sys.argv[1:])
EXPORT = ["export", "vdir", str(folder), "a", "b", "c"]
OF_FILES = {"open", "close"}
def found():
    there = folder.iterdir() if folder.exists() else ()
    return {each.name: each.read_bytes().decode() for each in sorted(there)}
def restore():
    for place in (home, folder):
        shutil.rmtree(place, ignore_errors=True)
        if (begin / place.name).exists():
            shutil.copytree(begin / place.name, place)
in_silence()
run(EXPORT)  # what is imported here no child imports again
told, number = [], 0
while True:
    number += 1
    restore()
    if child(EXPORT, number, OF_FILES) != KILLED:
        break
    killed = found()
    code = child(EXPORT)
    again = found()
    last = child([*EXPORT, "--within", "0"])
    told.append([killed, code, again, last, found()])
results.write_text(json.dumps(told))
"""
SHOWS = ("a", "b", "c")
THEIRS = {"mine.ics": "mine", "c-s1@premierectl.ics": "theirs", "color": "#000000"}


def catalogue(**premieres: str) -> dict[str, Any]:
    """Three shows, of which each may have a date."""
    seasons = {name: [{"number": 1, "premiere": day}] for name, day in premieres.items()}
    shows = [{"id": name, "title": name, "seasons": seasons.get(name, [])} for name in SHOWS]
    return {"format": 1, "shows": shows}


def ics(found: Mapping[str, str]) -> dict[str, str]:
    """The events in a folder, without labels and what a killed writer left."""
    return {name: text for name, text in found.items() if name.endswith(".ics")}


@pytest.mark.parametrize("is_first", [True, False])
def test_wherever_it_is_killed_the_next_export_mends_all(
    environment: Mapping[str, str], home: Path, tmp_path: Path, write: Write, is_first: bool
) -> None:
    folder, begin, results = tmp_path / "cal", tmp_path / "begin", tmp_path / "results"
    there = {**without_coverage(), **environment}
    export = [sys.executable, "-m", "premierectl", "export", "vdir", str(folder), *SHOWS]

    def ask(*argv: str) -> None:
        subprocess.run(argv, env=there, cwd=ROOT, check=True, timeout=300, capture_output=True)

    folder.mkdir()
    begin.mkdir()
    for name, text in THEIRS.items():
        (folder / name).write_text(text)
    if not is_first:
        write("config/shows.json", catalogue(a="2027-01-01", b="2027-01-02", c="2027-01-03"))
        ask(*export)
    before = {path.name: path.read_bytes().decode() for path in folder.iterdir()}
    write("config/shows.json", catalogue(a="2027-02-01", c="2027-02-03"))
    ask("cp", "-a", str(home), str(folder), str(begin))
    ask(*export)
    after = {path.name: path.read_bytes().decode() for path in folder.iterdir()}
    assert ("DTSTART;VALUE=DATE:20270201" in after["a-s1@premierectl.ics"], len(ics(after))) == (
        True,
        3,
    )
    ask(sys.executable, "-c", DRIVER, str(home), str(folder), str(begin), str(results))
    told = json.loads(results.read_text())
    assert len(told) > 20
    for killed, code, again, last, withdrawn in told:
        whole = {**ics(before), **ics(killed)}.items() <= {*before.items(), *after.items()}
        assert (whole, THEIRS.items() <= killed.items()) == (True, True)
        assert (code, ics(again)) == (0, ics(after))
        assert (last, ics(withdrawn)) == (1, ics(THEIRS))
        assert (withdrawn["displayname"], withdrawn["color"]) == ("Premieres", "#000000")
