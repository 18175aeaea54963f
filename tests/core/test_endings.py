"""What completes a season, and what of it only looks like an end."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.agenda import every_release, next_releases, the_finale
from premierectl.model import Show
from premierectl.schedule import finale, premiere, releases
from premierectl.wording.waits import phrase, standing
from tests.make import moment, show

NOW = moment("2026-11-23")
EIGHT = [
    {"number": number, "date": f"2026-{month:02}-{day:02}"}
    for number, (month, day) in enumerate(
        [(9, 3), (9, 10), (9, 17), (9, 24), (10, 1), (10, 8), (10, 15), (10, 22)], 1
    )
]
NEXT = {"number": 2, "premiere": "2026-11-12"}


def aurora(*later: dict[str, Any], stands: str | None = None, **season: Any) -> Show:
    """A show that ``stands`` so, whose season 1 lists eight episodes, to 22 October 2026."""
    first = {"number": 1, "episode_list": EIGHT, **season}
    return show(status=stands, seasons=[first, *later])


def last(of: Show) -> tuple[str, bool]:
    """How what came last of season 1 is told, and whether the season is known to be out with it."""
    *_, item = every_release(of, of.seasons[0], NOW)
    return item.release.label, item.release.completes


@pytest.mark.parametrize(
    "proof",
    [
        {"episodes": 8},
        {"episodes": 7},
        {"finale": "2026-10-22"},
        {"finale": "2026-10-22?"},
        {"status": "ended"},
        {"episodes": 16, "status": "ended"},
        {"stands": "ended"},
    ],
    ids=str,
)
def test_a_count_that_is_reached_an_announced_day_and_an_end_are_proof(
    proof: dict[str, Any],
) -> None:
    assert last(aurora(**proof)) == ("S1 finale", True)


@pytest.mark.parametrize(
    ("status", "later", "told"),
    [
        ("ended", (), ("S1 finale", True)),
        ("running", (NEXT,), ("S1 finale", True)),
        (None, ({"number": 2, "status": "airing"},), ("S1 finale", True)),
        ("running", (), ("S1 E8", False)),
        ("running", ({**NEXT, "premiere": "2026-12-03"},), ("S1 E8", False)),
        ("running", ({**NEXT, "premiere": "2026-11-12?"},), ("S1 E8", False)),
        ("running", ({**NEXT, "premiere": "2026-11"},), ("S1 E8", False)),
        ("running", ({"number": 2, "status": "renewed"},), ("S1 E8", False)),
        ("running", ({"name": "Feast", "premiere": "2026-11-12"},), ("S1 E8", False)),
    ],
)
def test_the_end_of_the_show_and_a_next_season_that_has_begun_are_proof(
    status: str | None, later: tuple[dict[str, Any], ...], told: tuple[str, bool]
) -> None:
    assert last(aurora(*later, stands=status)) == told


def test_a_split_season_in_its_break_has_no_end_and_is_not_over() -> None:
    of = aurora(episodes=16, stands="running")
    season = of.seasons[0]
    assert not any(each.completes for each in releases(of, season, today=NOW.today))
    (item,) = next_releases()(of, season, NOW)
    assert (item.release.label, item.state, item.progress) == ("S1 E8", "out", "8 of 16 are out")
    (end,) = the_finale(of, season, NOW)
    assert (end.date, end.state, phrase(end)) == (None, "tba", "not known yet")
    assert standing(end) == "the end of season 1 is not known yet"


@pytest.mark.parametrize(
    "over", [{"status": "ended"}, {"status": "cancelled"}, {"stands": "cancelled"}]
)
def test_of_a_season_that_is_over_nothing_is_missing(over: dict[str, str]) -> None:
    of = aurora(episodes=16, **over)
    assert {each.progress for each in every_release(of, of.seasons[0], NOW)} == {""}


def test_an_undated_episode_is_still_to_come_until_the_season_has_ended() -> None:
    listed = [*EIGHT, {"number": 9}]
    assert last(aurora(episode_list=listed, status="ended")) == ("S1 E8", False)
    assert last(aurora(episode_list=listed, episodes=9)) == ("S1 E8", False)


def test_a_finale_announced_for_later_is_the_end_whatever_else_is_over() -> None:
    of = aurora(finale="2026-12-17", status="ended")
    end = finale(of, of.seasons[0])
    assert (end.label, end.date and end.date.text) == ("S1 finale", "2026-12-17")
    assert sum(each.completes for each in releases(of, of.seasons[0])) == 1


def test_what_is_listed_beyond_an_announced_finale_is_not_counted_on() -> None:
    of = aurora(finale="2026-10-20", release="weekly", episodes=12)
    assert [each.label for each in releases(of, of.seasons[0])][-1] == "S1 E8"


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (None, [("S1 E9", "2026-10-29?"), ("S1 finale", "2026-11-05?")]),
        ("2026-11-12", [("S1 E9", "2026-10-29?"), ("S1 finale", "2026-11-12")]),
        ("2026-11", [("S1 E9", "2026-10-29?"), ("S1 finale", "2026-11")]),
        ("2026-10-29", [("S1 finale", "2026-10-29")]),
    ],
)
def test_counted_days_are_doubtful_and_an_announced_finale_wins(
    end: str | None, told: list[tuple[str, str]]
) -> None:
    of = aurora(release="weekly", episodes=10, finale=end)
    found = [(each.label, str(each.date)) for each in releases(of, of.seasons[0])]
    assert found[8:] == told


@pytest.mark.parametrize(
    "season",
    [
        {"episodes": None},
        {"episodes": 10, "episode_list": [*EIGHT, {"name": "Live", "date": "2026-10-29"}]},
        {"episodes": 10, "episode_list": [*EIGHT, {"number": 9, "date": "2026-11"}]},
    ],
    ids=["no count", "no number", "no day"],
)
def test_nothing_is_counted_on_from_an_episode_that_is_not_wholly_known(
    season: dict[str, Any],
) -> None:
    of = aurora(release="weekly", **season)
    found = [each.date for each in releases(of, of.seasons[0])]
    assert found == [episode.date for episode in of.seasons[0].episode_list]


def test_all_at_once_is_whole_where_it_is_listed_as_one() -> None:
    day = [{"number": number, "date": "2026-10-01"} for number in (1, 2)]
    of = aurora(episode_list=day, release="all at once")
    assert last(of) == ("season 1", True)
    of = aurora(episode_list=day, release="all at once", episodes=3)
    assert last(of) == ("season 1", False)


@pytest.mark.parametrize(
    ("season", "whole"),
    [
        ({}, False),
        ({"finale": "2026-10-01"}, True),
        ({"finale": "2026-11-01"}, False),
        ({"episodes": 8}, True),
        ({"episodes": 9}, False),
        ({"status": "ended"}, True),
    ],
)
def test_the_last_part_that_is_known_is_only_the_end_with_proof(
    season: dict[str, Any], whole: bool
) -> None:
    parts = [
        {"label": "One", "date": "2026-09-03", "episodes": 4},
        {"label": "Two", "date": "2026-10-01", "episodes": 4},
    ]
    assert last(aurora(episode_list=[], parts=parts, **season)) == ("S1 Two", whole)


@pytest.mark.parametrize(
    ("status", "premiere", "finale", "states"),
    [
        # That it airs tells of its premiere, and of nothing behind it.
        ("airing", "2026-10", "2026-11-22?", ["out", "overdue"]),
        ("airing", "2026-10", "2026-10", ["out"]),
        ("airing", "2026-11-22?", "2026-11", ["out", "airing"]),
        ("airing", "2026-11", "2027-01", ["out", "airing"]),
        ("ended", "2026-10", "2026-11", ["out", "out"]),
        (None, "2026-10", "2026-11-22?", ["overdue", "overdue"]),
    ],
)
def test_a_day_that_nobody_confirms_is_only_out_with_proof(
    status: str | None, premiere: str, finale: str, states: list[str]
) -> None:
    of = show(seasons=[{"number": 1, "premiere": premiere, "finale": finale, "status": status}])
    assert [item.state for item in every_release(of, of.seasons[0], NOW)] == states


def test_a_counted_day_that_passed_is_awaited_and_never_said_to_be_sure() -> None:
    of = aurora(release="weekly", episodes=12, status="airing")
    *_, end = every_release(of, of.seasons[0], NOW)
    assert (end.release.label, end.state) == ("S1 finale", "overdue")
    of = aurora(finale="2026-11-19?", stands="cancelled")
    *_, end = every_release(of, of.seasons[0], NOW)
    assert standing(end) == "S1 finale came out on 19 November 2026, unconfirmed"


def test_the_undated_finale_of_an_ended_show_is_out_and_not_cancelled() -> None:
    of = show(
        status="ended", seasons=[{"number": 1, "premiere": "2020-01-01", "release": "weekly"}]
    )
    (end,) = the_finale(of, of.seasons[0], NOW)
    assert (end.state, phrase(end)) == ("out", "out")


def test_a_list_that_begins_in_the_middle_has_no_premiere() -> None:
    of = aurora(episode_list=EIGHT[5:])
    assert [each.kind for each in releases(of, of.seasons[0])] == ["episode"] * 3
    assert premiere(of, of.seasons[0]).kind == "episode"
    wanted = next_releases(premieres=True)(of, of.seasons[0], moment("2026-10-01"))
    assert [item.release.is_premiere for item in wanted] == [False]


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.integers(1, 20))
def test_without_proof_nothing_completes_a_season(dated: list[bool], more: int) -> None:
    lines = [
        {"number": number, "date": f"2026-10-{number:02}"} if day else {"number": number}
        for number, day in enumerate(dated, 1)
    ]
    for count in (None, len(dated) + more):
        of = aurora(episode_list=lines, episodes=count, stands="running")
        assert not any(each.completes for each in releases(of, of.seasons[0], today=NOW.today))
