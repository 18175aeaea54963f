"""What of a season contradicts itself: its dates, parts, counts, times and lists."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any, Final

from premierectl.catalogue.suggest import did_you_mean
from premierectl.catalogue.validation.shape import Problem
from premierectl.dates import PartialDate, date_if_any
from premierectl.moment import find_zone

# Beyond it no calendar has the day.
_MOST_WEEKS_CHECKED: Final = 50_000


def season_problems(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """Every problem of this parsed season beyond the types of its fields."""
    if season.get("number") is None and not season.get("name"):
        yield Problem(path, "has neither a number nor a name; a special needs a name")
    yield from _times(season, path)
    yield from zone_problems(season, path)
    yield from _out_of_order(season, path)
    yield from _parts(season, path)
    yield from _weeks(season, path)
    yield from _listed_dates(season, path)


def zone_problems(fields: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """A ``timezone`` that is none."""
    name = fields.get("timezone")
    if isinstance(name, str) and find_zone(name) is None:
        from zoneinfo import available_timezones  # noqa: PLC0415 - reads the disk; after a miss

        hint = did_you_mean(name, available_timezones())
        yield Problem(f"{path}.timezone", f"{name!r} is not an IANA time zone{hint}")


def objects(fields: Mapping[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a list with their positions; what is none is left out."""
    value = fields.get(key)
    items: Sequence[Any] = value if isinstance(value, list) else ()
    return ((index, item) for index, item in enumerate(items) if isinstance(item, dict))


def _times(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """A clock time without a zone, of the season or of a piece of it."""
    if season.get("timezone"):
        return
    words = 'says nothing without a zone; add "timezone": "America/New_York" or another'
    if season.get("time"):
        yield Problem(f"{path}.time", words)
    for key in ("parts", "episode_list"):
        for index, piece in objects(season, key):
            if piece.get("time"):
                yield Problem(f"{path}.{key}[{index}].time", f"{words} to the season")


def _out_of_order(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    premiere, finale = date_if_any(season.get("premiere")), date_if_any(season.get("finale"))
    announced = date_if_any(season.get("announced"))
    if premiere and finale and finale.latest < premiere.earliest:
        yield Problem(f"{path}.finale", f"is before the premiere, {premiere}")
    if premiere and announced and announced.earliest > premiere.latest:
        yield Problem(f"{path}.announced", f"is after the premiere, {premiere}")


def _parts(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """Parts before the premiere or out of order, and counts that are not the season's."""
    before, words = date_if_any(season.get("premiere")), "the premiere"
    for index, part in objects(season, "parts"):
        known = date_if_any(part.get("date"))
        if known and before and known.latest < before.earliest:
            yield Problem(f"{path}.parts[{index}].date", f"is before {words}, {before}")
        if known:
            before, words = known, "the part before it"
    counts = [part.get("episodes") for _, part in objects(season, "parts")]
    total = season.get("episodes")
    known_counts = [count for count in counts if isinstance(count, int)]
    if not counts or len(known_counts) < len(counts) or not isinstance(total, int):
        return
    if sum(known_counts) != total:
        yield Problem(f"{path}.episodes", f"is {total}, but its parts have {sum(known_counts)}")


def _weeks(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """What a weekly season needs: a count or an end, and pauses on its own weekday."""
    if season.get("release") != "weekly" or season.get("parts") or season.get("episode_list"):
        return
    premiere = date_if_any(season.get("premiere"))
    if premiere and premiere.is_day and not season.get("episodes") and not season.get("finale"):
        yield Problem(f"{path}.episodes", "is missing; a weekly season needs it to be counted")
    yield from _early_finale(season, path)
    skipped = season.get("skipped_weeks")
    for index, day in enumerate(skipped if isinstance(skipped, list) else ()):
        known = date_if_any(day)
        if premiere and premiere.is_day and known and _too_far_apart(premiere, known) % 7:
            words = f"is no {premiere.earliest:%A}; name the day on which no episode comes"
            yield Problem(f"{path}.skipped_weeks[{index}]", words)


def _early_finale(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """A finale before all episodes of a weekly season can be out."""
    premiere, finale = date_if_any(season.get("premiere")), date_if_any(season.get("finale"))
    count, several = season.get("episodes"), season.get("first_day") or 1
    if not (premiere and premiere.is_day and finale and isinstance(count, int)):
        return
    if not isinstance(several, int) or finale.latest < premiere.earliest:
        return
    weeks = count - several
    if (finale.latest - premiere.earliest).days < 7 * weeks:
        last = (
            f", {premiere.earliest + timedelta(weeks=weeks)}" if weeks < _MOST_WEEKS_CHECKED else ""
        )
        yield Problem(f"{path}.finale", f"is before the last of {count} weekly episodes{last}")


def _listed_dates(season: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """Episodes whose dates go back though their numbers rise, and numbers that stand twice."""
    listed = [
        (index, episode.get("number"), date_if_any(episode.get("date")))
        for index, episode in objects(season, "episode_list")
    ]
    for (_, before, earlier), (index, number, known) in pairwise(listed):
        place = f"{path}.episode_list[{index}]"
        if isinstance(before, int) and isinstance(number, int) and number <= before:
            yield Problem(f"{place}.number", f"is {number}, behind {before}; list them in order")
        if earlier and known and known.latest < earlier.earliest:
            yield Problem(f"{place}.date", f"is before the episode above it, {earlier}")


def _too_far_apart(one: PartialDate, other: PartialDate) -> int:
    return (other.earliest - one.earliest).days
