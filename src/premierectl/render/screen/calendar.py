"""A calendar as people see it: months as grids, a week or a day as lists, and what has no day beneath."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.months import Period, Week, Weekday, is_month
from premierectl.reminders import ReminderNow
from premierectl.render.screen.day_lists import day_by_day, day_rows, week_rows
from premierectl.render.screen.list_cells import readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.month_grid import MOST_ON_A_DAY, UNCONFIRMED, month_grid
from premierectl.render.screen.on_days import OnDays, is_doubtful, on_days
from premierectl.render.screen.rows import NARROW
from premierectl.render.screen.styles import ASIDE, TITLE, nearness, reminder_nearness
from premierectl.upcoming.calendar import InMonths, may_fall_in
from premierectl.upcoming.outlook import Row
from premierectl.wording.moments import nothing_dated_words, period_words
from premierectl.wording.waits import brief


def months_drawn(found: InMonths, look: Look) -> RenderableType:
    """The months, the week or the day, and beneath what has no exact day; nothing at all for nothing."""
    reminders = [each for each in found.reminders if not each.date.is_day]
    if not (found.rows or found.reminders):
        return Group()
    blocks = list(_periods(found, on_days(found), look))
    if found.vague or reminders:
        blocks.append(_beneath(found.vague, reminders, look))
    return Group(*(Padding(block, (index > 0, 0, 0, 0)) for index, block in enumerate(blocks)))


def _periods(found: InMonths, on: OnDays, look: Look) -> Iterator[RenderableType]:
    """Each month, or a line where nothing has its day in it, and what the marks in the grids mean."""
    for period in found.months:
        if any(period.earliest <= day <= period.latest for day in on):
            heading = Text(readable(period_words(period), look), style=TITLE)
            yield Group(heading, _period(period, found.week_start, on, look))
        else:
            yield Text(nothing_dated_words(period, vague=_has_vague(found, period)))
    marks = _marks(on)
    if marks and look.width >= NARROW and is_month(found.months[0]):
        yield Text(readable(" · ".join(marks), look), style=ASIDE)


def _period(period: Period, week_start: Weekday, on: OnDays, look: Look) -> RenderableType:
    if isinstance(period, Week):
        return week_rows(period, on, look)
    if period.is_day:
        return day_rows(period.earliest, on, look)
    if look.width < NARROW:
        return day_by_day(period, on, look)
    return Group(*month_grid(period, week_start, on, look))


def _has_vague(found: InMonths, period: Period) -> bool:
    """Whether anything without an exact day may fall in it."""
    dates = [each.item.date for each in found.vague]
    dates += [each.date for each in found.reminders if not each.date.is_day]
    return any(may_fall_in((period,), known) for known in dates)


def _marks(on: OnDays) -> list[str]:
    """What the signs in a grid mean that do not explain themselves."""
    doubtful = any(is_doubtful(each) for listed in on.values() for each in listed)
    crowded = any(len(listed) > MOST_ON_A_DAY for listed in on.values())
    marks = [f"{UNCONFIRMED} unconfirmed"] if doubtful else []
    return [*marks, "--agenda lists every release"] if crowded else marks


def _beneath(vague: Sequence[Row], reminders: Sequence[ReminderNow], look: Look) -> RenderableType:
    listed = [
        _indented(f"{row.name}: {_vague_words(row.item)}", nearness(row.item), look)
        for row in vague
    ]
    listed += [
        _indented(f"{each.text} (reminder): {each.date.words}", reminder_nearness(each), look)
        for each in reminders
    ]
    return Group(Text("No exact day yet", style=TITLE), *listed)


def _vague_words(item: Countdown) -> str:
    if item.state == "overdue" or item.date is None:
        return brief(item)
    return item.date.words + ("" if item.date.confirmed else " (unconfirmed)")


def _indented(words: str, style: str, look: Look) -> RenderableType:
    text = Text(readable(words, look), style=style, overflow="fold")
    return Padding(text, (0, 0, 0, 2))
