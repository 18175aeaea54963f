"""What is measured: every command with its name and its environment."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import generate, rivals
from benchmarks.generate import COMING
from benchmarks.measure import Command

BIN = Path(sys.executable).parent
PROGRAM = str(BIN / "premierectl")
SIZES = (20, 2_000, 100_000)
IMPORT = "import, 10,000 rows"
ONTO = " onto 2,000 followed shows"
ARCHIVE = "import, an archive of 100,000 rows"
REFRESH = "catalogue refresh, 30 MB from loopback"
DATED = ", 2,000 shows with 20,000 dated episodes"
LARGEST = ", 100,000 shows"
SHORT, LONG = ", 50 followed shows", ", 2,000 followed shows"
OVER = ", 20 of {:,} shows coming"
# What is asked of everything, or by words, whatever the size.
EVERYTHING = {
    "next": "next",
    "next --all": "next --all",
    "countdown --all --limit 20": "countdown --all --limit 20",
    "countdown --all --network X --within 30": "countdown --all --network Hulu --within 30",
    "calendar --all": "calendar 2026-12 --all",
    "completion": "_COMPLETION",
    "search TITLE": "search annals 13",
    "show SHOW": "show annals 13",
}
SMALLEST = """import typer

app = typer.Typer()


@app.command()
def main() -> None:
    print("2026-12-08")


app()
"""

# What the installers write as the program, from their own sources.
WRAPPERS = {
    "pip 25": """import sys
from premierectl.cli import main
if __name__ == "__main__":
    sys.argv[0] = sys.argv[0].removesuffix(".exe")
    sys.exit(main())
""",
    "uv": """# -*- coding: utf-8 -*-
import sys
from premierectl.cli import main
if __name__ == "__main__":
    if sys.argv[0].endswith("-script.pyw"):
        sys.argv[0] = sys.argv[0][:-11]
    elif sys.argv[0].endswith(".exe"):
        sys.argv[0] = sys.argv[0][:-4]
    sys.exit(main())
""",
}
REMEMBERED = ("next", "days", "bar waybar")


def commands(folder: Path, url: str) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """Every command with its name and its environment."""
    smallest = folder / "smallest.py"
    smallest.write_text(SMALLEST)
    plain = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    yield "bare Python", [[sys.executable, "-c", "pass"]], plain
    yield "smallest Typer program", [[sys.executable, str(smallest)]], plain
    yield "khal list", [rivals.khal(folder)], plain
    yield "todo list", [rivals.todo(folder)], plain

    plain["PREMIERECTL_NOW"] = "2026-11-23"
    yield from remembered(folder / "remembered", plain)
    # All other rows are of answers that are computed.
    plain["PREMIERECTL_MEMO"] = "0"
    watched = ["heartstopper", "only-murders-in-the-building", "the-pitt"]
    generate.write_watchlist(folder / ".local/share/premierectl/watchlist.json", watched)
    yield "next, in the system's folders", [[PROGRAM, "next"]], plain
    yield from family("", folder / "bundled", watched, plain)
    home = {**plain, "PREMIERECTL_HOME": str(folder / "bundled")}
    heartstopper = [PROGRAM, "days", "heartstopper", "--now", "2023-04-24"]
    yield "days heartstopper", [heartstopper], home
    yield "bar waybar", [[PROGRAM, "bar", "waybar"]], home
    yield "countdown, as a table", [[PROGRAM, "countdown", "--color", "always"]], home
    yield from releases(folder / "weekly", plain)
    place = {"PREMIERECTL_HOME": str(folder / "refreshed"), "PREMIERECTL_TVMAZE_URL": url}
    # Asked again, nothing would be due.
    first = f"rm -rf {folder / 'refreshed'} && exec {PROGRAM} catalogue refresh"
    yield REFRESH, [["/bin/sh", "-c", first]], plain | place
    for size in SIZES:
        yield from generated(f", {size:,} shows", folder / str(size), size, plain)
    yield from followed(folder / "followed", plain)
    yield from imports(folder / "imports", folder / "followed" / "2000", plain)
    yield from generated(DATED, folder / "dated", 2_000, plain, "dated")
    for size in (COMING, SIZES[-1]):
        yield from everything(OVER.format(size), folder / "over" / str(size), size, plain)
    home = {**plain, "PREMIERECTL_HOME": str(folder / str(SIZES[-1]))}
    yield f"search{LARGEST}", [[PROGRAM, "search", "chronicle 4242"]], home
    missing = f"{PROGRAM} search 'choronicle 4242' || true"  # a miss ends with 1
    yield f"search after a miss{LARGEST}", [["/bin/sh", "-c", missing]], home


def remembered(home: Path, plain: dict[str, str]) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """Answers that were given before, as the wrappers of installers ask for them, and new ones."""
    watched = ["heartstopper", "only-murders-in-the-building", "the-pitt"]
    generate.write_watchlist(home / "data" / "watchlist.json", watched)
    environment = {**plain, "PREMIERECTL_HOME": str(home)}
    for installer, wrapper in WRAPPERS.items():
        program = home / installer
        program.write_text(f"#!{sys.executable}\n{wrapper}")
        program.chmod(0o755)
        for command in REMEMBERED:
            words = [str(program), *command.split()]
            yield f"{command}, asked again, by {installer}", [words], environment
    # Each round has a moment of its own, which nobody asked about before.
    new = [[PROGRAM, "next", "--now", f"2026-11-23T12:{minute}"] for minute in range(10, 60)]
    yield "next, computed and remembered", new, environment


def generated(
    suffix: str, home: Path, size: int, plain: dict[str, str], kind: str = ""
) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """The commands of a family with so many shows in the live layer, up to 50 of them watched."""
    # In a process of its own: a child's memory is never counted below its parent's.
    words = ["benchmarks.generate", str(home / "state" / "live.sqlite"), str(size), kind]
    subprocess.run([sys.executable, "-m", *words], check=True)
    ids = [generate.show(number)["id"] for number in range(0, size, max(1, size // 50))][:50]
    yield from family(suffix, home, ids, plain)


def followed(home: Path, plain: dict[str, str]) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """A short and a long watchlist, of the same 2,000 shows."""
    for suffix, count in ((SHORT, 50), (LONG, 2_000)):
        place = home / str(count)
        words = ["benchmarks.generate", str(place / "state" / "live.sqlite"), "2000", ""]
        subprocess.run([sys.executable, "-m", *words], check=True)
        ids = [generate.show(number)["id"] for number in range(count)]
        generate.write_watchlist(place / "data" / "watchlist.json", ids)
        environment = {**plain, "PREMIERECTL_HOME": str(place)}
        changes = [[PROGRAM, "watchlist", verb, "silo"] for verb in ("add", "remove")]
        yield f"watchlist add{suffix}", changes, environment
        for words in (["next"], ["countdown"], ["watchlist", "list"]):
            yield f"{' '.join(words)}{suffix}", [[PROGRAM, *words]], environment


def imports(
    folder: Path, long: Path, plain: dict[str, str]
) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """Another tracker's files, into an empty watchlist, and onto a ``long`` one."""
    # In a process of its own, too: they are large.
    subprocess.run([sys.executable, "-m", "benchmarks.exports", str(folder)], check=True)
    table, archive = str(folder / "followed.csv"), str(folder / "archive.zip")
    for name, file, home in (
        (IMPORT, table, folder / "home"),
        (f"{IMPORT}{ONTO}", table, long),
        (ARCHIVE, archive, folder / "home"),
    ):
        environment = {**plain, "PREMIERECTL_HOME": str(home)}
        words = [PROGRAM, "import", file]
        yield name, [[*words, "--dry-run"]], environment
    environment = {**plain, "PREMIERECTL_HOME": str(folder / "changed")}
    both = f"{PROGRAM} import {table} && {PROGRAM} watchlist undo"
    yield f"{IMPORT}, and undo", [["/bin/sh", "-c", both]], environment


def everything(
    suffix: str, home: Path, size: int, plain: dict[str, str]
) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """What is asked of a store in which always as much is to come."""
    path = str(home / "state" / "live.sqlite")
    subprocess.run(
        [sys.executable, "-m", "benchmarks.generate", path, str(size), "over"], check=True
    )
    watched = [generate.annals(number)["id"] for number in range(COMING)]
    generate.write_watchlist(home / "data" / "watchlist.json", watched)
    environment = {**plain, "PREMIERECTL_HOME": str(home)}
    asked = {"_PREMIERECTL_COMPLETE": "bash"}
    for name, words in EVERYTHING.items():
        if words == "_COMPLETION":
            line = {"_PREMIERECTL_LINE": "premierectl show annals-1"}
            yield f"{name}{suffix}", [[PROGRAM]], environment | asked | line
        else:
            yield f"{name}{suffix}", [[PROGRAM, *words.split()]], environment


def releases(home: Path, plain: dict[str, str]) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """Schedules in play: seasons that are all coming out, and all of 5,000 releases as a file."""
    for size in (20, 2_000):
        suffix = f", {size:,} running seasons"
        place = home / str(size)
        yield from generated(suffix, place, size, plain, "running")
        environment = {**plain, "PREMIERECTL_HOME": str(place)}
        yield f"next --all{suffix}", [[PROGRAM, "next", "--all"]], environment
    words = ["benchmarks.generate", str(home / "ics" / "state" / "live.sqlite"), "500"]
    subprocess.run([sys.executable, "-m", *words], check=True)
    ics = [[PROGRAM, "export", "ics", "--all"]]
    yield "export ics, 5,000 releases", ics, {**plain, "PREMIERECTL_HOME": str(home / "ics")}


def family(
    suffix: str, home: Path, watched: list[str], plain: dict[str, str]
) -> Iterator[tuple[str, Command, dict[str, str]]]:
    """The commands that are measured at every size."""
    generate.write_watchlist(home / "data" / "watchlist.json", watched)
    environment = {**plain, "PREMIERECTL_HOME": str(home)}
    changes = [[PROGRAM, "watchlist", verb, "silo"] for verb in ("add", "remove")]
    yield f"next{suffix}", [[PROGRAM, "next"]], environment
    yield f"days{suffix}", [[PROGRAM, "days"]], environment
    yield f"countdown{suffix}", [[PROGRAM, "countdown"]], environment
    yield f"watchlist add{suffix}", changes, environment
