"""Every help page as the program prints it, 40 and 80 columns wide: ``make help-pages``."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import typer
from typer.core import TyperGroup

from premierectl.cli.program import premierectl_app

FOLDER: Final = Path(__file__).parent / "help"
WIDTHS: Final = (40, 80)


def commands() -> list[str]:
    """The words of every command, the program's own being none: ``watchlist add``."""
    root = typer.main.get_command(premierectl_app())
    return sorted(_walked(root, typer.Context(root, info_name="premierectl")))


def printed(words: str, width: int) -> str:
    """What the program prints."""
    done = subprocess.run(
        [sys.executable, "-m", "premierectl", *words.split(), "--help"],
        env={"PATH": os.environ["PATH"], "COLUMNS": str(width), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def main() -> None:
    """Write them all anew; where one cannot be printed, those that are kept stay as they are."""
    made = {
        path(words): "\f\n".join(printed(words, width) for width in WIDTHS) for words in commands()
    }
    FOLDER.mkdir(exist_ok=True)
    for old in {*FOLDER.glob("*.txt")} - {*made}:
        old.unlink()
    for file, pages in made.items():
        file.write_text(pages, encoding="utf-8")


def path(words: str) -> Path:
    """Where the pages of a command are kept, one for each width."""
    return FOLDER / f"{words.replace(' ', '-') or 'premierectl'}.txt"


def _walked(command: Any, context: Any, words: str = "") -> Iterator[str]:
    yield words
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            yield from _walked(below, context, f"{words} {name}".strip())


if __name__ == "__main__":
    main()
