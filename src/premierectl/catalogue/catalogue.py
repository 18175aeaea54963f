"""All layers as one catalogue: own over live over bundled."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from premierectl.catalogue.layer import Entry, Index, Layer, Number, Skipped, entry_path
from premierectl.catalogue.merge import merged
from premierectl.catalogue.same_show import StatedEntries, matched
from premierectl.errors import BadFileError
from premierectl.model import Network, Show, read_value

if TYPE_CHECKING:
    from premierectl.catalogue.wanted_title import CatalogueTitles

Position = tuple[int, int]


class Name(Struct, frozen=True, gc=False):
    """What a show goes by."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    year: int | None = None
    country: str | None = None
    network: str | None = None


class Known(Struct, frozen=True):
    """A show, the layers it came from (lowest first), and what of them had to be left out."""

    show: Show | None
    layers: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


class Catalogue:
    """All shows known, built from layers, the lowest first; a show is decoded when it is asked for.

    Entries are the same show when their ids or any external id agree; the lowest layer's id names
    it, the others still find it. Of a layer with an index only those entries are read that another
    layer states, too, or that are asked for, until all ids or names are wanted.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = tuple(layers)
        self._match([(layer, layer.index) for layer in layers if layer.index is not None][:1])

    @property
    def is_at_hand(self) -> bool:
        """Whether every show is at hand, so that asking an index for some of them saves nothing."""
        return not self._indexed

    def ids(self) -> Iterator[str]:
        """The id of every show that is not hidden."""
        if self._indexed:
            self._match(())
        return self.ids_at_hand()

    def ids_in_index(self, question: Callable[[Index], Iterable[Entry]]) -> Iterator[str]:
        """The ids of the shows with which an index answers, if it alone has them."""
        return (_id(stated) for stated in self._ask(question) if not _hidden(stated))

    def ids_at_hand(self) -> Iterator[str]:
        """The id of every show that is not hidden, without those that an index alone has."""
        return (show for show, stated in self._stated.items() if not _hidden(stated))

    def expect(self, ids: Collection[str]) -> None:
        """Look up at once these ids, which are going to be asked for one by one."""
        for _ in self._ask(lambda index: index.related(ids, ())):
            pass  # asking keeps what is found

    def canonical(self, show_id: str) -> str | None:
        """The id under which the catalogue lists this one, if it knows the show.

        A number at another service is one, too, written as ``tvmaze:1``.
        """
        stated = self._find(self._canonical.get(show_id, show_id))
        if stated is None:
            from premierectl.catalogue.service_numbers import external_number  # noqa: PLC0415 - no id

            number = external_number(show_id)
            return self.numbered(number) if number else None
        return None if _hidden(stated) else _id(stated)

    def numbered(self, number: Number) -> str | None:
        """The id under which the catalogue lists the show with this number, if it knows one."""
        stated = self._numbered(number)
        return None if stated is None or _hidden(stated) else _id(stated)

    def numbers(self, show_id: str) -> dict[str, object]:
        """The numbers of the show with this canonical id, by service; the highest layer's word."""
        return dict(each for _, entry in self._known(show_id) for each in entry.head.numbers)

    def name(self, show_id: str) -> Name:
        """What the show with this canonical id goes by."""
        fields: dict[str, Any] = {"title": show_id}
        for _, entry in self._known(show_id):
            fields |= entry.head.spoken
        return Name(show_id, **fields)

    def layers_of(self, show_id: str) -> tuple[str, ...]:
        """The layers that state something of the show with this canonical id, the lowest first."""
        return tuple(layer.name for layer, _ in self._known(show_id))

    def names(self) -> Iterator[Name]:
        """What every show goes by that is not hidden."""
        return map(self.name, self.ids())

    def names_at_hand(self) -> Iterator[Name]:
        """What every show goes by that is not hidden, without those that an index alone has."""
        return map(self.name, self.ids_at_hand())

    def names_in_index(self, question: Callable[[Index], Iterable[Entry]]) -> Iterator[Name]:
        """What the shows go by with which an index answers, if it alone has them."""
        return map(self.name, self.ids_in_index(question))

    @cached_property
    def titles(self) -> "CatalogueTitles":
        """Its shows by their whole titles."""
        from premierectl.catalogue.wanted_title import CatalogueTitles  # noqa: PLC0415 - where a line waits

        return CatalogueTitles(self)

    def words_in_index(self, question: Callable[[Index], Iterable[str]]) -> Iterator[str]:
        """The words, such as names, with which an index answers."""
        return (text for _, index in self._indexed for text in question(index))

    def place(self, show_id: str) -> Position:
        """Where the show with this canonical id stands among all: its lowest layer, its entry."""
        layer, entry = self._known(show_id)[0]
        return self.layers.index(layer), entry.index

    def get(self, show_id: str) -> Known:
        """The show with this canonical id, merged; a bad entry is left out and named."""
        stated, skipped = list(self._known(show_id)), list[Skipped]()
        while stated:
            try:
                show = _merged_show(show_id, [entry.written for _, entry in stated])
                return Known(show, tuple(layer.name for layer, _ in stated), tuple(skipped))
            except (msgspec.ValidationError, UnicodeDecodeError) as error:
                layer, entry = stated.pop()
                skipped.append(Skipped.of(layer, entry, str(error)))
        return Known(None, (), tuple(skipped))

    def stated(self, show_id: str) -> tuple[tuple[str, dict[str, Any]], ...]:
        """What each layer states of the show with this canonical id, as plain JSON, lowest first.

        Raises :class:`BadFileError` where an entry is no UTF-8 in a field that nobody asked for yet.
        """
        return tuple((layer.name, _plain(layer, entry)) for layer, entry in self._known(show_id))

    def skipped(self) -> Iterator[Skipped]:
        """The entries that could not even be named."""
        return (skip for layer in self.layers for skip in layer.skipped)

    @property
    def as_of(self) -> date | None:
        """The latest day up to which a layer's facts were checked."""
        return max((layer.as_of for layer in self.layers if layer.as_of), default=None)

    @property
    def networks(self) -> dict[str, Network]:
        """The networks by name, the highest layer's word for each."""
        return {network.name: network for layer in self.layers for network in layer.networks}

    def _match(self, indexed: Sequence[tuple[Layer, Index]]) -> None:
        """Match all entries, or of an indexed layer those alone that another layer may state, too."""
        self._indexed, self._numbers = indexed, dict[Number, StatedEntries]()
        self._alone = dict[str, StatedEntries]()
        self.__dict__.pop("titles", None)
        related = {layer.name: self._related(index) for layer, index in indexed}
        self._joined = {entry.head.id for entries in related.values() for entry in entries}
        self._stated, self._canonical = matched(
            [
                (layer, related[layer.name] if indexed and layer.index else layer.entries)
                for layer in self.layers
            ]
        )

    def _related(self, index: Index) -> tuple[Entry, ...]:
        """What an index has of the shows at hand."""
        known = [entry.head for each in self.layers if each.index is None for entry in each.entries]
        numbers = {number for head in known for number in head.known_by}
        return tuple(index.related({head.id for head in known}, numbers))

    def _ask(self, question: Callable[[Index], Iterable[Entry]]) -> Iterator[StatedEntries]:
        """What is stated of each show with which an index answers, and which it alone has."""
        for layer, index in self._indexed:
            for entry in question(index):
                if entry.head.id not in self._joined:
                    yield self._alone.setdefault(entry.head.id, [(layer, entry)])

    def _known(self, show_id: str) -> StatedEntries:
        stated = self._find(show_id)
        if stated is None:
            raise KeyError(show_id)
        return stated

    def _find(self, show_id: str) -> StatedEntries | None:
        stated = self._stated.get(show_id) or self._alone.get(show_id)
        if stated is None:
            stated = next(self._ask(lambda index: index.related((show_id,), ())), None)
        return stated

    def _numbered(self, number: Number) -> StatedEntries | None:
        """What is stated of the first show one of whose entries has this number."""
        if not self._numbers:
            for stated in self._stated.values():
                for each in (each for _, entry in stated for each in entry.head.known_by):
                    self._numbers.setdefault(each, stated)
        found = [self._numbers[number]] if number in self._numbers else []
        found += self._ask(lambda index: index.related((), (number,)))
        return min(found, key=lambda stated: self.place(_id(stated)), default=None)


def _id(stated: StatedEntries) -> str:
    return stated[0][1].head.id


def _hidden(stated: StatedEntries) -> bool:
    return stated[-1][1].head.hidden


def _merged_show(show_id: str, written: Sequence[Raw]) -> Show:
    if len(written) == 1:
        show = msgspec.json.decode(written[0], type=Show, dec_hook=read_value)
        return show if show.id == show_id else replace(show, id=show_id)
    fields: dict[str, Any] = {}
    for text in written:
        fields = merged(fields, msgspec.json.decode(text))
    return msgspec.convert({**fields, "id": show_id}, Show, dec_hook=read_value)


def _plain(layer: Layer, entry: Entry) -> dict[str, Any]:
    try:
        stated: dict[str, Any] = msgspec.json.decode(entry.written)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadFileError(layer.file, f"{entry_path(layer, entry)}: {error}") from None
    return stated
