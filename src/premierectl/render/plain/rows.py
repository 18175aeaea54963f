"""What is coming and what came out, a sentence a row."""

from collections.abc import Iterable, Iterator
from datetime import date

from premierectl.dates import date_order
from premierectl.moment import Moment
from premierectl.reminders import ReminderNow
from premierectl.upcoming.calendar import InMonths
from premierectl.upcoming.coming_page import ComingPage, date_of_listed
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.recent import RecentPage
from premierectl.upcoming.with_reminders import RowOrReminder
from premierectl.wording.changes import moved_words
from premierectl.wording.listing import more_words
from premierectl.wording.spoken import (
    listed_aloud,
    sentence,
    spelled_out,
    spoken_release,
    spoken_reminder,
    spoken_standing,
)


def row_sentence(row: Row) -> str:
    """A release: ``Silo, season 3: in 12 days, Tuesday 8 December 2026, on Apple TV, followed``."""
    name = f"{row.title}, {spoken_release(row.release)}"
    return sentence(f"{name}: {spoken_standing(row.item)}", *_asides(row))


def reminder_sentence(now: ReminderNow) -> str:
    """A day of the user's own."""
    return sentence(f"Reminder, {now.text}: {spoken_reminder(now)}")


def rows_said(rows: Iterable[RowOrReminder]) -> Iterator[str]:
    """Releases and reminders, in their order."""
    for each in rows:
        yield reminder_sentence(each) if isinstance(each, ReminderNow) else row_sentence(each)


def coming_said(page: ComingPage, moment: Moment) -> Iterator[str]:
    """What stands above a list, its rows, how much more there is, and what has no date."""
    if page.since:
        yield sentence(spelled_out(page.since))
    yield from rows_said(page.listed)
    yield from _more_said(page, moment.today)
    if page.undated:
        yield sentence(f"Without a date: {listed_aloud(page.undated)}")
    if page.quiet:
        yield sentence(f"Nothing announced: {listed_aloud(page.quiet)}")
    yield from page.beneath


def recent_said(page: RecentPage) -> Iterator[str]:
    """What came out lately, the last day first."""
    return (row_sentence(row) for day in page.days for row in day.rows)


def months_said(found: InMonths) -> Iterator[str]:
    """What comes out in these months, by day, and behind it what is known only vaguely."""
    exact = [each for each in found.reminders if each.date.is_day]
    vague = [each for each in found.reminders if not each.date.is_day]
    yield from rows_said(sorted([*found.dated, *exact], key=_day_first))
    yield from rows_said([*found.vague, *vague])


def _asides(row: Row) -> Iterator[str]:
    """What else is known of a row: where it comes out, that it moved, whether it is followed."""
    network, moved = row.release.network, moved_words(row.item)
    yield f"on {network}" if network else ""
    yield moved
    yield "followed" if row.followed else ""


def _more_said(page: ComingPage, today: date) -> Iterator[str]:
    if page.left_out:
        dates = (date_of_listed(each) for each in page.left_out)
        last = max(filter(None, dates), key=date_order, default=None)
        yield sentence(more_words(len(page.left_out), last, today))


def _day_first(each: RowOrReminder) -> tuple[object, ...]:
    return date_order(date_of_listed(each))
