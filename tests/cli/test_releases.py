"""Releases on the command line: the next of any kind, parts, episodes, the end of a season."""

import json

import pytest

from tests.conftest import Run, Write

AIRING = {"PREMIERECTL_NOW": "2026-12-17"}
VOLUMES = {"PREMIERECTL_NOW": "2025-12-01"}


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("next only-murders", "2026-12-22\n"),
        ("next only-murders --limit 3", "2026-12-22\n2026-12-29\n2027-01-05\n"),
        ("next only-murders:s6e5", "2027-01-05\n"),
        ("next only-murders:s6finale", "2027-02-09\n"),
        ("next only-murders --until finale", "2027-02-09\n"),
        ("days only-murders --until finale", "54\n"),
        ("next only-murders --format {release}:{progress}", "S6 E3:2 of 10 are out\n"),
        ("next only-murders --format {time}", "\n"),
        ("next --all --premieres", "2026-12-24\n"),
        ("next stranger-things --premieres --now 2025-12-01 --limit 2", "2025-12-26\n2026-01-01\n"),
        ("next stranger-things:s5p2 --now 2025-12-01", "2025-12-26\n"),
        ("next stranger-things:s5p2 --now 2025-12-01 --format {time}", "01:00\n"),
    ],
)
def test_scripts_get_the_release_they_ask_for(run: Run, words: str, out: str) -> None:
    result = run(*words.split(" "), env=AIRING)
    assert (result.code, result.out) == (0, out)


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (
            "days the-pitt --until finale",
            "The Pitt: nothing upcoming with a date, the end of season 3 is not known yet",
        ),
        (
            "next only-murders:s6e11",
            "Only Murders in the Building has no season 6 episode 11 in the catalogue; "
            "it has E1, E2, E3, E4, E5, E6, E7, E8, E9, E10",
        ),
        (
            "next stranger-things:s5p4",
            "Stranger Things has no season 5 part 4 in the catalogue; "
            "it has S5 Volume 1, S5 Volume 2, S5 Finale",
        ),
        (
            "next the-pitt:s3p1",
            "The Pitt has no season 3 part 1 in the catalogue; none of its parts is known",
        ),
        (
            "next the-pitt:s3e1",
            "The Pitt has no season 3 episode 1 in the catalogue; none of its episodes is known",
        ),
        (
            "next stranger-things:s5p2",
            "Stranger Things has ended; S5 Volume 2 came out on 26 December 2025",
        ),
    ],
)
def test_what_there_is_not_is_said_with_what_there_is(run: Run, words: str, err: str) -> None:
    result = run(*words.split(), env=AIRING)
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {err}\n")


def test_the_countdown_of_a_season_that_is_coming_out_is_its_next_episode(run: Run) -> None:
    run("watchlist", "add", "only-murders")
    result = run("countdown", env=AIRING, terminal=True)
    assert result.out.splitlines() == [
        "This week",
        "· Only Murders in the Building  S6 E3  Tue  Hulu  5 days",
    ]
    (item,) = json.loads(run("countdown", "--json", env=AIRING).out)["items"]
    told = {key: item[key] for key in ("id", "kind", "state", "release", "episodes", "progress")}
    assert told == {
        "id": "only-murders-in-the-building:s6e3",
        "kind": "episode",
        "state": "airing",
        "release": "S6 E3",
        "episodes": [3, 3],
        "progress": "2 of 10 are out",
    }


def test_an_instant_is_given_whole_to_scripts(run: Run) -> None:
    moment = {"PREMIERECTL_NOW": "2025-12-24T10:00", "PREMIERECTL_TIMEZONE": "Pacific/Auckland"}
    (item,) = json.loads(run("countdown", "stranger-things", "--json", env=moment).out)["items"]
    told = {
        key: item[key]
        for key in ("date", "days", "instant", "instant_source", "local_time", "seconds", "phrase")
    }
    assert told == {
        "date": "2025-12-26",
        "days": 2,
        "instant": "2025-12-26T01:00:00Z",
        "instant_source": "part",
        "local_time": "2025-12-26T14:00:00+13:00",
        "seconds": 187200,
        "phrase": "in 2 days",
    }


def test_a_usual_time_is_given_as_a_hint(run: Run) -> None:
    words = ("countdown", "wednesday:s2", "--json", "--now", "2025-09-01")
    (item,) = json.loads(run(*words).out)["items"]
    assert (item["usually"], item["instant"], item["seconds"]) == (
        "2025-09-03T08:00:00+01:00",
        None,
        None,
    )


def test_the_networks_time_stands_beside_only_where_it_is_another(run: Run) -> None:
    words = ("countdown", "lanterns", "--now", "2026-09-10")
    there = run(*words, terminal=True, PREMIERECTL_TIMEZONE="America/Chicago").out
    assert "  Sunday, 13 September 2026, 20:00 your time (21:00 in New York)\n" in there
    here = run(*words, terminal=True, PREMIERECTL_TIMEZONE="America/New_York").out
    assert "  Sunday, 13 September 2026, 21:00 your time\n" in here


def test_an_end_without_numbers_says_nothing_of_how_far_a_season_is(run: Run, write: Write) -> None:
    season = {"number": 1, "premiere": "2026-11-01", "finale": "2027-01-07"}
    odd = {"id": "odd", "title": "Odd", "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [odd]})
    (item,) = json.loads(run("countdown", "odd", "--json").out)["items"]
    assert (item["state"], item["release"], item["progress"]) == ("airing", "S1 finale", None)


def test_the_usual_time_of_another_day_says_so(run: Run) -> None:
    result = run(
        "countdown", "wednesday:s2p2", "--now", "2025-09-01", terminal=True,
        PREMIERECTL_TIMEZONE="Pacific/Honolulu",
    )  # fmt: skip
    assert "usually 21:00 the day before, your time" in result.out
    assert "Wednesday, 3 September 2025" in result.out


def test_a_number_too_wide_for_the_card_is_left_to_the_words(run: Run) -> None:
    run("catalogue", "add", "Aurora", "--season", "1", "--premiere", "2035")
    result = run("countdown", "aurora", terminal=True, COLUMNS="20")
    assert "█" not in result.out
    assert " In 2961–3325 days\n (2035)\n" in result.out


def test_show_lists_the_releases_with_day_and_time(run: Run) -> None:
    result = run("show", "stranger-things", "--episodes", env=VOLUMES, terminal=True, COLUMNS="110")
    assert result.out.splitlines() == [
        "Stranger Things",
        "",
        "Season 5",
        "Release   Episodes  Day              Your time  When                 There",
        "Volume 1  E1–E4     Thu 27 Nov 2025  01:00      came out 4 days ago  Wed 17:00 in Los Angeles",
        "Volume 2  E5–E7     Fri 26 Dec 2025  01:00      in 25 days           Thu 17:00 in Los Angeles",
        "Finale    E8        Thu 1 Jan 2026   01:00      in 31 days           Wed 17:00 in Los Angeles",
    ]


def test_show_lists_usual_times_as_such_and_what_it_is(run: Run) -> None:
    result = run("show", "heartstopper:s1", "--episodes", terminal=True)
    assert result.out.splitlines()[3:] == [
        "Release   Episodes  Day              Your time      When",
        "premiere  E1–E8     Fri 22 Apr 2022  usually 08:00  came out 1676 days ago",
    ]


def test_show_into_a_pipe_lists_releases_as_countdown_does(run: Run) -> None:
    result = run("show", "stranger-things", "--episodes", env=VOLUMES)
    assert result.out == (
        "Stranger Things\tS5 Volume 1\t2025-11-27\t\tNetflix\tno\t01:00\n"
        "Stranger Things\tS5 Volume 2\t2025-12-26\t25\tNetflix\tno\t01:00\n"
        "Stranger Things\tS5 Finale\t2026-01-01\t31\tNetflix\tno\t01:00\n"
    )


def test_show_says_how_far_a_season_is(run: Run) -> None:
    result = run("show", "only-murders", env=AIRING)
    assert (
        "so far\tseason 6\t2 of 10 are out\nnext\tseason 6\tS6 E3, in 5 days\nwhen\tseason 6\tTuesday, 22 December 2026\n"
        in result.out
    )


def test_a_part_is_watched_by_itself(run: Run) -> None:
    result = run("watchlist", "add", "stranger-things:s5p2", env=VOLUMES)
    assert result.out == "added\tstranger-things\t5p2\n"
    assert run(env=VOLUMES).out == (
        "Stranger Things\tS5 Volume 2\t2025-12-26\t25\tNetflix\tyes\t01:00\n"
    )
    listed = run("watchlist", "list", env=VOLUMES).out
    assert listed.split("\t")[:3] == ["stranger-things", "5p2", "25"]
    everything = run("countdown", "stranger-things", "--tsv", env=VOLUMES).out
    assert everything.split("\t")[5] == "yes"
    item = json.loads(run("watchlist", "list", "--json", env=VOLUMES).out)["items"][0]
    assert (item["season"], item["part"]) == (5, 2)
    again = run("watchlist", "add", "stranger-things:s5p2", terminal=True, env=VOLUMES)
    assert again.out == "Stranger Things S5 Volume 2 is followed already\n"
    assert run("watchlist", "remove", "stranger-things:s5").out == "removed\tstranger-things\t5\n"


@pytest.mark.parametrize("words", ["only-murders:s6e3", "only-murders:s6finale"])
def test_an_episode_is_no_line_of_a_watchlist(run: Run, words: str) -> None:
    result = run("watchlist", "add", words)
    assert (result.code, result.err) == (
        2,
        f"premierectl: the watchlist follows shows, seasons and parts; {words!r} is none of these\n",
    )


def test_a_part_without_numbers_says_which_came_before(run: Run, write: Write) -> None:
    parts = [{"label": "Volume 1", "date": "2026-11-01"}, {"label": "Volume 2", "date": "2026-12"}]
    season = {"number": 1, "parts": parts}
    show = {"id": "odd", "title": "Odd", "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [show]})
    result = run("countdown", "odd", "--json")
    (item,) = json.loads(result.out)["items"]
    assert (item["state"], item["progress"]) == ("airing", "Volume 1 is out")
