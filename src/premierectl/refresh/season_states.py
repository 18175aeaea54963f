"""A season of the live layer, from what was known of it to what an answer says now."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal

from premierectl.dates import PartialDate

SeasonFields = Mapping[str, Any]
KeptSeason = dict[str, Any]

# How much an answer tells: a show's dated seasons, beside which a followed one may have others; these
# alone; the show, though of a season not every episode; or every episode of the season, too.
Reach = Literal["schedule", "all that is scheduled", "show", "whole season"]

_LASTING: Final = frozenset({"timezone", "history", "release"})


def joined_season(
    before: SeasonFields,
    season: SeasonFields,
    today: date,
    reach: Reach,
    below: PartialDate | None = None,
) -> KeptSeason:
    """The season as it is listed now, with the episodes of it that are out and what still holds.

    ``below`` is the day that a lower layer states, withdrawn where the season is listed without.
    """
    result = {**_lasting(before, today, reach), **season}
    moved = before.get("premiere") != result.get("premiere")
    until = date.max if reach in ("show", "schedule") and not moved else today
    kept = _unlisted(before, result, until)
    if reach == "whole season":  # a list of every numbered one
        kept = (each for each in kept if each.get("number") is None)
    listed = [*kept, *season.get("episode_list", ())]
    result.pop("episode_list", None)
    if listed:
        result["episode_list"] = sorted(listed, key=_by_day)
    if reach in ("show", "whole season"):
        result = _without_a_date(result, below)
    return _with_history(before, result, today)


def left_season(
    season: SeasonFields, today: date, reach: Reach, below: PartialDate | None = None
) -> SeasonFields | None:
    """What is kept of a season that an answer does not list; null where it is gone."""
    special = season.get("number") is None
    if reach == "schedule" and not special:
        return season  # the show's own answer tells what became of it
    if reach == "show" and special:
        return season  # of specials the schedule alone tells
    if reach != "show" and (is_past(season, today) or below is not None):
        return unscheduled(season, today, below)
    return season if is_past(season, today) else None


def unscheduled(season: SeasonFields, today: date, below: PartialDate | None) -> SeasonFields:
    """A season without the episodes to come, where all that are listed stand elsewhere."""
    episodes = season.get("episode_list", ())
    listed = [each for each in episodes if has_come(each.get("date"), today)]
    if len(listed) == len(episodes):
        return season
    kept = {key: value for key, value in season.items() if key != "episode_list"}
    first = [each.get("date") for each in episodes if each.get("number") in (None, 0, 1)]
    if not has_come(season.get("premiere"), today) and season.get("premiere") in first:
        kept.pop("premiere", None)
    if listed:
        kept["episode_list"] = listed
    return _with_history(season, _without_a_date(kept, below), today)


def is_past(season: SeasonFields, today: date) -> bool:
    """Whether a season that is listed no longer had begun: then it has not gone, it is over."""
    dates = [season.get("premiere"), *(each.get("date") for each in season.get("episode_list", ()))]
    return any(has_come(day, today) for day in dates)


def has_come(day: str | None, today: date) -> bool:
    """Whether it is that day or later: a schedule of what is to come lists it no longer."""
    return day is not None and day <= today.isoformat()


def _lasting(before: SeasonFields, today: date, reach: Reach) -> KeptSeason:
    """What of the state before an answer leaves out and does not contradict."""
    if reach == "schedule":
        return {key: value for key, value in before.items() if key != "status"}
    counted = {"episodes"} if reach == "all that is scheduled" else set[str]()
    lasting = {key: value for key, value in before.items() if key in _LASTING | counted}
    stood = before.get("premiere")
    if reach == "whole season":
        return lasting
    if "premiere" in before and (stood is None or has_come(stood, today)):
        lasting["premiere"] = stood
    return lasting


def _without_a_date(season: KeptSeason, below: PartialDate | None) -> KeptSeason:
    """The season, and where nothing of it is dated, that it has no premiere whatever is below."""
    dated = (
        season.get("premiere")
        or season.get("finale")
        or any(each.get("date") for each in season.get("episode_list", ()))
    )
    return season if dated or below is None else {**season, "premiere": None}


def _unlisted(before: SeasonFields, season: SeasonFields, until: date) -> Iterator[KeptSeason]:
    """The episodes up to this day that are not listed now; in another zone no clock time holds."""
    listed = {episode.get("number") for episode in season.get("episode_list", ())} - {None}
    same_zone = before.get("timezone") == season.get("timezone")
    for episode in before.get("episode_list", ()):
        if has_come(episode.get("date"), until) and episode.get("number") not in listed:
            yield {key: value for key, value in episode.items() if same_zone or key != "time"}


def _with_history(before: SeasonFields, season: KeptSeason, today: date) -> KeptSeason:
    was, now = before.get("premiere"), season.get("premiere")
    if not before or (was or "").rstrip("?") == (now or "").rstrip("?"):
        return season
    change = {"when": today.isoformat(), "from": was, "to": now}
    kept = {key: value for key, value in change.items() if value is not None}
    return {**season, "history": [*before.get("history", ()), kept]}


def _by_day(episode: SeasonFields) -> tuple[str, int]:
    return episode.get("date") or "9999", episode.get("number") or 0
