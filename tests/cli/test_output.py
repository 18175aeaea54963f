"""What is printed where, in which colours, and how a run ends."""

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

from premierectl import __version__
from premierectl.errors import UsageError
from premierectl.paths import find_paths
from tests.conftest import Process, Run, Write, real_environment

COMMAND = [sys.executable, "-m", "premierectl"]


def on_terminal(
    environment: Mapping[str, str], *words: str, keys: bytes = b"", **variables: str
) -> tuple[int, str]:
    """Run a command on a pseudo-terminal; return its exit code and what it wrote."""
    parent, child = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *words],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**real_environment(), **environment, **variables},
    ) as process:
        os.close(child)
        os.write(parent, keys)
        written = b""
        try:
            while chunk := os.read(parent, 65536):
                written += chunk
        except OSError:
            pass  # the other end is closed: the command has ended
        code = process.wait(60)
    os.close(parent)
    return code, written.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("words", "variables", "colored"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        ([], {"CLICOLOR": "0"}, False),
        ([], {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ([], {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
        ([], {"FORCE_COLOR": "0", "TERM": "dumb"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    run: Run, words: list[str], variables: dict[str, str], colored: bool
) -> None:
    result = run("countdown", "pitt", *words, terminal=True, env={"TERM": "xterm", **variables})
    assert ("\x1b[" in result.out) is colored
    assert "January 2027" in result.out


def test_a_pipe_is_never_coloured_and_never_a_table_unless_it_is_asked_for(run: Run) -> None:
    plain = run("countdown", "pitt").out
    assert run("countdown", "pitt", FORCE_COLOR="1").out == plain
    assert "\x1b[" in run("countdown", "pitt", "--color", "always").out


def test_a_terminal_can_be_asked_for_lines(run: Run) -> None:
    assert run("countdown", "pitt", "--tsv", terminal=True).out == run("countdown", "pitt").out
    result = run("countdown", "--tsv", "--json")
    assert (result.code, result.err) == (
        2, "premierectl: --json and --tsv cannot be used together; choose one\n",
    )  # fmt: skip
    assert run("next", "only murders", "--tsv").out == (
        "Only Murders in the Building\tseason 6\t2026-12-08\t15\tHulu\tno\t\n"
    )


def test_colour_only_supports_the_words(run: Run) -> None:
    colored = run("countdown", "--all", terminal=True, TERM="xterm").out
    plain = run("countdown", "--all", terminal=True).out
    without = "\n".join(
        line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", colored).splitlines()
    )
    assert without == plain.rstrip("\n")


def test_a_real_terminal_of_40_columns_is_not_overrun(environment: Mapping[str, str]) -> None:
    for words in ([], ["countdown", "pitt"], ["cast", "heartstopper"], ["show", "heartstopper"]):
        code, written = on_terminal(environment, *words, COLUMNS="40")
        longest = max(map(len, written.split("premierectl: ")[0].splitlines()))
        assert (code, longest <= 40) == (0, True)


def test_without_columns_told_the_terminals_own_width_counts(
    environment: Mapping[str, str],
) -> None:
    code, written = on_terminal(environment, "cast", "heartstopper:s2", COLUMNS="nonsense")
    answer = written.partition("premierectl: ")[0]
    assert (code, 60 < max(map(len, answer.splitlines())) <= 80) == (0, True)


@pytest.mark.parametrize("words", [["countdown", "pitt"], ["--all"], ["cast", "heartstopper"]])
def test_ascii_alone_is_readable(process: Process, words: list[str]) -> None:
    done = process(*words, "--color", "always", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"\\u" not in done.stdout


def test_into_a_pipe_lines_are_utf_8_whatever_the_system_speaks(
    process: Process, write: Write
) -> None:
    shows = [{"id": "e", "title": "Élite – 日本", "seasons": [{"number": 1, "premiere": "2027"}]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    line = "Élite – 日本\tseason 1\t2027\t39-403\t\tno\t\n"
    for encoding in ("ascii", "cp1252", "utf-8"):
        assert process("countdown", "e", PYTHONIOENCODING=encoding).stdout.decode() == line
    drawn = process("countdown", "e", "--color", "always", PYTHONIOENCODING="ascii")
    assert b"\\xc9lite - \\u65e5\\u672c" in drawn.stdout


@pytest.mark.parametrize(
    "words", [["next", "--all"], ["--all"], ["--help"], ["--version"], ["catalogue", "schema"]]
)
def test_a_closed_pipe_ends_in_silence_also_for_short_output(
    environment: Mapping[str, str], words: list[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, *words],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**real_environment(), **environment},
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("words", [["next", "--all"], ["--all", "--json"], ["--help"]])
def test_a_full_device_is_said(environment: Mapping[str, str], words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**real_environment(), **environment},
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        74,
        b"premierectl: standard output cannot be written: no space left on device\n",
    )


def test_a_closed_stdout_is_said(environment: Mapping[str, str]) -> None:
    words = " ".join([*COMMAND, "next", "--all", ">&-"])
    done = subprocess.run(
        ["sh", "-c", words],
        capture_output=True,
        env={**real_environment(), **environment},
        timeout=60,
        check=False,
    )
    message = b"premierectl: standard output is closed; the result could not be written\n"
    assert (done.returncode, done.stderr) == (74, message)


@pytest.mark.parametrize(
    ("given", "code", "error"),
    [
        ("<&-", 1, b"premierectl: standard input named no show; write one a line\n"),
        ("0>out", 74, b"premierectl: standard input cannot be read: bad file descriptor\n"),
        (
            "<latin",
            65,
            b"premierectl: standard input: is not text in this terminal's encoding\n",
        ),
    ],
)
def test_standard_input_that_cannot_be_read_is_said(
    environment: Mapping[str, str], tmp_path: Path, given: str, code: int, error: bytes
) -> None:
    (tmp_path / "latin").write_bytes(b"caf\xe9\n")
    done = subprocess.run(
        ["sh", "-c", " ".join([*COMMAND, "watchlist", "add", "-", given])],
        capture_output=True,
        cwd=tmp_path,
        env={**real_environment(), **environment, "PYTHONIOENCODING": "utf-8:strict"},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", error)


def test_an_interrupt_ends_in_silence(environment: Mapping[str, str]) -> None:
    with subprocess.Popen(
        [*COMMAND, "watchlist", "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**real_environment(), **environment, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"pitt\n" * 100_000)  # more than a pipe holds: it is reading
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_an_interrupt_at_a_question_ends_in_silence(environment: Mapping[str, str]) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "premierectl", "countdown", "stranger"],
        env={**real_environment(), **environment},
        timeout=30,
        encoding="utf-8",
    )
    child.expect_exact("which one, 1 to 2? ")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, "premierectl" in (child.before or "")) == (130, False)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["watchlst"], "there is no command 'watchlst'; did you mean watchlist?"),
        (
            ["heartstopper"],
            "there is no command 'heartstopper'; for a show: premierectl countdown heartstopper",
        ),
        (["next", "--wat"], "there is no option --wat; did you mean --format, --tsv or --within?"),
        (["next", "--qqq"], "there is no option --qqq; see premierectl next --help"),
        (["next", "--limit"], "--limit needs a value"),
        (["next", "--until", "x"], "--until only takes 'finale', not 'x'; see premierectl next --help"),
        (["watchlist", "undo", "x"], "VERSION: 'x' is not a whole number; see premierectl watchlist undo --help"),
        (["watchlist", "lst"], "there is no command 'lst'; did you mean list?"),
        (["config", "zzz"], "there is no command 'zzz'; see premierectl config --help"),
        (["export"], "a command is missing; see premierectl export --help"),
        (["--plain", "notify", "--dry-run"], "there is no option --dry-run; options go behind the command: premierectl notify"),
        (["catalogue", "add", "X", "--season", "1", "--special", "y"], "--season and --special cannot be used together; choose one"),
        (["catalogue", "add", "X", "--network", ""], "network: an empty text says nothing; leave it out"),
        (["catalogue", "add", "X", "--alias", ""], "aliases: an empty text says nothing; leave it out"),
        (["next", "--all=x"], "--all takes no value"),
        (["next", "--limit", "x"], "--limit: 'x' is not a whole number; see premierectl next --help"),
        (["next", "--limit", "0"], "--limit: 0 is less than 1; see premierectl next --help"),
        (["catalogue", "refresh", "--for", "x"], "--for: 'x' is not a number; see premierectl catalogue refresh --help"),
        (["catalogue", "add", "X", "--year", "3"], "--year: 3 is not between 1900 and 9999; see premierectl catalogue add --help"),
        (["paths", "a", "b"], "too many words: a b; see premierectl paths --help"),
        (
            ["next", "--within", "x"],
            "'x' is not a time for --within; write 10 or 10d, 2w, 3m, week, month or year",
        ),
        (["show"], "SHOW is missing; see premierectl show --help"),
        (
            ["next", "--now", "soon"],
            "'soon' is not a moment; "
            "write 2027-03-12, 2027-03-12T20:00 or 2027-03-12T20:00+01:00",
        ),
        (
            ["next", "--timezone", "Mars/Base"],
            "'Mars/Base' is not a time zone; write one like Europe/Berlin with --timezone",
        ),
        (
            ["next", "--timezone", "../etc/passwd"],
            "'../etc/passwd' is not a time zone; write one like Europe/Berlin with --timezone",
        ),
        (["--color", "blue"], "--color: 'blue' is not one of 'auto', 'always', 'never'; see premierectl countdown --help"),
    ],
)  # fmt: skip
def test_wrong_words_get_one_line_with_the_next_step(
    run: Run, words: list[str], error: str
) -> None:
    result = run(*words)
    assert (result.code, result.out, result.err) == (2, "", f"premierectl: {error}\n")


def test_words_that_are_no_text_get_one_line_too(process: Process) -> None:
    done = subprocess.run(
        [*COMMAND, "days", b"\xff\x1b[31m"],
        capture_output=True,
        env={**real_environment(), "PREMIERECTL_HOME": "/nonexistent"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"premierectl: '\\udcff\\x1b[31m' is not UTF-8 text\n"


def test_the_environment_speaks_where_options_do_not(run: Run) -> None:
    assert run("days", "heartstopper", PREMIERECTL_NOW="2023-04-24").out == "101\n"
    at = {"PREMIERECTL_NOW": "2026-12-07T12:00Z"}
    assert run("days", "only murders", PREMIERECTL_TIMEZONE="Pacific/Auckland", env=at).out == "0\n"


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("Pacific/Auckland", b"0\n"),
        (":Pacific/Honolulu", b"1\n"),
        ("", b"1\n"),
        (":/usr/share/zoneinfo/Pacific/Auckland", b"0\n"),
    ],
)
def test_the_systems_zone_is_that_of_tz(process: Process, zone: str, days: bytes) -> None:
    done = process(
        "days", "only murders", "--now", "2026-12-07T12:00Z", TZ=zone, PREMIERECTL_TIMEZONE=""
    )
    assert done.stdout == days


def test_without_tz_the_system_says_its_zone(
    run: Run, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ")
    environment.pop("TZ")
    words = ["days", "heartstopper", "--now", "2023-04-24"]
    assert run(*words, PREMIERECTL_TIMEZONE="").out == "101\n"


def test_a_failure_nobody_foresaw_is_one_line_and_debug_shows_where(
    environment: Mapping[str, str], home: Path
) -> None:
    broken = (
        "import premierectl.storage.files as files, sys\n"
        "def fail(*_, **__): raise RuntimeError('odd')\n"
        "files.read = fail\n"
        "from premierectl.cli import main\n"
        "main()\n"
    )
    for words, variables in (
        (["next"], {}),
        (["--debug", "next"], {}),
        (["next"], {"PREMIERECTL_DEBUG": "1"}),
    ):
        done = subprocess.run(
            [sys.executable, "-c", broken, *words],
            capture_output=True,
            env={**real_environment(), **environment, **variables},
            timeout=60,
            check=False,
        )
        wants_trace = words[0] == "--debug" or bool(variables)
        assert (b"Traceback" in done.stderr) is wants_trace
        if not wants_trace:
            assert done.returncode == 70
            assert done.stderr == (
                b"premierectl: internal error: RuntimeError('odd'); "
                b"please report it, PREMIERECTL_DEBUG=1 shows where\n"
            )


def test_debug_shows_where_an_expected_failure_came_from(process: Process) -> None:
    done = process("--debug", "next")
    assert b"NothingError" in done.stderr
    assert b"Traceback" in done.stderr


def test_the_version_and_the_help(run: Run) -> None:
    assert run("--version").out == f"premierectl {__version__}\n"
    for words in ([], ["countdown"], ["watchlist"], ["watchlist", "add"], ["catalogue", "add"]):
        short, long = run(*words, "-h"), run(*words, "--help")
        assert (short.code, short.out) == (0, long.out)
        assert short.out.startswith("Usage: premierectl")


@pytest.mark.parametrize(
    ("given", "code", "out", "error"),
    [
        (
            b"\xef\xbb\xbfpitt\r\nsilo\n",
            0,
            b"added\tthe-pitt\t\tpitt\nadded\tsilo\t\tsilo\n",
            b"premierectl: 2 followed\n",
        ),
        (b"", 1, b"", b"premierectl: standard input named no show; write one a line\n"),
        (b"\n \n", 1, b"", b"premierectl: standard input named no show; write one a line\n"),
    ],
)
def test_lines_may_have_a_byte_order_mark_and_none_is_said(
    process: Process, given: bytes, code: int, out: bytes, error: bytes
) -> None:
    done = process("watchlist", "add", "-", stdin=given)
    assert (done.returncode, done.stdout, done.stderr) == (code, out, error)


@pytest.mark.parametrize(
    "words",
    [
        ["watchlist", "add", "pitt", "--note", b"caf\xe9"],
        ["catalogue", "add", b"caf\xe9", "--season", "1"],
        ["catalogue", "add", "x", "--season", "1", "--alias", b"caf\xe9"],
    ],
)
def test_what_is_no_text_is_never_written(
    environment: Mapping[str, str], home: Path, words: list[str | bytes]
) -> None:
    done = subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        env={**real_environment(), **environment},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"premierectl: 'caf\\udce9' is not UTF-8 text\n"
    assert not home.exists()


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        (
            {"PREMIERECTL_HOME": "~nosuchuser/x"},
            "PREMIERECTL_HOME='~nosuchuser/x' leads to no folder",
        ),
        ({"PREMIERECTL_HOME": "", "HOME": ""}, "set PREMIERECTL_HOME to the folder"),
        ({"PREMIERECTL_HOME": "", "HOME": "here"}, "set PREMIERECTL_HOME to the folder"),
    ],
)
def test_without_a_home_one_line_names_the_variable(
    environment: Mapping[str, str], variables: dict[str, str], words: str
) -> None:
    kept = {name: value for name, value in real_environment().items() if name != "HOME"}
    done = subprocess.run(
        [*COMMAND, "watchlist", "list"],
        capture_output=True,
        env={**kept, **environment, **variables},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert words in done.stderr.decode()
    assert b"PREMIERECTL_HOME" in done.stderr


def test_a_user_whom_the_system_does_not_list_has_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", refuse)
    with pytest.raises(UsageError, match="set PREMIERECTL_HOME"):
        find_paths({})


def test_where_the_four_folders_are_named_no_home_is_needed() -> None:
    names = [f"XDG_{each}_HOME" for each in ("CONFIG", "DATA", "STATE", "CACHE")]
    named = {name: f"/srv/{name}" for name in names}
    with pytest.raises(AssertionError, match="the real home"):
        find_paths({**named, "HOME": ""})
    with pytest.raises(UsageError):
        find_paths({**named, "HOME": "", "XDG_DATA_HOME": "here"})


def test_a_relative_home_in_a_folder_that_is_gone_is_said(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"cd {gone} && rmdir {gone} && {' '.join(COMMAND)} watchlist list"
    variables = {**real_environment(), **environment, "PREMIERECTL_HOME": "rel"}
    done = subprocess.run(
        ["sh", "-c", script], capture_output=True, env=variables, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"premierectl: PREMIERECTL_HOME='rel' leads to no folder" in done.stderr


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("data/watchlist.json", ["next"]),
        ("config/shows.json", ["next", "--all"]),
        ("config/config.toml", ["next", "--all"]),
        ("data/catalogue.json", ["next", "--all"]),
        ("state/changes.json", ["changes"]),
        ("config/shows.json", ["catalogue", "check"]),
        ("data/watchlist.json", ["watchlist", "add", "pitt"]),
    ],
)
def test_a_pipe_in_place_of_a_file_is_refused_at_once(
    process: Process, home: Path, name: str, words: list[str]
) -> None:
    (home / name).parent.mkdir(parents=True)
    os.mkfifo(home / name)
    done = process(*words, PREMIERECTL_TIMEZONE="")
    assert (done.returncode, done.stdout) == (74, b"")
    assert done.stderr.decode().endswith(f"{home / name} cannot be read: is not a regular file\n")


CONFLICT = """{
  "format": 1,
  "shows": [
<<<<<<< HEAD
    {"id": "silo"}
=======
    {"id": "the-pitt"}
>>>>>>> other
  ]
}
"""


def test_a_git_conflict_is_called_that_and_stops_only_what_needs_the_watchlist(
    run: Run, write: Write
) -> None:
    path = write("data/watchlist.json", CONFLICT)
    words = (
        f"premierectl: {path}:4: holds two sides of a merge that git could not join; "
        "premierectl watchlist merge --conflict unites them\n"
    )
    for command in ("next", "countdown", "watchlist list", "watchlist add pitt", "export ics"):
        result = run(*command.split())
        assert (result.code, result.out, result.err) == (65, "", words)
    for command in (
        "next only-murders",
        "countdown --all",
        "show pitt",
        "search pitt",
        "calendar 2026-12 --all",
        "export csv pitt",
        "changes --all",
    ):
        result = run(*command.split())
        assert result.err.startswith(words)
        assert (result.code, bool(result.out)) == (
            (1, False) if "changes" in command else (0, True)
        )
    assert path.read_text() == CONFLICT


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--network", "export", "--all"], "no show here is on 'export'"),
        (["--tag", "list"], "no followed show is tagged list"),
        (["--tag", "list", "--qqq"], "there is no option --qqq; see premierectl countdown --help"),
    ],
)
def test_a_value_that_reads_like_a_command_is_a_value(
    run: Run, words: list[str], error: str
) -> None:
    result = run(*words)
    assert result.err.startswith(f"premierectl: {error}")
    assert "behind the command" not in result.err


def test_a_command_behind_options_is_told_from_a_title(run: Run) -> None:
    result = run("--json", "list")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "premierectl: no show is called 'list'; options go behind the command: premierectl list\n"
    )
