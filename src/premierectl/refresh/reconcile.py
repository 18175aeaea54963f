"""The live layer: what a service lists, under the ids of the shows that are known already."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from premierectl.catalogue.merge import merged
from premierectl.refresh.identity import KnownShow, named, told_apart
from premierectl.season_key import SeasonKey, key_of

ListedFields = Mapping[str, Any]
KeptEntry = dict[str, Any]


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
    followed: Container[object] = (),
    whole: bool,
) -> list[KeptEntry]:
    """The shows of the live layer after a refresh, sorted by id.

    ``fetched`` are the entries of a service's answers, without ids; of one number the earlier wins
    over the later. Where they are the ``whole`` of what is coming, what is not among them goes,
    unless its number is ``followed``; else it stays. A show keeps the id it had, or has that of the
    same show in another layer; what is over stays with it, and a premiere that moves is remembered
    in the season's history.
    """
    placed = ((origin.number(entry), entry) for entry in previous)
    before = {number: entry for number, entry in placed if number is not None}
    listed = _by_number(fetched, origin)
    ids = named(listed, before, known)
    titles = told_apart(listed, ids, before, known)
    found = {
        ids[number]: _joined(
            before.get(number, {}), {**entry, **titles[number]}, origin, whole=whole
        )
        for number, entry in listed.items()
    }
    for number, entry in before.items():
        if not whole or number in followed:
            found.setdefault(str(entry["id"]), dict(entry))
    cast = {show.id: show.with_cast for show in known}
    return [
        _named_entry(show_id, found[show_id], cast.get(show_id, frozenset()))
        for show_id in sorted(found)
    ]


def _by_number(fetched: Iterable[ListedFields], origin: Origin) -> dict[object, ListedFields]:
    """The fetched entries by their number at the service, those of one number as one."""
    listed: dict[object, ListedFields] = {}
    for entry in fetched:
        number = origin.number(entry)
        listed[number] = merged(entry, listed[number]) if number in listed else entry
    return listed


def _joined(before: ListedFields, entry: ListedFields, origin: Origin, *, whole: bool) -> KeptEntry:
    """What is listed now, with what was known before and is over, or was not asked for."""
    today, checked = origin.day, [origin.source(entry.get("url"))]
    old = {key_of(season): season for season in before.get("seasons", ())}
    seasons = [
        {
            **_joined_season(old.pop(key_of(season), {}), season, today, whole=whole),
            "sources": checked,
        }
        for season in entry.get("seasons", ())
    ]
    over = [season for season in old.values() if _is_over(season, today)]
    seasons = sorted([*over, *seasons], key=_seasons_in_order)
    return {**before, **entry, "sources": checked, "seasons": seasons}


def _joined_season(
    before: ListedFields, season: ListedFields, today: date, *, whole: bool
) -> KeptEntry:
    """The season as it is listed now, with the episodes of it that are out and what still holds."""
    lasting = {key: value for key, value in before.items() if key in _LASTING}
    if _has_come(before.get("premiere"), today):
        lasting["premiere"] = before["premiere"]
    result = {**lasting, **season}
    moved = before.get("premiere") != result.get("premiere")
    until = today if whole or moved else date.max
    listed = [*_unlisted(before, result, until), *season.get("episode_list", ())]
    if listed:
        result["episode_list"] = listed
    return _with_history(before, result, today)


_LASTING: Final = frozenset({"episodes", "timezone", "history", "cast", "release"})


def _unlisted(before: ListedFields, season: ListedFields, until: date) -> Iterator[KeptEntry]:
    """The episodes up to this day that are not listed now; in another zone no clock time holds."""
    listed = {episode.get("number") for episode in season.get("episode_list", ())} - {None}
    same_zone = before.get("timezone") == season.get("timezone")
    for episode in before.get("episode_list", ()):
        if _has_come(episode.get("date"), until) and episode.get("number") not in listed:
            yield {key: value for key, value in episode.items() if same_zone or key != "time"}


def _with_history(before: ListedFields, season: KeptEntry, today: date) -> KeptEntry:
    was, now = before.get("premiere"), season.get("premiere")
    if not before or was == now:
        return season
    change = {"when": today.isoformat(), "from": was, "to": now}
    kept = {key: value for key, value in change.items() if value is not None}
    return {**season, "history": [*before.get("history", ()), kept]}


def _has_come(day: str | None, today: date) -> bool:
    """Whether it is that day or later: a schedule of what is to come lists it no longer."""
    return day is not None and day <= today.isoformat()


def _is_over(season: ListedFields, today: date) -> bool:
    """Whether a season that is listed no longer had begun: then it has not gone, it is over."""
    dates = [season.get("premiere"), *(each.get("date") for each in season.get("episode_list", ()))]
    return any(_has_come(day, today) for day in dates)


def _seasons_in_order(season: ListedFields) -> tuple[bool, int, str]:
    number = season.get("number")
    return number is None, number or 0, str(season.get("name", ""))


def _named_entry(show_id: str, entry: ListedFields, with_cast: frozenset[SeasonKey]) -> KeptEntry:
    """The entry under its id; a cast is of the whole show, so one of a season elsewhere knows better."""
    rest = {key: value for key, value in entry.items() if key != "id"}
    seasons = [
        {key: value for key, value in season.items() if key != "cast"}
        if key_of(season) in with_cast
        else season
        for season in entry["seasons"]
    ]
    return {"id": show_id, **rest, "seasons": seasons}
