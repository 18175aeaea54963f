"""All that is known of a show, its releases, what changed, and plain lines, as pages."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from premierectl.changes import Change
from premierectl.dates import day_words
from premierectl.render.facts import facts_of, season_facts, source_words
from premierectl.render.safe_text import paragraphs, shown
from premierectl.render.screen.episodes import episodes_table
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE, TITLE, nearness
from premierectl.render.screen.tables import when_words
from premierectl.upcoming.one_show import EpisodesNow, SeasonNow, ShowNow
from premierectl.wording.changes import change_words, moved_words
from premierectl.wording.waits import brief


def show_page(now: ShowNow, _: Look) -> RenderableType:
    """All that is known of a show, with links and sources."""
    show = now.show
    drawn: list[RenderableType] = [Text(shown(show.title), style=TITLE)]
    drawn += [Text(f"{name}: {shown(value)}") for name, value in facts_of(now)]
    for text in (show.synopsis, show.note):
        if text:
            drawn += [Text(), Text(paragraphs(text))]
    for season in now.seasons:
        drawn += [Text(), *_season_lines(season)]
    sources = [words for words in map(source_words, show.sources) if words]
    if sources:
        drawn.append(Text())
    drawn += [Text(words, style=ASIDE) for words in sources]
    return Group(*drawn)


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
    return Group(*(Text(shown(text)) for text in texts))


def _season_lines(now: SeasonNow) -> list[RenderableType]:
    item, season = now.premiere, now.season
    heading = Text(shown(season.heading), style=TITLE)
    if item:
        heading = Text.assemble(
            heading, f"  {when_words(item)}  ", (shown(brief(item)), nearness(item))
        )
    lines: list[RenderableType] = [heading]
    facts = [
        (name, moved_words(now.first) or value if name == "moved" else value)
        for name, value in season_facts(now)
    ]
    below = [Text(f"{name}: {shown(value)}") for name, value in facts]
    below += [Text(paragraphs(text)) for text in (season.synopsis, season.note) if text]
    below += [Text(words, style=ASIDE) for words in map(source_words, season.sources) if words]
    return [*lines, *(Padding(line, (0, 0, 0, 2)) for line in below)]
