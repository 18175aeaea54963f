"""Catalogue files as layers of entries, each entry decoded only as far as it must be."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

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
    # Whatever a bad entry says here, it can be named.
    year: object = None
    country: object = None
    network: object = None

    @property
    def spoken(self) -> dict[str, object]:
        """What this entry says of the names of its show, and of what tells it from namesakes."""
        stated: dict[str, object] = {"title": self.title, "aliases": self.aliases}
        stated |= {"year": _a(int, self.year), "country": _a(str, self.country)}
        stated["network"] = _a(str, self.network)
        return {name: value for name, value in stated.items() if value not in (None, UNSET)}

    @property
    def numbers(self) -> Iterator[Number]:
        """The services that know the show, each with its number there."""
        for service in self.ids.__struct_fields__ if self.ids else ():
            number = getattr(self.ids, service)
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


class Entry(Struct, frozen=True, gc=False):
    """One show as one layer states it; ``written`` is its JSON, decoded when it is asked for.

    ``index`` is its place among the shows of its file, from 0.
    """

    head: Head
    written: Raw
    index: int


class Index(Sequence[Entry]):
    """Entries of a layer, no two with the same id, that can be asked for without reading them all.

    They are in the order of their file. Running through them reads them all.
    """

    @abstractmethod
    def related(self, ids: Collection[str], numbers: Collection[Number]) -> Iterable[Entry]:
        """The entries with one of these ids or numbers."""

    @abstractmethod
    def named(self, names: Collection[str]) -> Iterable[Entry]:
        """At least the entries that are not hidden and go by one of these folded names.

        A leading article of theirs may be left out, and they go by their short names.
        """

    @abstractmethod
    def starting(self, start: str) -> Iterable[Entry]:
        """At least the entries that are not hidden and have a folded name with this start.

        A leading article of theirs may be left out.
        """

    @abstractmethod
    def holding(self, pieces: Collection[str]) -> Iterable[Entry]:
        """At least the entries that are not hidden and hold all these pieces in a folded name."""

    @abstractmethod
    def spoken(self) -> Iterable[tuple[int, str, str]]:
        """Every folded name of what is not hidden: the entry's place and id, and the name."""


class Layer(Struct, frozen=True):
    """One catalogue file: ``name`` is bundled, live or own; ``file`` is where it was read from."""

    name: str
    file: str
    entries: Sequence[Entry] = ()
    as_of: date | None = None
    networks: tuple[Network, ...] = ()
    skipped: tuple[Skipped, ...] = ()
