"""``recent``: what came out lately."""

from datetime import datetime
from typing import Annotated, Final

import typer

from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.last_look import previous_look
from premierectl.cli.saying import notice_skipped
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import Session, View
from premierectl.cli.since import begin_of, first_moment_ago
from premierectl.dates import day_words
from premierectl.errors import NothingError
from premierectl.upcoming.everything import between
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Outlook, Row
from premierectl.upcoming.recent import came_out_since, recent_page, recent_rows

recent_app = family("What came out lately.")

_DAYS: Final = 7

SinceWhen = Annotated[
    str | None,
    typer.Option("--since", metavar="WHEN", help="Since a date, yesterday, monday, 10d or 2w."),
]


@command(recent_app, "recent")
def recent(
    which: options.ReleaseOptions,
    view: View,
    shows: options.Shows = None,
    everything: options.All = False,
    since: SinceWhen = None,
    limit: options.Limit = None,
    template: options.Format = None,
) -> None:
    """Show what came out in the last seven days.

    If you last looked at the list longer ago than that, it goes back to then.
    """
    words = view.template(template)
    session = view.open()
    begin = begin_of(session, since) if since else _since_a_while(session)
    outlook = session.outlook(named=bool(shows) or everything, tag=which.tag)
    everything = everything and which.tag is None and not shows
    if not (shows or everything):
        refuse_empty_watchlist(outlook)
    rows = _came_out(outlook, which.filters, begin, shows, everything=everything)
    shown = recent_rows(rows)[:limit]
    as_of = outlook.catalogue.as_of
    session.show("recent", as_of, shown, page=recent_page(shown) if shown else None, template=words)
    if not shown:
        start = day_words(begin.astimezone(session.moment.zone).date())
        more = "" if everything or shows else "; --all looks beyond the watchlist"
        raise NothingError(f"nothing came out since {start}{more}")


def _since_a_while(session: Session) -> datetime:
    """Seven days ago, or the last look where that is longer ago (UTC)."""
    begin = first_moment_ago(session, _DAYS)
    return min(previous_look(session) or begin, begin)


def _came_out(
    outlook: Outlook,
    filters: Filters,
    begin: datetime,
    shows: list[str] | None,
    *,
    everything: bool,
) -> list[Row]:
    """What came out since, of the shows or of everything, as the filters want it."""
    agenda = came_out_since(begin)
    if everything:
        meant = with_names(filters, outlook, None)
        first = begin.astimezone(outlook.moment.zone).date()
        found = between(outlook, agenda, (first, outlook.moment.today), meant.networks)
        notice_skipped(found.scope.skipped)
        rows = found.rows
    else:
        chosen = scope(outlook, shows or ())
        meant = with_names(filters, outlook, chosen)
        rows = outlook.rows(chosen, agenda)
    return [row for row in rows if row.passes(meant)]
