"""What a refresh must tell of shows that were followed before it, and may not tell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from tests.oracle import PAUSE, Heard, Item

OLD = timedelta(days=31)
_SHOW_ENDS = {"ended", "cancelled"}
_NEW = {"new season", "renewed"}
_GONE = {"undated", "withdrawn", "cancelled", "gone"}


def false_news(
    told: Sequence[Item], before: Mapping[str, Heard], after: Mapping[str, Heard], today: date
) -> Iterator[str]:
    """What was told and is not so: no answer before or now says it."""
    for item in told:
        was, now = before.get(item["title"]), after[item["title"]]
        if was is None or not was.asked:
            yield f"{item['message']} (was just followed)"
        elif not _is_so(item, was, now, today):
            yield str(item["message"])


def untold(
    told: Sequence[Item], before: Mapping[str, Heard], after: Mapping[str, Heard], today: date
) -> Iterator[str]:
    """What changed and was not told."""
    for title, now in after.items():
        was = before.get(title)
        if was is None or not was.asked:
            continue
        mine = [item for item in told if item["title"] == title]
        if now.known.status == "Ended" != was.known.status and not _any(mine, None, _SHOW_ENDS):
            yield f"{title}: has ended"
        for season in sorted(was.seasons | now.seasons):
            found = _untold_of_season(season, mine, was, now, today)
            yield from (f"{title} season {season}: {words}" for words in found)
        for key, each in now.nights.items():
            if each.number is None and key not in was.nights and each.local:
                days = [item["after"] for item in mine if isinstance(item["season"], str)]
                if each.local.isoformat() not in days:
                    yield f"{title}: special on {each.local}"


def _untold_of_season(
    season: int, mine: Sequence[Item], was: Heard, now: Heard, today: date
) -> Iterator[str]:
    begun, begins = was.begins(season), now.begins(season)
    told = [item for item in mine if item["season"] == season]
    if season not in was.seasons:
        if not told and not (begins and begins < today - OLD):
            yield "is new"
        return
    if season not in now.seasons:
        if not told and not _any(mine, None, _SHOW_ENDS) and not (begun and begun < today):
            yield "is gone"
        return
    is_old = all(day is None or day < today - OLD for day in (begun, begins))
    is_filled_in = _is_filled_in(was, now, season, today)
    is_told = any(_days_of(item) == (begun, begins) for item in told)
    if begun != begins and not (is_told or is_old or is_filled_in):
        yield f"began on {begun}, begins on {begins}"
    yield from _untold_of_nights(season, told, was, now, today)


def _untold_of_nights(
    season: int, told: Sequence[Item], was: Heard, now: Heard, today: date
) -> Iterator[str]:
    begun, begins = was.begins(season), now.begins(season)
    shift = begins - begun if begun and begins else None
    for each in was.numbered(season):
        other = now.nights.get(each.key)
        day, later = each.local, other.local if other else None
        if day is None or day == later or day < today - OLD:
            continue
        if later is None:
            if not told and day >= today:
                yield f"episode {each.number} was dated {day}"
        elif later - day != shift and not any(
            item["episode"] == each.number and _days_of(item) == (day, later) for item in told
        ):
            yield f"episode {each.number} moved from {day} to {later}"
    for day in _returns(season, now) - _returns(season, was):
        if day >= today and not any(
            item["kind"] == "returns" and item["after"] == day.isoformat() for item in told
        ):
            yield f"returns on {day}"


def _is_so(item: Item, was: Heard, now: Heard, today: date) -> bool:
    season, kind = item["season"], item["kind"]
    if kind == "cast added":
        return False
    if season is None:
        return kind in _SHOW_ENDS and now.known.status == "Ended" != was.known.status
    if isinstance(season, str):
        specials = [each for each in now.nights.values() if each.number is None]
        return any(str(each.local) == item["after"] for each in specials)
    return _is_so_of_season(item, was, now, season, today)


def _is_so_of_season(item: Item, was: Heard, now: Heard, season: int, today: date) -> bool:
    kind = item["kind"]
    if item["episode"] is not None:
        nights = [of.nights.get((season, item["episode"])) for of in (was, now)]
        days = tuple(each.local if each else None for each in nights)
        return days == _days_of(item) and days[0] != days[1]
    if kind in _NEW:
        after = now.begins(season)
        return season in now.seasons - was.seasons and item["after"] == (after and str(after))
    if kind == "returns":
        return item["after"] in {str(day) for day in _returns(season, now) - _returns(season, was)}
    return not _is_filled_in(was, now, season, today) and _is_move(item, was, now, season)


def _is_move(item: Item, was: Heard, now: Heard, season: int) -> bool:
    begun, begins = was.begins(season), now.begins(season)
    if item["kind"] == "cancelled" and now.known.status == "Ended":
        return season in was.seasons
    if season not in now.seasons:
        return item["kind"] in _GONE and item["before"] == (begun and str(begun))
    shift = (begins - begun).days if begun and begins else None
    return begun != begins and _days_of(item) == (begun, begins) and item["days"] == shift


def _is_filled_in(was: Heard, now: Heard, season: int, today: date) -> bool:
    """Whether a season that was known from its middle on only got the premiere it had long had."""
    begins = now.begins(season)
    return not was.begins(season) and bool(was.numbered(season)) and bool(begins and begins < today)


def _returns(season: int, of: Heard) -> set[date]:
    """The days of episodes that follow the one before them after a pause."""
    nights = {each.number: each.local for each in of.numbered(season)}
    pairs = ((nights.get((number or 0) - 1), day) for number, day in nights.items())
    return {day for before, day in pairs if before and day and day - before >= PAUSE}


def _any(told: Sequence[Item], season: int | None, kinds: set[str]) -> bool:
    return any(item["season"] == season and item["kind"] in kinds for item in told)


def _days_of(item: Item) -> tuple[date | None, date | None]:
    days = [item[name] and date.fromisoformat(item[name].rstrip("?")) for name in ("before", "after")]  # fmt: skip
    return days[0], days[1]
