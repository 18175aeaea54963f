"""The shows that a search found, as a table."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import ASIDE, TITLE
from premierectl.render.screen.tables import FOLLOWED
from premierectl.wording.matches import where_found

if TYPE_CHECKING:
    from premierectl.render.found import SearchItem


def search_table(listed: "Iterable[SearchItem]", look: Look) -> RenderableType:
    """The shows that match: since when, on what network and where from, and what of them matched."""
    columns = [
        Column("Show", wraps=True),
        Column("From", wraps=True),
        Column("Found in", wraps=True),
        Column("Id"),
        Column("Followed"),
    ]
    cells = [
        [
            Text(shown(item.title), style=TITLE),
            Text(shown(_told_apart_by(item))),
            Text(shown(where_found(item.field, item.match))),
            Text(shown(item.show_id), style=ASIDE),
            Text(FOLLOWED if item.followed else ""),
        ]
        for item in listed
    ]
    return rows_drawn(columns, cells, look.width)


def _told_apart_by(item: "SearchItem") -> str:
    """Year, network and country, without what stands behind the title or is what matched."""
    facts = (str(fact) for fact in (item.year, item.network, item.country) if fact)
    beside = (fact for fact in facts if not item.title.endswith(f"({fact})"))
    return ", ".join(fact for fact in beside if fact != item.match)
