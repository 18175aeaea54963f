"""``next`` and ``days``: one line for scripts, from exact days only."""

from typing import Annotated

import typer
from msgspec import Struct

from premierectl.agenda import Agenda, next_releases, the_finale
from premierectl.app import App
from premierectl.catalogue.merge import Catalogue
from premierectl.cli import options
from premierectl.cli.command import View, command, family
from premierectl.cli.output import say
from premierectl.cli.selection import Filters, Row, ahead, nothing_upcoming, rows, scope
from premierectl.countdown import Countdown
from premierectl.errors import NothingError
from premierectl.render.template import Template
from premierectl.render.tsv import countdown_fields

next_app = family("The next release date.")
days_app = family("The days until the next release.")


class Question(Struct, frozen=True, kw_only=True):
    """What a script asks: of which shows, how exactly, and how many answers it wants."""

    shows: options.Shows = None
    everything: options.All = False
    vague: Annotated[
        bool,
        typer.Option("--vague", help="Print what is known where no day is: 2027-01, 39-69."),
    ] = False
    limit: options.Limit = 1
    until: options.UntilWhen = None

    def agenda(self, *, premieres: bool) -> Agenda:
        """What is asked of each season."""
        if self.until is not None:
            return the_finale
        return next_releases(self.limit, premieres=premieres)


Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="TEMPLATE",
        help="Print these fields instead, such as '{title} {season} {date} {days}'.",
    ),
]


class Answer(Struct, frozen=True):
    """What a script gets, all that is dated as far as it is known, and all that was looked at."""

    rows: list[Row]
    dated: list[Row]
    found: list[Row]


@command(next_app, "next")
def next_date(question: Question, filters: Filters, view: View, template: Format = None) -> None:
    """Print the date of the next release, one ISO date; with --limit N, of the next N."""
    date = Template.of("date" if question.vague else "latest")
    words = date if template is None else Template.read(template)
    _run("next", question, filters, view, words)


@command(days_app, "days")
def days_left(question: Question, filters: Filters, view: View) -> None:
    """Print the days until the next release, one whole number; with --limit N, of the next N."""
    _run("days", question, filters, view, Template.of("days"))


def _run(name: str, question: Question, filters: Filters, view: View, words: Template) -> None:
    session = view.open()
    catalogue = session.catalogue()
    answer = _answer(session.world, catalogue, question, filters)
    if view.as_json or view.as_tsv:
        session.show(
            name,
            catalogue.as_of,
            answer.rows,
            item=Row.for_scripts,
            fields=lambda: (countdown_fields(row.item, watched=row.watched) for row in answer.rows),
            drawn=str,
        )
    else:
        session.out.write("".join(words.filled(row.item) + "\n" for row in answer.rows))
    if not answer.rows:
        raise NothingError(_why(answer, filters))
    _caution(answer)


def _answer(world: App, catalogue: Catalogue, question: Question, filters: Filters) -> Answer:
    watchlist = world.watchlist()
    if not (question.shows or question.everything or watchlist.entries):
        raise NothingError(
            "the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
            "or ask the whole catalogue with --all"
        )
    chosen = scope(catalogue, watchlist, question.shows or (), everything=question.everything)
    agenda = question.agenda(premieres=filters.premieres)
    found = rows(world.moment, catalogue, watchlist, chosen, agenda)
    dated = [row for row in ahead(found, filters) if row.item.span]
    exact = [row for row in dated if row.item.days is not None]
    return Answer((dated if question.vague else exact)[: question.limit], dated, found)


def _why(answer: Answer, filters: Filters) -> str:
    """Why there is no exact day, and what is known instead."""
    if not answer.dated:
        return nothing_upcoming(answer.found, filters)
    item = answer.dated[0].item
    known = item.date
    wait = item.brief.removeprefix("in ").removesuffix(" (unconfirmed)")
    words = known.words if known else ""
    return f"{item.release.title}: only {words} is known, {wait}; --vague prints it"


def _caution(answer: Answer) -> None:
    """What to know of an exact answer: that it is unconfirmed, or that another may come before."""
    for row in answer.rows:
        known = row.item.date
        if known and not known.confirmed:
            say(f"{row.item.release.title}: {known.words} is unconfirmed")
    for row in answer.dated:
        known = row.item.date
        if known and row not in answer.rows and _may_be_earlier(row.item, answer.rows[-1].item):
            say(f"{row.item.release.title} may come earlier: {known.words}")


def _may_be_earlier(item: Countdown, answered: Countdown) -> bool:
    if item.days is not None or item.days_earliest is None or answered.days_latest is None:
        return False
    return item.days_earliest <= answered.days_latest
