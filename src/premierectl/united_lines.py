"""Several lines of a watchlist that turn out to follow one thing: they are one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import convert
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import numbers_in
from premierectl.followed_line import FollowedLine, notes_of, tags_of
from premierectl.model import ExternalIds
from premierectl.waiting import could_be
from premierectl.watchlist import Watchlist


def one_line_a_show(watchlist: Watchlist, catalogue: Catalogue) -> Watchlist:
    """The watchlist with one line for each thing that is followed, under its show's id once that came.

    Lines that turn out to be of one show are one, that under the show's id if there is one: its
    numbers and tags are those of all, and each note stands in it.
    """
    places: dict[object, list[FollowedLine]] = {}
    shows = _shows_followed(watchlist.entries, catalogue)
    for place, (line, show_id) in enumerate(zip(watchlist.entries, shows, strict=True)):
        what = place if show_id is None else (show_id, line.season, line.part)
        same, came = places.setdefault(what, []), _of_its_show(line, show_id)
        same.insert(0 if line.id == show_id else len(same), came)
    entries = tuple(map(_all_in_one, places.values()))
    return watchlist if entries == watchlist.entries else replace(watchlist, entries=entries)


def settled(watchlist: Watchlist, catalogue: Catalogue) -> Watchlist:
    """The watchlist as it is written: one line a show, with what tells each show that came by now."""
    after = one_line_a_show(watchlist, catalogue)
    before = set(watchlist.entries)
    came = dict.fromkeys(line.id for line in after.entries if line not in before)
    many = Counter(line.id for line in after.entries)
    for show_id in came:
        if many[show_id] > 1:
            after = after.freed(show_id, catalogue)
    return after.with_all(()).remembering(catalogue)


def _shows_followed(lines: Sequence[FollowedLine], catalogue: Catalogue) -> Iterator[str | None]:
    """The show of each line; of several that one could be, the only one that is followed besides."""
    found = [line.show_in(catalogue) for line in lines]
    followed = set(found)
    for line, show_id in zip(lines, found, strict=True):
        could = [] if show_id else [each.id for each in could_be(line, catalogue)]
        among = [each for each in could if each in followed]
        yield show_id or (among[0] if len(among) == 1 else None)


def _of_its_show(line: FollowedLine, show_id: str | None) -> FollowedLine:
    """The line; one that waited for this show is now as if it had been followed by its id."""
    if show_id is None or not line.by_title:
        return line
    return replace(line, id=show_id, title=None, by_title=False)


def _all_in_one(lines: Sequence[FollowedLine]) -> FollowedLine:
    """One line for several of the same, the first with what the others say besides."""
    first = lines[0]
    if len(lines) == 1:
        return first
    numbers = dict(each for line in reversed(lines) for each in numbers_in(line.ids))
    return replace(
        first,
        added=min((line.added for line in lines if line.added), default=None),
        note=notes_of(lines),
        year=next((line.year for line in lines if line.year), None),
        ids=convert(numbers, ExternalIds) if numbers else None,
        tags=tags_of(lines),
        muted=first.muted if all(line.muted for line in lines) else None,
    )
