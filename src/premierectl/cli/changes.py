"""``changes``: what the refreshes saw change."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated

import typer

from premierectl.changes import Refresh
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.session import Session, View
from premierectl.cli.since import begin_of
from premierectl.dates import day_words
from premierectl.errors import NothingError
from premierectl.storage.layer_files import refreshes as load_refreshes
from premierectl.upcoming.following import followed_changes

changes_app = family("What changed: new dates, moves, seasons, people.")

Since = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="WHEN",
        help="Since a date or date-time, yesterday, monday, 7d, 2w, or last for the last refresh.",
    ),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Of the whole catalogue, not only of the watchlist.")
]


@command(changes_app, "changes")
def changes(
    view: View, since: Since = "last", everything: Everything = False, tag: options.OfTag = None
) -> None:
    """Show what the last refresh changed of the shows you follow.

    --since takes in all refreshes since then.
    """
    session = view.open()
    begin = None if since == "last" else begin_of(session, since)
    paths = session.world.paths
    refreshes = load_refreshes(paths.live_store, paths.first_changes)
    outlook = session.outlook(named=everything, tag=tag)
    everything = everything and tag is None
    found = [change for refresh in _since(refreshes, begin) for change in refresh.changes]
    if not everything:
        found = followed_changes(outlook, found, tag)
    session.show("changes", outlook.catalogue.as_of, found)
    if not found:
        raise NothingError(_nothing_changed(session, refreshes, begin, everything=everything))


def _since(refreshes: Sequence[Refresh], begin: datetime | None) -> Iterable[Refresh]:
    """The refreshes that are meant, the newest first; without a beginning the last alone."""
    if begin is None:
        return refreshes[-1:]
    return (refresh for refresh in reversed(refreshes) if refresh.when >= begin)


def _nothing_changed(
    session: Session, refreshes: Sequence[Refresh], begin: datetime | None, *, everything: bool
) -> str:
    if not refreshes:
        return "there was no refresh yet; premierectl catalogue refresh fetches what is coming"
    zone = session.moment.zone
    last = refreshes[-1].when.astimezone(zone).date()
    start = f"the last refresh of {day_words(last)}"
    if begin is not None:
        start = day_words(begin.astimezone(zone).date())
    more = "" if everything else "; --all looks beyond the watchlist"
    return f"nothing changed since {start}{more}"
