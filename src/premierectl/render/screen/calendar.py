"""Months as grids of days with what comes out on each; on a narrow terminal, as lists of days."""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import PartialDate
from premierectl.months import WEEK
from premierectl.reminders import ReminderNow
from premierectl.render.safe_text import encodable, shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import NARROW
from premierectl.render.screen.styles import ASIDE, MARKED_DAY, TITLE, nearness, reminder_nearness
from premierectl.render.screen.tables import short_day
from premierectl.upcoming.calendar import InMonths
from premierectl.upcoming.outlook import Row
from premierectl.wording.waits import brief

_WIDEST_MONTH: Final = 140
_UNCONFIRMED: Final = "?"

OnDays = dict[date, list[Row | ReminderNow]]


def months_drawn(found: InMonths, look: Look) -> RenderableType:
    """Each month with the dated releases on their days, and beneath them the vague ones.

    On a narrow terminal nothing at all is drawn where there is neither.
    """
    dated, vague = found.dated, found.vague
    narrow = look.width < NARROW
    if narrow and not (dated or vague or found.reminders):
        return Group()
    on: OnDays = {}
    for day, row in ((row.item.date.earliest, row) for row in dated if row.item.date):
        on.setdefault(day, []).append(row)
    for reminder in (each for each in found.reminders if each.date.is_day):
        on.setdefault(reminder.date.earliest, []).append(reminder)
    vague_reminders = [each for each in found.reminders if not each.date.is_day]
    draw = _list_of_days if narrow else _grid
    blocks = [draw(month, found, on, look) for month in found.months]
    if not narrow and any(not _is_confirmed(row.item) for row in dated):
        blocks.append(Text(f"{_UNCONFIRMED} unconfirmed", style=ASIDE))
    if vague or vague_reminders:
        blocks.append(_beneath(vague, vague_reminders))
    return Group(*(Padding(block, (index > 0, 0, 0, 0)) for index, block in enumerate(blocks)))


def _grid(month: PartialDate, found: InMonths, on: OnDays, look: Look) -> RenderableType:
    first = month.earliest
    start = WEEK.index(found.week_start)
    lines = box.SQUARE if look.signs else box.ASCII2
    table = Table(box=lines, show_lines=True, padding=0, header_style=ASIDE)
    # Seven equal columns between eight rules: the same width whatever stands in the cells.
    room = (min(look.width, _WIDEST_MONTH) - 8) // 7
    for weekday in (*WEEK[start:], *WEEK[:start]):
        table.add_column(weekday.short, width=room, overflow="fold")
    # Numbers, not dates: the first and the last week there are would reach beyond all dates.
    for week in Calendar(start).monthdayscalendar(first.year, first.month):
        days = [first.replace(day=number) if number else None for number in week]
        table.add_row(*(_cell(day, on, look) if day else Text() for day in days))
    return Group(_heading(month), table)


def _cell(day: date, on: OnDays, look: Look) -> Text:
    is_today = day == look.moment.today
    number = Text(f"[{day.day}]", MARKED_DAY) if is_today else Text(str(day.day))
    return Text("\n").join([number, *(_in_cell(row, look) for row in on.get(day, ()))])


def _in_cell(row: Row | ReminderNow, look: Look) -> Text:
    """What is on a day, in its cell; what stdout would have to escape is escaped before it is measured."""
    if isinstance(row, ReminderNow):
        words = f"{shown(row.text)}\nreminder"
        return Text(
            words if look.signs else encodable(words, "ascii"), style=reminder_nearness(row)
        )
    label = row.release.label + ("" if _is_confirmed(row.item) else _UNCONFIRMED)
    words = f"{shown(_clock(row.item) + row.title)}\n{shown(label)}"
    return Text(words if look.signs else encodable(words, "ascii"), style=nearness(row.item))


def _list_of_days(month: PartialDate, _: InMonths, on: OnDays, look: Look) -> RenderableType:
    today = look.moment.today
    days = sorted(day for day in on if month.earliest <= day <= month.latest)
    if not days:
        return Text(f"nothing in {month.words}")
    lines: list[RenderableType] = [_heading(month)]
    for day in days:
        lines.append(Text(_day_heading(day, today), style=TITLE if day == today else ""))
        lines += [_on_day(each) for each in on[day]]
    return Group(*lines)


def _on_day(each: Row | ReminderNow) -> RenderableType:
    if isinstance(each, ReminderNow):
        return _indented(f"{each.text} (reminder)", reminder_nearness(each))
    doubt = "" if _is_confirmed(each.item) else " (unconfirmed)"
    return _indented(f"{_clock(each.item)}{each.name}{doubt}", nearness(each.item))


def _beneath(vague: Sequence[Row], reminders: Sequence[ReminderNow]) -> RenderableType:
    listed = [
        _indented(f"{row.name}: {_vague_words(row.item)}", nearness(row.item)) for row in vague
    ]
    listed += [
        _indented(f"{each.text} (reminder): {each.date.words}", reminder_nearness(each))
        for each in reminders
    ]
    return Group(Text("known only vaguely", style=TITLE), *listed)


def _vague_words(item: Countdown) -> str:
    if item.state == "overdue" or item.date is None:
        return brief(item)
    return item.date.words + ("" if _is_confirmed(item) else " (unconfirmed)")


def _indented(words: str, style: str) -> RenderableType:
    return Padding(Text(shown(words), style=style, overflow="fold"), (0, 0, 0, 2))


def _heading(month: PartialDate) -> Text:
    return Text(month.words, style=TITLE)


def _day_heading(day: date, today: date) -> str:
    words = short_day(day)
    return f"{words}, today" if day == today else words


def _clock(item: Countdown) -> str:
    return f"{item.local:%H:%M} " if item.local else ""


def _is_confirmed(item: Countdown) -> bool:
    return item.date is None or item.date.confirmed
