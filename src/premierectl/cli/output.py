"""The one place that prints: results to stdout, everything else to stderr."""

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal, TextIO

from msgspec import Struct

from premierectl.catalogue.layer import Skipped
from premierectl.errors import BadFileError, FileAccessError, PipeClosedError, UsageError
from premierectl.moment import Moment
from premierectl.render.safe_text import encodable, safe

ColorChoice = Literal["auto", "always", "never"]
Form = Literal["json", "tsv", "plain", "screen"]

_NARROWEST: Final = 20
_WITHOUT_TERMINAL: Final = 80


class Output(Struct, frozen=True):
    """How results are shown: as JSON, as tab-separated lines, in plain sentences, or drawn.

    A terminal has a ``height`` in lines, a pipe has none.
    """

    form: Form
    color: bool
    width: int
    height: int | None = None

    @property
    def is_for_people(self) -> bool:
        """Whether somebody reads or hears it, and not a script."""
        return self.form in ("plain", "screen")

    @property
    def signs(self) -> bool:
        """Whether stdout can carry more than ASCII."""
        return (sys.stdout.encoding or "ascii").lower().replace("-", "").startswith("utf")

    def write(self, text: str) -> None:
        """Write to stdout and flush.

        Into a pipe or a file it is UTF-8, whatever the system's encoding is. Raises
        :class:`PipeClosedError` when nobody reads any more, :class:`FileAccessError` when stdout
        cannot be written.
        """
        if self.form != "screen" and not _is_terminal(sys.stdout):
            use_utf_8(sys.stdout)
        _write_to(sys.stdout, text)

    def draw(self, found: object, moment: Moment) -> None:
        """Show what was found to people on stdout."""
        self.write("".join(line + "\n" for line in self.lines(found, moment)))

    def lines(self, found: object, moment: Moment, *, ticking: bool = False) -> list[str]:
        """The lines of what was found: sentences, or a drawing, in colour where that is wanted."""
        if self.form == "plain":
            from premierectl.render.plain.said import plain_lines  # noqa: PLC0415 - only where wanted

            return plain_lines(found, moment)
        from premierectl.render import screen  # noqa: PLC0415 - imports Rich, only for people

        look = screen.Look(
            width=self.width,
            moment=moment,
            signs=self.signs,
            height=self.height,
            ticking=ticking,
            keeps_height=ticking,
        )
        return screen.lines(found, look, color=self.color)

    def saved(self, name: str, found: object, moment: Moment, title: str) -> bytes:
        """What was found as the file of this name holds it: drawn, or a text in plain sentences."""
        if self.form == "plain" and name.lower().endswith(".txt"):
            return "".join(line + "\n" for line in self.lines(found, moment)).encode()
        from premierectl.render import screen  # noqa: PLC0415 - as above

        look = screen.Look(width=self.width, moment=moment, signs=self.signs)
        return screen.exporter(name)(found, look, title)


def open_output(
    environment: Mapping[str, str],
    *,
    as_json: bool = False,
    as_tsv: bool = False,
    as_plain: bool | None = None,
    usually_plain: Callable[[], bool] = lambda: False,
    color: ColorChoice = "auto",
) -> Output:
    """The output that the options, the environment and stdout ask for.

    A pipe gets tab-separated lines, unless ``--plain`` asks for sentences or ``--color always`` for
    what a terminal shows. Where no option says so, a terminal is ``usually_plain`` or not.
    """
    asked = {"--json": as_json, "--tsv": as_tsv, "--plain": as_plain}
    exclusive = [option for option, is_asked in asked.items() if is_asked]
    if len(exclusive) > 1:
        raise UsageError(f"{' and '.join(exclusive)} exclude each other; choose one")
    terminal = _is_terminal(sys.stdout)
    form: Form = "json" if as_json else "tsv"
    if as_plain or (terminal and not exclusive and as_plain is None and usually_plain()):
        form = "plain"
    elif not exclusive and (terminal or color == "always"):
        form = "screen"
    colored = _wants_color(environment, color, terminal=terminal)
    height = _height(environment) if terminal and form == "screen" else None
    return Output(form, colored, _width(environment), height)


def say(message: str) -> None:
    """One line for the user on stderr."""
    with contextlib.suppress(PipeClosedError, FileAccessError):
        _write_to(sys.stderr, f"premierectl: {safe(message)}\n")


def report(lines: Iterable[str]) -> None:
    """Lines for the user on stderr, of what was done, as they are."""
    with contextlib.suppress(PipeClosedError, FileAccessError):
        _write_to(sys.stderr, "".join(f"{safe(line)}\n" for line in lines))


def say_skipped(skipped: Iterable[Skipped]) -> None:
    """Name the entries of catalogues that were left out because they are bad."""
    for skip in skipped:
        say(f"{skip.file}: {skip.path}: {skip.reason}; left out, see: premierectl catalogue check")


def use_utf_8(stream: TextIO | None) -> None:
    """Let the stream carry UTF-8, with the line ends that are written to it."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="")


def is_watched() -> bool:
    """Whether stdin and stdout are a terminal that somebody looks at."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def is_heard() -> bool:
    """Whether stderr is a terminal that somebody looks at."""
    return _is_terminal(sys.stderr)


def can_ask() -> bool:
    """Whether somebody is there to answer a question."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def ask(question: str) -> str:
    """Ask on stderr and read a line; an empty answer where the input ends."""
    _write_to(sys.stderr, question)
    return sys.stdin.readline().strip()


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
        raise BadFileError("standard input", "is no text in this terminal's encoding") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileAccessError(f"standard input cannot be read: {reason}") from error


def _write_to(stream: TextIO | None, text: str) -> None:
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


def _abandon(stream: TextIO) -> None:
    """Let what is still in the stream's buffer go nowhere, so that closing it cannot fail again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _wants_color(environment: Mapping[str, str], color: ColorChoice, *, terminal: bool) -> bool:
    """``--color``, then ``NO_COLOR``, ``FORCE_COLOR`` / ``CLICOLOR_FORCE``, ``CLICOLOR``, ``TERM``."""
    if color != "auto":
        return color == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(
        environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") in ("dumb", "unknown"):
        return False
    return terminal


def _width(environment: Mapping[str, str]) -> int:
    told = _told_size(environment, "COLUMNS")
    return max(_NARROWEST, told or shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns)


def _height(environment: Mapping[str, str]) -> int:
    return _told_size(environment, "LINES") or shutil.get_terminal_size().lines


def _told_size(environment: Mapping[str, str], name: str) -> int:
    """What a variable says of the terminal's size; 0 where it says nothing of use."""
    told = environment.get(name, "")
    return int(told[:4]) if told.isascii() and told.isdigit() else 0
