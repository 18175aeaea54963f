"""Why there is nothing to wait for."""

from collections.abc import Sequence
from typing import Final

from premierectl.countdown import AHEAD, Countdown
from premierectl.model import Show
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Chosen, Row
from premierectl.wording.waits import standing

_OVER: Final = {"ended": "has ended", "cancelled": "was cancelled"}


def why_nothing(listed: Sequence[Row], filters: Filters, chosen: Sequence[Chosen] = ()) -> str:
    """Why none of these is a date to wait for: the filters, no date yet, or what came out last.

    ``chosen`` are the shows that were asked about.
    """
    if not listed and len(chosen) == 1:
        return f"{chosen[0].show.title}: the catalogue knows no season of it"
    if filters != EVERYTHING and any(row.item.state in AHEAD for row in listed):
        return "nothing upcoming passes these filters"
    shows = {row.release.show.id: row.release.show for row in listed}
    if len(shows) != 1:
        return "nothing upcoming with a date"
    items, (show,) = [row.item for row in listed], shows.values()
    waiting = [item for item in items if item.state in AHEAD]
    if waiting:
        return f"{show.title}: nothing upcoming with a date, {standing(waiting[0])}"
    return _over_words(show, items)


def _over_words(show: Show, items: Sequence[Countdown]) -> str:
    out = [item for item in items if item.state == "out" and item.date]
    last = max(out or items, key=_recent)
    if show.status not in _OVER:
        return f"{show.title}: nothing upcoming, {standing(last)}"
    when = f"; {standing(last)}" if out else ""
    note = f". {show.note.partition('. ')[0].rstrip('.')}" if show.note else ""
    return f"{show.title} {_OVER[show.status]}{when}{note}"


def _recent(item: Countdown) -> tuple[int, int]:
    return item.days_latest or 0, item.release.season.number or 0
