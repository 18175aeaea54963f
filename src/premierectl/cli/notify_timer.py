"""``notify timer``: what calls ``notify`` every day, for the user to put where it belongs."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Annotated, Final

import typer

from premierectl.app import App
from premierectl.cli.output import open_output
from premierectl.paths import XDG_FOLDERS
from premierectl.render.timers import TimerKind, timer_text

TimerFor = Annotated[
    TimerKind,
    typer.Argument(metavar="KIND", help="The timer to use: systemd, launchd, cron or schtasks."),
]
# Where one's files are, which a timer does not know.
_HOME: Final = "PREMIERECTL_HOME"


def notify_timer(kind: TimerFor) -> None:
    """Print a timer that calls notify every day at nine.

    It has this program's own path in it, and says where to put it. How to be told stands in the settings, under [notify].
    """
    world = App.open()
    words = [*_with_folders(world.environment), *_own_command(), "notify"]
    open_output(world.environment).write(timer_text(kind, words))


def _own_command() -> list[str]:
    """The words that call this program, wherever they are called from."""
    name = Path(sys.argv[0]).name
    found = shutil.which(sys.argv[0]) if name.partition(".")[0] == "premierectl" else None
    return [str(Path(found).absolute())] if found else [sys.executable, "-m", "premierectl"]


def _with_folders(environment: Mapping[str, str]) -> list[str]:
    """The words that set the folders by which this user's files are found, if any does."""
    home = environment.get(_HOME)
    named: dict[str, PurePath] = {name: PurePath(environment.get(name, "")) for name in XDG_FOLDERS}
    if home:
        named = {_HOME: Path(home).expanduser().absolute()}
    # XDG has folders ignored that are not written out; Windows has neither them nor env.
    counted = {} if sys.platform == "win32" else named
    words = [f"{name}={folder}" for name, folder in counted.items() if folder.is_absolute()]
    return ["/usr/bin/env", *words] if words else []
