"""``countdown --live``: on a real terminal, until q, Ctrl-C, the end of input or a signal."""

import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pexpect
import pytest

from tests.conftest import Run, real_environment

Start = Callable[..., "pexpect.spawn[str]"]
ENTER, LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
TODAY = "████████████    ████████████    ████████            ████        ████    ████"
OUT_NOW = "██████  ██  ██  ██████      ██    ██  ██████  ██      ██"
AT_LAST = ["countdown", "stranger-things:s5p2", "--live", "--now"]


@pytest.fixture
def start(environment: Mapping[str, str]) -> Iterator[Start]:
    """Start the program on a terminal of 80 columns and 24 rows."""
    started = []

    def start(*words: str, program: str = "-m premierectl") -> "pexpect.spawn[str]":
        unset = {"COLUMNS", "PREMIERECTL_NOW"} if "" in words else {"COLUMNS"}
        variables = {name: environment[name] for name in environment if name not in unset}
        child = pexpect.spawn(
            sys.executable,
            [*program.split(maxsplit=1), *words],
            env={**real_environment(), **variables, "TERM": "xterm"},
            dimensions=(24, 80),
            timeout=20,
            encoding="utf-8",
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def test_it_counts_to_the_moment_itself_and_says_out_now(start: Start) -> None:
    child = start(*AT_LAST, "2025-12-26T00:59:58+00:00")
    child.expect_exact(ENTER)
    child.expect_exact("seconds")
    child.expect_exact("Today, Friday, 26 December 2025, 01:00 your time")
    child.expect_exact(OUT_NOW)
    child.send("q")
    child.expect_exact(LEAVE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_table_ticks_too(start: Start) -> None:
    child = start("countdown", "doctor-who", "pitt", "--live")
    child.expect_exact("Doctor Who")
    child.expect_exact("\x1b[H")
    child.expect_exact("Doctor Who")
    child.send("Q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_without_a_moment_of_its_own_it_follows_the_clock(start: Start) -> None:
    child = start("countdown", "heartstopper:s2", "--live", "--now", "")
    child.expect_exact("Came out")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_resize_draws_anew_in_the_new_width(start: Start) -> None:
    child = start("countdown", "heartstopper:s2", "--live", "--now", "2023-06-20")
    child.expect_exact("Thursday, 3 August 2023, usually 08:00 your time")
    child.setwinsize(16, 36)
    child.expect(r"\n \S*usually 08:00 your time")
    child.send("q")
    child.expect(pexpect.EOF)
    frame = (child.before or "").rpartition("\x1b[H")[2].partition(LEAVE)[0]
    assert frame.count("\n") <= 15


def test_it_counts_to_where_the_day_begins_and_says_so(start: Start) -> None:
    child = start("countdown", "only-murders", "--live", "--now", "2026-12-07T23:59:57")
    child.expect("hours +minutes +seconds")
    child.expect_exact("until the day begins")
    child.expect_exact(TODAY)
    child.send("q")
    child.expect(pexpect.EOF)


def test_of_a_vague_date_the_range_stands_and_is_called_so(start: Start) -> None:
    child = start("countdown", "pitt", "--live")
    child.expect_exact("days, no day announced yet")
    child.send("q")
    child.expect(pexpect.EOF)


def test_the_card_stays_on_the_screen_when_it_ends(start: Start) -> None:
    child = start("countdown", "pitt", "--live")
    child.expect_exact("q ends")
    child.send("q")
    child.expect_exact(LEAVE)
    child.expect(pexpect.EOF)
    left = re.sub("\x1b\\[[0-9;]*m", "", child.before or "").splitlines()
    assert left[1:3] == ["  The Pitt", "  Season 3 · HBO Max"]
    assert "  Checked 24 August 2026, 91 days ago" in left
    assert "q ends" not in left


def test_what_matters_least_makes_room_on_a_low_terminal(start: Start) -> None:
    child = start("countdown", "only-murders", "--live")
    child.expect_exact("q ends")
    child.setwinsize(14, 80)
    child.expect(r"\x1b\[H(?:[^\n]*\n){1,13}q ends\x1b\[K\x1b\[J")
    shown = child.after
    assert isinstance(shown, str)
    child.send("q")
    child.expect(pexpect.EOF)
    assert "Tuesday, 8 December 2026" in shown
    assert "Then" not in shown


def test_reminders_tick_with_the_releases(start: Start, run: Run) -> None:
    run("watchlist", "add", "pitt")
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    child = start("countdown", "--live")
    for _ in range(2):
        child.expect_exact("\x1b[H")
        child.expect_exact("Rewatch Silo")
        child.expect_exact("The Pitt")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_what_is_taller_than_the_terminal_still_says_how_to_end(start: Start) -> None:
    child = start("countdown", "--all", "--live")
    child.expect_exact("q ends")
    child.setwinsize(5, 100)
    child.expect(r"\x1b\[H(?:[^\n]*\n){4}q ends\x1b\[K\x1b\[J")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda child: child.sendintr(), 130),
        (lambda child: child.kill(signal.SIGTERM), 130),
    ],
)
def test_however_it_ends_the_terminal_is_left_as_it_was(
    start: Start, end: Callable[["pexpect.spawn[str]"], None], code: int
) -> None:
    child = start("countdown", "doctor-who", "pitt", "--live")
    child.expect_exact("q ends")
    end(child)
    child.expect_exact(LEAVE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code


KEYS = """
import subprocess, sys, termios
before = termios.tcgetattr(0)
code = subprocess.call([sys.executable, "-m", "premierectl", *sys.argv[1:]])
print("same" if termios.tcgetattr(0) == before else "changed", code)
"""


def test_the_keyboard_is_given_back(start: Start, tmp_path: Path) -> None:
    script = tmp_path / "keys.py"
    script.write_text(KEYS)
    child = start("countdown", "doctor-who", "pitt", "--live", program=str(script))
    child.expect_exact("q ends")
    child.send("x\x1aq")
    child.expect_exact("same 0")


@pytest.mark.parametrize("options", [[], ["--json"], ["--tsv"]])
def test_without_a_terminal_it_is_refused(run: Run, options: list[str]) -> None:
    result = run("countdown", "--all", "--live", *options)
    assert (result.code, result.out) == (2, "")
    assert result.err == "premierectl: --live needs a terminal; leave it out for one answer\n"


def test_with_nothing_to_come_there_is_nothing_to_watch(start: Start) -> None:
    child = start("countdown", "heartstopper", "--live")
    child.expect(
        r"Heartstopper has ended; season 3 came out on 3 October 2024. There is no season 4: the film Heartstopper Forever ends the story"
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1


WITHOUT = """
import sys
sys.modules["termios"] = None
from premierectl.cli import main
main()
"""


def test_a_system_without_such_terminals_says_so(start: Start, tmp_path: Path) -> None:
    script = tmp_path / "without.py"
    script.write_text(WITHOUT)
    child = start("countdown", "doctor-who", "pitt", "--live", program=str(script))
    child.expect_exact("--live needs a terminal as Linux and macOS have it")
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, ENTER in (child.before or "")) == (2, False)


def test_plain_it_says_a_sentence_again_when_its_words_change(start: Start) -> None:
    child = start("countdown", "only-murders", "--live", "--plain", "--now", "2026-12-07T23:59:58")
    child.expect_exact("q ends")
    child.expect_exact("season 6: tomorrow, Tuesday 8 December 2026, on Hulu.")
    child.expect_exact("season 6: today, Tuesday 8 December 2026, on Hulu.")
    said = str(child.before)
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert said.count("How it comes out") == 1
    assert "\x1b" not in said + str(child.before)
