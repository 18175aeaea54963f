"""The text of a status bar: one line, cut to its place, with what it says of a release in it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from premierectl.render.bars.cells import ELLIPSIS, cut_to_cells, width_in_cells
from premierectl.render.safe_text import safe
from premierectl.render.template import Template
from premierectl.upcoming.bar import Bar
from premierectl.upcoming.outlook import Row
from premierectl.wording.bar import UNREADABLE, bar_phrase

BarEscape = Literal["auto", "pango", "none"]
Escaped = Callable[[str], str]

# Seen by nobody, it keeps a sign from the one beside it.
KEEPS_APART: Final = "\u200b"
USUAL_TEXT: Final = "{title} {short} · {wait}"
# A title that has less room than this says nothing; then the whole text is cut at its end.
_SHORTEST_TITLE: Final = 6


class BarStyle(Struct, frozen=True, kw_only=True):
    """How a bar is wanted: its text, how wide it may be, how many rows stand in its tooltip or menu.

    ``hosts`` are the programs of a menu that have parameters of their own.
    """

    template: Template
    cells: int | None = None
    escape: BarEscape = "auto"
    rows: int = 8
    hosts: tuple[str, ...] = ()

    def markup(self, usual: BarEscape = "none") -> Escaped:
        """How a value is written, for a program that reads it as ``usual`` where nothing else is said."""
        wanted = usual if self.escape == "auto" else self.escape
        return as_pango if wanted == "pango" else str


class Run(Struct, frozen=True):
    """What the template says, and behind it the value of one of its fields."""

    literal: str
    value: str = ""
    field: str = ""


class BarText(Struct, frozen=True):
    """A text that knows which of it is the user's template, and which comes from a catalogue."""

    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        return "".join(run.literal + run.value for run in self.runs)

    def written(self, escaped: Escaped) -> str:
        """The text with its values escaped; what the template says is the user's own markup."""
        return "".join(run.literal + escaped(run.value) for run in self.runs)

    def cut(self, cells: int) -> "BarText":
        """The text in so many cells of a terminal: its title gives way first, then its end."""
        over = width_in_cells(str(self)) - cells
        return self if over <= 0 else self._with_shorter_title(over)._cut_at_end(cells)

    def _with_shorter_title(self, over: int) -> "BarText":
        """The text with so many cells less for its title, if it has one that can spare them."""
        for index, run in enumerate(self.runs):
            room = width_in_cells(run.value) - over
            if run.field == "title" and room >= _SHORTEST_TITLE:
                shorter = replace(run, value=cut_to_cells(run.value, room))
                return BarText((*self.runs[:index], shorter, *self.runs[index + 1 :]))
        return self

    def _cut_at_end(self, cells: int) -> "BarText":
        if width_in_cells(str(self)) <= cells:
            return self
        kept, left = list[Run](), len(cut_to_cells(str(self), cells)) - len(ELLIPSIS)
        for run in self.runs:
            literal, value = run.literal[:left], run.value[: max(0, left - len(run.literal))]
            left -= len(literal) + len(value)
            kept.append(Run(literal, value))
        return BarText((*kept, Run(ELLIPSIS)))


def text_of_bar(bar: Bar, style: BarStyle, cells: int | None = None) -> BarText:
    """The text of a bar, in the cells that were asked for, else in so many; nothing for no release."""
    if bar.state == "error":
        text = BarText((Run(UNREADABLE),))
    else:
        text = BarText(tuple(_filled_runs(bar.row, bar.wait, style.template)) if bar.row else ())
    wanted = style.cells or cells
    return text if wanted is None else text.cut(wanted)


def lines_beside(bar: Bar, count: int) -> Sequence[str]:
    """What stands in a tooltip: a line a release, or why there is none."""
    if not bar.rows:
        return [safe(bar.reason)]
    return [row_line(row) for row in bar.rows[:count]]


def row_line(row: Row) -> str:
    """A release and the wait for it: ``The Pitt season 3: in 39–69 days (January 2027)``."""
    return f"{safe(row.name)}: {bar_phrase(row.item)}"


def as_pango(text: str) -> str:
    """The text where Pango's markup is read."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _filled_runs(row: Row, wait: str, template: Template) -> Iterator[Run]:
    for piece in template.pieces:
        literal = safe(piece.literal.replace("\n", " ").replace("\t", " "))
        told = piece.cut(wait) if piece.field == "wait" else piece.value(row)
        yield Run(literal, told, piece.field)
