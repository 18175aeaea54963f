"""The rows of one account, each show of it once, whatever tables and pages told of it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from msgspec import convert
from msgspec.structs import replace

from premierectl.catalogue.layer import numbers_in
from premierectl.folding import folded
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow, Standing

# Of several states of one show the first holds: what is hidden or archived is so whoever follows it.
_STRONGEST: Final[tuple[Standing, ...]] = (
    "stopped", "ended", "on hold", "completed", "following", "unfollowed",
    "once followed", "watched", "listed",
    "unsaid",
)  # fmt: skip


def united(rows: Iterable[ImportedRow]) -> list[ImportedRow]:
    """Each thing that the rows of one account name, once, in their order.

    Rows are of one show where any number agrees, or the title where one of them has no number and
    the years do not differ; never by title where the numbers differ. A show's seasons and parts
    stay wishes of their own, by the numbers and names of the show. Of rows that tell nothing of
    following nothing is left; of things that are not shows each once.
    """
    listed = list(rows)
    shows = _Groups()
    for row in listed:
        if row.not_a_show is None:
            shows.add(row)
    shows.join_by_title()
    others = {_of_something_else(row): row for row in reversed(listed) if row.not_a_show}
    wishes = [wish for group in shows.groups() for wish in _wishes(group)]
    return [wish for wish in wishes if wish.state != "unsaid"] + list(reversed(others.values()))


class _Groups:
    """Rows by the show that they are of: a number leads to the first row that has it."""

    def __init__(self) -> None:
        self._rows = list[ImportedRow]()
        self._leader = list[int]()
        self._numbered = dict[Hashable, int]()

    def add(self, row: ImportedRow) -> None:
        """A further row, with those before it that share a number."""
        place = len(self._rows)
        self._rows.append(row)
        self._leader.append(place)
        for number in _numbers(row):
            self._join(place, self._numbered.setdefault(number, place))

    def join_by_title(self) -> None:
        """Rows without a number go with the one show of their title."""
        titled = defaultdict[str, list[int]](list)
        for place, row in enumerate(self._rows):
            if row.title:
                titled[folded(row.title)].append(place)
        for places in titled.values():
            numbered = {self._find(each) for each in places if any(_numbers(self._rows[each]))}
            for each in places:
                bare = not any(_numbers(self._rows[each]))
                others = numbered if len(numbered) == 1 else {places[0]} if not numbered else ()
                for other in others:
                    if bare and _are_of_one_year(self._rows[each], self._rows[other]):
                        self._join(each, other)

    def groups(self) -> Iterator[list[ImportedRow]]:
        """The rows of each show, in the order of their first."""
        found = defaultdict[int, list[ImportedRow]](list)
        for place, row in enumerate(self._rows):
            found[self._find(place)].append(row)
        yield from found.values()

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self._leader[second] = first

    def _find(self, place: int) -> int:
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place


def _numbers(row: ImportedRow) -> Iterator[Hashable]:
    yield from numbers_in(row.ids)
    yield from row.other_ids.items()
    if row.show is not None:
        yield "show", row.show


def _are_of_one_year(one: ImportedRow, other: ImportedRow) -> bool:
    return None in (one.year, other.year) or one.year == other.year


def _wishes(group: Sequence[ImportedRow]) -> Iterator[ImportedRow]:
    """What of a show is wished for: all of it, or pieces; each by all that is known of the show."""
    pieces = dict.fromkeys((row.season, row.part) for row in group if row.state != "unsaid")
    whole = [row for row in group if row.season is None]
    for season, part in pieces:
        of_piece = [row for row in group if (row.season, row.part) == (season, part)]
        yield _as_one([*of_piece, *whole], group)


def _as_one(wish: Sequence[ImportedRow], group: Sequence[ImportedRow]) -> ImportedRow:
    """One row of all: what the first says that says it, and the strongest of the states."""
    strongest = min(wish, key=lambda row: _STRONGEST.index(row.state))
    dates = [row.added for row in wish if row.added]
    return replace(
        wish[0],
        title=next((row.title for row in (*wish, *group) if row.title), None),
        year=next((row.year for row in (*wish, *group) if row.year), None),
        ids=_all_ids(group),
        other_ids={key: each for row in reversed(group) for key, each in row.other_ids.items()},
        state=strongest.state,
        said=strongest.said,
        is_new_word=strongest.is_new_word,
        added=min(dates, default=None),
        note=next((row.note for row in wish if row.note), None),
        muted=next((row.muted for row in wish if row.muted), None),
        tags=tuple(dict.fromkeys(tag for row in wish for tag in row.tags)),
        show=next((row.show for row in group if row.show), None),
        complaint=next((row.complaint for row in wish if row.complaint), None),
    )


def _all_ids(group: Sequence[ImportedRow]) -> ExternalIds:
    """Each service's number as the first row has it."""
    known = {service: each for row in reversed(group) for service, each in numbers_in(row.ids)}
    return convert(known, ExternalIds)


def _of_something_else(row: ImportedRow) -> Hashable:
    """What tells one film or episode from another; where it stands does not."""
    return row.not_a_show, row.title, row.year, row.ids, tuple(row.other_ids.items())
