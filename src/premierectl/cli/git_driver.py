"""``watchlist merge --git``: how git merges watchlists, and setting that up."""

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from premierectl.cli.saying import say
from premierectl.cli.session import Session
from premierectl.errors import UsageError
from premierectl.render.merged import MergeItem


def merge_for_git(files: Sequence[Path]) -> None:
    """Merge BASE, OURS and THEIRS as git asks for it, and say of what both sides changed what gave way.

    Nothing of this user's own is read: git may merge for somebody else.
    """
    from premierectl.storage.merging import merge_in_place  # noqa: PLC0415 - only here
    from premierectl.watchlist_edits import followed_name  # noqa: PLC0415 - as above
    from premierectl.wording.merging import gave_way_words  # noqa: PLC0415 - as above

    if len(files) != 3:  # noqa: PLR2004 - the three that the words name
        raise UsageError("--git takes three files, as git gives them: BASE OURS THEIRS")
    base, ours, theirs = files
    for each in merge_in_place(base, ours, theirs).lines:
        for words in gave_way_words(each):
            say(f"{followed_name(each.line)}: {words}")


def set_up_git(session: Session, folders: Sequence[Path]) -> None:
    """Let git merge watchlists in the repository of this folder, else around the watchlist."""
    from premierectl.storage.git_repository import GitRepository  # noqa: PLC0415 - only here

    if len(folders) > 1:
        raise UsageError("--install-git takes one repository at a time")
    watchlist = Path(os.path.realpath(session.world.paths.watchlist))
    repository = GitRepository.around(folders[0] if folders else watchlist.parent)
    words = driver_words(sys.argv[0], sys.executable)
    within = watchlist.is_relative_to(repository.folder)
    name = watchlist.name if within else session.world.paths.watchlist.name
    config, attributes = repository.configure(words), repository.attribute(name)
    items = [
        MergeItem(
            file=str(each.file),
            outcome="already installed" if each.was_there else "installed",
            message=message,
        )
        for each, message in (
            (config, f"in {repository.folder} git merges by: {words}"),
            (attributes, f"{attributes.file} says so of {name}; commit it"),
        )
    ]
    session.show("watchlist merge", None, items)
    say("git hands its configuration to no clone: do this once in each of them")


def driver_words(called: str, python: str) -> str:
    """The command line by which git calls this program, whatever folder it is in.

    That is the script by which it was ``called``, else its module, run by this ``python``.
    """
    script = shutil.which(called)
    installed = script is not None and Path(script).stem == "premierectl"
    program = [str(Path(script).absolute())] if script and installed else [python, "-P", "-m", "premierectl"]  # fmt: skip
    # To git a % begins a file's name, and two of them are one.
    escaped = [each.replace("%", "%%") for each in program]
    return shlex.join([*escaped, "watchlist", "merge", "--git"]) + " %O %A %B"
