"""``--format``: named fields of a row and nothing else."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Self

from msgspec import Struct

from premierectl.errors import UsageError
from premierectl.render.fields import FIELDS, text_of
from premierectl.upcoming.outlook import Row

_PIECE: Final = r"\{\{|\}\}|\\[tn\\]|\{([^{}:]*)(?::\.([0-9]{1,4}))?\}|\{[^{}]*\}|[{}]"
_LITERALS: Final = {"{{": "{", "}}": "}", r"\t": "\t", r"\n": "\n", r"\\": "\\"}


class TemplatePiece(Struct, frozen=True):
    """A literal, and the field that follows it, if one does; ``cells`` is how wide it may be."""

    literal: str
    field: str = ""
    cells: int | None = None

    def filled(self, row: Row) -> str:
        """The literal and the row's value of the field, made safe and cut."""
        return self.literal + self.value(row)

    def value(self, row: Row) -> str:
        """The row's value of the field, made safe and cut; empty without a field."""
        return self.cut(text_of(FIELDS[self.field].of(row)) if self.field else "")

    def cut(self, value: str) -> str:
        """A value in as many cells as it may have."""
        return value if self.cells is None else _cut_to_cells(value, self.cells)


class Template(Struct, frozen=True):
    """A template that was read: its pieces in turn."""

    pieces: tuple[TemplatePiece, ...]

    @classmethod
    def of(cls, field: str) -> Self:
        """The template that is one field."""
        return cls((TemplatePiece("", field),))

    @classmethod
    def read(cls, text: str, option: str = "--format") -> Self:
        r"""Read ``{fields}``, each cut to 20 cells of a terminal where it is ``{field:.20}``.

        ``{{`` and ``}}`` are braces, ``\t`` and ``\n`` tab and newline. Raises
        :class:`UsageError` for a field that there is not, and lists those there are; ``option`` is
        where the template was written.
        """
        return cls(tuple(_template_pieces(text, option)))

    def lines(self, rows: Iterable[Row]) -> str:
        """The template with the fields of each row, a line each."""
        return "".join("".join(piece.filled(row) for piece in self.pieces) + "\n" for row in rows)


def _template_pieces(text: str, option: str) -> Iterator[TemplatePiece]:
    end = 0
    for match in re.finditer(_PIECE, text):
        literal, end = text[end : match.start()], match.end()
        if match.group() in _LITERALS:
            yield TemplatePiece(literal + _LITERALS[match.group()])
        elif match[1] in FIELDS:
            yield TemplatePiece(literal, match[1], int(match[2]) if match[2] else None)
        else:
            raise UsageError(f"{option} {_what_is_wrong(match.group())}")
    yield TemplatePiece(text[end:])


def _what_is_wrong(piece: str) -> str:
    """Why a piece cannot be read: a brace by itself, a width that is none, a field that there is not."""
    if piece in ("{", "}"):
        return f"has a {piece} without its other half; write {piece * 2} for the sign itself"
    field = piece[1:-1].partition(":")[0]
    if field in FIELDS:
        return f"cannot read {piece}; write {{{field}}}, or {{{field}:.20}} to cut it to 20 cells"
    return f"knows no field {piece}; there are {', '.join(FIELDS)}"


def _cut_to_cells(text: str, cells: int) -> str:
    """As much of the text as has room in so many cells of a terminal."""
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415 - only where something is cut

    return text if cell_len(text) <= cells else set_cell_size(text, cells)
