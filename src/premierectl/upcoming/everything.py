"""What comes out of the whole catalogue, without reading the shows that cannot be in the answer."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from premierectl.agenda import Agenda
from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Window
from premierectl.folding import folded
from premierectl.moment import DAYS_APART, days_from
from premierectl.selector import WHOLE
from premierectl.upcoming.filters import EVERYTHING, Filters
from premierectl.upcoming.outlook import Outlook, Row, Scope, ahead, scope_of

# So many days ahead are looked at for the nearest, until there are enough.
_REACHES: Final = (8, 64, 512)


class LookedAt(Struct, frozen=True):
    """The shows that were looked at, and their rows, the nearest first."""

    scope: Scope
    rows: list[Row]


class Nearest(Struct, frozen=True):
    """How many of the nearest rows are wanted, and which of those ahead count as one."""

    limit: int | None = None
    counts: Callable[[Row], bool] = lambda _: True


def nearest_coming(
    outlook: Outlook, agenda: Agenda, filters: Filters, nearest: Nearest
) -> LookedAt:
    """Rows of the whole catalogue: among them all that pass and may come before the last wanted.

    Where none passes, there is one that is ahead, if the catalogue has any.
    """
    reaches = _REACHES if filters.within is None else (filters.within,)
    if outlook.catalogue.is_at_hand or (nearest.limit is None and filters.within is None):
        return _all_of_it(outlook, agenda)
    for days in reaches:
        last = days_from(outlook.moment.today, days)
        found = between(outlook, agenda, (outlook.moment.today, last), filters.networks)
        passed = ahead(found.rows, filters)
        if filters.within is not None:
            return found if passed else nearest_coming(outlook, agenda, EVERYTHING, Nearest(1))
        # What is overdue stands behind all that is dated, however early its date was.
        settled = (row for row in passed if row.item.state != "overdue")
        dated = (row for row in settled if row.item.date and row.item.date.latest <= last)
        if nearest.limit and sum(map(nearest.counts, dated)) >= nearest.limit:
            return found
    return _all_of_it(outlook, agenda)


def between(
    outlook: Outlook, agenda: Agenda, days: tuple[date, date], networks: Iterable[str]
) -> LookedAt:
    """Rows of the whole catalogue: among them all on these days of the viewer, of any of the networks.

    Without a network, of any at all.
    """
    catalogue = outlook.catalogue
    if catalogue.is_at_hand:
        return _all_of_it(outlook, agenda)
    first, last = days_from(days[0], -DAYS_APART), days_from(days[1], DAYS_APART)
    window = Window(first, last, tuple(map(folded, networks)))
    found = {*catalogue.ids_at_hand(), *catalogue.ids_in_index(lambda index: index.coming(window))}
    scope = _scope(catalogue, sorted(found, key=catalogue.place))
    titles = {folded(each.show.title) for each in scope.chosen}
    alike = set(catalogue.ids_in_index(lambda index: index.named(titles))) - found
    beside = [each.show for each in _scope(catalogue, alike).chosen]
    return LookedAt(scope, outlook.rows(scope.chosen, agenda, beside))


def _all_of_it(outlook: Outlook, agenda: Agenda) -> LookedAt:
    scope = outlook.all_shows()
    return LookedAt(scope, outlook.rows(scope.chosen, agenda))


def _scope(catalogue: Catalogue, ids: Iterable[str]) -> Scope:
    return scope_of(catalogue, ((show_id, WHOLE) for show_id in ids))
