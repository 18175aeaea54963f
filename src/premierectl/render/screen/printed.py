"""What was found as lines of a terminal, or as a file to share: a picture, a page or a text."""

from collections.abc import Callable
from io import StringIO
from typing import Final

from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.theme import Theme

from premierectl.errors import UsageError
from premierectl.render.safe_text import shown
from premierectl.render.screen.drawn import drawn
from premierectl.render.screen.look import Look
from premierectl.render.screen.picture import svg_picture
from premierectl.render.screen.png import PREVIEW, png_picture
from premierectl.render.screen.styles import ON_A_DARK_PICTURE, ON_ANY_BACKGROUND
from premierectl.upcoming.at_rest import AtRest
from premierectl.upcoming.one_show import UpClose

Exporter = Callable[[object, Look, str], bytes]

# In characters, what stands well in a preview.
_PREVIEW_WIDTH: Final = 68
_PREVIEW_HEIGHT: Final = 20

# Without a height Rich takes a dumb terminal for one of 80 columns, whatever its width.
_ANY_HEIGHT: Final = 25


def lines(found: object, look: Look, *, color: bool) -> list[str]:
    """The lines of a page, or of a list of things of one type."""
    console = _console(look.width, color=color)
    with console.capture() as captured:
        console.print(drawn(found, look))
    return [line.rstrip(" ") for line in captured.get().splitlines()]


def exporter(name: str) -> Exporter:
    """What makes a file of something found, as a look has it and with a title, by the file's ending.

    Raises :class:`UsageError` for an ending that is none of those there are.
    """
    ending = name.rpartition(".")[2].lower()
    if ending not in _FORMATS:
        raise UsageError(
            f"{name!r} ends with none of .svg, .png, .html and .txt; choose one of them"
        )
    return _FORMATS[ending]


def _fitted(found: object, look: Look) -> Console:
    """What was found, printed no wider than it needs."""
    drawing = drawn(found, look)
    text = _printed(drawing, look.width).export_text()
    return _printed(drawing, max(map(cell_len, text.splitlines())))


def _printed(drawing: RenderableType, width: int) -> Console:
    console = _console(width, color=True, record=True)
    console.print(drawing)
    return console


def _console(
    width: int, *, color: bool, record: bool = False, styles: Theme = ON_ANY_BACKGROUND
) -> Console:
    return Console(
        theme=styles,
        record=record,
        file=StringIO(),
        width=width,
        height=_ANY_HEIGHT,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def _svg(found: object, look: Look, title: str) -> bytes:
    return svg_picture(_used_rows(found, look), shown(title)).encode()


def _png(found: object, look: Look, title: str) -> bytes:
    """A card as large as the picture takes, everything else as wide as the terminal."""
    preview = replace(look, width=_PREVIEW_WIDTH, height=_PREVIEW_HEIGHT, keeps_height=True)
    rows = _used_rows(found, preview if isinstance(found, UpClose | AtRest) else look)
    return png_picture(svg_picture(rows, shown(title), PREVIEW))


def _used_rows(found: object, look: Look) -> list[list[Segment]]:
    """The rows of a drawing, without the space around them."""
    console = _console(look.width, color=True, styles=ON_A_DARK_PICTURE)
    rows = console.render_lines(drawn(found, look), pad=False)
    used = [number for number, row in enumerate(rows) if "".join(each.text for each in row).strip()]
    return rows[used[0] : used[-1] + 1]


def _html(found: object, look: Look, _: str) -> bytes:
    return _fitted(found, look).export_html(inline_styles=True).encode()


def _as_text(found: object, look: Look, _: str) -> bytes:
    text = _fitted(found, look).export_text()
    return "".join(line.rstrip() + "\n" for line in text.splitlines()).encode()


_FORMATS: Final[dict[str, Exporter]] = {
    "svg": _svg,
    "png": _png,
    "html": _html,
    "txt": _as_text,
}
