"""The lines of a list, one a release: aligned, cut at the title where room is short, never wrapped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from premierectl.reminders import ReminderNow
from premierectl.render.safe_text import encodable, shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import NARROW
from premierectl.render.screen.tables import FOLLOWED, nearness, reminder_nearness
from premierectl.upcoming.coming_page import ListGroup
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
# What stands in a line, each with the space before it.
_GAPS: Final = {
    "sign": 0, "title": 1, "what": 2, "day": 2, "clock": 1, "move": 1, "network": 2, "wait": 2,
    "followed": 1,
}  # fmt: skip
_WIDE: Final = 100
_TITLE: Final = 30
_UNCUT: Final = 1_000
# How far title, release and network are cut, the plan before where it fits; the last always does.
_PLANS: Final = (
    (_TITLE, _UNCUT, _UNCUT),
    (_TITLE, 16, 11),
    (_TITLE, 12, 7),
    (_TITLE, _UNCUT, 0),
    (_TITLE, 9, 0),
    (20, 9, 0),
    (8, 8, 0),
)


class _Line(Struct, frozen=True):
    """What a line says: the text of each cell, whether it stands out, and the style of its wait."""

    cells: Mapping[str, str]
    premiere: bool
    near: str


def group_lines(groups: Sequence[ListGroup], look: Look) -> list[list[list[Text]]]:
    """The lines of each row of each group, one a row, or on a narrow terminal two short ones.

    They align over all groups. Which shows are followed is marked where only some of them are.
    """
    mixed = is_mixed(each for group in groups for each in group.listed)
    said = [
        [_line(each, look, mixed=mixed, under_month=group.is_month) for each in group.listed]
        for group in groups
    ]
    if look.width < NARROW:
        return [[_short_lines(line, look) for line in lines] for lines in said]
    widths = _widths([line for lines in said for line in lines], look.width)
    return [[[_drawn_line(line, widths, look)] for line in lines] for lines in said]


def is_mixed(listed: Iterable[RowOrReminder]) -> bool:
    """Whether only some of the shows are followed."""
    return len({each.followed for each in listed if isinstance(each, Row)}) > 1


def cut_text(text: str, width: int, look: Look) -> str:
    """The text in no more cells than these; a longer one ends in ``…``."""
    if cell_len(text) <= width:
        return text
    end = "…" if look.signs else "..."
    return set_cell_size(text, max(0, width - len(end))).rstrip() + end


def sign_of(what: str, look: Look) -> str:
    """The sign for a premiere, an episode, a reminder or a followed show."""
    return (_SIGNS if look.signs else _ASCII)[what]


def readable(text: str, look: Look) -> str:
    """Outside text, or words of ours, as this terminal can show it."""
    return shown(text) if look.signs else encodable(shown(text), "ascii")


def _line(each: RowOrReminder, look: Look, *, mixed: bool, under_month: bool) -> _Line:
    today = look.moment.today
    cells = (
        _cells_of_reminder(each, today, under_month=under_month)
        if isinstance(each, ReminderNow)
        else _cells_of_row(each, look, mixed=mixed, under_month=under_month)
    )
    kind = "reminder" if isinstance(each, ReminderNow) else _kind(each)
    known = {name: readable(text, look) for name, text in cells.items()}
    near = reminder_nearness(each) if isinstance(each, ReminderNow) else nearness(each.item)
    return _Line({"sign": sign_of(kind, look), **known}, kind != "episode", near)


def _cells_of_row(row: Row, look: Look, *, mixed: bool, under_month: bool) -> dict[str, str]:
    item, moved = row.item, move_listed(row.item)
    day = day_listed(item.date, item.today, under_month=under_month) if item.date else ""
    return {
        "title": row.title,
        "what": what_listed(row.release),
        "day": day,
        "clock": f"{item.local:%H:%M}" if item.local else "",
        "move": f"{'↷' if look.signs else 'moved'} {moved}" if moved else "",
        "network": row.release.network or "",
        "wait": wait_listed(item),
        "followed": sign_of("followed", look) if mixed and row.followed else "",
    }


def _cells_of_reminder(now: ReminderNow, today: date, *, under_month: bool) -> dict[str, str]:
    return {
        "title": now.text,
        "what": "reminder",
        "day": day_listed(now.date, today, under_month=under_month),
        "wait": "over" if now.is_over else days_listed(now.date, today),
    }


def _kind(row: Row) -> str:
    return "premiere" if row.release.is_premiere else "episode"


def _widths(lines: Sequence[_Line], room: int) -> dict[str, int]:
    """How many cells each column gets; 0 for one that is left out."""
    whole = {
        name: max((cell_len(line.cells.get(name, "")) for line in lines), default=0)
        for name in _GAPS
    }
    for title, what, network in _PLANS:
        wanted = max(title, room // 2) if title == _TITLE and room >= _WIDE else title
        least = {"title": wanted, "what": what, "network": network}
        widths = {name: min(width, least.get(name, width)) for name, width in whole.items()}
        if _total(widths) <= room:
            break
    for name in ("title", "what"):
        widths[name] += max(0, min(whole[name] - widths[name], room - _total(widths)))
    return widths


def _total(widths: Mapping[str, int]) -> int:
    return sum(width + _GAPS[name] for name, width in widths.items() if width)


def _drawn_line(line: _Line, widths: Mapping[str, int], look: Look) -> Text:
    drawn = Text(no_wrap=True, overflow="crop")
    for name, width in widths.items():
        if width:
            text = cut_text(line.cells.get(name, ""), width, look)
            space = " " * (width - cell_len(text))
            padded = space + text if name == "wait" else text + space
            drawn.append(" " * _GAPS[name]).append(padded, _style(name, line))
    return drawn


def _style(name: str, line: _Line) -> str:
    if name == "title":
        return "bold" if line.premiere else ""
    return line.near if name in ("sign", "wait") else ""


def _short_lines(line: _Line, look: Look) -> list[Text]:
    """The title, and beneath it what and when, with the network where there is room for it."""
    star = f" {line.cells['followed']}" if line.cells.get("followed") else ""
    title = cut_text(line.cells["title"], look.width - 2 - cell_len(star), look)
    first = Text.assemble(
        (f"{line.cells['sign']} ", line.near), (title, _style("title", line)), star
    )
    second = Text(f"  {_when_and_where(line, look)}")
    for each in (first, second):
        each.no_wrap, each.overflow = True, "crop"
    return [first, second]


def _when_and_where(line: _Line, look: Look) -> str:
    """What, when and how long, and the network if there is room; where all is too long, what is cut."""
    room, between = look.width - 2, " · " if look.signs else " - "
    what, network = line.cells["what"], line.cells.get("network", "")
    rest = list(filter(None, (" ".join(_day_and_time(line)), line.cells["wait"])))
    words = between.join([what, *rest, network])
    if network and cell_len(words) <= room:
        return words
    left = room - cell_len(between.join(["", *rest]))
    return cut_text(between.join([cut_text(what, left, look), *rest]), room, look)


def _day_and_time(line: _Line) -> Iterator[str]:
    return filter(None, (line.cells.get(name, "") for name in ("day", "clock", "move")))
