"""When this user last looked at the list of what is coming."""

from datetime import datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta, Struct

# Looks that follow each other so closely are one: what is told at the first is told at each.
_ONE_LOOK: Final = timedelta(hours=1)

Instant = Annotated[datetime, Meta(tz=True)]


class LastLook(Struct, frozen=True):
    """The last look ``at`` the list, and the one ``before`` it (instants, UTC)."""

    at: Instant
    before: Instant | None = None

    def previous(self, now: datetime) -> datetime | None:
        """The look before one that is taken now; null where none is known, or it is yet to come."""
        goes_on = timedelta() <= now - self.at < _ONE_LOOK
        previous = self.before if goes_on else self.at
        return previous if previous is not None and previous <= now else None


def looked(last: LastLook | None, now: datetime) -> LastLook:
    """What is kept once somebody looks now: the same within the hour, else a new look."""
    if last is None:
        return LastLook(now)
    if timedelta() <= now - last.at < _ONE_LOOK:
        return last
    return LastLook(now, last.previous(now))
