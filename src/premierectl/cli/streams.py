"""Standard input, output and error: who is at the other end, and what can go wrong on the way."""

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from typing import Final, Literal, TextIO

from premierectl.cli.transcript import note_said
from premierectl.errors import BadFileError, FileAccessError, PipeClosedError
from premierectl.render.safe_text import encodable

ColorChoice = Literal["auto", "always", "never"]

_OFF: Final = ("", "0")
_NARROWEST: Final = 20
_WITHOUT_SIZE: Final = 80


def write_to(stream: TextIO | None, text: str) -> None:
    """Write and flush, with what the stream's encoding cannot carry in ASCII.

    Raises :class:`PipeClosedError` when nobody reads any more, :class:`FileAccessError` when it
    cannot be written.
    """
    if stream is None:
        raise FileAccessError("standard output is closed; the result could not be written")
    try:
        stream.write(encodable(text, stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        _abandon(stream)
        raise PipeClosedError("") from None
    except OSError as error:
        _abandon(stream)
        reason = (error.strerror or str(error)).lower()
        raise FileAccessError(f"standard output cannot be written: {reason}") from error


def use_utf_8(stream: TextIO | None) -> None:
    """Let the stream carry UTF-8, with the line ends that are written to it."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at what the stream carries, or types it."""
    return stream is not None and not stream.closed and stream.isatty()


def is_watched() -> bool:
    """Whether stdin and stdout are a terminal that somebody looks at."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def is_heard() -> bool:
    """Whether stderr is a terminal that somebody looks at."""
    return is_terminal(sys.stderr)


def can_ask() -> bool:
    """Whether somebody is there to answer a question."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def ask(question: str) -> str:
    """Ask on stderr and read a line; an empty answer where the input ends."""
    note_said()
    write_to(sys.stderr, question)
    return sys.stdin.readline().strip()


def agrees(question: str) -> bool:
    """Whether the answer to a question is yes, or none."""
    return ask(f"{question} [Y/n] ").lower() in ("", "y", "yes")


def input_lines() -> list[str]:
    """The lines of standard input that say something, without the space around them.

    A byte order mark at its beginning is left out.

    Raises :class:`BadFileError` where it is no text, :class:`FileAccessError` where it cannot be
    read.
    """
    try:
        lines = [line.strip().removeprefix("\ufeff") for line in sys.stdin or ()]
        return [line for line in lines if line]
    except UnicodeDecodeError:
        raise BadFileError("standard input", "is not text in this terminal's encoding") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileAccessError(f"standard input cannot be read: {reason}") from error


def wants_color(environment: Mapping[str, str], color: ColorChoice, *, terminal: bool) -> bool:
    """``--color``, then ``NO_COLOR``, ``FORCE_COLOR`` / ``CLICOLOR_FORCE``, ``CLICOLOR``, ``TERM``."""
    if color != "auto":
        return color == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in _OFF for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") in ("dumb", "unknown"):
        return False
    return terminal


def columns_of(stream: TextIO | None, environment: Mapping[str, str]) -> int:
    """How wide a terminal is (cells): as ``COLUMNS`` says, as it says itself, else 80."""
    columns = told_size(environment, "COLUMNS")
    if not columns and stream is not None:
        with contextlib.suppress(OSError, ValueError):  # no terminal, or one that does not tell
            columns = os.get_terminal_size(stream.fileno()).columns
    return max(_NARROWEST, columns or _WITHOUT_SIZE)


def told_size(environment: Mapping[str, str], name: str) -> int:
    """What a variable says of the terminal's size; 0 where it says nothing of use."""
    told = environment.get(name, "")
    return int(told[:4]) if told.isascii() and told.isdigit() else 0


def _abandon(stream: TextIO) -> None:
    """Let what is still in the stream's buffer go nowhere, so that closing it cannot fail again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
