"""``bar``: what is next, for a status bar."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer
from msgspec import Struct

from premierectl.agenda import next_releases, the_finale
from premierectl.cli import options
from premierectl.cli.asked_rows import asked_rows
from premierectl.cli.command import command, family
from premierectl.cli.output import write_as_it_is
from premierectl.cli.saying import notice
from premierectl.cli.scope import empty_words
from premierectl.cli.session import Viewpoint
from premierectl.cli.transcript import may_be_given_again
from premierectl.errors import AmbiguousError, ExitCode, NothingError, PremierectlError, UsageError
from premierectl.render.bars.kinds import COLLECTED, WITH_ROWS, BarKind, drawn_bar
from premierectl.render.bars.text import USUAL_TEXT, BarEscape, BarStyle
from premierectl.render.template import Template
from premierectl.upcoming.age import days_old
from premierectl.upcoming.bar import Bar, bar_of, bar_rows
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Outlook, Row
from premierectl.upcoming.script import is_exact

bar_app = family("What is next, for a status bar.")

_UNREADABLE: Final = (ExitCode.BAD_DATA, ExitCode.IO)


class BarQuestion(Struct, frozen=True, kw_only=True):
    """Of which shows something is wanted."""

    shows: options.Shows = None
    everything: options.All = False
    until: options.UntilWhen = None


class BarOptions(Struct, frozen=True, kw_only=True):
    """How a bar is wanted."""

    text: Annotated[
        str,
        typer.Option(
            "--text",
            metavar="TEMPLATE",
            help="What it says, such as '{title}: {wait}', in the fields of next --format.",
        ),
    ] = USUAL_TEXT
    max_width: Annotated[
        int | None,
        typer.Option("--max-width", metavar="N", min=1, help="At most so many cells wide."),
    ] = None
    rows: Annotated[
        int,
        typer.Option("--rows", metavar="N", min=0, help="Rows of the tooltip or menu."),
    ] = 8
    escape: Annotated[
        BarEscape,
        typer.Option(
            "--escape",
            help="Escape titles for Pango's markup: as the program needs it, always or never.",
        ),
    ] = "auto"
    urgent: Annotated[
        bool, typer.Option("--urgent", help="i3blocks: exit 33 on the day, to be shown as urgent.")
    ] = False
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="prometheus: write this file."),
    ] = None

    def most_rows(self, kind: BarKind) -> int | None:
        """So many releases such a bar can show; null for all that there are."""
        if kind in COLLECTED:
            return None
        return max(1, self.rows) if kind in WITH_ROWS else 1

    def style(self, kind: BarKind, environment: Mapping[str, str]) -> BarStyle:
        """The style of such a bar. Raises :class:`UsageError` for an option that this kind has not."""
        for option, given, only in (
            ("--urgent", self.urgent, "i3blocks"),
            ("--output", self.file is not None, "prometheus"),
        ):
            if given and kind != only:
                raise UsageError(f"{option} only goes with bar {only}")
        hosts = {"argos": "ARGOS_VERSION", "swiftbar": "SWIFTBAR"}
        return BarStyle(
            template=Template.read(self.text, "--text"),
            cells=self.max_width,
            escape=self.escape,
            rows=self.rows,
            hosts=tuple(host for host, name in hosts.items() if environment.get(name)),
        )


KindOfBar = Annotated[
    BarKind,
    typer.Argument(
        metavar="KIND",
        help="plain, waybar, i3blocks, i3status (of Rust), polybar, tmux, menu (xbar, SwiftBar, "
        "Argos), json or prometheus.",
    ),
]


@command(bar_app, "bar")
def show_bar(
    kind: KindOfBar,
    question: BarQuestion,
    which: options.FilterOptions,
    look: BarOptions,
    view: Viewpoint,
) -> None:
    """Print what is next for a status bar, as its program reads it.

    That is the nearest release with an exact day, or the nearest of all where none has one. Exit
    code 0 also where nothing is to come or a file cannot be read: a bar says so, and does not go
    blank.
    """
    style = look.style(kind, os.environ)
    limit = look.most_rows(kind)
    bar = _bar(view, question, which.filters, limit, is_written=look.file is not None)
    text = drawn_bar(kind, bar, style)
    if look.file is None or str(look.file) == "-":
        write_as_it_is(text)
    else:
        from premierectl.storage.output_file import write_output  # noqa: PLC0415 - only here

        write_output(look.file, text.encode())
    if look.urgent and bar.state == "today":
        raise typer.Exit(ExitCode.URGENT)


def _bar(
    view: Viewpoint, question: BarQuestion, filters: Filters, limit: int | None, *, is_written: bool
) -> Bar:
    """What is to be shown; that a file cannot be read is shown, too, and said on stderr.

    What is written to a file is computed each time: the file may have gone meanwhile.
    """
    try:
        session = view.open()
        named = bool(question.shows) or question.everything
        outlook = session.outlook(named=named and filters.tag is None)
        rows, why_none = _rows_to_show(outlook, question, filters, limit)
        as_of = outlook.catalogue.as_of
        age = days_old(rows, as_of, outlook.moment.today)
        if not is_written and session.out.form != "screen":
            may_be_given_again(session.world)
        return bar_of(rows, why_none, as_of, old=age > session.stale_days)
    except PremierectlError as error:
        if error.exit_code not in _UNREADABLE:
            raise
        notice(error.message)
        return Bar("error", reason=error.message)


def _rows_to_show(
    outlook: Outlook, question: BarQuestion, filters: Filters, limit: int | None
) -> tuple[list[Row], str]:
    """The rows of a bar, or why there is none; a name that nothing has is said on stderr, too."""
    everything = question.everything and filters.tag is None
    if not (question.shows or everything or outlook.watchlist.entries):
        return [], empty_words()
    agenda = (
        the_finale if question.until else next_releases(premieres=filters.premieres, lately=True)
    )
    try:
        if filters.tag is not None:
            from premierectl.tags import refuse_unknown_tag  # noqa: PLC0415 - only with --tag

            refuse_unknown_tag(filters.tag, outlook.watchlist)
        asked = asked_rows(
            outlook,
            question.shows,
            agenda,
            filters,
            everything=everything,
            limit=limit,
            counts=is_exact,
        )
    except (NothingError, AmbiguousError) as error:
        # What the words mean may change with the catalogue, and a bar does not go blank over it.
        notice(error.message)
        return [], error.message
    rows = bar_rows(asked.found, asked.filters)[:limit]
    if rows:
        return rows, ""
    from premierectl.upcoming.nothing import why_nothing  # noqa: PLC0415 - not for an answer

    return [], why_nothing(asked.found, asked.filters, asked.chosen)
