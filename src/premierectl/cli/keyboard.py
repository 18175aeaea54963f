"""Keys as they are pressed, while something goes on on the terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from premierectl.errors import UsageError


def pressed(wake: int, seconds: float) -> str | None:
    """The key that was pressed within this time; empty at the end of input, null for none."""
    import select  # noqa: PLC0415 - a script's countdown does without

    ready, _, _ = select.select([sys.stdin.fileno(), wake], [], [], seconds)
    if wake in ready:
        os.read(wake, 512)
    if sys.stdin.fileno() in ready:
        return os.read(sys.stdin.fileno(), 1).decode(errors="replace")
    return None


@contextmanager
def listening() -> Iterator[int]:
    """Get keys as they are pressed; yields what can be read after a resize.

    The terminal is left as it was found, also when the program is asked to end. Raises
    :class:`UsageError` on systems without such terminals.
    """
    try:
        import termios  # noqa: PLC0415 - not on every system
        import tty  # noqa: PLC0415 - as above
    except ImportError:
        raise UsageError("--live needs a terminal as Linux and macOS have it") from None
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    with _signals() as wake:
        try:
            tty.setcbreak(keyboard)
            _without_suspending(keyboard)
            yield wake
        finally:
            termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def _without_suspending(keyboard: int) -> None:
    """Let Ctrl-Z do nothing: a stopped program could not give the screen back."""
    import termios  # noqa: PLC0415 - not on every system

    mode = termios.tcgetattr(keyboard)
    mode[6][termios.VSUSP] = b"\x00"
    termios.tcsetattr(keyboard, termios.TCSANOW, mode)


@contextmanager
def _signals() -> Iterator[int]:
    """While it lasts, a resize wakes the reader, and a request to end is an exit like any other."""
    import signal  # noqa: PLC0415 - a script's countdown does without

    wake, resized = os.pipe()
    os.set_blocking(resized, False)
    waker = signal.set_wakeup_fd(resized)
    window = signal.signal(signal.SIGWINCH, lambda *_: None)
    ending = signal.signal(signal.SIGTERM, _end)
    try:
        yield wake
    finally:
        signal.signal(signal.SIGTERM, ending)
        signal.signal(signal.SIGWINCH, window)
        signal.set_wakeup_fd(waker)
        os.close(wake)
        os.close(resized)


def _end(*_: object) -> None:
    raise KeyboardInterrupt
