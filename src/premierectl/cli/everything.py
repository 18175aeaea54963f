"""The whole catalogue for a command: what comes out of it, and every show; bad entries are named."""

from collections.abc import Callable, Iterable, Sequence

from premierectl.agenda import Agenda
from premierectl.catalogue.catalogue import Catalogue
from premierectl.cli.saying import notice_skipped
from premierectl.selector import WHOLE
from premierectl.upcoming.calendar import Months, may_fall_in
from premierectl.upcoming.everything import LookedAt, Nearest, between, nearest_coming
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Chosen, Outlook, Row, scope_of
from premierectl.upcoming.script import is_answer


def everything_coming(
    outlook: Outlook,
    agenda: Agenda,
    filters: Filters,
    limit: int | None = None,
    counts: Callable[[Row], bool] = lambda _: True,
) -> list[Row]:
    """What is to come: all, or as far as the nearest ``limit`` that count may be in it."""
    return _named_bad(nearest_coming(outlook, agenda, filters, Nearest(limit, counts)))


def everything_between(
    outlook: Outlook, agenda: Agenda, filters: Filters, months: Months
) -> list[Row]:
    """What may come out within months, or what is next where nothing does."""
    days = months[0].earliest, months[-1].latest
    found = between(outlook, agenda, days, filters.networks)
    if not any(row.passes(filters) and may_fall_in(months, row.item.date) for row in found.rows):
        found = nearest_coming(outlook, agenda, filters, Nearest(1, is_answer))
    return _named_bad(found)


def every_show(catalogue: Catalogue) -> Sequence[Chosen]:
    """Every show that is not hidden."""
    return _whole_shows(catalogue, catalogue.ids())


def shows_at_hand(catalogue: Catalogue, ids: Iterable[str]) -> Sequence[Chosen]:
    """The shows that cost nothing to look at, and those with these canonical ids."""
    return _whole_shows(catalogue, dict.fromkeys((*catalogue.ids_at_hand(), *ids)))


def _whole_shows(catalogue: Catalogue, ids: Iterable[str]) -> Sequence[Chosen]:
    scope = scope_of(catalogue, ((show_id, WHOLE) for show_id in ids))
    notice_skipped(scope.skipped)
    return scope.chosen


def _named_bad(found: LookedAt) -> list[Row]:
    notice_skipped(found.scope.skipped)
    return found.rows
