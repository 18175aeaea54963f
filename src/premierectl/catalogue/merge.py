"""Layers to one catalogue: own over live over bundled, field by field."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from premierectl.catalogue.model import ExternalIds, Network, Show, read_value

Fields = Mapping[str, Any]

_COUNTED_FROM_THE_PREMIERE: Final = frozenset({"episode_list", "finale", "skipped_weeks"})


class Head(Struct, frozen=True, gc=False):
    """The little of an entry that finding and matching need; decoded for every show."""

    id: str
    title: str | None = None
    aliases: tuple[str, ...] | UnsetType = UNSET
    hidden: bool = False
    ids: ExternalIds | None = None


class Skipped(Struct, frozen=True):
    """A show that was left out because its entry is bad: where it stands and why."""

    file: str
    path: str
    reason: str


class Entry(Struct, frozen=True, gc=False):
    """One show as one layer states it; ``written`` is its JSON, decoded when it is asked for."""

    head: Head
    written: Raw
    index: int


class Layer(Struct, frozen=True):
    """One catalogue file: ``name`` is bundled, live or own; ``file`` is where it was read from."""

    name: str
    file: str
    entries: Sequence[Entry] = ()
    as_of: date | None = None
    networks: tuple[Network, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Name(Struct, frozen=True, gc=False):
    """What a show goes by."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()


class Known(Struct, frozen=True):
    """A show, the layers it came from (lowest first), and what of them had to be left out."""

    show: Show | None
    layers: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


class Catalogue:
    """All shows known, built from layers, the lowest first; a show is decoded when it is asked for.

    Entries are the same show when their ids or any external id agree; the lowest layer's id names
    it, the others still find it.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = tuple(layers)
        self._stated, self._canonical = _matched(self.layers)

    def ids(self) -> Iterator[str]:
        """The id of every show that is not hidden."""
        return (show for show, stated in self._stated.items() if not _hidden(stated))

    def canonical(self, show_id: str) -> str | None:
        """The id under which the catalogue lists this one, if it knows the show."""
        show = self._canonical.get(show_id, show_id)
        stated = self._stated.get(show)
        return None if stated is None or _hidden(stated) else show

    def name(self, show_id: str) -> Name:
        """What the show with this canonical id goes by."""
        title, aliases = show_id, tuple[str, ...]()
        for _, entry in self._stated[show_id]:
            title = entry.head.title or title
            aliases = aliases if entry.head.aliases is UNSET else entry.head.aliases
        return Name(show_id, title, aliases)

    def layers_of(self, show_id: str) -> tuple[str, ...]:
        """The layers that state something of the show with this canonical id, the lowest first."""
        return tuple(layer.name for layer, _ in self._stated[show_id])

    def names(self) -> Iterator[Name]:
        """What every show goes by that is not hidden."""
        return map(self.name, self.ids())

    def get(self, show_id: str) -> Known:
        """The show with this canonical id, merged; a bad entry is left out and named."""
        stated, skipped = list(self._stated[show_id]), list[Skipped]()
        while stated:
            try:
                show = _merged_show(show_id, [entry.written for _, entry in stated])
                return Known(show, tuple(layer.name for layer, _ in stated), tuple(skipped))
            except (msgspec.ValidationError, UnicodeDecodeError) as error:
                layer, entry = stated.pop()
                skipped.append(_skip(layer, entry, str(error)))
        return Known(None, (), tuple(skipped))

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


def merged(under: Fields, over: Fields) -> dict[str, Any]:
    """One show's fields over another's: seasons by number, external ids by service.

    Where a premiere moves, the finale and the episode dates of the one below go with the old one.
    """
    result = {**under, **over}
    if isinstance(under.get("ids"), dict) and isinstance(over.get("ids"), dict):
        result["ids"] = {**under["ids"], **over["ids"]}
    if _are_seasons(under.get("seasons")) and _are_seasons(over.get("seasons")):
        result["seasons"] = _merged_seasons(under["seasons"], over["seasons"])
    return result


def season_key(season: Fields) -> str:
    """What tells one season of a show from another: its number, or a special's name."""
    number = season.get("number")
    # As text: in a bad entry either may be anything, a list too.
    return f"special {season.get('name')!r}" if number is None else f"season {number!r}"


Stated = list[tuple[Layer, Entry]]


def _matched(layers: Iterable[Layer]) -> tuple[dict[str, Stated], dict[str, str]]:
    stated: dict[str, Stated] = {}
    canonical: dict[str, str] = {}
    external: dict[tuple[str, object], str] = {}
    for layer in layers:
        same = _same_as(stated, canonical, external)
        added: list[tuple[str, Entry]] = []
        for entry in layer.entries:
            show = same(entry.head)
            if show is None:
                added.append((entry.head.id, entry))
            else:
                stated[show].append((layer, entry))
                canonical.setdefault(entry.head.id, show)
        for show, entry in added:
            stated.setdefault(show, []).append((layer, entry))
        _remember(external, added)
    return stated, canonical


def _same_as(
    stated: Mapping[str, Stated],
    canonical: Mapping[str, str],
    external: Mapping[tuple[str, object], str],
) -> Callable[[Head], str | None]:
    def same(head: Head) -> str | None:
        if head.id in stated:
            return head.id
        if head.id in canonical:
            return canonical[head.id]
        if head.ids is None or not external:
            return None
        return next((external[key] for key in _numbers(head.ids) if key in external), None)

    return same


def _remember(external: dict[tuple[str, object], str], added: list[tuple[str, Entry]]) -> None:
    for show, entry in added:
        if entry.head.ids is not None:
            for key in _numbers(entry.head.ids):
                external.setdefault(key, show)


def _numbers(ids: ExternalIds) -> Iterator[tuple[str, object]]:
    for service in ids.__struct_fields__:
        number = getattr(ids, service)
        if number is not None:
            yield service, number


def _hidden(stated: Stated) -> bool:
    return stated[-1][1].head.hidden


def _merged_show(show_id: str, written: Sequence[Raw]) -> Show:
    if len(written) == 1:
        return msgspec.json.decode(written[0], type=Show, dec_hook=read_value)
    fields: dict[str, Any] = {}
    for text in written:
        fields = merged(fields, msgspec.json.decode(text))
    return msgspec.convert({**fields, "id": show_id}, Show, dec_hook=read_value)


def _skip(layer: Layer, entry: Entry, error: str) -> Skipped:
    reason, _, inner = error.partition(" - at `$")
    path = f"shows[{entry.index}]{inner.rstrip('`')}"
    return Skipped(layer.file, path, reason)


def _are_seasons(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(season, dict) for season in value)


def _merged_seasons(under: list[Fields], over: list[Fields]) -> list[Fields]:
    seasons = {season_key(season): season for season in under}
    for season in over:
        key = season_key(season)
        seasons[key] = {**_still_true(seasons.get(key, {}), season), **season}
    return list(seasons.values())


def _still_true(under: Fields, over: Fields) -> Fields:
    """What a layer says of a season that the one above does not move to another premiere."""
    if over.get("premiere", under.get("premiere")) == under.get("premiere"):
        return under
    return {key: value for key, value in under.items() if key not in _COUNTED_FROM_THE_PREMIERE}
