"""All that is known of a show, as a page."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from premierectl.catalogue.change import Change
from premierectl.catalogue.model import Show
from premierectl.countdown import Countdown
from premierectl.render.episodes import episodes_table
from premierectl.render.facts import SeasonNow, moved_words, season_facts, source_words
from premierectl.render.tables import nearness, when_words
from premierectl.render.text import paragraphs, safe


def show_page(
    show: Show,
    facts: Sequence[tuple[str, str]],
    seasons: Sequence[SeasonNow],
) -> RenderableType:
    """All that is known of a show, with links and sources."""
    lines: list[RenderableType] = [Text(safe(show.title), style="bold")]
    lines += [Text(f"{name}: {safe(value)}") for name, value in facts]
    for text in (show.synopsis, show.note):
        if text:
            lines += [Text(), Text(paragraphs(text))]
    for season in seasons:
        lines += [Text(), *_season_lines(season)]
    sources = [words for words in map(source_words, show.sources) if words]
    if sources:
        lines.append(Text())
    lines += [Text(words, style="dim") for words in sources]
    return Group(*lines)


def episodes_page(
    show: Show, counted: Sequence[tuple[Countdown, datetime | None]], width: int
) -> RenderableType:
    """The releases of each season: episodes, day, the viewer's clock time, what is out."""
    blocks: list[RenderableType] = [Text(safe(show.title), style="bold")]
    for label in dict.fromkeys(item.release.season.label for item, _ in counted):
        of_season = [pair for pair in counted if pair[0].release.season.label == label]
        blocks += [Text(), Text(safe(label.capitalize())), episodes_table(of_season, width)]
    return Group(*blocks)


def changes_page(days: Mapping[str, Sequence[Change]]) -> RenderableType:
    """Changes, a line each, under the days on which they were seen."""
    blocks: list[RenderableType] = []
    for day, changes in days.items():
        blocks += [Text(), Text(day, style="bold")] if blocks else [Text(day, style="bold")]
        blocks += [Padding(Text(safe(change.words)), (0, 0, 0, 2)) for change in changes]
    return Group(*blocks)


def _season_lines(now: SeasonNow) -> list[RenderableType]:
    item, season = now.premiere, now.premiere.release.season
    heading = Text.assemble(
        (safe(season.label.capitalize()), "bold"),
        f"  {when_words(item)}  ",
        (safe(item.brief), nearness(item)),
    )
    lines: list[RenderableType] = [heading]
    facts = [
        (name, moved_words(item) or value if name == "moved" else value)
        for name, value in season_facts(now)
    ]
    below = [Text(f"{name}: {safe(value)}") for name, value in facts]
    below += [Text(paragraphs(text)) for text in (season.synopsis, season.note) if text]
    below += [Text(words, style="dim") for words in map(source_words, season.sources) if words]
    return [*lines, *(Padding(line, (0, 0, 0, 2)) for line in below)]
