"""Commands measured in pairs: one right behind the other, the median of all rounds."""

import os
import statistics
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Command = Sequence[Sequence[str]]
Pair = tuple[str, str]


# What takes no longer than this (seconds) is measured so many times a round.
_QUICK = 0.3
_GOES = 3


@dataclass(frozen=True)
class Measured:
    """The median wall time of a command (seconds), and the most memory that it took (MB).

    ``ratio`` is the median of its ratios to another command, ``least`` that of the quickest runs of both.
    """

    seconds: float
    ratio: float
    least: float
    megabytes: float


@dataclass(frozen=True)
class _Run:
    mine: float
    other: float
    megabytes: float


def measure(
    pairs: Sequence[Pair],
    commands: Mapping[str, Command],
    environments: Mapping[str, Mapping[str, str]],
    rounds: int,
) -> dict[Pair, Measured]:
    """Measure the first command of each pair by the second; a command is a list of argvs that take turns.

    Both run one right behind the other, either of them first in every second go: a machine that is
    shared changes its pace from minute to minute, and less from one run to the next.
    """
    found: dict[Pair, list[_Run]] = {pair: [] for pair in pairs}
    calls = Counter[str]()

    def run(name: str) -> tuple[float, float]:
        argvs = commands[name]
        calls[name] += 1
        return _run(argvs[(calls[name] - 1) % len(argvs)], environments[name])

    for turn in range(rounds + 1):
        for mine, other in pairs:
            for go in range(_goes(found[mine, other])):
                in_order = (mine, other) if (turn + go) % 2 else (other, mine)
                told = {name: run(name) for name in in_order}
                if turn:  # the first round warms caches and compiles modules
                    seconds, megabytes = told[mine]
                    found[mine, other].append(_Run(seconds, told[other][0], megabytes))
    return {pair: _summed_up(runs) for pair, runs in found.items()}


def _goes(before: Sequence[_Run]) -> int:
    return _GOES if before and max(before[0].mine, before[0].other) <= _QUICK else 1


def _summed_up(runs: Sequence[_Run]) -> Measured:
    return Measured(
        seconds=statistics.median(each.mine for each in runs),
        ratio=statistics.median(each.mine / each.other for each in runs),
        least=min(each.mine for each in runs) / min(each.other for each in runs),
        megabytes=max(each.megabytes for each in runs),
    )


def _run(argv: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    nowhere = os.open(os.devnull, os.O_RDWR)
    redirected = [(os.POSIX_SPAWN_DUP2, nowhere, descriptor) for descriptor in (0, 1, 2)]
    start = time.perf_counter()
    process = os.posix_spawn(argv[0], list(argv), dict(environment), file_actions=redirected)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    os.close(nowhere)
    code = os.waitstatus_to_exitcode(status)
    if code:
        raise RuntimeError(f"{' '.join(argv)} ended with {code}")
    return seconds, usage.ru_maxrss / 1024
