"""A drawing as lines of a terminal, or as a file to share: ``.svg``, ``.html`` or ``.txt``."""

from collections.abc import Callable
from io import StringIO
from typing import Final

from rich.cells import cell_len
from rich.console import Console, RenderableType

from premierectl.errors import UsageError
from premierectl.render.safe_text import shown
from premierectl.render.screen.drawn import drawn
from premierectl.render.screen.look import Look

# Rich's own frame loads fonts from elsewhere; this one takes the viewer's.
_FRAME: Final = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


# Without a height Rich takes a dumb terminal for one of 80 columns, whatever its width.
_ANY_HEIGHT: Final = 25


def lines(found: object, look: Look, *, color: bool) -> list[str]:
    """The lines of a page, or of a list of things of one type."""
    console = _console(look.width, color=color)
    with console.capture() as captured:
        console.print(drawn(found, look))
    return [line.rstrip(" ") for line in captured.get().splitlines()]


def exporter(name: str) -> Callable[[RenderableType, int, str], str]:
    """What writes a drawing of some width, with a title, as the file's ending says.

    Raises :class:`UsageError` for an ending that is none of the three.
    """
    ending = name.rpartition(".")[2].lower()
    if ending not in _FORMATS:
        raise UsageError(f"{name!r} ends with none of .svg, .html and .txt; choose one of them")
    way = _FORMATS[ending]

    def exported(drawing: RenderableType, width: int, title: str) -> str:
        needed = max(map(cell_len, _as_text(_printed(drawing, width), title).splitlines()))
        return way(_printed(drawing, needed), shown(title))

    return exported


def _printed(drawing: RenderableType, width: int) -> Console:
    console = _console(width, color=True, record=True)
    console.print(drawing)
    return console


def _console(width: int, *, color: bool, record: bool = False) -> Console:
    return Console(
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


def _svg(console: Console, title: str) -> str:
    return console.export_svg(title=title, code_format=_FRAME, unique_id="premierectl")


def _html(console: Console, _: str) -> str:
    return console.export_html(inline_styles=True)


def _as_text(console: Console, _: str) -> str:
    return "".join(line.rstrip() + "\n" for line in console.export_text().splitlines())


_FORMATS: Final = {"svg": _svg, "html": _html, "txt": _as_text}
