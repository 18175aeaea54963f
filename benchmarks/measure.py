"""Commands measured side by side: one run of each a round, the median of all rounds."""

import os
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Command = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Measured:
    """The median wall time of a command in seconds, and the most memory it took in MB."""

    seconds: float
    megabytes: float


def measure(
    commands: Mapping[str, Command], environments: Mapping[str, Mapping[str, str]], rounds: int
) -> dict[str, Measured]:
    """Measure each command, interleaved; a command is a list of argvs that take turns."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory = dict.fromkeys(commands, 0.0)
    for turn in range(rounds + 1):
        for name, argvs in commands.items():
            seconds, megabytes = _run(argvs[turn % len(argvs)], environments[name])
            memory[name] = max(memory[name], megabytes)
            if turn:  # the first round warms caches and compiles modules
                times[name].append(seconds)
    return {name: Measured(statistics.median(times[name]), memory[name]) for name in commands}


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
