"""``countdown``: how long until it is back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from premierectl.agenda import next_releases, the_finale
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.output import say
from premierectl.cli.scope import scope
from premierectl.cli.session import Session, View
from premierectl.errors import NothingError
from premierectl.reminders import Reminded
from premierectl.upcoming.following import quiet_titles, unknown_lines
from premierectl.upcoming.outlook import Chosen, Outlook, Row, wanted
from premierectl.upcoming.with_reminders import Upcoming, reminders_to_come

if TYPE_CHECKING:
    from premierectl.upcoming.one_show import UpClose

countdown_app = family("How long until it is back.")


Live = Annotated[bool, typer.Option("--live", help="Keep it ticking on this terminal; q ends.")]


@command(countdown_app, "countdown")
def show_countdown(
    which: options.FilterOptions,
    view: View,
    shows: options.Shows = None,
    everything: options.All = False,
    limit: options.Limit = None,
    until: options.UntilWhen = None,
    live: Live = False,
    save: options.Save = None,
    template: options.Format = None,
) -> None:
    """The countdown of the watchlist, of the SHOWs, or of everything known."""
    words = view.template(template)
    session = view.open()
    outlook = session.outlook(named=bool(shows) or everything, tag=which.tag)
    everything = everything and which.tag is None
    wide = everything or not outlook.watchlist.entries
    agenda = the_finale if until else next_releases(premieres=which.premieres)
    chosen: Sequence[Chosen] = ()
    if wide and not shows:
        from premierectl.cli.everything import everything_coming  # noqa: PLC0415 - not of a watchlist

        found = everything_coming(outlook, agenda, which.filters, limit if everything else None)
    else:
        chosen = scope(outlook, shows or ())
        found = outlook.rows(chosen, agenda)
    shown = wanted(found, chosen, which.filters)[:limit]
    of_watchlist = not (shows or everything)
    reminders = reminders_to_come(outlook, which.filters, shown, limit) if of_watchlist else []
    page: UpClose | Upcoming | None = Upcoming(shown, reminders) if reminders else None
    if shows and len(chosen) == 1 and shown:
        from premierectl.upcoming.one_show import up_close  # noqa: PLC0415 - not for a list

        coming = next_releases(None, premieres=which.premieres)
        page = up_close(shown[0], outlook.rows([chosen[0].whole_season()], coming))
    if live and (shown or page):
        from premierectl.cli.live import keep_showing  # noqa: PLC0415 - imports what ticks

        raise typer.Exit(keep_showing(session, page or shown))
    title = " ".join(["countdown", *(shows or ())])
    as_of = outlook.catalogue.as_of
    beside = Reminded(tuple(reminders))
    session.show(
        "countdown", as_of, shown, page=page, template=words, save=save, title=title, beside=beside
    )
    if of_watchlist:
        _hint(session, outlook, chosen, found, shown)
    if not shown:
        from premierectl.upcoming.nothing import why_nothing  # noqa: PLC0415 - not for an answer

        raise NothingError(why_nothing(found, which.filters, chosen))


def _hint(
    session: Session,
    outlook: Outlook,
    chosen: Sequence[Chosen],
    found: Sequence[Row],
    shown: Sequence[Row],
) -> None:
    """What the watchlist's countdown does not show, and the next step of a new user."""
    follows = bool(outlook.watchlist.entries)
    if not follows:
        say("this is the whole catalogue; follow a show with: premierectl watchlist add SHOW")
    unknown = unknown_lines(outlook)
    if unknown:
        from premierectl.wording.unknown import followed_unknown_words  # noqa: PLC0415 - seldom

        for words in followed_unknown_words(unknown, outlook.catalogue):
            say(words)
    if session.out.form != "screen" or not shown:
        return
    quiet = quiet_titles(chosen, found) if follows else []
    if quiet:
        say(f"followed, with nothing to come: {', '.join(quiet)}")
    from premierectl.upcoming.one_show import later  # noqa: PLC0415 - only below a table

    more = [row for row in later(shown[-1], found) if row not in shown]
    if more:
        say(f"{len(more)} more {'is' if len(more) == 1 else 'are'} later")
