"""The moment: the instant "now" together with the viewer's time zone."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from premierectl.errors import BadDateError, BadMomentError


class Moment(Struct, frozen=True, dict=True):
    """The instant "now" (aware, UTC) together with the viewer's time zone and its IANA name."""

    instant: datetime
    zone: tzinfo
    zone_name: str

    @cached_property
    def local(self) -> datetime:
        """Now, in the viewer's zone."""
        return self.instant.astimezone(self.zone)

    @cached_property
    def today(self) -> date:
        """The viewer's calendar day."""
        return self.local.date()


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
        moment.local  # noqa: B018 - the ends of the calendar are beyond it in some zones
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
