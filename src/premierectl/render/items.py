"""The items of the JSON documents: the contract with scripts, as types."""

import datetime
from typing import Literal

import msgspec
from msgspec import Struct

from premierectl.catalogue.change import Change, ChangeKind
from premierectl.catalogue.model import Role, Show, ShowStatus
from premierectl.catalogue.provenance import Stated
from premierectl.catalogue.season_key import SeasonKey
from premierectl.countdown import Countdown, State
from premierectl.dates import Precision
from premierectl.release import ReleaseKind, TimeSource
from premierectl.render.facts import credit

Outcome = Literal[
    "added", "already watched", "noted", "removed", "not watched", "refused", "undone"
]


class CountdownItem(Struct, frozen=True, kw_only=True):
    """A release seen from now."""

    id: str
    show_id: str
    show: str
    season: int | None
    label: str
    kind: ReleaseKind
    date: str | None
    precision: Precision | None
    confirmed: bool | None
    earliest: datetime.date | None
    latest: datetime.date | None
    days: int | None
    days_earliest: int | None
    days_latest: int | None
    phrase: str
    state: State
    network: str | None
    watched: bool
    layers: tuple[str, ...]
    release: str
    part: int | None
    episodes: tuple[int, int] | None
    completes: bool
    progress: str | None
    instant: datetime.datetime | None
    instant_source: TimeSource | None
    local_time: datetime.datetime | None
    seconds: int | None
    usually: datetime.datetime | None
    credit: str | None
    moved_from: str | None
    moved_days: int | None


class CastItem(Struct, frozen=True, kw_only=True):
    """A person in a season's cast; ``status`` is null where nothing tells new from returning."""

    show_id: str
    show: str
    season: int | None
    label: str
    person: str
    character: str | None
    role: Role | None
    status: Literal["new", "returning"] | None
    about: str | None


class ShowItem(Struct, frozen=True, kw_only=True):
    """All that is known of a show, as the catalogue states it, and its countdowns."""

    show: Show
    layers: tuple[str, ...]
    watched: bool
    countdowns: tuple[CountdownItem, ...]


class SearchItem(Struct, frozen=True, kw_only=True):
    """A show that matches, with the field and the text that matched."""

    show_id: str
    show: str
    field: str
    match: str
    watched: bool
    layers: tuple[str, ...]


class WatchlistItem(Struct, frozen=True, kw_only=True):
    """A line of the watchlist; ``known`` is false while no catalogue has the show."""

    show_id: str
    show: str | None
    show_status: ShowStatus | None
    season: SeasonKey | None
    part: int | None
    added: datetime.datetime | None
    note: str | None
    known: bool
    countdown: CountdownItem | None


class ChangeItem(Struct, frozen=True, kw_only=True):
    """What a change of the watchlist did with one of the words it was given."""

    words: str
    show_id: str | None = None
    season: SeasonKey | None = None
    part: int | None = None
    outcome: Outcome
    message: str


class LayerItem(Struct, frozen=True, kw_only=True):
    """A layer of the catalogue and its file."""

    name: str
    path: str
    exists: bool
    as_of: datetime.date | None
    shows: int | None


class ProblemItem(Struct, frozen=True, kw_only=True):
    """A problem of a catalogue file."""

    file: str
    line: int
    path: str
    message: str


class StatedItem(Struct, frozen=True, kw_only=True):
    """What was written to the own catalogue."""

    file: str
    show_id: str
    label: str
    message: str


class SeenItem(Struct, frozen=True, kw_only=True):
    """What a refresh saw change of a show, of a season, or of a part, an episode or the finale of it."""

    when: datetime.datetime
    show_id: str
    show: str
    season: SeasonKey | None
    label: str | None
    kind: ChangeKind
    part: str | None
    episode: int | None
    finale: bool
    before: str | None
    after: str | None
    days: int | None
    people: tuple[str, ...]
    more: int
    message: str


class OverruledItem(Struct, frozen=True):
    """What a layer says of a field on which a higher one has the last word; ``value`` is JSON text."""

    layer: str
    value: str


class StatedFieldItem(Struct, frozen=True, kw_only=True):
    """A field of a show and the layer that states it; ``value`` is JSON text."""

    show_id: str
    field: str
    value: str
    layer: str
    overruled: tuple[OverruledItem, ...]


Item = CountdownItem | CastItem | ShowItem | SearchItem | WatchlistItem | ChangeItem | LayerItem | ProblemItem | StatedItem | SeenItem | StatedFieldItem  # fmt: skip


def countdown_item(
    item: Countdown,
    *,
    watched: bool,
    layers: tuple[str, ...],
    usually: datetime.datetime | None = None,
) -> CountdownItem:
    """A countdown as scripts get it; ``usually`` is its network's usual time, in the viewer's zone."""
    release, known, moved = item.release, item.date, item.moved
    return CountdownItem(
        id=release.address,
        show_id=release.show.id,
        show=release.show.title,
        season=release.season.number,
        label=release.season.label,
        kind=release.kind,
        date=known.text if known else None,
        precision=known.precision if known else None,
        confirmed=known.confirmed if known else None,
        earliest=known.earliest if known else None,
        latest=known.latest if known else None,
        days=item.days,
        days_earliest=item.days_earliest,
        days_latest=item.days_latest,
        phrase=item.phrase,
        state=item.state,
        network=release.network,
        watched=watched,
        layers=layers,
        release=release.label,
        part=release.part,
        episodes=release.episodes,
        completes=release.completes,
        progress=item.progress or None,
        instant=release.instant if item.local else None,
        instant_source=release.time_source if item.local else None,
        local_time=item.local,
        seconds=None if item.left is None else int(item.left.total_seconds()),
        usually=usually,
        credit=credit(release.show, release.season),
        moved_from=str(moved.before) if moved else None,
        moved_days=moved.days if moved else None,
    )


def stated_field_item(show_id: str, stated: Stated) -> StatedFieldItem:
    """A field of a show as scripts get it: its value as JSON text."""
    return StatedFieldItem(
        show_id=show_id,
        field=stated.field,
        value=_json(stated.value),
        layer=stated.layer,
        overruled=tuple(OverruledItem(said.layer, _json(said.value)) for said in stated.overruled),
    )


def seen_item(change: Change) -> SeenItem:
    """A change as scripts get it."""
    return SeenItem(
        when=change.when,
        show_id=change.show_id,
        show=change.show,
        season=change.season,
        label=change.label or None,
        kind=change.kind,
        part=change.part,
        episode=change.episode,
        finale=change.finale,
        before=change.before.text if change.before else None,
        after=change.after.text if change.after else None,
        days=change.days,
        people=change.people,
        more=change.more,
        message=change.words,
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
