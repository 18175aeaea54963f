"""A season that contradicts itself: what is named, and that the others go on."""

from typing import Any

import pytest

from tests.conftest import Run, Write

WEEKLY = {"premiere": "2027-01-07", "release": "weekly"}
PARTS = {"premiere": "2027-01-07", "release": "parts"}


@pytest.mark.parametrize(
    ("season", "place", "words"),
    [
        (
            {**PARTS, "parts": [{"label": "One", "date": "2027-01-01"}]},
            "parts[0].date",
            "is before the premiere, 2027-01-07",
        ),
        (
            {**PARTS, "parts": [{"label": "One"}, {"label": "Two", "date": "2027-01-01"}]},
            "parts[1].date",
            "is before the premiere, 2027-01-07",
        ),
        (
            {
                "parts": [
                    {"label": "One", "date": "2027-03"},
                    {"label": "Two", "date": "2027-02"},
                ]
            },
            "parts[1].date",
            "is before the part before it, 2027-03",
        ),
        (
            {**PARTS, "episodes": 8, "parts": [{"label": "One", "episodes": 4}]},
            "episodes",
            "is 8, but its parts have 4",
        ),
        (
            {"premiere": "2027-01-07", "time": "21:00"},
            "time",
            'says nothing without a zone; add "timezone": "America/New_York" or another',
        ),
        (
            {"parts": [{"label": "One", "time": "21:00"}]},
            "parts[0].time",
            'says nothing without a zone; add "timezone": "America/New_York" or another'
            " to the season",
        ),
        (
            {"timezone": "Europe/Berln"},
            "timezone",
            "'Europe/Berln' is not an IANA time zone; did you mean Europe/Berlin?",
        ),
        (
            {
                "episode_list": [
                    {"number": 1, "date": "2027-01-14"},
                    {"number": 2, "date": "2027-01-07"},
                ]
            },
            "episode_list[1].date",
            "is before the episode above it, 2027-01-14",
        ),
        (
            {"episode_list": [{"number": 2}, {"number": 1}]},
            "episode_list[1].number",
            "is 1, behind 2; list them in order",
        ),
        (WEEKLY, "episodes", "is missing; a weekly season needs it to be counted"),
        (
            {**WEEKLY, "episodes": 8, "skipped_weeks": ["2027-01-15"]},
            "skipped_weeks[0]",
            "is no Thursday; name the day on which no episode comes",
        ),
    ],
)
def test_the_check_names_it_and_the_other_shows_go_on(
    run: Run, write: Write, season: dict[str, Any], place: str, words: str
) -> None:
    odd = {"id": "odd", "title": "Odd", "seasons": [{"number": 1, **season}]}
    path = write("config/shows.json", {"format": 1, "shows": [odd]})
    result = run("catalogue", "check", str(path))
    assert result.code == 65
    found = [line.split("\t")[2:] for line in result.out.splitlines()]
    assert found == [[f"shows[0].seasons[0].{place}", words]]
    assert run("next", "only-murders").out == "2026-12-08\n"
    assert run("show", "odd", "--episodes").code == 0


@pytest.mark.parametrize(
    "season",
    [
        {**WEEKLY, "finale": "2027-03-04"},
        {**WEEKLY, "episodes": 8, "skipped_weeks": ["2027-01-14"]},
        {"premiere": "2027-01", "release": "weekly"},
        {"episodes": 8, "parts": [{"label": "One", "episodes": 4}, {"label": "Two"}]},
        {"episode_list": [{"number": 1, "date": "2027-01"}, {"date": "2027-01-07"}, {}]},
        {"skipped_weeks": 7, **WEEKLY, "episodes": 8, "premiere": "2027"},
    ],
)
def test_what_is_only_not_known_is_no_problem(
    run: Run, write: Write, season: dict[str, Any]
) -> None:
    odd = {"id": "odd", "title": "Odd", "seasons": [{"number": 1, **season}]}
    path = write("other.json", {"format": 1, "shows": [odd]})
    found = run("catalogue", "check", str(path)).out
    assert "skipped_weeks" in found if season.get("skipped_weeks") == 7 else not found
