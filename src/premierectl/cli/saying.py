"""What the program says on stderr: errors, and what else there is to know.

Somebody at a terminal reads notices dim, in lines that end between words, without the program's
name; a script finds one line each, which begins with it.
"""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Final

from premierectl.catalogue.layer import Skipped
from premierectl.cli.streams import ColorChoice, columns_of, is_heard, wants_color, write_to
from premierectl.cli.transcript import note_said
from premierectl.errors import FileAccessError, PipeClosedError
from premierectl.render.safe_text import safe

_DIM: Final = "\x1b[2m", "\x1b[0m"


class Notices:
    """The notices of one command: those that stand behind its answer, and how they look."""

    def __init__(self) -> None:
        self.behind: dict[str, None] = {}
        self.color: ColorChoice = "auto"
        self.as_sentences = False


# Every function of a command may have something to say, and none of them knows when the answer
# stands: the notices of the command that runs are handed down beside all that is called.
_OF_THIS_COMMAND: ContextVar[Notices] = ContextVar("_OF_THIS_COMMAND")


@contextlib.contextmanager
def notices_behind() -> Iterator[None]:
    """Let what is noticed in this context be said at its end, also where it ends in an error."""
    token = _OF_THIS_COMMAND.set(Notices())
    try:
        yield
    finally:
        for message in _OF_THIS_COMMAND.get().behind:
            say(message)
        _OF_THIS_COMMAND.reset(token)


def look_of_notices(color: ColorChoice, *, as_sentences: bool) -> None:
    """From now on notices have colour or none, and are wrapped or, ``as_sentences``, left whole."""
    of_this = _OF_THIS_COMMAND.get()
    of_this.color, of_this.as_sentences = color, as_sentences


def notice(message: str) -> None:
    """Say this behind the answer, once."""
    _OF_THIS_COMMAND.get().behind[message] = None


def notice_skipped(skipped: Iterable[Skipped]) -> None:
    """Name the entries of catalogues that were left out because they are bad."""
    for skip in skipped:
        notice(
            f"{skip.file}: {skip.path}: {skip.reason}; left out, see: premierectl catalogue check"
        )


def say(message: str) -> None:
    """Say this now."""
    if not is_heard():
        say_error(message)
        return
    look = _OF_THIS_COMMAND.get()
    from premierectl.wording.sentences import begun_large  # noqa: PLC0415 - only for people

    sentence = begun_large(safe(message))
    if look.as_sentences:
        _write(f"{sentence}\n")
        return
    from premierectl.render.wrapped_words import wrapped_words  # noqa: PLC0415 - only for people

    dim = wants_color(os.environ, look.color, terminal=True)
    lines = wrapped_words(sentence, columns_of(sys.stderr, os.environ))
    _write("".join(f"{line.join(_DIM) if dim else line}\n" for line in lines))


def say_error(message: str) -> None:
    """Say why it failed, in one line that tells which program says so."""
    _write(f"premierectl: {safe(message)}\n")


def report(lines: Iterable[str]) -> None:
    """Lines for the user, of what was done or can be chosen, as they are."""
    _write("".join(f"{safe(line)}\n" for line in lines))


def _write(text: str) -> None:
    note_said()
    with contextlib.suppress(PipeClosedError, FileAccessError):
        write_to(sys.stderr, text)
