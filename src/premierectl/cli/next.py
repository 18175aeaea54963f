"""``next`` and ``days``: one line for scripts, from exact days only."""

from typing import Annotated

import typer
from msgspec import Struct

from premierectl.agenda import Agenda, next_releases, the_finale
from premierectl.cli import options
from premierectl.cli.asked_rows import AskedRows, asked_rows
from premierectl.cli.command import command, family
from premierectl.cli.output import write_as_it_is
from premierectl.cli.saying import notice, say_error
from premierectl.cli.scope import refuse_empty_watchlist
from premierectl.cli.session import View
from premierectl.cli.transcript import may_be_given_again
from premierectl.errors import NothingError, UsageError
from premierectl.render.template import Template
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Outlook
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
    count: Annotated[
        bool,
        typer.Option("--count", help="Print how many there are instead, whatever --limit says."),
    ] = False
    exit_zero: Annotated[
        bool,
        typer.Option("--exit-zero", help="Exit with 0 and print nothing where there is no answer."),
    ] = False

    def agenda(self, *, premieres: bool) -> Agenda:
        """What is asked of each season."""
        if self.until is not None:
            return the_finale
        return next_releases(self.most, premieres=premieres)

    @property
    def most(self) -> int | None:
        """How many answers are looked for; null for all."""
        return None if self.count else self.limit


@command(next_app, "next")
def next_date(
    question: Question, which: options.FilterOptions, view: View, template: options.Format = None
) -> None:
    """Print the next release date, for a script.

    One ISO date, or with --limit N one a line. Exit code 1 if no exact day is known.
    """
    date = Template.of("date" if question.vague else "latest")
    _answer("next", question, which.filters, view, template, date)


@command(days_app, "days")
def print_days(
    question: Question, which: options.FilterOptions, view: View, template: options.Format = None
) -> None:
    """Print the days until the next release, for a script.

    One whole number, or with --limit N one a line. Exit code 1 if no exact day is known.
    """
    _answer("days", question, which.filters, view, template, Template.of("span"))


def _answer(
    name: str,
    question: Question,
    filters: Filters,
    view: View,
    template: str | None,
    usually: Template,
) -> None:
    if question.count and (view.has_form or template is not None):
        raise UsageError(
            "--count cannot be used with --format, --json, --tsv or --plain; choose one"
        )
    words = view.template(template) or usually
    try:
        _run(name, question, filters, view, words)
    except NothingError as nothing:
        if question.count:
            write_as_it_is("0\n")
        if not question.exit_zero:
            raise
        say_error(nothing.message)


def _run(name: str, question: Question, filters: Filters, view: View, words: Template) -> None:
    session = view.open()
    outlook = session.outlook(named=bool(question.shows) or question.everything, tag=filters.tag)
    asked = _asked_of(question, filters, outlook)
    answer = script_answer(asked.found, asked.filters, question.most, vague=question.vague)
    if question.count and answer.rows:
        session.out.write(f"{len(answer.rows)}\n")
    elif not question.count:
        template = None if view.has_form else words
        session.show(name, outlook.catalogue.as_of, answer.rows, template=template)
    if not answer.rows:
        from premierectl.upcoming.nothing import why_nothing  # noqa: PLC0415 - not for an answer

        reason = why_nothing(asked.found, asked.filters, asked.chosen)
        raise NothingError(answer.only_vague or reason)
    for caution in () if question.count else answer.cautions:
        notice(caution)
    if session.out.form != "screen":
        may_be_given_again(session.world)


def _asked_of(question: Question, filters: Filters, outlook: Outlook) -> AskedRows:
    # What is tagged is followed: of the whole catalogue, nothing else could be in the answer.
    everything = question.everything and filters.tag is None
    if not (question.shows or everything):
        refuse_empty_watchlist(outlook, with_reminders=False)
    agenda = question.agenda(premieres=filters.premieres)
    return asked_rows(
        outlook,
        question.shows,
        agenda,
        filters,
        everything=everything,
        limit=question.most,
        counts=is_answer if question.vague else is_exact,
    )
