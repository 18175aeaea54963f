"""What polybar's ``custom/script`` shows: a line in which ``%{`` begins a tag of its own."""

from premierectl.render.bars.text import KEEPS_APART, BarStyle, text_of_bar
from premierectl.upcoming.bar import Bar


def polybar_bar(bar: Bar, style: BarStyle) -> str:
    """The line; a tag stands in it only where the template itself has one."""
    markup, line = style.markup(), ""
    for run in text_of_bar(bar, style).runs:
        value = markup(run.value).replace("%{", f"%{KEEPS_APART}{{")
        line = _kept_apart(_kept_apart(line, run.literal), value)
    return line + "\n"


def _kept_apart(before: str, after: str) -> str:
    """One behind the other, so that they do not make a tag together."""
    is_tag = before.endswith("%") and after.startswith("{")
    return before + KEEPS_APART * is_tag + after
