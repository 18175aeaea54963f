"""Results, on stdout."""

import shutil
import sys
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from premierectl.cli.streams import (
    ColorChoice,
    columns_of,
    is_terminal,
    told_size,
    use_utf_8,
    wants_color,
    write_to,
)
from premierectl.cli.transcript import note_printed
from premierectl.errors import UsageError
from premierectl.moment import Moment

Form = Literal["json", "tsv", "plain", "screen"]


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
        if self.form != "screen" and not is_terminal(sys.stdout):
            use_utf_8(sys.stdout)
        write_to(sys.stdout, text)
        note_printed(text)

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
        raise UsageError(f"{' and '.join(exclusive)} cannot be used together; choose one")
    terminal = is_terminal(sys.stdout)
    form: Form = "json" if as_json else "tsv"
    if as_plain or (terminal and not exclusive and as_plain is None and usually_plain()):
        form = "plain"
    elif not exclusive and (terminal or color == "always"):
        form = "screen"
    colored = wants_color(environment, color, terminal=terminal)
    height = _height(environment) if terminal and form == "screen" else None
    return Output(form, colored, columns_of(sys.stdout, environment), height)


def write_as_it_is(text: str) -> None:
    """Print a text that is the same for people and for programs."""
    Output("tsv", color=False, width=80).write(text)


def _height(environment: Mapping[str, str]) -> int:
    return told_size(environment, "LINES") or shutil.get_terminal_size().lines
