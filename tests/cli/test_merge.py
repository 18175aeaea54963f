"""``watchlist merge``: another machine's watchlist united with one's own, by the words of the command."""

import json
import os
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Hold, Run, Write

LISTED = ["watchlist", "list", "--format", "{title}"]


def kept(home: Path) -> list[str]:
    """The shows in the watchlist's file."""
    document = json.loads((home / "data" / "watchlist.json").read_text())
    return [entry["id"] for entry in document["shows"]]


@pytest.fixture
def laptop(run: Run, home: Path, tmp_path: Path) -> Path:
    """Another machine's watchlist: it had the same shows, removed one, added and noted one."""
    run("watchlist", "add", "pitt", "silo", "severance")
    there = tmp_path / "laptop"
    shutil.copytree(home, there)
    run("watchlist", "remove", "pitt", PREMIERECTL_HOME=str(there))
    run("watchlist", "add", "doctor-who", "--note", "with Sam", PREMIERECTL_HOME=str(there))
    run("watchlist", "add", "heartstopper")
    run("watchlist", "remove", "silo")
    return there / "data" / "watchlist.json"


def test_adds_of_both_stay_and_removes_of_both_hold(run: Run, home: Path, laptop: Path) -> None:
    result = run("watchlist", "merge", str(laptop))
    assert (result.code, result.err) == (0, "")
    assert result.out == f"removed\tthe-pitt\t\t{laptop}\nadded\tdoctor-who\t\t{laptop}\n"
    assert kept(home) == ["doctor-who", "heartstopper", "severance"]


def test_one_undo_takes_the_merge_back_whole(run: Run, home: Path, laptop: Path) -> None:
    path = home / "data" / "watchlist.json"
    before = path.read_bytes()
    run("watchlist", "merge", str(laptop))
    assert run("watchlist", "undo").code == 0
    assert path.read_bytes() == before
    assert run("watchlist", "merge", str(laptop)).out.count("\n") == 2


def test_merging_twice_is_harmless(run: Run, home: Path, laptop: Path) -> None:
    run("watchlist", "merge", str(laptop))
    again = run("watchlist", "merge", str(laptop))
    assert (again.code, again.out) == (0, "")
    assert again.err == f"premierectl: the watchlist has all that {laptop} holds\n"
    run("watchlist", "remove", "doctor-who")
    assert run("watchlist", "merge", str(laptop)).out == ""
    assert kept(home) == ["heartstopper", "severance"]


def test_a_person_is_told_in_words(run: Run, laptop: Path) -> None:
    result = run("watchlist", "merge", str(laptop), terminal=True)
    assert result.out == "The Pitt is followed no longer\nDoctor Who is followed now\n"


def test_a_dry_run_says_the_same_and_changes_nothing(run: Run, home: Path, laptop: Path) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    result = run("watchlist", "merge", "--dry-run", str(laptop))
    assert result.err == "premierectl: nothing was changed; without --dry-run it is done\n"
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before
    assert run("watchlist", "merge", str(laptop)).out == result.out


def test_a_script_gets_an_item_for_each_line(run: Run, laptop: Path) -> None:
    document = json.loads(run("watchlist", "merge", "--json", str(laptop)).out)
    assert document["command"] == "watchlist merge"
    assert document["items"][1] == {
        "file": str(laptop),
        "outcome": "added",
        "show_id": "doctor-who",
        "season": None,
        "part": None,
        "message": "Doctor Who is followed now",
    }


def listed(*lines: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"format": 1, "shows": list(lines), **rest}


def test_several_files_are_merged_one_after_the_other(run: Run, write: Write, home: Path) -> None:
    write("data/watchlist.json", listed({"id": "silo"}))
    one = write("one.json", listed({"id": "the-pitt"}))
    two = write("two.json", listed({"id": "the-pitt", "note": "n"}, {"id": "andor", "season": 2}))
    result = run("watchlist", "merge", str(one), str(two), terminal=True)
    assert result.out == (
        "the-pitt is followed now\nthe-pitt: its note changed\nAndor season 2 is followed now\n"
    )
    assert kept(home) == ["andor", "silo", "the-pitt"]
    run("watchlist", "undo")
    assert kept(home) == ["silo"]


def test_without_a_list_of_ones_own_the_other_becomes_it(
    run: Run, write: Write, home: Path
) -> None:
    other = write("other.json", listed({"id": "silo", "rating": 5}, owner="me"))
    assert run("watchlist", "merge", str(other)).out == f"added\tsilo\t\t{other}\n"
    assert json.loads((home / "data" / "watchlist.json").read_text()) == json.loads(
        other.read_text()
    )


@pytest.mark.parametrize(
    ("later", "message"),
    [
        ("ours", "its 'rating' changed; both sides changed its note, and 'there' gave way"),
        ("theirs", "its note and 'rating' changed; both sides changed its note, and 'here' gave way"),
    ],
)  # fmt: skip
def test_of_two_notes_that_of_the_later_file_holds_and_the_other_is_told(
    run: Run, write: Write, later: str, message: str
) -> None:
    path = write("data/watchlist.json", listed({"id": "silo", "note": "here"}))
    other = write("other.json", listed({"id": "silo", "note": "there", "rating": 5}))
    os.utime(path if later == "ours" else other, (2_000_000_000, 2_000_000_000))
    result = run("watchlist", "merge", str(other), terminal=True)
    assert result.out == f"Silo: {message}\n"
    note = "here" if later == "ours" else "there"
    assert json.loads(path.read_text())["shows"] == [{"id": "silo", "note": note, "rating": 5}]


def test_a_season_that_the_other_side_hides_is_muted_here_too(run: Run, write: Write) -> None:
    write("data/watchlist.json", listed({"id": "silo"}))
    other = write(
        "other.json", listed({"id": "silo"}, {"id": "silo", "season": 2, "muted": "always"})
    )
    result = run("watchlist", "merge", str(other), terminal=True)
    assert result.out == "Silo season 2 is muted now\n"


def test_what_one_side_removed_and_the_other_changed_stays(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "silo")
    other = home / "other.json"
    shutil.copy(home / "data" / "watchlist.json", other)
    other.write_text(other.read_text().replace('"silo", ', '"silo", "note": "n", '))
    run("watchlist", "remove", "silo")
    result = run("watchlist", "merge", str(other), terminal=True)
    assert result.out == "Silo stays: one side removed it, the other changed it\n"
    assert kept(home) == ["silo", "the-pitt"]


def test_reminders_are_merged_too(run: Run, write: Write, home: Path) -> None:
    def days(**dates: str) -> list[dict[str, str]]:
        return [{"text": text, "date": day} for text, day in dates.items()]

    silo = {"id": "silo"}
    path = write(
        "data/watchlist.json", listed(silo, reminders=days(Silo="2026-12-01", Dune="2027"))
    )
    run("watchlist", "add", "pitt")
    other = write("other.json", listed(silo, reminders=days(Silo="2026-12-05", Andor="2027")))
    result = run("watchlist", "merge", str(other), terminal=True)
    assert result.out == (
        "The reminder 'Silo' has another day\n"
        "The reminder 'Andor' is set\n"
        "The reminder 'Dune' is gone\n"
    )
    reminders = json.loads(path.read_text())["reminders"]
    assert reminders == days(Silo="2026-12-05", Andor="2027")


BROKEN = [
    (b"", 65, "is empty"),
    (b"{", 65, 'a key in "double quotes" is missing here'),
    (b'{"format": 1, "shows": [{"id": 5}]}', 65, "shows[0].id: expected `str`, got `int`"),
    (b'{"format": 1, "shows": [{"id": "a", "note": "x", "note": "y"}]}', 65, "note stands twice"),
    (b'{"format": 2, "shows": [{"id": "a"}]}', 65, "has format 2, this premierectl writes format 1"),
    (b"<<<<<<< HEAD\n", 65, "holds two sides of a merge that git could not join"),
]  # fmt: skip


@pytest.mark.parametrize("place", ["data/watchlist.json", "other.json"])
@pytest.mark.parametrize(("data", "code", "message"), BROKEN)
def test_what_is_broken_or_newer_changes_nothing(
    run: Run, write: Write, home: Path, place: str, data: bytes, code: int, message: str
) -> None:
    write("data/watchlist.json", listed({"id": "silo"}))
    good, other = write("good.json", listed({"id": "andor"})), home / "other.json"
    write("other.json", listed({"id": "the-pitt"}))
    broken = write(place, data)
    before = (home / "data" / "watchlist.json").read_bytes()
    result = run("watchlist", "merge", str(good), str(other))
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"premierectl: {broken}")
    assert message in result.err
    assert (home / "data" / "watchlist.json").read_bytes() == before
    assert not (home / "state" / "versions").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ([], 2, "name the watchlist to merge: premierectl watchlist merge FILE"),
        (["--conflict", "--git"], 2, "--conflict, --git and --install-git cannot be used together; choose one"),
        (["--dry-run", "--git"], 2, "--dry-run goes with files or --conflict"),
        (["--dry-run", "--install-git"], 2, "--dry-run goes with files or --conflict"),
        (["--git", "a", "b"], 2, "--git takes three files, as git gives them: BASE OURS THEIRS"),
        (["--install-git", "a", "b"], 2, "--install-git takes one repository at a time"),
        (["--conflict", "a"], 2, "--conflict takes no FILE: it is about the watchlist itself"),
        (["/nowhere/at/all"], 74, "/nowhere/at/all cannot be read: there is no such file"),
    ],
)  # fmt: skip
def test_words_that_ask_for_nothing_are_refused(
    run: Run, home: Path, words: list[str], code: int, message: str
) -> None:
    result = run("watchlist", "merge", *words)
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {message}\n")
    assert not (home / "data").exists()


def test_a_merge_waits_for_the_lock(run: Run, write: Write, home: Path, hold: Hold) -> None:
    other = write("other.json", listed({"id": "silo"}))
    hold(home / "state" / "locks" / "watchlist.lock")
    result = run("watchlist", "merge", str(other), PREMIERECTL_LOCK_SECONDS="0")
    assert (result.code, result.out) == (75, "")
    assert not (home / "data").exists()


def test_a_memory_of_merges_that_cannot_be_read_or_kept_stops_none(
    run: Run, write: Write, home: Path
) -> None:
    other = write("other.json", listed({"id": "silo"}))
    (home / "state" / "merges.json").mkdir(parents=True)
    assert run("watchlist", "merge", str(other)).code == 0
    assert kept(home) == ["silo"]


def test_an_earlier_version_that_cannot_be_read_is_no_ancestor(
    run: Run, home: Path, laptop: Path
) -> None:
    for version in (home / "state" / "versions" / "watchlist").glob("*.json"):
        version.write_bytes(b"{")
    run("watchlist", "merge", str(laptop))
    assert kept(home) == ["doctor-who", "heartstopper", "severance", "silo", "the-pitt"]


COPY = "watchlist (Ann's conflicted copy 2026-11-26).json"


def notice(*paths: Path) -> str:
    what = "is a copy" if len(paths) == 1 else f"are {len(paths)} copies"
    return (
        f"premierectl: beside the watchlist {what} of it with other changes; to unite them: "
        f"premierectl watchlist merge {shlex.join(map(str, paths))}\n"
    )


def test_a_copy_with_other_changes_is_named_with_the_command_that_unites(
    run: Run, write: Write
) -> None:
    copy = write(f"data/{COPY}", listed({"id": "andor"}))
    for family in (["watchlist"], []):
        write("data/watchlist.json", listed({"id": "silo"}))
        for words in (["list"], ["add", "pitt"], ["remove", "silo"], ["undo"], ["undo", "--list"]):
            assert run(*family, *words).err.endswith(notice(copy))
    for words in ([], ["next"], ["countdown", "--all"], ["paths"], ["watchlist", "list", "--help"]):
        assert "beside the watchlist" not in run(*words).err


def test_the_command_that_is_named_unites_and_says_what_can_be_deleted(
    run: Run, write: Write, home: Path
) -> None:
    write("data/watchlist.json", listed({"id": "silo"}))
    copies = [
        write("data/watchlist-DESKTOP-1A2B.json", listed({"id": "andor"})),
        write(f"data/{COPY}", listed({"id": "the-pitt"})),
    ]
    named = run("watchlist", "list").err
    assert named == notice(*reversed(copies))
    words = shlex.split(named.partition(": premierectl ")[2])
    result = run(*words)
    assert result.code == 0
    assert result.err == (
        f"premierectl: no longer needed, and yours to delete: {shlex.join(words[2:])}\n"
    )
    assert kept(home) == ["andor", "silo", "the-pitt"]
    assert all(copy.exists() for copy in copies)
    assert run("watchlist", "list").err == ""


def test_a_copy_that_cannot_be_read_is_named_where_its_name_says_what_it_is(
    run: Run, write: Write
) -> None:
    write("data/watchlist.json", listed({"id": "silo"}))
    write("data/watchlist-notes.json", {"mine": 1})
    assert run("watchlist", "list").err == ""
    copy = write(f"data/{COPY}", b"{")
    assert run("watchlist", "list").err == notice(copy)


def test_where_the_watchlist_cannot_be_read_that_alone_is_said(run: Run, write: Write) -> None:
    path = write("data/watchlist.json", b"[]")
    write(f"data/{COPY}", listed({"id": "the-pitt"}))
    result = run("watchlist", "list")
    assert (result.code, result.err) == (
        65, f"premierectl: {path}:1:1: expected `object`, got `array`: []\n",
    )  # fmt: skip
