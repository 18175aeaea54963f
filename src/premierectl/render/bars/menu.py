"""A plugin's output for xbar, SwiftBar and Argos: the bar, and a menu below it."""

import re
from collections.abc import Iterator
from typing import Final

from premierectl.render.bars.text import KEEPS_APART, BarStyle, lines_beside, row_line, text_of_bar
from premierectl.render.fields import link_of
from premierectl.upcoming.bar import Bar
from premierectl.upcoming.outlook import Row

# xbar refuses a plugin with a parameter that it does not know, so the rest goes to its own host.
_ALWAYS: Final = "emojize=false ansi=false"
_OF_HOST: Final = {"argos": " useMarkup=false unescape=false", "swiftbar": " symbolize=false"}
_BAR_SIGN: Final = "\u2223"
# A menu without a word in the bar could not be opened.
_NOTHING: Final = "–"
_KEPT_IN_ADDRESS: Final = r"[^!#$%&()*+,./0-9:;=?@A-Z\[\]_a-z~-]"


def menu_bar(bar: Bar, style: BarStyle) -> str:
    """The text, a line for each release with its address, and one that asks again."""
    parameters = _ALWAYS + "".join(_OF_HOST[host] for host in style.hosts)
    text = _item(text_of_bar(bar, style).written(style.markup())) or _NOTHING
    lines = [f"{text} | {parameters}", "---", *_menu_rows(bar, style, parameters), "---"]
    return "\n".join([*lines, "Refresh | refresh=true", ""])


def _menu_rows(bar: Bar, style: BarStyle, parameters: str) -> Iterator[str]:
    markup = style.markup()
    if not bar.rows:
        yield from (f"{_item(markup(line))} | {parameters}" for line in lines_beside(bar, 1))
    for row in bar.rows[: style.rows]:
        yield f"{_item(markup(row_line(row)))} | {_address(row)}{parameters}"


def _item(text: str) -> str:
    """The text of a line: no parameters begin in it, and it is neither a rule nor a submenu."""
    item = text.strip().replace("|", _BAR_SIGN)
    return f"{KEEPS_APART}{item}" if item.startswith("-") else item


def _address(row: Row) -> str:
    url = re.sub(_KEPT_IN_ADDRESS, _percent, link_of(row.release.show))
    return f"href={url} " if url else ""


def _percent(match: "re.Match[str]") -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
