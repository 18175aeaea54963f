"""What a refresh makes of answers, and what of it is told: each once, and nothing that is none."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.catalogue import Catalogue
from premierectl.refresh.decide import Decided, decide
from premierectl.refresh.departures import Departures
from premierectl.refresh.gather import Gathered
from premierectl.refresh.news import Circumstances
from premierectl.sources.tvmaze.service import TVmaze
from premierectl.wording.changes import change_words
from tests.make import layer

WHEN = datetime(2026, 11, 24, 6, tzinfo=UTC)
Entry = dict[str, Any]


def entry(number: int = 1, title: str = "Aurora", *seasons: Entry, **fields: Any) -> Entry:
    """What a service says of a show."""
    return {"title": title, "ids": {"tvmaze": number}, "seasons": list(seasons), **fields}


def scheduled(number: int, *days: str, first: int = 1, **fields: Any) -> Entry:
    """A season as the schedule lists it."""
    episodes = [{"number": each, "date": day} for each, day in enumerate(days, first)]
    return {"number": number, "episode_list": episodes, **fields}


def decided(
    entries: list[Entry],
    previous: Decided | None = None,
    *bundled: Entry,
    when: datetime = WHEN,
    followed: frozenset[object] = frozenset(),
    whole: bool = True,
    **circumstances: Any,
) -> Decided:
    gathered = Gathered(tuple(entries), (), (), followed, {}, whole, asked=True)
    stood = previous.shows if previous else ()
    catalogue = Catalogue([layer("bundled", *bundled), layer("live", *stood)])
    return decide(catalogue, stood, gathered, when, TVmaze(), Circumstances(**circumstances))


def words(outcome: Decided) -> list[str]:
    return [change_words(change) for change in outcome.changes]


AURORA = entry(1, "Aurora", scheduled(2, "2027-01-07", "2027-01-14"))
BOREALIS = entry(2, "Borealis", scheduled(1, "2026-12-01"))
STOOD = decided([AURORA, BOREALIS])


def test_of_a_first_layer_nothing_is_new_and_of_the_next_a_new_show_is() -> None:
    assert words(STOOD) == []
    assert words(decided([AURORA, BOREALIS], decided([AURORA]))) == [
        "Borealis season 1: new in the catalogue, 1 December 2026"
    ]


def test_of_other_filters_neither_what_comes_nor_what_goes_is_news() -> None:
    assert words(decided([AURORA], STOOD, same_choice=False)) == []
    assert words(decided([AURORA, BOREALIS], decided([AURORA]), same_choice=False)) == []
    moved = entry(1, "Aurora", scheduled(2, "2027-01-08", "2027-01-14"))
    assert words(decided([moved], STOOD, same_choice=False)) == [
        "Aurora season 2: moved from 7 January 2027 to 8 January 2027, 1 day later"
    ]


def test_what_the_schedule_has_no_more_was_withdrawn_unless_it_is_out() -> None:
    assert words(decided([AURORA], STOOD)) == ["Borealis season 1: withdrawn, was 1 December 2026"]
    later = datetime(2026, 12, 1, 6, tzinfo=UTC)
    assert words(decided([AURORA], STOOD, when=later)) == []


def test_where_an_older_date_stands_below_it_is_withdrawn_too() -> None:
    below = {"id": "borealis", "title": "Borealis", "ids": {"tvmaze": 2}, "seasons": [{"number": 1, "premiere": "2026-12-05"}]}  # fmt: skip
    stood = decided([AURORA, BOREALIS], None, below)
    other = decided([AURORA], stood, below, same_choice=False)
    assert (words(other), len(other.shows)) == ([], 1)
    gone = decided([AURORA], stood, below)
    assert words(gone) == ["Borealis season 1: no longer dated 1 December 2026"]
    vague = {**below, "seasons": [{"number": 1, "premiere": "2026-12"}]}
    assert words(decided([AURORA], decided([AURORA, BOREALIS], None, vague), vague)) == [
        "Borealis season 1: no longer 1 December 2026, only December 2026"
    ]


def test_no_date_of_a_service_withdraws_an_announced_day_and_no_other() -> None:
    def told(premiere: str, checked: str) -> list[str]:
        below = {"id": "aurora", "title": "Aurora", "ids": {"tvmaze": 1}, "seasons": [{"number": 3, "premiere": premiere}], "sources": [{"checked": checked}]}  # fmt: skip
        own = entry(1, "Aurora", {"number": 3, "status": "renewed"})
        return words(decided([own], None, below, followed=frozenset({1}), whole=False))

    assert told("2027-03-12", "2026-09-21") == ["Aurora season 3: no longer dated 12 March 2027"]
    assert told("2027", "2026-09-21") == []
    assert told("2026-09-17", "2026-09-21") == []


def test_the_first_answer_of_a_shows_own_fills_in_and_is_no_news() -> None:
    own = entry(
        1, "Aurora Borealis", {"number": 1, "premiere": "2026-11-20"},
        scheduled(2, "2027-01-08", "2027-01-15"), {"number": 3, "status": "renewed"},
        status="ended", cast=[{"person": "Ann"}],
    )  # fmt: skip
    options: dict[str, Any] = {"followed": frozenset({1}), "whole": False}
    moved = "Aurora Borealis season 2: moved from 7 January 2027 to 8 January 2027, 1 day later"
    first = decided([own], STOOD, **options)
    assert words(first) == [moved]
    assert words(decided([entry(3, "Cygnus", scheduled(1, "2026-12-05"))], STOOD, followed=frozenset({3}), whole=False)) == []  # fmt: skip
    assert "Aurora Borealis: ended" in words(decided([own], STOOD, **options, asked={1}))
    assert words(decided([own], first, **options, asked={1})) == []
    cast = {**own, "cast": [{"person": "Bo"}]}
    assert words(decided([cast], first, **options, asked={1})) == []


def test_a_show_that_is_gone_is_told_once() -> None:
    gone: dict[str, Any] = {"whole": False, "departures": Departures(frozenset({1, 7}))}
    first = decided([], STOOD, **gone)
    assert words(first) == ["Aurora: no longer listed, so its dates are unconfirmed"]
    assert words(decided([], first, **gone)) == []
    assert words(decided([BOREALIS], first)) == []
    assert words(decided([AURORA], first, whole=False)) == [
        "Aurora season 2: 7 January 2027, now confirmed"
    ]


def test_a_show_that_was_merged_is_told_once_with_what_became_of_it() -> None:
    merged: dict[str, Any] = {"whole": False, "departures": Departures(merged={1: 3, 8: 9})}
    now = [entry(3, "Aurora: The Series", scheduled(2, "2027-01-08", "2027-01-15"))]
    first = decided(now, STOOD, **merged)
    told = [
        "Aurora: merged into Aurora: The Series",
        "Aurora: The Series season 2: moved from 7 January 2027 to 8 January 2027, 1 day later",
    ]
    assert words(first) == told
    assert [show["id"] for show in first.shows] == ["aurora", "borealis"]
    assert words(decided(now, first, **merged)) == []
    assert words(decided([], STOOD, **merged)) == ["Aurora: merged into another entry"]
    both = decided([*now, BOREALIS, AURORA])
    assert words(decided(now, both, **merged)) == told
    bundled = {"id": "aurora-x", "title": "Aurora", "ids": {"tvmaze": 1}, "seasons": []}
    catalogue = Catalogue([layer("bundled", bundled), layer("live", *first.shows)])
    assert catalogue.canonical("tvmaze:1") == catalogue.canonical("tvmaze:3") == "aurora-x"


def test_of_a_hidden_show_nothing_is_told() -> None:
    hidden = {"id": "aurora", "title": "Aurora", "ids": {"tvmaze": 1}, "hidden": True}
    catalogue = Catalogue([layer("live", *STOOD.shows), layer("own", hidden)])
    now = (entry(3, "Aurora", scheduled(2, "2027-01-08")),)
    gathered = Gathered(now, (), (), frozenset(), {}, whole=False, asked=True)
    merged = Circumstances(departures=Departures(merged={1: 3}))
    assert decide(catalogue, STOOD.shows, gathered, WHEN, TVmaze(), merged).changes == ()


def test_a_show_that_no_command_could_read_keeps_its_last_state() -> None:
    bad = entry(1, "Aurora", {"number": 2, "premiere": "soon"})
    outcome = decided([bad, BOREALIS], STOOD)
    assert (outcome.left_out, outcome.changes) == (("aurora",), ())
    assert outcome.shows == STOOD.shows
    assert [show["id"] for show in decided([bad, BOREALIS]).shows] == ["borealis"]


DAYS = ["2026-11-20", "2026-11-24", "2026-12-01", "2027-01-07", "2027-02-25"]
season_states = st.builds(
    lambda number, days, first: scheduled(number, *sorted(days), first=first),
    st.sampled_from([1, 2]),
    st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True),
    st.sampled_from([1, 4]),
)
seasons = st.lists(season_states, max_size=2, unique_by=lambda each: each["number"])
service_states = st.dictionaries(st.sampled_from([1, 2]), seasons)


def answers(state: dict[int, list[Entry]]) -> list[Entry]:
    return [entry(number, f"Show {number}", *each) for number, each in state.items() if each]


@given(st.lists(service_states, min_size=1, max_size=5))
def test_two_refreshes_of_one_state_change_nothing(states: list[dict[int, list[Entry]]]) -> None:
    stood = None
    for state in states:
        stood = decided(answers(state), stood)
        again = decided(answers(state), stood)
        assert (again.shows, again.changes) == (stood.shows, ())


@pytest.mark.parametrize("whole", [True, False])
@given(st.lists(service_states, min_size=2, max_size=5))
def test_what_is_told_explains_each_day_that_came_or_went(
    whole: bool, states: list[dict[int, list[Entry]]]
) -> None:
    stood = decided([*answers(states[0]), entry(3, "Show 3", scheduled(1, "2027-05-05"))])
    for state in states[1:]:
        third = entry(3, "Show 3", scheduled(1, "2027-05-05"))
        now = decided([*answers(state), third], stood, whole=whole, asked={1, 2})
        told = {change.show_id for change in now.changes}
        for show_id in {*premieres(stood), *premieres(now)}:
            if premieres(stood).get(show_id) != premieres(now).get(show_id):
                assert show_id in told
        stood = now


def premieres(outcome: Decided) -> dict[str, dict[int, str]]:
    """The days, still to come, of each season's first episode."""
    found = {
        show["id"]: {
            season["number"]: episode["date"]
            for season in show["seasons"]
            for episode in season.get("episode_list", ())
            if episode["number"] == 1 and episode["date"] > "2026-11-24"
        }
        for show in outcome.shows
    }
    return {show_id: each for show_id, each in found.items() if each}
