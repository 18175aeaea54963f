"""``watchlist``: what this user follows."""

from collections.abc import Callable, Sequence
from typing import Annotated, Final

import typer

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.service_numbers import external_number
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.output import say
from premierectl.cli.session import Session, View
from premierectl.cli.wishes import Wish, asked_for, unknown_there, wish_to_follow
from premierectl.errors import ExitCode
from premierectl.render.found import ChangeItem, Outcome
from premierectl.tags import tag_of
from premierectl.watchlist import FollowedLine, Watchlist, united_tags

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
NewTags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="NAME", help="A tag to find it by; may be repeated."),
]
# What somebody asked for who was mistaken.
_NOTHING_DONE: Final = frozenset({"not followed", "not tagged", "not muted"})
Decide = Callable[[Watchlist, Wish], tuple[Watchlist, Outcome, str]]


AddOnline = Annotated[
    bool, typer.Option("--online", help="Ask TVmaze for what is given by number, tvmaze:1.")
]


@command(watchlist_app, "add")
def add(
    shows: Words, view: View, note: Note = None, tag: NewTags = None, online: AddOnline = False
) -> None:
    """Follow shows, seasons or parts of them; what is followed already stays as it is.

    tvmaze:1, imdb:tt1 or tvdb:1 follows a show by its number, also before the catalogue has it.
    """
    tags = united_tags(map(tag_of, tag or ()))
    session = view.open()
    catalogue = session.catalogue()
    words, together = asked_for(shows, catalogue)
    missing = _fetched(session, catalogue, words) if online else ()
    catalogue = session.catalogue() if online else catalogue
    added = session.world.instant_told.replace(microsecond=0)

    def change(before: Watchlist, wish: Wish) -> tuple[Watchlist, Outcome, str]:
        entry = FollowedLine(
            id=wish.show_id, season=wish.piece.season, part=wish.part, added=added, note=note,
            ids=wish.numbers, tags=tags,
        )  # fmt: skip
        before = before.freed(entry.id, catalogue) if wish.is_known else before
        after = before.add(entry)
        other_name = before.find(entry.id, entry.piece) is None
        lines = (line for line in before.entries if wish.is_of(line, catalogue))
        if after == before or (other_name and any(line.covers(entry.piece) for line in lines)):
            return before, "already followed", f"{wish.title} is followed already"
        if len(after.entries) == len(before.entries):
            outcome, what = _kept(note)
            return after, outcome, f"{wish.title}: {what} kept"
        later = "; the next refresh looks for it: premierectl catalogue refresh"
        return after, "added", f"{wish.title} is followed now{'' if wish.is_known else later}"

    wishes = [
        unknown_there(each) if each in missing else wish_to_follow(catalogue, each)
        for each in words
    ]
    change_as_wished(session, catalogue, "watchlist add", wishes, change, together=together)


def _fetched(session: Session, catalogue: Catalogue, words: Sequence[str]) -> Sequence[str]:
    """Fetch what is given by a number that the catalogue has not; return what TVmaze has not."""
    from premierectl.cli.online import ask_tvmaze, subject_of  # noqa: PLC0415 - with --online

    unknown = [
        each for each in words if external_number(each) and catalogue.canonical(each) is None
    ]
    subjects = [subject_of(each, None) for each in unknown]
    return ask_tvmaze(session, catalogue, subjects).gathered.missing if subjects else ()


def change_as_wished(
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
    if any(item.outcome in _NOTHING_DONE for item in done):
        raise typer.Exit(ExitCode.NOTHING)


def _kept(note: str | None) -> tuple[Outcome, str]:
    """What became of a note or a tag for something that is followed already."""
    return ("tagged", "the tag is") if note is None else ("noted", "the note is")


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
