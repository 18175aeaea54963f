"""The shows of a layer with an index that no other layer states: looked up one by one."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Self

from premierectl.catalogue.layer import Entry, Index, Layer
from premierectl.catalogue.same_show import StatedEntries


class Alone:
    """What an index alone has; ``related`` are its other entries, in the order of their file.

    An entry is related when its id or a number of its stands in another layer: then it may be
    joined. All others are shows of their own, whatever the rest of the layers holds.
    """

    def __init__(self, layer: Layer, index: Index, others: Iterable[Layer]) -> None:
        heads = [entry.head for other in others for entry in other.entries]
        numbers = {number for head in heads for number in head.numbers}
        self.related = tuple(index.related({head.id for head in heads}, numbers))
        self.layer, self._index = layer, index
        self._others = {entry.head.id for entry in self.related}
        self._kept: dict[str, StatedEntries] = {}

    @classmethod
    def of(cls, layers: Sequence[Layer]) -> Self:
        """What the one layer with an index alone has."""
        ((layer, index),) = (
            (layer, layer.entries) for layer in layers if isinstance(layer.entries, Index)
        )
        return cls(layer, index, (other for other in layers if other is not layer))

    def entries_of(self, layer: Layer) -> Sequence[Entry]:
        """The entries of a layer without those that the index alone has."""
        return self.related if layer is self.layer else layer.entries

    def expect(self, ids: Collection[str]) -> None:
        """Look up at once what is going to be asked for one by one."""
        for _ in self.ask(lambda index: index.related(ids, ())):
            pass  # asking keeps what is found

    def find(self, show_id: str) -> StatedEntries | None:
        """What is stated of the show with this id."""
        if show_id in self._kept:
            return self._kept[show_id]
        return next(self.ask(lambda index: index.related((show_id,), ())), None)

    def ask(self, question: Callable[[Index], Iterable[Entry]]) -> Iterator[StatedEntries]:
        """What is stated of each show that the index answers with."""
        for entry in question(self._index):
            if entry.head.id not in self._others:
                yield self._kept.setdefault(entry.head.id, [(self.layer, entry)])

    def spoken(self) -> Iterator[tuple[int, str, str]]:
        """The place of the entry, the id and each folded name of what is not hidden."""
        return (each for each in self._index.spoken() if each[1] not in self._others)
