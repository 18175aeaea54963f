"""What the catalogue and the watchlist answer when a countdown is asked for, before it is shown."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from premierectl.cli.countdown_options import CountdownOptions
from premierectl.cli.scope import scope, with_names
from premierectl.reminders import ReminderNow
from premierectl.selector import WHOLE
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Chosen, Outlook, Row, wanted
from premierectl.upcoming.with_reminders import reminders_to_come

# So much of the catalogue a new user sees.
_FIRST_ROWS: Final = 10


class AskedAbout(Struct, frozen=True):
    """What is asked about: shows, none of them for the whole catalogue, with all that was found."""

    filters: Filters
    found: Sequence[Row]
    chosen: Sequence[Chosen] = ()

    @property
    def is_one_whole_show(self) -> bool:
        """Whether it is about all of a single show of which anything is known."""
        alone = len(self.chosen) == 1 and self.chosen[0].piece == WHOLE
        return alone and self.filters == EVERYTHING and bool(self.found)


class CountdownAnswer(Struct, frozen=True):
    """What is to come: the rows that are ``shown``, those ``behind`` a limit, and reminders.

    It ``goes_on`` where nobody has looked how far.
    """

    about: AskedAbout
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
    about = (
        _about_everything(outlook, asked, limit or screenful)
        if of_catalogue
        else _about_shows(outlook, asked)
    )
    known = wanted(about.found, about.chosen, about.filters)
    goes_on = of_catalogue and screenful is not None and not outlook.catalogue.is_at_hand
    shown = known[: screenful if goes_on else limit]
    behind = [] if limit is None or of_catalogue else known[limit:]
    others = reminders_to_come(outlook, about.filters, shown, limit) if asked.of_watchlist else []
    return CountdownAnswer(about, shown, behind, others, goes_on)


def _about_everything(outlook: Outlook, asked: CountdownOptions, most: int | None) -> AskedAbout:
    from premierectl.cli.everything import everything_coming  # noqa: PLC0415 - not of a watchlist

    meant = with_names(asked.filters, outlook, None)
    return AskedAbout(meant, everything_coming(outlook, asked.agenda, meant, most))


def _about_shows(outlook: Outlook, asked: CountdownOptions) -> AskedAbout:
    chosen = scope(outlook, asked.shows or ())
    meant = with_names(asked.filters, outlook, chosen)
    return AskedAbout(meant, outlook.rows(chosen, asked.agenda), chosen)
