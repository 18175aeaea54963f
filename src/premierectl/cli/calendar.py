"""``calendar``: months, a week or a day with what comes out in them."""

from typing import Annotated

import typer

from premierectl.agenda import every_release
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.everything import everything_between
from premierectl.cli.saying import notice
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import View
from premierectl.errors import NothingError
from premierectl.months import Weekday, periods_from
from premierectl.reminders import Reminded
from premierectl.upcoming.calendar import in_months
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.with_reminders import reminders_to_come
from premierectl.wording.moments import span_words

calendar_app = family("A month, a week or a day with its releases.")


When = Annotated[
    str | None,
    typer.Argument(
        metavar="[WHEN]",
        help="A month (2026-12, december, dec), a week (2026-W50, or week for this one) or today. "
        "Without it, this month.",
    ),
]
AsAgenda = Annotated[
    bool, typer.Option("--agenda", help="List the releases one a line, as countdown does.")
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
    period: When = None,
    count: MonthCount = 1,
    week_start: WeekStart = None,
    agenda: AsAgenda = False,
    everything: options.All = False,
    save: options.Save = None,
    template: options.Format = None,
) -> None:
    """Show what comes out in a month, in a week, or today."""
    words = view.template(template)
    session = view.open()
    today = session.moment.today
    first = week_start or Weekday(session.settings.week_start or Weekday.MONDAY)
    months = periods_from(period, count, today, first)
    outlook = session.outlook(named=everything, tag=wanted.tag)
    everything = everything and wanted.tag is None
    for_a_script = words is not None or not session.out.is_for_people
    if for_a_script and not everything:
        refuse_empty_watchlist(outlook)
    # A script gets no more than the watchlist, though it be empty.
    follows = for_a_script or bool(outlook.watchlist.entries)
    if follows and not everything:
        chosen = scope(outlook, ())
        filters = with_names(wanted.filters, outlook, chosen)
        listed = outlook.rows(chosen, every_release)
    else:
        filters = with_names(wanted.filters, outlook, None)
        listed = everything_between(outlook, every_release, filters, months)
    reminders = [] if everything else reminders_to_come(outlook, filters)
    found = in_months(listed, months, filters, first, reminders)
    title = f"calendar {period or ''}".rstrip()
    as_of = outlook.catalogue.as_of
    page = found.as_list(today) if agenda else found
    beside = Reminded(tuple(found.reminders))
    session.show(
        "calendar",
        as_of,
        found.rows,
        page=page,
        template=words,
        save=save,
        title=title,
        beside=beside,
    )
    if not (everything or follows):
        notice("this is the whole catalogue; follow a show with: premierectl watchlist add SHOW")
    if not found.rows:
        nothing = "nothing else" if found.reminders else "nothing"
        raise NothingError(f"{nothing} {span_words(months)}{_next_words(found.next)}")


def _next_words(row: Row | None) -> str:
    if row is None or row.item.date is None:
        return ""
    doubt = "" if row.item.date.confirmed else " (unconfirmed)"
    return f"; next is {row.name}, {row.item.date.words}{doubt}"
