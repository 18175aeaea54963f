"""``next`` and ``days``: one line for scripts, from exact days only."""

from collections.abc import Sequence
from typing import Annotated

import typer
from msgspec import Struct

from premierectl.agenda import Agenda, next_releases, the_finale
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.notices import notice
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import View
from premierectl.errors import NothingError
from premierectl.render.template import Template
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Chosen
from premierectl.upcoming.script import is_answer, is_exact, script_answer

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


@command(next_app, "next")
def next_date(
    question: Question, which: options.FilterOptions, view: View, template: options.Format = None
) -> None:
    """Print the next release date, for a script.

    One ISO date, or with --limit N one a line. Exit code 1 if no exact day is known.
    """
    date = Template.of("date" if question.vague else "latest")
    _run("next", question, which.filters, view, view.template(template) or date)


@command(days_app, "days")
def print_days(
    question: Question, which: options.FilterOptions, view: View, template: options.Format = None
) -> None:
    """Print the days until the next release, for a script.

    One whole number, or with --limit N one a line. Exit code 1 if no exact day is known.
    """
    _run("days", question, which.filters, view, view.template(template) or Template.of("span"))


def _run(name: str, question: Question, filters: Filters, view: View, words: Template) -> None:
    session = view.open()
    outlook = session.outlook(named=bool(question.shows) or question.everything, tag=filters.tag)
    # What is tagged is followed: of the whole catalogue, nothing else could be in the answer.
    everything = question.everything and filters.tag is None
    if not (question.shows or everything):
        refuse_empty_watchlist(outlook, with_reminders=False)
    agenda = question.agenda(premieres=filters.premieres)
    chosen: Sequence[Chosen] = ()
    if everything and not question.shows:
        from premierectl.cli.everything import everything_coming  # noqa: PLC0415 - only for --all

        filters = with_names(filters, outlook, None)
        counts = is_answer if question.vague else is_exact
        found = everything_coming(outlook, agenda, filters, question.limit, counts)
    else:
        chosen = scope(outlook, question.shows or ())
        filters = with_names(filters, outlook, chosen)
        found = outlook.rows(chosen, agenda)
    answer = script_answer(found, filters, question.limit, vague=question.vague)
    template = None if view.has_form else words
    session.show(name, outlook.catalogue.as_of, answer.rows, template=template)
    if not answer.rows:
        from premierectl.upcoming.nothing import why_nothing  # noqa: PLC0415 - not for an answer

        raise NothingError(answer.only_vague or why_nothing(found, filters, chosen))
    for caution in answer.cautions:
        notice(caution)
