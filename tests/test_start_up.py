"""What a script's answer loads, and that nobody's real home is reached."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from premierectl.paths import find_paths
from tests.conftest import real_environment, without_coverage

HEAVY = [
    "rich", "icalendar", "urllib3", "urllib.request", "http", "dateutil", "importlib.metadata",
    "filelock", "rapidfuzz", "pydantic", "json", "tzlocal", "sqlite3", "premierectl.render.items", "premierectl.render.documents",
    "premierectl.storage.json_text", "premierectl.catalogue.validation.document",
]  # fmt: skip

PROBE = """
import sys
from premierectl.cli.program import run
code = run(sys.argv[2:])
loaded = [name for name in sys.argv[1].split(",") if name in sys.modules]
print(code, *loaded, file=sys.stderr)
"""


def loaded(environment: Mapping[str, str], *words: str, also: Sequence[str] = ()) -> str:
    """The exit code of a command, and which of the heavy modules and of these it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, ",".join([*HEAVY, *also]), *words],
        capture_output=True,
        env={**without_coverage(), **environment},
        timeout=60,
        check=True,
    )
    return done.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "words",
    [
        ["next", "heartstopper"],
        ["next", "--all"],
        ["next", "--all", "--format", "{title}"],
        ["days", "only murders"],
        ["days", "--all", "--network", "Hulu"],
        ["countdown", "--all"],
    ],
)
def test_a_scripts_answer_loads_nothing_heavy(
    environment: Mapping[str, str], words: list[str]
) -> None:
    assert loaded(environment, *words, "--now", "2023-04-24") == "0"


@pytest.mark.parametrize(
    "words",
    [
        ["search", "pitt", "--in", "all"],
        ["watchlist", "add", "tvmaze:1", "pitt"],
        ["watchlist", "list"],
        ["show", "pitt"],
        ["calendar", "--all"],
        ["changes"],
        ["notify", "--to", "json://127.0.0.1"],
        ["catalogue", "path"],
        ["export", "ics", "pitt", "--include-vague"],
    ],
)
def test_nothing_that_speaks_http_is_loaded_unless_it_was_asked_for(
    environment: Mapping[str, str], words: list[str]
) -> None:
    assert "urllib3" not in loaded(environment, *words)


ENDED = """
import os, sys
{before}
from premierectl.cli import main
def told(code):
    known = sys.modules.get("typing_extensions")
    import typing_extensions
    print(code, known is typing_extensions, hasattr(typing_extensions, "Buffer"))
os._exit = told
sys.argv[1:] = ["days", "heartstopper", "--now", "2023-04-24", "--format", "{{days}}"]
main()
"""


@pytest.mark.parametrize(
    ("before", "told"), [("", "0 False True"), ("import typing_extensions", "0 True True")]
)
def test_typing_extensions_is_loaded_by_nobody_and_is_there_for_everybody(
    environment: Mapping[str, str], before: str, told: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDED.format(before=before)],
        capture_output=True,
        env={**real_environment(), **environment},
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == told


def test_a_table_loads_rich_and_no_more(environment: Mapping[str, str]) -> None:
    assert loaded(environment, "countdown", "--all", "--color", "always") == "0 rich"


def test_without_a_home_of_its_own_the_system_says_where_files_live() -> None:
    with pytest.raises(AssertionError, match="a test asked for the real home"):
        find_paths({})


INTERRUPTED = """
import builtins, sys
real = builtins.__import__
def interrupt(name, *rest, **more):
    if name == "premierectl.cli.program":
        raise KeyboardInterrupt
    return real(name, *rest, **more)
builtins.__import__ = interrupt
from premierectl.cli import main
main()
"""


def test_an_interrupt_while_modules_load_ends_in_silence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        capture_output=True,
        env=real_environment(),
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


SYSTEM = """
import os
from premierectl.paths import find_paths
paths = find_paths(os.environ)
print(paths.config, paths.data, paths.state, paths.cache, sep="\\n")
"""


def test_the_systems_folders_are_those_of_the_xdg_variables(tmp_path: Path) -> None:
    names = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"]
    folders = {name: str(tmp_path / name) for name in names}
    done = subprocess.run(
        [sys.executable, "-c", SYSTEM],
        capture_output=True,
        env={**real_environment(), **folders},
        timeout=60,
        check=True,
    )
    expected = [f"{folder}/premierectl" for folder in folders.values()]
    assert done.stdout.decode().splitlines() == expected
