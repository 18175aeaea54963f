"""``countdown``: how long until it is back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from premierectl.catalogue.merge import Catalogue
from premierectl.cli import options
from premierectl.cli.command import Session, View, command, family
from premierectl.cli.output import say
from premierectl.cli.selection import Chosen, Filters, Row, ahead, nothing_upcoming, rows, scope
from premierectl.errors import NothingError
from premierectl.render.tsv import countdown_fields
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from rich.console import RenderableType

app = family("How long until it is back.")


@command(app, "countdown")
def countdown(
    filters: Filters,
    view: View,
    shows: options.Shows = None,
    everything: options.All = False,
    limit: options.Limit = None,
) -> None:
    """The countdown of the watchlist, of the SHOWs, or of everything known."""
    session = view.open()
    catalogue, watchlist = session.catalogue(), session.world.watchlist()
    wide = everything or not watchlist.entries
    chosen = list(scope(catalogue, watchlist, shows or (), everything=wide))
    found = rows(session.world.moment, catalogue, watchlist, chosen)
    shown = _shown(found, chosen, filters)[:limit]
    _show(session, catalogue, shown, large=bool(shows) and len(chosen) == 1, marks=everything)
    if not (shows or everything):
        _hint(session, catalogue, watchlist, shown)
    if not shown:
        raise NothingError(nothing_upcoming(found, filters))


def _shown(found: Sequence[Row], chosen: Sequence[Chosen], filters: Filters) -> Sequence[Row]:
    """What is to come; a season that was named alone is shown wherever it stands."""
    if len(chosen) == 1 and chosen[0].season is not None:
        return found
    return ahead(found, filters)


def _show(
    session: Session, catalogue: Catalogue, shown: Sequence[Row], *, large: bool, marks: bool
) -> None:
    out = session.out

    def drawn() -> "RenderableType":
        if large:
            from premierectl.render.panels import countdown_panel  # noqa: PLC0415 - imports Rich

            later = [row.item for row in shown[1:]]
            return countdown_panel(shown[0].item, later, out.width, signs=out.signs)
        from premierectl.render.tables import countdown_table  # noqa: PLC0415 - imports Rich

        return countdown_table(((row.item, row.watched and marks) for row in shown), out.width)

    session.show(
        "countdown",
        catalogue.as_of,
        shown,
        item=Row.for_scripts,
        fields=lambda: (countdown_fields(row.item, watched=row.watched) for row in shown),
        drawn=drawn,
    )


def _hint(
    session: Session, catalogue: Catalogue, watchlist: Watchlist, shown: Sequence[Row]
) -> None:
    """What the watchlist's countdown does not show, and the next step of a new user."""
    if not watchlist.entries:
        say("this is the whole catalogue; follow a show with: premierectl watchlist add SHOW")
    unknown = [show_id for show_id in watchlist.ids if catalogue.canonical(show_id) is None]
    if unknown:
        say(f"watched but not in the catalogue: {', '.join(unknown)}")
    if session.out.form == "screen" and shown:
        listed = {row.item.release.show.id for row in shown}
        known = filter(None, map(catalogue.canonical, watchlist.ids))
        quiet = [catalogue.name(show_id).title for show_id in known if show_id not in listed]
        if quiet:
            say(f"watched, with nothing to show here: {', '.join(quiet)}")
