"""``watchlist mute`` and ``unmute``: followed, and in no countdown."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write

SEASONS: list[dict[str, Any]] = [
    {"number": 1, "premiere": "2026-01-01"},
    {"number": 2, "premiere": "2026-12-01", "network": "One"},
]
SHOWS: list[dict[str, Any]] = [
    {"id": "dated", "title": "Dated", "status": "running", "seasons": SEASONS},
    {"id": "tba", "title": "Tba", "status": "running", "seasons": [SEASONS[0], {"number": 2}]},
    {"id": "quiet", "title": "Quiet", "status": "running", "seasons": SEASONS[:1]},
    {"id": "on-air", "title": "On Air", "seasons": [{**SEASONS[0], "status": "airing"}]},
]
DATED = "Dated\tseason 2\t2026-12-01\t8\tOne\tyes\t\n"


@pytest.fixture(autouse=True)
def shows(run: Run, write: Write) -> None:
    """Followed shows: one with a date, one without, one with nothing to come, one on the air."""
    write("config/shows.json", {"format": 1, "shows": SHOWS})
    run("watchlist", "add", "dated", "tba", "quiet", "on-air")


def muted(home: Path) -> dict[str, str]:
    """How long each line in the watchlist's file is muted."""
    document = json.loads((home / "data" / "watchlist.json").read_text())
    lines: list[dict[str, Any]] = document["shows"]
    return {
        f"{line['id']}:{line.get('season', '')}": line["muted"] for line in lines if "muted" in line
    }


def test_a_person_is_told_in_words(run: Run, home: Path) -> None:
    result = run("watchlist", "mute", "dated", "tba", terminal=True)
    assert (result.code, result.out) == (0, "Dated is muted\nTba is muted\n")
    again = run("watchlist", "mute", "dated", terminal=True)
    assert (again.code, again.out) == (0, "Dated is muted already\n")
    back = run("watchlist", "unmute", "dated", terminal=True)
    assert (back.code, back.out) == (0, "Dated is muted no longer\n")
    none = run("watchlist", "unmute", "dated", terminal=True)
    assert (none.code, none.out) == (1, "Dated is not muted\n")
    assert muted(home) == {"tba:": "always"}


def test_scripts_get_a_line_each(run: Run) -> None:
    assert run("watchlist", "mute", "dated:s2", "tba").out == "muted\tdated\t2\nmuted\ttba\t\n"
    assert run("watchlist", "mute", "tba").out == "already muted\ttba\t\n"
    assert run("watchlist", "unmute", "tba").out == "unmuted\ttba\t\n"
    result = run("watchlist", "unmute", "tba")
    assert (result.code, result.out) == (1, "not muted\ttba\t\n")
    other = run("watchlist", "mute", "pitt")
    assert (other.code, other.out) == (1, "not followed\tthe-pitt\t\n")


@pytest.mark.parametrize(
    ("until", "show", "kept", "words"),
    [
        ("2027-03-01", "dated", "2027-03-01", "Dated is muted until 1 March 2027"),
        ("1 March 2027", "dated", "2027-03-01", "Dated is muted until 1 March 2027"),
        ("March 2027", "dated", "2027-03-01", "Dated is muted until 1 March 2027"),
        ("tomorrow", "dated", "2026-11-24", "Dated is muted until 24 November 2026"),
        ("renewed", "quiet", "renewed", "Quiet is muted until it is renewed"),
        ("Dated", "tba", "dated", "Tba is muted until it has a date"),
        ("dated", "quiet", "dated", "Quiet is muted until it has a date"),
    ],
)
def test_until_a_day_or_until_something_is_known(
    run: Run, home: Path, until: str, show: str, kept: str, words: str
) -> None:
    result = run("watchlist", "mute", show, "--until", until, terminal=True)
    assert (result.code, result.out) == (0, f"{words}\n")
    assert muted(home) == {f"{show}:": kept}


@pytest.mark.parametrize(
    ("until", "show", "code", "error"),
    [
        ("renewed", "tba", 1, "Tba is renewed already: season 2 has no date yet"),
        ("renewed", "dated", 1, "Dated is renewed already: season 2 in 8 days"),
        ("renewed", "on-air", 1, "On Air is renewed already: season 1 came out on 1 January 2026"),
        ("dated", "dated", 1, "Dated has a date already: season 2 in 8 days"),
        ("2026-11-23", "dated", 1, "2026-11-23 is not to come; nothing was changed"),
        ("2026", "dated", 1, "2026 is not to come; nothing was changed"),
        ("sometime", "dated", 2, "--until takes a date, renewed or dated; 'sometime' is not a date: "),
    ],
)  # fmt: skip
def test_what_is_so_already_and_what_is_no_date_is_refused(
    run: Run, home: Path, until: str, show: str, code: int, error: str
) -> None:
    before = (home / "data" / "watchlist.json").read_bytes()
    result = run("watchlist", "mute", show, "--until", until)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"premierectl: {error}")
    assert result.err.count("\n") == 1
    assert (home / "data" / "watchlist.json").read_bytes() == before


def test_of_several_shows_all_or_none_is_muted(run: Run, home: Path) -> None:
    result = run("watchlist", "mute", "quiet", "dated", "--until", "dated")
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == [
        "premierectl: Dated has a date already: season 2 in 8 days",
        "premierectl: nothing was changed",
    ]
    assert muted(home) == {}


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("countdown", "2026-12-01"),
        ("next", "2026-12-01"),
        ("days", "8\n"),
        ("calendar 2026-12", "2026-12-01"),
        ("export csv", "2026-12-01"),
        ("export ics", "20261201"),
        ("export json", "2026-12-01"),
    ],
)
def test_what_is_muted_is_in_no_answer_about_the_watchlist(
    run: Run, command: str, told: str
) -> None:
    assert told in run(*command.split()).out
    run("watchlist", "mute", "dated")
    assert told not in run(*command.split()).out


@pytest.mark.parametrize("command", ["countdown dated", "countdown --all --network One"])
def test_a_show_that_is_named_and_the_whole_catalogue_show_it(run: Run, command: str) -> None:
    run("watchlist", "mute", "dated")
    assert run(*command.split()).out == DATED


def test_a_mute_ends_by_itself(run: Run) -> None:
    run("watchlist", "mute", "dated", "--until", "2026-11-30")
    assert DATED not in run("countdown", "--now", "2026-11-29T23:59").out
    assert run("countdown", "--now", "2026-11-30").out.startswith("Dated\tseason 2\t")
    run("watchlist", "mute", "tba", "--until", "dated")
    assert "Tba" not in run("countdown").out
    run("catalogue", "add", "tba", "--season", "2", "--premiere", "2027")
    assert "Tba\tseason 2\t2027\t" in run("countdown").out


def test_a_muted_season_is_hidden_and_the_rest_of_its_show_is_not(
    run: Run, write: Write, home: Path
) -> None:
    seasons = [*SEASONS, {"number": 3, "premiere": "2027-12-01"}]
    write("config/shows.json", {"format": 1, "shows": [{**SHOWS[0], "seasons": seasons}]})
    assert run("watchlist", "mute", "dated:s2").code == 0
    assert [line.split("\t")[1] for line in run("countdown").out.splitlines()] == ["season 3"]
    assert run("watchlist", "add", "dated:s2").out == "already followed\tdated\t2\n"
    assert run("watchlist", "list", "--json").out.count('"show_id": "dated",\n      "title"') == 1
    assert muted(home) == {"dated:2": "always"}
    run("watchlist", "unmute", "dated:s2")
    document = json.loads((home / "data" / "watchlist.json").read_text())
    assert [line for line in document["shows"] if line.get("season")] == []


def test_a_part_of_what_is_followed_whole_is_refused_with_the_season(
    run: Run, write: Write
) -> None:
    parts = [{"label": "Volume 1", "date": "2026-12-01"}, {"label": "Volume 2", "date": "2027"}]
    season = {"number": 5, "release": "parts", "premiere": "2026-12-01", "parts": parts}
    write("config/shows.json", {"format": 1, "shows": [{**SHOWS[0], "seasons": [season]}]})
    result = run("watchlist", "mute", "dated:s5p2")
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "premierectl: Dated is followed whole; "
        "to hide season 5: premierectl watchlist mute dated:s5\n",
    )
    run("watchlist", "remove", "dated")
    run("watchlist", "add", "dated:s5")
    assert run("watchlist", "mute", "dated:s5p2").err == (
        "premierectl: Dated season 5 is followed whole; "
        "to hide season 5: premierectl watchlist mute dated:s5\n"
    )


def test_of_all_specials_one_is_hidden(run: Run, write: Write) -> None:
    line = {"id": "doctor-who", "season": "special"}
    write("data/watchlist.json", {"format": 1, "shows": [line]})
    assert "Doctor Who" in run("countdown").out
    result = run("watchlist", "remove", "doctor-who:christmas-special")
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "premierectl: all specials of Doctor Who are followed; to hide special 'christmas-special': "
        "premierectl watchlist mute doctor-who:christmas-special\n",
    )
    run("watchlist", "mute", "doctor-who:christmas-special")
    assert "Doctor Who" not in run("countdown").out


def test_a_show_that_the_catalogue_has_not_got_is_muted_and_not_named(run: Run) -> None:
    run("watchlist", "add", "tvmaze:1")
    assert "tvmaze:1" in run("countdown").err
    assert run("watchlist", "mute", "tvmaze:1", "--until", "dated").code == 0
    assert "tvmaze:1" not in run("countdown").err


def test_what_is_muted_is_not_named_at_the_foot(run: Run) -> None:
    assert run(terminal=True).out.splitlines()[-1] == "Without a date (3): Tba, On Air, Quiet"
    run("watchlist", "mute", "quiet")
    assert run(terminal=True).out.splitlines()[-1] == "Without a date (2): Tba, On Air"
    run("watchlist", "mute", "tba:s2")
    assert run(terminal=True).out.splitlines()[-1] == "Without a date (1): On Air"


def test_where_all_is_muted_it_is_said(run: Run) -> None:
    run("watchlist", "mute", "dated", "tba", "quiet", "on-air")
    for command in ("countdown", "next", "calendar", "export csv"):
        result = run(*command.split())
        assert (result.code, result.out) == (1, "")
        assert result.err.splitlines()[0] == (
            "premierectl: what you follow is muted; see: premierectl watchlist list --muted"
        )


def test_the_list_tells_what_is_muted_and_how_long(run: Run) -> None:
    run("watchlist", "mute", "dated:s2", "--until", "2027-01-01")
    run("watchlist", "mute", "tba")
    run("watchlist", "mute", "quiet", "--until", "renewed")
    lines = run("watchlist", "list", "--muted", terminal=True).out.splitlines()
    assert lines == [
        "Show   Season    When          Muted                          Added",
        "Tba    season 2  no date yet   yes                            2026-11-23",
        "Dated  season 1  326 days ago  season 2 until 1 January 2027  2026-11-23",
        "Quiet  season 1  326 days ago  until it is renewed            2026-11-23",
    ]
    items = json.loads(run("watchlist", "list", "--json").out)["items"]
    told = {item["show_id"]: (item["muted"], item["muted_seasons"]) for item in items}
    assert told == {
        "dated": (None, [2]), "on-air": (None, []), "quiet": ("renewed", []), "tba": ("always", []),
    }  # fmt: skip


def test_show_tells_what_is_muted(run: Run) -> None:
    run("watchlist", "mute", "dated:s2", "--until", "2027-01-01")
    assert "muted\t\tseason 2 until 1 January 2027\n" in run("show", "dated").out
    run("watchlist", "mute", "dated")
    assert "muted\t\tyes, season 2\n" in run("show", "dated").out
    run("watchlist", "unmute", "dated")
    assert "muted" not in run("show", "dated").out


def test_a_day_that_no_calendar_has_is_shown_as_it_stands(run: Run, write: Write) -> None:
    lines = [{"id": "dated", "muted": "2026-99-99"}]
    write("data/watchlist.json", {"format": 1, "shows": lines})
    assert "until 2026-99-99" in run("watchlist", "list", terminal=True).out
    assert run("countdown", "--now", "2026-12-01").out == ""
    assert run("countdown", "dated", "--now", "2026-12-01").code == 0


def test_an_undone_mute_is_told_as_one(run: Run) -> None:
    run("watchlist", "mute", "dated:s2")
    run("watchlist", "mute", "tba")
    run("watchlist", "unmute", "dated")
    told = [line.split("\t")[4] for line in run("watchlist", "undo", "--list").out.splitlines()]
    assert told[:3] == ["unmuted: Dated season 2", "muted: Tba", "muted: Dated season 2"]


@pytest.mark.parametrize(
    ("followed", "words", "error"),
    [
        ("dated", "dated:s2", "Dated is followed whole; to hide season 2: premierectl watchlist mute dated:s2"),
        ("stranger-things:s5", "stranger-things:s5p2", "Stranger Things season 5 is followed whole; to hide season 5: premierectl watchlist mute stranger-things:s5"),
    ],
)  # fmt: skip
def test_a_piece_of_what_is_followed_is_not_removed_and_it_is_said_how_to_hide_it(
    run: Run, home: Path, followed: str, words: str, error: str
) -> None:
    run("watchlist", "add", followed)
    before = (home / "data" / "watchlist.json").read_bytes()
    result = run("watchlist", "remove", words)
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {error}\n")
    assert (home / "data" / "watchlist.json").read_bytes() == before
