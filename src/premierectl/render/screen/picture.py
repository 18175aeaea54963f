"""A drawing as an SVG picture: text as text, blocks and bars as shapes without gaps between them."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from re import finditer
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme

_CELL: Final = (10, 20)
_PADDING: Final = 20
_LARGEST_PICTURE_SCALE: Final = 3.0
FONTS: Final = (
    "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Sans Mono', "
    "'Courier New', monospace"
)
_SCHEME: Final = TerminalTheme(
    (17, 21, 28),
    (230, 237, 243),
    [(72, 79, 88), (255, 123, 114), (86, 211, 100), (242, 204, 96), (121, 192, 255),
     (210, 168, 255), (86, 212, 221), (201, 209, 217)],
)  # fmt: skip
# Which part of its cell a block fills, from where down and how far, and how much of it shows.
_SHAPES: Final = {
    "█": (0, 20, 1.0),
    "▀": (0, 10, 1.0),
    "▄": (10, 10, 1.0),
    "▒": (0, 20, 0.45),
    "░": (0, 20, 0.2),
}
_FAINT: Final = 0.55


class TextRun(Struct, frozen=True):
    """Characters of one style side by side, from a column on."""

    column: int
    text: str
    style: Style


def svg_picture(
    rows: Sequence[Sequence[Segment]], title: str, size: tuple[int, int] | None = None
) -> str:
    """The rows of a drawing as SVG; of a ``size`` in pixels it fills the middle of the picture."""
    wide = max((sum(segment.cell_length for segment in row) for row in rows), default=1)
    inner = max(wide, 1) * _CELL[0], max(len(rows), 1) * _CELL[1]
    width, height = size or (inner[0] + 2 * _PADDING, inner[1] + 2 * _PADDING)
    scale = min((width * 0.9) / inner[0], (height * 0.84) / inner[1], _LARGEST_PICTURE_SCALE)
    scale = scale if size else 1.0
    left, top = (width - inner[0] * scale) / 2, (height - inner[1] * scale) / 2
    back, radius = _SCHEME.background_color.hex, 0 if size else 10
    drawn = "\n".join([*_shapes(rows), *_texts_drawn(rows)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img">\n<title>{escape(title)}</title>\n'
        f'<rect width="{width}" height="{height}" rx="{radius}" fill="{back}"/>\n'
        f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.4f})" '
        f'font-family="{FONTS}" font-size="16.6" xml:space="preserve">\n{drawn}\n</g>\n</svg>\n'
    )


def _runs(row: Iterable[Segment]) -> Iterator[TextRun]:
    column = 0
    for segment in row:
        yield TextRun(column, segment.text, segment.style or Style.null())
        column += segment.cell_length


def _shapes(rows: Sequence[Sequence[Segment]]) -> Iterator[str]:
    """One path for all blocks of a colour: what lies side by side in one path has no seam."""
    paths: dict[tuple[str, float], list[str]] = {}
    for number, row in enumerate(rows):
        for run in _runs(row):
            column = run.column
            for character, repeated in groupby(run.text):
                length = cell_len("".join(repeated))
                if character in _SHAPES:
                    down, high, shows = _SHAPES[character]
                    x, y = column * _CELL[0], number * _CELL[1] + down
                    path = f"M{x} {y}h{length * _CELL[0]}v{high}h-{length * _CELL[0]}z"
                    colour = _colour(run.style, faint=False)
                    paths.setdefault((colour, shows), []).append(path)
                column += length
    for (colour, shows), drawn in paths.items():
        yield f'<path fill="{colour}" fill-opacity="{shows}" d="{"".join(drawn)}"/>'


def _texts_drawn(rows: Sequence[Sequence[Segment]]) -> Iterator[str]:
    """Text in pieces between wider gaps, so that columns stand where they stand on a terminal."""
    blocks = "".join(_SHAPES)
    for number, row in enumerate(rows):
        for run in _runs(row):
            for piece in finditer(f"[^ {blocks}]+(?: [^ {blocks}]+)*", run.text):
                column = run.column + cell_len(run.text[: piece.start()])
                yield _text_drawn(piece[0], column * _CELL[0], number * _CELL[1] + 15, run.style)


def _text_drawn(text: str, x: int, y: int, style: Style) -> str:
    looks = [
        ' font-weight="bold"' if style.bold else "",
        ' font-style="italic"' if style.italic else "",
        ' text-decoration="underline"' if style.underline else "",
    ]
    length = cell_len(text) * _CELL[0]
    return (
        f'<text x="{x}" y="{y}" textLength="{length}" fill="{_colour(style, faint=True)}"'
        f"{''.join(looks)}>{escape(text)}</text>"
    )


def _colour(style: Style, *, faint: bool) -> str:
    named = style.color
    red, green, blue = named.get_truecolor(_SCHEME) if named else _SCHEME.foreground_color
    if not (faint and style.dim):
        return f"#{red:02x}{green:02x}{blue:02x}"
    mixed = [
        round(behind + (before - behind) * _FAINT)
        for before, behind in zip((red, green, blue), _SCHEME.background_color, strict=True)
    ]
    return f"#{mixed[0]:02x}{mixed[1]:02x}{mixed[2]:02x}"
