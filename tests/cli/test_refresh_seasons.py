"""What a refresh makes of seasons: in their middle, in their break, with a special to come."""

import json
from collections.abc import Iterator

import pytest

from tests.conftest import Run
from tests.service import EMBEDDED, SCHEDULE, Service, listed_season, listed_show, row, tvmaze

NOW = {"PREMIERECTL_NOW": "2026-11-23"}
MIDDLE = listed_show(1, "Aurora")
SPLIT = listed_show(2, "Borealis", officialSite="https://borealis.example/")
COMING = [
    row(MIDDLE, 2, 6, "2026-12-03", name="The Ice"),
    row(MIDDLE, 2, 7, "2026-12-10"),
    row(SPLIT, 1, None, "2026-12-25", name="TBA", type="significant_special"),
]
WHOLE = {
    **SPLIT,
    "_embedded": {
        "seasons": [
            listed_season(
                1, "2026-09-03", endDate="2026-09-17", episodeOrder=6, name="The Long Night"
            ),
            listed_season(2),
        ],
        "episodes": [
            row({}, 1, 1, "2026-09-03", name="Dusk"),
            row({}, 1, 2, "2026-09-10"),
            row({}, 1, 3, "2026-09-17"),
        ],
        "cast": [],
    },
}


@pytest.fixture
def service() -> Iterator[Service]:
    """A service with a season in its middle, and one in its break."""
    with tvmaze({SCHEDULE: COMING, f"/shows/2{EMBEDDED}": WHOLE}) as server:
        yield server


@pytest.fixture
def refreshed(run: Run, service: Service) -> Run:
    """The command line after a refresh, with the season in its break followed."""
    run("watchlist", "add", "tvmaze:2")
    url = {"PREMIERECTL_TVMAZE_URL": service.url, **NOW}
    assert run("catalogue", "refresh", env=url).code == 0
    return run


def test_what_the_schedule_lists_from_the_middle_of_a_season_is_no_premiere(refreshed: Run) -> None:
    words = "--format", "{title} {release} {kind} {episode_title}"
    assert refreshed("next", "aurora", *words, env=NOW).out == "Aurora S2 E6 episode The Ice\n"
    result = refreshed("next", "--all", "--network", "Hulu", "--premieres", "--limit", "9", *words, env=NOW)  # fmt: skip
    assert "Aurora" not in result.out
    assert "SUMMARY:Aurora S2 E6\r\n" in refreshed("export", "ics", "aurora", env=NOW).out


def test_a_season_in_its_break_is_not_over(refreshed: Run) -> None:
    lines = refreshed("show", "borealis", env=NOW, terminal=True).out.splitlines()
    assert "Link: https://borealis.example/" in lines
    at = lines.index("Season 1: The Long Night  Thu 3 Sep 2026  81 days ago")
    assert lines[at + 1 : at + 4] == ["  So far: 3 of 6 are out", "  Release: 6 episodes", ""]
    assert lines[2] == "Next: Season 1 special · in 32 days · Friday, 25 December 2026"
    assert "Season 2  no date yet" in lines
    assert [line for line in lines if line.startswith("Data: TVmaze")] == lines[-1:]
    listed = refreshed("show", "borealis:s1", "--episodes", "--json", env=NOW).out
    items = json.loads(listed)["items"][0]["countdowns"]
    assert [(each["kind"], each["episode_title"], each["completes"]) for each in items] == [
        ("premiere", "Dusk", False),
        ("episode", None, False),
        ("episode", None, False),
    ]
    end = refreshed("days", "borealis:s1finale", env=NOW)
    assert end.err == "premierectl: Borealis: nothing upcoming with a date, the end of season 1 is not known yet\n"  # fmt: skip


def test_a_special_without_a_title_is_told_by_its_season(refreshed: Run) -> None:
    result = refreshed("next", "--format", "{id} {release} {date}", env=NOW)
    assert result.out == "borealis:season-1-special season 1 special 2026-12-25\n"
