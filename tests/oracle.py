"""What must stand after each refresh, by the rules of the service and of the field.

It knows what the service listed and nothing of how the program works. A day is the viewer's: with
an airtime that of the airstamp, without one the listed day itself, whatever the zone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.replay import Known, Night

Item = Mapping[str, Any]
PAUSE = timedelta(weeks=6)


@dataclass(frozen=True)
class Heard:
    """What was heard of a show up to now.

    ``nights`` are those that the last answer with a word on them states, ``days`` every day that a
    season was ever said to begin on; ``asked`` says that the show itself was asked for, and
    ``own`` are days that the user stated of seasons.
    """

    known: Known
    asked: bool
    nights: Mapping[tuple[int, int | str], Night]
    days: Mapping[int, frozenset[date]] = field(default_factory=dict)
    own: Mapping[int, date] = field(default_factory=dict)

    def begins(self, season: int) -> date | None:
        """The day of the premiere where it is on; of a show that was not asked for, as listed."""
        if season in self.own:
            return self.own[season]
        first = self.nights.get((season, 1))
        if first is not None:
            return first.local
        return self.known.begins(season) if self.asked else None

    def numbered(self, season: int) -> list[Night]:
        """The dated episodes of a season that were heard of, by number."""
        mine = [each for (of, _), each in self.nights.items() if of == season]
        dated = [each for each in mine if each.number is not None and each.day]
        return sorted(dated, key=lambda each: each.number or 0)

    @property
    def seasons(self) -> set[int]:
        """The seasons that were heard of."""
        listed = {each.season for each in self.nights.values() if each.number is not None}
        return listed | (set(self.known.orders) if self.asked else set())

    def is_end(self, season: int, number: int, today: date) -> bool:
        """Whether it is proven that a season ends with this episode.

        Its announced count is reached; or it is the last one listed, with none left undated, of a
        show that has ended or of a season behind which the next one has begun.
        """
        if not self.asked:
            return False
        count = self.known.orders.get(season)
        if count is not None and number >= count:  # also where more is listed than was announced
            return True
        if any(each.day is None for each in self.known.of(season)):
            return False
        following = [self.begins(other) for other in self.known.orders if other > season]
        over = any(begin is not None and begin <= today for begin in following)
        is_last = number == max((each.number or 0 for each in self.numbered(season)), default=0)
        return is_last and (over or self.known.status == "Ended")


def heard(before: Heard | None, known: Known, now: datetime, *, asked: bool) -> Heard:
    """What is known of a show once the service has answered again.

    The schedule lists what is to come, with specials; the show's own answer every dated episode,
    without them. What neither lists stays if it was over by then, and is withdrawn if not.
    """
    made = datetime.combine(now.date(), time.min, UTC)
    said = {
        each.key: each
        for each in known.nights
        if _is_listed(known, each, made) or (asked and each.number is not None)
    }
    for key, each in before.nights.items() if before else ():
        stamp = each.stamp(known.zone)
        own_answer = asked and each.number is not None
        if stamp and stamp < made and not own_answer:
            said.setdefault(key, each)
    result = Heard(known, asked, said, before.days if before else {}, before.own if before else {})
    begins = {season: result.begins(season) for season in result.seasons}
    days = {
        season: result.days.get(season, frozenset()) | ({begin} if begin else set())
        for season, begin in begins.items()
    }
    return replace(result, days={**result.days, **days})


def viewers_day(each: Night, known: Known, zone: str) -> date | None:
    """The day of an episode for somebody in a zone."""
    stamp = each.stamp(known.zone)
    return stamp.astimezone(ZoneInfo(zone)).date() if stamp and each.airtime else each.day


def instant(each: Night, known: Known) -> datetime | None:
    """When an episode is on; null where no clock time is known."""
    return each.stamp(known.zone) if each.airtime else None


def is_to_come(each: Night, known: Known, now: datetime, zone: str) -> bool:
    """Whether an episode is still to come for a viewer: of a day without a time the day counts."""
    at, day = instant(each, known), viewers_day(each, known, zone)
    if day is None:
        return False
    return at > now if at else day >= now.astimezone(ZoneInfo(zone)).date()


Entry = tuple[str, object, int | None, str, str | None]


def coming(all_heard: Mapping[str, Heard], now: datetime, zone: str) -> set[Entry]:
    """All that is to come: title, season, number, day, instant; a special is of no season."""
    found = set[Entry]()
    for title, of in all_heard.items():
        for each in of.nights.values():
            if is_to_come(each, of.known, now, zone) and each.season not in of.own:
                found.add(_entry(title, each, of.known, zone))
        for season in of.seasons:
            begin = of.begins(season)
            if begin and (not of.numbered(season) or season in of.own) and begin >= now.astimezone(ZoneInfo(zone)).date():  # fmt: skip
                found.add((title, season, None, begin.isoformat(), None))
    return found


def over(all_heard: Mapping[str, Heard], now: datetime, zone: str, since: datetime) -> set[Entry]:
    """All that came out since then of what was to come at one time, as far as it still stands."""
    return {
        _entry(title, each, of.known, zone)
        for title, of in all_heard.items()
        for each in of.nights.values()
        if is_to_come(each, of.known, since, zone)
        and not is_to_come(each, of.known, now, zone)
        and each.day is not None
    }


def beginnings(
    all_heard: Mapping[str, Heard], now: datetime, zone: str
) -> set[tuple[str, object, str]]:
    """The premieres and returns to come, of which each season shows its next: title, season, day."""
    found: dict[tuple[str, object], str] = {}
    for title, of in all_heard.items():
        for name, season, number, day, _ in coming({title: of}, now, zone):
            if not isinstance(season, int):
                continue
            begins = number is None or number <= 1 or day in _premiere_days(of, season, zone)
            if begins or (number and returns(of, season, number)):
                found[(name, season)] = min(day, found.get((name, season), day))
    return {(*key, day) for key, day in found.items()}


def returns(of: Heard, season: int, number: int) -> bool:
    """Whether an episode comes after a pause of six weeks or more behind the one before it."""
    one, before = of.nights.get((season, number)), of.nights.get((season, number - 1))
    return bool(one and before and one.local and before.local and one.local - before.local >= PAUSE)


def entries(items: list[Item]) -> set[Entry]:
    """What rows say is to come, an episode at a time."""
    found = set[Entry]()
    for item in items:
        season = item["season"] if isinstance(item["season"], int) else "special"
        first, last = item["episodes"] or (None, None)
        numbers = [None] if first is None or last is None else range(first, last + 1)
        for number in numbers:
            found.add((item["title"], season, number, str(item["date"]), item["instant"]))
    return found


def nearest(found: set[Entry]) -> set[tuple[str, object, str]]:
    """The first day of each season, or of the specials, of a show."""
    days: dict[tuple[str, object], str] = {}
    for title, season, _, day, _ in found:
        days[(title, season)] = min(day, days.get((title, season), day))
    return {(*key, day) for key, day in days.items()}


def undated(all_heard: Mapping[str, Heard]) -> set[tuple[str, int]]:
    """The seasons that were announced and have no day at all, of shows that go on."""
    return {
        (title, season)
        for title, of in all_heard.items()
        for season in of.seasons
        if of.known.status != "Ended" and not of.begins(season) and not of.numbered(season)
    }


def wrong_days(items: list[Item], all_heard: Mapping[str, Heard], zone: str) -> Iterator[str]:
    """Rows with a day, or an instant, that nobody stated of that release."""
    for item in items:
        of = all_heard[item["title"]]
        if item["date"] is not None and not _is_stated(item, of, zone):
            yield f"{_named(item)}: {item['date']} {item['instant'] or ''}"
        if item["moved_from"] is not None:
            days = {day.isoformat() for day in of.days.get(item["season"], ())}
            around = {str(date.fromisoformat(day) + timedelta(days=n)) for day in days for n in (-1, 0, 1)}  # fmt: skip
            if item["moved_from"] not in around:
                yield f"{_named(item)}: moved from {item['moved_from']}"


def wrong_premieres(items: list[Item], all_heard: Mapping[str, Heard], zone: str) -> Iterator[str]:
    """Rows that are called a premiere and begin no season."""
    for item in items:
        if item["kind"] != "premiere" or item["date"] is None or not isinstance(item["season"], int):  # fmt: skip
            continue
        of = all_heard[item["title"]]
        first = (item["episodes"] or (None,))[0]
        if first is not None and first <= 1:
            continue
        if item["date"] not in _premiere_days(of, item["season"], zone):
            yield f"{_named(item)} on {item['date']} is called a premiere"


def wrong_returns(items: list[Item], all_heard: Mapping[str, Heard]) -> Iterator[str]:
    """Rows of which what they are, a return or none, contradicts the pause before them."""
    for item in items:
        number = (item["episodes"] or (None,))[0]
        if number is None or item["date"] is None:
            continue
        is_return = returns(all_heard[item["title"]], item["season"], number)
        if (item["kind"] == "return") != is_return:
            yield f"{_named(item)} on {item['date']} is of kind {item['kind']}"


def wrong_ends(
    items: list[Item], all_heard: Mapping[str, Heard], now: datetime, zone: str
) -> Iterator[str]:
    """Dated rows that are said to end a season, without proof."""
    today = now.astimezone(ZoneInfo(zone)).date()
    for item in items:
        ends = item["completes"] or item["kind"] == "finale"
        if not ends or item["date"] is None or not isinstance(item["season"], int):
            continue
        of = all_heard[item["title"]]
        _, last = item["episodes"] or (None, _last_on(item["date"], of, item["season"], zone))
        if last is None or not of.is_end(item["season"], last, today):
            yield f"{_named(item)} on {item['date']} is told as the end"


def untold_ends(
    items: list[Item], all_heard: Mapping[str, Heard], now: datetime, zone: str
) -> Iterator[str]:
    """Dated rows with which a season ends, by proof, and that do not say so."""
    today = now.astimezone(ZoneInfo(zone)).date()
    for item in items:
        last = (item["episodes"] or (None, None))[1]
        if item["date"] is None or last is None or item["completes"]:
            continue
        if all_heard[item["title"]].is_end(item["season"], last, today):
            yield f"{_named(item)} on {item['date']} is the end and not told as it"


def wrong_states(items: list[Item], now: datetime, zone: str) -> Iterator[str]:
    """Rows that came out, or are to come, against what was last said."""
    today = now.astimezone(ZoneInfo(zone)).date().isoformat()
    for item in items:
        if item["date"] is None:
            if item["state"] == "out":
                yield f"{_named(item)}: came out on no day"
            continue
        at = item["instant"] and datetime.fromisoformat(item["instant"])
        over = at <= now if at else item["date"] < today
        if (item["state"] == "out") != over:
            yield f"{_named(item)} on {item['date']} is {item['state']}"


def wrong_seasons(shown: Item, of: Heard, today: date) -> Iterator[str]:
    """What a show's page says is over, or ends, without proof."""
    title = shown["title"]
    if (shown.get("status") == "ended") != (of.known.status == "Ended"):
        yield f"{title}: {shown.get('status')}"
    for season in shown.get("seasons", ()):
        if season.get("number") is None:
            continue
        nights = of.numbered(season["number"])
        last = nights[-1].number if nights else None
        proven = last is not None and of.is_end(season["number"], last, today)
        over = proven and all(each.local and each.local <= today for each in nights)
        if season.get("finale") and not proven:
            yield f"{title} season {season['number']}: finale {season['finale']}"
        if season.get("status") == "ended" and not over:
            yield f"{title} season {season['number']}: ended"


def _is_listed(known: Known, each: Night, made: datetime) -> bool:
    stamp = each.stamp(known.zone)
    return stamp is not None and stamp >= made


def _entry(title: str, each: Night, known: Known, zone: str) -> Entry:
    at = instant(each, known)
    season = "special" if each.number is None else each.season
    stamp = f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else None
    return title, season, each.number, str(viewers_day(each, known, zone)), stamp


def _is_stated(item: Item, of: Heard, zone: str) -> bool:
    nights = [each for each in of.nights.values() if _is_of(item, each)]
    for each in nights:
        at = instant(each, of.known)
        stamp = f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else None
        if (str(viewers_day(each, of.known, zone)), stamp) == (item["date"], item["instant"]):
            return True
    if item["episodes"] or item["instant"] or not isinstance(item["season"], int):
        return False
    if item["kind"] == "finale":
        return _last_on(item["date"], of, item["season"], zone) is not None
    begin = of.begins(item["season"])
    return begin is not None and item["date"] == begin.isoformat()


def _last_on(day: str, of: Heard, season: int, zone: str) -> int | None:
    """The number of the last listed episode of a season, where it is on that day."""
    last = next(reversed(of.numbered(season)), None)
    if last is None or day not in (str(last.local), str(viewers_day(last, of.known, zone))):
        return None
    return last.number


def _is_of(item: Item, each: Night) -> bool:
    if each.number is None or not isinstance(item["season"], int):
        return each.number is None and not isinstance(item["season"], int)
    first, last = item["episodes"] or (1, 1)
    return each.season == item["season"] and first <= each.number <= last


def _premiere_days(of: Heard, season: int, zone: str) -> set[str]:
    """The stated day of a premiere, and that of what is on then, for the viewer."""
    begin = of.begins(season)
    days = {str(viewers_day(each, of.known, zone)) for each in of.numbered(season) if each.local == begin}  # fmt: skip
    return days | ({begin.isoformat()} if begin else set())


def _named(item: Item) -> str:
    return f"{item['title']} {item['release']}"
