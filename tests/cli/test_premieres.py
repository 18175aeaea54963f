"""A season from its middle on, a return, a break, and what seasons and episodes are called."""

import json
from typing import Any

import pytest

from tests.conftest import Run, Write

NOW = {"PREMIERECTL_NOW": "2026-11-23"}
MIDDLE = {
    "number": 2,
    "episode_list": [
        {"number": 6, "title": "The Ice", "date": "2026-12-03"},
        {"number": 7, "date": "2026-12-10"},
    ],
}
BREAK = {
    "number": 2,
    "episodes": 16,
    "episode_list": [{"number": 7, "date": "2026-09-03"}, {"number": 8, "date": "2026-09-10"}],
}
BACK = {
    "number": 2,
    "name": "The Long Night",
    "episodes": 4,
    "episode_list": [
        {"number": 1, "title": "Dusk", "date": "2026-09-03"},
        {"number": 2, "date": "2026-09-10"},
        {"number": 3, "title": "Dawn", "date": "2026-12-10"},
        {"number": 4, "title": "Noon", "date": "2026-12-10"},
    ],
}


def own(write: Write, season: dict[str, Any], **show: Any) -> None:
    """An own catalogue of one show, Aurora, with this season."""
    entry = {"id": "aurora", "title": "Aurora", **show, "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [entry]})


def told(run: Run, *words: str) -> list[str]:
    """What a terminal of eighty columns shows."""
    return run(*words, env=NOW, terminal=True).out.splitlines()


def test_a_season_that_is_first_seen_in_its_middle_begins_with_its_episode(
    run: Run, write: Write
) -> None:
    own(write, MIDDLE)
    assert run("next", "aurora", "--format", "{release} {kind}", env=NOW).out == "S2 E6 episode\n"
    assert told(run, "show", "aurora") == [
        "Aurora",
        "Next: S2 E6 “The Ice” · in 10 days · Thursday, 3 December 2026",
        "",
        "Id: aurora",
        "From: own catalogue",
    ]
    (item,) = json.loads(run("show", "aurora", "--json", env=NOW).out)["items"][0]["countdowns"]
    assert (item["id"], item["kind"], item["date"]) == ("aurora:s2e6", "episode", "2026-12-03")


@pytest.mark.parametrize("command", ["countdown aurora", "next aurora", "calendar december --all"])
def test_it_is_no_premiere(run: Run, write: Write, command: str) -> None:
    own(write, MIDDLE)
    assert "Aurora" not in run(*command.split(), "--premieres", "--tsv", env=NOW).out
    assert "SUMMARY:Aurora S2 E6\r\n" in run("export", "ics", "aurora", env=NOW).out


def test_without_a_day_for_episode_1_there_is_no_premiere(run: Run, write: Write) -> None:
    own(write, {"number": 2, "episode_list": [{"number": 1}, {"number": 2, "date": "2026-12-03"}]})
    assert run("next", "aurora", "--premieres", env=NOW).code == 1
    assert told(run, "show", "aurora")[1] == "Next: S2 E2 · in 10 days · Thursday, 3 December 2026"


def test_a_season_in_its_break_has_come_so_far_and_no_end(run: Run, write: Write) -> None:
    own(write, BREAK)
    assert told(run, "show", "aurora")[1:7] == [
        "What comes next is not known yet.",
        "",
        "Season 2",
        "  So far: 8 of 16 are out",
        "  Last: S2 E8, came out 74 days ago",
        "  Release: 16 episodes",
    ]
    result = run("next", "aurora", "--until", "finale", env=NOW)
    assert (result.code, result.out) == (1, "")
    assert result.err == "premierectl: Aurora: nothing upcoming with a date, the end of season 2 is not known yet\n"  # fmt: skip
    words = "--format", "{date}:{phrase}:{progress}"
    asked = run("countdown", "aurora:s2finale", *words, env=NOW)
    assert asked.out == ":not known yet:8 of 16 are out\n"


def test_a_return_is_part_of_the_premieres(run: Run, write: Write) -> None:
    own(write, BACK)
    (item,) = json.loads(run("countdown", "aurora", "--premieres", "--json", env=NOW).out)["items"]
    keys = ("id", "release", "short", "kind", "episodes", "episode_title", "completes")
    assert {key: item[key] for key in keys} == {
        "id": "aurora:s2e3",
        "release": "S2 returns",
        "short": "S2 returns",
        "kind": "return",
        "episodes": [3, 4],
        "episode_title": "Dawn / Noon",
        "completes": True,
    }


def test_seasons_and_episodes_are_shown_by_name(run: Run, write: Write) -> None:
    own(write, BACK)
    assert told(run, "show", "aurora", "--episodes") == [
        "Aurora",
        "",
        "Season 2: The Long Night",
        "Release   Episodes  Title        Day              When",
        "premiere  E1        Dusk         Thu 3 Sep 2026   came out 81 days ago",
        "episode   E2                     Thu 10 Sep 2026  came out 74 days ago",
        "return    E3–E4     Dawn / Noon  Thu 10 Dec 2026  in 17 days",
    ]
    assert told(run, "countdown", "aurora")[:4] == [
        "",
        "  Aurora",
        "  S2 returns · The Long Night · “Dawn / Noon” · 4 episodes · 2 of 4 are out",
        "",
    ]
    assert "name\tseason 2\tThe Long Night\n" in run("show", "aurora", env=NOW).out
    calendar = run("export", "ics", "aurora", env=NOW).out
    assert "SUMMARY:Aurora S2 returns (E3–E4)" in calendar
    assert "DESCRIPTION:The Long Night\\nDawn / Noon\\n4 episodes" in calendar


def test_of_many_titles_the_first_three_are_told(run: Run, write: Write) -> None:
    listed = [
        {"number": number, "title": f"Day {number}", "date": "2026-12-03"} for number in range(1, 9)
    ]
    own(write, {"number": 1, "episode_list": listed})
    told = run("next", "aurora", "--format", "{episode_title}", env=NOW).out
    assert told == "Day 1 / Day 2 / Day 3 and 5 more\n"


def test_an_episode_without_a_number_has_its_title(run: Run, write: Write) -> None:
    listed = [{"title": "Lost One", "date": "2026-12-03"}, {"date": "2026-12-04"}]
    own(write, {"number": 1, "episode_list": listed})
    told = run("next", "aurora", "--limit", "2", "--format", "{id}:{episode_title}", env=NOW).out
    assert told == "aurora:s1:Lost One\naurora:s1:untitled:\n"


@pytest.mark.parametrize(
    ("site", "link"),
    [
        ("https://aurora.example/", "https://aurora.example/"),
        ("javascript:x", "https://a.example/1"),
        (None, "https://a.example/1"),
    ],
)
def test_its_own_site_is_the_link_and_the_source_keeps_its_own(
    run: Run, write: Write, site: str | None, link: str
) -> None:
    source = {"title": "TVmaze", "licence": "CC BY-SA", "url": "https://a.example/1"}
    own(write, MIDDLE, url="https://a.example/1", official_site=site, sources=[source])
    assert run("next", "aurora", "--format", "{url}", env=NOW).out == f"{link}\n"
    lines = run("show", "aurora", env=NOW).out.splitlines()
    assert f"link\t\t{link}" in lines
    assert "source\t\tdata: TVmaze, CC BY-SA, https://a.example/1" in lines
    assert f"URL:{link}\r\n" in run("export", "ics", "aurora", env=NOW).out


def test_an_own_site_that_is_no_link_is_named(run: Run, write: Write) -> None:
    own(write, MIDDLE, official_site="aurora.example")
    result = run("catalogue", "check", env=NOW)
    assert "official_site\t'aurora.example' is not a link; write https://host/…" in result.out
