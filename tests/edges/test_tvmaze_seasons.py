"""TVmaze's seasons with their episodes: what is over, what began, and what is only listed so far."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.validation.document import problems_of
from premierectl.sources.tvmaze.reading import whole_show
from tests.service import listed_season, listed_show, row

TODAY = date(2026, 11, 23)


def read(today: date = TODAY, **fields: Any) -> list[dict[str, Any]]:
    """The seasons of a show with these fields; those that are embedded stand there."""
    names = ("seasons", "episodes", "nextepisode")
    embedded = {key: fields.pop(key) for key in names if key in fields}
    body = json.dumps({**listed_show(1), "_embedded": embedded, **fields}).encode()
    (entry,) = whole_show(body, today).entries
    entry = {key: said for key, said in entry.items() if key != "hints"}  # these are not kept
    assert list(problems_of({"format": 1, "shows": [{"id": "a", **entry}]})) == []
    listed: list[dict[str, Any]] = entry["seasons"]
    return listed


def weeks(season: int, first: str, count: int, start: int = 1) -> list[dict[str, Any]]:
    """Weekly episodes of a season from a day on, numbered from ``start``."""
    day = date.fromisoformat(first)
    return [
        row({}, season, start + week, (day + timedelta(weeks=week)).isoformat(), name="TBA")
        for week in range(count)
    ]


SPLIT = listed_season(1, "2026-09-03", endDate="2026-10-22", episodeOrder=16)
EIGHT = weeks(1, "2026-09-03", 8)


def ends(season: dict[str, Any]) -> tuple[object, object]:
    return season.get("finale"), season.get("status")


def test_a_split_season_in_its_break_has_no_end() -> None:
    (season,) = read(seasons=[SPLIT], episodes=EIGHT)
    assert ends(season) == (None, None)
    assert (season["episodes"], len(season["episode_list"])) == (16, 8)
    # A renewal tells nothing of how this season goes on.
    renewed = [SPLIT, listed_season(2), listed_season(3, episodeOrder=8)]
    assert ends(read(seasons=renewed, episodes=EIGHT)[0]) == (None, None)
    # Nor does a next season that is announced and has not begun.
    announced = [SPLIT, listed_season(2, "2027-01-07")]
    assert ends(read(seasons=announced, episodes=EIGHT)[0]) == (None, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"seasons": [{**SPLIT, "episodeOrder": 8}]},
        {"seasons": [SPLIT], "status": "Ended"},
        {"seasons": [SPLIT, listed_season(2, "2026-11-23")]},
        {"seasons": [SPLIT], "episodes": [*EIGHT, *weeks(2, "2026-11-12", 1)]},
    ],
)
def test_a_whole_count_the_end_of_the_show_and_a_next_season_are_proof(
    fields: dict[str, Any],
) -> None:
    assert ends(read(**{"episodes": EIGHT, **fields})[0]) == ("2026-10-22", "ended")


def test_what_is_still_to_come_is_not_over() -> None:
    whole = {**SPLIT, "episodeOrder": 8}
    for today, told in ((date(2026, 10, 22), None), (date(2026, 10, 23), "ended")):
        (season,) = read(today, seasons=[whole], episodes=EIGHT)
        assert season.get("status") == told
    later = row({}, 1, 9, "2026-12-03")
    assert ends(read(seasons=[whole], episodes=[*EIGHT, later])[0]) == (None, None)


def test_the_next_episode_is_one_of_the_listed() -> None:
    upcoming = weeks(1, "2026-12-03", 2, start=9)
    (season,) = read(seasons=[SPLIT], episodes=[*EIGHT, *upcoming], nextepisode=upcoming[0])
    assert [each["number"] for each in season["episode_list"]] == list(range(1, 11))
    feast = row({}, 1, None, "2026-12-25", name="The Feast", type="significant_special")
    assert read(episodes=EIGHT, nextepisode=feast)[-1] == {
        "name": "The Feast",
        "premiere": "2026-12-25",
    }


@pytest.mark.parametrize(
    ("premiere", "episodes", "told"),
    [
        # Episode 1 has no day, and what is dated first is not it.
        ("2026-12-10", [row({}, 1, 1, ""), row({}, 1, 2, "2026-12-10")], None),
        ("2026-12-10", [row({}, 1, 6, "2026-12-10")], None),
        (None, [row({}, 1, 2, "2026-12-10")], None),
        # A day before all that is dated is the season's own.
        ("2026-12-03", [row({}, 1, 1, ""), row({}, 1, 2, "2026-12-10")], "2026-12-03"),
        ("2026-12-03", [row({}, 1, 1, "")], "2026-12-03"),
        # What is listed is the better known.
        ("2026-12-03", [row({}, 1, 1, "2026-12-04"), row({}, 1, 2, "2026-12-10")], "2026-12-04"),
        ("2026-12-10", [row({}, 1, 1, "2026-12-10"), row({}, 1, 0, "2026-12-03")], "2026-12-03"),
    ],
)
def test_a_premiere_is_the_day_of_the_first_episode(
    premiere: str | None, episodes: list[dict[str, Any]], told: str | None
) -> None:
    (season,) = read(seasons=[listed_season(1, premiere)], episodes=episodes)
    assert (season.get("premiere"), season.get("status")) == (told, None)


def test_the_episodes_of_the_season_that_began_last_are_kept_and_those_before_it_not() -> None:
    rows = [listed_season(number, f"202{3 + number}-01-09") for number in (1, 2)]
    listed = [*weeks(1, "2024-01-09", 2), *weeks(2, "2025-01-09", 2), *weeks(3, "2027-01-09", 2)]
    first, second, third = read(seasons=rows, episodes=listed)
    assert "episode_list" not in first
    assert ends(first) == ("2024-01-16", "ended")
    assert [len(each["episode_list"]) for each in (second, third)] == [2, 2]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Long Night", "The Long Night"), ("", None), ("Season 2", None), ("season 2", None),
        ("Series 2", None), ("TBA", None), (7, None), ("Season 2: Dawn", "Season 2: Dawn"),
    ],
)  # fmt: skip
def test_a_season_keeps_a_name_that_says_something(written: object, name: str | None) -> None:
    (season,) = read(seasons=[listed_season(2, "2027-01-07", name=written)])
    assert season == {"number": 2, "premiere": "2027-01-07", **({"name": name} if name else {})}


def test_episodes_keep_their_titles() -> None:
    named = row({}, 1, 1, "2026-12-10", name="The Ice")
    unnamed = row({}, 1, 2, "2026-12-17", name="Episode 2")
    (season,) = read(episodes=[named, unnamed])
    assert season["episode_list"] == [
        {"number": 1, "title": "The Ice", "date": "2026-12-10"},
        {"number": 2, "date": "2026-12-17"},
    ]


@pytest.mark.parametrize(
    ("written", "site"),
    [
        ("https://www.netflix.com/title/1", "https://www.netflix.com/title/1"),
        ("http://www.bbc.co.uk/programmes/b1", "http://www.bbc.co.uk/programmes/b1"),
        ("javascript:x", None), ("//x", None), ("", None), (None, None), (7, None),
        ("https://a.example/\u202e", None), ("https://user@a.example/", None),
    ],
)  # fmt: skip
def test_its_own_site_is_kept_where_it_is_a_link(written: object, site: str | None) -> None:
    body = json.dumps(listed_show(1, officialSite=written)).encode()
    (entry,) = whole_show(body, TODAY).entries
    assert entry.get("official_site") == site
    assert entry["sources"] == [{"title": "TVmaze", "url": "https://www.tvmaze.com/shows/1/aurora"}]


def test_of_the_episodes_a_small_special_is_left_out() -> None:
    bloopers = row({}, 1, 9, "2026-12-24", type="insignificant_special")
    (season,) = read(episodes=[row({}, 1, 1, "2026-12-10"), bloopers])
    assert len(season["episode_list"]) == 1


def test_what_of_the_episodes_cannot_be_used_is_named() -> None:
    body = json.dumps(
        {
            **listed_show(1),
            "_embedded": {"episodes": [7, row({}, 1, 1, "2026-12-10"), row({}, 1, 1, "")]},
        }
    ).encode()
    result = whole_show(body, TODAY)
    assert [each["number"] for each in result.entries[0]["seasons"][0]["episode_list"]] == [1]
    assert [(each.path, each.reason) for each in result.unusable] == [
        ("_embedded.episodes[0]", "is a special without a name and a season")
    ]


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 200))
def test_a_running_season_without_proof_never_ends(count: int, more: int, days: int) -> None:
    listed = weeks(1, "2026-09-03", count)
    rows = [
        listed_season(1, "2026-09-03", endDate=listed[-1]["airdate"], episodeOrder=count + more)
    ]
    (season,) = read(date(2026, 9, 3) + timedelta(days=days), seasons=rows, episodes=listed)
    assert ends(season) == (None, None)
