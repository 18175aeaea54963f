"""The README's pictures, drawn from what the program prints: ``make screenshots``."""

import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

FOLDER: Final = Path(__file__).parents[1] / "docs" / "pictures"
PICTURES: Final = {
    "countdown": ["countdown", "--all"],
    "panel": ["countdown", "heartstopper:s2", "--now", "2023-06-20"],
    "cast": ["cast", "heartstopper:s2", "--new"],
}
# Rich's own frame, without the fonts that it would load from elsewhere.
FRAME: Final = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def drawn(words: list[str]) -> str:
    """The picture of a command on a terminal of 100 columns, on 23 November 2026."""
    with tempfile.TemporaryDirectory() as home:
        shown = subprocess.run(
            [sys.executable, "-m", "premierectl", *words, "--color", "always"],
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
        ).stdout.decode()
    text = Text.from_ansi(shown)
    console = Console(record=True, width=100, file=StringIO(), force_terminal=True)
    console.print(text)
    title = " ".join(["premierectl", *words])
    return console.export_svg(title=title, code_format=FRAME, unique_id="premierectl")


def main() -> None:
    """Draw them all anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, words in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(drawn(words), encoding="utf-8")


if __name__ == "__main__":
    main()
