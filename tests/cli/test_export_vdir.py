"""``export vdir``: a file for each event; only what changed is touched, and only what is ours."""

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest

from premierectl.errors import FileAccessError
from premierectl.storage.vdir import vdir_name
from tests.conftest import Hold, Run, Write, can_mount

Aurora = Callable[..., None]

FIRST, SECOND, THIRD = (f"aurora-{each}@premierectl.ics" for each in ("s1", "s1e2", "s2"))
LABELS = ["color", "displayname"]
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//premierectl//premierectl//EN
BEGIN:VEVENT
SUMMARY:Aurora season 1 (E1)
DTSTART;VALUE=DATE:20270107
DTEND;VALUE=DATE:20270108
DTSTAMP:20261101T000000Z
UID:aurora-s1@premierectl
SEQUENCE:0
DESCRIPTION:weekly\\, 2 episodes
LAST-MODIFIED:20261101T000000Z
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def aurora(write: Write) -> Aurora:
    """State the seasons of a show: of the first the premiere and more, then those behind it."""

    def state(premiere: str | None = "2027-01-07", *further: str, **fields: Any) -> None:
        first = {"number": 1, "release": "weekly", "episodes": 2, "premiere": premiere, **fields}
        seasons = [first] if premiere else []
        seasons += [{"number": n, "premiere": day} for n, day in enumerate(further, start=2)]
        for season in seasons:
            season["sources"] = [{"checked": "2026-11-01"}]
        show = {"id": "aurora", "title": "Aurora", "seasons": seasons}
        write("config/shows.json", {"format": 1, "shows": [show]})

    state()
    return state


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "premieres"


def files_in(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every name in a folder, with its bytes, its inode and its time."""
    return {
        each.name: (each.read_bytes(), each.stat().st_ino, each.stat().st_mtime_ns)
        for each in folder.iterdir()
    }


def names(folder: Path) -> list[str]:
    return sorted(files_in(folder))


def starts(folder: Path) -> dict[str, Any]:
    """The first day of the event of each file."""
    found = {}
    for path in folder.glob("*.ics"):
        (event,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert vdir_name(str(event["uid"])) == path.name
        found[path.name] = event.decoded("dtstart").isoformat()
    return found


def test_a_file_an_event_letter_by_letter(run: Run, aurora: Aurora, folder: Path) -> None:
    result = run("export", "vdir", str(folder), "aurora")
    assert (result.code, result.out) == (0, "")
    assert result.err == f"premierectl: 2 events in {folder}: 2 written\n"
    assert names(folder) == sorted([FIRST, SECOND, *LABELS])
    assert (folder / FIRST).read_bytes().decode() == EVENT.replace("\n", "\r\n")
    assert (folder / "displayname").read_text() == "Premieres"
    assert (folder / "color").read_text() == "#8250DF"


def test_each_event_is_that_of_the_calendar(run: Run, folder: Path) -> None:
    run("watchlist", "add", "only-murders", "pitt", "--note", "with Sam")
    run("watchlist", "remind", "Rewatch Silo", "2027-01-10")
    words = ["--include-vague", "--alarm", "1d", "--within", "60"]
    whole = run("export", "ics", *words).out
    assert run("export", "vdir", str(folder), *words).code == 0
    events = [
        path.read_bytes().decode().partition("BEGIN:VEVENT")[2].removesuffix("END:VCALENDAR\r\n")
        for path in folder.glob("*.ics")
    ]
    assert sorted(events) == sorted(
        f"{each.removesuffix('END:VCALENDAR' + chr(13) + chr(10))}"
        for each in whole.split("BEGIN:VEVENT")[1:]
    )
    text = "".join(events).replace("\r\n ", "")
    for part in ("SUMMARY:Rewatch Silo", "with Sam", "TRIGGER:-P1D", "STATUS:TENTATIVE"):
        assert part in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("aurora --premieres", [FIRST]),
        ("aurora:s1e2", [SECOND]),
        ("aurora --past --now 2027-01-08", [FIRST, SECOND]),
        ("aurora --now 2027-01-08", [SECOND]),
        ("--all --within 50 --genre none-of-ours", []),
    ],
)
def test_words_and_filters_are_those_of_the_calendar(
    run: Run, aurora: Aurora, folder: Path, words: str, expected: list[str]
) -> None:
    calendar = run("export", "ics", *words.split())
    result = run("export", "vdir", str(folder), *words.split())
    assert result.code == calendar.code
    assert (sorted(starts(folder)) if folder.exists() else []) == expected


def test_what_did_not_change_is_not_touched(run: Run, aurora: Aurora, folder: Path) -> None:
    aurora("2027-01-07", "2028-01-07")
    run("export", "vdir", str(folder), "aurora")
    before, of_folder = files_in(folder), folder.stat().st_mtime_ns
    result = run("export", "vdir", str(folder), "aurora", "--now", "2026-11-24")
    assert result.err == f"premierectl: 3 events in {folder}: nothing changed\n"
    assert (files_in(folder), folder.stat().st_mtime_ns) == (before, of_folder)
    aurora("2027-01-07", "2028-01-08")
    result = run("export", "vdir", str(folder), "aurora", "--now", "2026-11-25T10:00Z")
    assert result.err == f"premierectl: 3 events in {folder}: 1 written\n"
    after = files_in(folder)
    assert {name for name in after if after[name] != before[name]} == {THIRD}
    assert b"SEQUENCE:1\r\n" in after[THIRD][0]
    assert b"LAST-MODIFIED:20261125T100000Z\r\n" in after[THIRD][0]


def test_what_is_withdrawn_goes_and_comes_back(run: Run, aurora: Aurora, folder: Path) -> None:
    aurora("2027-01-07", "2028-01-07")
    run("export", "vdir", str(folder), "aurora")
    aurora("2027-01-07")
    result = run("export", "vdir", str(folder), "aurora")
    assert result.err == f"premierectl: 2 events in {folder}: 1 removed\n"
    assert sorted(starts(folder)) == [FIRST, SECOND]
    aurora("2027-01-07", "2028-02-07")
    assert run("export", "vdir", str(folder), "aurora").code == 0
    assert starts(folder)[THIRD] == "2028-02-07"
    assert b"SEQUENCE:1\r\n" in (folder / THIRD).read_bytes()


def test_what_is_withdrawn_and_was_deleted_is_forgotten(
    run: Run, aurora: Aurora, folder: Path
) -> None:
    run("export", "vdir", str(folder), "aurora")
    (folder / FIRST).unlink()
    result = run("export", "vdir", str(folder), "aurora:s1e2")
    assert result.err == f"premierectl: 1 event in {folder}: nothing changed\n"
    (folder / FIRST).write_bytes(b"theirs")
    again = run("export", "vdir", str(folder), "aurora:s1e2")
    assert again.err == f"premierectl: 1 event in {folder}: nothing changed\n"


def test_where_nothing_is_left_all_of_ours_goes_and_it_is_said(
    run: Run, aurora: Aurora, folder: Path
) -> None:
    folder.mkdir()
    (folder / "mine.ics").write_bytes(b"mine")
    run("export", "vdir", str(folder), "aurora")
    result = run("export", "vdir", str(folder), "aurora", "--within", "5")
    assert (result.code, result.err) == (
        1,
        f"premierectl: 0 events in {folder}: 2 removed\n"
        "premierectl: nothing upcoming passes these filters\n",
    )
    assert names(folder) == ["color", "displayname", "mine.ics"]
    again = run("export", "vdir", str(folder), "aurora", "--within", "5")
    assert (again.code, again.err) == (1, "premierectl: nothing upcoming passes these filters\n")


def test_an_empty_watchlist_takes_nothing_away(run: Run, aurora: Aurora, folder: Path) -> None:
    run("watchlist", "add", "aurora")
    run("export", "vdir", str(folder))
    before = files_in(folder)
    run("watchlist", "remove", "aurora")
    result = run("export", "vdir", str(folder))
    assert (result.code, result.err) == (
        1,
        "premierectl: the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
        "or export the whole catalogue with --all\n",
    )
    assert files_in(folder) == before


def test_labels_of_others_stay_and_ours_come_once(run: Run, aurora: Aurora, folder: Path) -> None:
    folder.mkdir()
    (folder / "displayname").write_text("Television")
    run("export", "vdir", str(folder), "aurora")
    assert (folder / "displayname").read_text() == "Television"
    (folder / "color").unlink()
    run("export", "vdir", str(folder), "aurora", "--alarm", "1d")
    assert names(folder) == sorted([FIRST, SECOND, "displayname"])


def test_a_file_that_was_deleted_is_written_again(run: Run, aurora: Aurora, folder: Path) -> None:
    run("export", "vdir", str(folder), "aurora")
    before = (folder / FIRST).read_bytes()
    (folder / FIRST).unlink()
    result = run("export", "vdir", str(folder), "aurora")
    assert result.err == f"premierectl: 2 events in {folder}: 1 written\n"
    assert (folder / FIRST).read_bytes() == before
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert run("export", "vdir", str(folder), "aurora").code == 0
    assert names(folder) == sorted([FIRST, SECOND, *LABELS])


def test_what_somebody_else_changed_is_left_alone_and_said(
    run: Run, aurora: Aurora, folder: Path
) -> None:
    run("export", "vdir", str(folder), "aurora")
    text = (folder / FIRST).read_bytes()
    theirs = text.replace(b"SUMMARY:Aurora", b"SUMMARY:My Aurora")
    (folder / FIRST).write_bytes(theirs)
    aurora("2027-02-07")
    result = run("export", "vdir", str(folder), "aurora")
    assert (result.code, result.err) == (
        0,
        f"premierectl: 2 events in {folder}: 1 written\n"
        f"premierectl: 1 file in {folder} is not as premierectl wrote it and is left alone: "
        f"{FIRST}; delete it to have what premierectl writes\n",
    )
    assert (folder / FIRST).read_bytes() == theirs
    gone = run("export", "vdir", str(folder), "aurora:s1e2")
    assert (gone.code, gone.err) == (
        0,
        f"premierectl: 1 event in {folder}: nothing changed\n"
        f"premierectl: 1 file in {folder} is not as premierectl wrote it and is left alone: "
        f"{FIRST}; premierectl no longer exports it; delete it to be rid of it\n",
    )
    assert (folder / FIRST).read_bytes() == theirs
    (folder / FIRST).unlink()
    assert run("export", "vdir", str(folder), "aurora").code == 0
    assert starts(folder)[FIRST] == "2027-02-07"


def test_what_is_put_back_as_it_was_is_ours_again(run: Run, aurora: Aurora, folder: Path) -> None:
    run("export", "vdir", str(folder), "aurora")
    text = (folder / FIRST).read_bytes()
    (folder / FIRST).write_bytes(b"")
    aurora("2027-02-07")
    run("export", "vdir", str(folder), "aurora")
    assert (folder / FIRST).read_bytes() == b""
    (folder / FIRST).write_bytes(text)
    assert run("export", "vdir", str(folder), "aurora").code == 0
    assert starts(folder)[FIRST] == "2027-02-07"


def make_folder(path: Path) -> None:
    path.mkdir()


def make_link(path: Path) -> None:
    path.symlink_to("elsewhere.ics")


def make_larger_than_any_of_ours(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(512 * 1024 * 1024 + 1)


@pytest.mark.parametrize(
    "make",
    [make_folder, make_link, os.mkfifo, make_larger_than_any_of_ours, Path.touch],
    ids=["folder", "link", "pipe", "large", "empty"],
)
def test_whatever_has_that_name_already_is_left_alone(
    run: Run, aurora: Aurora, folder: Path, make: Callable[[Path], object]
) -> None:
    folder.mkdir()
    make(folder / FIRST)
    before = (folder / FIRST).lstat()
    for _ in range(2):
        result = run("export", "vdir", str(folder), "aurora")
        assert result.code == 0
        assert f"is left alone: {FIRST}; delete it to have" in result.err
    assert (folder / FIRST).lstat() == before
    assert not (folder / "elsewhere.ics").exists()


def test_many_files_of_others_are_counted_and_some_named(
    run: Run, folder: Path, write: Write
) -> None:
    shows = [
        {"id": f"a{n}", "title": f"A{n}", "seasons": [{"number": 1, "premiere": "2027-01-07"}]}
        for n in range(7)
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    folder.mkdir()
    for show in shows:
        (folder / f"{show['id']}-s1@premierectl.ics").touch()
    result = run("export", "vdir", str(folder), *(str(show["id"]) for show in shows))
    named = ", ".join(f"a{n}-s1@premierectl.ics" for n in range(5))
    assert result.err.splitlines()[1] == (
        f"premierectl: 7 files in {folder} are not as premierectl wrote them and are left alone: "
        f"{named}, 2 more; delete them to have what premierectl writes"
    )


def test_what_was_forgotten_is_known_again_by_its_very_bytes(
    run: Run, aurora: Aurora, folder: Path, home: Path
) -> None:
    run("export", "vdir", str(folder), "aurora")
    for path in (home / "state" / "vdirs").iterdir():
        path.write_text("{broken")
    before = files_in(folder)
    result = run("export", "vdir", str(folder), "aurora")
    assert result.err == f"premierectl: 2 events in {folder}: nothing changed\n"
    assert files_in(folder) == before
    aurora("2027-02-07")
    assert run("export", "vdir", str(folder), "aurora").code == 0
    assert starts(folder) == {FIRST: "2027-02-07", SECOND: "2027-02-14"}


def test_what_was_forgotten_and_is_otherwise_by_now_is_left_alone(
    run: Run, aurora: Aurora, folder: Path, home: Path
) -> None:
    run("export", "vdir", str(folder), "aurora")
    for path in (home / "state" / "vdirs").iterdir():
        path.unlink()
    aurora("2027-02-07")
    before = files_in(folder)
    result = run("export", "vdir", str(folder), "aurora")
    assert "2 files in" in result.err
    assert files_in(folder) == before


def test_two_folders_are_independent(
    run: Run, aurora: Aurora, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    run("export", "vdir", str(folder), "aurora")
    aurora("2027-02-07")
    run("export", "vdir", str(other), "aurora:s1e2")
    assert starts(folder) == {FIRST: "2027-01-07", SECOND: "2027-01-14"}
    assert starts(other) == {SECOND: "2027-02-14"}
    result = run("export", "vdir", str(folder), "aurora")
    assert result.err == f"premierectl: 2 events in {folder}: 2 written\n"
    assert starts(folder) == {FIRST: "2027-02-07", SECOND: "2027-02-14"}
    assert (folder / SECOND).read_bytes() == (other / SECOND).read_bytes()


def test_another_choice_of_shows_elsewhere_changes_nothing_here(
    run: Run, folder: Path, tmp_path: Path, write: Write
) -> None:
    season = {"number": 1, "premiere": "2027-01-07"}
    shows = [
        {"id": each, "title": "Aurora", "country": each[-2:].upper(), "seasons": [season]}
        for each in ("aurora-us", "aurora-gb")
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    both = tmp_path / "both"
    for place in (folder, both):
        run(
            "export",
            "vdir",
            str(place),
            "id:aurora-us",
            *(["id:aurora-gb"] if place == both else []),
        )
    name = "aurora-us-s1@premierectl.ics"
    assert b"SUMMARY:Aurora season 1\r\n" in (folder / name).read_bytes()
    assert b"SUMMARY:Aurora (US) season 1\r\n" in (both / name).read_bytes()
    alone, together = files_in(folder), files_in(both)
    for _ in range(2):
        run("export", "vdir", str(folder), "id:aurora-us")
        run("export", "vdir", str(both), "id:aurora-us", "id:aurora-gb")
        run("export", "ics", "id:aurora-us", "id:aurora-gb")
    assert (files_in(folder), files_in(both)) == (alone, together)


def test_a_folder_by_two_names_is_one_folder(
    run: Run, aurora: Aurora, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    run("export", "vdir", str(tmp_path / "link"), "aurora")
    aurora("2027-02-07")
    monkeypatch.chdir(tmp_path)
    assert run("export", "vdir", "premieres", "aurora").err == (
        "premierectl: 2 events in premieres: 2 written\n"
    )


def test_a_name_that_is_too_long_for_a_file_is_a_digest(
    run: Run, folder: Path, write: Write
) -> None:
    show = {
        "id": "a" * 250,
        "title": "Aurora",
        "seasons": [{"number": 1, "premiere": "2027-01-07"}],
    }
    write("config/shows.json", {"format": 1, "shows": [show]})
    assert run("export", "vdir", str(folder), "Aurora").code == 0
    (name,) = starts(folder)
    assert len(name) == 64 + len("@premierectl.ics")
    assert run("export", "vdir", str(folder), "Aurora", "--alarm", "1d").err == (
        f"premierectl: 1 event in {folder}: 1 written\n"
    )


def test_modes_are_those_of_new_files_and_stay(run: Run, aurora: Aurora, folder: Path) -> None:
    before = os.umask(0o027)
    try:
        run("export", "vdir", str(folder), "aurora")
        (folder / FIRST).chmod(0o604)
        aurora("2027-02-07")
        run("export", "vdir", str(folder), "aurora")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((folder / name).stat().st_mode) for name in (".", FIRST, SECOND)]
    assert modes == [0o700, 0o604, 0o640]


def test_what_root_writes_belongs_to_whom_the_folder_belongs(
    run: Run, aurora: Aurora, folder: Path
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    folder.mkdir()
    os.chown(folder, 4321, 4321)
    run("export", "vdir", str(folder), "aurora")
    assert {each.stat().st_uid for each in folder.iterdir()} == {4321}


def test_abandoned_drafts_of_ours_are_swept_and_no_others(
    run: Run, aurora: Aurora, folder: Path
) -> None:
    folder.mkdir()
    drafts = [f".{FIRST}.0a1b2c3d.tmp", f".{FIRST}.4e5f6a7b.tmp", f".{FIRST}.tmp", "x.tmp"]
    for name in drafts:
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (0, 0))
    (folder / drafts[1]).touch()
    run("export", "vdir", str(folder), "aurora")
    assert [name for name in names(folder) if name.endswith(".tmp")] == sorted(drafts[1:])


def test_a_missing_folder_above_is_said(run: Run, aurora: Aurora, home: Path, folder: Path) -> None:
    result = run("export", "vdir", str(folder / "a"), "aurora")
    assert (result.code, result.out, result.err) == (
        73,
        "",
        f"premierectl: {folder}/a cannot be made: there is no folder {folder}; make that first\n",
    )
    assert not (home / "state" / "vdirs").exists()


def test_a_file_is_no_folder(run: Run, aurora: Aurora, folder: Path) -> None:
    folder.write_bytes(b"old")
    result = run("export", "vdir", str(folder), "aurora")
    assert (result.code, result.err) == (73, f"premierectl: {folder} is not a folder; name one\n")
    below = run("export", "vdir", str(folder / "a"), "aurora")
    assert (below.code, below.err) == (
        73,
        f"premierectl: {folder}/a cannot be made: there is no folder {folder}; make that first\n",
    )
    assert folder.read_bytes() == b"old"


def test_a_folder_is_asked_for(run: Run) -> None:
    result = run("export", "vdir")
    assert (result.code, result.err) == (
        2,
        "premierectl: DIR is missing; see premierectl export vdir --help\n",
    )


def test_an_empty_name_is_not_the_folder_one_is_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("export", "vdir", "", "--all")
    assert (result.code, result.err) == (2, "premierectl: DIR is empty; name a folder\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["--json", "--tsv", "--plain"])
def test_a_vdir_has_one_form(run: Run, folder: Path, words: str) -> None:
    result = run("export", "vdir", str(folder), "--all", words)
    assert (result.code, result.err) == (
        2,
        f"premierectl: export vdir has one form; leave {words} out; see premierectl export vdir --help\n",
    )
    assert not folder.exists()


def test_a_bad_alarm_changes_nothing(run: Run, aurora: Aurora, folder: Path) -> None:
    result = run("export", "vdir", str(folder), "aurora", "--alarm", "soon")
    assert (result.code, folder.exists()) == (2, False)


def test_where_nothing_can_be_remembered_nothing_is_written(
    run: Run, aurora: Aurora, home: Path, folder: Path
) -> None:
    (home / "state").write_text("no folder")
    result = run("export", "vdir", str(folder), "aurora")
    assert result.code == 73
    assert result.err.startswith(f"premierectl: {home}/state/locks cannot be made: ")
    assert not folder.exists()


def test_another_export_into_the_folder_is_waited_for(
    run: Run, aurora: Aurora, home: Path, folder: Path, hold: Hold
) -> None:
    run("export", "vdir", str(folder), "aurora")
    (lock,) = (
        each for each in (home / "state" / "locks").glob("vdir-*") if "told" not in each.name
    )
    hold(lock)
    before = files_in(folder)
    aurora("2027-02-07")
    result = run("export", "vdir", str(folder), "aurora", PREMIERECTL_LOCK_SECONDS="0.2")
    assert (result.code, files_in(folder)) == (75, before)
    assert result.err == (
        f"premierectl: another premierectl has held {lock} for 0.2 s; try again when it is done\n"
    )


def test_on_a_full_disk_what_stood_stands_and_the_next_export_goes_on(
    run: Run, small_disk: Path, aurora: Aurora, tmp_path: Path
) -> None:
    home, folder = tmp_path / "elsewhere", small_disk / "cal"
    (home / "config").mkdir(parents=True)
    shutil.move(small_disk / "config" / "shows.json", home / "config")
    words = ("export", "vdir", str(folder), "aurora", "--past")
    assert run(*words, PREMIERECTL_HOME=str(home)).code == 0
    before = files_in(folder)
    rest = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"x" * (rest.f_bavail * rest.f_bsize))
    alarm = ("--alarm", "1d")
    result = run(*words, *alarm, PREMIERECTL_HOME=str(home))
    assert (result.code, result.err) == (
        74,
        f"premierectl: {folder}/{FIRST} cannot be written: no space left on device; "
        "0 of 2 changes were made, export again when that is mended\n",
    )
    assert files_in(folder) == before
    (small_disk / "filler").unlink()
    result = run(*words, *alarm, PREMIERECTL_HOME=str(home))
    assert result.err == f"premierectl: 2 events in {folder}: 2 written\n"
    assert names(folder) == sorted(before)


def test_in_a_folder_that_cannot_be_written_all_stands(
    run: Run, aurora: Aurora, folder: Path
) -> None:
    run("export", "vdir", str(folder), "aurora")
    before = files_in(folder)
    if not can_mount("--bind", str(folder), str(folder)):
        pytest.skip("only root may mount a folder read-only; injected faults cover the same lines")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        unchanged = run("export", "vdir", str(folder), "aurora")
        assert unchanged.err == f"premierectl: 2 events in {folder}: nothing changed\n"
        result = run("export", "vdir", str(folder), "aurora:s1e2")
        assert (result.code, result.err) == (
            73,
            f"premierectl: {folder}/{FIRST} cannot be removed: read-only file system; "
            "0 of 1 changes were made, export again when that is mended\n",
        )
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    assert files_in(folder) == before


def test_a_fault_on_the_way_says_how_far_it_came_and_the_rest_comes_next(
    run: Run, aurora: Aurora, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "vdir", str(folder), "aurora")
    aurora("2027-02-07", "2028-01-07")
    real = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target.name == SECOND:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        result = run("export", "vdir", str(folder), "aurora")
    assert (result.code, result.err) == (
        74,
        f"premierectl: {folder}/{SECOND} cannot be written: input/output error; "
        "1 of 3 changes were made, export again when that is mended\n",
    )
    assert starts(folder) == {FIRST: "2027-02-07", SECOND: "2027-01-14"}
    result = run("export", "vdir", str(folder), "aurora")
    assert result.err == f"premierectl: 3 events in {folder}: 2 written\n"
    assert starts(folder) == {FIRST: "2027-02-07", SECOND: "2027-02-14", THIRD: "2028-01-07"}
    assert names(folder) == sorted([FIRST, SECOND, THIRD, *LABELS])


def test_on_a_disk_without_hard_links_new_files_come_too(
    run: Run, aurora: Aurora, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    assert run("export", "vdir", str(folder), "aurora").code == 0
    assert names(folder) == sorted([FIRST, SECOND, *LABELS])


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_file_of_somebody_who_was_quicker_stays(
    run: Run, aurora: Aurora, folder: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    real = os.link

    def late(draft: Path, path: Path) -> None:
        if Path(path).name == FIRST:
            Path(path).write_bytes(b"theirs")
        if not has_links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        real(draft, path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", late)
        result = run("export", "vdir", str(folder), "aurora")
    assert result.err.startswith(f"premierectl: 2 events in {folder}: 1 written\n")
    assert f"is left alone: {FIRST}; delete it to have" in result.err
    assert (folder / FIRST).read_bytes() == b"theirs"
    assert names(folder) == sorted([FIRST, SECOND, *LABELS])


@pytest.mark.parametrize("becomes", [b"theirs", None])
def test_what_somebody_changes_at_the_last_moment_stays(
    run: Run,
    aurora: Aurora,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    becomes: bytes | None,
) -> None:
    aurora("2027-01-07", "2028-01-07")
    run("export", "vdir", str(folder), "aurora")
    real, drafts = os.fsync, list[str]()

    def meddle() -> None:
        for name in (FIRST, THIRD):
            if becomes is None:
                (folder / name).unlink(missing_ok=True)
            else:
                (folder / name).write_bytes(becomes)

    def late(descriptor: int) -> None:
        drafts.extend(each.name for each in folder.glob("*.tmp"))
        if len(drafts) == 1:
            meddle()
        real(descriptor)

    aurora("2027-02-07")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", late)
        result = run("export", "vdir", str(folder), "aurora")
    assert result.code == 0
    if becomes is None:
        assert starts(folder) == {FIRST: "2027-02-07", SECOND: "2027-02-14"}
        return
    assert [(folder / name).read_bytes() for name in (FIRST, THIRD)] == [b"theirs", b"theirs"]
    assert result.err == (
        f"premierectl: 2 events in {folder}: 1 written\n"
        f"premierectl: 1 file in {folder} is not as premierectl wrote it and is left alone: "
        f"{FIRST}; delete it to have what premierectl writes\n"
        f"premierectl: 1 file in {folder} is not as premierectl wrote it and is left alone: "
        f"{THIRD}; premierectl no longer exports it; delete it to be rid of it\n"
    )


def test_a_file_that_vanishes_while_it_is_looked_at_is_none(
    run: Run, aurora: Aurora, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "vdir", str(folder), "aurora")
    real = os.open

    def vanish(path: Any, *rest: Any, **more: Any) -> int:
        if Path(path).name == FIRST:
            Path(path).unlink(missing_ok=True)
        return real(path, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", vanish)
        result = run("export", "vdir", str(folder), "aurora")
    assert result.err == f"premierectl: 2 events in {folder}: 1 written\n"
    assert sorted(starts(folder)) == [FIRST, SECOND]


def test_a_file_that_cannot_be_read_is_said(
    run: Run, aurora: Aurora, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "vdir", str(folder), "aurora")
    before = files_in(folder)

    def fail(path: Path, *_: object) -> bytes:
        raise FileAccessError(f"{path} cannot be read: input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("premierectl.storage.files.read", fail)
        result = run("export", "vdir", str(folder), "aurora", "--alarm", "1d")
    assert result.code == 74
    assert files_in(folder) == before


def test_a_link_of_another_in_a_shared_folder_is_not_followed(
    run: Run, aurora: Aurora, tmp_path: Path, folder: Path
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a link of somebody else's")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    os.chown(shared, 4321, -1)
    folder.mkdir()
    (shared / "cal").symlink_to(folder)
    os.chown(shared / "cal", 1234, -1, follow_symlinks=False)
    result = run("export", "vdir", str(shared / "cal"), "aurora")
    assert (result.code, result.err) == (
        74,
        f"premierectl: {shared}/cal is somebody else's link in a folder that all may write to; "
        "it is not followed, name another place\n",
    )
    assert names(folder) == []
