"""What is followed: each show with what is next of it, and what changed of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Name
from premierectl.catalogue.layer import Skipped
from premierectl.catalogue.namesakes import distinct_titles
from premierectl.countdown import AHEAD, countdown_order
from premierectl.folding import folded
from premierectl.followed_line import FollowedLine, notes_of, tags_of
from premierectl.model import Show, ShowStatus
from premierectl.season_key import NAMELESS, SeasonKey
from premierectl.selector import covers
from premierectl.united_lines import one_line_a_show
from premierectl.upcoming.muting import hidden_seasons, is_muted
from premierectl.upcoming.outlook import Chosen, Outlook, Row, ahead, scope_of
from premierectl.waiting import could_be, name_of_line

if TYPE_CHECKING:
    from premierectl.changes import Change

_ENDED = ("ended", "cancelled")


class FollowedRow(Struct, frozen=True):
    """What is followed of a show, the show if the catalogue has it, and what is next of it.

    ``lines`` are those of the watchlist that are told in one, the one for the most of it first, and
    ``muted`` those of them that are muted at the moment. What waits ``could_be`` these shows.
    """

    lines: tuple[FollowedLine, ...]
    show: Name | None
    row: Row | None = None
    status: ShowStatus | None = None
    muted: tuple[FollowedLine, ...] = ()
    could_be: tuple[Name, ...] = ()

    @property
    def line(self) -> FollowedLine:
        """The line for the most of it."""
        return self.lines[0]

    @property
    def title(self) -> str:
        """The show's title as far as it is known, else its id."""
        return self.show.title if self.show else name_of_line(self.line)

    @property
    def note(self) -> str | None:
        """What is noted of it."""
        return notes_of(self.lines)

    @property
    def tags(self) -> tuple[str, ...]:
        """How it is tagged."""
        return tags_of(self.lines)

    @property
    def until(self) -> str | None:
        """How long all of it is muted; null where it is not."""
        return self.line.muted if self.line in self.muted else None

    @property
    def hidden(self) -> tuple[SeasonKey, ...]:
        """The seasons that are muted by themselves."""
        others = (line for line in self.muted if line.piece != self.line.piece)
        return tuple(line.season for line in others if line.season is not None)

    @property
    def is_ahead(self) -> bool:
        """Whether something of it is still to come."""
        return self.row is not None and self.row.item.state in AHEAD

    @property
    def is_at_rest(self) -> bool:
        """Whether the show has ended or was cancelled, and nothing of it is to come."""
        return self.status in _ENDED and not self.is_ahead

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is next of it, if anything is known."""
        return (self.row,) if self.row else ()


def followed_rows(outlook: Outlook) -> tuple[list[FollowedRow], Sequence[Skipped]]:
    """What is followed, by show, and the bad entries of catalogues that were left out.

    A show and a piece of it are one row, and so is all of a show that is at rest.
    """
    skipped: dict[Skipped, None] = {}
    listed, outlook = list[FollowedRow](), _with_what_came(outlook)
    for show_id, lines in outlook.followed.lines.items():
        rows = [_followed_row(outlook, show_id, each, skipped) for each in _told_in_one(lines)]
        listed += [_resting(rows)] if all(row.is_at_rest for row in rows) else rows
    listed += [_unknown_row(outlook, lines) for lines in _unknown_groups(outlook)]
    told = distinct_titles(each.show for each in listed if each.show)
    return [_titled(each, told) for each in listed], tuple(skipped)


def followed_changes(
    outlook: Outlook, found: "Iterable[Change]", tag: str | None = None
) -> "list[Change]":
    """The changes of what is followed: of a show, or of the season of it that is; tagged so, if any."""
    return [change for change in found if any(lines_of(outlook, change, tag))]


def lines_of(outlook: Outlook, change: "Change", tag: str | None = None) -> Iterator[FollowedLine]:
    """The lines by which what changed is followed."""
    show_id = outlook.catalogue.canonical(change.show_id)
    lines = (
        outlook.watchlist.of(change.show_id) if show_id is None else outlook.followed.of(show_id)
    )
    of_show = change.season is None or change.kind == "new show"
    for line in lines:
        is_tagged = tag is None or folded(tag) in map(folded, line.tags)
        if is_tagged and (of_show or covers(line.season, change.season)):
            yield line


def unknown_lines(outlook: Outlook) -> list[FollowedLine]:
    """The lines of the watchlist of which the catalogue has nothing, one a show; none that is muted."""
    groups = _unknown_groups(_with_what_came(outlook))
    lines = (each for lines in groups for each in lines)
    unknown = (each for each in lines if not is_muted(each, None, outlook.moment))
    return list({each.address: each for each in unknown}.values())


def quiet_titles(chosen: Iterable[Chosen], listed: Iterable[Row]) -> list[str]:
    """The followed shows of which none of these rows is still to come, though more may come one day."""
    awaited = {row.release.show.id for row in ahead(listed)}
    known = {each.show.id: each.show for each in chosen if not each.hidden}
    return [
        show.title
        for show in known.values()
        if show.id not in awaited and show.status not in _ENDED
    ]


def _with_what_came(outlook: Outlook) -> Outlook:
    """The outlook with one line for each thing, where something waited that may have come."""
    if not any(line.by_title for line in outlook.watchlist.entries):
        return outlook
    watchlist = one_line_a_show(outlook.watchlist, outlook.catalogue)
    followed = watchlist.followed(lambda line: line.show_in(outlook.catalogue))
    return replace(outlook, watchlist=watchlist, followed=followed)


def _told_in_one(lines: Iterable[FollowedLine]) -> list[tuple[FollowedLine, ...]]:
    """The lines of a show, each with those for less of the same."""
    listed = tuple(lines)
    if len(listed) == 1:
        return [listed]
    groups = list[list[FollowedLine]]()
    for line in sorted(listed, key=_most_first):
        more = next((group for group in groups if group[0].covers(line.piece)), None)
        groups.append([line]) if more is None else more.append(line)
    return [tuple(group) for group in groups]


def _most_first(line: FollowedLine) -> tuple[bool, bool, bool]:
    return line.season is not None, line.season != NAMELESS, line.part is not None


def _followed_row(
    outlook: Outlook,
    show_id: str,
    lines: tuple[FollowedLine, ...],
    skipped: dict[Skipped, None],
) -> FollowedRow:
    scope = scope_of(outlook.catalogue, [(show_id, lines[0].piece)])
    skipped |= dict.fromkeys(scope.skipped)
    name = outlook.catalogue.name(show_id)
    if not scope.chosen:
        return FollowedRow(lines, name, muted=_muted(outlook, lines))
    (chosen,) = scope.chosen
    muted = _muted(outlook, lines, chosen.show)
    if muted:
        hidden = hidden_seasons(chosen.piece, (line.piece for line in muted), chosen.seasons())
        chosen = replace(chosen, hidden=hidden)
    return FollowedRow(lines, name, _nearest(outlook.of_show(chosen)), chosen.show.status, muted)


def _unknown_row(outlook: Outlook, lines: tuple[FollowedLine, ...]) -> FollowedRow:
    candidates = tuple(could_be(lines[0], outlook.catalogue))
    return FollowedRow(lines, None, muted=_muted(outlook, lines), could_be=candidates)


def _muted(
    outlook: Outlook, lines: Iterable[FollowedLine], show: Show | None = None
) -> tuple[FollowedLine, ...]:
    return tuple(line for line in lines if is_muted(line, show, outlook.moment))


def _resting(rows: Sequence[FollowedRow]) -> FollowedRow:
    """One row of all that is followed of a show at rest: with what came out last."""
    last = max(rows, key=lambda each: (each.row.item.days_latest or 0) if each.row else 0)
    others = (line for each in rows if each is not last for line in each.lines)
    return replace(last, lines=(*last.lines, *others))


def _unknown_groups(outlook: Outlook) -> Iterator[tuple[FollowedLine, ...]]:
    """The lines of which the catalogue has nothing, each with those for less of the same show."""
    alike: dict[str, list[FollowedLine]] = {}
    for line in outlook.followed.unknown:
        alike.setdefault(line.address, []).append(line)
    for lines in alike.values():
        yield from _told_in_one(lines)


def _titled(each: FollowedRow, told: Mapping[str, str]) -> FollowedRow:
    """The same under a title that tells it from the other shows of the list."""
    if each.show is None or (title := told[each.show.id]) == each.show.title:
        return each
    row = replace(each.row, title=title) if each.row else None
    return replace(each, show=replace(each.show, title=title), row=row)


def _nearest(found: Iterable[Row]) -> Row | None:
    """What comes next, else what came out last."""
    listed = list(found)
    to_come = [row for row in listed if row.item.state in AHEAD]
    if to_come:
        return min(to_come, key=_row_order)
    out = [row for row in listed if row.item.state == "out"]
    return max(out or listed, key=_row_order, default=None)


def _row_order(row: Row) -> tuple[object, ...]:
    return countdown_order(row.item)
