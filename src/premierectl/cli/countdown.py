"""``countdown``: how long until it is back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from premierectl.agenda import Agenda, next_releases, the_finale
from premierectl.catalogue.merge import Catalogue
from premierectl.cli import options
from premierectl.cli.command import Session, View, command, family
from premierectl.cli.live import keep_showing
from premierectl.cli.output import Output, say
from premierectl.cli.selection import Chosen, Filters, Row, ahead, nothing_upcoming, rows, scope
from premierectl.countdown import countdown_order
from premierectl.errors import NothingError
from premierectl.moment import Moment
from premierectl.render.tsv import countdown_fields
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from rich.console import RenderableType

app = family("How long until it is back.")


Live = Annotated[bool, typer.Option("--live", help="Keep it ticking on this terminal; q ends.")]


class Shown(Struct, frozen=True):
    """What is shown: rows, and where it is one show's panel, the releases that follow."""

    rows: Sequence[Row]
    later: Sequence[Row] | None
    marks: bool

    def drawn(self, moment: Moment, out: Output, *, ticking: bool = False) -> "RenderableType":
        """The rows as they stand at this moment: a table, or a large panel of the first."""
        listed = [row.at(moment) for row in self.rows]
        if self.later is not None:
            return _panel(listed[0], [row.at(moment) for row in self.later], out, ticking=ticking)
        from premierectl.render.tables import countdown_table  # noqa: PLC0415 - imports Rich

        return countdown_table(
            ((row.item, row.watched and self.marks) for row in listed), out.width
        )


@command(app, "countdown")
def countdown(
    filters: Filters,
    view: View,
    shows: options.Shows = None,
    everything: options.All = False,
    limit: options.Limit = None,
    until: options.UntilWhen = None,
    live: Live = False,
    save: options.Save = None,
) -> None:
    """The countdown of the watchlist, of the SHOWs, or of everything known."""
    session = view.open()
    catalogue, watchlist = session.catalogue(), session.world.watchlist()
    wide = everything or not watchlist.entries
    chosen = list(scope(catalogue, watchlist, shows or (), everything=wide))
    large = bool(shows) and len(chosen) == 1

    def listed(agenda: Agenda, of: Sequence[Chosen]) -> list[Row]:
        return rows(session.world.moment, catalogue, watchlist, of, agenda)

    found = listed(the_finale if until else next_releases(premieres=filters.premieres), chosen)
    coming = next_releases(None, premieres=filters.premieres)
    later = listed(coming, [each.whole_season() for each in chosen]) if large else None
    wanted = _wanted(found, chosen, filters)
    shown = Shown(wanted[:limit], later, marks=everything)
    if live and shown.rows:
        raise typer.Exit(keep_showing(session, partial(shown.drawn, ticking=True)))
    _show(session, catalogue, shown, save, " ".join(["countdown", *(shows or ())]))
    if not (shows or everything):
        _hint(session, catalogue, watchlist, found, shown.rows)
    if not shown.rows:
        raise NothingError(nothing_upcoming(found, filters))


def _wanted(found: Sequence[Row], chosen: Sequence[Chosen], filters: Filters) -> Sequence[Row]:
    """What is to come; a season, part or episode named alone is shown wherever it stands."""
    if len(chosen) == 1 and chosen[0].piece.season is not None:
        return [row for row in found if filters.passes(row.item)]
    return ahead(found, filters)


def _show(
    session: Session, catalogue: Catalogue, shown: Shown, save: str | None, title: str
) -> None:
    session.show(
        "countdown",
        catalogue.as_of,
        shown.rows,
        item=Row.for_scripts,
        fields=lambda: (countdown_fields(row.item, watched=row.watched) for row in shown.rows),
        drawn=lambda: shown.drawn(session.world.moment, session.out),
        save=save,
        title=title,
    )


def _panel(row: Row, later: Sequence[Row], out: Output, *, ticking: bool) -> "RenderableType":
    from premierectl.render.panels import countdown_panel  # noqa: PLC0415 - imports Rich

    position = countdown_order(row.item)
    following = [
        each.item
        for each in ahead(later)
        if countdown_order(each.item) > position and each.item.release != row.item.release
    ]
    return countdown_panel(
        row.item, following, out.width, signs=out.signs, usually=row.usually, ticking=ticking
    )


def _hint(
    session: Session,
    catalogue: Catalogue,
    watchlist: Watchlist,
    found: Sequence[Row],
    shown: Sequence[Row],
) -> None:
    """What the watchlist's countdown does not show, and the next step of a new user."""
    if not watchlist.entries:
        say("this is the whole catalogue; follow a show with: premierectl watchlist add SHOW")
    unknown = [show_id for show_id in watchlist.ids if catalogue.canonical(show_id) is None]
    if unknown:
        say(f"watched but not in the catalogue: {', '.join(unknown)}")
    if session.out.form != "screen" or not shown:
        return
    coming = ahead(found)
    if watchlist.entries:
        awaited = {row.item.release.show.id for row in coming}
        known = filter(None, map(catalogue.canonical, watchlist.ids))
        quiet = [catalogue.name(show_id).title for show_id in known if show_id not in awaited]
        if quiet:
            say(f"watched, with nothing to come: {', '.join(quiet)}")
    last = countdown_order(shown[-1].item)
    later = sum(countdown_order(row.item) > last and row not in shown for row in coming)
    if later:
        say(f"{later} more {'is' if later == 1 else 'are'} later")
