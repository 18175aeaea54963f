"""A season to its releases, in order: premiere, parts, episodes, finale."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from premierectl.listed import listed_releases
from premierectl.model import Season, Show
from premierectl.parts import in_parts
from premierectl.release import Release, at_season_time
from premierectl.selector import Piece
from premierectl.weekly import weekly

# A pause of six weeks, behind which a season returns.
PAUSE: Final = timedelta(weeks=6)


def releases(
    show: Show, season: Season, since: date | None = None, *, today: date | None = None
) -> Iterator[Release]:
    """The releases of a season, in order; most of what is surely before ``since`` may be left out.

    What a source lists wins over what follows from the plan; where only a month is known of the
    premiere, no episode has a date. The first is the premiere, dated or not, unless what is
    listed begins later in the season. ``today`` tells whether the next season has begun, which
    proves what of this one came last.
    """
    before: Release | None = None
    for each in _planned(show, season, since, today):
        yield replace(each, kind="return") if before and _returns(before, each) else each
        before = each


def premiere(show: Show, season: Season, today: date | None = None) -> Release:
    """The premiere of a season, dated or not; what is listed first where it is not known."""
    found = releases(show, season, today=today)
    return min(found, key=lambda release: release.kind != "premiere")


def finale(show: Show, season: Season, today: date | None = None) -> Release:
    """The release with which the whole season is out; without a date where that is not known."""
    whole = (release for release in releases(show, season, today=today) if release.completes)
    return next(whole, Release(show, season, "finale", None, completes=True))


def is_piece(release: Release, piece: Piece) -> bool:
    """Whether a release is the part, or holds the episode, that is meant."""
    if piece.unit == "part":
        return release.part == piece.number
    if piece.name is not None:
        return release.name == piece.name
    first, last = release.episodes or (0, -1)
    return first <= (piece.number or 0) <= last


def _planned(
    show: Show, season: Season, since: date | None, today: date | None
) -> Iterator[Release]:
    """The releases as they are listed, or as the plan has them."""
    if any(episode.date for episode in season.episode_list):
        return iter(listed_releases(show, season, today))
    if season.parts:
        return iter(in_parts(show, season, today))
    if season.release == "weekly" and season.premiere and season.premiere.is_day:
        return weekly(show, season, season.premiere, since)
    return _as_announced(show, season)


def _returns(before: Release, release: Release) -> bool:
    """Whether a release comes six weeks or more after the one right before it.

    Where the numbers leave a gap, something may have come out in between.
    """
    if release.kind not in ("episode", "finale") or before.date is None or release.date is None:
        return False
    if release.date.earliest - before.date.latest < PAUSE:
        return False
    if release.episodes is None:
        return release.name is not None and before.name is not None
    last = before.episodes[1] if before.episodes else 1 if before.kind == "premiere" else None
    return release.episodes[0] - 1 == last


def _as_announced(show: Show, season: Season) -> Iterator[Release]:
    """The premiere, and the finale where it was announced."""
    at_once = season.release == "all at once"
    numbers = (1, season.episodes) if at_once and season.episodes else None
    yield at_season_time(show, season, season.premiere, episodes=numbers, completes=at_once)
    if season.finale and not at_once and season.finale != season.premiere:
        yield at_season_time(show, season, season.finale, "finale", completes=True)
