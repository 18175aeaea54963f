"""``countdown``: how long until it is back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer
from msgspec.structs import replace

from premierectl.cli.command import command, family
from premierectl.cli.countdown_answer import CountdownAnswer, countdown_answer
from premierectl.cli.countdown_options import CountdownOptions
from premierectl.cli.saying import notice
from premierectl.cli.scope import refuse_empty_watchlist
from premierectl.cli.session import Session, View
from premierectl.errors import ExitCode, NothingError
from premierectl.reminders import Reminded
from premierectl.upcoming.following import unknown_lines
from premierectl.upcoming.outlook import Outlook, Row

if TYPE_CHECKING:
    from premierectl.upcoming.coming_page import ComingPage
    from premierectl.upcoming.one_show import UpClose

countdown_app = family("How long until it is back.")


@command(countdown_app, "countdown")
def show_countdown(asked: CountdownOptions, view: View) -> None:
    """Count down to what is next for the shows you follow.

    Name shows to see those instead, one alone as a card. --all shows everything known.
    """
    words = view.template(asked.template)
    session = _without_height(view.open()) if asked.full else view.open()
    outlook = session.outlook(named=not asked.of_watchlist, tag=asked.tag)
    for_people = words is None and session.out.is_for_people
    if asked.of_watchlist and not for_people:
        refuse_empty_watchlist(outlook)
    is_new = for_people and asked.of_watchlist and not outlook.watchlist.entries
    answer = countdown_answer(outlook, asked, session.out.height, is_new=is_new)
    if words is None and not answer.shown and _show_at_rest(session, outlook, asked, answer):
        raise typer.Exit(ExitCode.NOTHING)
    page = _page(session, outlook, asked, answer, is_new=is_new)
    if asked.live and (answer.shown or page or not session.out.is_for_people):
        from premierectl.cli.live import keep_showing  # noqa: PLC0415 - imports what ticks

        raise typer.Exit(keep_showing(session, page or answer.shown))
    session.show(
        "countdown",
        outlook.catalogue.as_of,
        _ordered(answer.shown, asked, outlook),
        page=page,
        template=words,
        save=asked.save,
        title=asked.title,
        beside=Reminded(tuple(answer.reminders)),
    )
    if asked.of_watchlist:
        _hint(outlook)
    if not answer.shown:
        raise NothingError(_why_nothing(answer))


def _without_height(session: Session) -> Session:
    """The same for an answer that may be taller than the terminal."""
    return replace(session, out=replace(session.out, height=None))


def _page(
    session: Session,
    outlook: Outlook,
    asked: CountdownOptions,
    answer: CountdownAnswer,
    *,
    is_new: bool,
) -> "UpClose | ComingPage | None":
    """What a person sees of the answer; null for nothing, and for a script."""
    if not (asked.save or session.out.is_for_people):
        return None
    from premierectl.cli.countdown_page import countdown_page  # noqa: PLC0415 - only for people
    from premierectl.upcoming.coming_page import ComingPage  # noqa: PLC0415 - as above

    page = countdown_page(outlook, asked, answer)
    if asked.of_watchlist and isinstance(page, ComingPage) and not (asked.live or asked.save):
        from premierectl.cli.last_look import around_the_list  # noqa: PLC0415 - as above

        return around_the_list(session, outlook, page, is_new=is_new)
    return page


def _show_at_rest(
    session: Session, outlook: Outlook, asked: CountdownOptions, answer: CountdownAnswer
) -> bool:
    """Show one show of which nothing is to come as a card, or save that; whether a person saw it."""
    wanted = session.out.is_for_people or (asked.save and session.out.form != "json")
    if asked.live or not (wanted and asked.shows and answer.about.is_one_whole_show):
        return False
    from premierectl.upcoming.at_rest import at_rest  # noqa: PLC0415 - only for people

    rest = at_rest(answer.about.found)
    session.show(
        "countdown",
        outlook.catalogue.as_of,
        [rest.row],
        page=rest,
        save=asked.save,
        title=asked.title,
    )
    return asked.save is None


def _ordered(listed: Sequence[Row], asked: CountdownOptions, outlook: Outlook) -> Sequence[Row]:
    if asked.sort == "date":
        return listed
    from premierectl.upcoming.row_order import in_order  # noqa: PLC0415 - only with --sort

    return in_order(listed, asked.sort, outlook)


def _why_nothing(answer: CountdownAnswer) -> str:
    from premierectl.upcoming.nothing import why_nothing  # noqa: PLC0415 - not for an answer

    about = answer.about
    return why_nothing(about.found, about.filters, about.chosen)


def _hint(outlook: Outlook) -> None:
    """What of the watchlist the countdown does not show."""
    unknown = unknown_lines(outlook)
    if unknown:
        from premierectl.wording.unknown import followed_unknown_words  # noqa: PLC0415 - seldom

        for words in followed_unknown_words(unknown, outlook.catalogue):
            notice(words)
