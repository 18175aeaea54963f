"""What a refresh makes of the answers: the live layer, and what changed in the whole catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Raw, Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Entry, Head, MemoryLayer
from premierectl.changes import Change
from premierectl.differences import compare
from premierectl.model import Show
from premierectl.refresh.gather import Gathered
from premierectl.refresh.identity import KnownShow
from premierectl.refresh.reconcile import Origin, live_shows
from premierectl.sources.source import ShowSource
from premierectl.storage.live import usable

LIVE: Final = "live"


class Decided(Struct, frozen=True):
    """The live layer's shows, what changed, and the ids of shows that had to be left out."""

    shows: Sequence[Mapping[str, Any]]
    changes: tuple[Change, ...]
    left_out: tuple[str, ...]


def decide(
    catalogue: Catalogue,
    previous: Sequence[Mapping[str, Any]],
    gathered: Gathered,
    when: datetime,
    source: ShowSource,
) -> Decided:
    """What becomes of the ``previous`` live layer of this catalogue, made of what a source said.

    ``when`` is now (UTC).
    """
    known = [KnownShow.of(show) for show in _elsewhere(catalogue)]
    entries, followed = gathered.entries, gathered.followed
    previous, unread = usable(previous)
    shows, left_out = usable(
        live_shows(
            previous,
            entries,
            known,
            Origin(source.name, source.licence, when.date()),
            followed=followed,
            whole=gathered.whole,
        )
    )
    before, after = _with_live(catalogue, previous), _with_live(catalogue, shows)
    stood = {show["id"]: show for show in previous}
    changed = (
        show["id"] for show in shows if _what_is_said(show) != _what_is_said(stood.get(show["id"]))
    )
    pairs = ((_shown(before, show_id), _shown(after, show_id)) for show_id in changed)
    return Decided(
        shows,
        tuple(
            change
            for was, now in pairs
            if now is not None and (was is not None or previous)
            for change in compare(was, now, when)
        ),
        (*unread, *left_out),
    )


def _elsewhere(catalogue: Catalogue) -> Iterator[Show]:
    """The shows of the other layers, as they are without the live one."""
    others = Catalogue([layer for layer in catalogue.layers if layer.name != LIVE])
    shows = (others.get(show_id).show for show_id in others.ids())
    return (show for show in shows if show is not None)


def _with_live(catalogue: Catalogue, shows: Sequence[Mapping[str, Any]]) -> Catalogue:
    """The catalogue with these shows as its live layer."""
    entries = tuple(
        Entry(msgspec.convert(show, Head), Raw(msgspec.json.encode(show)), index)
        for index, show in enumerate(shows)
    )
    under = [layer for layer in catalogue.layers if layer.name == "bundled"]
    over = [layer for layer in catalogue.layers if layer.name not in ("bundled", LIVE)]
    return Catalogue([*under, MemoryLayer(LIVE, LIVE, entries), *over])


def _shown(catalogue: Catalogue, show_id: str) -> Show | None:
    canonical = catalogue.canonical(show_id)
    return None if canonical is None else catalogue.get(canonical).show


def _what_is_said(show: Mapping[str, Any] | None) -> object:
    """What is said of a show, whenever it was said."""
    if show is None:
        return None
    seasons = [{**season, "sources": None} for season in show.get("seasons", ())]
    return {**show, "seasons": seasons}
