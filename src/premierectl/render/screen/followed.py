"""The watchlist as a table: what is followed, and the days of one's own."""

from collections.abc import Iterable
from datetime import datetime

from rich.console import RenderableType
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.reminders import ReminderNow
from premierectl.render.safe_text import shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import Column, rows_drawn
from premierectl.render.screen.styles import TITLE, nearness, reminder_nearness
from premierectl.upcoming.followed_list import FollowedList
from premierectl.upcoming.following import FollowedRow
from premierectl.wording.following import muted_words
from premierectl.wording.reminders import reminder_phrase
from premierectl.wording.unknown import unknown_line_words
from premierectl.wording.waits import phrase


def watchlist_table(listed: Iterable[FollowedRow | ReminderNow], look: Look) -> RenderableType:
    """What is followed, how long it takes, how it is muted and tagged, since when it is followed."""
    columns = [
        Column("Show", wraps=True),
        Column("Season", wraps=True),
        Column("When", wraps=True),
        Column("Muted", wraps=True),
        Column("Tags", wraps=True),
        Column("Added"),
        Column("Note", wraps=True),
    ]
    cells = [
        _reminder_cells(each) if isinstance(each, ReminderNow) else _followed_cells(each)
        for each in listed
    ]
    return rows_drawn(columns, cells, look.width)


def followed_page(found: FollowedList, look: Look) -> RenderableType:
    """What is followed and the reminders in one table."""
    return watchlist_table(found.listed, look)


def _followed_cells(listed: FollowedRow) -> list[Text]:
    line, item = listed.line, listed.row.item if listed.row else None
    missing = "" if listed.show else unknown_line_words(line, listed.could_be)
    words = ", ".join(filter(None, (phrase(item), _over(item)))) if item else missing
    return [
        Text(shown(listed.title), style=TITLE),
        Text(shown(item.release.label if item else _season_words(line.season))),
        Text(shown(words), style=nearness(item) if item else ""),
        Text(shown(muted_words(listed.muted))),
        Text(shown(", ".join(listed.tags))),
        Text(_added_day(line.added)),
        Text(shown(listed.note or "")),
    ]


def _reminder_cells(now: ReminderNow) -> list[Text]:
    return [
        Text(shown(now.text), style=TITLE),
        Text("reminder"),
        Text(reminder_phrase(now), style=reminder_nearness(now)),
        Text(),
        Text(),
        Text(_added_day(now.reminder.added)),
        Text(),
    ]


def _added_day(added: datetime | None) -> str:
    return added.date().isoformat() if added else ""


def _over(item: Countdown) -> str:
    """That nothing will follow what came out last; else empty."""
    if item.state != "out":
        return ""
    words = {"ended": "the show has ended", "cancelled": "the show was cancelled"}
    return words.get(item.release.show.status or "", "")


def _season_words(season: object) -> str:
    return f"season {season}" if isinstance(season, int) else str(season or "")
