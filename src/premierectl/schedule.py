"""A season to its releases, in order: premiere, parts, episodes, finale."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, islice

from msgspec.structs import replace

from premierectl.catalogue.find import Piece
from premierectl.catalogue.model import Episode, Part, Season, Show
from premierectl.dates import PartialDate, date_order
from premierectl.release import Release, ReleaseKind, TimeSource
from premierectl.weeks import days_of_weeks, weeks_of


def releases(show: Show, season: Season, since: date | None = None) -> Iterator[Release]:
    """The releases of a season, in order; what is certainly before ``since`` may be left out.

    The first is the premiere, dated or not. What a source lists wins over what follows from the
    plan; where only a month is known of the premiere, no episode has a date.
    """
    if any(episode.date for episode in season.episode_list):
        return _listed(show, season)
    if season.parts:
        return iter(_in_parts(show, season))
    if season.release == "weekly" and season.premiere and season.premiere.is_day:
        return _weekly(show, season, since)
    return _as_announced(show, season)


def premiere(show: Show, season: Season) -> Release:
    """The first release of a season, dated or not."""
    return next(releases(show, season))


def finale(show: Show, season: Season) -> Release:
    """The release with which the whole season is out; without a date where that is not known."""
    whole = (release for release in releases(show, season) if release.completes)
    return next(whole, Release(show, season, "finale", None, completes=True))


def is_piece(release: Release, piece: Piece) -> bool:
    """Whether a release is the part, or holds the episode, that is meant."""
    if piece.unit == "part":
        return release.part == piece.number
    first, last = release.episodes or (0, -1)
    return first <= (piece.number or 0) <= last


def _as_announced(show: Show, season: Season) -> Iterator[Release]:
    """The premiere, and the finale where it was announced."""
    at_once = season.release == "all at once"
    numbers = (1, season.episodes) if at_once and season.episodes else None
    yield _release(show, season, season.premiere, episodes=numbers, completes=at_once)
    if season.finale and not at_once and season.finale != season.premiere:
        yield _release(show, season, season.finale, "finale", completes=True)


def _in_parts(show: Show, season: Season) -> Sequence[Release]:
    """Each part on its date, the first on the premiere's."""
    found, first = [], 1
    for number, part in enumerate(season.parts, 1):
        known = _first_date(season, part) if number == 1 else part.date
        counted = part.episodes is not None and first > 0
        last = first + (part.episodes or 0) - 1
        release = Release(
            show,
            season,
            "premiere" if number == 1 else "part",
            known,
            time=part.time or season.time,
            time_source="part" if part.time else "season" if season.time else None,
            episodes=(first, last) if counted else None,
            part=number,
            completes=number == len(season.parts),
        )
        first = last + 1 if counted else 0
        found.append(release)
    return sorted(found, key=lambda release: date_order(release.date))


def _first_date(season: Season, part: Part) -> PartialDate | None:
    """The date of the first part: the premiere's, unless only the part's is a day."""
    if part.date and part.date.is_day and not (season.premiere and season.premiere.is_day):
        return part.date
    return season.premiere or part.date


def _weekly(show: Show, season: Season, since: date | None) -> Iterator[Release]:
    """One batch a week from the premiere on, several episodes on the first day where that is so."""
    assert season.premiere is not None  # noqa: S101 - releases() asked
    first, several = season.premiere.earliest, season.first_day or 1
    count = weeks_of(season)
    for index, day in days_of_weeks(first, count, season.skipped_weeks, since):
        if index == 0:
            first_numbers = (1, min(several, season.episodes or several))
            yield _release(
                show, season, season.premiere, episodes=first_numbers, completes=count == 1
            )
            continue
        last = index == count - 1
        known = PartialDate(day.isoformat() + ("" if season.premiere.confirmed else "?"))
        if last and season.finale and season.finale.is_day:
            known = season.finale
        number = several + index
        kind: ReleaseKind = "finale" if last else "episode"
        yield _release(show, season, known, kind, (number, number), completes=last)


def _listed(show: Show, season: Season) -> Iterator[Release]:
    """What a source lists, a batch a day, and what surely comes before and after it."""
    dated = sorted(
        (episode for episode in season.episode_list if episode.date),
        key=lambda episode: (date_order(episode.date), episode.time or ""),
    )
    batches = [
        _batch(show, season, list(batch))
        for _, batch in groupby(dated, key=lambda episode: (episode.date, episode.time))
    ]
    begun = _begun_before(show, season, batches[0])
    ahead = _to_the_end(show, season, batches[-1])
    found = [*begun, *_missing_parts(show, season, batches), *batches, *ahead]
    found.sort(key=lambda release: date_order(release.date))
    yield replace(found[0], kind="premiere")
    yield from found[1:]


def _batch(show: Show, season: Season, batch: Sequence[Episode]) -> Release:
    """What comes out at one time; a part where one was announced for that day."""
    known = batch[0].date
    numbers = [episode.number for episode in batch if episode.number is not None]
    dates = [part.date for part in season.parts]
    part = dates.index(known) + 1 if known in dates else None
    last = bool(numbers) and max(numbers) == season.episodes
    completes = last or (known is not None and known == season.finale)
    kind: ReleaseKind = "part" if part else "finale" if completes else "episode"
    span = (min(numbers), max(numbers)) if numbers else None
    release = _release(show, season, known, kind, span, completes=completes)
    clock = batch[0].time
    if clock:
        release = replace(release, time=clock, time_source="episode")
    return replace(release, part=part)


def _begun_before(show: Show, season: Season, first: Release) -> Iterator[Release]:
    """The premiere, where what is listed starts later."""
    known = season.premiere
    if known and first.date and known.latest < first.date.earliest and not season.parts:
        yield _release(show, season, known)


def _missing_parts(show: Show, season: Season, batches: Sequence[Release]) -> Iterator[Release]:
    """The parts on whose days nothing is listed."""
    listed = {release.part for release in batches}
    return (part for part in _in_parts(show, season) if part.part not in listed)


def _to_the_end(show: Show, season: Season, last: Release) -> Iterator[Release]:
    """What follows the last listed batch: the weeks of a weekly season, or the announced finale."""
    if last.completes or season.parts or last.date is None:
        return
    if season.release == "weekly" and last.episodes and season.episodes and last.date.is_day:
        rest = season.episodes - last.episodes[1]
        for index, day in islice(
            days_of_weeks(last.date.earliest, rest + 1, season.skipped_weeks, None), 1, None
        ):
            known = PartialDate(day.isoformat() + ("" if last.date.confirmed else "?"))
            number = last.episodes[1] + index
            kind: ReleaseKind = "finale" if index == rest else "episode"
            yield _release(show, season, known, kind, (number, number), completes=index == rest)
    elif season.finale and season.finale.earliest > last.date.latest:
        yield _release(show, season, season.finale, "finale", completes=True)


def _release(
    show: Show,
    season: Season,
    known: PartialDate | None,
    kind: ReleaseKind = "premiere",
    episodes: tuple[int, int] | None = None,
    *,
    completes: bool = False,
) -> Release:
    """A release at the season's own clock time."""
    source: TimeSource | None = "season" if season.time else None
    return Release(show, season, kind, known, season.time, source, episodes, completes=completes)
