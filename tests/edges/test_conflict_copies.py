"""The copies of a file that programs which sync leave beside it."""

from pathlib import Path

import pytest

from premierectl.storage.conflict_copies import conflict_copies

SAY_SO = [
    "watchlist.sync-conflict-20261126-120000-ABCDEFG.json",
    "watchlist (Ann's conflicted copy 2026-11-26).json",
    "watchlist (Ann's conflicted copy 2026-11-26 (1)).json",
    "watchlist (conflicted copy 2026-11-26 120000).json",
    "watchlist_conflict-20261126-120000.json",
]
PERHAPS = ["watchlist-DESKTOP-1A2B3C.json", "watchlist-old-laptop.json", "watchlist-copyshop.json"]
NONE = [
    "watchlist.json", "watchlist.json.bak", "watchlist (1).json", "watchlists.json", "watchlist-.json",
    "watchlist-backup.json", "watchlist-backup-2026.json", "watchlist-bak.json", "watchlist-copy.json",
    "other.sync-conflict-20261126-120000-ABCDEFG.json", "watchlist.sync-conflict-20261126.txt",
]  # fmt: skip


def test_copies_are_told_by_the_names_that_each_program_gives_them(tmp_path: Path) -> None:
    for name in (*SAY_SO, *PERHAPS, *NONE):
        (tmp_path / name).write_bytes(b"")
    plain, perhaps = conflict_copies(tmp_path / "watchlist.json")
    assert plain == sorted(tmp_path / name for name in SAY_SO)
    assert perhaps == sorted(tmp_path / name for name in PERHAPS)


def test_beside_what_a_link_leads_to_there_may_be_copies_too(tmp_path: Path) -> None:
    synced, home = tmp_path / "synced", tmp_path / "home"
    for folder in (synced, home):
        folder.mkdir()
    (synced / "mine.json").write_bytes(b"")
    copy = synced / "mine.sync-conflict-20261126-120000-ABCDEFG.json"
    copy.write_bytes(b"")
    (home / "watchlist.json").symlink_to(synced / "mine.json")
    beside = home / "watchlist (conflicted copy 2026-11-26 120000).json"
    beside.write_bytes(b"")
    assert conflict_copies(home / "watchlist.json") == ([beside, copy], [])


@pytest.mark.parametrize("folder", ["none", "file"])
def test_where_no_folder_can_be_read_there_are_none(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert conflict_copies(tmp_path / folder / "watchlist.json") == ([], [])
