"""What a status bar shows: the nearest release, how near it is, and what is next besides."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from premierectl.agenda import is_just_out
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Row, ahead
from premierectl.upcoming.script import is_exact
from premierectl.wording.bar import bar_wait

BarState = Literal["today", "soon", "later", "vague", "none", "error"]

_DAYS_OF_SOON: Final = 7
_ON_THE_DAY: Final = 100


class Bar(Struct, frozen=True):
    """What a status bar shows, whatever program draws it.

    Of ``rows`` the first is the release that it counts down to, the rest stand in a tooltip or a
    menu, the nearest first. Without a row, ``reason`` says why. The catalogue is known ``as_of`` a
    day, and ``old`` where that is longer ago than the user finds right.
    """

    state: BarState
    rows: tuple[Row, ...] = ()
    reason: str = ""
    as_of: date | None = None
    old: bool = False

    @property
    def row(self) -> Row | None:
        """The release that it counts down to."""
        return self.rows[0] if self.rows else None

    @property
    def classes(self) -> tuple[str, ...]:
        """What a style sheet goes by: the state, and ``stale`` besides where the catalogue is old."""
        return (self.state, "stale") if self.old else (self.state,)

    @property
    def percentage(self) -> int:
        """How near it is: 100 on the day, one less for each day before it, 0 for no exact day."""
        days = self.row.item.days if self.row else None
        if days is None or self.state == "vague":
            return 0
        return max(0, min(_ON_THE_DAY, _ON_THE_DAY - days))

    @property
    def wait(self) -> str:
        """The wait in a few characters; empty without a release."""
        return bar_wait(self.row.item, vague=self.state == "vague") if self.row else ""


def bar_of(rows: Sequence[Row], why_none: str, as_of: date | None, *, old: bool) -> Bar:
    """The bar that shows the first of these rows, or says why there is none."""
    if not rows:
        return Bar("none", (), why_none, as_of, old)
    return Bar(bar_state(rows[0]), tuple(rows), "", as_of, old)


def bar_state(row: Row) -> BarState:
    """How near a release is; ``today`` also for what is out since less than a day."""
    days = row.item.days
    if is_just_out(row.item):
        return "today"
    if days is None or not is_exact(row):
        return "vague"
    return "today" if days == 0 else "soon" if days <= _DAYS_OF_SOON else "later"


def bar_rows(found: Iterable[Row], filters: Filters) -> list[Row]:
    """What a bar may show: first the nearest with an exact day, else the nearest, then all others.

    What comes today goes before what has just come out, and that before what comes later.
    """
    listed = list(found)
    whenever = replace(filters, within=None)
    out = [row for row in listed if is_just_out(row.item) and row.passes(whenever)]
    coming = ahead(listed, filters)
    today = [row for row in coming if is_exact(row) and row.item.days == 0]
    ordered = [*today, *out, *(row for row in coming if row not in today)]
    first = [row for row in ordered if row in out or is_exact(row)][:1] or ordered[:1]
    return [*first, *(row for row in ordered if row not in first)]
