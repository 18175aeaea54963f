"""Which of a season's releases a question is about, each as a countdown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from premierectl.countdown import AHEAD, Countdown, countdown, countdown_order
from premierectl.dates import date_order
from premierectl.model import Season, Show
from premierectl.moment import DAYS_APART, Moment, days_from
from premierectl.release import Release
from premierectl.schedule import finale, is_piece, premiere, releases
from premierectl.selector import Piece
from premierectl.wording.waits import season_progress

Agenda = Callable[[Show, Season, Moment], Iterable[Countdown]]

_JUST_NOW: Final = timedelta(days=1)


def every_release(show: Show, season: Season, moment: Moment) -> Sequence[Countdown]:
    """All releases of the season, those that are out too."""
    return _with_progress(
        season,
        [countdown(release, moment) for release in releases(show, season, today=moment.today)],
    )


def the_finale(show: Show, season: Season, moment: Moment) -> Iterator[Countdown]:
    """The release with which the whole season is out, without a date where that is not known."""
    yield seen(finale(show, season, moment.today), moment)


def out_today(show: Show, season: Season, moment: Moment) -> Iterator[Countdown]:
    """What of the season came out on the viewer's day, at an hour that is over."""
    for release in _not_long_over(show, season, moment):
        item = countdown(release, moment)
        if item.days is not None and item.days > DAYS_APART:
            return
        if is_out_today(item):
            yield item


def is_out_today(item: Countdown) -> bool:
    """Whether it came out on the viewer's day, at an hour that is over."""
    return item.state == "out" and item.days == 0


def is_just_out(item: Countdown) -> bool:
    """Whether it came out on the viewer's day, or is out since less than a day."""
    return is_out_today(item) or (item.state == "out" and item.is_not_over_for(_JUST_NOW))


def premiere_and_next(show: Show, season: Season, moment: Moment) -> Iterator[Countdown]:
    """The season's premiere, and where that is another release, what comes next of it.

    Of a season that is only known from its middle on, what comes next or came last.
    """
    first, coming = premiere(show, season, moment.today), next_releases()(show, season, moment)
    if first.kind != "premiere":
        yield from coming
        return
    yield seen(first, moment)
    for item in coming:
        if item.state in AHEAD and item.release != first:
            yield item


def next_releases(
    count: int | None = 1, *, premieres: bool = False, lately: bool = False
) -> Agenda:
    """What comes next of a season, up to so many releases, or ``premieres``, returns and parts alone.

    Before it, what was expected and has not been heard of: it hides nothing that comes later. With
    ``lately``, what has just come out besides, of any kind. Where all that is known of a season is out, its last release.
    """

    def agenda(show: Show, season: Season, moment: Moment) -> Iterable[Countdown]:
        over, awaited, coming = list[Countdown](), list[Countdown](), list[Countdown]()
        for release in _not_long_over(show, season, moment):
            item = countdown(release, moment)
            if item.state not in AHEAD:
                over.append(item)
            elif not premieres or release.is_premiere:
                (awaited if item.state == "overdue" else coming).append(item)
            if _hold_the_nearest(coming, count, item):
                break
        fresh = filter(is_just_out, over) if lately else ()
        found = [*fresh, *awaited[:1], *_by_viewers_days(coming)[:count]] or [
            _last(over) or countdown(premiere(show, season, moment.today), moment)
        ]
        progress = season_progress(season, [*over, *awaited, *coming])
        return [replace(item, progress=progress) for item in found]

    return agenda


def of_piece(piece: Piece) -> Agenda:
    """The releases of a part, an episode or the end of a season."""

    def agenda(show: Show, season: Season, moment: Moment) -> Iterable[Countdown]:
        if piece.unit == "finale":
            return the_finale(show, season, moment)
        items = every_release(show, season, moment)
        return (item for item in items if is_piece(item.release, piece))

    return agenda


def seen(release: Release, moment: Moment) -> Countdown:
    """A release at this moment, with the progress of its season."""
    items = every_release(release.show, release.season, moment)
    progress = season_progress(release.season, items)
    return replace(countdown(release, moment), progress=progress)


def _not_long_over(show: Show, season: Season, moment: Moment) -> Iterator[Release]:
    """The releases of a season but most of those that are over in every zone of the earth."""
    return releases(show, season, days_from(moment.today, -DAYS_APART), today=moment.today)


def _hold_the_nearest(coming: Sequence[Countdown], count: int | None, item: Countdown) -> bool:
    """Whether nothing behind ``item`` can come before the first so many of these.

    Releases stand by their own days: behind one without a clock time may stand one whose day comes
    earlier to a viewer in another zone.
    """
    if count is None or len(coming) < count:
        return False
    days = [each.days for each in coming[:count] if each.days is not None]
    if not days or item.release.season.timezone is None:
        return True
    return item.days is not None and item.days > max(days) + DAYS_APART


def _by_viewers_days(coming: Sequence[Countdown]) -> list[Countdown]:
    """The same, those with an exact day in the viewer's order; the others keep their places."""
    exact = [item for item in coming if item.days is not None]
    in_order = iter(sorted(exact, key=countdown_order))
    return [item if item.days is None else next(in_order) for item in coming]


def _last(over: Iterable[Countdown]) -> Countdown | None:
    """What came out last, else what will not come; null for nothing."""
    return max(
        over,
        key=lambda item: (item.state == "out", item.date is not None, date_order(item.date)),
        default=None,
    )


def _with_progress(season: Season, counted: Sequence[Countdown]) -> Sequence[Countdown]:
    progress = season_progress(season, counted)
    return [replace(item, progress=progress) for item in counted]
