"""The commands: parse, call, show, exit."""

import sys


def main() -> None:
    """The entry point: run the command line and end with its exit code."""
    # Collecting garbage while modules load costs a tenth of a script's answer and frees nothing.
    import gc  # noqa: PLC0415 - within the guard, as everything that an interrupt can hit

    gc.disable()
    try:
        from premierectl.cli.program import run  # noqa: PLC0415 - so that ^C while loading is silent

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
