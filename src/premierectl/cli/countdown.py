"""``countdown``: how long until it is back."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer
from msgspec import Struct
from msgspec.structs import replace

from premierectl.agenda import Agenda, is_out_today, next_releases, out_today, the_finale
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.notices import notice
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import View
from premierectl.errors import NothingError
from premierectl.reminders import Reminded, ReminderNow
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.following import quiet_titles, unknown_lines
from premierectl.upcoming.outlook import Chosen, Outlook, Row, wanted
from premierectl.upcoming.with_reminders import (
    EitherKind,
    RowOrder,
    by_date,
    reminders_to_come,
)

if TYPE_CHECKING:
    from premierectl.upcoming.coming_page import ComingPage
    from premierectl.upcoming.one_show import UpClose

countdown_app = family("How long until it is back.")


Live = Annotated[bool, typer.Option("--live", help="Keep it ticking on this terminal; q ends.")]


# So much of the catalogue a new user sees.
_FIRST_ROWS: Final = 10


class ListingOptions(Struct, frozen=True):
    """In which order a list is wanted, and how much of it."""

    sort: Annotated[
        RowOrder,
        typer.Option("--sort", help="Sort by date, title or network, or the last followed first."),
    ] = "date"
    undated: Annotated[
        bool, typer.Option("--undated", help="List shows without a date, too, one a line.")
    ] = False
    full: Annotated[
        bool, typer.Option("--full", help="Show the whole list, however long it is.")
    ] = False

    def screenful(self, height: int | None) -> int | None:
        """The most rows that could be seen on a terminal of this height; null where all are wanted."""
        return None if self.full or self.undated or self.sort != "date" else height


@command(countdown_app, "countdown")
def show_countdown(
    which: options.FilterOptions,
    listing: ListingOptions,
    view: View,
    shows: options.Shows = None,
    everything: options.All = False,
    limit: options.Limit = None,
    until: options.UntilWhen = None,
    live: Live = False,
    save: options.Save = None,
    template: options.Format = None,
) -> None:
    """Count down to what is next for the shows you follow.

    Name shows to see those instead, one alone as a card. --all shows everything known.
    """
    words = view.template(template)
    session = view.open()
    outlook = session.outlook(named=bool(shows) or everything, tag=which.tag)
    everything = everything and which.tag is None
    of_watchlist = not (shows or everything)
    for_a_script = words is not None or not session.out.is_for_people
    if of_watchlist and for_a_script:
        refuse_empty_watchlist(outlook)
    agenda = the_finale if until else next_releases(premieres=which.premieres)
    is_new = of_watchlist and not (outlook.watchlist.entries or for_a_script)
    if is_new and not listing.full:
        limit = min(limit or _FIRST_ROWS, _FIRST_ROWS)
    wide = is_new or (everything and not shows)
    screenful = None if limit or save else listing.screenful(session.out.height)
    asked = (
        _of_everything(outlook, agenda, which.filters, limit or screenful)
        if wide
        else _of_shows(outlook, agenda, which.filters, shows or ())
    )
    known = wanted(asked.found, asked.chosen, asked.filters)
    goes_on = wide and screenful is not None and not outlook.catalogue.is_at_hand
    known = known[:screenful] if goes_on else known
    shown, behind = known[:limit], [] if limit is None or wide else known[limit:]
    reminders = reminders_to_come(outlook, asked.filters, shown, limit) if of_watchlist else []
    page: UpClose | ComingPage | None = None
    if shows and len(asked.chosen) == 1 and shown:
        page = _card(outlook, shown[0], asked.chosen[0], premieres=which.premieres)
    elif save or session.out.is_for_people:
        page = _list(outlook, asked, listing, (shown, behind, reminders), quiet=of_watchlist)
        page = replace(page, goes_on=True, undated=()) if page and goes_on else page
        if page and of_watchlist and not (live or save):
            from premierectl.cli.last_look import around_the_list  # noqa: PLC0415 - only for people

            page = around_the_list(session, outlook, page, is_new=is_new)
    if live and (shown or page or not session.out.is_for_people):
        from premierectl.cli.live import keep_showing  # noqa: PLC0415 - imports what ticks

        raise typer.Exit(keep_showing(session, page or shown))
    session.show(
        "countdown",
        outlook.catalogue.as_of,
        _ordered(shown, listing.sort, outlook),
        page=page,
        template=words,
        save=save,
        title=" ".join(["countdown", *(shows or ())]),
        beside=Reminded(tuple(reminders)),
    )
    if of_watchlist:
        _hint(outlook)
    if not shown:
        from premierectl.upcoming.nothing import why_nothing  # noqa: PLC0415 - not for an answer

        raise NothingError(why_nothing(asked.found, asked.filters, asked.chosen))


class AskedOf(Struct, frozen=True):
    """What is asked about: shows, none of them for the whole catalogue, with all that was found."""

    filters: Filters
    found: Sequence[Row]
    chosen: Sequence[Chosen] = ()


def _of_everything(
    outlook: Outlook, agenda: Agenda, filters: Filters, limit: int | None
) -> AskedOf:
    from premierectl.cli.everything import everything_coming  # noqa: PLC0415 - not of a watchlist

    meant = with_names(filters, outlook, None)
    return AskedOf(meant, everything_coming(outlook, agenda, meant, limit))


def _of_shows(outlook: Outlook, agenda: Agenda, filters: Filters, words: Sequence[str]) -> AskedOf:
    chosen = scope(outlook, words)
    meant = with_names(filters, outlook, chosen)
    return AskedOf(meant, outlook.rows(chosen, agenda), chosen)


def _card(outlook: Outlook, row: Row, chosen: Chosen, *, premieres: bool) -> "UpClose":
    """One release, and what comes after it of the season or the show that was asked for."""
    from premierectl.upcoming.one_show import up_close  # noqa: PLC0415 - not for a list

    coming = next_releases(None, premieres=premieres)
    return up_close(row, outlook.rows([chosen.whole_season()], coming))


def _list(
    outlook: Outlook,
    asked: AskedOf,
    listing: ListingOptions,
    coming: tuple[Sequence[Row], Sequence[Row], Sequence[ReminderNow]],
    *,
    quiet: bool,
) -> "ComingPage | None":
    """What a person sees of several shows: of these rows, those behind a limit, and reminders.

    Followed shows of which nothing is to come are named where ``quiet`` ones are. Null for nothing.
    """
    from premierectl.upcoming.coming_page import coming_page  # noqa: PLC0415 - only for people

    shown, behind, reminders = coming
    today = list(_out_today(outlook, asked))
    listed = by_date([*today, *shown], reminders)
    if not listed:
        return None
    others = _quiet_besides(asked, today) if quiet and asked.filters == EVERYTHING else []
    return coming_page(
        _ordered(listed, listing.sort, outlook),
        outlook.moment.today,
        left_out=behind,
        quiet=others,
        by_date=listing.sort == "date",
        undated=listing.undated,
        full=listing.full,
    )


def _out_today(outlook: Outlook, asked: AskedOf) -> Iterator[Row]:
    """What of the shows came out today at an hour that is over."""
    today = replace(asked.filters, within=None)
    rows = outlook.rows(asked.chosen, out_today)
    return (row for row in rows if is_out_today(row.item) and row.passes(today))


def _quiet_besides(asked: AskedOf, today: Sequence[Row]) -> list[str]:
    """The titles of the shows of which nothing is to come, and nothing came out today."""
    out = {row.release.show.id for row in today}
    return quiet_titles([each for each in asked.chosen if each.show.id not in out], asked.found)


def _ordered(
    listed: Sequence[EitherKind], order: RowOrder, outlook: Outlook
) -> Sequence[EitherKind]:
    if order == "date":
        return listed
    from premierectl.upcoming.row_order import in_order  # noqa: PLC0415 - only with --sort

    return in_order(listed, order, outlook)


def _hint(outlook: Outlook) -> None:
    """What of the watchlist the countdown does not show."""
    unknown = unknown_lines(outlook)
    if unknown:
        from premierectl.wording.unknown import followed_unknown_words  # noqa: PLC0415 - seldom

        for words in followed_unknown_words(unknown, outlook.catalogue):
            notice(words)
