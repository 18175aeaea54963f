"""What became of the dates of followed shows, as far as somebody is to be told of it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from msgspec import Struct

from premierectl.changes import Change, ChangeKind, Refresh
from premierectl.model import Show
from premierectl.notices.event import Due, Event, EventKind
from premierectl.notices.told import KEPT, ToldByWay
from premierectl.selector import WHOLE, Piece, selector_text
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.following import lines_of
from premierectl.upcoming.muting import is_told_of, muted_pieces
from premierectl.upcoming.outlook import Outlook
from premierectl.wording.changes import change_name
from premierectl.wording.notices import change_said, seen_said

# Something new is dated where its date is known; a new season without one is renewed.
_EVENT_OF: Final[dict[ChangeKind, tuple[EventKind | None, EventKind | None]]] = {
    "moved": ("moved", "moved"),
    "dated": ("dated", "dated"),
    "returns": ("dated", "dated"),
    "undated": ("undated", "undated"),
    "withdrawn": ("undated", "undated"),
    "cancelled": ("cancelled", "cancelled"),
    "renewed": ("renewed", "renewed"),
    "new season": ("dated", "renewed"),
    "new part": ("dated", None),
    "new show": ("dated", None),
}
_OF_DATES: Final[frozenset[EventKind]] = frozenset({"moved", "dated", "undated"})
_STILL_NEW: Final = timedelta(days=1)


class NewsItem(Struct, frozen=True):
    """A change as the event that it is; ``heard`` is false where what it is of is muted."""

    change: Change
    kind: EventKind
    show: Show | None
    place: str
    address: str
    heard: bool

    @property
    def key(self) -> str:
        """What it is of, the kind and the new value."""
        return f"{self.place} {self.kind} {self.change.after.text if self.change.after else '-'}"

    def is_told(self, told: ToldByWay) -> bool:
        """Whether this was told, and not only the same of an earlier time."""
        when = told.keys.get(self.key)
        return when is not None and when >= self.change.when


def news_due(
    outlook: Outlook,
    refreshes: Iterable[Refresh],
    told: ToldByWay,
    filters: Filters = EVERYTHING,
    *,
    wanted: bool,
) -> Due:
    """What became of dates and is to be told, the first first; of each date the last word alone.

    To a way of telling that was never used nothing is news, and what is muted nobody tells.
    """
    due, silence = dict[tuple[str, EventKind | None], list[NewsItem]](), list[str]()
    for item in _news_items(outlook, refreshes, filters):
        if item.is_told(told) or told.since is None or item.change.when <= told.since:
            continue
        if not item.heard:
            silence.append(item.key)
        elif wanted:
            group = item.place, None if item.kind in _OF_DATES else item.kind
            due[group] = [*due.pop(group, ()), item]
    return Due(tuple(_news_event(outlook, items) for items in due.values()), tuple(silence))


def _news_items(
    outlook: Outlook, refreshes: Iterable[Refresh], filters: Filters
) -> Iterator[NewsItem]:
    """The changes of followed shows that pass and are no older than keys are kept."""
    now = outlook.moment.instant
    for refresh in refreshes:
        if not now - KEPT <= refresh.when <= now:
            continue
        for change in refresh.changes:
            kind = _EVENT_OF.get(change.kind, (None, None))[change.after is None]
            if kind is not None:
                yield from _news_item(outlook, change, kind, filters)


def _news_item(
    outlook: Outlook, change: Change, kind: EventKind, filters: Filters
) -> Iterator[NewsItem]:
    """The change as news, where what changed passes and was followed by then."""
    lines = [
        line
        for line in lines_of(outlook, change, filters.tag)
        if line.added is None or line.added <= change.when
    ]
    if not lines:
        return
    show_id = outlook.catalogue.canonical(change.show_id)
    show = None if show_id is None else outlook.catalogue.get(show_id).show
    if not _passes(change, show, filters):
        return
    muted = muted_pieces(lines, show, outlook.moment)
    season = None if change.kind == "new show" else change.season
    heard = any(is_told_of(line.piece, muted, season) for line in lines)
    piece = _piece_of(change, show)
    address = selector_text(show_id or change.show_id, piece)
    is_placed = change.part is None or piece.unit == "part"
    place = address if is_placed else f"{address} {change.part}"
    yield NewsItem(change, kind, show, place, address, heard)


def _passes(change: Change, show: Show | None, filters: Filters) -> bool:
    """Whether what changed is of a kind, a network and a genre that are wanted."""
    begins = change.kind == "returns" or (change.episode is None and not change.finale)
    if filters.premieres and not begins:
        return False
    if show is None:
        return filters.passes_show(None, ())
    networks = [show.network_of(each) for each in show.seasons if each.key == change.season]
    return filters.passes_show(next(iter(networks), show.network), show.genres)


def _piece_of(change: Change, show: Show | None) -> Piece:
    """What changed, as the show has it now; the season where it has the part no more."""
    season = change.season
    if season is None or change.kind == "new show":
        return WHOLE
    if change.episode is not None:
        return Piece(season, "episode", change.episode)
    if change.finale:
        return Piece(season, "finale")
    known = [each for each in show.seasons if each.key == season] if show else []
    labels = [part.label for each in known for part in each.parts]
    if change.part in labels:
        return Piece(season, "part", labels.index(change.part) + 1)
    return Piece(season)


def _news_event(outlook: Outlook, items: list[NewsItem]) -> Event:
    """The last of several changes of a thing; those before it are told with it."""
    last = items[-1]
    change, moment = last.change, outlook.moment
    known = change.after
    title, said = change_name(change), change_said(change)
    if moment.instant - change.when > _STILL_NEW:
        said += seen_said(change.when.astimezone(moment.zone).date(), moment.today)
    return Event(
        kind=last.kind, keys=tuple(dict.fromkeys(each.key for each in items)), about=change,
        address=last.address, show=last.show, date=known,
        days=(known.latest - moment.today).days if known and known.is_day else None,
        title=title, said=said, line=f"{title} {said}",
    )  # fmt: skip
