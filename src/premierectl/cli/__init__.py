"""The commands: parse, call, show, exit."""

import gc
import os
import sys

from premierectl.cli.remembered import remembered


def main() -> None:
    """The entry point: run the command line and end with its exit code.

    The process ends at once, with nothing left to do: what is printed is flushed as it is written,
    and files and locks are closed by whoever opened them.
    """
    try:
        answer = remembered(sys.argv[1:], os.environ)
        if answer is not None and _is_printed(answer):
            os._exit(0)
        # Collecting garbage while modules load, and taking the process's memory apart at its end,
        # cost a fifth of a script's answer and free nothing that the end of the process does not.
        gc.disable()
        _load_msgspec()
        from premierectl.cli.program import run  # noqa: PLC0415 - so that ^C while loading is silent

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    os._exit(code)


def _load_msgspec() -> None:
    """Load msgspec without typing_extensions, which it would load where that is installed.

    It takes three names from there that Python has itself from 3.11 on, and a twentieth of a
    script's answer to load it. Whoever asks for typing_extensions later finds it.
    """
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # null: not to be found (Python reference, 5.3.1)
    try:
        import msgspec  # noqa: F401, PLC0415 - so that ^C while loading is silent
    finally:
        del sys.modules[name]


def _is_printed(answer: bytes) -> bool:
    """Whether stdout took it; where it did not, whoever computes it says why."""
    try:
        while answer:
            answer = answer[os.write(1, answer) :]
    except OSError:
        return False
    return True
