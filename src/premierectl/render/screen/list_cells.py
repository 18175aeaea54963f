"""What a line of a list says, cell by cell, as a terminal can show it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len, set_cell_size

from premierectl.dates import PartialDate
from premierectl.reminders import ReminderNow
from premierectl.render.safe_text import encodable, shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import nearness, reminder_nearness
from premierectl.render.screen.tables import FOLLOWED
from premierectl.upcoming.coming_page import NamedTime
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.with_reminders import RowOrReminder
from premierectl.wording.listing import (
    day_listed,
    days_listed,
    move_listed,
    wait_listed,
    what_listed,
)

# A premiere, return or part; an episode; a day of one's own; a show that is followed.
_SIGNS: Final = {"premiere": "●", "episode": "·", "reminder": "◆", "followed": FOLLOWED}
_ASCII: Final = {"premiere": "*", "episode": "-", "reminder": "!", "followed": "+"}
_A_WEEK: Final = 7


class ListLine(Struct, frozen=True):
    """What a line says: the text of each cell, whether it stands out, and the style of its wait.

    ``brief_date`` is the date where room is short: with a clock time only within the week,
    and without the weekday where a move stands behind it; ``bare_date`` never has a weekday beside
    a day of the month.
    """

    cells: Mapping[str, str]
    stands_out: bool
    near: str
    brief_date: str
    bare_date: str

    @property
    def brief(self) -> "ListLine":
        """The same with the brief date."""
        return replace(self, cells={**self.cells, "date": self.brief_date})


def list_line(each: RowOrReminder, look: Look, *, mixed: bool, under: NamedTime = None) -> ListLine:
    """The line of a release or a reminder; followed shows are marked where they are ``mixed``.

    What it stands ``under`` says the year or the whole day, which the line does not repeat.
    """
    if isinstance(each, ReminderNow):
        kind, near = "reminder", reminder_nearness(each)
        cells = _cells_of_reminder(each, look.moment.today, under)
    else:
        kind, near = "premiere" if each.release.is_premiere else "episode", nearness(each.item)
        cells = _cells_of_row(each, look, under, mixed=mixed)
    cells = {"sign": sign_of(kind, look)} | {
        name: readable(text, look) for name, text in cells.items()
    }
    brief_date = cells.pop("brief date", cells["date"])
    bare_date = cells.pop("bare date", brief_date)
    return ListLine(cells, kind != "episode", near, brief_date, bare_date)


def sign_of(what: str, look: Look) -> str:
    """The sign for a premiere, an episode, a reminder or a followed show."""
    return (_SIGNS if look.signs else _ASCII)[what]


def readable(text: str, look: Look) -> str:
    """Outside text, or words of ours, as this terminal can show it."""
    return shown(text) if look.signs else encodable(shown(text), "ascii")


def cut_text(text: str, width: int, look: Look) -> str:
    """The text in no more cells than these; a longer one ends in ``…``."""
    if cell_len(text) <= width:
        return text
    end = "…" if look.signs else "..."
    return set_cell_size(text, max(0, width - len(end))).rstrip() + end


def _cells_of_row(row: Row, look: Look, under: NamedTime, *, mixed: bool) -> dict[str, str]:
    item, moved = row.item, move_listed(row.item)
    day = _day_under(under, item.date, item.today) if item.date else ""
    clock = f"{item.local:%H:%M}" if item.local else ""
    move = f"{'↷' if look.signs else 'moved'} {moved}" if moved else ""
    brief_move = move if moved.endswith(" d") else move.partition(" ")[0]
    this_week = item.days is not None and item.days < _A_WEEK
    is_bare = this_week or under == "day" or item.days is None
    bare_day = day if is_bare else day.partition(" ")[2]
    brief_day = bare_day if moved and item.days else day
    brief_clock = clock if this_week else ""
    return {
        "title": row.title,
        "what": what_listed(row.release),
        "date": " ".join(filter(None, (day, clock, move))),
        "brief date": " ".join(filter(None, (brief_day, brief_clock, brief_move))),
        "bare date": " ".join(filter(None, (bare_day, brief_clock, brief_move))),
        "network": row.release.network or "",
        "wait": wait_listed(item),
        "followed": sign_of("followed", look) if mixed and row.followed else "",
    }


def _cells_of_reminder(now: ReminderNow, today: date, under: NamedTime) -> dict[str, str]:
    return {
        "title": now.text,
        "what": "Reminder",
        "date": _day_under(under, now.date, today),
        "wait": "over" if now.is_over else days_listed(now.date, today),
    }


def _day_under(under: NamedTime, known: PartialDate, today: date) -> str:
    if under == "day":
        return "" if known.confirmed else "unconfirmed"
    return day_listed(known, today, under_month=under == "month")
