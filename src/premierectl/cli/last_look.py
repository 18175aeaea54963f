"""The look at the list: what happened since the last one, and when the next begins."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from premierectl.cli.session import Session
from premierectl.errors import PremierectlError
from premierectl.last_look import LastLook, looked
from premierectl.season_key import SeasonKey
from premierectl.storage.cache_file import load_cached
from premierectl.storage.layer_files import refreshes
from premierectl.upcoming.coming_page import ComingPage
from premierectl.upcoming.outlook import Outlook, Row
from premierectl.upcoming.recent import News, news_since
from premierectl.wording.first_steps import FIRST_STEPS
from premierectl.wording.recent import change_briefly, lately, out_words, since_words

# So many pieces of news stand above the list; the commands that have all are named behind them.
_MOST_NEWS: Final = 4


def around_the_list(
    session: Session, outlook: Outlook, page: ComingPage, *, is_new: bool
) -> ComingPage:
    """The watchlist's list with what stands above it, or below that of a new user."""
    since = since_last_look(session, outlook)
    return replace(page, beneath=FIRST_STEPS) if is_new else replace(page, since=since)


def since_last_look(session: Session, outlook: Outlook) -> str | None:
    """What happened to followed shows since the last look, in a line; null where nothing did.

    The look that this is becomes the last one, unless the user named the moment.
    """
    begin = previous_look(session)
    if session.world.told[0] is None:
        path, now = session.world.paths.last_look, session.world.instant
        session.world.remembered(path, LastLook, lambda last: looked(last, now))
    return None if begin is None else _since_line(session, outlook, begin)


def previous_look(session: Session) -> datetime | None:
    """When the list was looked at before this look (UTC); null where that is not known."""
    last = load_cached(session.world.paths.last_look, LastLook)
    return None if last is None else last.previous(session.moment.instant)


def _since_line(session: Session, outlook: Outlook, begin: datetime) -> str | None:
    paths = session.world.paths
    try:
        known = refreshes(paths.live_store, paths.first_changes)
    except PremierectlError:  # what is wrong with it, the commands that need it say
        known = ()
    news = news_since(outlook, begin, known)
    told = list(lately([*_out(news), *map(change_briefly, news.changes)], _MOST_NEWS))
    since = since_words(news.since, session.moment.today)
    return f"Since {since}: {' · '.join(told)}" if told else None


def _out(news: News) -> Iterable[str]:
    """What came out, season by season, each where its first release stands."""
    seasons: dict[tuple[str, SeasonKey], list[Row]] = {}
    for row in news.out:
        seasons.setdefault((row.release.show.id, row.release.season.key), []).append(row)
    for rows in seasons.values():
        yield out_words(rows[0].title, [row.item for row in rows])
