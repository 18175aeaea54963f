"""What the README and the docs print is what the program does."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from premierectl.storage.catalogue import problems
from tests.conftest import real_environment
from tests.pictures import FOLDER, PICTURES, drawn

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = [
    (example.splitlines()[0], "".join(line + "\n" for line in example.splitlines()[1:]))
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
]
CATALOGUES = re.findall(
    r"```json\n(.*?)```", (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8"), re.DOTALL
)


def test_the_tour_runs_as_printed(environment: Mapping[str, str], tmp_path: Path) -> None:
    command = tmp_path / "bin" / "premierectl"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m premierectl "$@"\n')
    command.chmod(0o755)
    path = f"{command.parent}:/usr/bin:/bin"
    assert len(EXAMPLES) > 10
    for line, expected in EXAMPLES:
        done = subprocess.run(
            ["sh", "-c", line],
            env={**real_environment(), **environment, "PATH": path},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        assert (line, done.stdout.decode()) == (line, expected)


def test_the_first_screen_of_a_new_user_shows_what_is_coming(
    environment: Mapping[str, str],
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "premierectl", "--color", "always"],
        env={**real_environment(), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, b"Only Murders in the Building" in done.stdout) == (0, True)


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_show_what_the_program_prints(name: str) -> None:
    assert (FOLDER / f"{name}.svg").read_text(encoding="utf-8") == drawn(PICTURES[name])


@pytest.mark.parametrize("text", CATALOGUES)
def test_the_catalogues_in_the_docs_are_without_problems(text: str, tmp_path: Path) -> None:
    path = tmp_path / "shows.json"
    path.write_text(text)
    assert problems(path, {"the-pitt": {}}.get) == []


def test_the_bundled_catalogue_is_without_problems_and_every_season_has_its_check() -> None:
    path = ROOT / "data" / "shows.json"
    assert problems(path, lambda _: None) == []
    for show in json.loads(path.read_text(encoding="utf-8"))["shows"]:
        for season in show.get("seasons", ()):
            assert all(source["checked"] for source in season["sources"]), show["id"]
            assert season["sources"], show["id"]


def test_every_field_of_the_model_is_described() -> None:
    described = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    schema = json.loads(
        subprocess.run(
            [sys.executable, "-m", "premierectl", "catalogue", "schema"],
            env={**real_environment(), "PREMIERECTL_HOME": "/nonexistent"},
            capture_output=True,
            timeout=60,
            check=True,
        ).stdout
    )
    for definition in schema["$defs"].values():
        for field in definition["properties"]:
            assert f"`{field}`" in described, field


def test_no_file_names_a_package_index() -> None:
    index = re.compile(r"pypi\.|pythonhosted|index-url|npmjs", re.IGNORECASE)
    endings = {".py", ".toml", ".md", ".json", ".cfg", ".txt", ".lock", ".yml", ""}
    for path in [*ROOT.iterdir(), *(ROOT / ".ci").iterdir(), *(ROOT / "src").rglob("*")]:
        if path.is_file() and path.suffix in endings and not path.name.startswith(".coverage"):
            assert not index.search(path.read_text(encoding="utf-8")), path
