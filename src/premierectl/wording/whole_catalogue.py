"""Where the catalogue stands, in words."""

from datetime import date, datetime, timedelta
from typing import Final

from premierectl.dates import day_words
from premierectl.moment import Moment

_FRESH: Final = timedelta(days=1)


def catalogue_words(
    shows: int, own: int, as_of: date | None, refreshed: datetime | None, now: Moment
) -> str:
    """How many shows there are, from when the dates are, and what to do next."""
    yours = f", {own} of your own" if own else ""
    told = [f"{shows:,} show{'' if shows == 1 else 's'}{yours}."]
    if refreshed is not None:
        local = refreshed.astimezone(now.zone)
        told.append(f"Last refreshed on {day_words(local.date())} at {local:%H:%M}.")
    else:
        since = f"are from {day_words(as_of)} and " if as_of else ""
        told.append(f"The dates {since}were never refreshed.")
    if refreshed is None or now.instant - refreshed >= _FRESH:
        told.append("Get today's dates: premierectl catalogue refresh")
    return "\n".join(told)
