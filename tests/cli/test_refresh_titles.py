"""What a refresh makes of shows that are followed by title: found, open between several, or not there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.conftest import Result, Run, Write
from tests.tvmaze_service import TVmazeState, tvmaze_state

BBC = {"id": 12, "name": "BBC One", "country": {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"}}  # fmt: skip
ASKING = "premierectl: asking 127.0.0.1 what is coming\n"


class Refresh(Protocol):
    """How a test refreshes on a day, with the service at hand."""

    def __call__(self, *words: str, day: str = "2026-11-23", **how: Any) -> Result: ...


@pytest.fixture
def service() -> Iterator[TVmazeState]:
    with tvmaze_state() as server:
        yield server


@pytest.fixture
def refresh(run: Run, service: TVmazeState) -> Refresh:
    def refresh(*words: str, day: str = "2026-11-23", **how: Any) -> Result:
        url = {"PREMIERECTL_TVMAZE_URL": service.url}
        return run("catalogue", "refresh", *words, env=url, PREMIERECTL_NOW=day, **how)

    return refresh


@pytest.fixture
def follow(run: Run) -> Any:
    """Follow these titles, which nobody knows yet."""

    def follow(*titles: str) -> None:
        assert run("watchlist", "add", "-", "--anyway", stdin="\n".join(titles)).code == 0

    return follow


def searches(service: TVmazeState) -> list[str]:
    return [call.partition("q=")[2] for call in service.calls if call.startswith("/search/")]


def test_a_title_with_a_date_comes_with_the_schedule_and_one_call(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any, home: Path
) -> None:
    service.add(1, "2027-01-07", name="Mantis", premiered="2022-06-23")
    follow("mantis", "Mantis season 1")
    before = (home / "data/watchlist.json").read_bytes()
    result = refresh()
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        f"{ASKING}premierectl: mantis is in the catalogue now: Mantis (2022)\n"
        "premierectl: 1 show from TVmaze (CC BY-SA)\n"
    )
    assert (searches(service), service.asked_shows) == ([], [1])
    assert run("next").out == "2027-01-07\n"
    assert (home / "data/watchlist.json").read_bytes() == before
    assert refresh(day="2026-11-25").err.count("in the catalogue now") == 0


def test_one_without_a_date_is_searched_for_and_fetched(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, name="Mantis", premiered="2022-06-23")
    service.add(2, "2027-01-07", name="Mantis Hunt")
    follow("Mantis (2022)")
    result = refresh()
    assert "premierectl: Mantis (2022) is in the catalogue now: Mantis (2022)\n" in result.err
    assert (searches(service), service.asked_shows) == (["Mantis"], [1])
    assert run("watchlist", "list").out.startswith("mantis-2022\t")
    assert refresh(day="2026-11-25").code == 0
    assert searches(service) == ["Mantis"]


def test_the_show_stays_the_one_that_was_found_when_a_namesake_comes(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any, home: Path
) -> None:
    service.add(1, "2027-01-07", name="Mantis", premiered="2022-06-23")
    follow("Mantis")
    refresh()
    service.add(2, "2026-12-07", name="Mantis", premiered="2026-12-07")
    assert "Mantis" not in refresh(day="2026-11-25").err
    assert run("next").out == "2027-01-07\n"
    run("watchlist", "add", "silo")
    (line, _) = json.loads((home / "data/watchlist.json").read_text())["shows"]
    assert (line["id"], line["year"], line["ids"]) == ("mantis", 2022, {"tvmaze": 1})


def test_a_show_of_another_year_or_of_more_words_is_not_it(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, "2027-01-07", name="Mantis", premiered="2022-06-23")
    service.add(2, "2027-01-07", name="Mantis Hunt")
    follow("Mantis (2019)", "Mantis H")
    result = refresh()
    assert "in the catalogue now" not in result.err
    for words in ("Mantis (2019)", "Mantis H"):
        assert f"premierectl: TVmaze does not know {words}; it stays as it was\n" in result.err
    assert run("next").code == 1
    assert run("show", "tvmaze:1").code == 0


def test_of_several_in_the_schedule_none_is_taken_and_each_can_be_followed_instead(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, "2027-01-07", name="Twins", premiered="2019-04-15", network=BBC, webChannel=None)
    service.add(2, "2027-01-09", name="Twins", premiered="2021-10-07")
    follow("Twins")
    said = (
        "premierectl: Twins could be Twins (2019) (twins-2019) or Twins (2021) (twins-2021); "
        "follow the one that you mean: premierectl watchlist add twins-2019\n"
    )
    assert refresh().err == f"{ASKING}{said}premierectl: 2 shows from TVmaze (CC BY-SA)\n"
    service.calls.clear()
    assert said in refresh(day="2026-11-25").err
    assert (searches(service), service.asked_shows) == ([], [])
    run("watchlist", "add", "twins-2021")
    assert run("watchlist", "list").out.count("\n") == 1
    assert "Twins" not in refresh(day="2026-11-27").err


def test_of_several_that_are_found_the_numbers_are_told_and_told_again_without_a_search(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, name="Twins", premiered="2019-04-15", network=BBC, webChannel=None)
    service.add(2, name="Twins", premiered=None)
    follow("Twins")
    said = (
        "premierectl: Twins could be tvmaze:1 (2019, BBC One, United Kingdom) or tvmaze:2 (Hulu, "
        "United States); follow the one you mean by its number\n"
    )
    assert said in refresh().err
    assert said in refresh(day="2026-11-29").err
    assert searches(service) == ["Twins"]
    run("watchlist", "add", "tvmaze:2")
    assert "could be" not in refresh(day="2026-11-29T01:00").err
    assert run("watchlist", "list").out.startswith("twins\t")
    assert run("watchlist", "list").out.count("\n") == 1


def test_a_title_that_is_not_there_is_searched_for_once_a_week(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    follow("Mantis")
    assert "TVmaze does not know Mantis; it stays as it was" in refresh().err
    assert "TVmaze does not know Mantis" in refresh(day="2026-11-23T00:30").err
    for day, count in (("2026-11-25", 1), ("2026-11-29", 1), ("2026-12-01", 2)):
        refresh(day=day)
        assert len(searches(service)) == count
    service.add(1, "2027-01-07", name="Mantis")
    assert "Mantis is in the catalogue now: Mantis (2025)" in refresh(day="2026-12-03").err
    assert len(searches(service)) == 2


def test_a_title_that_could_not_be_searched_for_is_asked_for_the_next_time(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, name="Mantis")
    service.add(2, "2027-01-07")
    service.spoilt["/search/shows"] = b"{"
    follow("Mantis")
    assert "premierectl: could not fetch Mantis: " in refresh().err
    service.spoilt.clear()
    assert "Mantis is in the catalogue now" in refresh(day="2026-11-23T00:30").err


def test_a_title_can_be_asked_for_by_itself_at_any_time(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    follow("The Mantis (2022)", "Osiris")
    refresh()
    service.calls.clear()
    for words in (["the", "mantis", "(2022)"], ["the-mantis-2022"], ["osiris"]):
        result = refresh(*words)
        assert "TVmaze does not know" in result.err
    assert searches(service) == ["The+Mantis", "The+Mantis", "Osiris"]
    run("watchlist", "add", "silo")
    assert refresh("silo", "osiris").code == 0
    assert searches(service)[3:] == ["Silo", "Osiris"]


def test_a_dry_run_finds_and_changes_nothing(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, "2027-01-07", name="Mantis")
    follow("Mantis")
    result = refresh("--dry-run")
    assert "in the catalogue now" not in result.err
    assert run("next").code == 1


def test_a_known_show_keeps_its_match_beside_a_title_that_waits(
    run: Run, refresh: Refresh, service: TVmazeState, write: Write
) -> None:
    apple = {"id": 3, "name": "Apple TV", "country": None}
    service.add(9, "2027-02-05", name="Star City", premiered="2026-05-29", webChannel=apple)
    lines = [
        {"id": "star-city"},
        {"id": "star-city-x", "title": "Star City", "year": 2026, "by_title": True},
        {"id": "star-city-1990", "title": "Star City", "year": 1990, "by_title": True},
    ]
    write("data/watchlist.json", {"format": 1, "shows": lines})
    refresh()
    assert run("next").out == "2027-02-05\n"
    assert run("show", "star-city", "--layers").out.count("\tlive\t") > 0
    assert run("watchlist", "list").out.splitlines() == [
        "star-city\t\t74\t2027-02-05\t\t", "star-city-1990\t\t\t\t\t",
    ]  # fmt: skip


def test_two_titles_of_one_show_are_one_show(
    run: Run, refresh: Refresh, service: TVmazeState, follow: Any
) -> None:
    service.add(1, "2027-01-07", name="Mantis", premiered="2022-06-23")
    follow("Mantis", "Mantis (2022)")
    assert refresh().err.count("is in the catalogue now: Mantis (2022)\n") == 2
    assert run("watchlist", "list").out.count("\n") == 1
    assert run("search", "mantis").out == "mantis-2022\tMantis\ttitle\tMantis\tyes\n"


def test_a_watchlist_that_cannot_be_read_is_said_once(
    run: Run, refresh: Refresh, service: TVmazeState, write: Write
) -> None:
    service.add(1, "2027-01-07", name="Mantis")
    write("data/watchlist.json", "broken")
    whole = refresh()
    assert (whole.code, whole.err.count("watchlist.json:1:1")) == (65, 1)
