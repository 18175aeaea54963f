"""What is muted at a moment: still followed, and in no countdown until something happens."""

from collections.abc import Collection, Iterable

from premierectl.agenda import next_releases
from premierectl.countdown import AHEAD, Countdown
from premierectl.followed_line import FollowedLine
from premierectl.model import Season, Show
from premierectl.moment import Moment
from premierectl.season_key import SeasonKey
from premierectl.selector import Piece, covers, meant

_ALL_THAT_COMES = next_releases(None)


def is_muted(line: FollowedLine, show: Show | None, moment: Moment) -> bool:
    """Whether a line is muted at this moment; ``show`` is null where the catalogue has not got it.

    A day ends it when it begins in the viewer's zone.
    """
    match line.muted:
        case None | "always":
            return line.muted is not None
        case "renewed" | "dated":
            return show is None or awaited(line.muted, show, line.piece, moment) is None
        case day:
            return moment.today.isoformat() < day


def awaited(until: str, show: Show, piece: Piece, moment: Moment) -> Countdown | None:
    """What ends muting until a show is ``renewed`` or ``dated``; null while nothing does.

    A show is renewed once a season of it is still to come, or runs; what of it is followed is
    dated once something to come of that has a date, as far as it is known.
    """
    seasons = show.seasons if until == "renewed" else meant(piece, show.seasons)
    items = [item for season in seasons for item in _ALL_THAT_COMES(show, season, moment)]
    if until == "dated":
        return next((item for item in items if item.span), None)
    ahead = (item for item in items if item.state in AHEAD)
    running = (item for item in items if item.release.season.status == "airing")
    return next(ahead, None) or next(running, None)


def muted_pieces(
    lines: Iterable[FollowedLine], show: Show | None, moment: Moment
) -> frozenset[Piece]:
    """The pieces of a show that are muted: of lines for the same piece, each has to be."""
    listed = [(line.piece, is_muted(line, show, moment)) for line in lines]
    heard = {piece for piece, muted in listed if not muted}
    return frozenset(piece for piece, muted in listed if muted and piece not in heard)


def hidden_seasons(
    piece: Piece, muted: Iterable[Piece], seasons: Iterable[Season]
) -> frozenset[SeasonKey]:
    """The seasons of a followed piece that are muted by themselves."""
    less = piece.unit is None and [
        each.season
        for each in muted
        if each.unit is None and each != piece and covers(piece.season, each.season)
    ]
    if not less:
        return frozenset()
    keys = (season.key for season in seasons)
    return frozenset(key for key in keys if any(covers(each, key) for each in less))


def is_told_of(piece: Piece, muted: Collection[Piece], season: SeasonKey | None) -> bool:
    """Whether who follows this piece hears of a season of it, or for null of the show as a whole."""
    if piece in muted or season is None:
        return piece not in muted
    less = (each for each in muted if each.unit is None and covers(piece.season, each.season))
    return not any(covers(each.season, season) for each in less)
