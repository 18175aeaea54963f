"""The recipes of docs/recipes.md do what they say, each where the programs in it are installed."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import Run, real_environment

TEXT = (Path(__file__).parents[2] / "docs" / "recipes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
SCRIPTS = {body: kind for kind, body in BLOCKS if kind == "sh"}
PROGRAMS = ("jq", "fzf", "rofi")
PRINTED = {
    "next --format": "Only Murders in the Building season 6: in 15 days\n",
    "next --count": "0\n",
    "is on tonight": "",
    "<= 31": "15\tOnly Murders in the Building\tHulu\n",
    "moved_from": "",
    "fzf": "title\t\tOnly Murders in the Building\n",
    "rofi": "Only Murders in the Building, season 6: in 15 days",
    "subtitle": '"arg": "only-murders-in-the-building"',
    "export ics": "",
}


@pytest.fixture
def place(run: Run, tmp_path: Path) -> Path:
    """A folder in which ``premierectl`` is a program on the path, of somebody who follows two shows."""
    run("watchlist", "add", "pitt", "only murders")
    program = tmp_path / "bin" / "premierectl"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m premierectl "$@"\n')
    program.chmod(0o755)
    return tmp_path


def made(place: Path, environment: dict[str, str], *words: str, **variables: str) -> str:
    """What these words print there."""
    known = real_environment()
    done = subprocess.run(
        words,
        cwd=place,
        env={
            **known, **environment, "HOME": str(place), "PATH": f"{place / 'bin'}:{known['PATH']}",
            "FZF_DEFAULT_OPTS": "--filter=murd", **variables,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def needed(*programs: str) -> None:
    """Skip where one of these programs is missing, and say which."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_line_prints_what_is_promised(
    place: Path, environment: dict[str, str], script: str
) -> None:
    needed("bash", *(name for name in PROGRAMS if name in script))
    variables = {}
    screen = None
    if "rofi" in script:
        needed("Xvfb", "xdotool")
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24"]
        screen = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert screen.stdout is not None
        variables["DISPLAY"] = f":{screen.stdout.readline().decode().strip()}"
        script = f"(for n in 1 2 3 4 5 6; do sleep 1; xdotool key Return; done) & {script}"
    try:
        printed = made(place, environment, "bash", "-c", script, **variables)
    finally:
        if screen is not None:
            screen.kill()
            screen.communicate()
    (expected,) = [said for words, said in PRINTED.items() if words in script]
    assert expected in printed
    assert bool(printed) == bool(expected)


def test_a_calendar_is_written(place: Path, environment: dict[str, str]) -> None:
    (script,) = [each for each in SCRIPTS if "export ics" in each]
    needed("bash")
    made(place, environment, "bash", "-c", script)
    first = (place / "premieres.ics").read_bytes()
    made(place, environment, "bash", "-c", script)
    assert first.startswith(b"BEGIN:VCALENDAR")
    assert (place / "premieres.ics").read_bytes() == first


def test_the_prompt_of_bash_says_what_is_next(place: Path, environment: dict[str, str]) -> None:
    needed("bash")
    (prompt,) = [body for kind, body in BLOCKS if kind == "bash" and "PS1" in body]
    said = made(place, environment, "bash", "--norc", "-c", f'{prompt}\necho "${{PS1@P}}"')
    assert said.startswith("Only Murders in the… S6 · 15d ")


def test_the_prompt_of_zsh_says_what_is_next(place: Path, environment: dict[str, str]) -> None:
    needed("zsh")
    (prompt,) = [body for kind, body in BLOCKS if kind == "zsh"]
    said = made(place, environment, "zsh", "-fc", f"{prompt}\nprint -P $PROMPT")
    assert said.startswith("Only Murders in the… S6 · 15d ")


def test_a_script_of_raycast_is_one_of_bash(place: Path, environment: dict[str, str]) -> None:
    needed("bash")
    (script,) = [body for kind, body in BLOCKS if kind == "bash" and "raycast" in body]
    assert "season 6: in 15 days" in made(place, environment, "bash", "-c", script)


def test_what_starship_is_told_is_toml_and_runs(place: Path, environment: dict[str, str]) -> None:
    needed("bash")
    (module,) = [body for kind, body in BLOCKS if kind == "toml"]
    command = tomllib.loads(module)["custom"]["premiere"]["command"]
    assert made(place, environment, "bash", "-c", command) == "Only Murders in the… S6 · 15d\n"


def test_the_line_of_cron_is_made_of_commands_that_there_are(run: Run) -> None:
    (line,) = [body for kind, body in BLOCKS if kind == "crontab"]
    for words in re.findall(r"premierectl ([^>;]+?)(?: 2?>|;)", line):
        assert run(*words.split(), "--help").code == 0
