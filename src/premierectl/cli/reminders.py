"""``watchlist remind``: days of one's own."""

from typing import Annotated

import typer

from premierectl.cli.session import View
from premierectl.errors import BadDateError, NothingError, UsageError
from premierectl.reminders import ReminderNow, with_reminder
from premierectl.render.found import ChangeItem, Outcome
from premierectl.typed_dates import typed_date
from premierectl.watchlist import Reminder, Watchlist
from premierectl.wording.reminders import reminder_phrase

ReminderText = Annotated[
    str, typer.Argument(metavar="TEXT", help="What it is for, in quotes: 'Rewatch Silo'.")
]
ReminderDate = Annotated[
    str, typer.Argument(metavar="DATE", help="When: 2026-12-01, '1 December 2026', tomorrow.")
]


def remind(text: ReminderText, date: ReminderDate, view: View) -> None:
    """Add a day of your own to the countdown.

    It stands in the list, the countdown, the calendar and its export until it is over. The same text
    with another date moves it; premierectl watchlist remove TEXT removes it.
    """
    session = view.open()
    today = session.moment.today
    try:
        known = typed_date(date, lambda: today)
    except BadDateError as error:
        raise UsageError(f"{error.message}; nothing was changed") from None
    added = session.world.instant_told.replace(microsecond=0)
    words = " ".join(text.split())
    if not words:
        raise UsageError("a reminder needs a text; nothing was changed")
    reminder = Reminder(text=words, date=known, added=added)
    now = ReminderNow(reminder, session.moment)
    if now.is_over:
        raise NothingError(f"{known.words} is over; nothing was changed")
    before = list[Watchlist]()

    def decide(watchlist: Watchlist) -> Watchlist:
        before.append(watchlist)
        return with_reminder(watchlist, reminder)

    after = session.world.change_watchlist(decide)
    outcome: Outcome = "reminded" if after != before[0] else "already reminded"
    message = f"reminder: {words}, {reminder_phrase(now)}"
    session.show(
        "watchlist remind", None, [ChangeItem(words=words, outcome=outcome, message=message)]
    )
