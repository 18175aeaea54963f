"""Layers of entries, each decoded only as far as it must be: in memory, or behind an index."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, Self

from msgspec import UNSET, Raw, Struct, UnsetType

from premierectl.model import ExternalIds, Network

Number = tuple[str, object]


class Head(Struct, frozen=True, gc=False):
    """The little of an entry that finding and matching need; decoded for every show."""

    id: str
    title: str | None = None
    aliases: tuple[str, ...] | UnsetType = UNSET
    hidden: bool = False
    ids: ExternalIds | None = None
    former_ids: tuple[ExternalIds, ...] = ()
    # Whatever a bad entry says here, it can be named.
    year: object = None
    country: object = None
    network: object = None
    unsure: object = None

    @property
    def spoken(self) -> dict[str, object]:
        """What this entry says of the names of its show, and of what tells it from namesakes."""
        stated: dict[str, object] = {"title": self.title, "aliases": self.aliases}
        stated |= {"year": _a(int, self.year), "country": _a(str, self.country)}
        stated["network"] = _a(str, self.network)
        return {name: value for name, value in stated.items() if value not in (None, UNSET)}

    @property
    def numbers(self) -> Iterator[Number]:
        """The services that know the show, each with its number there, but for those unsure."""
        if not isinstance(self.unsure, list):
            return numbers_in(self.ids)
        return (each for each in numbers_in(self.ids) if each[0] not in self.unsure)

    @property
    def known_by(self) -> Iterator[Number]:
        """Its numbers, and behind them those that it had before it was merged."""
        yield from self.numbers
        for ids in self.former_ids:
            yield from numbers_in(ids)


def numbers_in(ids: ExternalIds | None) -> Iterator[Number]:
    """The services that are named, each with its number, the one that is asked first."""
    for service in ids.__struct_fields__ if ids else ():
        number = getattr(ids, service)
        if number is not None:
            yield service, number


def _a(kind: type, value: object) -> object:
    """The value if it is of this type; null for any other."""
    return value if isinstance(value, kind) else None


class Skipped(Struct, frozen=True):
    """A show that was left out because its entry is bad: where it stands and why."""

    file: str
    path: str
    reason: str

    @classmethod
    def of(cls, layer: "Layer", entry: "Entry", error: str) -> Self:
        """An entry of a layer that is left out for this error of msgspec."""
        reason, _, inner = error.partition(" - at `$")
        return cls(layer.file, f"{entry_path(layer, entry)}{inner.rstrip('`')}", reason)


class Entry(Struct, frozen=True, gc=False):
    """One show as one layer states it; ``written`` is its JSON, decoded when it is asked for.

    ``index`` is its place among the shows of its file, from 0.
    """

    head: Head
    written: Raw
    index: int


class Window(Struct, frozen=True):
    """The days, both included, on which something may come out; of any of the networks, folded, if said."""

    first: date
    last: date
    networks: tuple[str, ...] = ()


class Index(Protocol):
    """What a layer can be asked for without reading it all; entries come in their order there.

    No two of them have the same id.
    """

    def related(self, ids: Collection[str], numbers: Collection[Number]) -> Iterable[Entry]:
        """The entries with one of these ids or numbers."""

    def named(self, names: Collection[str]) -> Iterable[Entry]:
        """At least the entries that are not hidden and go by one of these folded names.

        A leading article of theirs may be left out, and they go by their short names.
        """

    def starting(self, start: str) -> Iterable[Entry]:
        """At least the entries that are not hidden and have a folded name with this start.

        A leading article of theirs may be left out.
        """

    def beginning(self, text: str, most: int) -> Iterable[Entry]:
        """Entries that are not hidden and have a folded name in which a word begins so.

        Of more than ``most`` some, the first and the last of those whose name begins so among them.
        """

    def holding(self, pieces: Collection[str]) -> Iterable[Entry]:
        """At least the entries that are not hidden and hold all these pieces in a folded name."""

    def coming(self, window: Window) -> Iterable[Entry]:
        """At least the entries of which a release may fall into the window."""

    def spoken(self) -> Iterable[str]:
        """Every folded name of what is not hidden."""

    def network_names(self) -> Iterable[str]:
        """At least the networks on which something with a date comes out, or their folded names."""

    def genre_names(self) -> Iterable[str]:
        """Every genre."""


class Layer(Protocol):
    """One catalogue among several: ``name`` is bundled, live or own; ``file`` is where it lives.

    Without an ``index`` all its entries are at hand.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - the class says it
    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def entries(self) -> Sequence[Entry]: ...  # noqa: D102
    @property
    def as_of(self) -> date | None: ...  # noqa: D102
    @property
    def networks(self) -> tuple[Network, ...]: ...  # noqa: D102
    @property
    def skipped(self) -> tuple[Skipped, ...]: ...  # noqa: D102
    @property
    def index(self) -> Index | None: ...  # noqa: D102


def entry_path(layer: Layer, entry: Entry) -> str:
    """Where an entry stands: by its place in a file that people read, else by its id."""
    return f"shows[{entry.index}]" if layer.index is None else f'shows["{entry.head.id}"]'


class MemoryLayer(Struct, frozen=True):
    """A layer that was read whole, from the catalogue file ``file``."""

    name: str
    file: str
    entries: Sequence[Entry] = ()
    as_of: date | None = None
    networks: tuple[Network, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    index: None = None
