"""The wait for a release as a bar: where it began, where it stands, where it ends."""

from datetime import date
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import PartialDate
from premierectl.render.screen.list_cells import readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE, nearness
from premierectl.upcoming.one_show import Wait
from premierectl.wording.close_up import capitalized, day_in_short

_BLOCKS: Final = ("█", "░", "▒")
_ASCII_BLOCKS: Final = ("#", ".", "?")
_GAP_OF_LABELS: Final = 2


def wait_bar(item: Countdown, wait: Wait, width: int, look: Look) -> list[Text]:
    """The bar and beneath it what its ends and its middle mean.

    Where the end is only roughly known, the days it may come on are drawn in a third shade.
    """
    gone = (item.today - wait.since).days
    sure = (wait.until.earliest - wait.since).days
    longest = max((wait.until.latest - wait.since).days, 1)
    filled = min(width, width * gone // longest)
    open_from = width if wait.until.is_day else max(filled, width * max(sure, 0) // longest)
    past, waiting, maybe = _BLOCKS if look.signs else _ASCII_BLOCKS
    bar = Text.assemble(
        (past * filled, nearness(item)),
        (waiting * (open_from - filled), ASIDE),
        (maybe * (width - open_from), ASIDE),
        no_wrap=True,
    )
    return [
        bar,
        *(Text(line, style=ASIDE) for line in _bar_labels(wait, (gone, sure), width, look)),
    ]


def _bar_labels(wait: Wait, days: tuple[int, int], width: int, look: Look) -> list[str]:
    """Beginning, place and end on one line, or where that is too narrow, the place beneath."""
    gone, sure = days
    longest = (wait.until.latest - wait.since).days
    whole = str(longest) if sure == longest else f"{max(sure, gone)}–{longest}"
    comma = "" if wait.short == "announced" else ","
    since = f"{capitalized(wait.short)}{comma} {day_in_short(_as_known(wait.since))}"
    start = readable(since, look)
    place, end = (
        readable(each, look) for each in (f"day {gone} of {whole}", day_in_short(wait.until))
    )
    room = width - sum(map(cell_len, (start, place, end)))
    if room >= 2 * _GAP_OF_LABELS:
        left = max(
            _GAP_OF_LABELS,
            min(room - _GAP_OF_LABELS, (width - cell_len(place)) // 2 - cell_len(start)),
        )
        return [f"{start}{' ' * left}{place}{' ' * (room - left)}{end}"]
    between = width - cell_len(start) - cell_len(end)
    ends = (
        [f"{start}{' ' * between}{end}"] if between >= _GAP_OF_LABELS else [start, f"until {end}"]
    )
    return [*ends, place]


def _as_known(day: date) -> PartialDate:
    return PartialDate(day.isoformat())
