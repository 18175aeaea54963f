"""A countdown that keeps up with the clock, until somebody presses q."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from msgspec.structs import replace

from premierectl.cli.keyboard import listening, pressed
from premierectl.cli.output import Output
from premierectl.cli.saying import report
from premierectl.cli.session import Session
from premierectl.cli.streams import is_watched
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
    if not session.out.is_for_people or not is_watched():
        raise UsageError("--live needs a terminal; leave it out for one answer")
    if session.out.form == "plain":
        return _keep_saying(session, found)
    drawn: list[str] = []
    try:
        with _screen_of_ours(session.out) as wake:
            while True:
                moment = session.world.moment_now()
                drawn = _draw(session.out, _at(found, moment), moment)
                key = pressed(wake, 1 - moment.instant.microsecond / 1_000_000)
                if key in ("q", "Q", ""):
                    return ExitCode.DONE
    finally:
        session.out.write("".join(f"{line}\n" for line in drawn))


def _keep_saying(session: Session, found: UpClose | ComingPage | Sequence[Row]) -> int:
    """Say a countdown, and again each sentence whose words have changed since."""
    said: list[str] = []
    with listening() as wake:
        report(["q ends"])
        while True:
            moment = session.world.moment_now()
            lines = session.out.lines(_at(found, moment), moment)
            session.out.write("".join(f"{line}\n" for line in lines if line not in said))
            said = lines
            if pressed(wake, 1 - moment.instant.microsecond / 1_000_000) in ("q", "Q", ""):
                return ExitCode.DONE


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


@contextmanager
def _screen_of_ours(out: Output) -> Iterator[int]:
    """A screen of our own, keys as they are pressed; yields what can be read after a resize."""
    with listening() as wake:
        try:
            out.write(_ENTER)
            yield wake
        finally:
            out.write(_LEAVE)
