"""What comes out within months, a week or a day: on a known day, or known only vaguely; and what is next at all."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from premierectl.dates import PartialDate
from premierectl.months import Period, Weekday, is_month
from premierectl.reminders import ReminderNow
from premierectl.upcoming.coming_page import ComingPage, grouped
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Row, ahead
from premierectl.upcoming.with_reminders import by_date

Months = tuple[Period, ...]


class InMonths(Struct, frozen=True):
    """What may fall into the months, whose weeks begin on a day; ``next`` is next whenever it comes.

    Instead of months there may be one week or one day.
    """

    months: Months
    week_start: Weekday
    dated: Sequence[Row]
    vague: Sequence[Row]
    next: Row | None
    reminders: Sequence[ReminderNow] = ()

    @property
    def rows(self) -> list[Row]:
        """What may fall into them, the dated before the vague."""
        return [*self.dated, *self.vague]

    def as_list(self, today: date) -> ComingPage | None:
        """All of it as the list of the countdown, with nothing left out; null for nothing."""
        listed = by_date(self.rows, self.reminders)
        return ComingPage(groups=grouped(listed, today), full=True) if listed else None


def in_months(
    listed: Iterable[Row],
    months: Months,
    filters: Filters,
    week_start: Weekday,
    reminders: Iterable[ReminderNow] = (),
) -> InMonths:
    """What of these rows, the nearest first, and of one's own reminders may fall into the months."""
    passed = [row for row in listed if row.passes(filters)]
    within = [row for row in passed if may_fall_in(months, row.item.date)]
    dated = [row for row in within if row.item.days is not None and row.item.state != "cancelled"]
    vague = [row for row in ahead(within) if row.item.days is None]
    # What was expected on a day and has not come sorts last elsewhere; here it has its day.
    dated.sort(key=lambda row: row.item.days or 0)
    coming = (row for row in ahead(passed) if row.item.span)
    own = [each for each in reminders if may_fall_in(months, each.date)]
    return InMonths(months, week_start, dated, vague, next(coming, None), own)


def may_fall_in(months: Months, known: PartialDate | None) -> bool:
    """Whether a date may fall into the months; into a week or a day only an exact day does."""
    if known is None or not (known.is_day or is_month(months[0])):
        return False
    first, last = months[0].earliest, months[-1].latest
    return known.earliest <= last and known.latest >= first
