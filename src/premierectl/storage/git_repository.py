"""A repository of git in which a file is merged by a driver of ours."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

from msgspec import Struct

from premierectl.errors import FileAccessError, UsageError
from premierectl.storage import files
from premierectl.storage.output_file import write_output

_DRIVER: Final = "premierectl-watchlist"
_SECTION: Final = f"merge.{_DRIVER}"


class DriverPart(Struct, frozen=True):
    """A file that makes git use the driver; ``was_there`` says that it did already."""

    file: Path
    was_there: bool


class GitRepository(Struct, frozen=True):
    """A repository by the folder that it works in; ``git`` is the program."""

    git: str
    folder: Path

    @classmethod
    def around(cls, folder: Path) -> "GitRepository":
        """The repository of this folder; raises :class:`UsageError` where there is none, or no git."""
        git = shutil.which("git")
        if git is None:
            raise UsageError("git is not installed; without it there is nothing to set up")
        done = _run_git(git, folder, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise UsageError(
                f"{folder} is in no git repository ({_git_says(done)}); "
                "name one: premierectl watchlist merge --install-git REPO"
            )
        return cls(git, Path(done.stdout.strip()))

    def configure(self, command: str) -> DriverPart:
        """Let git run this command to merge; ``%O``, ``%A`` and ``%B`` in it are its three files."""
        config = self._ask("rev-parse", "--path-format=absolute", "--git-path", "config")
        known = _run_git(self.git, self.folder, "config", "--local", "--get", f"{_SECTION}.driver")
        was_there = known.stdout.removesuffix("\n") == command
        if not was_there:
            self._ask("config", "--local", f"{_SECTION}.name", "premierectl's merge of watchlists")
            self._ask("config", "--local", f"{_SECTION}.driver", command)
        return DriverPart(Path(config), was_there)

    def attribute(self, name: str) -> DriverPart:
        """Let every file of this name be merged by the driver, in ``.gitattributes``."""
        path = self.folder / ".gitattributes"
        line = f"{name} merge={_DRIVER}"
        before = files.read(path) or b""
        was_there = line.split() in [
            each.split() for each in before.decode(errors="replace").splitlines()
        ]
        if not was_there:
            end = b"" if before.endswith(b"\n") or not before else b"\n"
            write_output(path, before + end + f"{line}\n".encode())
        return DriverPart(path, was_there)

    def _ask(self, *words: str) -> str:
        done = _run_git(self.git, self.folder, *words)
        if done.returncode:
            raise FileAccessError(f"git could not set up {self.folder}: {_git_says(done)}")
        return done.stdout.strip()


def _run_git(git: str, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - git, with words of ours
        [git, "-C", str(folder), *words],
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


def _git_says(done: "subprocess.CompletedProcess[str]") -> str:
    """Why git refused, in its own words."""
    first = done.stderr.strip().partition("\n")[0]
    return first.removeprefix("fatal: ").removeprefix("error: ")
