"""What is followed: the lines of the watchlist with what is next of each, and what changed of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Name
from premierectl.catalogue.layer import Skipped
from premierectl.catalogue.namesakes import distinct_titles
from premierectl.countdown import AHEAD, countdown_order
from premierectl.selector import covers
from premierectl.upcoming.outlook import Outlook, Row, ahead, scope_of
from premierectl.watchlist import FollowedLine

if TYPE_CHECKING:
    from premierectl.changes import Change


class FollowedRow(Struct, frozen=True):
    """A line of the watchlist, the show it means if the catalogue has it, and what is next of it."""

    line: FollowedLine
    show: Name | None
    row: Row | None

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is next of it, if anything is known."""
        return (self.row,) if self.row else ()


def followed_rows(outlook: Outlook) -> tuple[list[FollowedRow], Sequence[Skipped]]:
    """The lines of the watchlist, the nearest first, and the bad entries that were left out."""
    skipped: dict[Skipped, None] = {}
    listed = [_followed_row(outlook, line, skipped) for line in outlook.watchlist.entries]
    told = distinct_titles(each.show for each in listed if each.show)
    listed = [_titled(each, told) for each in listed]
    return sorted(listed, key=lambda each: _nearest_first(each.row)), tuple(skipped)


def followed_changes(outlook: Outlook, found: "Iterable[Change]") -> "list[Change]":
    """The changes of what is followed: of a show, or of the season of it that is."""
    return [change for change in found if _is_followed(outlook, change)]


def unknown_lines(outlook: Outlook) -> list[FollowedLine]:
    """The lines of the watchlist of which the catalogue has nothing, one a show."""
    lines = outlook.watchlist.entries
    unknown = (each for each in lines if each.show_in(outlook.catalogue) is None)
    return list({each.address: each for each in unknown}.values())


def quiet_titles(outlook: Outlook, listed: Iterable[Row]) -> list[str]:
    """The followed shows of which none of these rows is still to come."""
    awaited = {row.release.show.id for row in ahead(listed)}
    known = outlook.followed.lines
    return [outlook.catalogue.name(show_id).title for show_id in known if show_id not in awaited]


def _followed_row(
    outlook: Outlook, line: FollowedLine, skipped: dict[Skipped, None]
) -> FollowedRow:
    show_id = line.show_in(outlook.catalogue)
    if show_id is None:
        return FollowedRow(line, None, None)
    scope = scope_of(outlook.catalogue, [(show_id, line.piece)])
    skipped |= dict.fromkeys(scope.skipped)
    nearest = _nearest(outlook.rows(scope.chosen))
    return FollowedRow(line, outlook.catalogue.name(show_id), nearest)


def _titled(each: FollowedRow, told: Mapping[str, str]) -> FollowedRow:
    """The same under a title that tells it from the other shows of the list."""
    if each.show is None:
        return each
    title = told[each.show.id]
    row = replace(each.row, title=title) if each.row else None
    return replace(each, show=replace(each.show, title=title), row=row)


def _nearest(listed: Sequence[Row]) -> Row | None:
    """What comes next, else what came out last."""
    to_come = (row for row in listed if row.item.state in AHEAD)
    out = [row for row in listed if row.item.state == "out"]
    return next(to_come, next(reversed(out or listed), None))


def _nearest_first(row: Row | None) -> tuple[bool, bool, tuple[object, ...]]:
    if row is None:
        return True, True, ()
    return False, row.item.state not in AHEAD, countdown_order(row.item)


def _is_followed(outlook: Outlook, change: "Change") -> bool:
    show_id = outlook.catalogue.canonical(change.show_id)
    lines = (
        outlook.watchlist.of(change.show_id) if show_id is None else outlook.followed.of(show_id)
    )
    if change.season is None or change.kind == "new show":
        return bool(lines)
    return any(covers(line.season, change.season) for line in lines)
