"""Whatever becomes of a catalogue and of a folder, its files are the events, and others' stay."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from premierectl.cli.program import run as run_words

SHOWS = ("a", "b", "c")
NAMES = {show: f"{show}-s1@premierectl.ics" for show in SHOWS}
days = st.integers(1, 28).map(lambda day: f"2027-01-{day:02}")
# What a catalogue says of each show, and what somebody else does to the files before the next export.
catalogues = st.dictionaries(st.sampled_from(SHOWS), days)
meddling = st.dictionaries(
    st.sampled_from([*NAMES.values(), "mine.ics", "x.txt"]), st.sampled_from(["edit", "delete"])
)
forms = st.sampled_from([(), ("--alarm", "1d")])


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def date_of(text: bytes) -> str:
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return str(event.decoded("dtstart").isoformat())


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(catalogues, meddling, forms), min_size=1, max_size=5))
def test_the_files_are_the_events_and_those_of_others_stay(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: Mapping[str, str],
    home: Path,
    tmp_path: Path,
    story: list[tuple[dict[str, str], dict[str, str], tuple[str, ...]]],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    folder, theirs = tmp_path / "cal", dict[str, bytes]()
    for place in (folder, home):
        shutil.rmtree(place, ignore_errors=True)
    folder.mkdir()
    (home / "config").mkdir(parents=True)
    for number, (premieres, meddled, form) in enumerate(story):
        for name, deed in meddled.items():
            if deed == "delete":
                (folder / name).unlink(missing_ok=True)
                theirs.pop(name, None)
            else:
                theirs[name] = f"theirs {number}".encode()
                (folder / name).write_bytes(theirs[name])
        shows: list[Any] = [
            {"id": show, "title": show, "seasons": [{"number": 1, "premiere": premieres[show]}]}
            if show in premieres
            else {"id": show, "title": show}
            for show in SHOWS
        ]
        (home / "config" / "shows.json").write_text(json.dumps({"format": 1, "shows": shows}))
        before = found(folder)
        words = ["export", "vdir", str(folder), *SHOWS, *form]
        assert run_words(words) == (0 if premieres else 1)
        after = found(folder)
        assert {name: after[name] for name in theirs} == theirs
        ours = {
            name: text
            for name, text in after.items()
            if name not in {*theirs, "color", "displayname"}
        }
        wanted = {NAMES[show]: day for show, day in premieres.items() if NAMES[show] not in theirs}
        assert {name: date_of(text) for name, text in ours.items()} == wanted
        assert all((b"VALARM" in text) == bool(form) for text in ours.values())
        times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
        run_words(words)
        assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == times
        assert before.keys() - after.keys() <= {*NAMES.values()}
    capsys.readouterr()
