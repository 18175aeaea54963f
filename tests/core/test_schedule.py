"""A season to its releases."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.catalogue_file import CatalogueFile
from premierectl.model import Season, Show, read_value
from premierectl.release import Release
from premierectl.schedule import finale, premiere, releases
from tests.make import show

BUNDLED = Path(__file__).parents[2] / "data" / "shows.json"


def of(**season: Any) -> list[Release]:
    """The releases of season 1 of a show."""
    aurora = show(seasons=[{"number": 1, **season}])
    return list(releases(aurora, aurora.seasons[0]))


def told(listed: Iterable[Release]) -> list[tuple[str, str, str | None]]:
    """Label, episodes and date of each release."""
    return [(each.label, each.numbers, each.date.text if each.date else None) for each in listed]


@pytest.fixture(scope="module")
def bundled() -> dict[tuple[str, int | None], tuple[Show, Season]]:
    """Each season of the bundled catalogue, by its show's id and its number."""
    data = BUNDLED.read_bytes()
    shows = msgspec.json.decode(data, type=CatalogueFile, dec_hook=read_value).shows
    return {(each.id, season.number): (each, season) for each in shows for season in each.seasons}


Bundled = dict[tuple[str, int | None], tuple[Show, Season]]


def test_hijack_2_has_two_on_14_january_2026_and_the_last_on_25_february(bundled: Bundled) -> None:
    assert told(releases(*bundled["hijack", 2])) == [
        ("season 2", "E1–E2", "2026-01-14"),
        ("S2 E3", "E3", "2026-01-21"),
        ("S2 E4", "E4", "2026-01-28"),
        ("S2 E5", "E5", "2026-02-04"),
        ("S2 E6", "E6", "2026-02-11"),
        ("S2 E7", "E7", "2026-02-18"),
        ("S2 finale", "E8", "2026-02-25"),
    ]


def test_lanterns_1_comes_on_eight_sundays_to_4_october_2026(bundled: Bundled) -> None:
    listed = list(releases(*bundled["lanterns", 1]))
    days = [each.date.earliest for each in listed if each.date]
    assert days == [date(2026, 8, 16) + timedelta(weeks=week) for week in range(8)]
    assert {day.strftime("%A") for day in days} == {"Sunday"}
    assert days[-1] == date(2026, 10, 4)
    assert [each.numbers for each in listed] == [f"E{number}" for number in range(1, 9)]


@pytest.mark.parametrize(
    ("show_id", "number", "weekday", "days", "episodes", "first", "last"),
    [
        ("only-murders-in-the-building", 6, "Tuesday", 10, 10, "2026-12-08", "2027-02-09"),
        ("the-pitt", 1, "Thursday", 14, 15, "2025-01-09", "2025-04-10"),
        ("the-pitt", 2, "Thursday", 15, 15, "2026-01-08", "2026-04-16"),
        ("severance", 2, "Friday", 10, 10, "2025-01-17", "2025-03-21"),
    ],
)
def test_weekly_seasons_come_out_as_they_did(
    bundled: Bundled, show_id: str, number: int, weekday: str, days: int, episodes: int,
    first: str, last: str,
) -> None:  # fmt: skip
    listed = list(releases(*bundled[show_id, number]))
    dates = [each.date.earliest for each in listed if each.date]
    assert (dates[0].isoformat(), dates[-1].isoformat(), len(dates)) == (first, last, days)
    assert {day.strftime("%A") for day in dates} == {weekday}
    numbers = [number for each in listed for number in each.episodes or ()]
    assert sorted(set(numbers)) == list(range(1, episodes + 1))
    assert [each.completes for each in listed] == [False] * (days - 1) + [True]


def test_the_pitt_1_began_with_two_episodes(bundled: Bundled) -> None:
    assert next(releases(*bundled["the-pitt", 1])).numbers == "E1–E2"


def test_stranger_things_5_has_three_parts(bundled: Bundled) -> None:
    listed = list(releases(*bundled["stranger-things", 5]))
    assert told(listed) == [
        ("S5 Volume 1", "E1–E4", "2025-11-26"),
        ("S5 Volume 2", "E5–E7", "2025-12-25"),
        ("S5 Finale", "E8", "2025-12-31"),
    ]
    assert [str(each.instant) for each in listed] == [
        "2025-11-27 01:00:00+00:00",
        "2025-12-26 01:00:00+00:00",
        "2026-01-01 01:00:00+00:00",
    ]
    assert [(each.kind, each.completes) for each in listed] == [
        ("premiere", False),
        ("part", False),
        ("part", True),
    ]


@pytest.mark.parametrize(
    ("show_id", "number", "days"),
    [
        ("bridgerton", 4, ["2026-01-29", "2026-02-26"]),
        ("wednesday", 2, ["2025-08-06", "2025-09-03"]),
    ],
)
def test_bridgerton_4_and_wednesday_2_have_two_parts(
    bundled: Bundled, show_id: str, number: int, days: list[str]
) -> None:
    assert told(releases(*bundled[show_id, number])) == [
        (f"S{number} Part 1", "E1–E4", days[0]),
        (f"S{number} Part 2", "E5–E8", days[1]),
    ]


def test_of_a_month_no_day_follows() -> None:
    listed = of(premiere="2027-01", release="weekly", episodes=15)
    assert told(listed) == [("season 1", "", "2027-01")]


def test_an_announced_finale_is_known_though_the_premiere_is_not() -> None:
    listed = of(premiere="2027-01", release="weekly", episodes=15, finale="2027-04-15")
    assert told(listed) == [("season 1", "", "2027-01"), ("S1 finale", "", "2027-04-15")]


def test_all_at_once_is_one_release_that_completes_the_season() -> None:
    (only,) = of(premiere="2027-01-07", release="all at once", episodes=8)
    assert (only.label, only.numbers, only.completes) == ("season 1", "E1–E8", True)


def test_what_follows_from_an_unconfirmed_day_is_unconfirmed() -> None:
    listed = of(premiere="2027-01-07?", release="weekly", episodes=2)
    assert told(listed)[1] == ("S1 finale", "E2", "2027-01-14?")


def test_a_weekly_season_pauses_in_skipped_weeks() -> None:
    skipped = ["2027-01-14", "2027-01-28"]
    listed = of(premiere="2027-01-07", release="weekly", episodes=4, skipped_weeks=skipped)
    assert [text for _, _, text in told(listed)] == [
        "2027-01-07", "2027-01-21", "2027-02-04", "2027-02-11",
    ]  # fmt: skip


def test_where_only_the_end_is_known_the_count_follows() -> None:
    listed = of(premiere="2027-01-07", release="weekly", finale="2027-01-21")
    assert told(listed)[-1] == ("S1 finale", "E3", "2027-01-21")


def test_without_count_and_end_a_weekly_season_has_its_premiere() -> None:
    assert told(of(premiere="2027-01-07", release="weekly")) == [("season 1", "E1", "2027-01-07")]


def test_a_finale_that_was_announced_apart_wins_over_the_weeks() -> None:
    listed = of(premiere="2027-01-07", release="weekly", episodes=3, finale="2027-01-28")
    assert told(listed)[-1] == ("S1 finale", "E3", "2027-01-28")


def test_a_finale_that_is_announced_vaguely_wins_over_the_weeks_and_is_never_lost() -> None:
    listed = of(premiere="2027-01-07", release="weekly", episodes=3, finale="2027-01")
    assert told(listed)[1:] == [("S1 E2", "E2", "2027-01-14"), ("S1 finale", "E3", "2027-01")]
    listed = of(premiere="2027-01-07", release="weekly", episodes=9, finale="2027-01")
    assert told(listed)[-2:] == [("S1 E4", "E4", "2027-01-28"), ("S1 finale", "E5–E9", "2027-01")]
    listed = of(premiere="2027-01-07", release="weekly", finale="2027-03")
    assert told(listed) == [("season 1", "E1", "2027-01-07"), ("S1 finale", "", "2027-03")]


def test_a_part_without_a_count_ends_the_numbers() -> None:
    parts = [{"label": "One", "episodes": 2}, {"label": "Two"}, {"label": "Three", "episodes": 1}]
    listed = of(premiere="2027-01", parts=parts)
    assert told(listed) == [
        ("S1 One", "E1–E2", "2027-01"), ("S1 Two", "", None), ("S1 Three", "", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("premiere", "part", "first"),
    [
        ("2027-01", "2027-01-07", "2027-01-07"),
        (None, "2027-01", "2027-01"),
        ("2027-01-08", "2027-01-07", "2027-01-08"),
        ("2027-01", None, "2027-01"),
    ],
)
def test_the_first_part_comes_at_the_premiere_as_exactly_as_either_says(
    premiere: str | None, part: str | None, first: str
) -> None:
    assert told(of(premiere=premiere, parts=[{"label": "One", "date": part}])) == [
        ("S1 One", "", first)
    ]


def test_a_list_of_a_source_wins_and_a_day_is_a_batch() -> None:
    listed = of(
        premiere="2027-01-01",
        release="weekly",
        episodes=4,
        timezone="America/New_York",
        episode_list=[
            {"number": 1, "date": "2027-01-08", "time": "21:00"},
            {"number": 2, "date": "2027-01-08", "time": "21:00"},
            {"number": 3, "date": "2027-01-16"},
            {"number": 4, "date": "2027-01-23"},
            {"number": 5},
        ],
    )
    assert told(listed) == [
        ("season 1", "E1–E2", "2027-01-08"),
        ("S1 E3", "E3", "2027-01-16"),
        ("S1 finale", "E4", "2027-01-23"),
    ]
    assert (listed[0].time_source, str(listed[0].instant)) == (
        "episode",
        "2027-01-09 02:00:00+00:00",
    )


def test_behind_a_list_the_weeks_of_a_weekly_season_go_on() -> None:
    listed = of(
        premiere="2027-01-07?",
        release="weekly",
        episodes=4,
        episode_list=[{"number": 1, "date": "2027-01-07?"}, {"number": 2, "date": "2027-01-15?"}],
    )
    assert told(listed) == [
        ("season 1", "E1", "2027-01-07?"),
        ("S1 E2", "E2", "2027-01-15?"),
        ("S1 E3", "E3", "2027-01-22?"),
        ("S1 finale", "E4", "2027-01-29?"),
    ]


def test_behind_a_list_an_announced_finale_follows() -> None:
    listed = of(finale="2027-03-01", episode_list=[{"number": 7, "date": "2027-01-07"}])
    assert told(listed) == [("S1 E7", "E7", "2027-01-07"), ("S1 finale", "", "2027-03-01")]


def test_a_list_that_ends_on_the_finale_is_whole() -> None:
    listed = of(
        finale="2027-01-14",
        episode_list=[{"date": "2027-01-07"}, {"date": "2027-01-14"}],
    )
    assert told(listed) == [("season 1", "", "2027-01-07"), ("S1 finale", "", "2027-01-14")]


def test_parts_keep_their_names_in_a_list_and_the_unlisted_stay() -> None:
    listed = of(
        parts=[
            {"label": "One", "date": "2027-01-07", "episodes": 1},
            {"label": "Two", "date": "2027-02-07", "episodes": 1},
        ],
        episode_list=[{"number": 1, "date": "2027-01-07"}],
    )
    assert told(listed) == [("S1 One", "E1", "2027-01-07"), ("S1 Two", "E2", "2027-02-07")]


def test_a_special_has_its_name_in_every_label() -> None:
    feast = show(
        seasons=[{"name": "Feast", "premiere": "2026-12-25", "release": "weekly", "episodes": 2}]
    )
    labels = [each.label for each in releases(feast, feast.seasons[0])]
    assert labels == ["Feast", "Feast finale"]


def test_each_release_has_an_address() -> None:
    listed = of(premiere="2027-01-07", release="weekly", episodes=3)
    assert [each.address for each in listed] == ["aurora:s1", "aurora:s1e2", "aurora:s1e3"]
    parts = of(parts=[{"label": "One"}, {"label": "Two"}])
    assert [each.address for each in parts] == ["aurora:s1", "aurora:s1p2"]


def test_when_the_whole_season_is_out_may_be_unknown() -> None:
    aurora = show(seasons=[{"number": 1, "premiere": "2027-01-07"}])
    last = finale(aurora, aurora.seasons[0])
    assert (last.label, last.date, last.completes) == ("S1 finale", None, True)


def test_a_clock_time_without_a_zone_or_with_an_unknown_one_is_no_instant() -> None:
    assert of(premiere="2027-01-07", time="21:00")[0].instant is None
    assert of(premiere="2027-01-07", time="21:00", timezone="Mars/Olympus")[0].instant is None
    assert of(premiere="2027-01", time="21:00", timezone="UTC")[0].instant is None


def test_the_end_of_the_calendar_ends_a_season() -> None:
    listed = of(premiere="9999-12-20", release="weekly", episodes=5)
    assert [text for _, _, text in told(listed)] == ["9999-12-20", "9999-12-27"]


def test_a_count_beyond_all_seasons_is_not_counted_out() -> None:
    assert len(of(premiere="2027-01-07", release="weekly", episodes=10**9)) == 2_000


def test_episodes_without_numbers_stay_apart() -> None:
    listed = of(episode_list=[{"date": f"2027-01-0{day}"} for day in (7, 8, 9)])
    addresses = [each.address for each in listed]
    assert addresses == ["aurora:s1", "aurora:s1:untitled-2", "aurora:s1:untitled-3"]


days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(days, st.integers(1, 30), st.integers(1, 5), st.sets(st.integers(1, 40), max_size=6))
def test_a_weekly_season_gives_each_episode_once_a_week_apart(
    first: date, episodes: int, first_day: int, skipped: set[int]
) -> None:
    weeks = [(first + timedelta(weeks=week)).isoformat() for week in skipped]
    listed = of(
        premiere=first.isoformat(), release="weekly", episodes=episodes, first_day=first_day,
        skipped_weeks=weeks,
    )  # fmt: skip
    spans = [each.episodes or (0, -1) for each in listed]
    assert [n for low, high in spans for n in range(low, high + 1)] == list(range(1, episodes + 1))
    dates = [each.date.earliest for each in listed if each.date]
    assert all((later - first).days % 7 == 0 for later in dates)
    assert dates == sorted(set(dates))
    assert not set(weeks) & {day.isoformat() for day in dates}


@given(days, st.integers(1, 30), st.sets(st.integers(1, 40), max_size=3), days)
def test_leaving_out_what_is_long_over_changes_nothing_of_the_rest(
    first: date, episodes: int, skipped: set[int], since: date
) -> None:
    weeks = [(first + timedelta(weeks=week)).isoformat() for week in skipped]
    aurora = show(
        seasons=[
            {
                "number": 1, "premiere": first.isoformat(), "release": "weekly",
                "episodes": episodes, "skipped_weeks": weeks,
            }
        ]
    )  # fmt: skip
    season = aurora.seasons[0]
    whole = [each for each in releases(aurora, season) if each.date and each.date.latest >= since]
    some = [
        each for each in releases(aurora, season, since) if each.date and each.date.latest >= since
    ]
    assert some == whole
    assert premiere(aurora, season).kind == "premiere"
