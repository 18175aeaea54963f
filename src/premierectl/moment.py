"""The moment: the instant "now" together with the viewer's time zone."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from premierectl.errors import BadDateError, BadMomentError

# A stated day, and the viewer's of the same instant, are at most so many days apart: the zones of
# the earth are up to 26 hours from each other.
DAYS_APART: Final = 2


class ChangesAt:
    """The first ``instant`` (UTC) at which a moment would answer otherwise; null for never.

    What was computed from a moment alone stays as it is until then, as every answer of the moment
    on the way to it does.
    """

    def __init__(self) -> None:
        self.instant: datetime | None = None

    def note(self, instant: datetime) -> None:
        """One of the answers is another one from this instant on."""
        if self.instant is None or instant < self.instant:
            self.instant = instant


class Moment(Struct, frozen=True, dict=True):
    """The instant "now" (``at``, aware, UTC) together with the viewer's time zone and its IANA name.

    Of each answer that it gives it notes in ``changes``, if somebody handed that in, how long it
    holds.
    """

    at: datetime
    zone: tzinfo
    zone_name: str
    changes: ChangesAt | None = None

    @property
    def instant(self) -> datetime:
        """Now (UTC), to the microsecond: whoever asks for less has an answer that holds longer."""
        self._note(self.at)
        return self.at

    @property
    def local(self) -> datetime:
        """The same in the viewer's zone."""
        return self.instant.astimezone(self.zone)

    @cached_property
    def today(self) -> date:
        """The viewer's calendar day."""
        if self.changes is not None:
            self.changes.note(self._end_of_the_day())
        return self.at.astimezone(self.zone).date()

    def has_come(self, instant: datetime) -> bool:
        """Whether an instant is over."""
        if instant > self.at:
            self._note(instant)
        return instant <= self.at

    def steps_until(self, instant: datetime, step: timedelta) -> int:
        """How many whole steps of this length are left until an instant; negative once it is over."""
        steps = (instant - self.at) // step
        self._note(max(self.at, instant - steps * step))
        return steps

    def _note(self, instant: datetime) -> None:
        if self.changes is not None:
            self.changes.note(instant)

    def _end_of_the_day(self) -> datetime:
        """The viewer's next midnight (UTC); where the clock is changed before it, now."""
        now = self.at.astimezone(self.zone)
        try:
            midnight = datetime.combine(now.date() + timedelta(days=1), time.min, self.zone)
            end = midnight.astimezone(UTC)
        except OverflowError:  # the last day of the calendar
            return self.at
        return end if midnight.utcoffset() == now.utcoffset() else self.at


def moment_at(words: str, zone: tzinfo, zone_name: str, today: date | None = None) -> Moment:
    """The moment that a user wrote: a date is its first moment in the zone, as is a local time.

    A date-time with an offset is that instant, ``today`` a day that is known. Raise :class:`BadMomentError` for anything else.
    """
    try:
        if re.fullmatch(_DAY, words):
            at = datetime.combine(date.fromisoformat(words), time.min)
        elif re.fullmatch(_INSTANT, words):
            at = datetime.fromisoformat(words)
        else:
            at = datetime.combine(_typed_day(words, today), time.min)
        aware = at if at.tzinfo else at.replace(tzinfo=zone)
        moment = Moment(aware.astimezone(UTC), zone, zone_name)
        moment.today  # noqa: B018 - the ends of the calendar are beyond it in some zones
    except (ValueError, OverflowError):
        raise BadMomentError(
            f"{words!r} is not a moment; write 2027-03-12, 2027-03-12T20:00 or 2027-03-12T20:00+01:00"
        ) from None
    return moment


def find_zone(name: str) -> ZoneInfo | None:
    """The zone of this IANA name, if there is one."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def instant_of(day: date, clock: str, zone_name: str) -> datetime | None:
    """The instant (UTC) of a clock time such as ``21:00`` on a day in a zone; null for no zone.

    A time that exists twice is the first of the two, one that does not exist is read with the
    offset before the gap (RFC 5545, 3.3.5).
    """
    zone = find_zone(zone_name)
    if zone is None:
        return None
    try:
        return datetime.combine(day, time.fromisoformat(clock), zone).astimezone(UTC)
    except OverflowError:  # the ends of the calendar are beyond it in some zones
        return None


def days_from(day: date, days: int) -> date:
    """The day so many days from this one, or the end of the calendar that is nearer."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _typed_day(words: str, today: date | None) -> date:
    """The day of ``12 March 2027``; raises :class:`BadDateError`, a ``ValueError``, for less."""
    from premierectl.typed_dates import typed_date  # noqa: PLC0415 - seldom

    known = typed_date(words, None if today is None else lambda: today)
    if not known.is_day or not known.confirmed:
        raise BadDateError(words, "it is not a day")
    return known.earliest


_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_INSTANT: Final = (
    rf"{_DAY}[T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"
)
