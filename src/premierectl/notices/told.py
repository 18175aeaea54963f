"""What was told by each way of telling, so that nothing is told twice by one."""

import contextlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta, Struct

# Keys are kept for so long after their date: a refresh may still know of what they are of.
KEPT: Final = timedelta(days=60)
_DAY_IN_KEY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class ToldKey(Struct, frozen=True, kw_only=True):
    """That something was told, by which way and when (UTC)."""

    key: str
    when: Annotated[datetime, Meta(tz=True)]
    way: str


class WayDone(Struct, frozen=True, kw_only=True):
    """The last day of the viewer's on which a way of telling had told all that was due.

    Where only a selection was wanted, it stands behind the ``way``: ``desktop --premieres``.
    """

    way: str
    through: date


class ToldByWay(Struct, frozen=True):
    """What one way of telling has told: each key with when (UTC), and ``through`` which day all of it.

    The day is null for a way that was never used.
    """

    keys: Mapping[str, datetime] = {}
    through: date | None = None


class Notified(Struct, frozen=True):
    """What was told by all ways, by key and way."""

    told: tuple[ToldKey, ...] = ()
    ways: tuple[WayDone, ...] = ()

    def by(self, way: str, selection: str = "") -> ToldByWay:
        """What this way has told, of a selection or of everything.

        Whoever told everything told of the selection, too.
        """
        of_either = (way, _way_with(way, selection))
        days = [each.through for each in self.ways if each.way in of_either]
        keys = {each.key: each.when for each in self.told if each.way == way}
        return ToldByWay(keys, max(days, default=None))

    def with_told(self, way: str, keys: Iterable[str], when: datetime) -> "Notified":
        """With these keys as told by a way at this instant."""
        known = {(each.key, each.way): each for each in self.told}
        known |= {(key, way): ToldKey(key=key, when=when, way=way) for key in keys}
        return Notified(tuple(known[place] for place in sorted(known)), self.ways)

    def with_all_told(self, way: str, through: date, selection: str = "") -> "Notified":
        """With a way as one that has told all of a selection that was due on this day."""
        name = _way_with(way, selection)
        known = {each.way: each for each in self.ways} | {name: WayDone(way=name, through=through)}
        return Notified(self.told, tuple(known[name] for name in sorted(known)))

    def without_old(self, today: date) -> "Notified":
        """Without the keys whose day, and the day on which they were told, are long over."""
        kept = (each for each in self.told if today - _last_day(each) <= KEPT)
        return Notified(tuple(kept), self.ways)


def _way_with(way: str, selection: str) -> str:
    return f"{way} {selection}" if selection else way


def _last_day(told: ToldKey) -> date:
    """The day in a key, or that on which it was told, whichever is later."""
    days = [told.when.date()]
    for words in re.findall(_DAY_IN_KEY, told.key)[-1:]:
        with contextlib.suppress(ValueError):  # of a key that somebody else wrote
            days.append(date.fromisoformat(words))
    return max(days)
