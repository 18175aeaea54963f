"""What was told by each way of telling, so that nothing is told twice by one."""

import contextlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta, Struct

from premierectl.moment import Moment

# Keys are kept for so long after their date: a refresh may still know of what they are of.
KEPT: Final = timedelta(days=60)
_DAY_IN_KEY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class ToldKey(Struct, frozen=True, kw_only=True):
    """That something was told, by which way and when (UTC)."""

    key: str
    when: Annotated[datetime, Meta(tz=True)]
    way: str


class Selection(Struct, frozen=True):
    """What of all that comes is told, as its options are written; empty for what is usual.

    It is of these ``releases`` and shows, and tells of them so many ``days`` before.
    """

    releases: str = ""
    days: str = ""


EVERYTHING_USUAL: Final = Selection()


class WayDone(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last day of the viewer's on which a way of telling had told all that was due.

    It was a selection of these ``releases``, told of so many ``days`` before. What changed until
    ``since`` (UTC), when it was first used, is no news for it.
    """

    way: str
    releases: str = ""
    days: str = ""
    through: date
    since: Annotated[datetime, Meta(tz=True)]

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is of: the way and the selection."""
        return self.way, self.releases, self.days


class ToldByWay(Struct, frozen=True):
    """What one way of telling has told: each key with when (UTC), and ``through`` which day all of it.

    What changed until ``since`` (UTC) is no news. Both are null for a way or a selection that was
    never used.
    """

    keys: Mapping[str, datetime] = {}
    through: date | None = None
    since: datetime | None = None


class Notified(Struct, frozen=True):
    """What was told by all ways, by key and way."""

    told: tuple[ToldKey, ...] = ()
    ways: tuple[WayDone, ...] = ()

    def by(self, way: str, selection: Selection = EVERYTHING_USUAL) -> ToldByWay:
        """What this way has told of a selection.

        One that is new goes on where everything was told before; its news, also where the same
        was told so many other days before.
        """
        done = {each.place: each for each in self.ways}
        usual = done.get((way, "", ""))
        known = done.get((way, selection.releases, selection.days), usual)
        alike = [each for each in self.ways if each.place[:2] == (way, selection.releases)]
        since = min((each.since for each in alike), default=known.since if known else None)
        keys = {each.key: each.when for each in self.told if each.way == way}
        return ToldByWay(keys, known.through if known else None, since)

    def with_told(self, way: str, keys: Iterable[str], when: datetime) -> "Notified":
        """With these keys as told by a way at this instant."""
        known = {(each.key, each.way): each for each in self.told}
        known |= {(key, way): ToldKey(key=key, when=when, way=way) for key in keys}
        return Notified(tuple(known[place] for place in sorted(known)), self.ways)

    def with_all_told(
        self,
        way: str,
        moment: Moment,
        selection: Selection = EVERYTHING_USUAL,
        *,
        through: date | None = None,
    ) -> "Notified":
        """With a way as one that has told all of a selection ``through`` a day, else up to now."""
        done = WayDone(
            way=way,
            releases=selection.releases,
            days=selection.days,
            through=through or moment.today,
            since=self.by(way, selection).since or moment.instant,
        )
        known = {each.place: each for each in self.ways} | {done.place: done}
        return Notified(self.told, tuple(known[place] for place in sorted(known)))

    def without_old(self, today: date) -> "Notified":
        """Without the keys whose day, and the day on which they were told, are long over."""
        kept = (each for each in self.told if today - _last_day(each) <= KEPT)
        return Notified(tuple(kept), self.ways)


def _last_day(told: ToldKey) -> date:
    """The day in a key, or that on which it was told, whichever is later."""
    days = [told.when.date()]
    for words in re.findall(_DAY_IN_KEY, told.key)[-1:]:
        with contextlib.suppress(ValueError):  # of a key that somebody else wrote
            days.append(date.fromisoformat(words))
    return max(days)
