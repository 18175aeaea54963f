"""``watchlist merge``: the watchlist united with that of another machine."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from premierectl.cli.git_driver import merge_for_git, set_up_git
from premierectl.cli.saying import say
from premierectl.cli.session import Session, View
from premierectl.errors import UsageError
from premierectl.render.merged import MergeItem
from premierectl.storage.conflict_copies import conflict_copies

if TYPE_CHECKING:
    from premierectl.merging.watchlists import MergedWatchlist

OtherLists = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...", help="Other watchlists, or what --git or --install-git takes."
    ),
]
OfConflict = Annotated[
    bool, typer.Option("--conflict", help="Unite the two sides that git left in the watchlist.")
]
AsDriver = Annotated[
    bool, typer.Option("--git", help="Merge BASE OURS THEIRS as a driver of git; OURS is written.")
]
InstallGit = Annotated[
    bool,
    typer.Option("--install-git", help="Set the driver up in [REPO], else around the watchlist."),
]
_NOTHING_CHANGED: Final = "nothing was changed; without --dry-run it is done"
_OF_REMINDERS: Final[dict[str, Literal["added", "changed", "removed"]]] = {
    "reminder set": "added",
    "reminder moved": "changed",
    "reminder removed": "removed",
}
MergeDryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done, and change nothing.")
]


def merge(
    *,
    others: OtherLists = None,
    dry_run: MergeDryRun = False,
    conflict: OfConflict = False,
    git: AsDriver = False,
    install_git: InstallGit = False,
    view: View,
) -> None:
    """Unite the watchlist with those of other machines.

    What either side added, removed or changed holds.
    """
    files = others or []
    if conflict + git + install_git > 1:
        raise UsageError("--conflict, --git and --install-git cannot be used together; choose one")
    if dry_run and (git or install_git):
        raise UsageError("--dry-run goes with files or --conflict")
    if git:
        merge_for_git(files)
    elif install_git:
        set_up_git(view.open(), files)
    elif conflict:
        _merge_conflict(view.open(), files, dry_run=dry_run)
    else:
        _merge_files(view.open(), files, dry_run=dry_run)


def _merge_files(session: Session, others: Sequence[Path], *, dry_run: bool) -> None:
    if not others:
        raise UsageError("name the watchlist to merge: premierectl watchlist merge FILE")
    merges = session.world.watchlist_merge().with_files(others, dry_run=dry_run)
    listed = [(file, list(_merge_items(file, merged))) for file, merged in merges]
    session.show("watchlist merge", None, [item for _, items in listed for item in items])
    for file, items in listed:
        if not items:
            say(f"the watchlist has all that {file} holds")
    if dry_run:
        say(_NOTHING_CHANGED)
        return
    plain, perhaps = conflict_copies(session.world.paths.watchlist)
    copies = [file for file in others if file.absolute() in (*plain, *perhaps)]
    if copies:
        say(f"no longer needed, and yours to delete: {shlex.join(map(str, copies))}")


def _merge_conflict(session: Session, others: Sequence[Path], *, dry_run: bool) -> None:
    if others:
        raise UsageError("--conflict takes no FILE: it is about the watchlist itself")
    path = session.world.paths.watchlist
    merged = session.world.watchlist_merge().of_conflict(dry_run=dry_run)
    session.show("watchlist merge", None, list(_merge_items(path, merged)))
    if dry_run:
        say(_NOTHING_CHANGED)
    else:
        say(f"both sides are united; tell git so with: git add {shlex.quote(str(path))}")


def _merge_items(file: Path, merged: "MergedWatchlist") -> Iterator[MergeItem]:
    from premierectl.wording import merging as words  # noqa: PLC0415 - not for the rest of the family

    for each in merged.lines:
        line = each.line
        yield MergeItem(
            file=str(file),
            outcome=each.outcome,
            show_id=line.id,
            season=line.season,
            part=line.part,
            message=words.merged_line_words(each),
        )
    for edit in merged.reminders:
        outcome = _OF_REMINDERS[edit.kind]
        message = words.merged_reminder_words(edit)
        yield MergeItem(file=str(file), outcome=outcome, message=message)
