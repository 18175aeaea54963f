"""A season whose episodes a source lists: what comes out at one time as one release."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from premierectl.dates import PartialDate, date_order
from premierectl.model import Episode, Season, Show
from premierectl.parts import in_parts, part_date
from premierectl.release import Release, ReleaseKind, at_season_time
from premierectl.season_key import slug
from premierectl.weekly import weeks_behind


def listed_releases(show: Show, season: Season) -> list[Release]:
    """What a source lists, and what surely comes before and after it, in the order of the dates.

    Of what is listed, the premiere is the release with episode 1 or 0, else that on the stated
    day of the premiere, or the first of a list without numbers. Nothing else is one: a list may
    begin in the middle of a season.
    """
    batches = _batches(show, season)
    opening = _opening(season, batches)
    found = [replace(each, kind="premiere") if each is opening else each for each in batches]
    found += _missing_parts(show, season, batches)
    if opening is None and season.premiere and not season.parts:
        found.append(at_season_time(show, season, season.premiere))
    found += _to_the_end(show, season, batches[-1])
    return sorted(found, key=lambda release: date_order(release.date))


def _batches(show: Show, season: Season) -> list[Release]:
    """The listed episodes by day and time; the first of a day is the part announced for it."""
    named = zip(season.episode_list, _names(season.episode_list), strict=True)
    dated = sorted(
        ((episode, name) for episode, name in named if episode.date),
        key=lambda pair: (date_order(pair[0].date), pair[0].time or ""),
    )
    parts = {
        known.earliest: number
        for number in range(len(season.parts), 0, -1)
        if (known := part_date(season, number)) and known.is_day
    }
    return [
        _batch(show, season, list(pairs), parts.pop(known.earliest, None) if known else None)
        for (known, _), pairs in groupby(dated, key=lambda pair: (pair[0].date, pair[0].time))
    ]


def _batch(
    show: Show, season: Season, pairs: Sequence[tuple[Episode, str | None]], part: int | None
) -> Release:
    """What comes out at one time, named only where it has no number."""
    (first, name), *_ = pairs
    numbers = [episode.number for episode, _ in pairs if episode.number is not None]
    last = bool(numbers) and max(numbers) == season.episodes
    completes = last or (season.finale is not None and first.date == season.finale)
    kind: ReleaseKind = "part" if part else "finale" if completes else "episode"
    span = (min(numbers), max(numbers)) if numbers else None
    release = at_season_time(show, season, first.date, kind, span, completes=completes)
    if first.time:
        release = replace(release, time=first.time, time_source="episode")
    return replace(release, part=part, name=name if span is None else None)


def _names(episodes: Sequence[Episode]) -> Iterator[str | None]:
    """The slug of each episode that has no number, no two alike; null for the numbered."""
    seen = dict[str, int]()
    for episode in episodes:
        if episode.number is not None:
            yield None
            continue
        name = slug(episode.title) if episode.title else "untitled"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def _opening(season: Season, batches: Sequence[Release]) -> Release | None:
    """The listed release that is the premiere, if one is."""
    known, (first, *_) = season.premiere, batches
    for each in batches:
        if each.episodes and each.episodes[0] <= 1:
            return each
    for each in batches:
        if known and each.date and _is_same_day(known, each.date):
            return each
    numbered = any(each.episodes for each in batches)
    fits = known is None or (first.date is not None and known.holds(first.date))
    return first if fits and not numbered else None


def _is_same_day(one: PartialDate, other: PartialDate) -> bool:
    return one.is_day and other.is_day and one.earliest == other.earliest


def _missing_parts(show: Show, season: Season, batches: Sequence[Release]) -> list[Release]:
    """The parts on whose days nothing is listed."""
    there = {release.part for release in batches}
    return [part for part in in_parts(show, season) if part.part not in there]


def _to_the_end(show: Show, season: Season, last: Release) -> Iterator[Release]:
    """What follows the last listed batch: the weeks of a weekly season, or the announced finale."""
    if last.completes or season.parts or last.date is None:
        return
    counted = list(weeks_behind(show, season, last)) if season.release == "weekly" else []
    yield from counted
    if not counted and season.finale and season.finale.earliest > last.date.latest:
        yield at_season_time(show, season, season.finale, "finale", completes=True)
