"""Where each file and folder is, as a table."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from premierectl.render.placed import PathItem
from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import TITLE


def paths_table(listed: Iterable[PathItem], look: Look) -> RenderableType:
    """What each is, whether it is there, whether to sync it, and its path."""
    cells = [
        [
            Text(item.name, style=TITLE),
            Text("sync" if item.sync == "yes" else "never sync"),
            Text("" if item.exists else "not there yet"),
            Text(shown(item.path), overflow="fold"),
        ]
        for item in listed
    ]
    columns = [Column("What"), Column("Between machines"), Column(""), Column("Path", wraps=True)]
    return rows_drawn(columns, cells, look.width, unbroken=True)
