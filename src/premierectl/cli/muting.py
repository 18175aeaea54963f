"""``watchlist mute`` and ``unmute``: what is followed and wanted in no countdown for a while."""

from typing import Annotated, Final

import typer

from premierectl.catalogue.catalogue import Catalogue
from premierectl.cli.line_changes import Lines, change_lines, followed_with_more
from premierectl.cli.session import Session, View
from premierectl.cli.watchlist import Words
from premierectl.cli.wishes import Wish
from premierectl.errors import BadDateError, NothingError, UsageError
from premierectl.mutes import ALWAYS, muted_lines, unmuted_lines
from premierectl.render.found import Outcome
from premierectl.typed_dates import typed_date
from premierectl.upcoming.muting import awaited
from premierectl.wording.following import until_words
from premierectl.wording.waits import standing

_EVENTS: Final = ("renewed", "dated")

MutedUntil = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="WHEN",
        help="Until a date, until the show is renewed, or until it is dated.",
    ),
]


def mute(shows: Words, view: View, until: MutedUntil = None) -> None:
    """Hide followed shows or seasons for a while.

    They stay on the watchlist, but not in countdowns, calendars and exports, unless you name them.
    """
    session = view.open()
    wanted = ALWAYS if until is None else _until(until, session)
    catalogue = session.catalogue()

    def change(lines: Lines, wish: Wish) -> tuple[Lines, Outcome, str]:
        if wanted in _EVENTS and wish.is_known:
            _refuse_what_is_so(session, catalogue, wish, wanted)
        after = muted_lines(lines, wish.piece, wanted)
        if after == lines and not any(line.is_within(wish.piece) for line in lines):
            raise followed_with_more(catalogue, lines, wish)
        if after == lines:
            return lines, "already muted", f"{wish.title} is muted{until_words(wanted)} already"
        return after, "muted", f"{wish.title} is muted{until_words(wanted)}"

    change_lines(session, catalogue, "watchlist mute", shows, change)


def unmute(shows: Words, view: View) -> None:
    """Show muted shows again."""
    session = view.open()

    def change(lines: Lines, wish: Wish) -> tuple[Lines, Outcome, str]:
        after = unmuted_lines(lines, wish.piece)
        if after == lines:
            return lines, "not muted", f"{wish.title} is not muted"
        return after, "unmuted", f"{wish.title} is muted no longer"

    change_lines(session, session.catalogue(), "watchlist unmute", shows, change)


def _until(words: str, session: Session) -> str:
    """What ends it: a word, or the first day that a date can mean."""
    event = words.strip().lower()
    if event in _EVENTS:
        return event
    today = session.moment.today
    try:
        day = typed_date(words, lambda: today).earliest
    except BadDateError as error:
        raise UsageError(f"--until takes a date, renewed or dated; {error.message}") from None
    if day <= today:
        raise NothingError(f"{words} is not to come; nothing was changed")
    return day.isoformat()


def _refuse_what_is_so(session: Session, catalogue: Catalogue, wish: Wish, until: str) -> None:
    show = catalogue.get(wish.show_id).show
    item = awaited(until, show, wish.piece, session.moment) if show else None
    if item is not None:
        so = "is renewed" if until == "renewed" else "has a date"
        raise NothingError(f"{item.release.show.title} {so} already: {standing(item)}")
