"""The wait for a reminder in words."""

from premierectl.reminders import ReminderNow
from premierectl.wording.waits import days_words


def reminder_brief(now: ReminderNow) -> str:
    """The wait, for a row whose date stands beside it: ``in 8 days``, ``over``."""
    return "over" if now.is_over else days_words(now.date, now.moment.today)


def reminder_phrase(now: ReminderNow) -> str:
    """The wait in words that stand alone: ``in 39–69 days (January 2027)``."""
    wait = reminder_brief(now)
    alone = not now.is_over and (now.date.is_day or not wait.startswith("in "))
    return wait if alone else f"{wait} ({now.date.words})"
