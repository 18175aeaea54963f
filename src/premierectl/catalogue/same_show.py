"""Which entries of which layers are the same show."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from premierectl.catalogue.layer import Entry, Head, Layer, Number

StatedEntries = list[tuple[Layer, Entry]]


def matched(
    layers: Sequence[tuple[Layer, Iterable[Entry]]],
) -> tuple[dict[str, StatedEntries], dict[str, str]]:
    """What the layers state of each show, by its id; and the shows of ids that were joined to one.

    Layers and what they state stand the lowest first.
    """
    stated: dict[str, StatedEntries] = {}
    canonical: dict[str, str] = {}
    external: dict[Number, str] = {}
    for layer, entries in layers:
        same = _same_as(stated, canonical, external)
        added: list[tuple[str, Entry]] = []
        for entry in entries:
            show = same(entry.head)
            if show is None:
                added.append((entry.head.id, entry))
            else:
                stated[show].append((layer, entry))
                canonical.setdefault(entry.head.id, show)
        for show, entry in added:
            stated.setdefault(show, []).append((layer, entry))
        if layer is not layers[-1][0]:
            _remember_numbers(external, added)
    return stated, canonical


def _same_as(
    stated: Mapping[str, StatedEntries],
    canonical: Mapping[str, str],
    external: Mapping[Number, str],
) -> Callable[[Head], str | None]:
    def same(head: Head) -> str | None:
        if head.id in stated:
            return head.id
        if head.id in canonical:
            return canonical[head.id]
        if head.ids is None or not external:
            return None
        return next((external[key] for key in head.numbers if key in external), None)

    return same


def _remember_numbers(external: dict[Number, str], added: list[tuple[str, Entry]]) -> None:
    for show, entry in added:
        if entry.head.ids is not None:
            for key in entry.head.numbers:
                external.setdefault(key, show)
