"""``catalogue refresh``: fetch what is coming, on request and never by itself."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.service_numbers import external_number
from premierectl.cli import options
from premierectl.cli.choose import choose, titles
from premierectl.cli.online import RefreshOptions, ask_tvmaze, followed_subject, subject_of
from premierectl.cli.saying import say
from premierectl.cli.session import Session, View
from premierectl.errors import PremierectlError
from premierectl.followed_line import FollowedLine
from premierectl.upcoming.following import followed_changes
from premierectl.waiting import UnknownLines, could_be, name_of_line, title_and_year
from premierectl.wording.unknown import either, undecided_words

if TYPE_CHECKING:
    from premierectl.refresh.decide import Decided
    from premierectl.refresh.gather import AskedShow, Gathered
    from premierectl.refresh.run import Refreshed

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
]
Force = Annotated[
    bool,
    typer.Option(
        "--force", help="Ask for what is coming however lately that was done, and believe it."
    ),
]
For = Annotated[
    float,
    typer.Option(
        "--for",
        metavar="MINUTES",
        min=0.01,
        help="Ask for so long; the next refresh goes on there.",
    ),
]
Verbose = Annotated[
    bool, typer.Option("--verbose", help="Name what of TVmaze's answers could not be used.")
]


def refresh(
    kept: RefreshOptions,
    view: View,
    shows: options.Shows = None,
    dry_run: DryRun = False,
    verbose: Verbose = False,
    force: Force = False,
    minutes: For = 10,
) -> None:
    """Get today's dates from TVmaze.

    It fetches what is coming and more about the shows you follow, or only the SHOWs that you name.
    """
    session = view.open()
    catalogue = session.catalogue()
    waiting = list(_waiting_lines(session, catalogue))
    subjects = list(_named_subjects(catalogue, shows or (), waiting))
    refreshed = ask_tvmaze(
        session,
        catalogue,
        subjects or list(_followed_subjects(session, catalogue)),
        kept=kept,
        everything=not shows,
        dry_run=dry_run,
        force=force,
        minutes=minutes,
    )
    for unmet in refreshed.unmet:
        if getattr(kept, unmet.kind) is not None:
            say(unmet.words)
    came = {} if dry_run else dict(_what_came(session, waiting))
    _report_refresh(session, catalogue, refreshed, came, dry_run=dry_run, verbose=verbose)


def _what_came(session: Session, waiting: Sequence[FollowedLine]) -> Iterator[tuple[str, str]]:
    """The titles that were waited for and came, or which several shows could be, each with words for it."""
    if not waiting:
        return
    catalogue = session.world.catalogue()
    for line in waiting:
        name, show_id = name_of_line(line), line.show_in(catalogue)
        could = could_be(line, catalogue)
        if show_id is not None:
            show = catalogue.name(show_id)
            yield name, f"{name} is in the catalogue now: {title_and_year(show.title, show.year)}"
        elif could:
            yield name, undecided_words(name, could)


def _waiting_lines(session: Session, catalogue: Catalogue) -> Iterator[FollowedLine]:
    """The lines that wait for the show of their title; none of a watchlist that cannot be read."""
    with contextlib.suppress(PremierectlError):  # said where nothing can be done without it
        for line in session.world.watchlist().entries:
            if line.by_title and line.show_in(catalogue) is None:
                yield line


def _named_subjects(
    catalogue: Catalogue, words: Sequence[str], waiting: Sequence[FollowedLine]
) -> "Iterator[AskedShow]":
    """What the words name; a number, and a title that is followed, need no catalogue."""
    titled = UnknownLines(waiting)
    lines = titled.called(" ".join(words))
    if lines:
        yield followed_subject(lines[0], catalogue)
        return
    for each in words if all(map(external_number, words)) else titles(catalogue, words):
        lines = titled.called(each)
        is_number = external_number(each) and catalogue.canonical(each) is None
        if lines:
            yield followed_subject(lines[0], catalogue)
        else:
            yield subject_of(each, None if is_number else choose(catalogue, each).show)


def _followed_subjects(session: Session, catalogue: Catalogue) -> "Iterator[AskedShow]":
    """What is followed, but for titles that several shows here could mean."""
    lines = session.world.watchlist().entries
    found = {line.show_in(catalogue) or line.address: line for line in lines}
    for line in found.values():
        if line.show_in(catalogue) is not None or not could_be(line, catalogue):
            yield followed_subject(line, catalogue)


def _report_refresh(
    session: Session,
    catalogue: Catalogue,
    refreshed: "Refreshed",
    came: Mapping[str, str],
    *,
    dry_run: bool,
    verbose: bool,
) -> None:
    gathered, outcome = refreshed.gathered, refreshed.outcome
    mine = followed_changes(session.outlook(catalogue), outcome.changes)
    session.show("catalogue refresh", session.world.instant_told.date(), mine)
    for words in came.values():
        say(words)
    for words, could in gathered.unclear.items():
        if words not in came:
            say(f"{words} could be {either(could)}; follow the one you mean by its number")
    for words in gathered.missing:
        say(f"TVmaze does not know {words}; it stays as it was")
    if refreshed.complaint:
        say(f"earlier changes were not carried over: {refreshed.complaint}")
    _say_unusable(gathered, outcome, verbose=verbose)
    if gathered.asked or not (refreshed.failures or refreshed.doubt or refreshed.interrupted):
        say(_refresh_summary(gathered, outcome, len(mine), dry_run=dry_run))
    if refreshed.left:
        say(f"{_count(refreshed.left, 'show')} left; carry on with: premierectl catalogue refresh")
    if refreshed.interrupted:
        raise KeyboardInterrupt
    if refreshed.doubt:
        raise refreshed.doubt


def _say_unusable(gathered: "Gathered", outcome: "Decided", *, verbose: bool) -> None:
    pieces = [f"{each.path}: {each.reason}" for each in gathered.unusable]
    pieces += [f"{show_id}: no command could read it" for show_id in outcome.left_out]
    if verbose:
        for piece in pieces:
            say(f"left out: {piece}")
        more = gathered.complaints - len(gathered.unusable)
        if more:
            say(f"left out: {more:,} more")
    elif pieces:
        unusable = gathered.complaints + len(outcome.left_out)
        say(
            f"{_count(unusable, 'part')} of TVmaze's answers could not be used; --verbose names them"
        )


def _refresh_summary(gathered: "Gathered", outcome: "Decided", mine: int, *, dry_run: bool) -> str:
    if not gathered.asked:
        return "nothing was asked: the last answers are still fresh"
    shows = f"{_count(len(outcome.shows), 'show')} from TVmaze (CC BY-SA)"
    rest = len(outcome.changes) - mine
    more = f"; {_count(rest, 'change')} beyond your watchlist, see: premierectl changes --all"
    if dry_run:
        return f"{shows}; nothing was written" + (
            f", {_count(rest, 'change')} more" if rest else ""
        )
    return shows + (more if rest else "")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
