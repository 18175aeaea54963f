"""A season whose episodes a source lists: what comes out at one time as one release."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec.structs import replace

from premierectl.dates import PartialDate, date_order
from premierectl.model import Episode, Season, Show
from premierectl.parts import in_parts, part_date
from premierectl.release import Release, ReleaseKind, at_season_time, is_over
from premierectl.season_key import slug
from premierectl.weekly import weeks_behind


def listed_releases(show: Show, season: Season, today: date | None = None) -> list[Release]:
    """What a source lists, and what surely comes before and after it, in the order of the dates.

    Of what is listed, the premiere is the release with episode 1 or 0, else that on the stated
    day of the premiere, or the first of a list without numbers. Nothing else is one: a list may
    begin in the middle of a season. It may also end there: a finale needs the whole count, an
    announced day, or a season that is over by ``today``.
    """
    batches = _batches(show, season)
    opening, whole = _opening(season, batches), _completing(show, season, batches, today)
    found = [_in_its_place(each, opening, whole) for each in batches]
    found += _missing_parts(show, season, batches, today)
    if opening is None and season.premiere and not season.parts:
        found.append(at_season_time(show, season, season.premiere))
    if whole is None and not season.parts:
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
    kind: ReleaseKind = "part" if part else "episode"
    span = (min(numbers), max(numbers)) if numbers else None
    release = at_season_time(show, season, first.date, kind, span)
    if first.time:
        release = replace(release, time=first.time, time_source="episode")
    return replace(release, part=part, name=name if span is None else None)


def _in_its_place(release: Release, opening: Release | None, whole: Release | None) -> Release:
    """A listed release as what it is of the season: its premiere, or what completes it."""
    completes = release is whole
    kind: ReleaseKind = "finale" if completes and release.kind == "episode" else release.kind
    kind = "premiere" if release is opening else kind
    return replace(release, kind=kind, completes=completes)


def _completing(
    show: Show, season: Season, batches: Sequence[Release], today: date | None
) -> Release | None:
    """The listed release with which the whole season is known to be out, if one is."""
    highest = max((each.episodes[1] for each in batches if each.episodes), default=0)
    if season.episodes and highest >= season.episodes:
        return next(each for each in batches if each.episodes and each.episodes[1] == highest)
    finale, last = season.finale, batches[-1]
    if finale is not None:
        for each in batches:
            if each.date and _is_same(finale, each.date):
                return each
    undated = any(each.date is None for each in season.episode_list)
    if undated or (finale and last.date and finale.earliest > last.date.latest):
        return None
    known = _is_at_once(season, batches) or is_over(show, season, today)
    return last if known else None


def _is_at_once(season: Season, batches: Sequence[Release]) -> bool:
    """Whether a season that was announced as one release is listed as one."""
    return season.release == "all at once" and season.episodes is None and len(batches) == 1


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
        if known and known.is_day and each.date and _is_same(known, each.date):
            return each
    numbered = any(each.episodes for each in batches)
    fits = known is None or (first.date is not None and known.holds(first.date))
    return first if fits and not numbered else None


def _is_same(one: PartialDate, other: PartialDate) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _missing_parts(
    show: Show, season: Season, batches: Sequence[Release], today: date | None
) -> list[Release]:
    """The parts on whose days nothing is listed."""
    there = {release.part for release in batches}
    return [part for part in in_parts(show, season, today) if part.part not in there]


def _to_the_end(show: Show, season: Season, last: Release) -> Iterator[Release]:
    """What follows the last listed batch: the weeks of a weekly season, or the announced finale."""
    known, finale = last.date, season.finale
    if known is None or (finale is not None and finale.earliest <= known.latest):
        return
    counted = list(weeks_behind(show, season, last)) if season.release == "weekly" else []
    yield from counted
    if not counted and finale is not None:
        yield at_season_time(show, season, finale, "finale", completes=True)
