"""A week or a day as a list, and on a narrow terminal a month as a list of its days."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from premierectl.months import Period, Week
from premierectl.reminders import ReminderNow
from premierectl.render.screen.list_cells import list_line, readable, sign_of
from premierectl.render.screen.list_rows import group_lines, is_mixed
from premierectl.render.screen.look import Look
from premierectl.render.screen.on_days import OnDays, clock_listed, is_doubtful
from premierectl.render.screen.rows import NARROW
from premierectl.render.screen.styles import ASIDE, MARKED_DAY, TITLE
from premierectl.render.screen.tables import short_day, weekday
from premierectl.upcoming.coming_page import ListGroup
from premierectl.upcoming.with_reminders import RowOrReminder

# ``Wed [23]`` and two spaces.
_DAY_BESIDE: Final = 10


def week_rows(week: Week, on: OnDays, look: Look) -> RenderableType:
    """Each day of the week, free ones too, with what is on it beside it; beneath it where narrow."""
    if look.width < NARROW + _DAY_BESIDE:
        return day_by_day(week, on, look)
    length = (week.latest - week.earliest).days + 1
    days = [week.earliest + timedelta(days=number) for number in range(length)]
    groups = [ListGroup("", tuple(on.get(day, ())), "day") for day in days]
    drawn = group_lines(groups, replace(look, width=look.width - _DAY_BESIDE))
    lines: list[Text] = []
    for day, rows in zip(days, drawn, strict=True):
        first, *others = [line for row in rows for line in row] or [Text()]
        lines.append(_with_day(_day_named(day, look), first))
        lines += [_with_day(Text(), line) for line in others]
    return Group(*lines, *_followed_mark((each for day in days for each in on.get(day, ())), look))


def day_rows(day: date, on: OnDays, look: Look) -> RenderableType:
    """What is on a day."""
    (rows,) = group_lines([ListGroup("", tuple(on[day]), "day")], look)
    return Group(*(line for row in rows for line in row), *_followed_mark(on[day], look))


def day_by_day(period: Period, on: OnDays, look: Look) -> RenderableType:
    """The days of a month or a week on which anything is, with it beneath them."""
    today = look.moment.today
    lines: list[RenderableType] = []
    for day in sorted(day for day in on if period.earliest <= day <= period.latest):
        words = f"{short_day(day)}, today" if day == today else short_day(day)
        lines.append(Text(words, style=TITLE if day == today else ""))
        lines += [_wrapped_line(each, look) for each in on[day]]
    return Group(*lines)


def _day_named(day: date, look: Look) -> Text:
    is_today = day == look.moment.today
    number = f"[{day.day}]" if is_today else str(day.day)
    return Text(f"{weekday(day)} ").append(number, MARKED_DAY if is_today else "")


def _with_day(named: Text, line: Text) -> Text:
    drawn = Text(no_wrap=True, overflow="crop").append(named)
    drawn.append(" " * (_DAY_BESIDE - named.cell_len)).append(line)
    drawn.rstrip()
    return drawn


def _followed_mark(listed: Iterable[RowOrReminder], look: Look) -> list[Text]:
    """What the mark of followed shows means, where it is there."""
    mark = Text(f"{sign_of('followed', look)} followed", style=ASIDE)
    return [mark] if is_mixed(listed) else []


def _wrapped_line(each: RowOrReminder, look: Look) -> RenderableType:
    """One thing on a day behind its sign, wrapped where it is long."""
    line = list_line(each, look, mixed=False)
    if isinstance(each, ReminderNow):
        words = f"{each.text} (reminder)"
    else:
        words = f"{clock_listed(each)} {each.name}".lstrip()
    doubt = " (unconfirmed)" if is_doubtful(each) else ""
    drawn = Table.grid()
    drawn.add_column(width=2)
    drawn.add_column(overflow="fold")
    said = Text(overflow="fold")
    said.append(readable(words, look) + doubt, TITLE if line.stands_out else "")
    drawn.add_row(Text().append(line.cells["sign"], line.near), said)
    return drawn
