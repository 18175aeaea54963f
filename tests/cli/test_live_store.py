"""The live store as its users meet it: beside a refresh, damaged, newer, without SQLite, taken over."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import premierectl.storage
from tests.conftest import NOW, Process, Run, Write, without_coverage
from tests.edges.test_live_store import changed, kept
from tests.test_start_up import PROBE

SHOWS: list[dict[str, Any]] = [
    {
        "id": "aurora", "title": "Aurora", "network": "Hulu", "ids": {"tvmaze": 7},
        "seasons": [{"number": 1, "premiere": "2026-11-26"}],
    },
    {"id": "filler", "title": "Filler", "seasons": [{"number": 1, "premiere": "2031-01-01"}]},
    {
        "id": "aurora-2019", "title": "Aurora", "year": 2019, "network": "Seven Network",
        "seasons": [{"number": 4, "premiere": "2030-05-01"}],
    },
]  # fmt: skip
ANSWERS = [
    (["next", "filler"], 0, "2031-01-01\n"),
    (["next", "--all"], 0, "2026-11-26\n"),
    (["days", "--all", "--network", "hulu", "--within", "5"], 0, "3\n"),
    (["countdown", "--all", "--network", "Hulu", "--within", "1"], 1, ""),
    (["search", "illE"], 0, "filler\tFiller\ttitle\tFiller\tno\n"),
    (["show", "auroar"], 1, ""),
    (["next", "tvmaze:1"], 1, ""),
]


@pytest.fixture
def path(home: Path) -> Path:
    """Where the store is."""
    return home / "state" / "live.sqlite"


@pytest.mark.parametrize(("words", "code", "out"), ANSWERS)
def test_a_command_answers_the_same_from_a_store_and_from_a_file(
    run: Run, write: Write, path: Path, words: list[str], code: int, out: str
) -> None:
    first = write("data/catalogue.json", {"format": 1, "shows": SHOWS})
    plain = run(*words)
    assert (plain.code, plain.out) == (code, out)
    first.unlink()
    kept(path, SHOWS)
    assert run(*words) == plain


def test_a_title_that_two_shows_have_is_told_apart_though_one_of_them_is_far_off(
    run: Run, path: Path
) -> None:
    kept(path, [{**SHOWS[0], "year": 2024}, *SHOWS[1:]])
    result = run("countdown", "--all", "--within", "3", "--json")
    titles = [item["title"] for item in json.loads(result.out)["items"]]
    assert [title for title in titles if title.startswith("Aurora")] == ["Aurora (2024)"]


def test_a_month_is_read_from_the_store_and_an_empty_one_says_what_is_next(
    run: Run, path: Path
) -> None:
    kept(path, SHOWS)
    assert "Aurora" in run("calendar", "2026-11", "--all").out
    empty = run("calendar", "2029-02", "--all", "--network", "Seven Network")
    assert empty.err == (
        "premierectl: nothing in February 2029; next is Aurora (Seven Network) season 4, 1 May 2030\n"
    )


def test_a_terminal_is_shown_as_much_of_the_whole_catalogue_as_fits(run: Run, path: Path) -> None:
    weekly = {"number": 1, "premiere": "2026-11-24", "release": "all at once"}
    kept(path, [{"id": f"s{n}", "title": f"Show {n}", "seasons": [weekly]} for n in range(40)])
    lines = run("countdown", "--all", terminal=True, LINES="14").out.splitlines()
    assert lines[:2] == ["Tomorrow", "● Show 0   Season 1  Tue  tomorrow"]
    assert (len(lines), lines[-1]) == (10, "More to come · --full")
    whole = run("countdown", "--all", "--full", terminal=True, LINES="14").out
    assert whole.count("tomorrow") == 40
    assert "Without a date" in whole
    few = run("countdown", "--all", "--within", "1", "--network", "hulu", terminal=True)
    assert (few.code, few.out) == (1, "")


def test_a_shell_completes_the_ids_of_the_store(run: Run, path: Path) -> None:
    kept(path, SHOWS)
    asked = {"_PREMIERECTL_COMPLETE": "bash", "_PREMIERECTL_LINE": "premierectl show aurora-"}
    assert run(env=asked).out == "words\naurora-2019\n"


def test_what_the_store_alone_has_is_offered_by_its_initials_and_its_genre(
    run: Run, path: Path
) -> None:
    genre = {"genres": ["Space Opera"]}
    kept(path, [{"id": "quiet-lake-nine", "title": "Quiet Lake Nine", **genre}])
    asked = "premierectl show qln", "premierectl countdown --genre opera"
    found = [run(_PREMIERECTL_COMPLETE="bash", _PREMIERECTL_LINE=each).out for each in asked]
    assert found == ["words\nquiet-lake-nine\n", "words\nSpace\\ Opera\n"]


def zeroed(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:1024] + bytes(len(data) - 1024))


def no_file(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (zeroed, "is damaged; premierectl catalogue refresh makes it anew"),
        (
            changed("PRAGMA user_version = 9"),
            "was written by a newer premierectl, which can read it",
        ),
        (no_file, "cannot be read: is not a regular file"),
        (pipe, "cannot be read: is not a regular file"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line_and_the_other_layers_answer(
    run: Run, path: Path, spoil: Callable[[Path], None], why: str
) -> None:
    kept(path, SHOWS)
    spoil(path)
    said = f"premierectl: {path} {why}; going on without it\n"
    for words in (
        ["next", "the-pitt"],
        ["countdown", "the-pitt"],
        ["show", "the-pitt", "--layers"],
    ):
        result = run(*words, PREMIERECTL_NOW="2026-01-01")
        assert (result.code, result.err) == (0, said)
    assert run("search", "Filler").code == 1
    assert f"live\t{path}\tyes\n" in run("catalogue", "path").out
    assert "cannot be read" in run("catalogue", "path", terminal=True, COLUMNS="200").out
    assert run("changes").code == 1
    checked = run("catalogue", "check", "live")
    assert (checked.code, checked.out) == (65, f"{path}\t0\t\t{path} {why}\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["next", "the-pitt"], 0,
            "{path} cannot be read: this Python has no SQLite; going on without it",
        ),
        (
            ["catalogue", "refresh"], 73,
            "this Python has no SQLite (the module sqlite3) to keep live data with; nothing was asked",
        ),
    ],
)  # fmt: skip
def test_a_python_without_sqlite_goes_on_without_the_store_and_cannot_refresh(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, said: str
) -> None:
    kept(path, SHOWS)
    monkeypatch.delattr(premierectl.storage, "live_store", raising=False)
    monkeypatch.delitem(sys.modules, "premierectl.storage.live_store", raising=False)
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    result = run(*words, PREMIERECTL_NOW="2026-01-01")
    assert result.code == code
    assert f"premierectl: {said.format(path=path)}\n" in result.err


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_harm(run: Run, path: Path, now: str) -> None:
    kept(path, SHOWS)
    for words in (["countdown", "--all", "--limit", "1"], ["calendar", "--all"]):
        assert run(*words, PREMIERECTL_NOW=now).code in (0, 1)


def test_sqlite_is_loaded_only_where_there_is_a_store(
    environment: Mapping[str, str], path: Path
) -> None:
    def loaded() -> str:
        modules = "sqlite3,json,rich,tempfile,premierectl.storage.live_draft"
        done = subprocess.run(
            [sys.executable, "-c", PROBE, modules, "next", "the-pitt", "--now", "2026-01-01"],
            capture_output=True, env={**without_coverage(), **environment}, timeout=60, check=True,
        )  # fmt: skip
        return done.stderr.decode().splitlines()[-1]

    assert loaded() == "0"
    kept(path, SHOWS)
    assert loaded() == "0 sqlite3"


def test_reading_writes_nothing_and_needs_no_writable_folder(process: Process, path: Path) -> None:
    kept(path, SHOWS)
    before = sorted((each, each.stat().st_mtime_ns) for each in path.parents[1].rglob("*"))
    for words in (["next", "--all"], ["changes", "--all"], ["catalogue", "check", "live"]):
        process(*words)
    assert sorted((each, each.stat().st_mtime_ns) for each in path.parents[1].rglob("*")) == before


def test_a_bad_show_in_the_store_is_named_by_a_check(run: Run, path: Path) -> None:
    kept(path, SHOWS)
    assert run("catalogue", "check", "live").code == 0
    bad = {**SHOWS[0], "seasons": [{"number": 1, "premiere": "2027-13"}]}
    changed("UPDATE show SET written = ? WHERE id = 'aurora'", json.dumps(bad).encode())(path)
    checked = run("catalogue", "check", "live")
    assert checked.code == 65
    assert checked.out.startswith(f'{path}\t0\tshows["aurora"].seasons[0].premiere\t')
    shown = run("catalogue", "check", "live", terminal=True, COLUMNS="300")
    assert shown.out.startswith(f'{path}: shows["aurora"].seasons[0].premiere: ')
    named = run("next", "--all")
    assert f'{path}: shows["aurora"].seasons[0].premiere: ' in named.err


def test_a_check_takes_the_name_of_a_layer_and_a_file_of_that_name_first(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("catalogue", "check", "bundled").code == 0
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bundled").write_text("{")
    assert run("catalogue", "check", "bundled").code == 65


def test_until_a_refresh_what_an_earlier_premierectl_kept_is_read_from_there(
    run: Run, write: Write
) -> None:
    layer = write("data/catalogue.json", {"format": 1, "as_of": NOW, "shows": SHOWS})
    said = {
        "when": "2026-11-22T06:00:00Z",
        "show_id": "aurora",
        "show": "Aurora",
        "kind": "cancelled",
    }
    told = [{"when": said["when"], "changes": [said]}]
    write("state/changes.json", {"format": 1, "refreshes": told})
    assert run("next", "aurora:s1").out == "2026-11-26\n"
    assert f"live\t{layer}\tyes\n" in run("catalogue", "path").out
    assert "Aurora" in run("changes", "--all").out
