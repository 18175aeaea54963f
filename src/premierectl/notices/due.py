"""All that is due for one way of telling."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from premierectl.changes import Refresh
from premierectl.folding import folded
from premierectl.notices.event import Due, Event, Notice
from premierectl.notices.marks import USUAL_MARKS
from premierectl.notices.news import news_due
from premierectl.notices.reminding import reminders_due
from premierectl.notices.told import Selection, ToldByWay
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Outlook

# From so many events on, one notice tells them all.
MANY: Final = 4


class NoticesWanted(Struct, frozen=True):
    """What somebody wants to be told: so many days before a day, and what ``changes``, of what passes."""

    marks: tuple[int, ...]
    changes: bool
    filters: Filters = EVERYTHING

    @property
    def selection(self) -> Selection:
        """The selection, the same in whatever order its options stand."""
        filters = self.filters
        named = {"network": filters.networks, "genre": filters.genres, "tag": (filters.tag,)}
        words = ["--premieres"] if filters.premieres else []
        words += [
            f"--{name} {each}"
            for name, listed in named.items()
            for each in sorted({folded(word) for word in listed if word})
        ]
        marks = ",".join(map(str, sorted(set(self.marks), reverse=True)))
        is_usual = set(self.marks) == set(USUAL_MARKS)
        return Selection(" ".join(words), "" if is_usual else f"--days {marks}")


def all_due(
    outlook: Outlook, refreshes: Iterable[Refresh], told: ToldByWay, wanted: NoticesWanted
) -> Due:
    """What comes near, and behind it what became of dates, each told once."""
    news = news_due(outlook, refreshes, told, wanted.filters, wanted=wanted.changes)
    reminders = reminders_due(outlook, wanted.marks, told, wanted.filters)
    return Due((*reminders, *news.events), news.silence)


def notices(events: Sequence[Event], *, digest: bool) -> list[Notice]:
    """The events one by one; as one notice where a ``digest`` is wanted, or there are many."""
    if events and (digest or len(events) >= MANY):
        return [Notice(tuple(events), digest=True)]
    return [Notice((event,)) for event in events]
