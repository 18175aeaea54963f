"""The releases of a show, what changed, and plain lines, as pages."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from premierectl.changes import Change
from premierectl.dates import day_words
from premierectl.render.safe_text import shown
from premierectl.render.screen.episodes import episodes_table
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import TITLE
from premierectl.upcoming.one_show import EpisodesNow
from premierectl.wording.changes import change_words
from premierectl.wording.sentences import begun_large


def episodes_page(now: EpisodesNow, look: Look) -> RenderableType:
    """The releases of each season: episodes, day, the viewer's clock time, what is out."""
    blocks: list[RenderableType] = [Text(shown(now.show.title), style=TITLE)]
    for _, grouped in groupby(now.rows, key=lambda row: row.release.season.key):
        rows = list(grouped)
        heading = rows[0].release.season.heading
        blocks += [Text(), Text(shown(heading)), episodes_table(rows, look.width)]
    return Group(*blocks)


def changes_page(listed: Iterable[Change], look: Look) -> RenderableType:
    """Changes, a line each, under the viewer's days on which they were seen."""
    blocks: list[RenderableType] = []
    days: dict[date, list[Change]] = {}
    for change in listed:
        days.setdefault(change.when.astimezone(look.moment.zone).date(), []).append(change)
    for day, changes in days.items():
        heading = Text(day_words(day), style=TITLE)
        blocks += [Text(), heading] if blocks else [heading]
        blocks += [Padding(Text(shown(change_words(change))), (0, 0, 0, 2)) for change in changes]
    return Group(*blocks)


def sentences(texts: Iterable[str]) -> RenderableType:
    """Sentences, one a line."""
    return Group(*(Text(begun_large(shown(text))) for text in texts))
