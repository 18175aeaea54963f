"""What became of a season's dates, from one state of it to the next."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from premierectl.changes import Change, ChangeKind
from premierectl.dates import PartialDate, date_order, days_between
from premierectl.model import Season
from premierectl.schedule import PAUSE

_LOST: Final[frozenset[ChangeKind]] = frozenset({"undated", "withdrawn"})


def opening_date(season: Season) -> PartialDate | None:
    """The date on which a season begins; null where all that is dated of it comes later."""
    dated = [each for each in season.episode_list if each.date]
    numbered = any(each.number is not None for each in dated)
    for known in (
        [each.date for each in dated if each.number in (0, 1)],
        [season.premiere],
        [part.date for part in season.parts],
        [] if numbered else [each.date for each in dated],
    ):
        if any(known):
            return min(filter(None, known), key=date_order)
    return None


def dates_ahead(season: Season, today: date) -> list[PartialDate]:
    """The dates of the season that are still to come, the nearest first."""
    known = [each for each, _ in season.stated] + ([season.finale] if season.finale else [])
    return sorted(filter(None, (_ahead(each, today) for each in known)), key=date_order)


def first_listed(place: Change, season: Season) -> Change | None:
    """That a season's first dates are those of its middle: of the next episode that has one."""
    today = place.when.date()
    ahead = [each for each in season.episode_list if _ahead(each.date, today)]
    if not ahead:
        return None
    nearest = min(ahead, key=lambda each: date_order(each.date))
    return replace(place, kind="dated", episode=nearest.number, after=nearest.date)


def changed_dates(place: Change, before: Season, after: Season) -> Iterator[Change]:
    """What became of the premiere, and of what did not move or go along with it."""
    first = list(_of_opening(place, before, after))
    yield from first
    along, kinds = {change.days for change in first} - {None}, {change.kind for change in first}
    for change in _of_pieces(place, before, after):
        lost = change.kind in _LOST and kinds & _LOST
        known = change.finale or change.before is not None
        if not (change.days in along or lost or (known and {change.kind} & kinds == {"dated"})):
            yield change


def _of_opening(place: Change, before: Season, after: Season) -> Iterator[Change]:
    was, now = opening_date(before), opening_date(after)
    listed = any(before.stated)
    if was is None and now is None and not listed:
        change = first_listed(place, after)
        yield from [change] if change else ()
    elif was is not None or not listed or _ahead(now, place.when.date()):
        yield from _of_date(place, was, now)


def _of_pieces(place: Change, before: Season, after: Season) -> Iterator[Change]:
    """What became of parts, episodes and the finale."""
    yield from _of_parts(place, before, after)
    told = list(_of_episodes(place, _numbered(before), _numbered(after)))
    yield from told
    dates = {(change.before, change.after) for change in told}
    for change in _of_finale(replace(place, finale=True), before, after):
        if (change.before, change.after) not in dates:
            yield change


def _of_parts(place: Change, before: Season, after: Season) -> Iterator[Change]:
    """What became of the parts behind the first, which comes out at the premiere."""
    stood = {part.label: part.date for part in before.parts}
    now = {part.label: part.date for part in after.parts}
    first = {part.label for season in (before, after) for part in season.parts[:1]}
    for label in dict.fromkeys([*now, *stood]):
        part = replace(place, part=label)
        if label in first:
            continue
        if label not in stood:
            yield replace(part, kind="new part", after=now[label])
        elif label in now:
            yield from _of_date(part, stood[label], now[label])
        elif known := _ahead(stood[label], place.when.date()):
            yield replace(part, kind="withdrawn", before=known)


def _of_episodes(
    place: Change, before: dict[int, PartialDate], after: dict[int, PartialDate]
) -> Iterator[Change]:
    """Those that moved, the first that lost its date, and the one with which it returns."""
    for number, known in after.items():
        changes = _of_date(replace(place, episode=number), before.get(number), known)
        yield from (change for change in changes if change.before is not None)
    today = place.when.date()
    gone = (number for number in sorted(before) if number not in after)
    lost = next((number for number in gone if _ahead(before[number], today)), None)
    if lost is not None:
        yield replace(place, kind="undated", episode=lost, before=before[lost])
    for back in _returning(after, today):
        if back not in before:
            yield replace(place, kind="returns", episode=back, after=after[back])


def _returning(dated: dict[int, PartialDate], today: date) -> Iterator[int]:
    """The numbers of the episodes to come that come after a pause."""
    in_order = sorted((known.latest, number) for number, known in dated.items() if known.is_day)
    for (earlier, before), (later, number) in pairwise(in_order):
        if later >= today and later - earlier >= PAUSE and number == before + 1:
            yield number


def _of_finale(place: Change, before: Season, after: Season) -> Iterator[Change]:
    """That it moved, or came or went while it is still to come."""
    today = place.when.date()
    if (before.finale and after.finale) or _ahead(before.finale or after.finale, today):
        yield from _of_date(place, before.finale, after.finale)


def _of_date(
    place: Change, before: PartialDate | None, after: PartialDate | None
) -> Iterator[Change]:
    """What became of a date: known, or known better; known no longer, or less well; another."""
    if _is_better(after, before):
        yield replace(place, kind="dated", before=before, after=after)
    elif _is_better(before, after):
        yield replace(place, kind="undated", before=before, after=after)
    elif before is not None and after is not None and not _says_the_same(before, after):
        days = days_between(before, after)
        yield replace(place, kind="moved", before=before, after=after, days=days)


def _is_better(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether one date says more than the other and does not contradict it."""
    if one is None or other is None:
        return one is not None
    return other.holds(one) and not _says_the_same(one, other) and not _is_doubted(one, other)


def _says_the_same(one: PartialDate, other: PartialDate) -> bool:
    return one.holds(other) and other.holds(one) and one.confirmed == other.confirmed


def _is_doubted(one: PartialDate, other: PartialDate) -> bool:
    """Whether one names the very days that the other does, without being sure of them."""
    return one.holds(other) and not one.confirmed


def _numbered(season: Season) -> dict[int, PartialDate]:
    """The dates of the numbered episodes."""
    return {
        each.number: each.date
        for each in season.episode_list
        if each.number is not None and each.date
    }


def _ahead(known: PartialDate | None, today: date) -> PartialDate | None:
    """The date if it is still to come."""
    return known if known is not None and known.latest > today else None
