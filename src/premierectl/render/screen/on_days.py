"""What is on each day of a calendar, and how it is named there."""

from datetime import date

from premierectl.reminders import ReminderNow
from premierectl.upcoming.calendar import InMonths
from premierectl.upcoming.coming_page import date_of_listed
from premierectl.upcoming.with_reminders import RowOrReminder

OnDays = dict[date, list[RowOrReminder]]


def on_days(found: InMonths) -> OnDays:
    """What has a day of its own, the releases of a day before the reminders."""
    on: OnDays = {}
    listed: list[RowOrReminder] = [*found.dated, *found.reminders]
    for each in listed:
        known = date_of_listed(each)
        if known is not None and known.is_day:
            on.setdefault(known.earliest, []).append(each)
    return on


def is_doubtful(each: RowOrReminder) -> bool:
    """Whether its date is unconfirmed."""
    known = date_of_listed(each)
    return known is not None and not known.confirmed


def clock_listed(each: RowOrReminder) -> str:
    """The viewer's clock time, if one is known; else empty."""
    if isinstance(each, ReminderNow) or each.item.local is None:
        return ""
    return f"{each.item.local:%H:%M}"
