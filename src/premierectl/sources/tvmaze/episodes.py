"""TVmaze's episodes: each read from its row, and those of one season as a catalogue lists them."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from premierectl.season_key import SeasonKey, season_key
from premierectl.sources.source import Unusable
from premierectl.sources.tvmaze.answers import Answered, UnusableError, inside, name, number, stated
from premierectl.sources.tvmaze.dates import Aired, aired

MOST_SEASONS: Final = 9_999
_MOST_EPISODES: Final = 99_999
_NO_TITLE: Final = re.compile(r"tba|tbd|episode\s?#?[0-9]+", re.IGNORECASE)
_DROPPED: Final = "insignificant_special"
_SPECIAL: Final = "significant_special"


class DatedEpisode(Struct, frozen=True, gc=False):
    """A row of TVmaze: an episode of a season, or a special, which has no numbers.

    ``beside`` is the season in which a special stands.
    """

    path: str
    season: int | None
    number: int | None
    title: str | None
    aired: Aired
    beside: int | None = None

    @property
    def called(self) -> str:
        """What a special is called: without a title, the special of its season."""
        return self.title or f"season {self.beside} special"


def episode(row: Answered, zones: Sequence[str], path: str) -> DatedEpisode | None:
    """The episode of a row; null where there is nothing to tell of it (an insignificant special).

    ``zones`` are those of its channels. Raises :class:`UnusableError` for what cannot be used.
    """
    kind, within = row.get("type"), row.get("number")
    if kind == _DROPPED:
        return None
    title = _title(row.get("name"))
    when = aired(row, zones, path)
    season = number(row.get("season"), most=MOST_SEASONS)
    if kind == _SPECIAL or within is None:
        if title is None and season is None:
            raise UnusableError(path, "is a special without a name and a season")
        return DatedEpisode(path, None, None, title, when, season)
    counted = number(within, 0, _MOST_EPISODES)
    if season is None:
        raise UnusableError(inside(path, "season"), "is not the number of a season")
    if counted is None:
        raise UnusableError(inside(path, "number"), "is not the number of an episode")
    return DatedEpisode(path, season, counted, title, when)


def listed_episode(episodes: Iterable[DatedEpisode], left_out: list[Unusable]) -> dict[str, Any]:
    """What the episodes of one season say: ``episode_list``, ``timezone``, and its ``premiere``.

    There is a premiere only where episode 1 or 0 is among them and dated, and nothing at all where
    none has a date. A number that stands twice goes to ``left_out``, the earlier one stays.
    """
    once = list(_once(sorted(episodes, key=_date_order), left_out))
    dated = [each for each in once if each.aired.day is not None]
    if not dated:
        return {}
    zone = next((each.aired.zone for each in dated if each.aired.zone), None)
    first = next((each.aired.day for each in dated if each.number in (0, 1)), None)
    lines = _in_order(dated, [each for each in once if each.aired.day is None], zone)
    return stated([("premiere", _text(first)), ("timezone", zone), ("episode_list", list(lines))])


def specials(found: Iterable[DatedEpisode], left_out: list[Unusable]) -> Iterator[dict[str, Any]]:
    """Each dated special as the season without a number that it is, in the order of their days.

    Several of one name are told apart by their days, and those without a title by their place on a
    day as well; one that stands there twice goes to ``left_out``. Clock times are their own.
    """
    dated = sorted((each for each in found if each.aired.day), key=_date_order)
    named, seen = Counter(season_key(None, each.called) for each in dated), Counter[SeasonKey]()
    for each in dated:
        several = named[season_key(None, each.called)] > 1
        name = f"{each.called} ({each.aired.day})" if several else each.called
        key = season_key(None, name)
        seen[key] += 1
        if seen[key] == 1:
            yield _special(name, each.aired)
        elif each.title is None:
            yield _special(f"{name} {seen[key]}", each.aired)
        else:
            left_out.append(Unusable(each.path, f"the special {each.title!r} stands twice"))


def _special(name: str, when: Aired) -> dict[str, Any]:
    pairs = [("name", name), ("premiere", _text(when.day))]
    return stated([*pairs, ("time", when.clock), ("timezone", when.zone)])


def _title(value: object) -> str | None:
    title = name(value)
    return None if title is None or _NO_TITLE.fullmatch(title) else title


def _date_order(of: DatedEpisode) -> tuple[date, str, int]:
    return of.aired.day or date.max, of.aired.clock or "", of.number or 0


def _once(episodes: Iterable[DatedEpisode], left_out: list[Unusable]) -> Iterator[DatedEpisode]:
    seen = set[int | None]()
    for each in episodes:
        if each.number in seen:
            words = f"episode {each.number} of season {each.season} stands twice"
            left_out.append(Unusable(each.path, words))
        else:
            seen.add(each.number)
            yield each


def _in_order(
    dated: Iterable[DatedEpisode], undated: Sequence[DatedEpisode], zone: str | None
) -> Iterator[dict[str, Any]]:
    """The dated by date, the undated where their numbers belong.

    An episode that is on before a lower number keeps its date; the lower number is left out, as a
    catalogue lists numbers in order.
    """
    waiting, highest = deque(undated), -1
    for each in dated:
        within = each.number if each.number is not None and each.number > highest else None
        if within is not None:
            while waiting and (waiting[0].number or 0) < within:
                yield stated([("number", waiting[0].number), ("title", waiting.popleft().title)])
            highest = within
        clock = each.aired.clock if each.aired.zone == zone else None
        pairs = [("number", within), ("title", each.title), ("date", _text(each.aired.day))]
        yield stated([*pairs, ("time", clock)])
    for each in waiting:
        yield stated([("number", each.number), ("title", each.title)])


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
