"""``changes``: what the refreshes saw change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from premierectl.catalogue.changes import Change
from premierectl.catalogue.merge import Catalogue
from premierectl.catalogue.season_key import SeasonKey
from premierectl.cli.command import Session, View, command, family
from premierectl.dates import day_words
from premierectl.errors import NothingError
from premierectl.moment import Moment, moment_at
from premierectl.render.items import seen_item
from premierectl.selector import covers
from premierectl.storage.changes import Refresh, load
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from rich.console import RenderableType

app = family("What changed: new dates, moves, seasons, people.")

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="WHEN", help="Since a date or date-time, or 'last' for the last refresh."
    ),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Of the whole catalogue, not only of the watchlist.")
]


@command(app, "changes")
def changes(view: View, since: Since = "last", everything: Everything = False) -> None:
    """What the last refresh saw change of the watchlist, or all refreshes since WHEN."""
    session = view.open()
    begin = None if since == "last" else _moment(session, since)
    refreshes = load(session.world.paths.changes)
    catalogue, watchlist = session.catalogue(), session.world.watchlist()
    found = [change for refresh in _since(refreshes, begin) for change in refresh.changes]
    if not everything:
        found = watched_changes(catalogue, watchlist, found)
    show_changes(session, "changes", catalogue.as_of, found)
    if not found:
        raise NothingError(_nothing(session, refreshes, begin, everything=everything))


def watched_changes(
    catalogue: Catalogue, watchlist: Watchlist, found: Iterable[Change]
) -> list[Change]:
    """The changes of what is watched: of a show, or of the season of it that is followed."""
    seasons: dict[str, set[SeasonKey | None]] = {}
    for entry in watchlist.renamed(catalogue.canonical).entries:
        seasons.setdefault(entry.id, set()).add(entry.season)
    return [change for change in found if _is_followed(catalogue, seasons, change)]


def show_changes(
    session: Session, command: str, as_of: date | None, found: Sequence[Change]
) -> None:
    """Print changes as this command's answer; on a terminal under the viewer's days."""

    def drawn() -> "RenderableType":
        from premierectl.render.pages import changes_page  # noqa: PLC0415 - imports Rich

        return changes_page(_by_day(found, session.world.moment))

    session.show(
        command,
        as_of,
        found,
        item=seen_item,
        fields=lambda: map(_fields, found),
        drawn=drawn,
    )


def _moment(session: Session, words: str) -> datetime:
    viewer = session.world.moment
    return moment_at(words, viewer.zone, viewer.zone_name).instant


def _since(refreshes: Sequence[Refresh], begin: datetime | None) -> Iterable[Refresh]:
    """The refreshes that are meant, the newest first; without a beginning the last alone."""
    if begin is None:
        return refreshes[-1:]
    return (refresh for refresh in reversed(refreshes) if refresh.when >= begin)


def _is_followed(
    catalogue: Catalogue, seasons: Mapping[str, set[SeasonKey | None]], change: Change
) -> bool:
    show_id = change.show_id
    followed = seasons.get(show_id) or seasons.get(catalogue.canonical(show_id) or "", set())
    if change.season is None or change.kind == "new show":
        return bool(followed)
    return any(covers(each, change.season) for each in followed)


def _by_day(found: Iterable[Change], moment: Moment) -> dict[str, list[Change]]:
    days: dict[str, list[Change]] = {}
    for change in found:
        day = change.when.astimezone(moment.zone).date()
        days.setdefault(day_words(day), []).append(change)
    return days


def _fields(change: Change) -> tuple[object, ...]:
    return (
        change.when, change.show_id, change.label or None, change.kind,
        change.before, change.after, change.days, change.words,
    )  # fmt: skip


def _nothing(
    session: Session, refreshes: Sequence[Refresh], begin: datetime | None, *, everything: bool
) -> str:
    if not refreshes:
        return "there was no refresh yet; premierectl catalogue refresh fetches what is coming"
    zone = session.world.moment.zone
    last = refreshes[-1].when.astimezone(zone).date()
    start = f"the last refresh of {day_words(last)}"
    if begin is not None:
        start = day_words(begin.astimezone(zone).date())
    more = "" if everything else "; --all looks beyond the watchlist"
    return f"nothing changed since {start}{more}"
