"""``watchlist add --online``: titles that TVmaze is searched for."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.conftest import Result, Run, Write
from tests.tvmaze_service import TVmazeState, tvmaze_state

BBC = {"id": 12, "name": "BBC One", "country": {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"}}  # fmt: skip


class Add(Protocol):
    """How a test adds to the watchlist, with the service at hand."""

    def __call__(self, *words: str, **how: Any) -> Result: ...


@pytest.fixture
def service() -> Iterator[TVmazeState]:
    """A service with a show of a title of its own, and two that share one."""
    with tvmaze_state() as server:
        server.add(1, "2027-01-07", name="Mantis", premiered="2022-06-23")
        server.add(2, "2027-01-07", name="Mantis Hunt", premiered="2019-06-23")
        server.add(3, "2027-01-08", name="Twins", premiered="2019-04-15", network=BBC, webChannel=None)  # fmt: skip
        server.add(4, "2027-01-09", name="Twins", premiered="2021-10-07")
        yield server


@pytest.fixture
def add(run: Run, service: TVmazeState) -> Add:
    def add(*words: str, **how: Any) -> Result:
        url = {"PREMIERECTL_TVMAZE_URL": service.url}
        return run("watchlist", "add", *words, "--online", env=url, **how)

    return add


def ids(home: Path) -> list[str]:
    document = json.loads((home / "data/watchlist.json").read_text())
    return [entry["id"] for entry in document["shows"]]


def searches(service: TVmazeState) -> list[str]:
    return [call.partition("q=")[2] for call in service.calls if call.startswith("/search/")]


def test_the_one_show_of_the_title_is_fetched_and_followed(
    run: Run, add: Add, service: TVmazeState
) -> None:
    result = add("mantis")
    assert (result.code, result.out) == (0, "added\tmantis\t\n")
    assert result.err == "premierectl: asking 127.0.0.1 what is coming\n"
    assert run("next").out == "2027-01-07\n"
    assert (searches(service), service.asked_shows) == (["mantis"], [1])
    assert add("Mantis").out == "already followed\tmantis\t\n"
    assert searches(service) == ["mantis"]


def test_an_interrupt_while_it_is_fetched_follows_nothing(
    add: Add, service: TVmazeState, home: Path
) -> None:
    service.slow["/shows/2"] = lambda: os.kill(os.getpid(), signal.SIGINT)
    result = add("tvmaze:1", "tvmaze:2")
    assert (result.code, result.out) == (130, "")
    # Behind it stands what the server in this process says of a caller that is gone.
    assert result.err.startswith("premierectl: asking 127.0.0.1 what is coming\n")
    assert "premierectl:" not in result.err.partition("\n")[2]
    assert not (home / "data/watchlist.json").exists()


def test_a_person_is_told_what_was_followed(add: Add) -> None:
    assert add("Mantis", "season", "1", terminal=True).out == "Mantis season 1 is followed now\n"


def test_a_known_show_is_not_searched_for_and_a_beginning_is_no_title(
    add: Add, service: TVmazeState
) -> None:
    assert add("silo", "pitt").out == "added\tsilo\t\nadded\tthe-pitt\t\n"
    assert service.calls == []
    assert add("emily in").code == 1
    assert searches(service) == ["emily+in"]


def test_the_year_tells_which_of_several_is_meant(add: Add) -> None:
    assert add("Twins (2021)").out == "added\ttwins\t\n"


def test_a_season_that_it_does_not_have_is_refused_with_those_it_has(add: Add) -> None:
    result = add("Mantis season 3")
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith(
        "premierectl: Mantis has no season 3 in the catalogue; it has season 1\n"
    )


def test_a_pipe_gets_several_with_their_numbers_and_how_to_take_one(add: Add, home: Path) -> None:
    result = add("Twins season 1")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "premierectl: tvmaze:3  Twins (2019, BBC One, United Kingdom)\n"
        "premierectl: tvmaze:4  Twins (2021, Hulu, United States)\n"
        "premierectl: at TVmaze 'Twins season 1' could be tvmaze:3 or tvmaze:4; take one with: "
        "premierectl watchlist add tvmaze:3:s1 --online\n"
    )
    assert not home.exists()
    assert add("tvmaze:3:s1").out == "added\ttwins\t1\n"


def test_a_pipe_is_told_the_nearest_and_how_to_follow_the_title(add: Add, home: Path) -> None:
    result = add("Mantis (1990)", "Qqqqq")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "premierectl: TVmaze has no show that is called 'Mantis (1990)'; the nearest there: "
        "Mantis (2022, Hulu, United States) tvmaze:1, "
        "Mantis Hunt (2019, Hulu, United States) tvmaze:2\n"
        "premierectl: TVmaze has no show that is called 'Qqqqq'\n"
        "premierectl: nothing was changed\n"
        "premierectl: to follow them by title all the same: "
        "premierectl watchlist add 'Mantis (1990)' Qqqqq --anyway\n"
    )
    assert not home.exists()


MENU = (
    "1  tvmaze:3  Twins (2019, BBC One, United Kingdom)\n"
    "2  tvmaze:4  Twins (2021, Hulu, United States)\n"
    "which one, 1 to 2? Enter leaves it out: "
)


def test_a_person_chooses_among_several(run: Run, add: Add) -> None:
    result = add("Twins", terminal=True, stdin="2\n")
    assert (result.code, result.out) == (0, "Twins is followed now\n")
    assert f"TVmaze: 'Twins' could be one of these:\n{MENU}" in result.err
    assert run("next").out == "2027-01-09\n"


def test_a_person_may_choose_one_that_is_near_or_none(add: Add, home: Path) -> None:
    none = add("Hunt", terminal=True, stdin="\n")
    assert (none.code, none.out) == (1, "")
    assert (
        "TVmaze: 'Hunt' is the title of no show there; the nearest:\n"
        "1  tvmaze:2  Mantis Hunt (2019, Hulu, United States)\n"
        "which one, 1 to 1? Enter leaves it out: "
    ) in none.err
    assert none.err.endswith("premierectl: 'Hunt' is not followed\n")
    assert not (home / "data").exists()
    assert add("Hunt", terminal=True, stdin="1\n").out == "Mantis Hunt is followed now\n"


def test_the_question_offers_the_search_as_well(run: Run, service: TVmazeState, home: Path) -> None:
    url = {"PREMIERECTL_TVMAZE_URL": service.url}
    result = run("watchlist", "add", "Mantis", terminal=True, stdin="2\n", env=url)
    assert (result.code, result.out) == (0, "Mantis is followed now\n")
    assert "2  search TVmaze for it now\n" in result.err
    assert ids(home) == ["mantis"]
    words = ["watchlist", "add", "The Hunt", "Zwölf"]
    both = run(*words, terminal=True, stdin="1\n2\n", env=url)
    assert (both.code, searches(service)) == (1, ["Mantis", "Zw%C3%B6lf"])
    assert both.err.endswith(
        "premierectl: TVmaze has no show that is called 'Zwölf'\nNothing was changed\n"
        "To follow it by title all the same: "
        "premierectl watchlist add 'The Hunt' 'Zwölf' --anyway\n"
    )


def test_anyway_follows_by_title_what_is_not_found(add: Add, home: Path) -> None:
    result = add("Mantis", "Hunt", "Qqqqq (2030)", "--anyway", terminal=True)
    assert result.code == 0
    assert result.out.splitlines() == [
        "Mantis is followed now",
        "Hunt is followed now; the next refresh looks for it: premierectl catalogue refresh",
        "Qqqqq (2030) is followed now; the next refresh looks for it: premierectl catalogue refresh",
    ]
    assert ids(home) == ["hunt", "mantis", "qqqqq-2030"]
    assert add("Twins", "--anyway").code == 2
    assert add("Twins", "--anyway", terminal=True, stdin="1\n").out == "Twins is followed now\n"


def test_of_lines_each_is_searched_for(add: Add, service: TVmazeState, home: Path) -> None:
    result = add("-", stdin="Mantis\nTwins\nQqqqq\nsilo\ntvmaze:2\n")
    assert result.code == 2
    assert result.out == (
        "added\tmantis\t\tMantis\nrefused\t\t\tTwins\nrefused\t\t\tQqqqq\nadded\tsilo\t\tsilo\n"
        "added\tmantis-hunt\t\ttvmaze:2\n"
    )
    assert result.err.endswith(
        "premierectl: 3 followed, 1 refused, 1 not at TVmaze: --anyway follows it, too\n"
    )
    assert ids(home) == ["mantis", "mantis-hunt", "silo"]
    assert service.asked_shows == [1, 2]


def test_a_service_that_cannot_be_reached_changes_nothing(
    run: Run, add: Add, service: TVmazeState, home: Path
) -> None:
    service.spoilt["/search/shows"] = b"{"
    result = add("silo", "Mantis")
    assert (result.code, result.out) == (69, "")
    assert result.err.startswith("premierectl: api.tvmaze.com sent an answer that cannot be read")
    assert not (home / "data").exists()
    anyway = add("silo", "Mantis", "Twins", "--anyway")
    assert anyway.code == 0
    assert anyway.out == "added\tsilo\t\nadded\tmantis\t\nadded\ttwins\t\n"
    assert "premierectl: TVmaze could not be searched any further: api.tvmaze.com " in anyway.err


def test_a_show_that_goes_between_search_and_answer_is_refused(
    add: Add, service: TVmazeState, home: Path
) -> None:
    service.spoilt["/shows/1"] = 404
    result = add("Mantis")
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith("premierectl: TVmaze does not know Mantis\n")
    assert not (home / "data").exists()


def test_one_that_could_not_be_fetched_is_followed_by_its_number(
    add: Add, service: TVmazeState, home: Path
) -> None:
    service.spoilt["/shows/1"] = b"{}"
    service.add(9, name="The Other")
    result = add("Mantis", "The Other")
    assert (result.code, ids(home)) == (0, ["the-other", "tvmaze:1"])
    assert "premierectl: could not fetch tvmaze:1: 127.0.0.1 sent an answer" in result.err


def test_a_hostile_answer_is_shown_harmless(add: Add, service: TVmazeState) -> None:
    for number in (5, 6):
        service.add(number, name="Evil\x1b[31m\u202e", premiered=f"20{number + 10}-01-01")
    for how in ({}, {"terminal": True, "stdin": "1\n"}):
        for words in ("Evil\x1b[31m\u202e", "Evil"):
            result = add(words, **how)
            assert "\x1b[31m" not in result.out + result.err
            assert "\u202e" not in result.out + result.err


def test_a_title_that_waited_is_followed_already_once_it_is_fetched(
    run: Run, add: Add, home: Path, write: Write
) -> None:
    run("watchlist", "add", "Mantis", "--anyway")
    assert add("Mantis").out == "already followed\tmantis\t\n"
    assert run("next").out == "2027-01-07\n"
