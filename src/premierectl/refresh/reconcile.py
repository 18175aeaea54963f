"""The live layer: what a service lists, under the ids of the shows that are known already."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from premierectl.catalogue.merge import merged
from premierectl.dates import PartialDate
from premierectl.refresh.departures import Departures, merged_away, unconfirmed
from premierectl.refresh.identity import HINTS, KnownShow
from premierectl.refresh.naming import named, told_apart
from premierectl.refresh.season_states import Reach, joined_season, left_season, unscheduled
from premierectl.season_key import SeasonKey, key_of

ListedFields = Mapping[str, Any]
KeptEntry = dict[str, Any]
Announced = Mapping[str, Mapping[SeasonKey, PartialDate]]

_NOBODY: Final = Departures()
# What a service says of a show that its schedule, or an answer of its own, may leave out.
_OF_ITS_OWN: Final = ("cast",)


class Origin(Struct, frozen=True):
    """The service that said it, its licence, and the day of its answers (UTC)."""

    name: str
    licence: str
    day: date

    @property
    def service(self) -> str:
        """How its numbers are called."""
        return self.name.lower()

    def number(self, entry: ListedFields) -> object:
        """The entry's number at the service."""
        return entry.get("ids", {}).get(self.service)

    def source(self, url: object) -> KeptEntry:
        """The service as a source of what was said of a show with this page."""
        fields = {"title": self.name, "licence": self.licence, "url": url}
        return {
            **{key: value for key, value in fields.items() if value},
            "checked": self.day.isoformat(),
        }


def live_shows(
    previous: Sequence[ListedFields],
    fetched: Sequence[ListedFields],
    known: Sequence[KnownShow],
    origin: Origin,
    *,
    followed: Collection[object] = (),
    whole: bool,
    own: Collection[object] = (),
    departures: Departures = _NOBODY,
    announced: Announced = {},  # noqa: B006 - a mapping is never changed here
) -> list[KeptEntry]:
    """The shows of the live layer after a refresh, sorted by id.

    ``fetched`` are the entries of a service's answers, without ids; of one number the earlier wins
    over the later. Where they are the ``whole`` of what is coming, what is not among them goes,
    but for the shows with an answer of their ``own``, unless its number is ``followed`` or it would leave an older day to be read; else it stays. A show keeps the id
    it had, or has that of the same show in another layer; what is over stays with it, and a
    premiere that moves is remembered in the season's history. ``announced`` are the days that the
    layers below state of seasons: of one that the service has without a date, they are withdrawn.
    """
    before = merged_away(_by_own_number(previous, origin), departures, followed, origin.service)
    listed = _by_number(fetched, origin)
    ids = named(listed, before, known)
    titles = told_apart(listed, ids, before, known)
    found = {}
    for number, entry in listed.items():
        reach = _reach(number, own=own, followed=followed, whole=whole)
        below = announced.get(ids[number], {})
        fields = {**entry, **titles[number]}
        found[ids[number]] = _joined(before.get(number, {}), fields, origin, reach, below)
    for number, entry in before.items():
        show_id = str(entry["id"])
        if number in departures.gone:
            found.setdefault(show_id, unconfirmed(entry, origin.day))
        elif not whole:
            found.setdefault(show_id, dict(entry))
        elif number in followed:
            found.setdefault(show_id, _without_specials(entry, origin.day))
        elif announced.get(show_id):
            found.setdefault(show_id, _unscheduled(entry, origin.day, announced[show_id]))
    return [_named_entry(show_id, found[show_id]) for show_id in sorted(found)]


def _by_own_number(previous: Iterable[ListedFields], origin: Origin) -> dict[object, ListedFields]:
    placed = ((origin.number(entry), entry) for entry in previous)
    return {number: entry for number, entry in placed if number is not None}


def _by_number(fetched: Iterable[ListedFields], origin: Origin) -> dict[object, ListedFields]:
    """The fetched entries by their number at the service, those of one number as one."""
    listed: dict[object, ListedFields] = {}
    for entry in fetched:
        number = origin.number(entry)
        listed[number] = merged(entry, listed[number]) if number in listed else entry
    return listed


def _reach(
    number: object,
    *,
    own: Collection[object],
    followed: Collection[object],
    whole: bool,
) -> Reach:
    """How much an entry tells: the schedule has the dated seasons alone, a show's own answer all."""
    if whole and number not in own:
        return "schedule" if number in followed else "all that is scheduled"
    return "show"


def _reach_of(reach: Reach, season: ListedFields, listed_from: int | None) -> Reach:
    """How much is told of a season: all of it, where the answer lists each of its episodes."""
    number = season.get("number")
    if reach != "show" or number is None or listed_from is None or number < listed_from:
        return reach
    return "whole season"


def _joined(
    before: ListedFields,
    entry: ListedFields,
    origin: Origin,
    reach: Reach,
    below: Mapping[SeasonKey, PartialDate],
) -> KeptEntry:
    """What is listed now, with what was known before and is over, or was not asked for."""
    today, checked = origin.day, [origin.source(entry.get("url"))]
    old = {key_of(season): season for season in before.get("seasons", ())}
    listed_from = entry.get(HINTS, {}).get("listed_from")
    seasons: list[ListedFields] = [
        {
            **joined_season(
                old.pop(key_of(season), {}),
                season,
                today,
                _reach_of(reach, season, listed_from),
                below.get(key_of(season)),
            ),
            "sources": checked,
        }
        for season in entry.get("seasons", ())
    ]
    rest = [
        left_season(season, today, _reach_of(reach, season, listed_from), below.get(key))
        for key, season in old.items()
    ]
    seasons += [season for season in rest if season is not None]
    kept = {"former_ids", *(_OF_ITS_OWN if "schedul" in reach else ())}
    lasting = {key: value for key, value in before.items() if key in kept}
    result = {**lasting, **entry, "sources": checked}
    return {**result, "seasons": sorted(seasons, key=_seasons_in_order)}


def _without_specials(entry: ListedFields, today: date) -> KeptEntry:
    """What the schedule does not list of a followed show; of specials it alone tells."""
    kept = (left_season(season, today, "schedule") for season in entry.get("seasons", ()))
    return {**entry, "seasons": [season for season in kept if season is not None]}


def _unscheduled(
    entry: ListedFields, today: date, below: Mapping[SeasonKey, PartialDate]
) -> KeptEntry:
    seasons = [
        unscheduled(season, today, below.get(key_of(season))) for season in entry.get("seasons", ())
    ]
    return {**entry, "seasons": seasons}


def _seasons_in_order(season: ListedFields) -> tuple[bool, int, str]:
    number = season.get("number")
    return number is None, number or 0, str(season.get("name", ""))


def _named_entry(show_id: str, entry: ListedFields) -> KeptEntry:
    """The entry under its id; a service's cast is of the whole show, and no season has one."""
    rest = {key: value for key, value in entry.items() if key not in ("id", HINTS)}
    seasons = [
        {key: value for key, value in season.items() if key != "cast"}
        for season in entry.get("seasons", ())
    ]
    return {"id": show_id, **rest, "seasons": seasons}
