"""The lines of a list, one a release: aligned, cut at the title where room is short, never wrapped."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from premierectl.render.screen.list_cells import ListLine, cut_text, list_line
from premierectl.render.screen.look import Look
from premierectl.render.screen.rows import NARROW
from premierectl.render.screen.styles import TITLE
from premierectl.upcoming.coming_page import ListGroup
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.with_reminders import RowOrReminder

# What stands in a line, each with the space before it.
_GAPS: Final = {
    "sign": 0, "title": 1, "what": 2, "date": 2, "network": 2, "wait": 2, "followed": 1,
}  # fmt: skip
_WIDE: Final = 100
_TITLE: Final = 30
_UNCUT: Final = 1_000
# As wide as "Christmas special".
_WHAT: Final = 17
# How far title, release and network are cut, the first plan that fits; the last always does. The
# network gives way first: three letters still tell which it is, and a fan knows it anyway, while half
# a name says nothing of what comes out, and a date or a wait that is cut would be a wrong one.
_PLANS: Final = (
    (_TITLE, _UNCUT, _UNCUT),
    (_TITLE, _WHAT, 4),
    (_TITLE, _WHAT, 0),
    (_TITLE, 9, 0),
    (20, 9, 0),
    (8, 8, 0),
)


def group_lines(groups: Sequence[ListGroup], look: Look) -> list[list[list[Text]]]:
    """The lines of each row of each group, one a row, or on a narrow terminal two short ones.

    They align over all groups. Which shows are followed is marked where only some of them are.
    """
    mixed = is_mixed(each for group in groups for each in group.listed)
    said = [
        [list_line(each, look, mixed=mixed, under=group.of_one) for each in group.listed]
        for group in groups
    ]
    if look.width < NARROW:
        return [[_short_lines(line, look) for line in lines] for lines in said]
    whole = _whole_widths(said)
    if _total({**whole, "title": min(whole["title"], _title_room(look.width))}) > look.width:
        said = [[line.brief for line in lines] for lines in said]
    widths = _fitting_widths(_whole_widths(said), look.width)
    return [[[_drawn_line(line, widths, look)] for line in lines] for lines in said]


def is_mixed(listed: Iterable[RowOrReminder]) -> bool:
    """Whether only some of the shows are followed."""
    return len({each.followed for each in listed if isinstance(each, Row)}) > 1


def _whole_widths(lines: Sequence[Sequence[ListLine]]) -> dict[str, int]:
    """How many cells the widest text of each column takes."""
    every = [line.cells for each in lines for line in each]
    return {
        name: max((cell_len(cells.get(name, "")) for cells in every), default=0) for name in _GAPS
    }


def _fitting_widths(whole: Mapping[str, int], room: int) -> dict[str, int]:
    """How many cells each column gets, 0 for one that is left out.

    What a plan leaves over goes to a title of no more than usual length, to the release, to its
    network, and at last to longer titles.
    """
    plans = [_cut_widths(whole, plan, room) for plan in _PLANS]
    widths = next((each for each in plans if _total(each) <= room), plans[-1])
    for name, most in (("title", _TITLE), ("what", _UNCUT), ("network", _UNCUT), ("title", _UNCUT)):
        lacking = min(whole[name], most) - widths[name]
        if widths[name]:
            widths[name] += max(0, min(lacking, room - _total(widths)))
    return widths


def _cut_widths(whole: Mapping[str, int], plan: tuple[int, int, int], room: int) -> dict[str, int]:
    title, what, network = plan
    wanted = _title_room(room) if title == _TITLE else title
    least = {"title": wanted, "what": what, "network": network}
    return {name: min(width, least.get(name, width)) for name, width in whole.items()}


def _title_room(room: int) -> int:
    """The cells that a title has before anything else is left out."""
    return max(_TITLE, room // 2) if room >= _WIDE else _TITLE


def _total(widths: Mapping[str, int]) -> int:
    return sum(width + _GAPS[name] for name, width in widths.items() if width)


def _drawn_line(line: ListLine, widths: Mapping[str, int], look: Look) -> Text:
    drawn = _unwrapped()
    for name, width in widths.items():
        if width:
            text = cut_text(line.cells.get(name, ""), width, look)
            space = " " * (width - cell_len(text))
            padded = space + text if name == "wait" else text + space
            drawn.append(" " * _GAPS[name]).append(padded, _style(name, line))
    drawn.rstrip()
    return drawn


def _style(name: str, line: ListLine) -> str:
    if name == "title":
        return TITLE if line.stands_out else ""
    return line.near if name in ("sign", "wait") else ""


def _short_lines(line: ListLine, look: Look) -> list[Text]:
    """The title, and beneath it what and when, with the network where there is room for it."""
    star = f" {line.cells['followed']}" if line.cells.get("followed") else ""
    title = cut_text(line.cells["title"], look.width - 2 - cell_len(star), look)
    first = _unwrapped().append(f"{line.cells['sign']} ", line.near)
    first.append(title, _style("title", line)).append(star)
    return [first, _unwrapped().append(f"  {_what_and_when(line, look)}")]


def _what_and_when(line: ListLine, look: Look) -> str:
    """What, when and how long, and the network if there is room; where all is too long, what is cut."""
    room, between = look.width - 2, " · " if look.signs else " - "
    what, network, wait = (line.cells.get(name, "") for name in ("what", "network", "wait"))
    rest = list(filter(None, (line.cells["date"], wait)))
    short, shorter = [line.brief_date, wait], [line.bare_date, wait]
    for told in ([what, *rest, network], [what, *rest], [what, *short], [what, *shorter]):
        words = between.join(filter(None, told))
        if cell_len(words) <= room:
            return words
    left = room - cell_len(between.join(["", *shorter]))
    return cut_text(between.join([cut_text(what, left, look), *shorter]), room, look)


def _unwrapped() -> Text:
    return Text(no_wrap=True, overflow="crop")
