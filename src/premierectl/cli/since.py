"""Since when something is wanted: a day or an instant, ``yesterday``, ``monday``, ``7d``, ``2w``."""

from datetime import date, datetime

from premierectl.cli.session import Session
from premierectl.cli.time_spans import days_of_span
from premierectl.errors import BadMomentError
from premierectl.moment import days_from, moment_at
from premierectl.months import WEEK


def begin_of(session: Session, words: str) -> datetime:
    """The instant (UTC) that these words mean to the viewer; a day is its first moment.

    Raises :class:`BadMomentError` for words that are none.
    """
    viewer = session.moment
    days = _days_ago(words.strip().lower(), viewer.today)
    if days is not None:
        return first_moment_ago(session, days)
    try:
        return moment_at(words, viewer.zone, viewer.zone_name, viewer.today).instant
    except BadMomentError:
        raise BadMomentError(
            f"{words!r} is not a day or a time ago; "
            "write yesterday, monday, 10d, 2w, 2027-03-12 or 2027-03-12T20:00"
        ) from None


def first_moment_ago(session: Session, days: int) -> datetime:
    """The first moment (UTC) of the viewer's day so many days ago."""
    viewer = session.moment
    begin = days_from(viewer.today, -days)
    return moment_at(begin.isoformat(), viewer.zone, viewer.zone_name).instant


def _days_ago(words: str, today: date) -> int | None:
    """The days of ``yesterday``, of a time such as ``7d`` or ``2w``, or of a weekday, the last one that has begun."""
    if words == "yesterday":
        return 1
    named = [day for day in WEEK if words in (day, day.short.lower())]
    return (today.weekday() - WEEK.index(named[0])) % 7 if named else days_of_span(words)
