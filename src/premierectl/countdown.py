"""A release seen from a moment: how many days, in which words, in which state."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final, Literal

from msgspec import Struct

from premierectl.dates import PartialDate, date_order, day_words
from premierectl.errors import BadMomentError
from premierectl.schedule import Release

State = Literal["tba", "upcoming", "today", "airing", "overdue", "out", "cancelled"]
AHEAD: frozenset[State] = frozenset({"tba", "upcoming", "today", "airing", "overdue"})


class Moment(Struct, frozen=True):
    """The instant "now" (aware, UTC) together with the viewer's time zone and its IANA name."""

    instant: datetime
    zone: tzinfo
    zone_name: str

    @property
    def local(self) -> datetime:
        """Now, in the viewer's zone."""
        return self.instant.astimezone(self.zone)

    @property
    def today(self) -> date:
        """The viewer's calendar day."""
        return self.local.date()


class Countdown(Struct, frozen=True):
    """A release as it stands on the viewer's ``today``; differences are in calendar days.

    ``days`` is null unless the very day is known; ``days_earliest`` and ``days_latest`` are the
    bounds, negative once they have passed.
    """

    release: Release
    today: date
    state: State

    @property
    def days(self) -> int | None:
        """Days to the release, negative once it is out."""
        known = self.release.date
        return (known.latest - self.today).days if known and known.is_day else None

    @property
    def days_earliest(self) -> int | None:
        """Days to the first day that the date can mean."""
        known = self.release.date
        return (known.earliest - self.today).days if known else None

    @property
    def days_latest(self) -> int | None:
        """Days to the last day that the date can mean."""
        known = self.release.date
        return (known.latest - self.today).days if known else None

    @property
    def span(self) -> str:
        """The days left as a number or a range, ``15`` or ``39-69``; empty when nothing is left."""
        known = self.release.date
        if known is None or self.state not in ("upcoming", "today"):
            return ""
        first, last = _left(known, self.today)
        return str(first) if first == last else f"{first}-{last}"

    @property
    def brief(self) -> str:
        """The wait in words, for a row whose date stands beside it."""
        known = self.release.date
        doubt = "" if known is None or known.confirmed else " (unconfirmed)"
        return _words(self.state, known, self.today) + ("" if self.state == "overdue" else doubt)

    @property
    def phrase(self) -> str:
        """The wait in words that stand alone: ``in 39–69 days (January 2027)``."""
        known = self.release.date
        if known is None or known.is_day or not self.brief.startswith("in "):
            return self.brief
        doubt = "" if known.confirmed else ", unconfirmed"
        return f"{_words(self.state, known, self.today)} ({known.words}{doubt})"


def countdown(release: Release, moment: Moment) -> Countdown:
    """How a release stands at this moment, by calendar days in the viewer's zone."""
    return Countdown(release, moment.today, _state(release, moment.today))


def countdown_order(item: Countdown) -> tuple[object, ...]:
    """The sort key of countdowns: nearest first, the vague after the exact, no date last."""
    release = item.release
    unsettled = item.state in ("cancelled", "overdue")
    known = None if unsettled else release.date
    number = release.season.number
    return (
        date_order(known),
        unsettled,
        release.show.title.casefold(),
        number is None,
        number or 0,
        release.season.label,
    )


def moment_at(words: str, zone: tzinfo, zone_name: str) -> Moment:
    """The moment that a user wrote: a date is its first moment in the zone, as is a local time.

    A date-time with an offset is that instant. Raise :class:`BadMomentError` for anything else.
    """
    try:
        if re.fullmatch(_DAY, words):
            at = datetime.combine(date.fromisoformat(words), time.min)
        elif re.fullmatch(_INSTANT, words):
            at = datetime.fromisoformat(words)
        else:
            raise ValueError  # noqa: TRY301 - the same answer as for a day no calendar has
        aware = at if at.tzinfo else at.replace(tzinfo=zone)
        moment = Moment(aware.astimezone(UTC), zone, zone_name)
        moment.local  # noqa: B018 - the ends of the calendar are beyond it in some zones
    except (ValueError, OverflowError):
        raise BadMomentError(
            f"{words!r} is not a moment; write 2027-03-12, 2027-03-12T20:00 or 2027-03-12T20:00+01:00"
        ) from None
    return moment


_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_INSTANT: Final = (
    rf"{_DAY}[T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"
)


def _state(release: Release, today: date) -> State:
    season, known = release.season, release.date
    if season.status == "cancelled":
        return "cancelled"
    if known is None:
        return "out" if season.status in ("airing", "ended") else "tba"
    if known.is_day and known.latest == today:
        return "today"
    if season.status in ("airing", "ended") and known.earliest <= today:
        return "out"
    if known.latest < today:
        return "out" if known.is_day and known.confirmed else "overdue"
    return "upcoming"


def _words(state: State, known: PartialDate | None, today: date) -> str:
    if state == "cancelled":
        return "cancelled"
    if known is None:
        return "no date yet" if state == "tba" else "out"
    if state == "overdue":
        return f"was expected {_preposition(known)} {known.words}"
    if state == "out":
        return _out_words(known, today)
    return _ahead_words(known, today)


def _out_words(known: PartialDate, today: date) -> str:
    if not known.is_day:
        return f"out since {known.words}"
    days = (today - known.latest).days
    return f"out since {days} day{'' if days == 1 else 's'}"


def _ahead_words(known: PartialDate, today: date) -> str:
    first, last = _left(known, today)
    if not known.is_day and known.earliest <= today:
        return f"any day until {day_words(known.latest)}"
    if first != last:
        return f"in {first}–{last} days"
    return {0: "today", 1: "tomorrow"}.get(first, f"in {first} days")


def _left(known: PartialDate, today: date) -> tuple[int, int]:
    return max(0, (known.earliest - today).days), (known.latest - today).days


def _preposition(known: PartialDate) -> str:
    return "on" if known.is_day else "in"
