"""One's own catalogue without an editor: what is stated in it, of one show or of several."""

from collections.abc import Sequence
from itertools import chain
from typing import Annotated, NoReturn

import typer
from msgspec import Struct

from premierectl.catalogue.edit import with_entries
from premierectl.catalogue.merge import Fields
from premierectl.catalogue.statement import statement
from premierectl.catalogue.subject import Subject, subjects
from premierectl.catalogue.titled import TitledShows
from premierectl.cli.following_stated import follow_stated
from premierectl.cli.saying import say, say_error
from premierectl.cli.season_options import SeasonOptions
from premierectl.cli.session import Session, View
from premierectl.cli.streams import input_lines
from premierectl.errors import ExitCode, NothingError, PremierectlError
from premierectl.render.found import StatedItem

Titles = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="A title or a show's id, or several in quotes; - reads one a line from stdin.",
    ),
]


class _Title(Struct, frozen=True):
    """One of the titles: its show with what is stated of it, if anything is, or why there is none."""

    words: str
    show: Subject | None = None
    entry: Fields | None = None
    refusal: PremierectlError | None = None

    def item(self, file: str, label: str) -> StatedItem:
        """What became of it, for people and scripts."""
        told = {"file": file, "label": label, "words": self.words}
        if self.show is None:
            return StatedItem(show_id=None, message=str(self.refusal), outcome="refused", **told)
        title, show_id = self.show.title, self.show.id
        if self.entry is None:
            message = f"{title} is in the catalogue already"
            return StatedItem(show_id=show_id, message=message, outcome="already known", **told)
        what = f"{title} {label}".strip()
        message = f"{what} is in your catalogue; its id is {show_id}"
        return StatedItem(show_id=show_id, message=message, outcome="stated", **told)


def state(titles: Titles, stated: SeasonOptions, view: View) -> None:
    """Add a show or a season of your own, or correct one.

    A title that the catalogue knows means that show, any other a new one.
    """
    session = view.open()
    titled = TitledShows(session.catalogue())
    words, together = _asked_for(titles, titled)
    listed = _said_titles(session, words, stated, titled)
    refused = [each for each in listed if each.refusal]
    done = [] if refused and together else [each for each in listed if each.show]
    entries = [each.entry for each in done if each.entry]
    own = session.world.own_catalogue()
    if entries:
        own.change(lambda document: with_entries(document, entries))
    items = [each.item(str(own.path), stated.label) for each in (*done, *refused)]
    session.show("catalogue add", None, items)
    for item in items:
        if item.outcome != "stated":
            (say_error if item.outcome == "refused" else say)(item.message)
    if stated.follow and done:
        follow_stated(session, [each.show.id for each in done if each.show])
    if refused:
        _end_refused(refused, together=together)
    if not (entries or stated.follow):
        say("say what of it, such as --season 2 --premiere 2027-03")
        raise typer.Exit(ExitCode.NOTHING)


def _end_refused(refused: Sequence[_Title], *, together: bool) -> NoReturn:
    """End with the exit code of the first title that was refused."""
    if together:
        say("nothing was changed")
    codes = [each.refusal.exit_code for each in refused if each.refusal]
    raise typer.Exit(codes[0])


def _asked_for(titles: Sequence[str], titled: TitledShows) -> tuple[Sequence[str], bool]:
    """The titles that are named, and whether all or nothing is done of it.

    ``-`` stands for the lines of standard input, each by itself.
    """
    if "-" not in titles:
        return titled.titles_meant(titles), True
    given = (input_lines() if word == "-" else [word] for word in titles)
    lines = list(dict.fromkeys(chain.from_iterable(given)))
    if not lines:
        raise NothingError("standard input named no show; write one title a line")
    return lines, False


def _said_titles(
    session: Session, words: Sequence[str], stated: SeasonOptions, titled: TitledShows
) -> list[_Title]:
    """Each of the titles with its show; raises the refusal of one that is alone."""
    fields = stated.fields(lambda: session.moment.today)
    today = session.world.instant_told.date()
    found = subjects(words, stated.hints, titled)
    if stated.follow:
        session.world.watchlist()  # one that cannot be read is said before anything is changed
    for one in found:
        if isinstance(one, PremierectlError) and len(found) == 1:
            raise one
    return [
        _Title(each, refusal=one)
        if isinstance(one, PremierectlError)
        else _Title(each, one, statement(one, fields, titled.catalogue, today))
        for each, one in zip(words, found, strict=True)
    ]
