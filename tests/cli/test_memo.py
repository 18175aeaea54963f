"""A script that asks again while nothing changed gets the answer of last time, and no other one."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.conftest import real_environment

# An answer that is given again says so, once this stands for it in its file.
TRUE, DOCTORED = b"2999-12-08", b"1999-01-01"
OWN: dict[str, Any] = {
    "format": 1,
    "shows": [
        {"id": "dawn", "title": "Dawn", "seasons": [{"number": 1, "premiere": "2999-12-08"}]},
        {
            "id": "dusk",
            "title": "Dusk",
            "seasons": [
                {"number": 1, "premiere": "2999-12-09", "time": "21:00", "timezone": "UTC"}
            ],
        },
    ],
}
FOLLOWED: dict[str, Any] = {"format": 1, "shows": [{"id": "dawn"}]}


@dataclass(frozen=True)
class Machine:
    """A user's home, and the program that is started there again and again."""

    home: Path

    def environment(self, **variables: str) -> dict[str, str]:
        known = {"PREMIERECTL_HOME": str(self.home), "TZ": "UTC", "TERM": "dumb", "COLUMNS": "80"}
        return {**real_environment(), **known, **variables}

    def asked(self, *words: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "premierectl", *words],
            env=self.environment(**variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )

    def ask(self, *words: str, **variables: str) -> bytes:
        done = self.asked(*words, **variables)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout

    @property
    def answers(self) -> list[Path]:
        return sorted((self.home / "cache" / "answers").glob("*"))

    def doctor(self) -> None:
        """Let each remembered answer be one that nobody could compute."""
        assert self.answers
        for path in self.answers:
            path.write_bytes(path.read_bytes().replace(TRUE, DOCTORED))

    def remembers(self, *words: str, **variables: str) -> bool:
        """Whether the answer to these words is given again."""
        first = self.ask(*words, **variables)
        if not self.answers:
            return False
        self.doctor()
        return self.ask(*words, **variables) == first.replace(TRUE, DOCTORED) != first


@pytest.fixture(scope="module")
def aged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Homes whose files are older than what could be written again unnoticed."""
    folder = tmp_path_factory.mktemp("homes")
    for number in range(90):
        home = folder / str(number)
        for name, content in (("config/shows.json", OWN), ("data/watchlist.json", FOLLOWED)):
            path = home / name
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(content))
    time.sleep(2.1)
    return folder


@pytest.fixture
def machine(aged: Path, tmp_path: Path) -> Machine:
    """The machine of this test's user; a file of it is as old after its folder was moved."""
    home = next(aged.iterdir())
    return Machine(home.rename(tmp_path / "home"))


@pytest.mark.parametrize(
    "words",
    [
        ("next",),
        ("next", "dawn"),
        ("next", "dawn", "dusk", "--limit", "3", "--vague"),
        ("next", "--format", "{title} {date}"),
        ("next", "--tsv"),
        ("next", "--timezone", "Asia/Tokyo", "--color", "never"),
        ("next", "--now", "2999-12-01", "--json"),
        ("days", "--format", "{days} {date}"),
        ("bar", "plain", "--text", "{title} {date}"),
    ],
)
def test_an_answer_is_given_again(machine: Machine, words: tuple[str, ...]) -> None:
    assert machine.remembers(*words)


@pytest.mark.parametrize(
    "kind", ["plain", "waybar", "i3blocks", "i3status", "polybar", "tmux", "menu", "json"]
)
def test_a_bar_is_drawn_again(machine: Machine, kind: str) -> None:
    assert machine.remembers("bar", kind, "--text", "{date}")


def test_a_bar_that_is_a_file_or_shows_an_error_is_not_remembered(machine: Machine) -> None:
    file = machine.home / "bar.prom"
    for _ in range(2):
        machine.ask("bar", "prometheus", "-o", str(file))
        assert b"Dawn" in file.read_bytes()
        file.unlink()
    (machine.home / "data/watchlist.json").write_text("{")
    assert machine.asked("bar", "plain").stdout == b"premierectl: error\n"
    assert machine.answers == []


def test_it_is_the_users_alone(machine: Machine) -> None:
    machine.ask("next")
    (answer,) = machine.answers
    assert answer.stat().st_mode & 0o777 == 0o600
    assert answer.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("next", "--json"), 0),  # it tells the second
        (("next", "dusk", "--format", "{seconds}"), 0),
        (("next", "nobody"), 1),
        (("next", "--limit", "none"), 2),
        (("next", "--json", "--color", "always"), 0),
        (("search", "dawn"), 0),
        (("countdown",), 0),
        ((), 0),
    ],
)
def test_what_is_no_answer_for_a_script_or_changes_at_once_is_not_remembered(
    machine: Machine, words: tuple[str, ...], code: int
) -> None:
    assert machine.asked(*words).returncode == code
    assert machine.answers == []


def test_an_answer_with_a_word_of_caution_is_computed_each_time(machine: Machine) -> None:
    doubtful = json.loads((machine.home / "config/shows.json").read_text())
    doubtful["shows"][0]["seasons"][0]["premiere"] = "2999-12-08?"
    (machine.home / "config/shows.json").write_text(json.dumps(doubtful))
    time.sleep(2.1)
    for _ in range(2):
        done = machine.asked("next")
        assert done.stderr == b"premierectl: Dawn season 1: 8 December 2999 is unconfirmed\n"
    assert machine.answers == []


@pytest.mark.parametrize("value", ["0", "no", "Off", "FALSE"])
def test_it_can_be_turned_off(machine: Machine, value: str) -> None:
    assert machine.ask("next", PREMIERECTL_MEMO=value) == TRUE + b"\n"
    assert machine.answers == []
    machine.ask("next")
    machine.doctor()
    assert machine.ask("next", PREMIERECTL_MEMO=value) == TRUE + b"\n"


def test_on_a_terminal_nothing_is_remembered(machine: Machine) -> None:
    machine.ask("next")
    machine.doctor()
    words = [sys.executable, "-m", "premierectl", "next"]
    child = pexpect.spawn(
        words[0], words[1:], env=machine.environment(), timeout=60, encoding="utf-8"
    )
    assert child.read() == TRUE.decode() + "\r\n"
    child.close()


CHANGES: dict[str, Callable[[Path], object]] = {
    "another date": lambda home: (home / "config/shows.json").write_text(
        json.dumps(OWN).replace("2999-12-08", "2998-12-08")
    ),
    "the same size": lambda home: (home / "config/shows.json").write_text(
        json.dumps(OWN).replace("Dawn", "Down")
    ),
    "another followed show": lambda home: (home / "data/watchlist.json").write_text(
        json.dumps(FOLLOWED).replace("dawn", "dusk")
    ),
    "no watchlist": lambda home: (home / "data/watchlist.json").unlink(),
    "no own catalogue": lambda home: (home / "config/shows.json").unlink(),
    "settings": lambda home: (home / "config/config.toml").write_text('timezone = "Asia/Tokyo"\n'),
    "live data": lambda home: (home / "data/catalogue.json").write_text('{"format":1,"shows":[]}'),
    "a copy in its place": lambda home: _copied(home / "data/watchlist.json", shutil.copyfile),
    "a copy with its old time": lambda home: _copied(home / "data/watchlist.json", shutil.copy2),
    "the old time put back": lambda home: _rewritten(home / "config/shows.json"),
}


def _copied(path: Path, copy: Callable[[Path, Path], object]) -> None:
    copy(path, path.with_name("new"))
    path.with_name("new").replace(path)


def _rewritten(path: Path) -> None:
    known = path.stat()
    path.write_text(path.read_text().replace("2999-12-08", "2998-12-08"))
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_file_changes_the_answer_is_computed(machine: Machine, change: str) -> None:
    machine.ask("next")
    machine.doctor()
    assert machine.ask("next").strip() == DOCTORED
    CHANGES[change](machine.home)
    fresh = machine.asked("next")
    assert DOCTORED not in fresh.stdout
    silent = machine.asked("next", PREMIERECTL_MEMO="0")
    assert (fresh.returncode, fresh.stdout, fresh.stderr) == (
        silent.returncode, silent.stdout, silent.stderr,
    )  # fmt: skip


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Asia/Tokyo"},
        {"PREMIERECTL_TIMEZONE": "Asia/Tokyo"},
        {"PREMIERECTL_NOW": "2026-11-23"},
        {"LC_ALL": "C"},
        {"COLUMNS": "40"},
        {"XDG_DATA_HOME": "/nowhere"},
        {"NO_COLOR": "1"},
    ],
)
def test_whatever_variable_changes_the_answer_is_computed(
    machine: Machine, variables: Mapping[str, str]
) -> None:
    machine.ask("next")
    machine.doctor()
    assert machine.ask("next", **variables) == TRUE + b"\n"


def test_other_words_have_an_answer_of_their_own(machine: Machine) -> None:
    assert machine.ask("next", "dawn") == TRUE + b"\n"
    machine.doctor()
    assert machine.ask("next", "id:dawn") == TRUE + b"\n"
    assert machine.ask("next", "dawn") == DOCTORED + b"\n"
    assert len(machine.answers) == 2


def test_what_was_written_just_now_may_be_written_again_and_is_not_remembered(
    machine: Machine,
) -> None:
    path = machine.home / "data/watchlist.json"
    path.write_text(path.read_text())
    machine.ask("next")
    assert machine.answers == []


def test_what_was_removed_just_now_may_be_there_again(machine: Machine) -> None:
    (machine.home / "data/watchlist.json").unlink()
    machine.ask("next", "dawn")
    assert machine.answers == []


def _doctored_head(path: Path, place: int, nanoseconds: int) -> None:
    """Let the answer have been made, or end, at another time."""
    head, _, rest = path.read_bytes().replace(TRUE, DOCTORED).partition(b"\n")
    fields = head.split()
    fields[3 + place] = b"%d" % nanoseconds
    path.write_bytes(b" ".join(fields) + b"\n" + rest)


@pytest.mark.parametrize(
    ("place", "minutes", "answer"),
    [(0, -5, DOCTORED), (0, 5, TRUE), (1, 5, DOCTORED), (1, -5, TRUE)],
    ids=["made before", "made after now, as the clock went back", "goes on", "over"],
)
def test_an_answer_holds_from_when_it_was_made_until_it_may_change(
    machine: Machine, place: int, minutes: int, answer: bytes
) -> None:
    machine.ask("next")
    (path,) = machine.answers
    _doctored_head(path, place, time.time_ns() + minutes * 60_000_000_000)
    assert machine.ask("next") == answer + b"\n"


def test_it_may_change_at_the_next_midnight_of_the_viewer(machine: Machine) -> None:
    machine.ask("next", "--timezone", "Asia/Kathmandu")
    (path,) = machine.answers
    _, _, _, begin, end, *_ = path.read_bytes().split()
    midnight, offset = int(end) // 1_000_000_000, 5 * 3600 + 45 * 60
    assert (midnight + offset) % 86_400 == 0
    assert 0 < int(end) - int(begin) <= 86_400_000_000_000


def test_a_named_moment_never_changes(machine: Machine) -> None:
    machine.ask("next", "--now", "2026-11-23")
    (path,) = machine.answers
    assert path.read_bytes().split()[4] == b"0"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"\0" * len(data),
        lambda data: b"nonsense\n" + data,
        lambda data: data[:-6],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"answer 1 ", b"answer 2 "),
        lambda data: data.replace(b"answer 1 ", b"answer 1 x"),
        lambda data: data.replace(b"2999-12-08\n", b"2999-12-08\n\n"),
        lambda data: data + b"more",
        lambda data: data.replace(b"PREMIERECTL_HOME=", b"PREMIERECTL_HOME_"),
    ],
)
def test_a_spoilt_answer_is_none(machine: Machine, spoil: Callable[[bytes], bytes]) -> None:
    machine.ask("next")
    (path,) = machine.answers
    path.write_bytes(spoil(path.read_bytes().replace(TRUE, DOCTORED)).replace(DOCTORED, TRUE))
    assert machine.ask("next") == TRUE + b"\n"


@pytest.mark.parametrize(
    "kind", ["a folder", "a pipe", "a device", "unreadable", "no folder can be made"]
)
def test_where_answers_cannot_be_kept_they_are_computed(machine: Machine, kind: str) -> None:
    machine.ask("next")
    (path,) = machine.answers
    path.unlink()
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a device":
        path.symlink_to("/dev/zero")
    elif kind == "unreadable":
        path.symlink_to(path)
    else:
        path.parent.rmdir()
        path.parent.write_text("")
    for _ in range(2):
        assert machine.ask("next") == TRUE + b"\n"


INTERRUPTED = """
import os, sys
from premierectl.cli import main
def interrupt(path):
    raise KeyboardInterrupt
os.fstat = interrupt
sys.argv[1:] = ["next"]
main()
"""


def test_an_interrupt_while_an_answer_is_looked_up_ends_in_silence(machine: Machine) -> None:
    machine.ask("next")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        env=machine.environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_at_most_64_are_kept_and_the_oldest_go(machine: Machine) -> None:
    machine.ask("next")
    (first,) = machine.answers
    for number in range(90):
        old = first.parent / f"old-{number}"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    machine.ask("next", "dawn")
    left = machine.answers
    assert len(left) == 64
    assert first in left
    assert first.parent / "old-7" not in left
    assert first.parent / "old-69" in left


def test_a_full_disk_is_no_error(aged: Path, tmp_path: Path) -> None:
    """The folder of answers is one where nothing more can be written."""
    home = next(aged.iterdir()).rename(tmp_path / "home")
    machine = Machine(home)
    (home / "cache").mkdir()
    (home / "cache" / "answers").symlink_to("/dev/full")
    assert machine.ask("next") == TRUE + b"\n"


def test_where_stdout_takes_nothing_it_is_said_as_ever(machine: Machine) -> None:
    machine.ask("next")
    machine.doctor()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "premierectl", "next"],
            env=machine.environment(), stdout=full, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 74
    assert (
        done.stderr == b"premierectl: standard output cannot be written: no space left on device\n"
    )


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ({"XDG_CACHE_HOME": "{}/c"}, "c/premierectl/answers"),
        ({}, ".cache/premierectl/answers"),
    ],
)
def test_in_the_systems_folders_answers_are_kept_in_its_cache(
    machine: Machine, variables: Mapping[str, str], place: str
) -> None:
    told = {name: value.format(machine.home) for name, value in variables.items()}
    where = {**told, "HOME": str(machine.home), "PREMIERECTL_HOME": ""}
    machine.ask("next", "heartstopper", "--now", "2023-04-24", **where)
    assert len(list((machine.home / place).iterdir())) == 1


def test_a_slash_behind_the_home_is_nothing(machine: Machine) -> None:
    machine.ask("next", PREMIERECTL_HOME=f"{machine.home}/")
    machine.doctor()
    assert machine.ask("next", PREMIERECTL_HOME=f"{machine.home}/") == DOCTORED + b"\n"


@pytest.mark.parametrize("home", ["~/shows", "shows", "{}/."])
def test_a_home_that_is_not_written_out_has_no_memory(machine: Machine, home: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "premierectl", "next", "heartstopper", "--now", "2023-04-24"],
        env=machine.environment(PREMIERECTL_HOME=home.format(machine.home), HOME=str(machine.home)),
        cwd=machine.home, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert not list(machine.home.rglob("answers"))
