"""Which kinds of bar there are, and where each is drawn."""

from collections.abc import Callable
from importlib import import_module
from typing import Final, Literal, cast

from premierectl.render.bars.text import BarStyle
from premierectl.upcoming.bar import Bar

BarKind = Literal[
    "plain",
    "waybar",
    "i3blocks",
    "i3status",
    "polybar",
    "tmux",
    "menu",
    "json",
    "prometheus",
]

# Each is imported when it is asked for: a bar does not wait for the others.
_DRAWN: Final[dict[BarKind, str]] = {
    "plain": "plain_bar",
    "waybar": "waybar_bar",
    "i3blocks": "i3blocks_bar",
    "i3status": "i3status_bar",
    "polybar": "polybar_bar",
    "tmux": "tmux_bar",
    "menu": "menu_bar",
    "json": "json_bar",
    "prometheus": "prometheus_bar",
}
# Kinds that say more than one release: all there is of them, or as many as are wanted.
COLLECTED: Final[frozenset[BarKind]] = frozenset({"prometheus"})
WITH_ROWS: Final[frozenset[BarKind]] = frozenset({"waybar", "menu", "json"})


def drawn_bar(kind: BarKind, bar: Bar, style: BarStyle) -> str:
    """The bar as the program of this kind reads it."""
    module = import_module(f"premierectl.render.bars.{kind}")
    draw = cast("Callable[[Bar, BarStyle], str]", getattr(module, _DRAWN[kind]))
    return draw(bar, style)
