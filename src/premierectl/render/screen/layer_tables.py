"""The layers of the catalogue, and what each says of a show, as tables."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from premierectl.catalogue.provenance import StatedField
from premierectl.render.facts import overruled_words, value_words
from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import TITLE

if TYPE_CHECKING:
    from premierectl.render.found import LayerItem

_WIDEST_VALUE: Final = 60


def layers_table(listed: "Iterable[LayerItem]", look: Look) -> RenderableType:
    """The catalogues that are read, the lowest first."""
    cells = [
        [
            Text(item.name, style=TITLE),
            Text(
                "not there yet"
                if not item.exists
                else "cannot be read"
                if item.shows is None
                else f"{item.shows} show{'' if item.shows == 1 else 's'}"
            ),
            Text(item.as_of.isoformat() if item.as_of else ""),
            Text(shown(item.path), overflow="fold"),
        ]
        for item in listed
    ]
    return rows_drawn(
        [Column("Catalogue"), Column("Holds"), Column("As of"), Column("File", wraps=True)],
        cells,
        look.width,
        unbroken=True,
    )


def stated_table(listed: Sequence[StatedField], look: Look) -> RenderableType:
    """The fields of a show: value, the layer that states it, what layers below say instead."""
    cells = [
        [
            Text(shown(each.field), style=TITLE),
            Text(shown(_shortened(value_words(each.value)))),
            Text(each.layer),
            Text(shown(_shortened(overruled_words(each)))),
        ]
        for each in listed
    ]
    columns = [
        Column("Field", wraps=True),
        Column("Value", wraps=True),
        Column("Catalogue"),
        Column("Overruled", wraps=True),
    ]
    title = Text(shown(listed[0].title), style=TITLE)
    return Group(title, Text(), rows_drawn(columns, cells, look.width))


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDEST_VALUE else f"{text[: _WIDEST_VALUE - 1]}…"
