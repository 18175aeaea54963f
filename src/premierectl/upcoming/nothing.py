"""Why there is nothing to wait for."""

from collections.abc import Sequence
from typing import Final

from premierectl.countdown import AHEAD
from premierectl.model import Show
from premierectl.upcoming.at_rest import last_out
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
    (show,) = shows.values()
    waiting = [row.item for row in listed if row.item.state in AHEAD]
    if waiting:
        return f"{show.title}: nothing upcoming with a date, {standing(waiting[0])}"
    return _over_words(show, listed)


def _over_words(show: Show, listed: Sequence[Row]) -> str:
    last = last_out(listed).item
    if show.status not in _OVER:
        return f"{show.title}: nothing upcoming, {standing(last)}"
    when = f"; {standing(last)}" if last.state == "out" and last.date else ""
    note = f". {first_sentence(show.note)}" if show.note else ""
    return f"{show.title} {_OVER[show.status]}{when}{note}"


def first_sentence(text: str) -> str:
    """The first sentence of a note, without its full stop."""
    return text.partition(". ")[0].rstrip(".")
