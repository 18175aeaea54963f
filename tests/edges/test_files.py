"""One file at a time: read, replaced whole or not at all, locked. Faults are made."""

import errno
import os
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import filelock
import pytest

from premierectl.errors import (
    BadFileError,
    CannotCreateError,
    FileAccessError,
    LockedError,
    PremierectlError,
)
from premierectl.storage import files
from tests.conftest import Hold, can_mount


def leftovers(folder: Path) -> list[str]:
    """The names in a folder besides the file the tests write."""
    return sorted(path.name for path in folder.iterdir() if path.name != "f.json")


def test_no_file_is_none(tmp_path: Path) -> None:
    assert files.read(tmp_path / "f.json") is None
    assert files.read(tmp_path / "no" / "folder") is None


def test_a_file_beyond_the_cap_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    path.write_bytes(b"x" * 11)
    assert files.read(path, largest=11) == b"x" * 11
    with pytest.raises(BadFileError, match="is larger than"):
        files.read(path, largest=10)


def test_a_folder_in_the_place_of_a_file_cannot_be_read_or_replaced(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="cannot be read: is a directory"):
        files.read(tmp_path)
    with pytest.raises(FileAccessError, match="is a folder"):
        files.replace(tmp_path, b"")


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "f.json"
    path.write_bytes(b"old")
    path.chmod(mode)
    files.replace(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)
    assert leftovers(tmp_path) == []


def test_a_new_file_and_its_folders_are_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "f.json"
    files.replace(path, b"new")
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, tmp_path / "a")]
    assert modes == [0o600, 0o700, 0o700]


def test_what_root_makes_belongs_to_whom_its_place_belongs(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    os.chown(tmp_path, 4321, 4321)
    path = tmp_path / "a" / "f.json"
    with files.locked(tmp_path / "locks" / "f.lock", 1):
        files.replace(path, b"1")
        os.chown(path, 1234, 1234)
        files.replace(path, b"2")
    owners = [each.stat().st_uid for each in (tmp_path / "a", path, tmp_path / "locks" / "f.lock")]
    assert owners == [4321, 1234, 4321]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "f.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    files.replace(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_dangling_link_makes_its_target_where_the_folder_is_there(tmp_path: Path) -> None:
    link = tmp_path / "f.json"
    link.symlink_to(tmp_path / "target.json")
    assert files.read(link) is None
    files.replace(link, b"new")
    assert (tmp_path / "target.json").read_bytes() == b"new"


def test_a_dangling_link_into_no_folder_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "f.json"
    link.symlink_to(tmp_path / "gone" / "target.json")
    with pytest.raises(CannotCreateError, match="whose folder is not there"):
        files.replace(link, b"new")
    assert not (tmp_path / "gone").exists()


def test_links_in_a_circle_can_be_neither_read_nor_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "f.json", tmp_path / "g.json"
    first.symlink_to(second)
    second.symlink_to(first)
    with pytest.raises(FileAccessError, match="cannot be read: too many levels"):
        files.read(first)
    with pytest.raises(FileAccessError, match="leads round in a circle"):
        files.replace(first, b"new")


def test_what_a_killed_writer_left_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".f.json.0a1b2c3d.new").write_bytes(b"half")
    files.replace(tmp_path / "f.json", b"new")
    assert leftovers(tmp_path) == []


def test_a_file_in_the_place_of_a_folder_cannot_be_created_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotCreateError, match="cannot be made"):
        files.replace(tmp_path / "file" / "f.json", b"new")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nothing can be written, by root either where this test may mount one."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "f.json").write_bytes(b"old")
    mounted = can_mount("--bind", str(folder), str(folder))
    if mounted:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    else:
        folder.chmod(0o555)
    yield folder
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)
    folder.chmod(0o755)


def test_a_read_only_folder_cannot_be_written(read_only: Path) -> None:
    with pytest.raises(CannotCreateError, match="cannot be written"):
        files.replace(read_only / "f.json", b"new")
    assert (read_only / "f.json").read_bytes() == b"old"
    assert leftovers(read_only) == []


def test_a_full_disk_leaves_the_old_file_whole(small_disk: Path) -> None:
    path = small_disk / "f.json"
    files.replace(path, b"old")
    with pytest.raises(FileAccessError) as refused:
        files.replace(path, b"x" * 100_000)
    assert refused.value.message == (
        f"{path} cannot be written: no space left on device; nothing was changed"
    )
    assert path.read_bytes() == b"old"
    assert leftovers(small_disk) == []


@pytest.mark.parametrize(
    ("owner", "name"),
    [(os, "fsync"), (os, "open"), (Path, "replace")],
    ids=["fsync", "create", "replace"],
)
@pytest.mark.parametrize(
    ("number", "exit_code"), [(errno.ENOSPC, 74), (errno.EIO, 74), (errno.EROFS, 73)]
)
def test_whatever_step_fails_the_old_file_stands(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    number: int,
    exit_code: int,
) -> None:
    path = tmp_path / "f.json"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(owner, name, fail)
    with pytest.raises(PremierectlError) as refused:
        files.replace(path, b"new")
    monkeypatch.undo()
    assert refused.value.exit_code == exit_code
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_folder_that_cannot_be_synced_is_said_after_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, calls = tmp_path / "f.json", []
    real = os.fsync

    def fail_second(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail_second)
    with pytest.raises(FileAccessError, match="was changed but cannot be synced"):
        files.replace(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_lock_that_another_process_holds_is_waited_for_and_then_given_up(
    tmp_path: Path, hold: Hold
) -> None:
    hold(tmp_path / "f.lock")
    with (
        pytest.raises(LockedError, match="another premierectl has held"),
        files.locked(tmp_path / "f.lock", 0.1),
    ):
        pass


def test_a_killed_holder_lets_go(tmp_path: Path, hold: Hold) -> None:
    holder = hold(tmp_path / "f.lock")
    holder.send_signal(signal.SIGKILL)
    holder.wait(10)
    with files.locked(tmp_path / "f.lock", 5):
        assert (tmp_path / "f.lock").exists()


def test_the_lock_file_stays(tmp_path: Path) -> None:
    with files.locked(tmp_path / "locks" / "f.lock", 1):
        pass
    assert (tmp_path / "locks" / "f.lock").exists()


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "f.lock").mkdir()
    with (
        pytest.raises(CannotCreateError, match="cannot be made"),
        files.locked(tmp_path / "f.lock", 1),
    ):
        pass


def test_a_lock_that_cannot_be_let_go_is_said_after_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(filelock.FileLock, "release", fail)
    with (
        pytest.raises(
            FileAccessError, match="cannot be let go: input/output error; what was to be"
        ),
        files.locked(tmp_path / "f.lock", 1),
    ):
        pass
    with pytest.raises(KeyboardInterrupt), files.locked(tmp_path / "f.lock", 1):
        raise KeyboardInterrupt


def test_whether_something_is_there_may_be_what_nobody_can_tell(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert files.is_there(tmp_path / "file")
    assert not files.is_there(tmp_path / "other")
    assert not files.is_there(tmp_path / "file" / "below")
    with pytest.raises(FileAccessError, match="cannot be read: file name too long"):
        files.is_there(tmp_path / ("x" * 300))


def test_what_cannot_be_swept_is_no_fault_of_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "iterdir", fail)
    files.replace(tmp_path / "f.json", b"new")
    assert (tmp_path / "f.json").read_bytes() == b"new"


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    link = tmp_path / "f.json"
    link.symlink_to("/dev/null")
    with pytest.raises(FileAccessError, match="is not a regular file"):
        files.replace(link, b"new")
