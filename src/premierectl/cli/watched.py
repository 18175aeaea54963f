"""The lines of the watchlist, each with what comes next of it."""

from collections.abc import Iterator

from premierectl.app import App
from premierectl.catalogue.merge import Catalogue
from premierectl.cli.selection import Row, known_show, rows
from premierectl.countdown import AHEAD, countdown_order
from premierectl.render.items import WatchlistItem
from premierectl.watchlist import Watched, Watchlist


def watched_rows(
    world: App, catalogue: Catalogue, watchlist: Watchlist
) -> Iterator[tuple[WatchlistItem, Row | None]]:
    """Each line of the watchlist with its nearest countdown, the nearest first."""
    pairs = [(entry, _nearest(world, catalogue, watchlist, entry)) for entry in watchlist.entries]
    pairs.sort(key=lambda pair: _order(pair[1]))
    for entry, row in pairs:
        yield _watchlist_item(catalogue, entry, row), row


def _nearest(world: App, catalogue: Catalogue, watchlist: Watchlist, entry: Watched) -> Row | None:
    """The countdown of what comes next of a watched show, else of what came last."""
    show_id = catalogue.canonical(entry.id)
    chosen = known_show(catalogue, show_id, entry.piece) if show_id else None
    if chosen is None:
        return None
    listed = rows(world.moment, catalogue, watchlist, [chosen])
    to_come = (row for row in listed if row.item.state in AHEAD)
    out = [row for row in listed if row.item.state == "out"]
    return next(to_come, next(reversed(out or listed), None))


def _order(row: Row | None) -> tuple[bool, bool, tuple[object, ...]]:
    if row is None:
        return True, True, ()
    return False, row.item.state not in AHEAD, countdown_order(row.item)


def _watchlist_item(catalogue: Catalogue, entry: Watched, row: Row | None) -> WatchlistItem:
    show_id = catalogue.canonical(entry.id)
    return WatchlistItem(
        show_id=entry.id,
        show=catalogue.name(show_id).title if show_id else None,
        show_status=row.item.release.show.status if row else None,
        season=entry.season,
        part=entry.part,
        added=entry.added,
        note=entry.note,
        known=show_id is not None,
        countdown=row.for_scripts() if row else None,
    )
