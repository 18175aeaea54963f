"""What an export is of: the releases and reminders that it writes."""

from collections.abc import Iterable
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from premierectl.agenda import every_release, next_releases
from premierectl.cli import options
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import Session, Viewpoint
from premierectl.reminders import ReminderNow
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.nothing import why_nothing
from premierectl.upcoming.outlook import Outlook, Row, ahead
from premierectl.upcoming.with_reminders import reminders_to_come


class ExportScope(Struct, frozen=True, kw_only=True):
    """Of which shows the dates are wanted."""

    shows: options.Shows = None
    everything: options.All = False
    past: Annotated[bool, typer.Option("--past", help="Also what is out already.")] = False


class Exported(Struct, frozen=True):
    """What an export works with."""

    session: Session
    outlook: Outlook
    rows: list[Row]
    reminders: list[ReminderNow]
    why_nothing: str


def find_exported(wanted: ExportScope, filters: Filters, view: Viewpoint) -> Exported:
    """What is to be exported; raises what says why there is nothing that can be."""
    session = view.open()
    outlook = session.outlook(named=bool(wanted.shows) or wanted.everything, tag=filters.tag)
    everything = wanted.everything and filters.tag is None
    of_watchlist = not (wanted.shows or everything)
    if of_watchlist:
        refuse_empty_watchlist(outlook, verb="export")
    chosen = scope(outlook, wanted.shows or (), everything=everything)
    filters = with_names(filters, outlook, chosen)
    agenda = every_release if wanted.past else next_releases(None, premieres=filters.premieres)
    listed = outlook.rows(chosen, agenda)
    kept = _all_time(listed, filters) if wanted.past else ahead(listed, filters)
    reminders = reminders_to_come(outlook, filters, past=wanted.past) if of_watchlist else []
    return Exported(session, outlook, kept, reminders, why_nothing(listed, filters, chosen))


def _all_time(listed: Iterable[Row], filters: Filters) -> list[Row]:
    """What is out and what is to come, as the filters want it; what was cancelled is neither."""
    out = replace(filters, within=None)
    known = (row for row in listed if row.item.state != "cancelled")
    return [row for row in known if row.passes(out if row.item.state == "out" else filters)]


def how_many(number: int, noun: str) -> str:
    """A number with its noun: ``1 event``, ``2 events``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
