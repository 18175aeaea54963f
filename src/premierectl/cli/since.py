"""Since when something is wanted: a day or an instant, ``yesterday``, ``monday``, ``7d``, ``2w``."""

import re
from datetime import date, datetime
from typing import Final

from premierectl.cli.session import Session
from premierectl.moment import moment_at
from premierectl.months import WEEK

_DAYS_OF_UNIT: Final = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}


def begin_of(session: Session, words: str) -> datetime:
    """The instant (UTC) that these words mean to the viewer; a day is its first moment.

    Raises :class:`BadMomentError` for words that are none.
    """
    viewer = session.moment
    days = _days_ago(words.strip().lower(), viewer.today)
    if days is not None:
        return first_moment_ago(session, days)
    return moment_at(words, viewer.zone, viewer.zone_name, viewer.today).instant


def first_moment_ago(session: Session, days: int) -> datetime:
    """The first moment (UTC) of the viewer's day so many days ago."""
    viewer = session.moment
    begin = date.fromordinal(max(1, viewer.today.toordinal() - days))
    return moment_at(begin.isoformat(), viewer.zone, viewer.zone_name).instant


def _days_ago(words: str, today: date) -> int | None:
    """The days of ``yesterday``, ``7d``, ``2w`` or a weekday, the last one that has begun."""
    if words == "yesterday":
        return 1
    match = re.fullmatch("([0-9]{1,5}) *([a-z]+)", words)
    if match and match[2] in _DAYS_OF_UNIT:
        return int(match[1]) * _DAYS_OF_UNIT[match[2]]
    named = [day for day in WEEK if words in (day, day.short.lower())]
    return (today.weekday() - WEEK.index(named[0])) % 7 if named else None
