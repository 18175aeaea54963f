"""What is said is so: one test for each kind of untrue answer that was found in use."""

import json
from typing import Any

import pytest

from tests.conftest import Run, Write

NOW = {"PREMIERECTL_NOW": "2026-11-26"}
AIRING = {"PREMIERECTL_NOW": "2026-09-10"}
VAGUE_PARTS = {
    "number": 1,
    "premiere": "2026-10?",
    "parts": [{"label": "Volume 1"}, {"label": "Volume 2", "date": "2026-12-20"}],
}
VAGUE_WEEKS = {"number": 1, "premiere": "2026-11-01?", "release": "weekly", "episodes": 8}


def own(write: Write, *seasons: dict[str, Any], **show: Any) -> None:
    """An own catalogue of one show, Aurora, with these seasons."""
    entry = {"id": "aurora", "title": "Aurora", **show, "seasons": list(seasons)}
    write("config/shows.json", {"format": 1, "shows": [entry]})


def items(run: Run, *words: str, **variables: str) -> list[dict[str, Any]]:
    result = run(*words, "--json", env={**NOW, **variables})
    listed: list[dict[str, Any]] = json.loads(result.out)["items"]
    return listed


@pytest.mark.parametrize(
    ("season", "now", "day"),
    [(VAGUE_PARTS, "2026-11-26", "2026-12-20"), (VAGUE_WEEKS, "2026-11-23", "2026-11-29")],
)
def test_a_date_that_passed_without_news_hides_nothing_later(
    run: Run, write: Write, season: dict[str, Any], now: str, day: str
) -> None:
    own(write, season)
    result = run("next", "aurora", PREMIERECTL_NOW=now)
    assert (result.code, result.out) == (0, f"{day}\n")


def test_what_was_expected_is_still_told_where_people_look(run: Run, write: Write) -> None:
    own(write, VAGUE_PARTS)
    listed = items(run, "countdown", "aurora")
    assert [(each["release"], each["state"]) for each in listed] == [
        ("S1 Volume 2", "upcoming"),
        ("S1 Volume 1", "overdue"),
    ]
    shown = run("countdown", "aurora", terminal=True, env=NOW).out
    assert "Volume 1  October?  26 days late" in shown


def test_progress_is_of_the_season_now_in_every_row(run: Run) -> None:
    words = ("next", "lanterns", "--limit", "9", "--json")
    document = json.loads(run(*words, env=AIRING).out)
    told = {(each["release"], each["progress"]) for each in document["items"]}
    assert told == {
        ("S1 E5", "4 of 8 are out"),
        ("S1 E6", "4 of 8 are out"),
        ("S1 E7", "4 of 8 are out"),
        ("S1 finale", "4 of 8 are out"),
    }
    assert "4 of 8 are out" in run("countdown", "lanterns", terminal=True, env=AIRING).out
    every = json.loads(run("show", "lanterns", "--episodes", "--json", env=AIRING).out)
    rows = every["items"][0]["countdowns"]
    assert {row["progress"] for row in rows} == {"4 of 8 are out"}


def test_of_parts_the_last_that_came_out_is_told(run: Run) -> None:
    assert run("countdown", "love-is-blind", env=NOW).err == (
        "premierectl: Love Is Blind: nothing upcoming, S11 Batch 4 came out on 4 November 2026\n"
    )
    run("watchlist", "add", "stranger-things")
    (entry,) = items(run, "watchlist", "list")
    assert (entry["countdown"]["release"], entry["countdown"]["date"]) == (
        "S5 Finale",
        "2026-01-01",
    )


def test_of_an_ended_show_it_is_told_that_it_has_ended(run: Run) -> None:
    result = run("countdown", "heartstopper", env=NOW)
    assert (result.code, result.err) == (
        1,
        "premierectl: Heartstopper has ended; season 3 came out on 3 October 2024. "
        "There is no season 4: the film Heartstopper Forever ends the story\n",
    )
    run("watchlist", "add", "heartstopper")
    (entry,) = items(run, "watchlist", "list")
    assert entry["show_status"] == "ended"
    assert "the show has ended" in run("watchlist", "list", terminal=True, env=NOW).out


def test_what_a_limit_cuts_off_is_later_and_not_nothing(run: Run) -> None:
    run("watchlist", "add", "only-murders", "pitt", "doctor-who")
    result = run("countdown", "--limit", "1", terminal=True, env=NOW)
    assert result.out.splitlines()[-1] == "2 more until January 2027"


def test_what_has_nothing_is_named_and_nothing_else(run: Run) -> None:
    run("watchlist", "add", "only-murders", "alien-earth")
    result = run("countdown", "--limit", "1", terminal=True, env=NOW)
    assert result.out.splitlines()[-1] == "Without a date (1): Alien: Earth"
    assert "more" not in result.out


def test_every_command_tells_the_viewers_day(run: Run) -> None:
    berlin = {**AIRING, "PREMIERECTL_TIMEZONE": "Europe/Berlin"}
    assert "finale\tseason 1\t5 October 2026\n" in run("show", "lanterns", env=berlin).out
    assert run("next", "lanterns:s1finale", env=berlin).out == "2026-10-05\n"
    volumes = run("show", "stranger-things", env=berlin).out
    assert "Volume 2, 26 December 2025 (3 episodes)" in volumes


def test_a_move_is_told_in_the_viewers_days(run: Run, write: Write) -> None:
    moved = {"when": "2026-11-01", "from": "2027-01-07", "to": "2027-02-07"}
    season = {
        "number": 1, "premiere": "2027-02-07", "time": "21:00", "timezone": "America/New_York",
        "history": [moved],
    }  # fmt: skip
    own(write, season)
    (item,) = items(run, "countdown", "aurora")
    assert (item["date"], item["moved_from"], item["moved_days"]) == (
        "2027-02-08",
        "2027-01-08",
        31,
    )
    assert "moved\tseason 1\tfrom 2027-01-08 to 2027-02-08" in run("show", "aurora", env=NOW).out


def test_an_airing_season_is_headed_by_its_premiere_and_then_by_what_is_next(run: Run) -> None:
    result = run("show", "lanterns", terminal=True, PREMIERECTL_NOW="2026-09-20")
    lines = result.out.splitlines()
    assert lines[2:7] == [
        "Next: S1 E6 · tomorrow, in 26 h · Monday, 21 September 2026, 02:00 your time "
        "(Sunday, 21:00 in New",
        "York)",
        "",
        "Season 1  Mon 17 Aug 2026 02:00  34 days ago",
        "  So far: 5 of 8 are out",
    ]
    fields = run("show", "lanterns", PREMIERECTL_NOW="2026-09-20").out
    assert "date\tseason 1\t2026-08-17\ncountdown\tseason 1\tcame out 34 days ago\n" in fields
    assert "next date\tseason 1\t2026-09-21\n" in fields


def test_an_episode_that_is_named_is_shown_below_its_seasons_premiere(run: Run) -> None:
    fields = run("show", "lanterns:s1e7", PREMIERECTL_NOW="2026-09-20").out
    assert "date\tseason 1\t2026-08-17\n" in fields
    assert "next\tseason 1\tS1 E7, in 8 days\n" in fields
    assert fields.count("date\tseason 1\t2026-08-17\n") == 1


@pytest.mark.parametrize("words", [["pitt:s3", "--within", "1"], ["pitt:s3", "--within", "week"]])
def test_filters_hold_for_a_named_season_too(run: Run, words: list[str]) -> None:
    result = run("countdown", *words, env=NOW)
    assert (result.code, result.out) == (1, "")
    assert result.err == "premierectl: nothing upcoming passes these filters\n"


def test_a_named_season_that_is_out_is_shown_where_the_filters_want_it(run: Run) -> None:
    assert run("countdown", "heartstopper:s2", "--network", "netflix", env=NOW).code == 0
    assert run("countdown", "heartstopper:s2", "--within", "1", env=NOW).code == 1


def test_a_part_and_that_days_episodes_are_one(run: Run, write: Write) -> None:
    season = {
        "number": 1,
        "premiere": "2026-12-01",
        "parts": [{"label": "Volume 1"}, {"label": "Volume 2", "date": "2026-12-20"}],
        "episode_list": [
            {"number": 1, "date": "2026-12-01"},
            {"number": 2, "date": "2026-12-01"},
            {"number": 3, "date": "2026-12-20"},
        ],
    }
    own(write, season)
    assert run("next", "aurora", "--limit", "5", env=NOW).out == "2026-12-01\n2026-12-20\n"
    lines = run("show", "aurora", "--episodes", env=NOW).out.splitlines()
    assert [line.split("\t")[1] for line in lines] == ["S1 Volume 1", "S1 Volume 2"]


def test_who_takes_a_date_away_hears_no_date_of_that_season(run: Run, write: Write) -> None:
    gone = {"number": 5, "premiere": None}
    entry = {"id": "stranger-things", "seasons": [gone]}
    write("config/shows.json", {"format": 1, "shows": [entry]})
    listed = items(run, "countdown", "stranger-things:s5", PREMIERECTL_NOW="2025-11-01")
    assert [each["date"] for each in listed] == [None]
    shown = json.loads(run("show", "stranger-things", "--episodes", "--json").out)
    assert {each["date"] for each in shown["items"][0]["countdowns"]} == {None}


def test_a_special_is_addressed_by_its_name_and_no_two_are_one(run: Run, write: Write) -> None:
    feast = {"name": "Feast", "premiere": "2026-12-25"}
    other = {"name": "New Year!", "premiere": "2027-01-01"}
    own(write, feast, other)
    listed = items(run, "countdown", "aurora")
    assert [each["id"] for each in listed] == ["aurora:feast", "aurora:new-year"]
    for each in listed:
        assert run("next", each["id"], env=NOW).out == f"{each['date']}\n"
    assert run("next", "aurora:special", "--limit", "2", env=NOW).out == "2026-12-25\n2027-01-01\n"
    run("watchlist", "add", "aurora:feast")
    assert run("next", env=NOW).out == "2026-12-25\n"


def test_the_id_of_a_release_outlives_what_becomes_known_of_it(run: Run, write: Write) -> None:
    season = {"number": 1, "premiere": "2026-12-01", "release": "weekly", "finale": "2026-12-15"}
    own(write, season)
    before = run("export", "ics", "aurora", env=NOW).out
    own(write, {**season, "episodes": 3})
    after = run("export", "ics", "aurora", env=NOW).out
    uids = [line for line in before.splitlines() if line.startswith("UID")]
    assert uids == [line for line in after.splitlines() if line.startswith("UID")]
    assert uids == [f"UID:aurora-{each}@premierectl" for each in ("s1", "s1e2", "s1e3")]


def test_an_episode_without_a_number_is_told_by_its_title(run: Run, write: Write) -> None:
    listed = [{"title": "The Lost One", "date": day} for day in ("2026-12-01", "2026-12-08")]
    own(write, {"number": 1, "premiere": "2026-11-01", "episode_list": listed})
    ids = [each["id"] for each in items(run, "next", "aurora", "--limit", "5")]
    assert ids == ["aurora:s1:the-lost-one", "aurora:s1:the-lost-one-2"]
    assert run("next", ids[1], env=NOW).out == "2026-12-08\n"


def test_a_finale_is_not_made_of_a_count_that_is_too_long(run: Run, write: Write) -> None:
    soap = {"number": 1, "premiere": "1990-01-01", "release": "weekly", "episodes": 3_000}
    own(write, soap)
    assert "finale" not in run("show", "aurora", "--episodes", env=NOW).out
    assert run("next", "aurora", env=NOW).out == "2026-11-30\n"


def test_an_announced_finale_ends_the_weeks_that_are_counted(run: Run, write: Write) -> None:
    early = {
        "number": 1, "premiere": "2026-12-01", "release": "weekly", "episodes": 8,
        "finale": "2026-12-15",
    }  # fmt: skip
    own(write, early)
    assert run("next", "aurora", "--limit", "9", env=NOW).out == (
        "2026-12-01\n2026-12-08\n2026-12-15\n"
    )
    problems = run("catalogue", "check", env=NOW)
    assert problems.code == 65
    assert "finale\tis before the last of 8 weekly episodes, 2027-01-19" in problems.out


@pytest.mark.parametrize("status", ["ended", "cancelled"])
def test_nobody_waits_for_what_will_not_come(run: Run, write: Write, status: str) -> None:
    dated, undated = {"number": 2, "premiere": "2027-03-01"}, {"number": 3}
    own(write, {"number": 1, "premiere": "2024-03-01"}, dated, undated, status=status)
    listed = items(run, "countdown", "--all")
    assert [each["id"] for each in listed if each["show_id"] == "aurora"] == ["aurora:s2"]
    write("config/shows.json", {"format": 1, "shows": [{"id": "ludwig", "status": status}]})
    result = run("countdown", "ludwig", env=NOW)
    words = "has ended" if status == "ended" else "was cancelled"
    assert (result.code, result.err) == (
        1,
        f"premierectl: Ludwig {words}; season 1 came out on 25 September 2024\n",
    )


@pytest.mark.parametrize("now", ["2026-12-10T22:00", "2026-12-11T09:00"])
def test_an_unconfirmed_instant_that_passed_was_expected_on_both_days(
    run: Run, write: Write, now: str
) -> None:
    own(write, {"number": 1, "premiere": "2026-12-10?", "time": "20:00", "timezone": "UTC"})
    (item,) = items(run, "countdown", "aurora", PREMIERECTL_NOW=now)
    assert (item["state"], item["phrase"]) == ("overdue", "was expected on 10 December 2026")


def test_a_contradiction_between_layers_is_a_problem_of_the_higher(run: Run, write: Write) -> None:
    season = {"number": 6, "finale": "2026-12-01"}
    path = write(
        "config/shows.json",
        {"format": 1, "shows": [{"id": "only-murders-in-the-building", "seasons": [season]}]},
    )
    result = run("catalogue", "check", env=NOW)
    assert (result.code, result.out) == (
        65,
        f"{path}\t9\tshows[0].seasons[0].finale\t"
        "is before the premiere, 2026-12-08, with what the layers below say\n",
    )


def test_what_agrees_with_the_layers_below_is_no_problem(run: Run, write: Write) -> None:
    seasons = [{"number": 6, "finale": "2027-02-16"}, {"number": 7, "premiere": "2028"}]
    entry = {"id": "only-murders-in-the-building", "seasons": seasons}
    write("config/shows.json", {"format": 1, "shows": [entry]})
    assert run("catalogue", "check", env=NOW).code == 0


def test_a_part_is_not_out_before_its_clock_time(run: Run, write: Write) -> None:
    season = {
        "number": 1, "time": "21:00", "timezone": "UTC",
        "parts": [{"label": "One", "date": "2026-11-26"}, {"label": "Two", "date": "2026-12-26"}],
    }  # fmt: skip
    own(write, season)
    for now, state, progress in [
        ("2026-11-26T20:00", "upcoming", None),
        ("2026-11-26T22:00", "airing", "One is out"),
    ]:
        (item,) = items(run, "countdown", "aurora:s1p2", PREMIERECTL_NOW=now)
        assert (item["state"], item["progress"]) == (state, progress)


def test_an_undated_part_of_an_airing_season_is_still_to_come(run: Run, write: Write) -> None:
    parts = [{"label": "One", "date": "2026-11-01"}, {"label": "Two"}]
    own(write, {"number": 1, "status": "airing", "parts": parts})
    (item,) = items(run, "countdown", "aurora")
    assert (item["release"], item["state"]) == ("S1 Two", "tba")


def test_a_vague_date_that_passed_is_settled_once_the_show_is_over(run: Run, write: Write) -> None:
    own(write, {"number": 1, "premiere": "2024"}, status="cancelled")
    assert run("countdown", "aurora", env=NOW).err == (
        "premierectl: Aurora was cancelled; season 1 came out in 2024\n"
    )


def test_a_season_that_begins_in_its_middle_has_no_premiere(run: Run, write: Write) -> None:
    listed = [{"number": 6, "date": "2026-12-01"}, {"number": 7, "date": "2026-12-08"}]
    own(write, {"number": 2, "episode_list": listed})
    assert [each["kind"] for each in items(run, "next", "aurora", "--limit", "3")] == [
        "episode",
        "episode",
    ]
    assert run("next", "aurora", "--premieres", env=NOW).code == 1


def test_what_a_layer_contradicts_by_itself_is_said_once(run: Run, write: Write) -> None:
    season = {"number": 6, "premiere": "2026-12-08", "finale": "2026-12-01"}
    entry = {"id": "only-murders-in-the-building", "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [entry]})
    assert run("catalogue", "check", env=NOW).out.count("before the premiere") == 1
