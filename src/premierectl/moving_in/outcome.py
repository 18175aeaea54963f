"""What becomes of each row: followed, kept until a refresh, left out, or not understood, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.find import first_called
from premierectl.catalogue.layer import numbers_in
from premierectl.catalogue.service_numbers import external_number
from premierectl.catalogue.suggest import nearest
from premierectl.folding import folded
from premierectl.followed_line import FollowedLine
from premierectl.moving_in.match import Matcher, ShowMatch
from premierectl.moving_in.row import LEFT_OUT, ImportedRow, Standing
from premierectl.watchlist import Watchlist

ImportOutcome = Literal[
    "added", "kept", "already followed", "ambiguous", "unknown", "left out", "not a show",
    "unreadable",
]  # fmt: skip
TAKEN: Final[frozenset[ImportOutcome]] = frozenset({"added", "kept", "already followed"})

# To compare one title with another takes a microsecond, and a long one as many as it has letters.
_MOST_COMPARED: Final = 500_000
_LONGEST_COMPARED: Final = 100

# Which option takes a state that is left out; what stands on a list of one's own no option takes.
_INCLUDED_BY: Final[Mapping[Standing, Standing]] = {"unfollowed": "stopped"}

_NOTHING_CHOSEN: Final[Mapping[int, ShowMatch]] = {}


class Imported(Struct, frozen=True):
    """A row with what became of it: the line that follows it, or the reason why there is none.

    ``candidates`` are the ids of the shows that could be meant, or that are near.
    """

    row: ImportedRow
    outcome: ImportOutcome
    reason: str = ""
    line: FollowedLine | None = None
    candidates: tuple[str, ...] = ()

    @property
    def left_by(self) -> Standing:
        """The state for which it is left out, as ``--include`` names it."""
        return _INCLUDED_BY.get(self.row.state, self.row.state)


def outcomes(
    rows: Iterable[ImportedRow],
    matcher: Matcher,
    watchlist: Watchlist,
    *,
    include: Collection[Standing] = (),
    added: datetime,
    chosen: Mapping[int, ShowMatch] = _NOTHING_CHOSEN,
) -> list[Imported]:
    """What becomes of these rows, each of which is another thing.

    ``include`` are the states that are followed besides. ``added`` (UTC) is when a show is followed
    of which the file does not say since when. ``chosen`` is what a person or a search said of rows,
    by their places.
    """
    already = _Already(matcher, watchlist)
    found = [
        _outcome(row, chosen.get(place) or matcher, already, include, added)
        for place, row in enumerate(rows)
    ]
    return list(_with_near_shows(found, matcher))


def with_lines(
    watchlist: Watchlist, imported: Iterable[Imported], catalogue: Catalogue
) -> Watchlist:
    """The watchlist with all that is to be followed, and with what the catalogue tells of that."""
    lines = ((each.outcome, each.line) for each in imported if each.line is not None)
    return watchlist.with_all(
        line.remembering(catalogue) if outcome == "added" else line for outcome, line in lines
    )


def _outcome(
    row: ImportedRow,
    means: Matcher | ShowMatch,
    already: "_Already",
    include: Collection[Standing],
    added: datetime,
) -> Imported:
    if row.not_a_show is not None:
        return Imported(row, "not a show", row.not_a_show)
    if row.complaint and not (row.title or row.show or any(numbers_in(row.ids))):
        return Imported(row, "unreadable", row.complaint)
    state = _INCLUDED_BY.get(row.state, row.state)
    if state == "listed" or (state in LEFT_OUT and state not in include):
        return Imported(row, "left out", _why_left_out(row, state))
    match = means if isinstance(means, ShowMatch) else means.match(row)
    if match.show_id or match.number or row.show:
        return _followed(row, match, already, added)
    if match.is_ambiguous:
        return Imported(row, "ambiguous", match.reason, candidates=match.candidates)
    reason = "; ".join(filter(None, (row.complaint, match.reason, _why_unasked(row))))
    return Imported(row, "unknown", reason, candidates=match.candidates)


def _with_near_shows(imported: Iterable[Imported], matcher: Matcher) -> Iterator[Imported]:
    """The same; unknown titles with the shows that look most like them, as far as time allows."""
    known = matcher.spoken
    left = _MOST_COMPARED // max(1, len(known))
    for each in imported:
        title = each.row.title if each.outcome == "unknown" and not each.candidates else None
        if title and left > 0:
            left -= 1
            near = nearest(folded(title)[:_LONGEST_COMPARED], known)
            ids = (first_called(text, matcher.catalogue) for text in near)
            yield replace(each, candidates=tuple(dict.fromkeys(filter(None, ids))))
        else:
            yield each


def _why_unasked(row: ImportedRow) -> str:
    """That the numbers which a row has are of no use."""
    numbers = (*numbers_in(row.ids), *row.other_ids.items())
    words = ", ".join(f"{service}:{number}" for service, number in numbers)
    return f"TVmaze cannot look up {words}" if words else ""


def _why_left_out(row: ImportedRow, state: Standing) -> str:
    if state == "listed":
        return f"on the list {row.said}" if row.said else "on a list of its owner's"
    words = {"watched": "watched, not known to be followed"}.get(state, f"{state} there")
    return words if row.said.casefold() in ("", state) else f"{words} ({row.said})"


def _followed(row: ImportedRow, match: ShowMatch, already: "_Already", added: datetime) -> Imported:
    line = FollowedLine(
        id=match.show_id or match.number or row.show or "",
        season=row.season,
        part=row.part,
        added=row.added or added,
        note=row.note,
        title=row.title,
        year=row.year,
        ids=row.ids if any(numbers_in(row.ids)) else None,
        tags=row.tags,
        muted=row.muted,
        by_title=row.by_title and match.show_id is None and match.number is None,
    )
    if match.show_id:
        # The catalogue tells what its show goes by; the file's numbers may be more than it knows.
        line = replace(line, title=None, year=None)
    if not already.add(line, match.show_id):
        return Imported(row, "already followed")
    reason = f"{row.said!r} is an unknown status" if row.is_new_word else ""
    reason = "; ".join(filter(None, (row.complaint, reason)))
    return Imported(row, "added" if match.show_id else "kept", reason, line)


class _Already:
    """What is followed, by each number and id of it, with what this import adds."""

    def __init__(self, matcher: Matcher, watchlist: Watchlist) -> None:
        self._catalogue = matcher.catalogue
        self._lines = dict[object, list[FollowedLine]]()
        for line in watchlist.entries:
            self.add(line, line.show_in(matcher.catalogue))

    def add(self, line: FollowedLine, show_id: str | None) -> bool:
        """Add a line, of a show with this id if the catalogue has it; whether it says anything new.

        Its numbers and ids are those of its show from now on.
        """
        keys = dict.fromkeys(self._keys(line, show_id))
        known = {id(found): found for key in keys if (found := self._lines.get(key)) is not None}
        lines = [each for found in known.values() for each in found]
        is_new = not any(each.covers(line.piece) for each in lines)
        lines += [line] if is_new else []
        self._lines.update(dict.fromkeys(keys, lines))
        return is_new

    def _keys(self, line: FollowedLine, show_id: str | None) -> Iterator[object]:
        yield show_id or external_number(line.id) or line.id
        yield from numbers_in(line.ids)
        if show_id is not None:
            yield from self._catalogue.numbers(show_id).items()
