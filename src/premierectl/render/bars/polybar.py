"""What polybar's ``custom/script`` shows: a line in which ``%{`` begins a tag of its own."""

from premierectl.render.bars.text import KEEPS_APART, BarStyle, text_of_bar
from premierectl.upcoming.bar import Bar


def polybar_bar(bar: Bar, style: BarStyle) -> str:
    """The line; a tag stands in it only where the template itself has one."""
    markup, line, of_template = style.markup(), "", True
    for run in text_of_bar(bar, style).runs:
        value = markup(run.value).replace("%{", f"%{KEEPS_APART}{{")
        for text, is_literal in ((run.literal, True), (value, False)):
            between = "" if is_literal and of_template else KEEPS_APART
            apart = between if line.endswith("%") and text.startswith("{") else ""
            line, of_template = line + apart + text, is_literal if text else of_template
    return line + "\n"
