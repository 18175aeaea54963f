"""What the command that runs has printed and said until now."""

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from premierectl.app import App


class Transcript:
    """What was ``printed`` on stdout, whether anything was ``said`` on stderr, and where it came from.

    ``world`` is set by a command whose answer may be given again while nothing in it changed.
    """

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.said = False
        self.world: App | None = None


# Who writes knows nothing of who remembers: the transcript is handed down beside all that is called.
_TRANSCRIPT: ContextVar[Transcript] = ContextVar("_TRANSCRIPT")


@contextlib.contextmanager
def transcript() -> Iterator[Transcript]:
    """The transcript of all that is printed and said in this context."""
    kept = Transcript()
    token = _TRANSCRIPT.set(kept)
    try:
        yield kept
    finally:
        _TRANSCRIPT.reset(token)


def note_printed(text: str) -> None:
    """Keep in mind what was written to stdout, as UTF-8."""
    _TRANSCRIPT.get().printed.append(text)


def note_said() -> None:
    """Keep in mind that there was something to say."""
    _TRANSCRIPT.get().said = True


def may_be_given_again(world: "App") -> None:
    """The answer comes from these files and this moment alone, and nothing else was done."""
    _TRANSCRIPT.get().world = world
