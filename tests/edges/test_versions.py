"""The last versions of a file, and going back to them."""

from pathlib import Path

import pytest

from premierectl.errors import FileAccessError, NothingError
from premierectl.storage.versions import KEPT, Versions


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "f.json", tmp_path / "versions", b"empty")


def test_undo_steps_back_through_what_was_written(versions: Versions) -> None:
    for data in (b"1", b"2", b"3"):
        versions.replace(data)
    seen = []
    for _ in range(3):
        versions.undo()
        seen.append(versions.path.read_bytes())
    assert seen == [b"2", b"1", b"empty"]
    with pytest.raises(NothingError, match="no earlier version"):
        versions.undo()


def test_without_any_change_there_is_nothing_to_undo(versions: Versions) -> None:
    with pytest.raises(NothingError, match="no earlier version"):
        versions.undo()


def test_ten_versions_are_kept(versions: Versions) -> None:
    for number in range(KEPT + 5):
        versions.replace(str(number).encode())
    assert len(list(versions.folder.iterdir())) == KEPT
    for _ in range(KEPT - 1):
        versions.undo()
    assert versions.path.read_bytes() == b"5"


def test_undo_over_another_programs_change_brings_back_what_was_written_last(
    versions: Versions,
) -> None:
    versions.replace(b"1")
    versions.replace(b"2")
    versions.path.write_bytes(b"broken by hand")
    versions.undo()
    assert versions.path.read_bytes() == b"2"
    assert versions.undone.read_bytes() == b"broken by hand"


def test_undo_brings_back_a_file_that_was_deleted(versions: Versions) -> None:
    versions.replace(b"1")
    versions.path.unlink()
    versions.undo()
    assert versions.path.read_bytes() == b"1"


def test_another_programs_change_is_kept_before_it_is_replaced(versions: Versions) -> None:
    versions.replace(b"1")
    versions.path.write_bytes(b"by hand")
    versions.replace(b"2")
    versions.undo()
    assert versions.path.read_bytes() == b"by hand"


def test_a_change_that_a_killed_writer_never_made_cannot_be_undone_into(
    versions: Versions,
) -> None:
    versions.replace(b"1")
    (versions.folder / "000003.waiting").write_bytes(b"never made")
    versions.replace(b"2")
    versions.undo()
    assert versions.path.read_bytes() == b"1"


def test_where_no_version_can_be_kept_nothing_is_changed(tmp_path: Path, small_disk: Path) -> None:
    path = tmp_path / "f.json"
    path.write_bytes(b"old")
    versions = Versions(path, small_disk, b"empty")
    with pytest.raises(FileAccessError, match="no space left"):
        versions.replace(b"x" * 100_000)
    assert path.read_bytes() == b"old"
