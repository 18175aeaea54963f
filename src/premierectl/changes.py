"""What changed of a show from one state of the catalogue to the next."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from premierectl.dates import PartialDate, date_order
from premierectl.model import Season, Show, days_between
from premierectl.season_key import SeasonKey

MOST_PEOPLE: Final = 10

# What has been out for longer is filled in and corrected, which is no news.
_OLD: Final = timedelta(days=31)


ChangeKind = Literal[
    "new show", "new season", "new part", "dated", "moved", "undated", "cancelled", "cast added"
]


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that changed of a show, as of a refresh; ``when`` is its instant (UTC).

    What it is of is the show, its season with this ``label``, or of that the ``part``, the
    ``episode`` or the ``finale``. ``days`` tells by how many days it moved, positive for later,
    where both days are known. Of those added to a cast ``people`` names the first ten, and
    ``more`` counts the others.
    """

    when: Annotated[datetime, Meta(tz=True)]
    show_id: str
    show: str
    season: SeasonKey | None = None
    label: str = ""
    kind: ChangeKind
    part: str | None = None
    episode: int | None = None
    finale: bool = False
    before: PartialDate | None = None
    after: PartialDate | None = None
    days: int | None = None
    people: tuple[str, ...] = ()
    more: int = 0


class Refresh(Struct, frozen=True):
    """A refresh: its instant (UTC) and what it saw change."""

    when: Annotated[datetime, Meta(tz=True)]
    changes: tuple[Change, ...]


def compare(before: Show | None, after: Show, when: datetime) -> tuple[Change, ...]:
    """What changed from one state of a show to the other, seen at ``when`` (UTC).

    Seasons are the same by number, specials by name. Nothing is told of texts, nor of a season
    whose last known date is more than a month ago, unless it was cancelled.
    """
    plain = Change(when=when, show_id=after.id, show=after.title, kind="cancelled")
    if before is None:
        return (_new_show(plain, after),)
    known = {season.key: season for season in before.seasons}
    found = [] if before.status == "cancelled" or after.status != "cancelled" else [plain]
    for key, season in {season.key: season for season in after.seasons}.items():
        found += _of_season(_placed(plain, season), known.get(key), season)
    return tuple(found)


def _placed(plain: Change, season: Season) -> Change:
    return replace(plain, season=season.key, label=season.label)


def _new_show(plain: Change, show: Show) -> Change:
    today = plain.when.date()
    coming = [season for season in show.seasons if not _is_old((season,), today)]
    if not coming:
        return replace(plain, kind="new show")
    season = min(coming, key=lambda season: date_order(_first_date(season)))
    return replace(_placed(plain, season), kind="new show", after=_first_date(season))


def _of_season(plain: Change, before: Season | None, after: Season) -> Iterator[Change]:
    if before is not None and before.status != "cancelled" and after.status == "cancelled":
        yield plain
    if _is_old((before, after), plain.when.date()):
        return
    if before is None:
        yield replace(plain, kind="new season", after=_first_date(after))
        return
    first = list(_of_date(plain, _first_date(before), _first_date(after)))
    yield from first
    along = {change.days for change in first} - {None}
    yield from (change for change in _of_pieces(plain, before, after) if change.days not in along)
    yield from _of_cast(plain, before, after)


def _of_pieces(plain: Change, before: Season, after: Season) -> Iterator[Change]:
    """What changed of parts, episodes and the finale."""
    yield from _of_parts(plain, before, after)
    moved = list[Change]()
    stood = {episode.number: episode.date for episode in before.episode_list}
    for number, known in {each.number: each.date for each in after.episode_list}.items():
        if number is not None:
            moved += _moved(replace(plain, episode=number), stood.get(number), known)
    yield from moved
    for change in _moved(replace(plain, finale=True), before.finale, after.finale):
        if not any((each.before, each.after) == (change.before, change.after) for each in moved):
            yield change


def _of_parts(plain: Change, before: Season, after: Season) -> Iterator[Change]:
    """What changed of the parts behind the first, which comes out at the premiere."""
    stood = {part.label: part.date for part in before.parts}
    first = {part.label for season in (before, after) for part in season.parts[:1]}
    for label, known in {part.label: part.date for part in after.parts}.items():
        place = replace(plain, part=label)
        if label not in first and label not in stood:
            yield replace(place, kind="new part", after=known)
        elif label not in first:
            yield from _of_date(place, stood[label], known)


def _of_cast(plain: Change, before: Season, after: Season) -> Iterator[Change]:
    there = {member.person for member in before.cast}
    added = tuple(dict.fromkeys(each.person for each in after.cast if each.person not in there))
    if added:
        people, more = added[:MOST_PEOPLE], max(0, len(added) - MOST_PEOPLE)
        yield replace(plain, kind="cast added", people=people, more=more)


def _moved(place: Change, before: PartialDate | None, after: PartialDate | None) -> list[Change]:
    return [change for change in _of_date(place, before, after) if change.kind == "moved"]


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


def _first_date(season: Season) -> PartialDate | None:
    """The date on which a season begins, as far as any is stated."""
    return season.premiere or min(
        (known for known, _ in season.stated), key=date_order, default=None
    )


def _is_old(seasons: tuple[Season | None, ...], today: date) -> bool:
    known = [each.latest for season in seasons if season for each, _ in season.stated]
    known += [season.finale.latest for season in seasons if season and season.finale]
    return bool(known) and today - max(known) > _OLD
