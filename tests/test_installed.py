"""What is built is what a user gets: the wheel and the sdist, each alone, away from the checkout."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from premierectl.cli.shared_files import shared_files
from tests.conftest import real_environment

ROOT = Path(__file__).parents[1]
BUILT_AT = 1_804_809_599  # 11 March 2027


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(BUILT_AT)}
    subprocess.run(words, check=True, capture_output=True, timeout=600, env=environment)
    return folder


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_installed_alone_it_answers_from_its_own_catalogue(
    built: Path, tmp_path: Path, pattern: str
) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    (package,) = built.glob(pattern)
    install = [str(python), "-m", "pip", "install", "--quiet", str(package)]
    subprocess.run(install, check=True, capture_output=True, timeout=600)

    def run(*words: str) -> str:
        return subprocess.run(
            [str(python.parent / "premierectl"), *words],
            cwd=tmp_path,
            env={**real_environment(), "PREMIERECTL_HOME": str(tmp_path / "home"), "TZ": "UTC"},
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout.decode()

    assert run("days", "heartstopper", "--now", "2023-04-24") == "101\n"
    assert run("watchlist", "add", "pitt") == "added\tthe-pitt\t\n"
    bundled = run("catalogue", "path").splitlines()[0].split("\t")[1]
    assert Path(bundled).is_relative_to(tmp_path / "venv")
    assert "3 August 2023" in run("countdown", "heartstopper:s2", "--color", "always")
    # Where man and the shells look, beside the program.
    for place in shared_files(None):
        assert (tmp_path / "venv" / place).is_file()


def test_a_wheel_brings_the_same_man_pages_wherever_it_is_built(built: Path) -> None:
    (wheel,) = built.glob("*.whl")  # made from the unpacked sdist
    with zipfile.ZipFile(wheel) as installed:
        brought = {
            name.partition(".data/data/")[2]: installed.read(name).decode()
            for name in installed.namelist()
            if ".data/data/" in name
        }
    assert brought == shared_files(BUILT_AT)


def test_what_merely_lies_about_in_a_checkout_is_not_built(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(checkout)], check=True)
    places = ["src/premierectl/stray.py", "src/premierectl/stray/a.txt", "data/stray.json"]
    for place in places:
        (checkout / place).parent.mkdir(exist_ok=True)
        (checkout / place).write_text("")
    words = [sys.executable, "-m", "build", "--outdir", str(tmp_path / "dist"), str(checkout)]
    subprocess.run(words, check=True, capture_output=True, timeout=600)
    (wheel,), (sdist,) = (tmp_path / "dist").glob("*.whl"), (tmp_path / "dist").glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as installed, tarfile.open(sdist) as unpacked:
        names = [*installed.namelist(), *unpacked.getnames()]
    assert any(name.endswith("premierectl/app.py") for name in names)
    assert not [name for name in names if "stray" in name]
