"""Which lines of two watchlists, and of the one they became of, are the same."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from msgspec import Struct

# A line of a watchlist as it stands in its file, whatever it holds besides.
WrittenLine = Mapping[str, Any]


class Counterparts(Struct, frozen=True):
    """One line as it was, and on either side; null where it is not there.

    ``show`` is the same text for all lines of one show, whatever ids they have.
    """

    show: str
    base: WrittenLine | None
    ours: WrittenLine | None
    theirs: WrittenLine | None


def counterparts(
    base: Sequence[WrittenLine], ours: Sequence[WrittenLine], theirs: Sequence[WrittenLine]
) -> list[Counterparts]:
    """Each line once: a show's season and part, and of several such lines each by its place.

    Lines are of one show that share a number of a service, and those of one id that neither a
    number nor the year tells apart.
    """
    show_of = _show_of_handles(list(chain(base, ours, theirs)))
    found: dict[tuple[object, ...], list[WrittenLine | None]] = {}
    for place, lines in enumerate((base, ours, theirs)):
        seen = Counter[tuple[object, ...]]()
        for line in lines:
            piece = (show_of[_handles(line)[0]], line.get("season"), line.get("part"))
            found.setdefault((*piece, seen[piece]), [None, None, None])[place] = line
            seen[piece] += 1
    return [Counterparts(str(show), *trio) for (show, *_), trio in found.items()]


class _Marks(Struct, frozen=True):
    """What tells a show from others of its id: the services that know it, and its years."""

    services: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()

    def __or__(self, other: "_Marks") -> "_Marks":
        return _Marks(self.services | other.services, self.years | other.years)

    def differ(self, other: "_Marks") -> bool:
        """Whether one service knows both, under different numbers, or the years are others."""
        other_years = self.years and other.years and self.years.isdisjoint(other.years)
        return bool(other_years) or not self.services.isdisjoint(other.services)


def _show_of_handles(lines: Sequence[WrittenLine]) -> Mapping[str, str]:
    """The show of each handle of a line."""
    roots: dict[str, str] = {}
    for line in lines:
        _as_one_show(roots, _handles(line))
    marks: dict[str, _Marks] = {}
    of_ids: dict[str, set[str]] = {}
    for line in lines:
        root = _root(roots, _handles(line)[0])
        marks[root] = marks.get(root, _Marks()) | _marks_of(line)
        of_ids.setdefault(line["id"], set()).add(root)
    for _, of_one_id in sorted(of_ids.items()):
        _join_alike(roots, marks, of_one_id)
    return {handle: _root(roots, handle) for handle in roots}


def _join_alike(roots: dict[str, str], marks: dict[str, _Marks], of_one_id: Iterable[str]) -> None:
    """Join the shows of one id that nothing tells apart, those that have numbers first."""
    shows: list[str] = []
    there = {_root(roots, each) for each in of_one_id}
    for each in sorted(there, key=lambda show: (not marks[show].services, show)):
        alike = next((show for show in shows if not marks[show].differ(marks[each])), None)
        if alike is None:
            shows.append(each)
        else:
            marks[alike] |= marks[each]
            _as_one_show(roots, [alike, each])
            marks[_root(roots, alike)] = marks[alike]


def _marks_of(line: WrittenLine) -> _Marks:
    services = frozenset(service for service, _ in _numbers_on(line))
    return _Marks(services, frozenset([line["year"]] if "year" in line else []))


def _handles(line: WrittenLine) -> list[str]:
    """What a line's show is told by: its numbers, else its id and year."""
    numbers = [f"{service}:{number}" for service, number in _numbers_on(line)]
    return numbers or [f"{line['id']} {line.get('year', '')}"]


def _numbers_on(line: WrittenLine) -> list[tuple[str, object]]:
    service, colon, number = line["id"].partition(":")
    own = [(service, number)] if colon else []
    return [*own, *line.get("ids", {}).items()]


def _root(roots: Mapping[str, str], handle: str) -> str:
    while roots[handle] != handle:
        handle = roots[handle]
    return handle


def _as_one_show(roots: dict[str, str], handles: Iterable[str]) -> None:
    """Let these be handles of one show; the first of them, in order, stands for it."""
    first, *others = sorted({_root(roots, roots.setdefault(each, each)) for each in handles})
    for other in others:
        roots[other] = first
