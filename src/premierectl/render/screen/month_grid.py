"""A month as a grid of weeks, with one short line for each thing on a day."""

from calendar import Calendar
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text

from premierectl.dates import PartialDate
from premierectl.months import WEEK, Weekday
from premierectl.reminders import ReminderNow
from premierectl.render.screen.list_cells import cut_text, list_line, readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.on_days import OnDays, clock_listed, is_doubtful
from premierectl.render.screen.styles import ASIDE, MARKED_DAY, TITLE
from premierectl.upcoming.with_reminders import RowOrReminder

MOST_ON_A_DAY: Final = 4
UNCONFIRMED: Final = "?"
_WIDEST_MONTH: Final = 140
# On a terminal as wide as this, weeks of nothing are drawn like all others.
_WHOLE_MONTH_FROM: Final = 100
_GRID_SIDES: Final = 8
_SIGN_AND_SPACE: Final = 2
_ASCII_LINES: Final = str.maketrans("┌┐└┘├┤┬┴┼─│", "+++++++++-|")


class _Band(Struct, frozen=True):
    """What stands between two rules: a week in seven days, or one line across them."""

    lines: Sequence[Text]
    has_days: bool = True


def month_grid(month: PartialDate, week_start: Weekday, on: OnDays, look: Look) -> list[Text]:
    """The lines of the grid; its seven columns are of one width, whatever stands in them."""
    start = WEEK.index(week_start)
    names = [[Text(day.short, ASIDE)] for day in (*WEEK[start:], *WEEK[:start])]
    bands = [_in_columns(names, look), *_week_bands(month.earliest, start, on, look)]
    lines = [_rule("┌┐", None, bands[0], look), *bands[0].lines]
    for above, below in pairwise(bands):
        lines += [_rule("├┤", above, below, look), *below.lines]
    return [*lines, _rule("└┘", bands[-1], None, look)]


def _week_bands(first: date, start: int, on: OnDays, look: Look) -> Iterator[_Band]:
    """The weeks of the month; on a narrower terminal several of nothing in a row are one line."""

    def is_bare(week: Sequence[int]) -> bool:
        days = [first.replace(day=number) for number in week if number]
        return not any(day in on or day == look.moment.today for day in days)

    # Numbers, not dates: the first and the last week there are would reach beyond all dates.
    weeks = Calendar(start).monthdayscalendar(first.year, first.month)
    for bare, run in groupby(weeks, is_bare):
        together = list(run)
        if bare and len(together) > 1 and look.width < _WHOLE_MONTH_FROM:
            yield _bare_weeks([number for week in together for number in week if number], look)
        else:
            yield from (_week(first, week, on, look) for week in together)


def _bare_weeks(numbers: Sequence[int], look: Look) -> _Band:
    words = readable(f"{numbers[0]}–{numbers[-1]}: nothing", look)
    side = _line("│", look)
    space = " " * (len(WEEK) * (_day_room(look) + 1) - 1 - len(words))
    return _Band([Text(side).append(words, ASIDE).append(space + side)], has_days=False)


def _week(first: date, week: Sequence[int], on: OnDays, look: Look) -> _Band:
    days = [first.replace(day=number) if number else None for number in week]
    return _in_columns([_day_lines(day, on, look) if day else [] for day in days], look)


def _day_lines(day: date, on: OnDays, look: Look) -> list[Text]:
    is_today = day == look.moment.today
    number = Text(f"[{day.day}]", MARKED_DAY) if is_today else Text(str(day.day))
    listed = on.get(day, [])
    if len(listed) <= MOST_ON_A_DAY:
        return [number, *(_short_line(each, look) for each in listed)]
    kept = sorted(listed, key=_is_minor)[: MOST_ON_A_DAY - 1]
    more = f"+{len(listed) - len(kept)}"
    words = f"{more} more"
    more = words if len(words) <= _day_room(look) else more
    return [number, *(_short_line(each, look) for each in kept), Text(more)]


def _is_minor(each: RowOrReminder) -> bool:
    """Whether it gives way where a day has more than it can show."""
    return not (isinstance(each, ReminderNow) or each.release.is_premiere)


def _short_line(each: RowOrReminder, look: Look) -> Text:
    """The title, cut where it is too long; which release, and at what time, as far as it fits."""
    line, room = list_line(each, look, mixed=False), _day_room(look) - _SIGN_AND_SPACE
    doubt = UNCONFIRMED if is_doubtful(each) else ""
    title = cut_text(line.cells["title"], room - len(doubt), look) + doubt
    rest = ""
    for words in (line.cells["what"], clock_listed(each)):
        if words and cell_len(f"{title}{rest} {words}") <= room:
            rest += f" {words}"
    drawn = Text().append(line.cells["sign"], line.near).append(" ")
    return drawn.append(title, TITLE if line.stands_out else "").append(rest)


def _in_columns(cells: Sequence[Sequence[Text]], look: Look) -> _Band:
    """Seven cells side by side, as high as the highest of them."""
    height, room, side = max(map(len, cells)), _day_room(look), _line("│", look)
    lines = []
    for index in range(height):
        line = Text(side, no_wrap=True, overflow="crop")
        for cell in cells:
            text = cell[index] if index < len(cell) else Text()
            line.append(text).append(" " * (room - text.cell_len) + side)
        lines.append(line)
    return _Band(lines)


def _rule(ends: str, above: _Band | None, below: _Band | None, look: Look) -> Text:
    """A rule between two bands, with a joint wherever one of them has a column end."""
    joints = {(True, True): "┼", (True, False): "┴", (False, True): "┬", (False, False): "─"}
    joint = joints[bool(above and above.has_days), bool(below and below.has_days)]
    words = joint.join(["─" * _day_room(look)] * len(WEEK))
    return Text(_line(f"{ends[0]}{words}{ends[1]}", look), no_wrap=True, overflow="crop")


def _line(drawn: str, look: Look) -> str:
    """Lines of a box, as this terminal can show them."""
    return drawn if look.signs else drawn.translate(_ASCII_LINES)


def _day_room(look: Look) -> int:
    """The cells of a day."""
    return (min(look.width, _WIDEST_MONTH) - _GRID_SIDES) // len(WEEK)
