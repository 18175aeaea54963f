"""``make bench``: one table, ratios first; exit 1 where a bar is missed."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generate, rivals, service
from benchmarks.generate import COMING
from benchmarks.measure import Command, Measured, measure

BIN = Path(sys.executable).parent
PROGRAM = str(BIN / "premierectl")
SIZES = (20, 2_000, 100_000)
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


@dataclass(frozen=True)
class Bar:
    """A promise: a command's time is at most so many times another's."""

    command: str
    other: str
    ratio: float | None = None
    seconds: float | None = None
    megabytes: float | None = None

    @property
    def words(self) -> str:
        """The promise as the table prints it."""
        parts = [
            "" if self.ratio is None else f"{self.ratio:.2f}",
            "" if self.seconds is None else f"{self.seconds:g} s",
            "" if self.megabytes is None else f"{self.megabytes:g} MB",
        ]
        return ", ".join(filter(None, parts))

    def met(self, mine: Measured, other: Measured) -> bool:
        """Whether what was measured keeps the promise."""
        measured = (mine.seconds / other.seconds, mine.seconds, mine.megabytes)
        promised = (self.ratio, self.seconds, self.megabytes)
        return all(most is None or it <= most for it, most in zip(measured, promised, strict=True))


BARS = [
    Bar("next", "smallest Typer program", 1.25),
    Bar("next, in the system's folders", "smallest Typer program", 1.25),
    Bar("days heartstopper", "smallest Typer program", 1.25),
    Bar("next", "khal list", 0.5),
    Bar("next", "todo list", 0.5),
    Bar("next, 2,000 shows", "next, 20 shows", 1.3),
    Bar("next, 100,000 shows", "next, 20 shows", seconds=1, megabytes=400),
    *(
        Bar(f"{command}{size}", command, 1.3)
        for size in (DATED, LARGEST)
        for command in ("next", "days", "countdown")
    ),
    *(
        Bar(f"{command}{LONG}", f"{command}{SHORT}", 3)
        for command in ("next", "countdown", "watchlist list")
    ),
    *(Bar(f"{name}{OVER.format(100_000)}", f"{name}{OVER.format(20)}", 1.3) for name in EVERYTHING),
    Bar("search, 100,000 shows", "smallest Typer program", seconds=0.3),
    Bar("search after a miss, 100,000 shows", "smallest Typer program", seconds=0.5),
    Bar("next, 2,000 running seasons", "next, 20 running seasons", 1.3),
    Bar("days, 2,000 running seasons", "days, 20 running seasons", 1.3),
    Bar("next, 2,000 running seasons", "next, 2,000 shows", 1.3),
    Bar("next --all, 2,000 running seasons", "next --all, 20 running seasons"),
    Bar("export ics, 5,000 releases", "smallest Typer program", seconds=2),
    Bar(REFRESH, "smallest Typer program", seconds=10, megabytes=500),
    Bar("countdown", "smallest Typer program"),
    Bar("countdown, as a table", "smallest Typer program"),
    Bar("watchlist add", "smallest Typer program"),
    Bar("countdown, 2,000 shows", "countdown, 20 shows"),
    Bar("watchlist add, 2,000 shows", "watchlist add, 20 shows"),
    Bar("watchlist add, 100,000 shows", "watchlist add, 20 shows"),
    Bar("smallest Typer program", "bare Python"),
]


def main() -> int:
    """Measure everything, print the table, say whether all bars are met."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    rivals.install()
    with tempfile.TemporaryDirectory() as folder, service.serving() as url:
        listed = list(commands(Path(folder), url))
        argvs = {name: command for name, command, _ in listed}
        environments = {name: environment for name, _, environment in listed}
        measured = measure(argvs, environments, rounds)
    print(f"Python {platform.python_version()}, {os.cpu_count()} CPUs, median of {rounds} rounds\n")
    return table(measured)


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
    watched = ["heartstopper", "only-murders-in-the-building", "the-pitt"]
    generate.write_watchlist(folder / ".local/share/premierectl/watchlist.json", watched)
    yield "next, in the system's folders", [[PROGRAM, "next"]], plain
    yield from family("", folder / "bundled", watched, plain)
    home = {**plain, "PREMIERECTL_HOME": str(folder / "bundled")}
    heartstopper = [PROGRAM, "days", "heartstopper", "--now", "2023-04-24"]
    yield "days heartstopper", [heartstopper], home
    yield "countdown, as a table", [[PROGRAM, "countdown", "--color", "always"]], home
    yield from releases(folder / "weekly", plain)
    place = {"PREMIERECTL_HOME": str(folder / "refreshed"), "PREMIERECTL_TVMAZE_URL": url}
    yield REFRESH, [[PROGRAM, "catalogue", "refresh"]], plain | place
    for size in SIZES:
        yield from generated(f", {size:,} shows", folder / str(size), size, plain)
    yield from followed(folder / "followed", plain)
    yield from generated(DATED, folder / "dated", 2_000, plain, "dated")
    for size in (COMING, SIZES[-1]):
        yield from everything(OVER.format(size), folder / "over" / str(size), size, plain)
    home = {**plain, "PREMIERECTL_HOME": str(folder / str(SIZES[-1]))}
    yield f"search{LARGEST}", [[PROGRAM, "search", "chronicle 4242"]], home
    missing = f"{PROGRAM} search 'choronicle 4242' || true"  # a miss ends with 1
    yield f"search after a miss{LARGEST}", [["/bin/sh", "-c", missing]], home


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
        for words in (["next"], ["countdown"], ["watchlist", "list"]):
            environment = {**plain, "PREMIERECTL_HOME": str(place)}
            yield f"{' '.join(words)}{suffix}", [[PROGRAM, *words]], environment


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
    asked = {"_PREMIERECTL_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    for name, words in EVERYTHING.items():
        if words == "_COMPLETION":
            line = {"COMP_WORDS": "premierectl show annals-1"}
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


def table(measured: dict[str, Measured]) -> int:
    """Print the rows; 1 where a bar is missed, else 0."""
    print("| command | ratio | to | bar | | median | most memory |")
    print("|---|---|---|---|---|---|---|")
    missed = 0
    for bar in BARS:
        mine, other = measured[bar.command], measured[bar.other]
        met = bar.met(mine, other)
        verdict = ("met" if met else "MISSED") if bar.words else ""
        missed += not met
        print(
            f"| {bar.command} | {mine.seconds / other.seconds:.2f} | {bar.other} | {bar.words} "
            f"| {verdict} | {mine.seconds * 1000:.0f} ms | {mine.megabytes:.0f} MB |"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
