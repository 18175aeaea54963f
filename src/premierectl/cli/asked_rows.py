"""What a command found of the shows that it was asked about; bad entries are named on stderr."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from premierectl.agenda import Agenda
from premierectl.cli.scope import scope, with_names
from premierectl.selector import WHOLE
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Chosen, Outlook, Row


class AskedRows(Struct, frozen=True):
    """What was found, of the ``chosen`` shows or, where there is none, of the whole catalogue.

    The ``filters`` have the names of networks and genres that were meant.
    """

    found: Sequence[Row]
    filters: Filters
    chosen: Sequence[Chosen] = ()

    @property
    def is_one_whole_show(self) -> bool:
        """Whether it is about all of a single show of which anything is known."""
        alone = len(self.chosen) == 1 and self.chosen[0].piece == WHOLE
        return alone and self.filters == EVERYTHING and bool(self.found)


def asked_rows(
    outlook: Outlook,
    shows: Sequence[str] | None,
    agenda: Agenda,
    filters: Filters,
    *,
    everything: bool,
    limit: int | None,
    counts: Callable[[Row], bool] = lambda _: True,
) -> AskedRows:
    """What the agenda says of the named shows, or of ``everything``, or of what is followed.

    Of everything as far as the nearest ``limit`` rows that count may be in it.
    """
    if everything and not shows:
        from premierectl.cli.everything import everything_coming  # noqa: PLC0415 - only for --all

        meant = with_names(filters, outlook, None)
        return AskedRows(everything_coming(outlook, agenda, meant, limit, counts), meant)
    chosen = scope(outlook, shows or ())
    meant = with_names(filters, outlook, chosen)
    return AskedRows(outlook.rows(chosen, agenda), meant, chosen)
