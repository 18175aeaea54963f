"""A release seen from a moment: how many days, in which state."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from premierectl.dates import PartialDate, date_order, has_moved
from premierectl.folding import title_order
from premierectl.model import DateChange, Network, Season
from premierectl.moment import Moment, instant_of
from premierectl.release import Release

State = Literal["tba", "upcoming", "today", "airing", "overdue", "out", "cancelled"]
AHEAD: frozenset[State] = frozenset({"tba", "upcoming", "today", "airing", "overdue"})

# Up to here the wait is told in hours and minutes, where the instant is known.
CLOSE: Final = timedelta(hours=48)
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)


# Within the class, date is a field.
Day = date


class Countdown(Struct, frozen=True):
    """A release as it stands for the viewer: ``date`` and ``local`` are in the viewer's zone.

    ``days`` is null unless the very day is known; ``days_earliest`` and ``days_latest`` are the
    bounds, negative once they have passed. ``local`` and ``left`` are null without an instant.
    ``left`` is the wait to the microsecond. ``progress`` is how far the whole season is at the moment: ``4 of 8 are out``; else empty.
    """

    release: Release
    moment: Moment
    state: State
    date: PartialDate | None
    local: datetime | None = None
    progress: str = ""

    @property
    def today(self) -> Day:
        """The viewer's calendar day."""
        return self.moment.today

    @property
    def days(self) -> int | None:
        """Days to the release, negative once it is out."""
        known = self.date
        return (known.latest - self.today).days if known and known.is_day else None

    @property
    def days_earliest(self) -> int | None:
        """Days to the first day that the date can mean."""
        return (self.date.earliest - self.today).days if self.date else None

    @property
    def days_latest(self) -> int | None:
        """Days to the last day that the date can mean."""
        return (self.date.latest - self.today).days if self.date else None

    @property
    def left(self) -> timedelta | None:
        """The wait, negative once it is over."""
        instant = self._instant
        return None if instant is None else instant - self.moment.instant

    @property
    def is_close(self) -> bool:
        """Whether the wait is a matter of hours: the instant is known and within 48 hours."""
        return self.is_within(CLOSE)

    def is_within(self, span: timedelta) -> bool:
        """Whether the instant is known, not over, and no further away than this."""
        instant = self._instant
        if instant is None or self.moment.has_come(instant):
            return False
        return self.moment.has_come(instant - span)

    def is_not_over_for(self, span: timedelta) -> bool:
        """Whether the instant is known, and is not over for as long as this."""
        instant = self._instant
        return instant is not None and not self.moment.has_come(instant + span)

    def steps_left(self, step: timedelta) -> int:
        """How many whole steps of this length, such as hours, are left until the instant."""
        instant = self._instant
        return 0 if instant is None else self.moment.steps_until(instant, step)

    @property
    def span(self) -> str:
        """The days left as a number or a range, ``15`` or ``39-69``; empty when nothing is left."""
        if self.date is None or self.state not in ("upcoming", "today", "airing"):
            return ""
        first, last = days_left(self.date, self.today)
        return str(first) if first == last else f"{first}-{last}"

    @property
    def moved(self) -> DateChange | None:
        """The last move of the premiere that is counted down to; what only became exact did not move."""
        season = self.release.season
        if self.release.kind != "premiere" or self.state not in AHEAD or not season.history:
            return None
        last = season.history[-1]
        if last.before is None or last.after != season.premiere:
            return None
        if not has_moved(last.before, last.after):
            return None
        seen = [viewer_date(each, self.release, self.moment) for each in (last.before, last.after)]
        return replace(last, before=seen[0], after=seen[1])

    @property
    def _instant(self) -> datetime | None:
        return None if self.local is None else self.local.astimezone(UTC)


def countdown(release: Release, moment: Moment) -> Countdown:
    """How a release stands at this moment, by calendar days in the viewer's zone.

    An instant is seen on the viewer's day; a date without one is never shifted.
    """
    instant = release.instant
    local = None if instant is None else _viewers_time(instant, moment)
    if instant is None or local is None or release.date is None:
        passed = release.date is not None and release.date.latest < moment.today
        state = _state(release, release.date, moment, passed=passed)
        return Countdown(release, moment, state, release.date)
    known = _on(local.date(), release.date)
    state = _state(release, known, moment, passed=moment.has_come(instant))
    return Countdown(release, moment, state, known, local)


def viewer_date(known: PartialDate | None, release: Release, moment: Moment) -> PartialDate | None:
    """Another date of this release, such as one it had before, as the viewer's day."""
    return countdown(replace(release, date=known), moment).date


def countdown_order(item: Countdown) -> tuple[object, ...]:
    """The sort key of countdowns: nearest first, the vague after the exact, no date last."""
    release = item.release
    unsettled = item.state in ("cancelled", "overdue")
    number = release.season.number
    return (
        date_order(None if unsettled else item.date),
        unsettled,
        "" if item.local is None else item.local.isoformat(),
        title_order(release.show.title),
        number is None,
        number or 0,
        release.season.label,
        release.part or 0,
        release.episodes or (0, 0),
    )


def usual_time(item: Countdown, network: Network | None) -> datetime | None:
    """When the network usually releases on that day, in the viewer's zone: a hint, no promise."""
    known = item.release.date
    if item.local or known is None or not known.is_day or network is None:
        return None
    if network.usual_time is None or network.timezone is None:
        return None
    instant = instant_of(known.earliest, network.usual_time, network.timezone)
    return None if instant is None else _viewers_time(instant, item.moment)


def days_left(known: PartialDate, today: date) -> tuple[int, int]:
    """The fewest and the most days that may be left until a date; none of them is negative."""
    return max(0, (known.earliest - today).days), (known.latest - today).days


def _viewers_time(instant: datetime, moment: Moment) -> datetime | None:
    try:
        return instant.astimezone(moment.zone)
    except OverflowError:  # the ends of the calendar are beyond it in some zones
        return None


def _on(day: date, known: PartialDate) -> PartialDate:
    """A day, as certain as the date that is known."""
    return PartialDate(day.isoformat() + ("" if known.confirmed else "?"))


def _state(release: Release, known: PartialDate | None, moment: Moment, *, passed: bool) -> State:
    """How a release stands whose date, the viewer's, has ``passed`` to the end or not."""
    season, today = release.season, moment.today
    # What a service has no more nobody confirms, whatever was last said of the show.
    known_of = release.show.gone is None
    over = known_of and (season.status == "ended" or release.show.status in ("ended", "cancelled"))
    begun = known_of and season.status == "airing" and release.kind == "premiere"
    if season.status == "cancelled":
        return "cancelled"
    if known is None:
        return _undated(release, moment)
    if passed:
        settled = known.is_day and known.confirmed
        return "out" if settled or over or begun else "overdue"
    if known.is_day and known.latest == today:
        return "today"
    if (begun or season.status == "ended") and known.earliest <= today:
        return "out"
    return "airing" if _has_begun(release, moment) else "upcoming"


def _undated(release: Release, moment: Moment) -> State:
    """A release without a date: out with its season, not to come any more, or still to be told."""
    status = release.season.status
    if release.kind == "finale" and release.show.status == "ended" and _has_begun(release, moment):
        return "out"
    if status == "ended" or (status == "airing" and release.kind == "premiere"):
        return "out"
    return "cancelled" if release.show.status in ("ended", "cancelled") else "tba"


def _has_begun(release: Release, moment: Moment) -> bool:
    """Whether an earlier release of the same season is out."""
    if release.kind == "premiere":
        return False
    return release.season.status == "airing" or any(
        _is_out(release.season, known, time, moment) for known, time in release.season.stated
    )


def _is_out(season: Season, known: PartialDate, time: str | None, moment: Moment) -> bool:
    if not (known.is_day and known.confirmed):
        return False
    zone = season.timezone
    instant = instant_of(known.earliest, time, zone) if time and zone else None
    return known.latest <= moment.today if instant is None else moment.has_come(instant)
