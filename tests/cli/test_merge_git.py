"""``watchlist merge`` as a merge driver of git, with the real git."""

import json
import os
import random
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from premierectl.cli.git_driver import driver_words
from premierectl.followed_line import FollowedLine
from premierectl.storage.versions import Versions
from premierectl.storage.watchlist import EMPTY_WATCHLIST, change, load_watchlist
from premierectl.watchlist import Watchlist
from tests.conftest import Run, Write, without_coverage

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")

DRIVER = f"{sys.executable} -P -m premierectl watchlist merge --git %O %A %B"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def listed(*lines: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"format": 1, "shows": list(lines), **rest}


def git(folder: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *words],
        cwd=folder,
        env={**without_coverage(), **GIT},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_three_files_are_merged_into_ours_and_nothing_of_the_home_is_read(
    run: Run, write: Write, home: Path
) -> None:
    write("data/watchlist.json", b"{")
    write("config/shows.json", b"{")
    base = write("base", listed({"id": "silo"}, {"id": "andor"}))
    ours = write("ours", listed({"id": "andor"}, {"id": "the-pitt"}))
    theirs = write("theirs", listed({"id": "silo"}, {"id": "andor", "rating": 5}))
    ours.chmod(0o640)
    result = run(
        "watchlist", "merge", "--git", str(base), str(ours), str(theirs), PREMIERECTL_HOME=""
    )
    assert (result.code, result.out, result.err) == (0, "", "")
    assert ours.read_text() == (
        '{\n  "format": 1,\n  "shows": [\n'
        '    {"id": "andor", "rating": 5},\n    {"id": "the-pitt"}\n  ]\n}\n'
    )
    assert ours.stat().st_mode & 0o777 == 0o640
    assert not (home / "state").exists()


def test_an_empty_base_is_no_ancestor(run: Run, write: Write) -> None:
    base, ours = write("base", b""), write("ours", listed({"id": "a"}))
    theirs = write("theirs", listed({"id": "b"}))
    assert run("watchlist", "merge", "--git", str(base), str(ours), str(theirs)).code == 0
    assert load_watchlist(ours).ids == ("a", "b")


def test_what_gave_way_is_said(run: Run, write: Write) -> None:
    base = write("base", listed({"id": "silo", "season": 2}))
    ours = write("ours", listed({"id": "silo", "season": 2, "note": "here"}))
    theirs = write("theirs", listed({"id": "silo", "season": 2, "note": "there"}))
    result = run("watchlist", "merge", "--git", str(base), str(ours), str(theirs))
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "premierectl: silo season 2: both sides changed its note, and 'there' gave way\n"
    )
    assert load_watchlist(ours).entries[0].note == "here"


@pytest.mark.parametrize("place", ["base", "ours", "theirs"])
@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"{", 65, ":1:2: "),
        (b'{"format": 2, "shows": []}', 65, ": has format 2"),
        (None, 74, " cannot be read: there is no such file"),
    ],
)
def test_where_it_cannot_merge_ours_is_left_as_it_is(
    run: Run, write: Write, place: str, data: bytes | None, code: int, message: str
) -> None:
    paths = {name: write(name, listed({"id": name})) for name in ("base", "ours", "theirs")}
    if data is None:
        paths[place].unlink()
    else:
        paths[place].write_bytes(data)
    before = paths["ours"].read_bytes() if paths["ours"].exists() else None
    result = run("watchlist", "merge", "--git", *map(str, paths.values()))
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"premierectl: {paths[place]}{message}")
    assert (paths["ours"].read_bytes() if paths["ours"].exists() else None) == before


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of git with a watchlist in it."""
    folder = tmp_path / "a repository"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "watchlist.json").write_bytes(EMPTY_WATCHLIST)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


@needs_git
def test_the_driver_is_set_up_once_and_what_was_done_is_said(run: Run, repository: Path) -> None:
    config, attributes = repository / ".git" / "config", repository / ".gitattributes"
    result = run("watchlist", "merge", "--install-git", str(repository))
    assert (result.code, result.out) == (
        0,
        f"installed\t\t\t{config}\ninstalled\t\t\t{attributes}\n",
    )
    assert result.err == (
        "premierectl: git hands its configuration to no clone: do this once in each of them\n"
    )
    assert attributes.read_text() == "watchlist.json merge=premierectl-watchlist\n"
    assert git(repository, "config", "merge.premierectl-watchlist.driver") == f"{DRIVER}\n"
    before = config.read_bytes()
    words = ["watchlist", "merge", "--install-git", str(repository)]
    again = run(*words, terminal=True, COLUMNS="1000")
    assert again.out == (
        f"In {repository} git merges by: {DRIVER}\n{attributes} says so of watchlist.json; commit it\n"
    )
    assert (config.read_bytes(), attributes.read_text().count("\n")) == (before, 1)
    items = json.loads(run("watchlist", "merge", "--install-git", str(repository), "--json").out)[
        "items"
    ]
    assert [item["outcome"] for item in items] == ["already installed", "already installed"]


@needs_git
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"*.json text", b"*.json text\nwatchlist.json merge=premierectl-watchlist\n"),
        (b"\xff\n", b"\xff\nwatchlist.json merge=premierectl-watchlist\n"),
        (b"watchlist.json  merge=premierectl-watchlist\n", None),
    ],
)
def test_other_attributes_stay(
    run: Run, repository: Path, before: bytes, after: bytes | None
) -> None:
    (repository / ".gitattributes").write_bytes(before)
    run("watchlist", "merge", "--install-git", str(repository))
    assert (repository / ".gitattributes").read_bytes() == (after or before)


@needs_git
def test_without_a_repository_named_it_is_the_one_around_the_watchlist(
    run: Run, home: Path, repository: Path
) -> None:
    (repository / "watchlist.json").rename(repository / "mine.json")
    (home / "data").mkdir(parents=True)
    (home / "data" / "watchlist.json").symlink_to(repository / "mine.json")
    assert run("watchlist", "merge", "--install-git").code == 0
    attributes = (repository / ".gitattributes").read_text()
    assert attributes == "mine.json merge=premierectl-watchlist\n"


@needs_git
def test_where_there_is_no_repository_that_is_said(run: Run, write: Write, home: Path) -> None:
    write("data/watchlist.json", EMPTY_WATCHLIST)
    result = run("watchlist", "merge", "--install-git")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        f"premierectl: {home / 'data'} is in no git repository (not a git repository "
    )
    assert result.err.endswith("; name one: premierectl watchlist merge --install-git REPO\n")


@needs_git
def test_what_git_cannot_write_is_said(run: Run, repository: Path) -> None:
    (repository / ".git" / "config.lock").write_bytes(b"")
    result = run("watchlist", "merge", "--install-git", str(repository))
    assert (result.code, result.out) == (74, "")
    assert result.err == (
        f"premierectl: git could not set up {repository}: "
        f"could not lock config file .git/config: File exists\n"
    )


def test_without_git_there_is_nothing_to_set_up(run: Run, tmp_path: Path) -> None:
    result = run("watchlist", "merge", "--install-git", str(tmp_path), PATH=str(tmp_path))
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "premierectl: git is not installed; without it there is nothing to set up\n"
    )


def test_git_calls_the_script_that_was_called_else_the_module(tmp_path: Path) -> None:
    script = tmp_path / "50% of bin" / "premierectl"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\n")
    python = "/opt/a b/python"
    module = f"'{python}' -P -m premierectl watchlist merge --git %O %A %B"
    assert driver_words(str(script), python) == module
    script.chmod(0o755)
    escaped = str(script).replace("%", "%%")
    assert driver_words(str(script), python) == f"'{escaped}' watchlist merge --git %O %A %B"
    for other in ("pytest", "/nowhere/premierectl", str(tmp_path / "__main__.py")):
        assert driver_words(other, python) == module


@pytest.fixture
def clones(run: Run, repository: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of a repository, both with the driver."""
    run("watchlist", "merge", "--install-git", str(repository))
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "driver")
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(repository), str(other))
    run("watchlist", "merge", "--install-git", str(other))
    return repository, other


@needs_git
def test_a_list_that_cannot_be_merged_is_a_conflict_that_says_why(
    clones: tuple[Path, Path],
) -> None:
    one, other = clones
    (one / "watchlist.json").write_text('{"format": 2, "shows": []}')
    (other / "watchlist.json").write_text('{"format": 1, "shows": [{"id": "silo"}]}')
    for clone in clones:
        git(clone, "commit", "-qam", "change")
    said = git(other, "pull", "-q", "--no-rebase", str(one), "main", code=1)
    assert "has format 2, this premierectl writes format 1" in said
    assert "CONFLICT (content): Merge conflict in watchlist.json" in said
    assert load_watchlist(other / "watchlist.json").ids == ("silo",)


class Clone:
    """A clone, a model of what its watchlist must hold, and one person's random changes of it."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice, self.model = folder, dice, dict[str, FollowedLine]()
        self.versions = Versions(folder / "watchlist.json", folder / ".git" / "v", EMPTY_WATCHLIST)

    def change(self, now: datetime) -> None:
        """Follow, remove, note, tag or untag a show or two, and commit that."""
        after = dict(self.model)
        for _ in range(self.dice.randint(1, 3)):
            show = f"show-{self.dice.randint(1, 30):02}"
            line = after.get(show)
            if line is None:
                after[show] = FollowedLine(id=show, added=now)
            elif self.dice.random() < 0.4:
                del after[show]
            elif self.dice.random() < 0.5:
                after[show] = replace(line, note=f"noted {now:%H:%M:%S}")
            else:
                tags = {*line.tags} ^ {self.dice.choice(["home", "family", "later"])}
                after[show] = replace(line, tags=tuple(sorted(tags)))
        change(self.versions, lambda _: Watchlist().with_all(after.values()))
        self.model = after
        git(self.folder, "commit", "-q", "--allow-empty", "-am", "change")

    def pull(self, other: "Clone", base: dict[str, FollowedLine]) -> None:
        """Let git merge the other's, and the model as well."""
        git(self.folder, "pull", "-q", "--no-rebase", "--no-edit", str(other.folder), "main")
        shows = {*self.model, *other.model}
        merged = {
            show: expected(base.get(show), self.model.get(show), other.model.get(show))
            for show in shows
        }
        self.model = {show: line for show, line in merged.items() if line is not None}
        found = load_watchlist(self.folder / "watchlist.json").entries
        assert {line.id: line for line in found} == self.model


def expected(
    base: FollowedLine | None, ours: FollowedLine | None, theirs: FollowedLine | None
) -> FollowedLine | None:
    """What has to become of a line: said once more, in other words than the program's."""
    if ours is None or theirs is None:
        return None if base and base in (ours, theirs) else ours or theirs
    if base is None:
        base = FollowedLine(id=ours.id)
    note = theirs.note if ours.note == base.note else ours.note
    if base.note not in (ours.note, theirs.note):
        here, there = ours.added or NOON, theirs.added or NOON
        note = (theirs if there > here else ours).note or ours.note or theirs.note
    tags = {*ours.tags, *theirs.tags} - ({*base.tags} - ({*ours.tags} & {*theirs.tags}))
    return replace(ours, note=note, tags=tuple(sorted(tags)), added=first(base, ours, theirs))


def first(base: FollowedLine, ours: FollowedLine, theirs: FollowedLine) -> datetime:
    """Since when a line is followed: since the earlier of two new days."""
    days = [each.added for each in (ours, theirs) if each.added not in (None, base.added)]
    return min(days, default=ours.added) or NOON


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@needs_git
def test_two_clones_survive_200_random_pulls_with_nothing_lost(clones: tuple[Path, Path]) -> None:
    dice = random.Random(20261126)  # noqa: S311 - the same changes each time
    one, other = (Clone(folder, dice) for folder in clones)
    common = dict[str, FollowedLine]()
    for minute in range(200):
        here, there = (one, other) if dice.random() < 0.5 else (other, one)
        for second, each in enumerate((here, there)):
            if dice.random() < 0.5:
                each.change(NOON + timedelta(minutes=minute, seconds=second))
        here.pull(there, common)
        common = dict(there.model)
    other.pull(one, common)
    one.pull(other, dict(one.model))
    assert one.model == other.model
