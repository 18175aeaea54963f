"""What ``watchlist`` commands say of copies of the watchlist that a sync left beside it."""

import shlex
from collections.abc import Callable
from functools import wraps
from typing import Any

import typer

from premierectl.app import App
from premierectl.cli.saying import notice
from premierectl.errors import PremierectlError
from premierectl.storage.conflict_copies import conflict_copies


def notice_copies(*families: typer.Typer) -> None:
    """Let every command that these have so far say behind its answer how to unite such copies."""
    for each in (each for family in families for each in family.registered_commands):
        each.callback = each.callback and _noticing_copies(each.callback)


def _noticing_copies(function: Callable[..., None]) -> Callable[..., None]:
    @wraps(function)
    def run(**values: Any) -> None:
        try:
            function(**values)
        finally:
            _say_copies()

    return run


def _say_copies() -> None:
    """Name the copies that would change something; those that only may be one must be watchlists."""
    try:
        world = App.open()
        plain, perhaps = conflict_copies(world.paths.watchlist)
        merge = world.watchlist_merge() if plain or perhaps else None
        copies = [
            each
            for known, files in ((True, plain), (False, perhaps))
            for each in files
            if merge and merge.would_change(each, if_unreadable=known)
        ]
    except PremierectlError:
        return
    if copies:
        what = "is a copy" if len(copies) == 1 else f"are {len(copies)} copies"
        notice(
            f"beside the watchlist {what} of it with other changes; to unite them: "
            f"premierectl watchlist merge {shlex.join(map(str, copies))}"
        )
