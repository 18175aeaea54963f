"""Six months of a made-up service, refreshed every few days: what stands is what was announced.

Each refresh is done twice. What the answers must say is worked out by ``tests/oracle.py`` and
``tests/news.py``, from what the service listed.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from typing import Final

import pytest
from icalendar import Calendar

from tests import news, oracle
from tests.lives import LIVES
from tests.oracle import Heard, Item
from tests.replay import Known, Night, Program, Said, program, replayed, turn_to, without_waiting

ZONES: Final = ("Europe/London", "America/Los_Angeles", "Pacific/Auckland")
FIRST, LAST = datetime(2026, 8, 4, tzinfo=UTC), datetime(2027, 2, 10, tzinfo=UTC)
# At these hours the day is another one in Los Angeles, in Auckland, and in neither.
HOURS: Final = (5, 20, 11)
DAYS: Final = (5, 8, 6, 10, 7)
SEEN_LATE, BY_HAND = 911, 913
FOLLOWED_LATER: Final = datetime(2026, 9, 1, tzinfo=UTC)
STATED: Final = {BY_HAND: {2: date(2027, 1, 15)}}

COUNTDOWN: Final = ("countdown", "--json")
NEXT: Final = ("next", "--limit", "999", "--json")
EVERYTHING: Final = ("export", "json", "--past")
CALENDAR: Final = ("export", "ics")
PREMIERES: Final = ("countdown", "--all", "--premieres", "--json")
FINALES: Final = ("countdown", "--until", "finale", "--json")
CHANGES: Final = ("changes", "--json")
EVERY_CHANGE: Final = ("changes", "--all", "--since", "2026-08-01", "--json")
AGAIN: Final = (EVERYTHING, CALENDAR, EVERY_CHANGE)

Question = tuple[str, ...]
Answers = Mapping[tuple[str, Question], Said]


@dataclass(frozen=True)
class Step:
    """A refresh: what was heard before and behind it, what it told, and every answer after it.

    ``zone`` is the viewer's; of what is next all zones are asked. ``again`` are a second refresh
    and the answers behind that.
    """

    now: datetime
    zone: str
    before: Mapping[str, Heard]
    after: Mapping[str, Heard]
    refresh: Said
    said: Answers
    again: Said
    said_again: Answers

    @property
    def followed(self) -> Mapping[str, Heard]:
        """What was heard of the shows that are followed."""
        return {title: of for title, of in self.after.items() if of.asked}

    def of(self, question: Question, zone: str = "") -> list[Item]:
        """The items of an answer."""
        return self.said[(zone or self.zone, question)].items

    @property
    def pages(self) -> list[Item]:
        """The pages of shows."""
        return [said.items[0] for (_, words), said in self.said.items() if words[0] == "show"]

    @property
    def rows(self) -> Iterator[tuple[str, str, list[Item]]]:
        """Every answer that has rows of followed shows: its zone, its words, its rows."""
        for (zone, words), said in self.said.items():
            if words in (COUNTDOWN, NEXT, EVERYTHING, FINALES):
                yield zone, " ".join(words), said.items
        for page in self.pages:
            yield self.zone, f"show {page['show']['title']}", page["countdowns"]


@pytest.mark.parametrize(
    ("listed", "airtime", "stamp", "days"),
    [
        ("2026-10-24", "21:00", "2026-10-25T01:00Z", ("2026-10-25", "2026-10-24", "2026-10-25")),
        ("2026-09-03", "00:30", "2026-09-04T04:30Z", ("2026-09-04", "2026-09-03", "2026-09-04")),
        ("2026-09-03", "04:59", "2026-09-04T08:59Z", ("2026-09-04", "2026-09-04", "2026-09-04")),
        ("2026-09-03", "05:00", "2026-09-03T09:00Z", ("2026-09-03", "2026-09-03", "2026-09-03")),
        ("2026-09-03", "", "2026-09-03T12:00Z", ("2026-09-03", "2026-09-03", "2026-09-03")),
    ],
)
def test_the_days_are_reckoned_as_the_service_means_them(
    listed: str, airtime: str, stamp: str, days: tuple[str, ...]
) -> None:
    each, known = Night(1, 1, date.fromisoformat(listed), airtime), Known(1, "Aurora")
    assert each.stamp("America/New_York") == datetime.fromisoformat(stamp)
    assert tuple(str(oracle.viewers_day(each, known, zone)) for zone in ZONES) == days


def moments() -> Iterator[datetime]:
    """The moments of the refreshes: every few days, at another hour each."""
    now, hours, days = FIRST, cycle(HOURS), cycle(DAYS)
    while now <= LAST:
        yield now.replace(hour=next(hours))
        now += timedelta(days=next(days))


def followed_at(now: datetime) -> set[int]:
    """The numbers of the shows that are followed by then."""
    later = {SEEN_LATE} if now < FOLLOWED_LATER else set()
    return {life.number for life in LIVES} - later


def hear(before: Mapping[str, Heard], now: datetime) -> dict[str, Heard]:
    """What is known of each show after a refresh."""
    found, asked = dict(before), followed_at(now)
    for life in LIVES:
        known = life.at(now)
        if known:
            of = oracle.heard(before.get(known.name), known, now, asked=life.number in asked)
            found[known.name] = replace(of, own=STATED.get(life.number, {}))
    return found


def questions(step: int, titles: Iterable[str]) -> list[tuple[str, Question]]:
    """What is asked after a refresh: of a few pages others each time, and in another zone."""
    zone, shown = ZONES[step % 3], sorted(titles)[step % 7 :: 7]
    wanted = [*AGAIN, COUNTDOWN, PREMIERES, FINALES, CHANGES]
    wanted += [("show", title, "--episodes", "--json") for title in shown]
    return [(zone, words) for words in wanted] + [(each, NEXT) for each in ZONES]


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """The whole replay."""
    found, heard = list[Step](), dict[str, Heard]()
    with without_waiting(), replayed(LIVES, FIRST) as server:
        run = program(tmp_path_factory.mktemp("replay") / "home", server.url)
        follow(run, followed_at(FIRST), FIRST)
        for index, now in enumerate(moments()):
            turn_to(server, LIVES, now)
            before, heard = heard, hear(heard, now)
            follow(run, followed_at(now), now)
            refresh = run("catalogue", "refresh", "--json", now=now)
            if not before:
                own = ("by-hand", "--season", "2", "--premiere", "2027-01-15")
                assert run("catalogue", "add", *own, now=now).code == 0
            asked = questions(index, (title for title, of in heard.items() if of.asked))
            said = {each: run(*each[1], now=now, zone=each[0]) for each in asked}
            again = run("catalogue", "refresh", "--json", now=now)
            after = {each: run(*each[1], now=now, zone=each[0]) for each in asked[: len(AGAIN)]}
            found.append(Step(now, asked[0][0], before, heard, refresh, said, again, after))
    return found


def follow(run: Program, numbers: Iterable[int], now: datetime) -> None:
    """Follow these shows, those that are not yet."""
    run("watchlist", "add", *(f"tvmaze:{number}" for number in sorted(numbers)), now=now)


Complaints = Iterator[tuple[str, str]]


def nothing_wrong(steps: list[Step], found: Callable[[Step], Complaints]) -> None:
    """Fail with everything that is wrong of the answers, each thing where it was first seen."""
    listed: dict[str, str] = {}
    for step in steps:
        for place, words in found(step):
            listed.setdefault(words, f"{step.now:%Y-%m-%d} {place}: {words}")
    assert not listed, "\n".join(["", *listed.values()])


def difference(place: str, stated: Iterable[object], told: Iterable[object]) -> Complaints:
    """What of the stated is not told, and what of the told is not stated."""
    missing, more = set(stated) - set(told), set(told) - set(stated)
    yield from ((place, f"missing: {each}") for each in sorted(missing, key=str))
    yield from ((place, f"made up: {each}") for each in sorted(more, key=str))


def test_every_refresh_goes_through_and_uses_all_that_is_said(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for said in (step.refresh, step.again):
            if said.code or "could not be used" in said.err or "does not know" in said.err:
                yield "refresh", said.err

    nothing_wrong(steps, found)


def test_what_is_to_come_is_what_is_announced_on_the_viewers_day(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for zone in ZONES:
            stated = oracle.coming(step.followed, step.now, zone)
            yield from difference(zone, stated, oracle.entries(step.of(NEXT, zone)))

    nothing_wrong(steps, found)


def test_the_countdown_has_the_next_day_of_each_season(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        coming = oracle.coming(step.followed, step.now, step.zone)
        told = oracle.entries([item for item in step.of(COUNTDOWN) if item["date"]])
        yield from difference("countdown", oracle.nearest(coming), oracle.nearest(told))

    nothing_wrong(steps, found)


def test_a_season_without_a_day_is_waited_for_without_one(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        tba = [
            item for item in step.of(COUNTDOWN) if (item["date"], item["state"]) == (None, "tba")
        ]
        told = {(item["title"], item["season"]) for item in tba}
        for title, season in sorted(oracle.undated(step.followed) - told):
            yield "countdown", f"{title} season {season} is not waited for"

    nothing_wrong(steps, found)


def test_no_day_is_named_that_no_answer_and_no_user_stated(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for zone, words, items in step.rows:
            yield from ((words, each) for each in oracle.wrong_days(items, step.after, zone))

    nothing_wrong(steps, found)


def test_only_what_begins_a_season_is_a_premiere(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        mine = [item for item in step.of(PREMIERES) if item["title"] in step.after]
        for zone, words, items in [*step.rows, (step.zone, " ".join(PREMIERES), mine)]:
            yield from ((words, each) for each in oracle.wrong_premieres(items, step.after, zone))

    nothing_wrong(steps, found)


def test_premieres_are_all_that_begins_or_returns_and_nothing_else(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        told = {
            (item["title"], item["season"], item["date"])
            for item in step.of(PREMIERES)
            if item["title"] in step.after and isinstance(item["season"], int) and item["date"]
        }
        stated = oracle.beginnings(step.after, step.now, step.zone)
        yield from difference("premieres", stated, told)

    nothing_wrong(steps, found)


def test_what_comes_back_after_six_weeks_is_a_return(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for _, words, items in step.rows:
            yield from ((words, each) for each in oracle.wrong_returns(items, step.after))

    nothing_wrong(steps, found)


def test_an_end_is_told_with_proof_alone(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for zone, words, items in step.rows:
            wrong = oracle.wrong_ends(items, step.after, step.now, zone)
            yield from ((words, each) for each in wrong)

    nothing_wrong(steps, found)


def test_an_end_that_is_proven_is_told(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for zone, words, items in step.rows:
            wrong = oracle.untold_ends(items, step.after, step.now, zone)
            yield from ((words, each) for each in wrong)

    nothing_wrong(steps, found)


def test_what_came_out_is_over_and_was_stated_to_the_last(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for zone, words, items in step.rows:
            wrong = oracle.wrong_states(items, step.now, zone)
            yield from ((words, each) for each in wrong)

    nothing_wrong(steps, found)


def test_what_was_to_come_is_still_there_when_it_is_over(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        stated = oracle.over(step.followed, step.now, step.zone, since=FIRST)
        told = oracle.entries(step.of(EVERYTHING))
        yield from difference("export", stated, told & stated)

    nothing_wrong(steps, found)


def test_a_page_tells_the_end_of_a_season_and_of_a_show_with_proof_alone(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        for page in step.pages:
            of, today = step.after[page["show"]["title"]], step.now.date()
            yield from (("show", each) for each in oracle.wrong_seasons(page["show"], of, today))

    nothing_wrong(steps, found)


def test_a_calendar_has_what_is_to_come_at_its_own_hour(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        coming = oracle.coming(step.followed, step.now, step.zone)
        stated = {(title, at or day) for title, _, _, day, at in coming}
        told = events(step.said[(step.zone, CALENDAR)].out, step.followed)
        yield from difference("calendar", stated, ((title, at) for title, at, _ in told))

    nothing_wrong(steps, found)


def test_no_event_in_the_middle_of_a_season_is_called_by_the_season(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        begins = oracle.beginnings(step.after, step.now, step.zone)
        stated = {f"{title} season {season}" for title, season, _ in begins}
        for _, _, summary in events(step.said[(step.zone, CALENDAR)].out, step.followed):
            called = re.match(".* season [0-9]+(?! special)", summary)
            if called and called[0] not in stated:
                yield "calendar", summary

    nothing_wrong(steps, found)


def events(text: str, titles: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The show, the day or the instant, and the summary of each event of a calendar."""
    for event in Calendar.from_ical(text).walk("VEVENT"):
        start, summary = event.decoded("dtstart"), str(event["summary"])
        title = next(each for each in titles if summary.startswith(each))
        at = f"{start:%Y-%m-%dT%H:%M:%SZ}" if isinstance(start, datetime) else str(start)
        yield title, at, summary


def test_a_second_refresh_of_the_same_tells_nothing_and_changes_no_answer(
    steps: list[Step],
) -> None:
    def found(step: Step) -> Complaints:
        yield from (("refresh", item["message"]) for item in step.again.items)
        for question, said in step.said_again.items():
            if said != step.said[question]:
                yield " ".join(question[1]), f"{step.said[question]}\nbecame\n{said}"

    nothing_wrong(steps, found)


def test_what_is_told_is_so(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        wrong = news.false_news(step.refresh.items, step.before, step.after, step.now.date())
        yield from (("refresh", each) for each in wrong)

    nothing_wrong(steps, found)


def test_what_changed_is_told(steps: list[Step]) -> None:
    def found(step: Step) -> Complaints:
        wrong = news.untold(step.refresh.items, step.before, step.after, step.now.date())
        yield from (("refresh", each) for each in wrong)

    nothing_wrong(steps, found)


def test_each_change_is_told_once_and_kept(steps: list[Step]) -> None:
    told = [json.dumps(item) for step in steps for item in step.refresh.items]
    once = {json.dumps({**json.loads(each), "when": None}) for each in told}
    assert len(once) == len(told)
    kept = [json.dumps(item) for item in steps[-1].of(EVERY_CHANGE)]
    assert set(told) <= set(kept)
    for step in steps:
        assert step.of(CHANGES) == step.refresh.items
