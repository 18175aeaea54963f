"""The releases of a season as a table."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import RenderableType
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.render.safe_text import shown
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import TITLE, nearness
from premierectl.render.screen.tables import date_words, weekday
from premierectl.upcoming.outlook import Row
from premierectl.wording.moments import own_time, usual_words, zone_in_words
from premierectl.wording.waits import brief


def episodes_table(listed: Sequence[Row], width: int) -> RenderableType:
    """One row a release: what, which episodes, their titles, its day and clock time for the viewer, the wait."""
    columns = [
        Column("Release", wraps=True),
        Column("Episodes"),
        Column("Title", wraps=True),
        Column("Day"),
        Column("Your time"),
        Column("When", wraps=True),
        Column("There", wraps=True),
    ]
    cells = [
        [
            Text(shown(_short_label(item)), style=TITLE),
            Text(item.release.numbers),
            Text(shown(item.release.episode_title or "")),
            Text(date_words(item.date)),
            Text(_your_time(item, usually)),
            Text(shown(brief(item)), style=nearness(item)),
            Text(shown(_there(item))),
        ]
        for item, usually in ((row.item, row.usually) for row in listed)
    ]
    return rows_drawn(columns, cells, width)


def _short_label(item: Countdown) -> str:
    """The release within its season: ``premiere``, ``Volume 2``, ``episode``, ``finale``."""
    release = item.release
    if release.part is not None:
        return release.season.parts[release.part - 1].label
    return release.kind


def _there(item: Countdown) -> str:
    """Weekday and clock time in the release's own zone, where the day is another."""
    release = item.release
    if not own_time(item) or release.date is None:
        return ""
    there = zone_in_words(release.season.timezone or "")
    return f"{weekday(release.date.earliest)} {release.time} {there}"


def _your_time(item: Countdown, usually: datetime | None) -> str:
    if item.local:
        return f"{item.local:%H:%M}"
    return f"usually {usual_words(usually, item.date)}" if usually and item.date else ""
