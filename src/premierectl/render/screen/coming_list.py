"""The list of what is coming: under headings, as far as it fits, and what it leaves out in a line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from premierectl.dates import PartialDate
from premierectl.render.screen.list_cells import cut_text, readable, sign_of
from premierectl.render.screen.list_rows import group_lines, is_mixed
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import NARROW
from premierectl.render.screen.styles import ASIDE, HEADING
from premierectl.render.wrapped_words import wrapped_words
from premierectl.upcoming.coming_page import ComingPage, ListGroup, date_of_listed
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.recent import RecentPage
from premierectl.upcoming.with_reminders import RowOrReminder
from premierectl.wording.listing import more_words, titles_counted
from premierectl.wording.recent import day_heading

# What a terminal shows besides: the prompt before and behind, and a notice.
_BESIDE_A_LIST: Final = 4
_FEWEST: Final = 3
# The part of the height that titles without a date may take.
_PART_FOR_NAMES: Final = 8


def coming_list(page: ComingPage, look: Look) -> RenderableType:
    """The groups, the nearest as far as they fit, what more there is, and what has no date."""
    named = list(_named_shows(page, look))
    above = [_said_line(page.since, look), Text()] if page.since else []
    beneath = [
        _said_line(line, look)
        for words in page.beneath
        for line in wrapped_words(words, look.width)
    ]
    taken = len(named) + sum(_lines_taken(each, look) for each in [*above, *beneath])
    room = _room(page, look, taken)
    groups, spaced = _fitting(page.groups, room, look)
    cut = len(page.listed) - sum(len(group.listed) for group in groups)
    body = _body(groups, look, spaced=spaced)
    below = [*_more(page, cut, look), *named, *beneath]
    gap = [Text()] if spaced and body and below else []
    return Group(*above, *body, *gap, *below)


def groups_drawn(groups: Sequence[ListGroup], look: Look, *, spaced: bool = True) -> list[Text]:
    """The lines of groups, each under its heading, with a free line between them where ``spaced``."""
    drawn: list[Text] = []
    for group, rows in zip(groups, group_lines(groups, look), strict=True):
        if spaced and drawn and group.heading:
            drawn.append(Text())
        if group.heading:
            drawn.append(Text(group.heading, style=HEADING))
        drawn += [line for lines in rows for line in lines]
    return drawn


def rows_list(listed: Sequence[Row], look: Look) -> RenderableType:
    """Rows by themselves, in their order, without headings."""
    return Group(*_body([ListGroup("", tuple(listed))], look, spaced=False))


def recent_list(page: RecentPage, look: Look) -> RenderableType:
    """What came out, each day under its heading."""
    today = look.moment.today
    days = [ListGroup(day_heading(each.day, today), each.rows) for each in page.days]
    return Group(*_body(days, look, spaced=True))


def _body(groups: Sequence[ListGroup], look: Look, *, spaced: bool) -> list[Text]:
    """The groups, and what the mark of followed shows means, where it is there."""
    drawn = groups_drawn(groups, look, spaced=spaced)
    if is_mixed(each for group in groups for each in group.listed):
        drawn.append(Text(f"{sign_of('followed', look)} followed", style=ASIDE))
    return drawn


def _room(page: ComingPage, look: Look, taken: int) -> int | None:
    """The lines that are left for rows and headings; null for as many as there are."""
    if look.height is None or page.full:
        return None
    return max(_FEWEST, look.height - _BESIDE_A_LIST - taken)


def _fitting(
    groups: Sequence[ListGroup], room: int | None, look: Look
) -> tuple[list[ListGroup], bool]:
    """The groups as far as they fit, and whether there is room for space between them."""
    each_row = 2 if look.width < NARROW else 1
    mixed = is_mixed(each for group in groups for each in group.listed)
    lines = sum(bool(group.heading) + each_row * len(group.listed) for group in groups) + mixed
    if room is None or lines + len(groups) <= room:
        return list(groups), True
    if lines <= room:
        return list(groups), False
    kept, left = list[ListGroup](), room - 1 - mixed
    for group in groups:
        left -= bool(group.heading)
        number = min(len(group.listed), max(left // each_row, 0 if kept else 1))
        if number > 0:
            kept.append(ListGroup(group.heading, group.listed[:number], group.of_one))
        left -= number * each_row
    return kept, False


def _more(page: ComingPage, cut: int, look: Look) -> Iterator[Text]:
    """How much more there is, until when, and how to see what did not fit."""
    hidden = [*page.listed[len(page.listed) - cut :], *page.left_out]
    if page.goes_on:
        yield _said_line("More to come · --full", look)
    elif hidden:
        words = more_words(len(hidden), _last_date(hidden), look.moment.today)
        yield _said_line(f"{words} · --full" if cut else words, look)


def _last_date(hidden: Iterable[RowOrReminder]) -> PartialDate | None:
    dates = [date_of_listed(each) for each in hidden if not _is_late(each)]
    return max(filter(None, dates), key=lambda known: known.latest, default=None)


def _is_late(each: RowOrReminder) -> bool:
    return isinstance(each, Row) and each.item.state == "overdue"


def _named_shows(page: ComingPage, look: Look) -> Iterator[Text]:
    """The shows that are only named, each kind in a line that is wrapped between titles."""
    most = None if look.height is None or page.full else max(1, look.height // _PART_FOR_NAMES)
    kinds = {"Without a date": page.undated, "Nothing announced": page.quiet}
    for what, titles in kinds.items():
        if titles:
            known = [readable(title, look) for title in titles]
            yield from _titles(titles_counted(what, titles), known, look, most)


def _titles(start: str, titles: Sequence[str], look: Look, most: int | None) -> Iterator[Text]:
    """A line of titles, or the first of them where it takes more lines than these."""
    fitting, lines = len(titles), list(_wrapped(start, titles, "", look))
    while most is not None and len(lines) > most and fitting:
        fitting -= min(fitting, len(lines) - most)
        more = f"and {len(titles) - fitting} more · --undated"
        lines = list(_wrapped(start, titles[:fitting], more, look))
    return (_said_line(line, look) for line in lines)


def _wrapped(start: str, titles: Sequence[str], end: str, look: Look) -> Iterator[str]:
    line = start
    for place, title in enumerate([*titles, end] if end else titles, 1):
        comma = "," if place < len(titles) else ""
        if cell_len(f"{line} {title}{comma}") > look.width:
            yield line
            line = f"  {cut_text(title, look.width - 2 - len(comma), look)}{comma}"
        else:
            line = f"{line} {title}{comma}"
    yield line


def _lines_taken(line: Text, look: Look) -> int:
    """How many lines it takes, about: words are not cut."""
    return 1 + (line.cell_len - 1) // look.width if line else 1


def _said_line(words: str, look: Look) -> Text:
    return Text(readable(words, look))
