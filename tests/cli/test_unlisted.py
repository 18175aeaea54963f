"""Titles that the catalogue does not know: asked about, followed all the same, listed, removed."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.conftest import Result, Run, Write, real_environment

MANTIS = "premierectl watchlist add Mantis"


def lines(home: Path) -> list[dict[str, Any]]:
    """What stands in the watchlist's file, but for when each was added."""
    shows: list[dict[str, Any]] = json.loads((home / "data/watchlist.json").read_text())["shows"]
    return [{key: value for key, value in each.items() if key != "added"} for each in shows]


@pytest.mark.parametrize(
    ("words", "message", "command"),
    [
        (["Mantis"], "no show is called 'Mantis'", "Mantis"),
        (["The", "Mantis"], "no show is called 'The Mantis'", "'The Mantis'"),
        (["Mantis (2022) season 3"], "no show is called 'Mantis (2022) season 3'", "'Mantis (2022) season 3'"),
        (["hearstoper"], "no show is called 'hearstoper'; did you mean Heartstopper?", "hearstoper"),
    ],
)  # fmt: skip
def test_a_pipe_is_told_both_ways_to_follow_it_all_the_same(
    run: Run, home: Path, words: list[str], message: str, command: str
) -> None:
    result = run("watchlist", "add", *words)
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == [
        f"premierectl: {message}",
        f"premierectl: to follow it by title all the same: premierectl watchlist add {command} --anyway",
        f"premierectl: to search TVmaze for it: premierectl watchlist add {command} --online",
    ]
    assert not home.exists()


def test_what_is_not_known_is_refused_in_json_too(run: Run) -> None:
    (item,) = json.loads(run("watchlist", "add", "Mantis", "--json").out)["items"]
    assert item == {
        "words": "Mantis", "show_id": None, "season": None, "part": None, "outcome": "refused",
        "message": "no show is called 'Mantis'",
    }  # fmt: skip


def test_anyway_follows_titles_with_years_and_seasons(run: Run, home: Path) -> None:
    result = run(
        "watchlist", "add", "Mantis", "Osiris (2022)", "Odd Taxi:s2", "Слово пацана", "silo",
        "--anyway",
    )  # fmt: skip
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "added\tmantis\t\nadded\tosiris-2022\t\nadded\todd-taxi\t2\nadded\tshow-cc1837f8\t\n"
        "added\tsilo\t\n"
    )
    assert [each for each in lines(home) if each["id"] != "silo"] == [
        {"id": "mantis", "title": "Mantis", "by_title": True},
        {"id": "odd-taxi", "season": 2, "title": "Odd Taxi", "by_title": True},
        {"id": "osiris-2022", "title": "Osiris", "year": 2022, "by_title": True},
        {"id": "show-cc1837f8", "title": "Слово пацана", "by_title": True},
    ]


def test_a_person_is_told_that_the_next_refresh_looks_for_it(run: Run) -> None:
    result = run("watchlist", "add", "Mantis", "(2022)", "season", "3", "--anyway", terminal=True)
    assert result.out == (
        "Mantis (2022) season 3 is followed now; the next refresh looks for it: premierectl "
        "catalogue refresh\n"
    )
    again = run("watchlist", "add", "mantis", "--anyway", terminal=True)
    assert again.out.startswith("Mantis is followed now")
    third = run("watchlist", "add", "MANTIS", "season", "9", "--anyway", terminal=True)
    assert third.out == "MANTIS season 9 is followed already\n"


def test_anyway_takes_whole_titles_and_no_beginnings(run: Run) -> None:
    assert run("watchlist", "add", "emily in").out == "added\temily-in-paris\t\n"
    assert run("watchlist", "add", "emily in", "--anyway").out == "added\temily-in\t\n"
    assert run("watchlist", "add", "pitt", "--anyway").out == "added\tthe-pitt\t\n"


def test_anyway_asks_which_of_several_known_shows_is_meant(run: Run, home: Path) -> None:
    result = run("watchlist", "add", "one piece", "--anyway")
    assert (result.code, result.out) == (2, "")
    assert "'one piece' could be One Piece (1999) (one-piece-1999)" in result.err
    assert not home.exists()


def test_a_known_show_without_a_year_is_the_one_of_the_year_that_is_said(
    run: Run, write: Write
) -> None:
    season = {"number": 2}
    show = {"id": "mantis", "title": "Mantis", "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [show]})
    assert run("watchlist", "add", "Mantis (2022):s2", "--anyway").out == "added\tmantis\t2\n"
    refused = run("watchlist", "add", "Mantis (2022):s3", "--anyway")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "premierectl: Mantis has no season 3 in the catalogue; it has season 2\n"
    )


@pytest.mark.parametrize("words", ["Mantis s3e4", "Mantis season 3 finale", " "])
def test_what_is_no_show_and_no_season_cannot_be_followed(run: Run, home: Path, words: str) -> None:
    result = run("watchlist", "add", words, "--anyway")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"premierectl: the watchlist follows shows, seasons and parts; {words!r} is none of these\n"
    )
    assert not home.exists()


def test_a_season_of_a_show_by_its_number_is_followed_before_the_catalogue_has_it(
    run: Run, home: Path
) -> None:
    assert run("watchlist", "add", "tvmaze:1:s3").out == "added\ttvmaze:1\t3\n"
    assert lines(home) == [{"id": "tvmaze:1", "season": 3, "ids": {"tvmaze": 1}}]
    assert run("watchlist", "add", "tvmaze:2:s3e1").code == 2


def test_a_note_goes_with_a_title_and_can_be_changed(run: Run, home: Path) -> None:
    run("watchlist", "add", "Mantis", "--anyway", "--note", "one")
    assert run("watchlist", "add", "Mantis", "--anyway", "--note", "two").out == "noted\tmantis\t\n"
    assert lines(home)[0]["note"] == "two"


def test_of_lines_each_is_told_and_all_are_counted(run: Run, home: Path) -> None:
    listed = "Silo\nMantis\n\nthe w\nOsiris (2022)\npitt\npitt\n"
    result = run("watchlist", "add", "-", stdin=listed)
    assert result.code == 1
    assert result.out == (
        "added\tsilo\t\tSilo\nrefused\t\t\tMantis\nrefused\t\t\tthe w\nrefused\t\t\tOsiris (2022)\n"
        "added\tthe-pitt\t\tpitt\nalready followed\tthe-pitt\t\tpitt\n"
    )
    assert result.err.splitlines() == [
        "premierectl: no show is called 'Mantis'",
        "premierectl: 'the w' could be The White Lotus (the-white-lotus), The Witcher (the-witcher); "
        "name one of them",
        "premierectl: no show is called 'Osiris (2022)'",
        "premierectl: 2 followed, 1 followed already, 1 refused, 2 not in the catalogue: "
        "--anyway follows them, too, --online searches TVmaze for them",
    ]
    again = run("watchlist", "add", "-", "--anyway", "--note", "n", stdin="Mantis\nsilo\n")
    assert (again.code, again.out) == (0, "added\tmantis\t\tMantis\nnoted\tsilo\t\tsilo\n")
    assert again.err == "premierectl: 1 followed, 1 with a new note\n"
    one = run("watchlist", "add", "-", stdin="Osiris\n")
    assert one.err.endswith(
        "premierectl: 0 followed, 1 not in the catalogue: --anyway follows it, too, "
        "--online searches TVmaze for it\n"
    )


def test_forty_lines_of_titles_become_forty_lines(run: Run, home: Path) -> None:
    listed = "".join(f"Mantis {number}\n" for number in range(40))
    result = run("watchlist", "add", "-", "--anyway", stdin=listed, terminal=True)
    assert (result.code, result.out.count("is followed now")) == (0, 40)
    assert result.err == "40 followed\n"
    assert len(lines(home)) == 40
    gone = run("watchlist", "remove", "-", stdin=listed)
    assert (gone.code, gone.out.count("removed\tmantis-"), gone.err) == (0, 40, "")


ASKED = (
    "No show is called 'hearstoper'.\n"
    "1  Heartstopper (id:heartstopper)\n"
    "2  follow hearstoper by its title; the next refresh looks for it\n"
    "3  search TVmaze for it now\n"
    "which one, 1 to 3? Enter leaves it out: "
)


@pytest.mark.parametrize(
    ("answer", "out"),
    [
        ("1\n", "Heartstopper is followed now\n"),
        (
            "2\n",
            "Hearstoper is followed now; the next refresh looks for it: premierectl catalogue "
            "refresh\n",
        ),
    ],
)
def test_on_a_terminal_one_question_offers_what_is_like_it_and_both_ways(
    run: Run, answer: str, out: str
) -> None:
    result = run("watchlist", "add", "hearstoper", terminal=True, stdin=answer)
    assert (result.code, result.out, result.err) == (0, out, ASKED)


def test_a_show_that_is_like_it_is_taken_with_the_season(run: Run) -> None:
    result = run("watchlist", "add", "hearstoper", "season", "2", terminal=True, stdin="1\n")
    assert result.out == "Heartstopper season 2 is followed now\n"


@pytest.mark.parametrize("answer", ["", "\n", "4\n", "y\n"])
def test_any_other_answer_leaves_it_out_and_changes_nothing(
    run: Run, home: Path, answer: str
) -> None:
    result = run("watchlist", "add", "hearstoper", terminal=True, stdin=answer)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"{ASKED}premierectl: 'hearstoper' is not followed\n"
    assert not home.exists()


def test_of_several_titles_each_is_asked_about_and_all_or_none_is_followed(
    run: Run, home: Path
) -> None:
    words = ["watchlist", "add", "silo", "Mantis One", "Osiris"]
    none = run(*words, terminal=True, stdin="1\n\n")
    assert none.code == 1
    assert none.err.endswith("premierectl: 'Osiris' is not followed\nNothing was changed\n")
    assert not home.exists()
    assert run(*words, terminal=True, stdin="1\n1\n").code == 0
    assert [each["id"] for each in lines(home)] == ["mantis-one", "osiris", "silo"]


@pytest.mark.parametrize(("typed", "code"), [("\x03", 130), ("\x04", 1)])
def test_an_interrupt_or_the_end_of_input_at_the_question_changes_nothing(
    environment: Mapping[str, str], home: Path, typed: str, code: int
) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "premierectl", "watchlist", "add", "Mantis"],
        env={**real_environment(), **environment},
        encoding="utf-8",
        timeout=60,
    )
    child.expect("leaves it out: ")
    child.send(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert not (home / "data").exists()


def test_nothing_is_asked_where_stderr_is_no_terminal(run: Run, home: Path) -> None:
    listed = run("watchlist", "add", "-", terminal=True, stdin="Mantis\n1\n")
    assert "which one" not in listed.err
    assert not home.exists()


def test_what_waits_stands_in_the_list_the_countdown_and_json(run: Run) -> None:
    run("watchlist", "add", "silo", "Mantis (2022)", "Mantis (2022):s3", "Osiris", "--anyway")
    assert run("watchlist", "list").out.endswith(
        "mantis-2022\t\t\t\t2026-11-23T00:00:00Z\t\nosiris\t\t\t\t2026-11-23T00:00:00Z\t\n"
    )
    table = run("watchlist", "list", terminal=True).out.splitlines()
    told = "not in the catalogue yet; the next refresh will look for it  2026-11-23"
    assert table[2:] == [f"Mantis (2022)            {told}", f"Osiris                   {told}"]
    assert run("countdown").err == (
        "premierectl: followed but not in the catalogue yet: Mantis (2022), Osiris; "
        "the next refresh will look for them\n"
    )
    item = json.loads(run("watchlist", "list", "--json").out)["items"][1]
    said = {key: item[key] for key in ("show_id", "title", "known", "sought", "could_be")}
    assert said == {
        "show_id": "mantis-2022", "title": "Mantis", "known": False, "sought": None, "could_be": [],
    }  # fmt: skip


def test_a_title_is_taken_off_by_its_id_or_as_it_was_written(run: Run, home: Path) -> None:
    def added(*words: str) -> None:
        run("watchlist", "add", *words, "--anyway")

    def gone(*words: str) -> Result:
        return run("watchlist", "remove", *words, terminal=True)

    added("Mantis (2022)", "Osiris season 2", "Osiris season 3", "Big Top")
    assert gone("mantis-2022").out == "Mantis (2022) is followed no longer\n"
    assert gone("osiris season 3").out == "Osiris season 3 is followed no longer\n"
    assert gone("BIG", "top").out == "BIG top is followed no longer\n"
    assert [each["season"] for each in lines(home)] == [2]
    assert gone("Osiris season 3").code == 1
    added("Mantis (2022)", "Mantis (2019)")
    several = gone("Mantis")
    assert several.code == 2
    assert several.err == (
        "premierectl: 'Mantis' could be Mantis (2019) (mantis-2019), Mantis (2022) (mantis-2022); "
        "name one of them\n"
    )
    assert gone("Mantis (2019)").code == 0
    assert gone("Qqqqq").err == "premierectl: no show is called 'Qqqqq'\n"


def test_a_followed_show_of_the_title_is_taken_off_before_one_that_waits(
    run: Run, home: Path, write: Write
) -> None:
    waits = {"id": "ghosts-2030", "title": "Ghosts", "year": 2030, "by_title": True}
    write("data/watchlist.json", {"format": 1, "shows": [waits, {"id": "ghosts-us"}]})
    assert run("watchlist", "remove", "Ghosts").out == "removed\tghosts-us\t\n"
    assert lines(home) == [waits]


def test_what_waits_is_tagged_muted_and_listed_like_any_other(run: Run, home: Path) -> None:
    run("watchlist", "add", "Mantis (2022)", "Osiris", "--anyway", "--tag", "bugs")
    assert run("watchlist", "list", "--waiting", "--tag", "bugs").out.count("\n") == 2
    assert run("watchlist", "untag", "osiris", "bugs").code == 0
    assert run("watchlist", "mute", "mantis-2022:s3").out == "muted\tmantis-2022\t3\n"
    assert run("watchlist", "mute", "Osiris").out == "muted\tosiris\t\n"
    told = "premierectl: followed but not in the catalogue yet: Mantis (2022); the next refresh"
    assert told in run("countdown").err
    whole = run("watchlist", "remove", "Mantis (2022) season 4")
    assert (whole.code, whole.out) == (1, "")
    assert whole.err == (
        "premierectl: Mantis (2022) is followed whole; to hide season 4: premierectl watchlist "
        "mute mantis-2022:s4\n"
    )
    untagged = run("watchlist", "untag", "mantis season 4", "bugs")
    assert untagged.err == (
        "premierectl: Mantis (2022) is followed whole; for all of it: premierectl watchlist untag "
        "mantis-2022 bugs\n"
    )
    assert run("watchlist", "remove", "mantis-2022").code == 0
    assert [each["id"] for each in lines(home)] == ["osiris"]


def test_lines_of_one_number_go_together_though_the_catalogue_has_no_show_of_it(
    run: Run, home: Path, write: Write
) -> None:
    shows = [
        {"id": "a", "title": "A", "ids": {"tvmaze": 7, "imdb": "tt7"}},
        {"id": "imdb:tt7", "season": 2, "ids": {"imdb": "tt7"}},
        {"id": "b", "ids": {"tvmaze": 8}},
    ]
    write("data/watchlist.json", {"format": 1, "shows": shows})
    assert run("watchlist", "add", "imdb:tt7", "tvmaze:8").out == (
        "already followed\timdb:tt7\t\nalready followed\ttvmaze:8\t\n"
    )
    assert run("watchlist", "remove", "imdb:tt7").out == "removed\timdb:tt7\t\n"
    assert [each["id"] for each in lines(home)] == ["b"]


MANTIS_HERE = {"id": "mantis-x", "title": "Mantis", "year": 2022, "seasons": [{"number": 2, "premiere": "2027-01-07"}]}  # fmt: skip


def test_it_is_followed_as_soon_as_a_layer_has_the_show(run: Run, home: Path, write: Write) -> None:
    run("watchlist", "add", "Mantis", "--anyway", "--note", "n")
    path = home / "data/watchlist.json"
    before = path.read_bytes()
    write("config/shows.json", {"format": 1, "shows": [MANTIS_HERE]})
    assert run("next").out == "2027-01-07\n"
    assert run("countdown").err == ""
    assert run("watchlist", "list").out == ("mantis-x\t\t45\t2027-01-07\t2026-11-23T00:00:00Z\tn\n")
    assert run("watchlist", "add", "mantis").out == "already followed\tmantis-x\t\n"
    assert path.read_bytes() == before
    run("watchlist", "add", "silo")
    assert lines(home)[0] == {"id": "mantis-x", "note": "n", "title": "Mantis", "year": 2022}


def test_a_namesake_of_another_year_or_title_is_not_followed(run: Run, write: Write) -> None:
    run("watchlist", "add", "Mantis (2019)", "Mant", "--anyway")
    write("config/shows.json", {"format": 1, "shows": [MANTIS_HERE]})
    assert run("next").code == 1
    assert '"followed": true' not in run("show", "mantis-x", "--json").out


def test_two_titles_that_turn_out_to_be_one_show_are_one_row_and_become_one_line(
    run: Run, home: Path, write: Write
) -> None:
    run("watchlist", "add", "Mantis", "--anyway", "--note", "with Sam")
    run("watchlist", "add", "Mantis (2022)", "--anyway", "--note", "again")
    run("watchlist", "add", "tvmaze:7")
    write("config/shows.json", {"format": 1, "shows": [{**MANTIS_HERE, "ids": {"tvmaze": 7}}]})
    (row,) = run("watchlist", "list").out.splitlines()
    assert row == "mantis-x\t\t45\t2027-01-07\t2026-11-23T00:00:00Z\twith Sam; again"
    assert run("watchlist", "add", "silo").code == 0
    assert lines(home)[0] == {
        "id": "mantis-x", "note": "with Sam; again", "title": "Mantis", "year": 2022,
        "ids": {"tvmaze": 7},
    }  # fmt: skip
    run("watchlist", "undo")
    assert len(lines(home)) == 3
    assert run("watchlist", "remove", "mantis").out == "removed\tmantis-x\t\n"
    assert lines(home) == []


TWINS = [{**MANTIS_HERE, "id": f"mantis-{year}", "year": year} for year in (2019, 2022)]


def test_between_several_it_waits_and_says_so_until_one_is_followed(
    run: Run, home: Path, write: Write
) -> None:
    run("watchlist", "add", "Mantis", "--anyway", "--note", "n")
    write("config/shows.json", {"format": 1, "shows": TWINS})
    either = "could be Mantis (2019) (mantis-2019) or Mantis (2022) (mantis-2022)"
    assert run("countdown").err == (
        f"premierectl: Mantis {either}; follow the one that you mean: premierectl watchlist add "
        "mantis-2019\npremierectl: nothing upcoming with a date\n"
    )
    assert (
        f"not in the catalogue yet; {either}"
        in run("watchlist", "list", terminal=True, COLUMNS="140").out
    )
    (item,) = json.loads(run("watchlist", "list", "--json").out)["items"]
    assert item["could_be"] == ["mantis-2019", "mantis-2022"]
    assert run("watchlist", "add", "mantis-2022").out == "added\tmantis-2022\t\n"
    assert lines(home) == [{"id": "mantis-2022", "note": "n", "title": "Mantis", "year": 2022}]
    assert run("next").out == "2027-01-07\n"


def test_a_show_that_comes_to_the_id_of_a_title_takes_it_and_the_title_waits_on(
    run: Run, home: Path, write: Write
) -> None:
    run("watchlist", "add", "Mantis", "--anyway")
    other = {"id": "mantis", "title": "Mantis Documentary", "seasons": []}
    write("config/shows.json", {"format": 1, "shows": [other]})
    assert run("watchlist", "add", "id:mantis").out == "added\tmantis\t\n"
    assert [(each["id"], each["title"]) for each in lines(home)] == [
        ("mantis", "Mantis Documentary"), ("mantis-waiting", "Mantis"),
    ]  # fmt: skip


def test_a_hostile_title_is_kept_as_it_is_and_shown_harmless(run: Run, home: Path) -> None:
    title = "Man\x1b[31mtis\u202e[/b]"
    shown = run("watchlist", "add", title, "--anyway", terminal=True).out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert lines(home)[0]["title"] == title
    for words in (["watchlist", "list"], ["countdown"], ["watchlist", "add", f"{title}!"]):
        for result in (run(*words, terminal=True), run(*words)):
            assert "\x1b[31m" not in result.out + result.err
            assert "\u202e" not in result.out + result.err


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (["add", "pitt"], ["watchlist", "add", "pitt"]),
        (["list"], ["watchlist", "list"]),
        (["remove", "pitt"], ["watchlist", "remove", "pitt"]),
        (["undo"], ["watchlist", "undo"]),
    ],
)
def test_what_is_done_most_has_a_short_form(
    run: Run, write: Write, short: list[str], long: list[str]
) -> None:
    document = {"format": 1, "shows": [{"id": "the-pitt"}, {"id": "silo"}]}
    if short[0] == "add":
        document["shows"] = []
    path = write("data/watchlist.json", document)
    run("watchlist", "add", "severance")
    before = path.read_bytes()
    result = run(*long, "--json")
    after = path.read_bytes()
    path.write_bytes(before)
    again = run(*short, "--json")
    assert (again.code, again.out) == (result.code, result.out)
    assert path.read_bytes() == after or short == ["undo"]
