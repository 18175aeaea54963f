"""``watchlist``: what this user follows."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.service_numbers import external_number
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.output import say, say_skipped
from premierectl.cli.session import Session, View
from premierectl.cli.wishes import Wish, asked_for, unknown_there, wish_to_follow, wish_to_forget
from premierectl.errors import ExitCode, NothingError
from premierectl.render.found import ChangeItem, Outcome
from premierectl.upcoming.following import followed_rows
from premierectl.watchlist import FollowedLine, Watchlist

watchlist_app = family("Follow shows, and see when each is back.")

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="SHOW...",
        help="Shows, such as pitt or pitt:s3; - reads one a line from stdin.",
        autocompletion=options.known_ids,
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note to keep with it.")]
Decide = Callable[[Watchlist, Wish], tuple[Watchlist, Outcome, str]]


AddOnline = Annotated[
    bool, typer.Option("--online", help="Ask TVmaze for what is given by number, tvmaze:1.")
]


@command(watchlist_app, "add")
def add(shows: Words, view: View, note: Note = None, online: AddOnline = False) -> None:
    """Follow shows, seasons or parts of them; what is followed already stays as it is.

    tvmaze:1, imdb:tt1 or tvdb:1 follows a show by its number, also before the catalogue has it.
    """
    session = view.open()
    catalogue = session.catalogue()
    words, together = asked_for(shows, catalogue)
    missing = _fetched(session, catalogue, words) if online else ()
    catalogue = session.catalogue() if online else catalogue
    added = session.world.instant_told.replace(microsecond=0)

    def change(before: Watchlist, wish: Wish) -> tuple[Watchlist, Outcome, str]:
        entry = FollowedLine(
            id=wish.show_id, season=wish.piece.season, part=wish.part, added=added, note=note,
            ids=wish.numbers,
        )  # fmt: skip
        before = before.freed(entry.id, catalogue) if wish.is_known else before
        after = before.add(entry)
        other_name = before.find(entry.id, entry.piece) is None
        lines = (line for line in before.entries if wish.is_of(line, catalogue))
        if after == before or (other_name and any(line.covers(entry.piece) for line in lines)):
            return before, "already followed", f"{wish.title} is followed already"
        if len(after.entries) == len(before.entries):
            return after, "noted", f"{wish.title}: the note is kept"
        later = "; the next refresh looks for it: premierectl catalogue refresh"
        return after, "added", f"{wish.title} is followed now{'' if wish.is_known else later}"

    wishes = [
        unknown_there(each) if each in missing else wish_to_follow(catalogue, each)
        for each in words
    ]
    _change(session, catalogue, "watchlist add", wishes, change, together=together)


@command(watchlist_app, "remove")
def remove(shows: Words, view: View) -> None:
    """Follow shows no longer; without a season, all that is followed of the show."""
    session = view.open()
    catalogue, watchlist = session.catalogue(), session.world.watchlist()

    def change(before: Watchlist, wish: Wish) -> tuple[Watchlist, Outcome, str]:
        after = before
        for line in before.entries:
            if wish.is_of(line, catalogue):
                after = after.remove(line.id, wish.piece)
        if after == before:
            return after, "not followed", f"{wish.title} is not followed"
        return after, "removed", f"{wish.title} is followed no longer"

    words, together = asked_for(shows, catalogue, watchlist.ids)
    wishes = [wish_to_forget(catalogue, each, watchlist) for each in words]
    _change(session, catalogue, "watchlist remove", wishes, change, together=together)


@command(watchlist_app, "list")
def list_followed(view: View, template: options.Format = None) -> None:
    """What is followed, since when, and how long each takes; the nearest first."""
    words = view.template(template)
    session = view.open()
    outlook = session.outlook()
    listed, skipped = followed_rows(outlook)
    say_skipped(skipped)
    session.show("watchlist list", outlook.catalogue.as_of, listed, template=words)
    if not listed:
        raise NothingError(
            "the watchlist is empty; follow a show with: premierectl watchlist add SHOW"
        )


@command(watchlist_app, "undo")
def undo(view: View) -> None:
    """Bring the previous watchlist back, also over a file that cannot be read any more."""
    session = view.open()
    kept, passed = session.world.undo_watchlist()
    count = len(session.world.watchlist().entries)
    message = f"the previous watchlist is back, with {count} {'entry' if count == 1 else 'entries'}"
    done = ChangeItem(words="", outcome="undone", message=message)
    _report(session, None, "watchlist undo", [done])
    for version in passed:
        say(f"{version} cannot be read and was passed over")
    say(f"what it was until now is kept in {kept}")


def _fetched(session: Session, catalogue: Catalogue, words: Sequence[str]) -> Sequence[str]:
    """Fetch what is given by a number that the catalogue has not; return what TVmaze has not."""
    from premierectl.cli.online import ask_tvmaze, subject_of  # noqa: PLC0415 - with --online

    unknown = [
        each for each in words if external_number(each) and catalogue.canonical(each) is None
    ]
    subjects = [subject_of(each, None) for each in unknown]
    return ask_tvmaze(session, catalogue, subjects).gathered.missing if subjects else ()


def _change(
    session: Session,
    catalogue: Catalogue,
    command: str,
    wishes: Sequence[Wish],
    change: Decide,
    *,
    together: bool,
) -> None:
    """Change the watchlist as far as the wishes are clear, then say what was refused.

    Wishes that belong ``together`` are all done, or none is.
    """
    done: list[ChangeItem] = []

    def decide(before: Watchlist) -> Watchlist:
        watchlist = before
        for wish in wishes:
            if wish.refusal is None:
                watchlist, outcome, message = change(watchlist, wish)
                done.append(_item(wish, outcome, message))
        return before if watchlist == before else watchlist.remembering(catalogue)

    refusals = [(wish, wish.refusal) for wish in wishes if wish.refusal is not None]
    if len(refusals) < len(wishes) and not (refusals and together):
        session.world.change_watchlist(decide)
    refused = [_item(wish, "refused", refusal.message) for wish, refusal in refusals]
    _report(session, catalogue, command, [*done, *refused])
    for _, refusal in refusals:
        say(refusal.message)
    if refusals and together and len(wishes) > 1:
        say("nothing was changed")
    if refusals:
        raise typer.Exit(refusals[0][1].exit_code)
    if any(item.outcome == "not followed" for item in done):
        raise typer.Exit(ExitCode.NOTHING)


def _item(wish: Wish, outcome: Outcome, message: str) -> ChangeItem:
    return ChangeItem(
        words=wish.words,
        show_id=wish.show_id or None,
        season=wish.piece.season,
        part=wish.part,
        outcome=outcome,
        message=message,
    )


def _report(
    session: Session, catalogue: Catalogue | None, command: str, items: Sequence[ChangeItem]
) -> None:
    session.show(command, catalogue.as_of if catalogue else None, items)
