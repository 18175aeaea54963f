"""So many days before a day somebody is reminded of it: once a mark, and once for marks slept through."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from premierectl.notices.told import ToldByWay

# So many days before a day one is reminded of it unless somebody says otherwise.
USUAL_MARKS: Final = (7, 1, 0)


def mark_due(place: str, days: int, marks: Iterable[int], told: "ToldByWay") -> int | None:
    """The mark at which to remind of a day that is so many ``days`` ahead; null for none.

    It is the nearest that has been reached: those slept through before it are reminded of with it.
    """
    reached = [mark for mark in marks if mark >= days]
    if not reached:
        return None
    nearest = min(reached)
    is_told = any(mark_key(place, mark) in told.keys for mark in range(nearest + 1))
    return None if is_told else nearest


def mark_key(place: str, mark: int) -> str:
    """The key of a reminder, of a ``place`` that names the thing and its day."""
    return f"{place} {mark}"
