"""What somebody is told of a day that comes near, and of what became of a date."""

from datetime import date

from premierectl.changes import Change
from premierectl.countdown import Countdown
from premierectl.dates import PartialDate
from premierectl.reminders import ReminderNow
from premierectl.wording.changes import shift_words
from premierectl.wording.spoken import ago_aloud, spoken_date, spoken_day


def release_said(item: Countdown) -> str:
    """That a release comes, or has come: ``comes out in 5 days, Tuesday 8 December 2026, on Hulu``.

    Its day has to be known; day and clock time are the viewer's.
    """
    release = item.release
    coming, came = (
        ("comes out", "came out") if release.noun == release.label else ("returns", "returned")
    )
    words = f"{came if item.state == 'out' else coming} {_day_said(item.date, item.days or 0)}"
    clock = f"at {item.local:%H:%M}" if item.local else ""
    network = f"on {release.network}" if release.network else ""
    doubt = "" if item.date is None or item.date.confirmed else "unconfirmed"
    return ", ".join(filter(None, (words, clock, network, doubt)))


def own_reminder_said(now: ReminderNow) -> str:
    """When the day is, or was, of which somebody wanted to be reminded."""
    was = "was " if now.is_over else ""
    doubt = "" if now.date.confirmed else ", unconfirmed"
    return f"{was}{_day_said(now.date, now.days or 0)}{doubt}"


def change_said(change: Change) -> str:
    """What became of it: ``has a date: Thursday 7 January 2027``, ``was cancelled``."""
    match change.kind:
        case "moved":
            by = "" if change.days is None else f", {shift_words(change.days)}"
            return f"moved from {_date_said(change.before)} to {_date_said(change.after)}{by}"
        case "undated" | "withdrawn":
            return _lost_said(change)
        case "cancelled":
            return "was cancelled"
        case "renewed":
            return "was renewed" if change.season is not None else "is not over after all"
    if change.after is None:
        return "was announced"
    return _dated_said(change.before, change.after)


def seen_said(day: date, today: date) -> str:
    """When something was seen that is no news of today: ``, seen 3 days ago``."""
    return f", seen {ago_aloud((today - day).days)}"


def _day_said(known: PartialDate | None, days: int) -> str:
    """``today``, ``yesterday``, ``in 5 days, Tuesday 8 December 2026``."""
    if known is None or days == 0:
        return "today"
    if days == -1:
        return "yesterday"
    words = ago_aloud(-days) if days < 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"{words}, {spoken_day(known.earliest)}"


def _dated_said(before: PartialDate | None, after: PartialDate) -> str:
    if before is None:
        return f"has a date: {_date_said(after)}"
    if before.holds(after) and after.holds(before):
        return f"is confirmed: {_date_said(after)}"
    return f"has a date: {_date_said(after)}, was {before.words}"


def _lost_said(change: Change) -> str:
    before, after = change.before, change.after
    if before is None:
        return "was withdrawn"
    if after is None:
        return f"has no date any more, was {_date_said(before)}"
    if before.holds(after) and after.holds(before):
        return f"is unconfirmed now: {after.words}"
    return f"has no exact date any more, only {_date_said(after)}"


def _date_said(known: PartialDate | None) -> str:
    return "no date" if known is None else spoken_date(known)
