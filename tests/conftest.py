"""How tests run the program: in a folder of their own, at a fixed moment, never in the real home."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import hypothesis
import platformdirs
import pytest

NOW = "2026-11-23"


def age(days: int = 63) -> str:
    """What people are told of the bundled catalogue so many days after it was checked."""
    return (
        f"These dates are {days} days old (21 September 2026); "
        "get today's: premierectl catalogue refresh\n"
    )


# Where a change is judged, the same examples each time; at a developer's desk, new ones.
hypothesis.settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("ci")


@dataclass(frozen=True)
class Result:
    """What a user gets of a command: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """How a test calls the program; see the fixture ``run``."""

    def __call__(
        self,
        *words: str,
        terminal: bool = False,
        stdin: str = "",
        env: Mapping[str, str] | None = None,
        **variables: str,
    ) -> Result: ...


class Process(Protocol):
    """How a test starts the program; see the fixture ``process``."""

    def __call__(
        self, *words: str, stdin: bytes = b"", timeout: float = 60, **variables: str
    ) -> subprocess.CompletedProcess[bytes]: ...


class Write(Protocol):
    """How a test writes a file; see the fixture ``write``."""

    def __call__(self, name: str, content: Any) -> Path: ...


Hold = Callable[[Path], "subprocess.Popen[bytes]"]


class Terminal(io.StringIO):
    """Text output that says it is a terminal, as Python's own stdout on one does."""

    encoding = "utf-8"

    @property
    def buffer(self) -> io.BytesIO:
        return io.BytesIO(self.getvalue().encode())

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _never_the_real_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default paths raise, and nothing of the developer's environment is seen."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test asked for the real home")

    monkeypatch.setattr(platformdirs, "PlatformDirs", refuse)
    for name in [*os.environ]:
        if name.startswith("PREMIERECTL_") or name in _LOOK:
            monkeypatch.delenv(name)
    monkeypatch.setenv("TZ", "UTC")


_LOOK = {
    "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "EDITOR", "FORCE_COLOR", "LINES", "NO_COLOR", "TERM",
    "VISUAL",
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that holds all files of this test's user: config, data, state, cache."""
    return tmp_path / "home"


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """The variables with which a command sees this test's home, moment and width."""
    return {
        "PREMIERECTL_HOME": str(home),
        "PREMIERECTL_NOW": NOW,
        "PREMIERECTL_TIMEZONE": "Europe/London",
        "COLUMNS": "100",
        "LINES": "24",
        "TERM": "dumb",
        "TZ": "UTC",
    }


@pytest.fixture
def run(
    environment: Mapping[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run a command line in this process: ``run("next", "pitt")``.

    Output goes into a pipe, or with ``terminal=True`` to something that says it is a terminal;
    ``stdin`` is what the user types; ``env`` and further keywords are variables.
    """

    def run(
        *words: str,
        terminal: bool = False,
        stdin: str = "",
        env: Mapping[str, str] | None = None,
        **variables: str,
    ) -> Result:
        from premierectl.cli.program import run as run_words

        with monkeypatch.context() as patch:
            for name, value in {**environment, **(env or {}), **variables}.items():
                patch.setenv(name, value)
            typed = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8", newline="\n")
            patch.setattr(sys, "stdin", Terminal(stdin) if terminal else typed)
            out, err = Terminal(), Terminal()
            if terminal:
                patch.setattr(sys, "stdout", out)
                patch.setattr(sys, "stderr", err)
            code = run_words(words)
        captured = capsys.readouterr()
        if terminal:
            return Result(int(code), out.getvalue(), err.getvalue())
        return Result(int(code), captured.out, captured.err)

    return run


@pytest.fixture
def process(environment: Mapping[str, str]) -> Process:
    """Run a command line in a process of its own: ``process("next", PYTHONIOENCODING="ascii")``."""

    def process(
        *words: str, stdin: bytes = b"", timeout: float = 60, **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "premierectl", *words],
            env={**real_environment(), **environment, **variables},
            input=stdin,
            capture_output=True,
            timeout=timeout,
            check=False,
        )

    return process


def without_coverage() -> dict[str, str]:
    """The real environment without what makes a process measure its coverage.

    Measuring loads modules of its own, and a killed process leaves half a measurement behind.
    """
    kept = real_environment()
    return {name: kept[name] for name in kept if not name.startswith("COVERAGE_")}


def real_environment() -> dict[str, str]:
    """What a process needs of this machine's environment, and nothing more."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    return {"LC_ALL": "C.UTF-8", **{name: os.environ[name] for name in kept if name in os.environ}}


@pytest.fixture
def write(home: Path) -> Write:
    """Write a file of this test's user: ``write("config/shows.json", {...} or bytes or str)``."""

    def write(name: str, content: Any) -> Path:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, indent=1)
            path.write_text(text, encoding="utf-8")
        return path

    return write


def can_mount(*words: str) -> bool:
    """Mount, where this test may and there is a program that does it; whether it is mounted."""
    try:
        done = subprocess.run(["mount", *words], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return done.returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB at the user's home, where this test may mount one."""
    folder = tmp_path / "home"
    folder.mkdir()
    if not can_mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)):
        pytest.skip("only root may mount a small disk; injected faults cover the same lines")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Let another process hold a lock file until the test ends: ``hold(path)``."""
    holders = []

    def hold(lock: Path) -> "subprocess.Popen[bytes]":
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(lock)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        holders.append(holder)
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        return holder

    yield hold
    for holder in holders:
        holder.kill()
        holder.communicate()


HOLD = """
import sys
from pathlib import Path
from premierectl.storage import files
with files.locked(Path(sys.argv[1]), 5):
    print("held", flush=True)
    sys.stdin.read()
"""
