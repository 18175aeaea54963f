"""How old what is on the screen is."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from premierectl.dates import day_words
from premierectl.model import Show

# After so many days dates are old, unless the user says otherwise.
USUAL_STALE_DAYS: Final = 30


class AgeTold(Struct, frozen=True):
    """The day, the viewer's, on which the age of the dates was last told."""

    on: date


def age_words(shown: date, today: date) -> str:
    """How old dates are that were checked on a day, and how to get those of today."""
    days = (today - shown).days
    return (
        f"these dates are {days} day{'' if days == 1 else 's'} old ({day_words(shown)}); "
        "get today's: premierectl catalogue refresh"
    )


def as_of_shown(found: Sequence[Any], as_of: date) -> date:
    """The day up to which all that is shown was checked, in a catalogue known ``as_of`` a day.

    It is a later one only where every show that is shown was asked for by itself since.
    """
    looks = [_last_look(each) for each in found]
    known = [day for day in looks if day is not None]
    return max(as_of, min(known)) if known and len(known) == len(looks) else as_of


def days_old(found: Sequence[Any], as_of: date | None, today: date) -> int:
    """How many days ago all that is shown was checked; 0 where no layer says so."""
    return 0 if as_of is None else (today - as_of_shown(found, as_of)).days


def _last_look(each: Any) -> date | None:
    """The day of the last look at the shows of an answer; null where that is not known."""
    days = [
        max((source.checked for source in show.sources if source.checked), default=None)
        for show in _shows_of(each)
    ]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def _shows_of(each: Any) -> Iterator[Show]:
    yield from (row.release.show for row in getattr(each, "rows", ()))
