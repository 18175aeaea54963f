"""``calendar``: months with what comes out on each of their days."""

from typing import Annotated

import typer

from premierectl.agenda import every_release
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.everything import everything_between
from premierectl.cli.output import say
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import View
from premierectl.errors import NothingError
from premierectl.months import Weekday, months_from
from premierectl.reminders import Reminded
from premierectl.upcoming.calendar import in_months
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.with_reminders import reminders_to_come
from premierectl.wording.moments import span_words

calendar_app = family("A month with its releases.")


Month = Annotated[
    str | None,
    typer.Argument(
        metavar="[MONTH]",
        help="A month: 2026-12, or december or dec for the next one; without it, this month.",
    ),
]
MonthCount = Annotated[
    int, typer.Option("--months", metavar="N", min=1, max=24, help="So many months, up to 24.")
]
WeekStart = Annotated[
    Weekday | None,
    typer.Option(
        "--week-start",
        metavar="DAY",
        case_sensitive=False,
        help="The day on which a week begins, such as sunday.  [default: monday]",
    ),
]


@command(calendar_app, "calendar")
def calendar(
    wanted: options.ReleaseOptions,
    view: View,
    month: Month = None,
    count: MonthCount = 1,
    week_start: WeekStart = None,
    everything: options.All = False,
    save: options.Save = None,
    template: options.Format = None,
) -> None:
    """Show a month with what comes out on its days."""
    words = view.template(template)
    session = view.open()
    months = months_from(month, count, session.moment.today)
    outlook = session.outlook(named=everything, tag=wanted.tag)
    everything = everything and wanted.tag is None
    for_a_script = words is not None or not session.out.is_for_people
    if for_a_script and not everything:
        refuse_empty_watchlist(outlook)
    # A script gets no more than the watchlist, though it be empty.
    follows = for_a_script or bool(outlook.watchlist.entries)
    first = week_start or Weekday(session.settings.week_start or Weekday.MONDAY)
    if follows and not everything:
        chosen = scope(outlook, ())
        filters = with_names(wanted.filters, outlook, chosen)
        listed = outlook.rows(chosen, every_release)
    else:
        filters = with_names(wanted.filters, outlook, None)
        listed = everything_between(outlook, every_release, filters, months)
    reminders = [] if everything else reminders_to_come(outlook, filters)
    found = in_months(listed, months, filters, first, reminders)
    title = f"calendar {month or ''}".rstrip()
    as_of = outlook.catalogue.as_of
    session.show(
        "calendar", as_of, found.rows, page=found, template=words, save=save, title=title,
        beside=Reminded(tuple(found.reminders)),
    )  # fmt: skip
    if not (everything or follows):
        say("this is the whole catalogue; follow a show with: premierectl watchlist add SHOW")
    if not found.rows:
        nothing = "nothing else" if found.reminders else "nothing"
        raise NothingError(f"{nothing} {span_words(months)}{_next_words(found.next)}")


def _next_words(row: Row | None) -> str:
    if row is None or row.item.date is None:
        return ""
    doubt = "" if row.item.date.confirmed else " (unconfirmed)"
    return f"; next is {row.name}, {row.item.date.words}{doubt}"
