"""Following the shows of which something was stated."""

from collections.abc import Collection

from premierectl.cli.saying import say
from premierectl.cli.session import Session
from premierectl.followed_line import FollowedLine
from premierectl.united_lines import settled
from premierectl.watchlist import Watchlist


def follow_stated(session: Session, show_ids: Collection[str]) -> None:
    """Follow these shows of the catalogue whole, and say which are followed now, or were already."""
    catalogue = session.world.catalogue()
    added = session.world.instant_told.replace(microsecond=0)
    already = set[str]()

    def decide(before: Watchlist) -> Watchlist:
        followed = before.followed(lambda line: line.show_in(catalogue))
        already.update(show_id for show_id in show_ids if followed.covering(show_id))
        new = [show_id for show_id in dict.fromkeys(show_ids) if show_id not in already]
        freed = before
        for show_id in set(before.ids).intersection(new):
            freed = freed.freed(show_id, catalogue)
        lines = [FollowedLine(id=show_id, added=added) for show_id in new]
        return settled(freed.with_all(lines), catalogue) if new else before

    session.world.change_watchlist(decide)
    for show_id in dict.fromkeys(show_ids):
        when = "already" if show_id in already else "now"
        say(f"{catalogue.name(show_id).title} is followed {when}")
