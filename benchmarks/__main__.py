"""``make bench``: one table, ratios first; exit 1 where a bar is missed."""

import argparse
import os
import platform
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import rivals, service
from benchmarks.commands import (
    ARCHIVE,
    DATED,
    EVERYTHING,
    IMPORT,
    LARGEST,
    LONG,
    ONTO,
    OVER,
    REFRESH,
    REMEMBERED,
    SHORT,
    WRAPPERS,
    commands,
)
from benchmarks.measure import Measured, Pair, measure


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

    def met(self, mine: Measured) -> bool:
        """Whether what was measured keeps the promise."""
        measured = (mine.ratio, mine.seconds, mine.megabytes)
        promised = (self.ratio, self.seconds, self.megabytes)
        return all(most is None or it <= most for it, most in zip(measured, promised, strict=True))


BARS = [
    *(
        Bar(f"{command}, asked again, by {installer}", "bare Python", 1.5)
        for installer in WRAPPERS
        for command in REMEMBERED
    ),
    Bar("next, computed and remembered", "smallest Typer program", 1.25),
    Bar("next", "smallest Typer program", 1.25),
    Bar("next, in the system's folders", "smallest Typer program", 1.25),
    Bar("days heartstopper", "smallest Typer program", 1.25),
    Bar("bar waybar", "smallest Typer program", 1.25),
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
    Bar(f"watchlist add{LONG}", f"watchlist add{SHORT}", 3),
    Bar(IMPORT, "smallest Typer program", seconds=2),
    Bar(f"{IMPORT}{ONTO}", "smallest Typer program", seconds=2),
    Bar(f"{IMPORT}, and undo", "smallest Typer program", seconds=2),
    Bar(ARCHIVE, "smallest Typer program", megabytes=150),
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
        pairs = [(bar.command, bar.other) for bar in BARS]
        measured = measure(pairs, argvs, environments, rounds)
    print(f"Python {platform.python_version()}, {os.cpu_count()} CPUs, median of {rounds} rounds\n")
    return table(measured)


def table(measured: Mapping[Pair, Measured]) -> int:
    """Print the rows; 1 where a bar is missed, else 0."""
    print("| command | ratio | of the quickest | to | bar | | median | most memory |")
    print("|---|---|---|---|---|---|---|---|")
    missed = 0
    for bar in BARS:
        mine = measured[bar.command, bar.other]
        met = bar.met(mine)
        verdict = ("met" if met else "MISSED") if bar.words else ""
        missed += not met
        print(
            f"| {bar.command} | {mine.ratio:.2f} | {mine.least:.2f} | {bar.other} | {bar.words} "
            f"| {verdict} | {mine.seconds * 1000:.0f} ms | {mine.megabytes:.0f} MB |"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
