"""``notify timer``: what calls ``notify`` every day, for the user to put where it belongs."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
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
_FOLDERS: Final = ("PREMIERECTL_HOME", *XDG_FOLDERS)


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
    names = () if sys.platform == "win32" else _FOLDERS
    named = {name: environment[name] for name in names if environment.get(name)}
    words = [f"{name}={Path(folder).expanduser().absolute()}" for name, folder in named.items()]
    return ["/usr/bin/env", *words] if words else []
