"""A date that has moved is marked where people see it, and told to scripts in fields of their own."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write

HISTORY = [
    {"when": "2026-10-01", "from": "2027-02", "to": "2027-03-12"},
    {"when": "2026-11-02", "from": "2027-03-12", "to": "2027-04-02"},
]
WORDS = "was 12 March 2027, moved 21 days later"


@pytest.fixture
def moved(write: Write) -> None:
    """A season that moved twice, and one that did not."""
    seasons = [{"number": 1, "premiere": "2027-04-02", "history": HISTORY}]
    aurora = {"id": "aurora", "title": "Aurora", "network": "Hulu", "seasons": seasons}
    borea = {"id": "borea", "title": "Borea", "seasons": [{"number": 1, "premiere": "2027-05-01"}]}
    write("config/shows.json", {"format": 1, "shows": [aurora, borea]})


def item(run: Run, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("countdown", *words, "--json").out)["items"][0]
    return found


@pytest.mark.usefixtures("moved")
def test_a_move_is_a_mark_on_the_date(run: Run) -> None:
    result = run("countdown", "aurora", "borea", terminal=True, COLUMNS="120")
    assert result.out.splitlines() == [
        "April 2027",
        "● Aurora  Season 1  Fri 2 Apr ↷ +21 d  Hulu  130 days",
        "",
        "May 2027",
        "● Borea   Season 1  Sat 1 May                159 days",
    ]
    without = run("countdown", "borea", "pitt", terminal=True)
    assert "↷" not in without.out


@pytest.mark.usefixtures("moved")
def test_the_card_and_the_page_say_the_same(run: Run) -> None:
    card = run("countdown", "aurora", terminal=True, COLUMNS="60").out
    assert f"W{WORDS[1:]}" in [line.strip() for line in card.splitlines()]
    assert f"  Moved: {WORDS}" in run("show", "aurora", terminal=True).out.splitlines()
    assert "Was" not in run("countdown", "borea", terminal=True).out


@pytest.mark.usefixtures("moved")
def test_scripts_get_it_as_fields_and_their_lines_stay(run: Run) -> None:
    told = item(run, "aurora")
    assert (told["moved_from"], told["moved_days"]) == ("2027-03-12", 21)
    assert (item(run, "borea")["moved_from"], item(run, "borea")["moved_days"]) == (None, None)
    assert run("countdown", "aurora").out == "Aurora\tseason 1\t2027-04-02\t130\tHulu\tno\t\n"
    assert (
        "moved\tseason 1\tfrom 2027-02 to 2027-03-12, seen 2026-10-01; "
        "from 2027-03-12 to 2027-04-02, seen 2026-11-02\n"
    ) in run("show", "aurora").out


@pytest.mark.parametrize(
    ("premiere", "before", "after", "fields", "words"),
    [
        ("2027-04-02", "2027-04-03?", "2027-04-02", ("2027-04-03?", -1), "was 3 April 2027, unconfirmed, moved 1 day earlier"),
        ("2027-04", "2027-02-01", "2027-04", ("2027-02-01", None), "was 1 February 2027"),
        ("2027-04", "2027-04-01", "2027-04", ("2027-04-01", None), "was 1 April 2027"),
        (None, "2027-04-01", None, ("2027-04-01", None), "was 1 April 2027"),
        ("2027-04-02", "2027-04", "2027-04-02", (None, None), ""),
        ("2027-04-02", "2027-04-02?", "2027-04-02", (None, None), ""),
        ("2027-04-02", None, "2027-04-02", (None, None), ""),
        ("2027-04-02", "2027-03-12", "2027-03-20", (None, None), ""),
    ],
)  # fmt: skip
def test_only_a_move_to_the_date_that_holds_is_marked(
    run: Run,
    write: Write,
    premiere: str | None,
    before: str | None,
    after: str | None,
    fields: tuple[object, object],
    words: str,
) -> None:
    change = {"when": "2026-11-02", "from": before, "to": after}
    season = {"number": 1, "premiere": premiere, "history": [change]}
    odd = {"id": "odd", "title": "Odd", "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [odd]})
    told = item(run, "odd")
    assert (told["moved_from"], told["moved_days"]) == fields
    lines = [line.strip() for line in run("countdown", "odd", terminal=True).out.splitlines()]
    marks = [line for line in lines if line.startswith("Was ")]
    assert marks == ([f"W{words[1:]}"] if words else [])


@pytest.mark.usefixtures("moved")
def test_what_is_out_is_not_marked_any_more(run: Run) -> None:
    page = run("show", "aurora", "--now", "2027-05-01", terminal=True).out
    assert WORDS not in page
    words = " ".join(page.split())
    assert (
        "Moved: from February 2027 to 12 March 2027, seen on 1 October 2026; "
        "from 12 March 2027 to 2 April 2027, seen on 2 November 2026"
    ) in words


def test_an_episode_is_not_marked_as_its_premiere_was(run: Run, write: Write) -> None:
    season = {
        "number": 1, "premiere": "2027-04-02", "release": "weekly", "episodes": 8,
        "history": HISTORY,
    }  # fmt: skip
    write(
        "config/shows.json",
        {"format": 1, "shows": [{"id": "o", "title": "O", "seasons": [season]}]},
    )
    assert item(run, "o", "--now", "2027-04-03")["moved_from"] is None


def test_a_season_with_a_number_and_a_name_keeps_its_moves(
    run: Run, home: Path, write: Write
) -> None:
    season = {"number": 3, "name": "The End", "premiere": "2027-03-12"}
    write(
        "config/shows.json",
        {"format": 1, "shows": [{"id": "a", "title": "A", "seasons": [season]}]},
    )
    run("catalogue", "add", "a", "--season", "3", "--premiere", "2027-04-02")
    written = json.loads((home / "config/shows.json").read_text())["shows"][0]["seasons"]
    assert [(each["name"], each["premiere"]) for each in written] == [("The End", "2027-04-02")]
    assert written[0]["history"] == [
        {"when": "2026-11-23", "from": "2027-03-12", "to": "2027-04-02"}
    ]
    assert "moved 21 days later" in run("countdown", "a", terminal=True).out
