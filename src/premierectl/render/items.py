"""The items of the JSON documents: the contract with scripts, as types."""

import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from premierectl.catalogue.provenance import StatedField
from premierectl.changes import Change, ChangeKind
from premierectl.model import Show, ShowStatus
from premierectl.render.fields import FIELDS
from premierectl.season_key import SeasonKey
from premierectl.upcoming.following import FollowedRow
from premierectl.upcoming.one_show import ShowNow
from premierectl.upcoming.outlook import Row
from premierectl.wording.changes import change_words

# Made of the one list of fields, so that it has each by its name and with its meaning.
CountdownItem: Any = msgspec.defstruct(
    "CountdownItem",
    [
        (field.name, Annotated[field.kind, Meta(description=field.meaning)])
        for field in FIELDS.values()
    ],
    namespace={"__doc__": "A release seen from now."},
    frozen=True,
    kw_only=True,
)


class ShowItem(Struct, frozen=True, kw_only=True):
    """All that is known of a show, as the catalogue states it, and its countdowns."""

    show: Show
    layers: tuple[str, ...]
    followed: bool
    countdowns: tuple[CountdownItem, ...]
    note: str | None
    tags: tuple[str, ...]


class WatchlistItem(Struct, frozen=True, kw_only=True):
    """What is followed of a show; ``known`` is false while no catalogue has the show.

    Then ``sought`` is the number by which the next refresh looks for it, where one is known; one that
    is followed by title ``could_be`` the shows with these ids. ``muted`` is how long it is muted:
    ``always``, ``renewed``, ``dated`` or a day.
    """

    show_id: str
    title: str | None
    show_status: ShowStatus | None
    season: SeasonKey | None
    part: int | None
    added: datetime.datetime | None
    note: str | None
    known: bool
    sought: str | None
    could_be: tuple[str, ...]
    countdown: CountdownItem | None
    tags: tuple[str, ...]
    muted: str | None
    muted_seasons: tuple[SeasonKey, ...]


class SeenItem(Struct, frozen=True, kw_only=True):
    """What a refresh saw change of a show, of a season, or of a part, an episode or the finale of it."""

    when: datetime.datetime
    show_id: str
    title: str
    season: SeasonKey | None
    label: str | None
    kind: ChangeKind
    part: str | None
    episode: int | None
    finale: bool
    before: str | None
    after: str | None
    days: int | None
    name: str | None
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


def countdown_item(row: Row) -> Any:
    """A countdown as scripts get it."""
    return CountdownItem(**{name: field.of(row) for name, field in FIELDS.items()})


def show_item(now: ShowNow) -> ShowItem:
    """A show as scripts get it."""
    return ShowItem(
        show=now.show,
        layers=now.layers,
        followed=now.followed,
        countdowns=tuple(map(countdown_item, now.rows)),
        note=now.note,
        tags=now.tags,
    )


def watchlist_item(listed: FollowedRow) -> WatchlistItem:
    """A line of the watchlist as scripts get it."""
    line, row = listed.line, listed.row
    return WatchlistItem(
        show_id=line.id,
        title=listed.show.title if listed.show else line.title,
        show_status=listed.status,
        season=line.season,
        part=line.part,
        added=line.added,
        note=listed.note,
        known=listed.show is not None,
        sought=None if listed.show else line.sought,
        could_be=tuple(name.id for name in listed.could_be),
        countdown=countdown_item(row) if row else None,
        tags=listed.tags,
        muted=listed.until,
        muted_seasons=listed.hidden,
    )


def stated_field_item(stated: StatedField) -> StatedFieldItem:
    """A field of a show as scripts get it: its value as JSON text."""
    return StatedFieldItem(
        show_id=stated.show_id,
        field=stated.field,
        value=_json(stated.value),
        layer=stated.layer,
        overruled=tuple(OverruledItem(each.layer, _json(each.value)) for each in stated.overruled),
    )


def seen_item(change: Change) -> SeenItem:
    """A change as scripts get it."""
    return SeenItem(
        when=change.when,
        show_id=change.show_id,
        title=change.show,
        season=change.season,
        label=change.label or None,
        kind=change.kind,
        part=change.part,
        episode=change.episode,
        finale=change.finale,
        before=change.before.text if change.before else None,
        after=change.after.text if change.after else None,
        days=change.days,
        name=change.name,
        people=change.people,
        more=change.more,
        message=change_words(change),
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
