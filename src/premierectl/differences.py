"""From one state of a show to the next: what of the difference is news."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from msgspec.structs import replace

from premierectl.changes import Change
from premierectl.date_changes import changed_dates, dates_ahead, first_listed, opening_date
from premierectl.dates import date_order
from premierectl.model import Season, Show
from premierectl.season_key import SeasonKey

MOST_PEOPLE: Final = 10

# What has been out for longer is filled in and corrected, which is no news.
_OLD: Final = timedelta(days=31)
_AT_AN_END: Final = ("ended", "cancelled")


def compare(
    before: Show | None, after: Show | None, when: datetime, *, filled_in: bool = False
) -> tuple[Change, ...]:
    """What changed from one state of a show to the other, seen at ``when`` (UTC).

    Seasons are the same by number, specials by name; null is a show that is not there. Nothing is
    told of texts, nor of a season whose last known date is more than a month ago, unless it was
    cancelled. Where a show was only ``filled_in``, as at the first answer of its own, that alone
    is told which became of what was known of it.
    """
    shown = after or before
    if shown is None or (before is None and filled_in):
        return ()
    plain = Change(when=when, show_id=shown.id, show=shown.title, kind="gone")
    if before is None:
        return (_new_show(plain, shown),)
    if shown.gone:
        return () if before.gone else (plain,)
    known = {season.key: season for season in before.seasons}
    now = {season.key: season for season in after.seasons} if after else {}
    found = list(_of_show(plain, before, shown))
    for key in [*now, *(key for key in known if key not in now)]:
        found += _of_season(plain, (known.get(key), now.get(key)), now.values())
    return tuple(each for each in found if not filled_in or _was_known(each, known))


def _was_known(change: Change, known: Mapping[SeasonKey, Season]) -> bool:
    """Whether it became of a date, or of a season without one, that was known before."""
    return change.before is not None or (change.kind == "dated" and change.season in known)


def _of_show(plain: Change, before: Show, after: Show) -> Iterator[Change]:
    # A title that is told apart from namesakes has the plain one as an alias.
    if before.title not in (after.title, *after.aliases) and after.title not in before.aliases:
        yield replace(plain, kind="renamed", show=before.title, name=after.title)
    if after.status == before.status:
        return
    if after.status in _AT_AN_END:
        yield replace(plain, kind="cancelled" if after.status == "cancelled" else "ended")
    elif before.status in _AT_AN_END:
        yield replace(plain, kind="renewed")


def _new_show(plain: Change, show: Show) -> Change:
    today = plain.when.date()
    ahead = [season for season in show.seasons if not _is_old((season,), today)]
    if not ahead:
        return replace(plain, kind="new show")
    season = min(ahead, key=lambda season: date_order(opening_date(season)))
    return replace(_placed(plain, season), kind="new show", after=opening_date(season))


def _placed(plain: Change, season: Season) -> Change:
    return replace(plain, season=season.key, label=season.label)


def _of_season(
    plain: Change, states: tuple[Season | None, Season | None], listed: Collection[Season]
) -> Iterator[Change]:
    before, after = states
    today = plain.when.date()
    if after is None:
        if before is not None and not _is_old(states, today):
            yield from _withdrawn(_placed(plain, before), before)
        return
    place = _placed(plain, after)
    yield from _of_status(place, before, after)
    if _is_old(states, today) or _is_passed(states, listed):
        return
    if before is None:
        yield from _new_season(place, after)
        return
    yield from changed_dates(place, before, after)
    yield from _of_cast(place, before, after)


def _withdrawn(place: Change, before: Season) -> Iterator[Change]:
    """That a season is gone: what had begun and had nothing more to come is over."""
    known = dates_ahead(before, place.when.date())
    if known or not any(before.stated):
        yield replace(place, kind="withdrawn", before=next(iter(known), None))


def _of_status(place: Change, before: Season | None, after: Season) -> Iterator[Change]:
    was = before.status if before else None
    if before is not None and was != "cancelled" and after.status == "cancelled":
        yield replace(place, kind="cancelled")
    undated = not any(any(each.stated) for each in (before, after) if each)
    if after.status == "renewed" and undated and was != "renewed":
        yield replace(place, kind="renewed")


def _new_season(place: Change, season: Season) -> Iterator[Change]:
    """A season that was not there; of one that is listed from its middle on, what is next."""
    first = opening_date(season)
    if first is not None or not any(season.stated):
        if first is not None or season.status != "renewed":
            yield replace(place, kind="new season", after=first)
        return
    change = first_listed(place, season)
    if change is not None:
        yield change


def _of_cast(place: Change, before: Season, after: Season) -> Iterator[Change]:
    there = {member.person for member in before.cast}
    added = tuple(dict.fromkeys(each.person for each in after.cast if each.person not in there))
    if added:
        people, more = added[:MOST_PEOPLE], max(0, len(added) - MOST_PEOPLE)
        yield replace(place, kind="cast added", people=people, more=more)


def _is_old(seasons: tuple[Season | None, ...], today: date) -> bool:
    known = [each.latest for season in seasons if season for each, _ in season.stated]
    known += [season.finale.latest for season in seasons if season and season.finale]
    return bool(known) and today - max(known) > _OLD


def _is_passed(states: tuple[Season | None, ...], listed: Collection[Season]) -> bool:
    """Whether no date was or is known of a season behind which another is dated already."""
    seasons = [season for season in states if season is not None]
    numbers = [season.number for season in seasons if season.number is not None]
    if not numbers or any(season.finale or any(season.stated) for season in seasons):
        return False
    return any(opening_date(each) and (each.number or 0) > numbers[0] for each in listed)
