"""Which of a season's releases a question is about, each as a countdown."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

from premierectl.catalogue.find import Piece
from premierectl.catalogue.model import Season, Show
from premierectl.countdown import AHEAD, Countdown, countdown
from premierectl.moment import Moment
from premierectl.schedule import finale, is_piece, premiere, releases

Agenda = Callable[[Show, Season, Moment], Iterable[Countdown]]


def every_release(show: Show, season: Season, moment: Moment) -> Iterator[Countdown]:
    """All releases of the season, those that are out too."""
    return (countdown(release, moment) for release in releases(show, season))


def the_premiere(show: Show, season: Season, moment: Moment) -> Iterator[Countdown]:
    """The season's first release."""
    yield countdown(premiere(show, season), moment)


def the_finale(show: Show, season: Season, moment: Moment) -> Iterator[Countdown]:
    """The release with which the whole season is out, without a date where that is not known."""
    yield countdown(finale(show, season), moment)


def next_releases(count: int | None = 1, *, premieres: bool = False) -> Agenda:
    """What comes next of a season, up to so many releases, or ``premieres`` and parts alone.

    Its premiere, where all that is known of it is out.
    """

    def agenda(show: Show, season: Season, moment: Moment) -> Iterable[Countdown]:
        coming = (
            item
            for release in releases(show, season, _long_ago(moment))
            if (not premieres or release.is_premiere)
            and (item := countdown(release, moment)).state in AHEAD
        )
        return list(islice(coming, count)) or the_premiere(show, season, moment)

    return agenda


def of_piece(piece: Piece) -> Agenda:
    """The releases of a part, an episode or the end of a season."""

    def agenda(show: Show, season: Season, moment: Moment) -> Iterable[Countdown]:
        if piece.unit == "finale":
            return the_finale(show, season, moment)
        items = every_release(show, season, moment)
        return (item for item in items if is_piece(item.release, piece))

    return agenda


def _long_ago(moment: Moment) -> date:
    """A day that is over in every zone of the earth."""
    return date.fromordinal(max(1, moment.today.toordinal() - 2))
