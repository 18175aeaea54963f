"""A season that comes back after a pause: which release is the return, and how it is told."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.agenda import next_releases
from premierectl.release import Release
from premierectl.schedule import releases
from premierectl.wording.waits import standing
from tests.make import moment, show


def of(**season: Any) -> list[Release]:
    """The releases of season 2 of a show."""
    aurora = show(seasons=[{"number": 2, **season}])
    return list(releases(aurora, aurora.seasons[0]))


def listed(*days: tuple[int | None, str], **season: Any) -> list[Release]:
    """The releases of a season of which these numbers are listed on these days."""
    lines = [{"number": number, "date": day} for number, day in days]
    return of(episode_list=lines, **season)


def kinds(found: list[Release]) -> list[str]:
    return [each.kind for each in found]


@pytest.mark.parametrize(
    ("back", "kind"), [("2027-02-17", "episode"), ("2027-02-18", "return"), ("2027-03", "return")]
)
def test_six_weeks_are_a_pause(back: str, kind: str) -> None:
    found = listed((1, "2026-12-31"), (2, "2027-01-07"), (3, back))
    assert kinds(found) == ["premiere", "episode", kind]


def test_a_return_is_told_as_one_and_keeps_its_identity() -> None:
    *_, back, after = listed((7, "2026-10-01"), (8, "2026-10-08"), (9, "2027-01-07"), (10, "2027-01-14"))  # fmt: skip
    assert (back.kind, back.label, back.short, back.title) == (
        "return", "S2 returns", "S2 returns", "Aurora S2 returns",
    )  # fmt: skip
    assert (back.noun, back.numbers, back.address) == ("S2 E9", "E9", "aurora:s2e9")
    assert (back.is_premiere, after.is_premiere) == (True, False)
    assert (after.kind, after.label, after.noun) == ("episode", "S2 E10", "S2 E10")


def test_of_a_return_that_is_out_the_episode_came_out() -> None:
    aurora = show(
        seasons=[
            {
                "number": 2,
                "episode_list": [
                    {"number": 1, "date": "2026-08-06"}, {"number": 2, "date": "2026-11-12"},
                ],
            }
        ]
    )  # fmt: skip
    (last,) = next_releases()(aurora, aurora.seasons[0], moment("2026-11-23"))
    assert standing(last) == "S2 E2 came out on 12 November 2026"


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (((1, "2026-10-01"), (2, "2027-01-07")), "S2 finale"),
        (((1, "2026-10-01"), (2, "2027-01-07"), (3, "2027-01-07")), "S2 returns"),
    ],
)
def test_a_return_that_completes_the_season_is_both(
    days: tuple[tuple[int, str], ...], label: str
) -> None:
    *_, back = listed(*days, episodes=len(days))
    assert (back.kind, back.completes, back.label) == ("return", True, label)


@pytest.mark.parametrize(
    "days",
    [
        # What is not listed may have come out between the two.
        ((1, "2026-10-01"), (9, "2027-01-07")),
        # An undated episode may come between them.
        ((8, "2026-10-01"), (10, "2027-01-07")),
        ((8, "2026-10-01"), (None, "2027-01-07")),
    ],
)
def test_a_gap_in_what_is_listed_is_no_pause(days: tuple[tuple[int | None, str], ...]) -> None:
    assert "return" not in kinds(listed(*days))


def test_behind_an_unlisted_premiere_only_episode_2_is_a_return() -> None:
    for number, kind in ((2, "return"), (3, "episode")):
        found = listed((number, "2027-01-07"), premiere="2026-10-01")
        assert kinds(found) == ["premiere", kind]


def test_episodes_without_numbers_return_too() -> None:
    found = listed((None, "2026-10-01"), (None, "2027-01-07"))
    assert [(each.kind, each.label) for each in found] == [
        ("premiere", "season 2"), ("return", "S2 returns"),
    ]  # fmt: skip


def test_a_part_stays_a_part_and_an_announced_finale_a_finale() -> None:
    parts = of(parts=[{"label": "One", "date": "2026-10-01"}, {"label": "Two", "date": "2027-01-07"}])  # fmt: skip
    assert kinds(parts) == ["premiere", "part"]
    assert kinds(of(premiere="2026-10-01", finale="2027-01-07")) == ["premiere", "finale"]


days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(days, st.lists(st.integers(1, 100), min_size=1, max_size=12))
def test_the_returns_of_a_listed_season_are_those_behind_six_weeks(
    first: date, gaps: list[int]
) -> None:
    on = [first + timedelta(days=sum(gaps[:index])) for index in range(len(gaps) + 1)]
    found = listed(*((number, day.isoformat()) for number, day in enumerate(on, 1)))
    assert kinds(found) == ["premiere", *("return" if gap >= 42 else "episode" for gap in gaps)]


@given(days, st.integers(2, 20), st.integers(2, 12))
def test_skipped_weeks_make_a_return(first: date, episodes: int, weeks: int) -> None:
    skipped = [(first + timedelta(weeks=week)).isoformat() for week in range(1, weeks)]
    found = of(premiere=first.isoformat(), release="weekly", episodes=episodes, skipped_weeks=skipped)  # fmt: skip
    assert (found[1].kind == "return") == (weeks >= 6)
    assert [each.kind for each in found[2:-1]] == ["episode"] * (len(found) - 3)
