"""The last versions of a file, and going back to them."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from premierectl.errors import BadFileError, FileAccessError, NothingError
from premierectl.storage import files
from premierectl.storage.versions import KEPT_VERSIONS, Versions


def anything(_: bytes) -> None:
    """Whatever it holds, it can be read."""


def only_whole(data: bytes) -> None:
    if data in (b"", b"{"):
        raise BadFileError("f.json", "is broken")


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "f.json", tmp_path / "versions", b"empty")


def test_undo_steps_back_through_what_was_written(versions: Versions) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    seen = []
    for _ in range(3):
        versions.undo(anything)
        seen.append(versions.path.read_bytes())
    assert seen == [b"2", b"1", b"empty"]
    with pytest.raises(NothingError, match="no earlier version"):
        versions.undo(anything)


def test_without_any_change_there_is_nothing_to_undo(versions: Versions) -> None:
    with pytest.raises(NothingError, match="no earlier version"):
        versions.undo(anything)


def test_ten_versions_are_kept(versions: Versions) -> None:
    for number in range(KEPT_VERSIONS + 5):
        versions.replace(str(number).encode())
    assert len(list(versions.folder.iterdir())) == KEPT_VERSIONS
    for _ in range(KEPT_VERSIONS - 1):
        versions.undo(anything)
    assert versions.path.read_bytes() == b"5"


def test_undo_over_another_programs_change_brings_back_what_was_written_last(
    versions: Versions,
) -> None:
    versions.replace(b"1")
    versions.replace(b"2")
    versions.path.write_bytes(b"broken by hand")
    versions.undo(anything)
    assert versions.path.read_bytes() == b"2"
    assert versions.undone.read_bytes() == b"broken by hand"


def test_undo_brings_back_a_file_that_was_deleted(versions: Versions) -> None:
    versions.replace(b"1")
    versions.path.unlink()
    versions.undo(anything)
    assert versions.path.read_bytes() == b"1"


def test_another_programs_change_is_kept_before_it_is_replaced(versions: Versions) -> None:
    versions.replace(b"1")
    versions.path.write_bytes(b"by hand")
    versions.replace(b"2")
    versions.undo(anything)
    assert versions.path.read_bytes() == b"by hand"


def test_a_change_that_a_killed_writer_never_made_cannot_be_undone_into(
    versions: Versions,
) -> None:
    versions.replace(b"1")
    (versions.folder / "000003.waiting").write_bytes(b"never made")
    versions.replace(b"2")
    versions.undo(anything)
    assert versions.path.read_bytes() == b"1"


def test_where_no_version_can_be_kept_nothing_is_changed(tmp_path: Path, small_disk: Path) -> None:
    path = tmp_path / "f.json"
    path.write_bytes(b"old")
    versions = Versions(path, small_disk, b"empty")
    with pytest.raises(FileAccessError, match="no space left"):
        versions.replace(b"x" * 100_000)
    assert path.read_bytes() == b"old"


def test_versions_that_nobody_can_read_are_passed_over_and_named(versions: Versions) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    emptied = versions.folder / "000003.json"
    emptied.write_bytes(b"")
    assert versions.undo(only_whole) == [emptied]
    assert versions.path.read_bytes() == b"1"


def test_where_all_are_broken_nothing_is_brought_back(versions: Versions) -> None:
    versions.replace(b"1")
    for kept in versions.folder.glob("*.json"):
        kept.write_bytes(b"{")
    with pytest.raises(NothingError):
        versions.undo(only_whole)
    assert versions.path.read_bytes() == b"1"


def test_what_only_looks_like_a_version_is_none(versions: Versions) -> None:
    versions.replace(b"1")
    (versions.folder / "0²3.json").write_bytes(b"odd")
    versions.replace(b"2")
    versions.undo(anything)
    assert versions.path.read_bytes() == b"1"


@contextmanager
def killed_at(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> Iterator[None]:
    """Let what happens within be killed at a rename: of a draft (``replace``), or of a version."""
    real, calls = getattr(Path, name), list[Path]()

    def killed(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == number:
            raise KeyboardInterrupt
        renamed: Path = real(path, target)
        return renamed

    with monkeypatch.context() as patch:
        patch.setattr(Path, name, killed)
        yield


@pytest.mark.parametrize(("name", "number"), [("replace", 1), ("rename", 1), ("replace", 2)])
def test_an_undo_that_is_killed_goes_on_backwards(
    versions: Versions, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    with killed_at(monkeypatch, name, number), pytest.raises(KeyboardInterrupt):
        versions.undo(anything)
    versions.undo(anything)
    assert versions.path.read_bytes() == b"2"
    versions.undo(anything)
    assert versions.path.read_bytes() == b"1"
    for data in (b"2", b"3"):
        versions.redo(anything)
        assert versions.path.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "forwards", "backwards"), [("replace", b"2", b"1"), ("rename", b"3", b"2")]
)
def test_a_redo_that_is_killed_goes_on_forwards(
    versions: Versions,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    forwards: bytes,
    backwards: bytes,
) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    versions.undo_to(2, anything)
    with killed_at(monkeypatch, name, 1), pytest.raises(KeyboardInterrupt):
        versions.redo(anything)
    versions.redo(anything)
    assert versions.path.read_bytes() == forwards
    versions.undo(anything)
    assert versions.path.read_bytes() == backwards


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640])
def test_versions_are_as_private_as_the_file(versions: Versions, mode: int) -> None:
    versions.path.write_bytes(b"0")
    versions.path.chmod(mode)
    versions.replace(b"1")
    versions.undo(anything)
    kept = [*versions.folder.iterdir(), versions.path]
    assert {stat.S_IMODE(each.stat().st_mode) for each in kept} == {mode}
    assert stat.S_IMODE(versions.folder.stat().st_mode) == 0o700


def test_what_killed_writers_left_is_swept_by_the_next_change(versions: Versions) -> None:
    versions.replace(b"1")
    for name in (".000007.json.0a1b2c3d.new", "000007.waiting", ".000007.waiting.0a1b2c3d.new"):
        (versions.folder / name).write_bytes(b"half")
    (versions.path.parent / ".f.json.0a1b2c3d.new").write_bytes(b"half")
    versions.replace(b"2")
    left = [each.name for each in versions.path.parent.rglob("*") if each.is_file()]
    assert sorted(left) == ["000001.json", "000002.json", "000003.json", "f.json"]


@pytest.mark.parametrize(
    ("number", "message", "holds"),
    [
        (1, "cannot be written: input/output error; nothing was changed", b"1"),
        (2, "cannot be written: input/output error; nothing was changed", b"1"),
        (
            3,
            "is changed, but its versions in {folder} could not be put in order: input/output error",
            b"2",
        ),
    ],
)
def test_whichever_rename_fails_the_words_say_what_happened(
    versions: Versions, monkeypatch: pytest.MonkeyPatch, number: int, message: str, holds: bytes
) -> None:
    versions.replace(b"1")
    real, calls = os.replace, list[object]()

    def fail(*paths: object) -> None:
        calls.append(paths)
        if len(calls) == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(*paths)  # type: ignore[arg-type]  # whatever was given

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(FileAccessError) as refused:
        versions.replace(b"2")
    monkeypatch.undo()
    assert refused.value.message.endswith(message.format(folder=versions.folder))
    assert versions.path.read_bytes() == holds


@pytest.mark.parametrize(
    ("name", "change"), [("glob", "replace"), ("glob", "undo"), ("rename", "undo")]
)
def test_a_folder_of_versions_that_fails_changes_nothing(
    versions: Versions, monkeypatch: pytest.MonkeyPatch, name: str, change: str
) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, name, fail)
    with pytest.raises(
        FileAccessError, match="cannot be read or changed: input/output error; nothing"
    ):
        versions.replace(b"4") if change == "replace" else versions.undo(anything)
    monkeypatch.undo()
    assert versions.path.read_bytes() == b"3"


def test_redo_steps_forward_through_what_was_undone(versions: Versions) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    for _ in range(3):
        versions.undo(anything)
    seen = []
    for _ in range(3):
        versions.redo(anything)
        seen.append(versions.path.read_bytes())
    assert seen == [b"1", b"2", b"3"]
    with pytest.raises(NothingError, match="there is nothing undone to bring back"):
        versions.redo(anything)


@pytest.mark.parametrize("by", ["premierectl", "another program"])
def test_after_a_new_change_there_is_nothing_to_redo(versions: Versions, by: str) -> None:
    versions.replace(b"1")
    versions.replace(b"2")
    versions.undo(anything)
    versions.replace(b"3") if by == "premierectl" else versions.path.write_bytes(b"3")
    assert versions.steps_undone == 0
    with pytest.raises(NothingError, match="there is nothing undone to bring back"):
        versions.redo(anything)
    assert versions.path.read_bytes() == b"3"


def test_redo_brings_back_what_another_program_wrote_and_undo_took_away(
    versions: Versions,
) -> None:
    versions.replace(b"1")
    versions.replace(b"2")
    versions.undo(anything)
    versions.path.write_bytes(b"by hand")
    versions.undo(anything)
    assert (versions.path.read_bytes(), versions.steps_undone) == (b"1", 1)
    versions.redo(anything)
    assert versions.path.read_bytes() == b"by hand"


def test_redo_passes_over_what_nobody_can_read_and_names_it(versions: Versions) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    versions.undo_to(2, anything)
    emptied = versions.folder / "000003.json"
    emptied.with_suffix(".undone").write_bytes(b"")
    assert versions.redo(only_whole) == [emptied]
    assert versions.path.read_bytes() == b"3"


def test_a_change_that_was_killed_leaves_nothing_to_redo(
    versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    versions.undo_to(2, anything)
    monkeypatch.setattr(files, "sweep", lambda *_: None)
    versions.replace(b"4")
    assert (versions.path.read_bytes(), versions.steps_undone) == (b"4", 0)
    with pytest.raises(NothingError):
        versions.redo(anything)


def test_undo_goes_back_to_any_version_that_is_kept(versions: Versions) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    versions.undo_to(2, anything)
    assert (versions.path.read_bytes(), versions.undone.read_bytes()) == (b"1", b"3")
    for data in (b"2", b"3"):
        versions.redo(anything)
        assert versions.path.read_bytes() == data


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (9, "there is no version 9 to bring back"),
        (3, "version 3 is what stands there now"),
    ],
)
def test_undo_to_a_version_that_is_none_changes_nothing(
    versions: Versions, number: int, message: str
) -> None:
    versions.replace(b"1")
    versions.replace(b"2")
    with pytest.raises(NothingError, match=message):
        versions.undo_to(number, anything)
    assert versions.path.read_bytes() == b"2"


def test_undo_to_a_version_that_nobody_can_read_says_why(versions: Versions) -> None:
    versions.replace(b"{")
    versions.replace(b"2")
    with pytest.raises(BadFileError, match="is broken"):
        versions.undo_to(2, only_whole)
    assert versions.path.read_bytes() == b"2"


def test_what_is_kept_is_told_with_its_number_and_its_time(versions: Versions) -> None:
    versions.replace(b"1")
    versions.replace(b"2")
    written = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for kept in versions.folder.iterdir():
        os.utime(kept, (written.timestamp(), written.timestamp()))
    told = [(each.number, each.when, each.data) for each in versions.kept()]
    assert told == [(3, written, b"2"), (2, written, b"1"), (1, written, b"empty")]


def test_a_version_that_is_taken_away_meanwhile_is_not_told(
    versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions.replace(b"1")
    (versions.folder / "000009.json").symlink_to("nowhere")
    assert [each.number for each in versions.kept()] == [2, 1]


steps = st.lists(st.sampled_from(["change", "by hand", "undo", "redo"]), max_size=25)


def content(versions: Versions, step: str) -> bytes | None:
    """What the file holds behind an undo or a redo; null where there is nothing to bring back."""
    try:
        versions.undo(anything) if step == "undo" else versions.redo(anything)
    except NothingError:
        return None
    return versions.path.read_bytes()


@settings(deadline=None, max_examples=60)  # each step waits for the disk
@given(steps)
def test_redo_takes_back_any_undo_and_undo_any_redo(taken: list[str]) -> None:
    with TemporaryDirectory() as folder:
        versions = Versions(Path(folder) / "f.json", Path(folder) / "versions", b"empty")
        versions.replace(b"first")
        for count, step in enumerate(taken):
            if step == "change":
                versions.replace(str(count).encode())
            elif step == "by hand":
                versions.path.write_bytes(str(count).encode())
            else:
                content(versions, step)
        for step, back in (("undo", "redo"), ("redo", "undo")):
            before = versions.path.read_bytes()
            if content(versions, step) is not None:
                assert content(versions, back) == before
