"""The watchlist: what is followed, and the days of one's own, a line each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.reminders import ReminderNow
from premierectl.render.screen.fitted_rows import FittedCell, fitted_rows
from premierectl.render.screen.list_cells import cut_text, readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import NARROW, block_of
from premierectl.render.screen.styles import TITLE, nearness, reminder_nearness
from premierectl.upcoming.followed_list import FollowedList
from premierectl.upcoming.following import FollowedRow
from premierectl.wording.following import muted_said, muted_words
from premierectl.wording.reminders import reminder_brief, reminder_phrase
from premierectl.wording.unknown import unknown_line_words
from premierectl.wording.waits import phrase, season_wait

# How the columns give way on a terminal that is too narrow for all of them.
_STEPS: Final = (
    ("Added", 0), ("When", 38), ("Show", 30), ("When", 22), ("Season", 9), ("Show", 12),
)  # fmt: skip
_OWN: Final = ("Muted", "Tags", "Note")


def watchlist_table(listed: Sequence[FollowedRow | ReminderNow], look: Look) -> RenderableType:
    """What is followed, how long it takes, how it is muted and tagged, since when it is followed.

    A line each; where there is no room for columns of the user's own words, they stand beneath. On
    a narrow terminal a few short lines each.
    """
    rows = [
        _reminder_cells(each) if isinstance(each, ReminderNow) else _followed_cells(each)
        for each in listed
    ]
    own = [_own_words(each) if isinstance(each, FollowedRow) else [] for each in listed]
    if look.width < NARROW:
        pairs = zip(rows, own, strict=True)
        return Group(
            *(block_of(_short_cells(row, words, look), look.width) for row, words in pairs)
        )
    whole = fitted_rows(rows, (("Added", 0),), look)
    if max(line.cell_len for line in whole) <= look.width:
        return Group(*whole)
    main = [{name: row[name] for name in row if name not in _OWN} for row in rows]
    heading, *lines = fitted_rows(main, _STEPS, look)
    drawn = [[line, *_beneath_row(words, look)] for line, words in zip(lines, own, strict=True)]
    return Group(heading, *(line for each in drawn for line in each))


def followed_page(found: FollowedList, look: Look) -> RenderableType:
    """What is followed and the reminders in one list."""
    return watchlist_table(found.listed, look)


def _own_words(listed: FollowedRow) -> list[str]:
    """What the user said of it, in words that need no heading."""
    said = (
        muted_said(listed.muted),
        f"tagged {', '.join(listed.tags)}" if listed.tags else "",
        listed.note or "",
    )
    return list(filter(None, said))


def _short_cells(row: Mapping[str, FittedCell], words: Sequence[str], look: Look) -> list[Text]:
    cells = [row[name] for name in ("Show", "Season", "When")]
    shown = [Text(readable(cell.text, look), style=cell.style) for cell in cells]
    return [*shown, *(Text(readable(each, look)) for each in words)]


def _beneath_row(words: Sequence[str], look: Look) -> list[Text]:
    line = readable(" · ".join(words), look)
    return [Text("  " + cut_text(line, look.width - 2, look), no_wrap=True)] if words else []


def _wait_of(item: Countdown) -> str:
    return season_wait(item) if item.state == "out" else phrase(item)


def _followed_cells(listed: FollowedRow) -> dict[str, FittedCell]:
    line, item = listed.line, listed.row.item if listed.row else None
    missing = "" if listed.show else unknown_line_words(line, listed.could_be)
    words = ", ".join(filter(None, (_wait_of(item), _over(item)))) if item else missing
    briefly = season_wait(item) if item else missing.partition(";")[0]
    return {
        "Show": FittedCell(listed.title, TITLE),
        "Season": FittedCell(item.release.label if item else _season_words(line.season)),
        "When": FittedCell(words, nearness(item) if item else "", briefly),
        "Muted": FittedCell(muted_words(listed.muted)),
        "Tags": FittedCell(", ".join(listed.tags)),
        "Added": FittedCell(_added_day(line.added)),
        "Note": FittedCell(listed.note or ""),
    }


def _reminder_cells(now: ReminderNow) -> dict[str, FittedCell]:
    return {
        "Show": FittedCell(now.text, TITLE),
        "Season": FittedCell("reminder"),
        "When": FittedCell(reminder_phrase(now), reminder_nearness(now), reminder_brief(now)),
        "Muted": FittedCell(""),
        "Tags": FittedCell(""),
        "Added": FittedCell(_added_day(now.reminder.added)),
        "Note": FittedCell(""),
    }


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
