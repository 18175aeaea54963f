"""What the catalogue and the watchlist answer when a countdown is asked for, before it is shown."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from premierectl.cli.asked_rows import AskedRows, asked_rows
from premierectl.cli.countdown_options import CountdownOptions
from premierectl.reminders import ReminderNow
from premierectl.upcoming.outlook import Outlook, Row, wanted
from premierectl.upcoming.with_reminders import reminders_to_come

# So much of the catalogue a new user sees.
_FIRST_ROWS: Final = 10


class CountdownAnswer(Struct, frozen=True):
    """What is to come: the rows that are ``shown``, those ``behind`` a limit, and reminders.

    It ``goes_on`` where nobody has looked how far.
    """

    about: AskedRows
    shown: Sequence[Row]
    behind: Sequence[Row]
    reminders: Sequence[ReminderNow]
    goes_on: bool


def countdown_answer(
    outlook: Outlook, asked: CountdownOptions, height: int | None, *, is_new: bool
) -> CountdownAnswer:
    """What is to come of the shows that are asked about.

    A terminal's ``height`` says how much of the catalogue could be seen. Somebody who ``is_new``
    and follows nothing gets the first of all there is.
    """
    limit = asked.limit
    if is_new and not asked.full:
        limit = min(limit or _FIRST_ROWS, _FIRST_ROWS)
    of_catalogue = is_new or asked.of_catalogue
    screenful = None if limit else asked.screenful(height)
    about = asked_rows(
        outlook,
        asked.shows,
        asked.agenda,
        asked.filters,
        everything=of_catalogue,
        limit=limit or screenful,
    )
    known = wanted(about.found, about.chosen, about.filters)
    goes_on = of_catalogue and screenful is not None and not outlook.catalogue.is_at_hand
    shown = known[: screenful if goes_on else limit]
    behind = [] if limit is None or of_catalogue else known[limit:]
    others = reminders_to_come(outlook, about.filters, shown, limit) if asked.of_watchlist else []
    return CountdownAnswer(about, shown, behind, others, goes_on)
