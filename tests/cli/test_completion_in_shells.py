"""Tab, pressed in real shells."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pexpect
import pytest

from tests.conftest import Write, real_environment

COMMAND = f"{sys.executable} -m premierectl"
# What is offered comes from the program; a line that is entered only prints its words.
STAND_IN = f"""#!/bin/sh
[ -n "$_PREMIERECTL_COMPLETE" ] && exec {COMMAND} "$@"
printf '<%s>' "$@"
echo
"""
START = {
    "bash": (["--norc", "--noprofile", "-i"], ""),
    "zsh": (["-f", "-i"], "autoload -Uz compinit; compinit -u -D; "),
    "fish": (["--no-config", "-i"], ""),
}
HOSTILE = "zz$(touch ran)`touch ran`;touch ran"
SHOWS = [
    {"id": HOSTILE, "title": "zz"},
    {"id": "zz-good", "title": HOSTILE, "network": HOSTILE},
    {"id": "old-harbour", "title": "Old Harbour"},
    {"id": "our-harbour", "title": "Our Harbour"},
]

Typed = Callable[[str], str]


@pytest.fixture(params=START)
def typed(
    request: pytest.FixtureRequest, environment: Mapping[str, str], write: Write, tmp_path: Path
) -> Iterator[Typed]:
    """Type keys into a shell and enter the line: the words that the program gets."""
    shell: str = request.param
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    write("config/shows.json", {"format": 1, "shows": SHOWS})
    folder, place = tmp_path / "bin", tmp_path / "place"
    folder.mkdir()
    place.mkdir()
    for file in ("pittsburgh.zip", "the-pitt-poster.png", "zz-good-file"):
        (place / file).touch()
    (place / "premieres-of-pittsburgh").mkdir()
    program = folder / "premierectl"
    program.write_text(STAND_IN)
    program.chmod(0o755)
    script = subprocess.run(
        [sys.executable, "-m", "premierectl", "--show-completion", shell],
        env={**real_environment(), **environment}, check=True, capture_output=True,
    ).stdout  # fmt: skip
    (tmp_path / "script").write_bytes(script)
    variables = {
        **real_environment(), **environment, "HOME": str(tmp_path), "TERM": "xterm",
        "PATH": f"{folder}:{os.environ['PATH']}",
    }  # fmt: skip
    flags, before = START[shell]
    child = pexpect.spawn(
        shell, flags, env=variables, cwd=str(place), timeout=30, encoding="utf-8",
        dimensions=(40, 200),
    )  # fmt: skip
    child.sendline(f"{before}source {tmp_path}/script; echo rea''dy")
    child.expect("ready\r\n")

    def enter(keys: str) -> str:
        child.send(f"premierectl {keys}\r")
        child.expect(r"(<[^\r\n]*>)\r\n")
        assert isinstance(child.match, re.Match)
        return str(child.match[1])

    yield enter
    child.close(force=True)
    assert not list(tmp_path.rglob("ran"))


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("sho\tsilo", "<show><silo>"),
        ("show only-mur\t", "<show><only-murders-in-the-building>"),
        ("show omitb\t", "<show><only-murders-in-the-building>"),
        ("show pitt:s2\t", "<show><pitt:s2>"),
        ("show stranger-things:s5p3\t", "<show><stranger-things:s5p3>"),
        ("countdown --network=appl\t", "<countdown><--network=Apple TV>"),
        ("countdown --network bbc\\ o\t", "<countdown><--network><BBC One>"),
        ("countdown --network 'bbc o\t", "<countdown><--network><BBC One>"),
        ("calendar 2028-1\t", "<calendar><2028-10>"),
        ("cast --color al\t", "<cast><--color><always>"),
    ],
)
def test_what_is_offered_is_put_in_as_one_word(typed: Typed, keys: str, words: str) -> None:
    assert typed(keys) == words


@pytest.mark.parametrize("keys", ['show "the pi\t', "show 'the pi\t", "show the\\ pi\t"])
def test_a_title_with_a_space_is_one_word_that_names_the_show(typed: Typed, keys: str) -> None:
    assert typed(keys) in ("<show><the-pitt>", "<show><The Pitt>")


def test_files_are_offered_where_one_is_meant_and_nowhere_else(typed: Typed) -> None:
    assert typed("import pitts\t") == "<import><pittsburgh.zip>"
    assert typed("show silo --save the-pitt-p\t") == "<show><silo><--save><the-pitt-poster.png>"
    assert typed("show the-pitt-p\t") == "<show><the-pitt-p>"
    assert typed("show silo --format pitts\t") == "<show><silo><--format><pitts>"


def test_folders_alone_are_offered_where_one_is_meant(typed: Typed) -> None:
    assert typed("export vdir premi\t") in (
        "<export><vdir><premieres-of-pittsburgh>", "<export><vdir><premieres-of-pittsburgh/>",
    )  # fmt: skip
    assert typed("export vdir pitts\t") == "<export><vdir><pitts>"


def test_nothing_that_a_file_says_is_run(typed: Typed) -> None:
    assert typed("show zz\t") == "<show><zz-good>"
    assert typed("countdown --network zz\t") == f"<countdown><--network><{HOSTILE}>"


def test_what_is_typed_is_never_made_less(typed: Typed) -> None:
    assert typed("show harb\t") in (
        "<show><harb>", "<show><old-harbour>", "<show><our-harbour>",
    )  # fmt: skip
