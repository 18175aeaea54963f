"""A file that a user asked for: whole for every reader, wherever it is wanted."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from premierectl.errors import FileAccessError
from premierectl.storage.output_file import write_output
from tests.conftest import Run, without_coverage

COMMAND = [sys.executable, "-m", "premierectl"]


@pytest.mark.parametrize("words", ["countdown heartstopper:s2 --save", "export json pitt -o"])
def test_whoever_else_writes_it_every_reader_sees_a_whole_file(
    environment: Mapping[str, str], tmp_path: Path, words: str
) -> None:
    path = tmp_path / "x.svg"
    command = [*COMMAND, *words.split(), str(path)]
    variables = {**without_coverage(), **environment}
    subprocess.run(command, env=variables, check=True, capture_output=True, timeout=60)
    whole = path.read_bytes()
    writers = [
        subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(8)
    ]
    while any(writer.poll() is None for writer in writers):
        assert path.read_bytes() == whole
    for writer in writers:
        assert (writer.communicate(timeout=60)[1][:12], writer.returncode) == (b"premierectl:", 0)
    assert not [each for each in tmp_path.iterdir() if each.name.endswith(".new")]


def test_a_new_one_has_the_mode_of_new_files_and_an_old_one_its_own(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_output(tmp_path / "new.ics", b"x")
        (tmp_path / "old.ics").write_bytes(b"y")
        (tmp_path / "old.ics").chmod(0o606)
        write_output(tmp_path / "old.ics", b"x")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / each).stat().st_mode) for each in ("new.ics", "old.ics")]
    assert modes == [0o640, 0o606]


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """A folder in a place where everybody may put files, which belongs to somebody else."""
    if os.geteuid() == 0:
        place = tmp_path / "shared"
        place.mkdir()
        place.chmod(0o1777)
        os.chown(place, 4321, -1)
        yield place
    else:
        yield Path("/tmp")  # noqa: S108 - the folder of this kind that every system has


def test_a_link_of_another_in_a_shared_folder_is_not_followed(tmp_path: Path, shared: Path) -> None:
    mine, name = tmp_path / "mine", f"premierectl-{os.getpid()}"
    mine.write_bytes(b"mine")
    (shared / name).symlink_to(mine)
    (shared / f"{name}-there").symlink_to(tmp_path)
    try:
        for path in (shared / name, shared / f"{name}-there" / "mine"):
            with pytest.raises(FileAccessError, match="is somebody else's link in a folder"):
                write_output(path, b"planted", user=1234)
        assert mine.read_bytes() == b"mine"
        write_output(shared / name, b"new")
        assert mine.read_bytes() == b"new"
    finally:
        (shared / name).unlink()
        (shared / f"{name}-there").unlink()


def test_what_was_left_long_ago_is_swept(tmp_path: Path) -> None:
    old, young = tmp_path / ".x.ics.00000000.new", tmp_path / ".x.ics.11111111.new"
    old.touch()
    young.touch()
    long_ago = time.time() - 7200
    os.utime(old, (long_ago, long_ago))
    write_output(tmp_path / "x.ics", b"x")
    assert (old.exists(), young.exists()) == (False, True)


@pytest.mark.parametrize("name", ["[x].svg", "a*.svg", "\udcff.svg"])
def test_any_name_that_a_file_can_have_will_do(run: Run, tmp_path: Path, name: str) -> None:
    result = run("countdown", "pitt", "--save", str(tmp_path / name))
    assert result.code == 0
    assert (tmp_path / name).read_bytes().startswith(b"<svg")
