"""``paths``: where every file and folder is, and which of them to sync."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from premierectl.cli.command import command, family
from premierectl.cli.session import View
from premierectl.paths import Paths, bundled_catalogue
from premierectl.render.placed import PathItem
from premierectl.storage.files import is_there

paths_app = family("Where your files are, and which to sync between machines.")


@command(paths_app, "paths")
def list_paths(view: View) -> None:
    """List where your files are, and which to sync between machines.

    What you wrote may be synced, by git or by a program that syncs folders. The rest is each
    machine's own: never sync it.
    """
    session = view.open()
    listed = [
        PathItem(name=name, path=str(path), exists=is_there(path), sync=sync)
        for name, path, sync in _places(session.world.paths)
    ]
    session.show("paths", None, listed)


def _places(paths: Paths) -> Iterator[tuple[str, Path, Literal["yes", "never"]]]:
    yield "watchlist", paths.watchlist, "yes"
    yield "own catalogue", paths.own_catalogue, "yes"
    yield "settings", paths.settings, "yes"
    yield "data folder", paths.data, "yes"
    yield "config folder", paths.config, "yes"
    yield "live catalogue", paths.live_store, "never"
    yield "what calendars were told", paths.told, "never"
    yield "what notices were given", paths.notified, "never"
    yield "what vdirs hold", paths.vdirs, "never"
    yield "the last look", paths.last_look, "never"
    yield "when the dates' age was told", paths.age_told, "never"
    yield "what was merged", paths.merges, "never"
    yield "earlier versions", paths.versions(paths.watchlist).parent, "never"
    yield "drafts", paths.draft(paths.own_catalogue).parent, "never"
    yield "locks", paths.lock(paths.watchlist).parent, "never"
    for name, path in (
        ("live catalogue of an earlier premierectl", paths.first_live_catalogue),
        ("its changes", paths.first_changes),
    ):
        if is_there(path):
            yield name, path, "never"
    yield "state folder", paths.state, "never"
    yield "cache folder", paths.cache, "never"
    yield "bundled catalogue", bundled_catalogue(), "never"
