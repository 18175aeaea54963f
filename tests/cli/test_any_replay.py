"""Whatever becomes known of a show from one refresh to the next, in any order, the same rules hold."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests import news, oracle
from tests.lives import weekly
from tests.oracle import Heard
from tests.replay import (  # fmt: skip
    BRITISH,
    EASTERN,
    Known,
    Life,
    Night,
    Program,
    program,
    replayed,
    turn_to,
    without_waiting,
)

# Something is always to come: of a schedule that lists nothing no refresh believes anything.
AHEAD: Final = Known(951, "Always Ahead", {1: None}, (Night(1, 1, date(2030, 1, 1)),))
BEGIN: Final = datetime(2026, 11, 23, 11, tzinfo=UTC)
TITLE: Final = "Any Weather"
EVERYTHING: Final = ("export", "json", "--past")
NEXT: Final = ("next", "--limit", "99", "--json")
ZONES: Final = st.sampled_from(("Europe/London", "America/Los_Angeles", "Pacific/Auckland"))


class Story:
    """A show and what becomes known of it: each piece of news is of what was to come before."""

    def __init__(self, known: Known) -> None:
        self.known, self.now = known, BEGIN
        self.told: list[tuple[datetime, Known]] = [(BEGIN, known)]

    def __repr__(self) -> str:
        """What is known, and from when on: what a failing example shows."""
        return "\n".join(f"{now:%Y-%m-%d %H:%M} {known}" for now, known in self.told)

    def goes_on(self, days: int, pieces: "Sequence[tuple[News, int, int]]") -> None:
        """Some days later these pieces of news are known: what, of which season, by how much."""
        for piece, season, much in pieces:
            self.known = piece(self, season, much)
        self.now += timedelta(days=days)
        self.told.append((self.now, self.known))

    def moved(self, season: int, much: int) -> Known:
        """All that is to come of a season moves."""
        return self._each(season, lambda each: shifted(each, much))

    def one_moved(self, season: int, much: int) -> Known:
        """One episode moves by less than a week."""
        first = next(filter(self._is_ahead, self.known.of(season)), None)
        by = 1 + much % 3
        return self._each(season, lambda each: shifted(each, by) if each == first else each)

    def undated(self, season: int, _: int) -> Known:
        """What is to come of a season has no day any more."""
        return self._each(season, lambda each: replace(each, day=None, airtime=""))

    def unlisted(self, season: int, _: int) -> Known:
        """What is to come of a season is not listed any more."""
        nights = self.known.nights
        kept = tuple(each for each in nights if each.season != season or not self._is_ahead(each))
        return replace(self.known, nights=kept, premieres=self._premieres_but(season))

    def longer(self, season: int, much: int) -> Known:
        """Another episode is listed, some weeks behind the last."""
        last = next(reversed(self.known.of(season)), None)
        if last is None or last.day is None:
            return self.known
        added = replace(shifted(last, 7 * (1 + much % 10)), number=(last.number or 0) + 1)
        return replace(self.known, nights=(*self.known.nights, added))

    def renewed(self, season: int, _: int) -> Known:
        """There will be a season."""
        orders = {**self.known.orders, season: self.known.orders.get(season)}
        return replace(self.known, orders=orders)

    def announced(self, season: int, much: int) -> Known:
        """There will be a season from a day on."""
        known, day = self.renewed(season, 0), self.now.date() + timedelta(days=60 + much)
        premieres = {**known.premieres, season: day}
        return known if known.of(season) else replace(known, premieres=premieres)

    def listed(self, season: int, much: int) -> Known:
        """A season is listed with its first episodes."""
        known, day = self.renewed(season, 0), self.now.date() + timedelta(days=30 + much)
        nights = (*known.nights, *weekly(season, 1, 3, day, known.usually))
        left = self._premieres_but(season)
        return known if known.of(season) else replace(known, nights=nights, premieres=left)

    def ended(self, _: int, much: int) -> Known:
        """The show has ended, or goes on after all."""
        return replace(self.known, status="Ended" if much % 2 else "Running")

    def special(self, season: int, much: int) -> Known:
        """A special is listed."""
        known, day = self.known, self.now.date() + timedelta(days=60 + much)
        each = Night(season, None, day, known.usually, f"The Night of Day {len(known.nights)}")
        return replace(known, nights=(*known.nights, each))

    def _is_ahead(self, each: Night) -> bool:
        return each.day is not None and each.day > self.now.date()

    def _premieres_but(self, season: int) -> dict[int, date]:
        return {key: day for key, day in self.known.premieres.items() if key != season}

    def _each(self, season: int, change: Callable[[Night], Night]) -> Known:
        """The show with what is to come of a season changed."""
        ahead = [each for each in self.known.of(season) if self._is_ahead(each)]
        nights = (change(each) if each in ahead else each for each in self.known.nights)
        return replace(self.known, nights=tuple(nights))


News = Callable[[Story, int, int], Known]
NEWS: Final[tuple[News, ...]] = (
    Story.moved, Story.one_moved, Story.undated, Story.unlisted, Story.longer, Story.renewed,
    Story.announced, Story.listed, Story.ended, Story.special,
)  # fmt: skip


def shifted(each: Night, days: int) -> Night:
    """The same some days later."""
    return replace(each, day=each.day + timedelta(days=days) if each.day else None)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A season that has begun or will begin, and two or three times some news."""
    airtime = draw(st.sampled_from(("", "21:00", "00:30")))
    country = draw(st.sampled_from((EASTERN, BRITISH))) if airtime else None
    count = draw(st.integers(1, 4))
    begin = BEGIN.date() + timedelta(days=draw(st.integers(-24, 40)))
    order = draw(st.sampled_from((None, count, count + 2)))
    nights = weekly(1, 1, count, begin, airtime)
    story = Story(Known(950, TITLE, {1: order}, nights, usually=airtime, country=country))
    piece = st.tuples(st.sampled_from(NEWS), st.integers(1, 2), st.integers(-20, 20))
    for _ in range(draw(st.integers(1, 3))):
        story.goes_on(draw(st.integers(1, 25)), draw(st.lists(piece, max_size=2)))
    return story


@contextmanager
def refreshed(story: Story) -> Iterator[tuple[Program, Iterator[tuple[datetime, Known]]]]:
    """The program of somebody who follows the show, and the moments, at each of which it may refresh."""
    with tempfile.TemporaryDirectory() as home, replayed((), BEGIN) as server:
        run = program(Path(home) / "home", server.url)
        run("watchlist", "add", "tvmaze:950", now=BEGIN)

        def moments() -> Iterator[tuple[datetime, Known]]:
            for now, known in story.told:
                life = Life(tuple((at.date(), each) for at, each in story.told if at <= now))
                turn_to(server, (life, Life(((BEGIN.date(), AHEAD),))), now)
                yield now, known

        yield run, moments()


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    with without_waiting():
        yield


def slowly(examples: int) -> settings:
    """So many examples, however long each takes; a story is short, and shrinking it takes minutes."""
    phases = (Phase.explicit, Phase.reuse, Phase.generate)
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        phases=phases,
        suppress_health_check=checks,
    )


@slowly(6)
@given(stories())
def test_two_refreshes_of_one_state_change_nothing(story: Story) -> None:
    questions = (EVERYTHING, ("export", "ics"), ("changes", "--since", "2026-11-01", "--json"))
    with refreshed(story) as (run, moments):
        for now, _ in moments:
            run("catalogue", "refresh", now=now)
            said = [run(*words, now=now) for words in questions]
            assert run("catalogue", "refresh", "--json", now=now).items == []
            assert [run(*words, now=now) for words in questions] == said


@slowly(9)
@given(stories(), ZONES)
def test_no_day_is_named_that_nobody_stated_and_none_is_missing(story: Story, zone: str) -> None:
    heard: dict[str, Heard] = {}
    with refreshed(story) as (run, moments):
        for now, known in moments:
            heard = {TITLE: oracle.heard(heard.get(TITLE), known, now, asked=True)}
            assert run("catalogue", "refresh", now=now).code == 0
            items = run(*EVERYTHING, now=now, zone=zone).items
            told = oracle.entries(run(*NEXT, now=now, zone=zone).items)
            assert (now, list(oracle.wrong_days(items, heard, zone))) == (now, [])
            assert (now, told) == (now, oracle.coming(heard, now, zone))


@slowly(9)
@given(stories(), ZONES)
def test_premieres_ends_and_what_came_out_are_told_as_they_are(story: Story, zone: str) -> None:
    heard: dict[str, Heard] = {}
    with refreshed(story) as (run, moments):
        for now, known in moments:
            heard = {TITLE: oracle.heard(heard.get(TITLE), known, now, asked=True)}
            run("catalogue", "refresh", now=now)
            items = run(*EVERYTHING, now=now, zone=zone).items
            wrong = [
                *oracle.wrong_premieres(items, heard, zone),
                *oracle.wrong_ends(items, heard, now, zone),
                *oracle.wrong_states(items, now, zone),
            ]
            assert (now, wrong) == (now, [])


@slowly(16)
@given(stories())
def test_what_is_told_explains_the_difference(story: Story) -> None:
    before: Mapping[str, Heard] = {}
    with refreshed(story) as (run, moments):
        for now, known in moments:
            after = {TITLE: oracle.heard(before.get(TITLE), known, now, asked=True)}
            told = run("catalogue", "refresh", "--json", now=now).items
            wrong = [
                *(f"not so: {each}" for each in news.false_news(told, before, after, now.date())),
                *(f"not told: {each}" for each in news.untold(told, before, after, now.date())),
            ]
            assert (now, wrong) == (now, [])
            before = after
