"""What of the difference between two states of the live layer is news to whoever reads all layers."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Raw, Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Entry, Head, MemoryLayer
from premierectl.changes import Change
from premierectl.differences import compare
from premierectl.model import Show
from premierectl.refresh.departures import Departures
from premierectl.season_key import key_of

LIVE: Final = "live"
_NONE_ASKED: Final = frozenset[object]()
_NO_DEPARTURES: Final = Departures()

LayerShow = Mapping[str, Any]


class Circumstances(Struct, frozen=True):
    """What tells news from what is only filled in, and the shows that the service has no more.

    ``asked`` are the numbers that were asked for by themselves before; ``same_choice`` says that
    what stood was chosen by the same filters.
    """

    asked: Collection[object] = _NONE_ASKED
    same_choice: bool = True
    departures: Departures = _NO_DEPARTURES


class LayerStates(Struct, frozen=True):
    """The live layer before and after, by the service's numbers, and the catalogue with either."""

    stood: Mapping[object, LayerShow]
    stands: Mapping[object, LayerShow]
    before: Catalogue
    after: Catalogue

    @classmethod
    def of(
        cls,
        catalogue: Catalogue,
        before: Mapping[object, LayerShow],
        after: Mapping[object, LayerShow],
    ) -> "LayerStates":
        """With those shows alone of which another thing is said now."""
        changed = {
            number
            for number in {**before, **after}
            if what_is_said(before.get(number)) != what_is_said(after.get(number))
        }
        stood = {number: show for number, show in before.items() if number in changed}
        stands = {number: show for number, show in after.items() if number in changed}
        return cls(stood, stands, _with_live(catalogue, stood), _with_live(catalogue, stands))

    def of_show(self, number: object) -> tuple[Show | None, Show | None]:
        """What all layers said of a show, and say now."""
        found = self.stands.get(number) or self.stood[number]
        earlier = self.stood.get(number) or found
        return _shown(self.before, str(earlier["id"])), _shown(self.after, str(found["id"]))


def news(
    catalogue: Catalogue,
    states: tuple[Mapping[object, LayerShow], Mapping[object, LayerShow]],
    when: datetime,
    circumstances: Circumstances,
    first: Collection[object],
) -> tuple[Change, ...]:
    """What changed, seen at ``when`` (UTC), each once.

    The live layer before and after is by the service's numbers. Of shows that were asked for by
    themselves for the ``first`` time what they add is no news, nor which shows are new in a first
    layer, or in one of other filters.
    """
    found, same = LayerStates.of(catalogue, *states), circumstances.same_choice
    merged = circumstances.departures.merged
    told = list(_merged(found, merged, when))
    for number in found.stands:
        if number not in found.stood and (number in merged.values() or not same):
            continue  # said already, or no news
        was, now = found.of_show(number)
        filled_in = number in first or (was is None and not states[0])
        told += compare(was, now, when, filled_in=filled_in)
    went = [number for number in found.stood if number not in found.stands]
    for number in went if same else ():
        if number not in merged:
            told += _went(*found.of_show(number), found.stood[number], when)
    return tuple(dict.fromkeys(told))


def what_is_said(show: LayerShow | None) -> object:
    """What is said of a show, whenever it was said."""
    if show is None:
        return None
    seasons = [{**season, "sources": None} for season in show.get("seasons", ())]
    return {**show, "sources": None, "seasons": seasons}


def _merged(
    found: LayerStates, merged: Mapping[object, object], when: datetime
) -> Iterator[Change]:
    """The shows that were merged into others: that, and what becomes of what was known of them."""
    for old, new in merged.items():
        if old not in found.stood or new not in found.stands:
            continue
        was = _shown(found.before, str(found.stood[old]["id"]))
        now = _shown(found.after, str(found.stands[new]["id"]))
        if was is not None and now is not None:
            yield Change(when=when, show_id=was.id, show=was.title, kind="merged", name=now.title)
            changes = compare(was, now, when, filled_in=True)
            yield from (change for change in changes if change.kind != "renamed")


def _went(was: Show | None, now: Show | None, stood: LayerShow, when: datetime) -> Iterator[Change]:
    """What the schedule has no more: the seasons of which it listed something that is to come."""
    today = when.date().isoformat()
    listed = {
        key_of(season)
        for season in stood.get("seasons", ())
        for episode in (season, *season.get("episode_list", ()))
        if (episode.get("date") or episode.get("premiere") or "") > today
    }
    if not stood.get("gone"):
        yield from (change for change in compare(was, now, when) if change.season in listed)


def _with_live(catalogue: Catalogue, shows: Mapping[object, LayerShow]) -> Catalogue:
    """The catalogue with these shows as its live layer."""
    entries = tuple(
        Entry(msgspec.convert(show, Head), Raw(msgspec.json.encode(show)), index)
        for index, show in enumerate(shows.values())
    )
    under = [layer for layer in catalogue.layers if layer.name == "bundled"]
    over = [layer for layer in catalogue.layers if layer.name not in ("bundled", LIVE)]
    return Catalogue([*under, MemoryLayer(LIVE, LIVE, entries), *over])


def _shown(catalogue: Catalogue, show_id: str) -> Show | None:
    canonical = catalogue.canonical(show_id)
    return None if canonical is None else catalogue.get(canonical).show
