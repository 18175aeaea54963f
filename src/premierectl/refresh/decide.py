"""What a refresh makes of the answers: the live layer, and what changed in the whole catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.changes import Change
from premierectl.date_changes import opening_date
from premierectl.dates import PartialDate
from premierectl.model import Season, Show
from premierectl.refresh.gather import Gathered
from premierectl.refresh.identity import KnownShow
from premierectl.refresh.news import LIVE, Circumstances, news
from premierectl.refresh.reconcile import Announced, Origin, live_shows
from premierectl.sources.source import ShowSource
from premierectl.storage.live import usable

_NOTHING_SPECIAL: Final = Circumstances()


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
    circumstances: Circumstances = _NOTHING_SPECIAL,
    *,
    promised: Sequence[KnownShow] = (),
) -> Decided:
    """What becomes of the ``previous`` live layer of this catalogue, made of what a source said.

    ``when`` is now (UTC). It may be a batch of the answers of one refresh: the schedule, or some
    shows. Every command can read the ``previous`` shows; one that none could read now keeps its
    last state. ``promised`` are followed shows that the catalogue has not.
    """
    origin = Origin(source.name, source.licence, when.date())
    shows = live_shows(
        previous,
        gathered.entries,
        [*promised, *map(KnownShow.of, _elsewhere(catalogue))],
        origin,
        followed=gathered.followed,
        whole=gathered.whole,
        own=gathered.own,
        departures=circumstances.departures,
        # What other filters leave out is not withdrawn.
        announced=_announced(catalogue) if circumstances.same_choice else {},
    )
    stood = {origin.number(show): show for show in previous}
    stands, left_out = _readable(shows, stood, origin)
    answered = {origin.number(entry) for entry in gathered.entries} & gathered.followed
    first = answered - set(circumstances.asked)
    told = news(catalogue, (stood, stands), when, circumstances, first)
    return Decided(list(stands.values()), told, left_out)


def _readable(
    shows: Sequence[Mapping[str, Any]], stood: Mapping[object, Mapping[str, Any]], origin: Origin
) -> tuple[dict[object, Mapping[str, Any]], tuple[str, ...]]:
    """The shows by number, and the ids of those that no command could read."""
    changed = [show for show in shows if stood.get(origin.number(show)) != show]
    _, left_out = usable(changed)
    found: dict[object, Mapping[str, Any]] = {}
    for show in shows:
        number = origin.number(show)
        if show["id"] not in left_out:
            found[number] = show
        elif number in stood:
            found[number] = stood[number]
    return found, tuple(left_out)


def _elsewhere(catalogue: Catalogue, *, only: str | None = None) -> Iterator[Show]:
    """The shows of the other layers, or of one of them, as they are without the live one."""
    layers = [layer for layer in catalogue.layers if layer.name != LIVE]
    others = Catalogue([layer for layer in layers if only in (None, layer.name)])
    shows = (others.get(show_id).show for show_id in others.ids())
    return (show for show in shows if show is not None)


def _announced(catalogue: Catalogue) -> Announced:
    """The days that the layer below states of seasons, which were ahead when it was checked."""
    return {
        show.id: {
            season.key: known for season in show.seasons if (known := _announced_day(show, season))
        }
        for show in _elsewhere(catalogue, only="bundled")
    }


def _announced_day(show: Show, season: Season) -> PartialDate | None:
    known = opening_date(season)
    if known is None or not known.is_day:
        return None  # a service that lists days alone does not contradict what is vague
    checked = (source.checked for source in (*season.sources, *show.sources) if source.checked)
    return known if known.latest > max(checked, default=date.min) else None
