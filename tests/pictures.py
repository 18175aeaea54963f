"""The README's pictures, saved by the program itself: ``make screenshots``."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[1] / "docs" / "pictures"
PICTURES: Final = {
    "countdown": ["countdown", "--all", "--limit", "13"],
    "volume": ["countdown", "stranger-things:s5p2", "--now", "2025-12-24T10:00"],
    "episodes": ["show", "lanterns", "--episodes", "--now", "2026-09-10"],
    "calendar": ["calendar", "december", "--all"],
    "cast": ["cast", "heartstopper:s2", "--new"],
}


def drawn(words: list[str]) -> str:
    """The picture that a command saves, 100 columns wide, on 23 November 2026."""
    with tempfile.TemporaryDirectory() as home:
        picture = Path(home) / "picture.svg"
        subprocess.run(
            [sys.executable, "-m", "premierectl", *words, "--save", str(picture)],
            env={
                "PREMIERECTL_HOME": home,
                "PREMIERECTL_NOW": "2026-11-23",
                "PREMIERECTL_TIMEZONE": "Europe/London",
                "COLUMNS": "100",
                "LC_ALL": "C.UTF-8",
            },
            capture_output=True,
            check=True,
            timeout=60,
        )
        return picture.read_text(encoding="utf-8")


def main() -> None:
    """Draw them all anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, words in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(drawn(words), encoding="utf-8")


if __name__ == "__main__":
    main()
