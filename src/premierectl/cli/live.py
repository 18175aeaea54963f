"""A countdown that keeps up with the clock, until somebody presses q."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from msgspec.structs import replace

from premierectl.cli.output import Output, is_watched
from premierectl.cli.session import Session
from premierectl.errors import ExitCode, UsageError
from premierectl.moment import Moment
from premierectl.upcoming.coming_page import ComingPage
from premierectl.upcoming.one_show import UpClose
from premierectl.upcoming.outlook import Row

# Another screen that leaves what was there alone, without a cursor; and back.
_ENTER: Final = "\x1b[?1049h\x1b[?25l"
_LEAVE: Final = "\x1b[?25h\x1b[?1049l"
_HOME, _END_OF_LINE, _BELOW = "\x1b[H", "\x1b[K", "\x1b[J"


def keep_showing(session: Session, found: UpClose | ComingPage | Sequence[Row]) -> int:
    """Draw a countdown as it is by now, every second and at once when the terminal is resized.

    Return an exit code. The terminal is left as it was found with the last drawing on it, also when
    the program is asked to end. Raises :class:`UsageError` where there is no terminal to draw on.
    """
    if session.out.form != "screen" or not is_watched():
        raise UsageError("--live needs a terminal; leave it out for one answer")
    drawn: list[str] = []
    try:
        with _terminal(session.out) as wake:
            while True:
                moment = session.world.moment_now()
                drawn = _draw(session.out, _at(found, moment), moment)
                pressed = _pressed(wake, 1 - moment.instant.microsecond / 1_000_000)
                if pressed in ("q", "Q", ""):
                    return ExitCode.DONE
    finally:
        session.out.write("".join(f"{line}\n" for line in drawn))


def _at(
    found: UpClose | ComingPage | Sequence[Row], moment: Moment
) -> UpClose | ComingPage | list[Row]:
    """The same at another moment."""
    return (
        found.at(moment)
        if isinstance(found, UpClose | ComingPage)
        else [row.at(moment) for row in found]
    )


def _draw(out: Output, found: object, moment: Moment) -> list[str]:
    """Draw what fits above the line that says how to end, and return its lines."""
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    frame = replace(out, width=max(columns, 1), height=max(rows - 1, 1))
    lines = frame.lines(found, moment, ticking=True)[: rows - 1]
    shown = f"{_END_OF_LINE}\n".join([*lines, "q ends"])
    out.write(f"{_HOME}{shown}{_END_OF_LINE}{_BELOW}")
    return lines


def _pressed(wake: int, seconds: float) -> str | None:
    """The key that was pressed within this time; empty at the end of input, null for none."""
    import select  # noqa: PLC0415 - a script's countdown does without

    ready, _, _ = select.select([sys.stdin.fileno(), wake], [], [], seconds)
    if wake in ready:
        os.read(wake, 512)
    if sys.stdin.fileno() in ready:
        return os.read(sys.stdin.fileno(), 1).decode(errors="replace")
    return None


@contextmanager
def _terminal(out: Output) -> Iterator[int]:
    """A screen of our own, keys as they are pressed; yields what can be read after a resize."""
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
            out.write(_ENTER)
            yield wake
        finally:
            termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
            out.write(_LEAVE)


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
