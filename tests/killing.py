"""Commands that are killed, as by a power cut, before a call of theirs to the system.

For drivers, processes of their own: each call of :func:`child` is forked from one that has loaded
what there is to load, so that hundreds of them take seconds.
"""

import os
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Final

from premierectl.cli.program import run

KILLED: Final = -signal.SIGKILL

# After any other call files are as they were before it; a driver names more where more counts.
_CALLS: Final = frozenset(
    {
        "write", "fsync", "rename", "replace", "unlink", "remove", "mkdir", "chmod", "chown", "link",
        "ftruncate", "utime",
    }
)  # fmt: skip


def in_silence() -> None:
    """Let this process, and all that are forked from it, print nothing."""
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - for as long as it lives


def child(
    words: Sequence[str], last: int = 0, also: Collection[str] = (), output: Path | None = None
) -> int:
    """The exit code of a command in a process forked from this one, with its output in a file.

    It is killed before its call number ``last`` of those that change something, or of ``also``, and
    the code is :data:`KILLED`; never for 0.
    """
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if output:
        sys.stdout = output.open("w")
    sys.setprofile(_killer(last, _CALLS | set(also)) if last else None)
    code = run(words)
    sys.setprofile(None)
    os._exit(code)


def _killer(last: int, calls: Collection[str]) -> Callable[[FrameType, str, Any], None]:
    made = 0

    def watch(_: FrameType, event: str, function: Any) -> None:
        nonlocal made
        name = function.__name__ if event == "c_call" else ""
        if name in calls and not (name == "replace" and _is_of_text(function)):
            made += 1
            if made == last:
                os.kill(os.getpid(), signal.SIGKILL)

    return watch


def _is_of_text(function: Any) -> bool:
    return isinstance(function.__self__, str | bytes)
