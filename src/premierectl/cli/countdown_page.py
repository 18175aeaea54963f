"""What a person sees of a countdown: a card of one release, or a list."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from premierectl.agenda import is_out_today, next_releases, out_today
from premierectl.cli.asked_rows import AskedRows
from premierectl.cli.countdown_answer import CountdownAnswer
from premierectl.cli.countdown_options import CountdownOptions
from premierectl.upcoming.coming_page import ComingPage, coming_page
from premierectl.upcoming.filters import EVERYTHING
from premierectl.upcoming.following import quiet_titles
from premierectl.upcoming.one_show import UpClose, up_close
from premierectl.upcoming.outlook import Outlook, Row
from premierectl.upcoming.row_order import in_order
from premierectl.upcoming.with_reminders import by_date


def countdown_page(
    outlook: Outlook, asked: CountdownOptions, answer: CountdownAnswer
) -> UpClose | ComingPage | None:
    """One show that is named as a card, several as a list; null for nothing."""
    if asked.shows and len(answer.about.chosen) == 1 and answer.shown:
        return _card(outlook, asked, answer)
    return _list(outlook, asked, answer)


def _card(outlook: Outlook, asked: CountdownOptions, answer: CountdownAnswer) -> UpClose:
    """What is next, and what comes after it of the season or the show that was asked for."""
    (chosen,) = answer.about.chosen
    coming = next_releases(None, premieres=asked.premieres)
    return up_close(answer.shown[0], outlook.rows([chosen.whole_season()], coming))


def _list(outlook: Outlook, asked: CountdownOptions, answer: CountdownAnswer) -> ComingPage | None:
    """What is to come, and what came out today; null for nothing.

    Of a watchlist, the shows of which nothing is to come are named beneath it.
    """
    about = answer.about
    today = list(_out_today(outlook, about))
    listed = by_date([*today, *answer.shown], answer.reminders)
    if not listed:
        return None
    names_all = asked.of_watchlist and about.filters == EVERYTHING
    page = coming_page(
        in_order(listed, asked.sort, outlook),
        outlook.moment.today,
        left_out=answer.behind,
        quiet=_quiet_besides(about, today) if names_all else [],
        by_date=asked.sort == "date",
        undated=asked.undated,
        full=asked.full,
    )
    return replace(page, goes_on=True, undated=()) if answer.goes_on else page


def _out_today(outlook: Outlook, about: AskedRows) -> Iterator[Row]:
    """What of the shows came out today at an hour that is over."""
    today = replace(about.filters, within=None)
    rows = outlook.rows(about.chosen, out_today)
    return (row for row in rows if is_out_today(row.item) and row.passes(today))


def _quiet_besides(about: AskedRows, today: Sequence[Row]) -> list[str]:
    """The titles of the shows of which nothing is to come, and nothing came out today."""
    out = {row.release.show.id for row in today}
    return quiet_titles([each for each in about.chosen if each.show.id not in out], about.found)
