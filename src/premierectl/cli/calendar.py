"""``calendar``: months with what comes out on each of their days."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from premierectl.agenda import every_release
from premierectl.catalogue.merge import Catalogue
from premierectl.cli import options
from premierectl.cli.command import Session, View, command, family
from premierectl.cli.output import say
from premierectl.cli.selection import Filters, Row, ahead, rows, scope
from premierectl.countdown import Countdown
from premierectl.dates import PartialDate
from premierectl.errors import NothingError
from premierectl.months import Weekday, months_from, span_words
from premierectl.render.tsv import countdown_fields
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from rich.console import RenderableType

app = family("A month with its releases.")

Months = tuple[PartialDate, ...]


class Wanted(Struct, frozen=True):
    """Which releases are wanted: of which kind, of a network, of a genre."""

    premieres: options.Premieres = False
    network: options.OfNetwork = None
    genre: options.Genre = None

    def has(self, item: Countdown) -> bool:
        """Whether this is one of them."""
        return Filters(self.premieres, None, self.network, self.genre).passes(item)


class Drawn(Struct, frozen=True):
    """What is drawn, and where to: on the screen, or into a file under a title."""

    months: Months
    week_start: Weekday
    save: str | None
    title: str


class Found(Struct, frozen=True):
    """What comes out in the months, on a known day or known only vaguely; and what is next at all."""

    dated: list[Row]
    vague: list[Row]
    next: Countdown | None


Month = Annotated[
    str | None,
    typer.Argument(
        metavar="[MONTH]",
        help="A month: 2026-12, or december or dec for the next one; without it, this month.",
    ),
]
Count = Annotated[
    int, typer.Option("--months", metavar="N", min=1, max=24, help="So many months, up to 24.")
]
WeekStart = Annotated[
    Weekday | None,
    typer.Option(
        "--week-start",
        metavar="DAY",
        case_sensitive=False,
        help="The day on which a week begins, such as sunday.  [default: monday]",
    ),
]


@command(app, "calendar")
def calendar(
    wanted: Wanted,
    view: View,
    month: Month = None,
    count: Count = 1,
    week_start: WeekStart = None,
    everything: options.All = False,
    save: options.Save = None,
) -> None:
    """A month as a grid of days with what comes out on them, of the watchlist or of everything."""
    session = view.open()
    months = months_from(month, count, session.world.moment.today)
    catalogue, watchlist = session.catalogue(), session.world.watchlist()
    wide = everything or not watchlist.entries
    found = _found(session, catalogue, watchlist, months, wanted, everything=wide)
    first = week_start or Weekday(session.world.settings.week_start or Weekday.MONDAY)
    _show(session, catalogue, found, Drawn(months, first, save, f"calendar {month or ''}".rstrip()))
    if not (everything or watchlist.entries):
        say("this is the whole catalogue; follow a show with: premierectl watchlist add SHOW")
    if not (found.dated or found.vague):
        raise NothingError(f"nothing {span_words(months)}{_next_words(found.next)}")


def _found(
    session: Session,
    catalogue: Catalogue,
    watchlist: Watchlist,
    months: Months,
    wanted: Wanted,
    *,
    everything: bool,
) -> Found:
    chosen = scope(catalogue, watchlist, (), everything=everything)
    listed = rows(session.world.moment, catalogue, watchlist, chosen, every_release)
    listed = [row for row in listed if wanted.has(row.item)]
    within = [row for row in listed if _may_fall_in(months, row.item.date)]
    dated = [row for row in within if row.item.days is not None and row.item.state != "cancelled"]
    vague = [row for row in ahead(within) if row.item.days is None]
    coming = (row.item for row in ahead(listed) if row.item.span)
    # What was expected on a day and has not come sorts last elsewhere; here it has its day.
    return Found(sorted(dated, key=lambda row: row.item.days or 0), vague, next(coming, None))


def _may_fall_in(months: Months, known: PartialDate | None) -> bool:
    first, last = months[0].earliest, months[-1].latest
    return known is not None and known.earliest <= last and known.latest >= first


def _show(session: Session, catalogue: Catalogue, found: Found, wanted: Drawn) -> None:
    out, listed = session.out, [*found.dated, *found.vague]

    def drawn() -> "RenderableType":
        from premierectl.render.calendar import Look, months_drawn  # noqa: PLC0415 - imports Rich

        look = Look(width=out.width, week_start=wanted.week_start, signs=out.signs)
        dated, vague = ([row.item for row in each] for each in (found.dated, found.vague))
        return months_drawn(wanted.months, dated, vague, session.world.moment.today, look)

    session.show(
        "calendar",
        catalogue.as_of,
        listed,
        item=Row.for_scripts,
        fields=lambda: (countdown_fields(row.item, watched=row.watched) for row in listed),
        drawn=drawn,
        save=wanted.save,
        title=wanted.title,
    )
    if not listed and out.form == "screen":
        out.draw(drawn())


def _next_words(item: Countdown | None) -> str:
    if item is None or item.date is None:
        return ""
    doubt = "" if item.date.confirmed else " (unconfirmed)"
    return f"; next is {item.release.title}, {item.date.words}{doubt}"
