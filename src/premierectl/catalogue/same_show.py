"""Which entries of which layers are the same show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.layer import Entry, Head, Layer, Number
from premierectl.folding import folded
from premierectl.model import ExternalIds

StatedEntries = list[tuple[Layer, Entry]]
# How well an entry fits a show, the best first: by which service, and whether the id is another.
Fit = tuple[int, bool]


def agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool | None:
    """Whether one service at least gives both one number; null where none tells of both."""
    common = [one[service] == other[service] for service in one if service in other]
    return any(common) if common else None


def matched(
    layers: Sequence[tuple[Layer, Iterable[Entry]]],
) -> tuple[dict[str, StatedEntries], dict[str, str]]:
    """What the layers state of each show, by its id; and the shows of ids that were joined to one.

    Layers and what they state stand the lowest first. A number joins before an id does, and tells
    apart what has one id; what is told apart gets an id made of its number. In the user's own layer
    an id is meant. The order of a layer's entries does not matter.
    """
    known = _Matched({}, {}, {})
    for layer, entries in layers:
        listed = list(entries)
        joined = known.joined(listed, is_own=layer.name == "own") if known.stated else {}
        shows = [(joined.get(entry.index), entry) for entry in listed]
        added = [known.under_its_id(entry) for show, entry in shows if show is None]
        placed = [(show, entry) for show, entry in shows if show is not None]
        for show, entry in placed:
            known.stated[show].append((layer, entry))
            known.canonical.setdefault(entry.head.id, show)
        for entry in added:
            known.stated.setdefault(entry.head.id, []).append((layer, entry))
        if layer is not layers[-1][0]:
            known.remember([*placed, *((entry.head.id, entry) for entry in added)])
    return known.stated, known.canonical


class _Matched(Struct, frozen=True):
    """What is stated of each show, the shows of other ids and of numbers."""

    stated: dict[str, StatedEntries]
    canonical: dict[str, str]
    owners: dict[Number, str]

    def joined(self, entries: Iterable[Entry], *, is_own: bool) -> dict[int, str]:
        """The shows of lower layers that the next one's entries are, by their places in it.

        Its entries of different ids are different shows: the one that fits best is it, of several
        none. A user's own may all be one.
        """
        found = dict[str, list[tuple[Fit, Entry]]]()
        for entry in entries:
            for show, fit in self._fitting(entry.head, is_own=is_own):
                found.setdefault(show, []).append((fit, entry))
        joined = dict[int, str]()
        for show, fits in found.items():
            best = min(fit for fit, _ in fits)
            fitting = [entry for fit, entry in fits if is_own or fit == best]
            if is_own or len({entry.head.id for entry in fitting}) == 1:
                joined |= {entry.index: show for entry in fitting}
        return joined

    def under_its_id(self, entry: Entry) -> Entry:
        """The entry of a show of its own, under another id where its own is that of another show."""
        if entry.head.id not in self.stated and entry.head.id not in self.canonical:
            return entry
        service, number = next(entry.head.numbers, ("year", entry.head.year))
        return Entry(
            replace(entry.head, id=f"{entry.head.id}-{service}-{number}"),
            entry.written,
            entry.index,
        )

    def remember(self, placed: Iterable[tuple[str, Entry]]) -> None:
        """Remember whose the numbers are; a lower layer's word stands, and of several nobody's."""
        found = dict[Number, set[str]]()
        for show, entry in placed:
            for number in entry.head.known_by:
                found.setdefault(number, set()).add(show)
        for number, shows in found.items():
            if len(shows) == 1:
                self.owners.setdefault(number, *shows)

    def _fitting(self, head: Head, *, is_own: bool) -> Iterator[tuple[str, Fit]]:
        """The show that an entry is, if there is one, and how well it fits."""
        by_id = head.id if head.id in self.stated else self.canonical.get(head.id)
        if is_own and by_id is not None:
            yield by_id, _BY_ID
            return
        for number in head.known_by:
            show = self.owners.get(number)
            if show is not None:
                yield show, (_SERVICES.index(number[0]), head.id != show)
                return
        if by_id is not None and not self._is_another(head, by_id):
            yield by_id, _BY_ID

    def _is_another(self, head: Head, show_id: str) -> bool:
        """Whether an entry of this id is another show: by its numbers, else by its title or year."""
        heads = [entry.head for _, entry in self.stated[show_id]]
        same = agree(dict(head.numbers), {s: n for each in heads for s, n in each.numbers})
        if same is not None:
            return not same
        years = [each.year for each in heads if isinstance(each.year, int)]
        if years and isinstance(head.year, int) and abs(head.year - years[-1]) > 1:
            return True
        return any(head.numbers) and not _begin_alike(head.title, heads[0].title)


def _begin_alike(one: str | None, other: str | None) -> bool:
    """Whether two titles are one, with something behind one of them or not."""
    first, second = sorted((folded(one or ""), folded(other or "")))
    return second.startswith(first)


_SERVICES = ExternalIds.__struct_fields__
_BY_ID: Fit = (len(_SERVICES), False)
