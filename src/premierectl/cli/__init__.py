"""The commands: parse, call, show, exit."""

import gc
import sys


def main() -> None:
    """The entry point: run the command line and end with its exit code."""
    try:
        # Collecting garbage while modules load, and once more at the end, costs a fifth of a
        # script's answer and frees nothing that the end of the process does not.
        gc.disable()
        from premierectl.cli.program import run  # noqa: PLC0415 - so that ^C while loading is silent

        code = run(sys.argv[1:])
        gc.freeze()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
