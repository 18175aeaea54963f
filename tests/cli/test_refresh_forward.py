"""What a user is told by a refresh that ends early, is doubted, or was asked for the wrong thing."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, Run, Write
from tests.tvmaze_service import TVmazeState, tvmaze_state

Refresh = Callable[..., Result]
NEXT_DAY = "2026-11-24"


@pytest.fixture
def service() -> Iterator[TVmazeState]:
    """A service with four shows of which something comes."""
    with tvmaze_state() as server:
        for number in (1, 2, 3, 4):
            server.add(number, "2027-01-07")
        yield server


@pytest.fixture
def refresh(run: Run, service: TVmazeState) -> Refresh:
    def refresh(*words: str, **variables: Any) -> Result:
        url = {"PREMIERECTL_TVMAZE_URL": service.url}
        return run("catalogue", "refresh", *words, env=url, **variables)

    return refresh


def test_what_is_left_is_said_and_asked_for_the_next_time(
    run: Run, refresh: Refresh, service: TVmazeState
) -> None:
    run("watchlist", "add", "tvmaze:1", "tvmaze:2", "tvmaze:3", "tvmaze:4")
    result = refresh("--for", "0.02")
    assert result.code == 0
    assert result.err.endswith(
        "premierectl: 2 shows left; carry on with: premierectl catalogue refresh\n"
    )
    assert "left; carry on" not in refresh().err
    assert service.asked_shows == [1, 2, 3, 4]


def test_a_show_that_cannot_be_had_is_named(
    run: Run, refresh: Refresh, service: TVmazeState
) -> None:
    run("watchlist", "add", "tvmaze:1", "tvmaze:2", "tmdb:5")
    service.spoilt["/shows/1"] = b"{}"
    result = refresh()
    assert result.code == 0
    assert (
        "premierectl: could not fetch tvmaze:1: 127.0.0.1 sent an answer that is not a show; "
        "what was known stays\n"
        "premierectl: TVmaze cannot look up tmdb:5; follow the show by its title, or by its number "
        "at TVmaze, IMDb or TheTVDB: premierectl search TITLE --online\n"
    ) in result.err
    assert service.asked_shows == [1, 2]


def test_of_many_that_cannot_be_had_ten_are_named(
    run: Run, refresh: Refresh, service: TVmazeState
) -> None:
    names = [f"tvmaze:{number}" for number in range(10, 21)]
    run("watchlist", "add", *names)
    for number in range(10, 21):
        service.add(number)
    service.spoilt = {f"/shows/{number}": b"{}" for number in range(10, 21)}
    result = refresh()
    assert result.err.count("could not fetch tvmaze:") == 10
    assert "premierectl: 1 more could not be fetched\n" in result.err


@pytest.mark.parametrize(
    ("spoilt", "left", "words"),
    [
        (b"[]", 4, "is empty"),
        (b"[1, 2]", 4, "has 2 of 2 rows that make no sense"),
        (None, 1, "leaves out 3 of 4 shows that were to come"),
    ],
)
def test_a_list_that_is_not_likely_is_not_believed(
    refresh: Refresh, service: TVmazeState, home: Path, spoilt: bytes | None, left: int, words: str
) -> None:
    refresh()
    store = home / "state" / "live.sqlite"
    before = store.read_bytes()
    if spoilt is not None:
        service.spoilt["/schedule/full"] = spoilt
    for number in range(left, 4):
        del service.shows[number]
    result = refresh(PREMIERECTL_NOW=NEXT_DAY)
    assert (result.code, store.read_bytes()) == (69, before)
    assert result.err.endswith(
        f"premierectl: the schedule {words} and was not used; what was known stays. "
        "To use it all the same: premierectl catalogue refresh --force\n"
    )
    assert refresh("--force", PREMIERECTL_NOW=NEXT_DAY).code == 0
    assert store.read_bytes() != before


def test_half_of_the_shows_may_go_and_all_that_are_over(
    refresh: Refresh, service: TVmazeState
) -> None:
    refresh()
    del service.shows[1], service.shows[2]
    assert refresh(PREMIERECTL_NOW=NEXT_DAY).code == 0
    service.today = "2027-02-01"
    service.add(9, "2027-03-01")
    assert refresh(PREMIERECTL_NOW="2027-02-01").code == 0


def test_a_type_that_no_show_has_is_said_and_changes_nothing(refresh: Refresh, home: Path) -> None:
    refresh()
    store = home / "state" / "live.sqlite"
    before = store.read_bytes()
    result = refresh("--types", "Scriptd")
    assert (result.code, store.read_bytes()) == (2, before)
    assert result.err.endswith(
        "premierectl: nothing was changed: no show that is coming has the type 'Scriptd'; "
        "did you mean Scripted?\n"
    )


def test_of_several_words_the_one_that_nothing_fits_is_said(refresh: Refresh) -> None:
    result = refresh("--networks", "Hulu,Netflx", "--countries", "us")
    assert result.code == 0
    assert "premierectl: no show that is coming has the network 'Netflx'\n" in result.err
    assert "country" not in result.err


def test_a_setting_that_fits_nothing_is_said_too(
    refresh: Refresh, write: Write, home: Path
) -> None:
    write("config/config.toml", 'languages = ["Elvish"]\n')
    assert refresh().code == 2
    assert not (home / "state" / "live.sqlite").exists()


def test_pieces_beyond_the_first_hundred_are_counted(
    refresh: Refresh, service: TVmazeState
) -> None:
    service.spoilt["/schedule/full"] = b"[" + b"7," * 149 + b"7]"
    result = refresh("--force", "--verbose")
    assert result.err.count("left out: [") == 100
    assert "premierectl: left out: 50 more\n" in result.err


def test_an_interrupt_says_how_many_are_left_and_ends_with_130(
    run: Run, refresh: Refresh, service: TVmazeState
) -> None:
    run("watchlist", "add", "tvmaze:1", "tvmaze:2")
    service.slow["/shows/2"] = lambda: os.kill(os.getpid(), signal.SIGINT)
    result = refresh()
    assert result.code == 130
    assert "premierectl: 1 show left; carry on with: premierectl catalogue refresh\n" in result.err


def test_on_a_terminal_it_is_told_how_many_of_how_many(run: Run, service: TVmazeState) -> None:
    run("watchlist", "add", "tvmaze:1", "tvmaze:2")
    url = {"PREMIERECTL_TVMAZE_URL": service.url, "TERM": "xterm"}
    result = run("catalogue", "refresh", env=url, terminal=True)
    assert result.code == 0
    assert "of 2" in result.err
