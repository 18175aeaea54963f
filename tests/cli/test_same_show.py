"""Whoever follows a show follows that one: on another machine, without live data, beside namesakes."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, Run, Write
from tests.service import EMBEDDED, SCHEDULE, Service, listed_season, listed_show, row, tvmaze

BBC = {"id": 12, "name": "BBC One", "country": {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"}}  # fmt: skip
CBS = {"id": 2, "name": "CBS", "country": {"name": "United States", "code": "US", "timezone": "America/New_York"}}  # fmt: skip
BRITISH = listed_show(39, "Spooks", premiered="2019-04-15", network=BBC, webChannel=None)
AMERICAN = listed_show(46, "Spooks", premiered="2021-10-07", network=CBS, webChannel=None)
Refresh = Callable[..., Result]


def asked(show: dict[str, Any], **embedded: Any) -> dict[str, Any]:
    return {**show, "_embedded": {"seasons": [], **embedded}}


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that lists the British show, and knows both."""
    answers = {
        SCHEDULE: [row(BRITISH, 6, 1, "2027-01-07")],
        "/shows/39" + EMBEDDED: asked(BRITISH),
        "/shows/46" + EMBEDDED: asked(AMERICAN),
    }
    with tvmaze(answers) as server:
        yield server


@pytest.fixture
def refresh(run: Run, service: Service) -> Refresh:
    def refresh(*words: str) -> Result:
        return run("catalogue", "refresh", *words, env={"PREMIERECTL_TVMAZE_URL": service.url})

    return refresh


@pytest.fixture
def follower(run: Run, refresh: Refresh) -> None:
    """Somebody who followed the British show when there was no other."""
    refresh()
    run("watchlist", "add", "spooks")


def lines(home: Path) -> list[dict[str, Any]]:
    shows: list[dict[str, Any]] = json.loads((home / "data/watchlist.json").read_text())["shows"]
    return [{key: value for key, value in each.items() if key != "added"} for each in shows]


@pytest.mark.usefixtures("follower")
def test_a_line_keeps_what_tells_the_show_it_was_followed_by(home: Path) -> None:
    assert lines(home) == [{"id": "spooks", "title": "Spooks", "year": 2019, "ids": {"tvmaze": 39}}]


def test_a_bundled_show_is_followed_with_all_its_numbers(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt:s3")
    numbers = {"imdb": "tt31938062", "tvdb": 448176, "tmdb": 250307}
    assert lines(home) == [
        {"id": "the-pitt", "season": 3, "title": "The Pitt", "year": 2025, "ids": numbers}
    ]


def test_lines_of_ids_alone_gain_it_at_the_next_change_and_not_by_reading(
    run: Run, home: Path, write: Write
) -> None:
    path = write(
        "data/watchlist.json",
        {"format": 1, "shows": [{"id": "gone"}, {"id": "severance", "note": "n", "x": 1}]},
    )
    before = path.read_bytes()
    for words in ("watchlist list", "next", "countdown", "search sev", "changes"):
        run(*words.split())
    assert path.read_bytes() == before
    run("watchlist", "add", "ludwig")
    assert lines(home) == [
        {"id": "gone"},
        {"id": "ludwig", "title": "Ludwig", "year": 2024, "ids": {"tmdb": 243360}},
        {
            "id": "severance", "note": "n", "x": 1, "title": "Severance", "year": 2022,
            "ids": {"tvmaze": 44933, "imdb": "tt11280740", "tvdb": 371980, "tmdb": 95396},
        },
    ]  # fmt: skip


def test_numbers_of_services_that_are_not_known_here_stay(
    run: Run, home: Path, write: Write
) -> None:
    line = {"id": "severance", "ids": {"anidb": 7}}
    write("data/watchlist.json", {"format": 1, "shows": [line]})
    run("watchlist", "add", "ludwig")
    assert lines(home)[1]["ids"]["anidb"] == 7


@pytest.mark.usefixtures("follower")
def test_on_an_empty_machine_the_show_is_not_here_yet_and_found_by_the_next_refresh(
    run: Run, home: Path, refresh: Refresh, service: Service
) -> None:
    shutil.rmtree(home / "state")
    table = run("watchlist", "list", terminal=True, COLUMNS="120").out
    assert "not in the catalogue here yet; the next refresh will look for tvmaze:39" in table
    assert run("countdown").err == (
        "premierectl: followed but not in the catalogue here yet: Spooks (tvmaze:39); "
        "the next refresh will look for it\n"
        "premierectl: nothing upcoming with a date\n"
    )
    (item,) = json.loads(run("watchlist", "list", "--json").out)["items"]
    assert (item["title"], item["known"], item["sought"]) == ("Spooks", False, "tvmaze:39")
    service.answers[SCHEDULE] = [
        row(AMERICAN, 6, 1, "2026-12-03"),
        row(BRITISH, 6, 1, "2027-01-07"),
    ]
    refresh()
    assert run("next").out == "2027-01-07\n"
    assert run("next", "spooks-2021").out == "2026-12-03\n"
    assert run("next", "spooks:s6").out == "2027-01-07\n"


@pytest.mark.usefixtures("follower")
def test_a_namesake_that_alone_is_listed_is_not_followed(
    run: Run, home: Path, refresh: Refresh, service: Service
) -> None:
    shutil.rmtree(home / "state")
    service.answers[SCHEDULE] = [row(AMERICAN, 6, 1, "2026-12-03")]
    service.answers["/shows/39" + EMBEDDED] = 404
    refresh()
    result = run("next")
    assert (result.code, result.out) == (1, "")
    assert run("countdown", "--all").out.startswith(
        "Spooks (2021)\tseason 6\t2026-12-03\t10\tCBS\tno"
    )
    assert run("search", "spooks").out.split("\t")[0] == "spooks-2021"


def test_an_id_alone_follows_no_namesake_and_one_with_its_year_is_found(
    run: Run, refresh: Refresh, service: Service, write: Write
) -> None:
    ids = [{"id": "spooks"}, {"id": "spooks-2019"}]
    write("data/watchlist.json", {"format": 1, "shows": ids})
    service.answers["/search/shows?q=spooks"] = [
        {"score": 1, "show": AMERICAN}, {"score": 0.9, "show": BRITISH},
    ]  # fmt: skip
    service.answers[SCHEDULE] = [
        row(AMERICAN, 6, 1, "2026-12-03"),
        row(BRITISH, 6, 1, "2027-01-07"),
    ]
    refresh()
    assert run("watchlist", "list").out.splitlines() == [
        "spooks-2019\t\t45\t2027-01-07\t\t",
        "spooks\t\t\t\t\t",
    ]
    assert "followed but not in the catalogue: spooks\n" in run("countdown").err


def test_another_show_under_the_id_of_a_followed_one_is_followed_beside_it(
    run: Run, home: Path, write: Write
) -> None:
    line = {"id": "aurora", "title": "Aurora", "year": 2019, "ids": {"tvmaze": 39}}
    write("data/watchlist.json", {"format": 1, "shows": [line]})
    season = {"number": 1, "premiere": "2027-01-07"}
    other = {"id": "aurora", "title": "Aurora", "ids": {"tvmaze": 46}, "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [other]})
    assert run("next").code == 1
    assert '"followed": true' not in run("show", "aurora", "--json").out
    assert run("watchlist", "remove", "aurora", "--json").out.count('"removed"') == 1
    run("watchlist", "undo")
    assert run("watchlist", "add", "aurora").out == "added\taurora\t\n"
    assert [(each["id"], each["ids"]) for each in lines(home)] == [
        ("aurora", {"tvmaze": 46}), ("tvmaze:39", {"tvmaze": 39}),
    ]  # fmt: skip
    assert run("next").out == "2027-01-07\n"
    assert run("watchlist", "add", "tvmaze:39").out == "already followed\ttvmaze:39\t\n"
    assert run("watchlist", "remove", "tvmaze:39").out == "removed\ttvmaze:39\t\n"
    assert [each["id"] for each in lines(home)] == ["aurora"]


def test_a_show_is_found_by_number_under_another_id_and_removed_by_the_one_it_has(
    run: Run, home: Path, write: Write
) -> None:
    lines_before = [{"id": "sev", "ids": {"imdb": "tt11280740"}}, {"id": "silo"}]
    write("data/watchlist.json", {"format": 1, "shows": lines_before})
    assert run("watchlist", "list").out.startswith("sev\t\t")
    assert '"followed": true' in run("show", "severance", "--json").out
    assert run("watchlist", "add", "severance").out == "already followed\tseverance\t\n"
    assert run("watchlist", "remove", "sev").out == "removed\tseverance\t\n"
    assert [each["id"] for each in lines(home)] == ["silo"]
    run("watchlist", "undo")
    assert run("watchlist", "remove", "severance").out == "removed\tseverance\t\n"


def test_a_documentary_of_the_same_title_and_network_is_not_the_series(
    run: Run, refresh: Refresh, service: Service
) -> None:
    run("watchlist", "add", "silo")
    apple = {"id": 3, "name": "Apple TV", "country": None}
    film = listed_show(
        5, "Silo", type="Documentary", premiered=None, network=None, webChannel=apple
    )
    service.answers["/lookup/shows?imdb=tt14688458"] = 404
    service.answers["/lookup/shows?thetvdb=403245"] = 404
    service.answers["/search/shows?q=Silo"] = [{"score": 1, "show": film}]
    service.answers[SCHEDULE] = [row(film, 1, 1, "2026-12-03")]
    refresh()
    assert run("next").code == 1
    assert run("next", "silo-apple-tv").out == "2026-12-03\n"


def test_a_show_whose_network_is_named_and_not_its_web_channel_is_the_same(
    run: Run, refresh: Refresh, service: Service
) -> None:
    run("watchlist", "add", "the-diplomat")
    both = listed_show(
        7, "The Diplomat", premiered=None, network=CBS,
        webChannel={"id": 1, "name": "Netflix", "country": None},
    )  # fmt: skip
    own = {**both, "network": {**CBS, "name": "Netflix"}, "webChannel": {**CBS, "name": "Other"}}
    service.answers["/lookup/shows?imdb=tt17491088"] = 404
    service.answers["/search/shows?q=The+Diplomat"] = [{"score": 1, "show": own}]
    service.answers["/shows/7" + EMBEDDED] = asked(own, seasons=[listed_season(5, "2027-03-04")])
    service.answers[SCHEDULE] = []
    refresh()
    assert run("next").out == "2027-03-04\n"


def test_a_number_of_a_single_source_joins_nothing_and_the_service_is_believed(
    run: Run, home: Path, refresh: Refresh, service: Service
) -> None:
    hbo = {"id": 8, "name": "HBO", "country": None}
    twin = listed_show(44776, "Lanterns", premiered="2011-05-01", network=BBC, webChannel=None)
    right = listed_show(
        777, "Lanterns", premiered="2026-08-16", network=None, webChannel=hbo,
        externals={"imdb": "tt26545992", "thetvdb": None},
    )  # fmt: skip
    run("watchlist", "add", "lanterns")
    assert lines(home)[0]["ids"] == {"imdb": "tt26545992", "tvdb": 376098}
    assert run("next", "tvmaze:44776").code == 1
    service.answers["/lookup/shows?imdb=tt26545992"] = "/shows/777"
    service.answers["/shows/777" + EMBEDDED] = asked(right)
    service.answers[SCHEDULE] = [row(twin, 9, 1, "2026-12-03"), row(right, 2, 1, "2027-08-15")]
    refresh()
    assert run("next").out == "2027-08-15\n"
    assert run("next", "tvmaze:44776").out == "2026-12-03\n"
    assert run("next", "lanterns-2011").out == "2026-12-03\n"
    assert (
        json.loads(run("show", "id:lanterns", "--json").out)["items"][0]["show"]["ids"]["tvmaze"]
        == 777
    )
    service.calls.clear()
    refresh()
    assert not [call for call in service.calls if "lookup" in call]


def test_several_that_fit_are_none_of_them_and_keep_ids_of_their_own(
    run: Run, refresh: Refresh, service: Service
) -> None:
    apple = {"id": 3, "name": "Apple TV", "country": None}
    run("watchlist", "add", "star-city")
    twins = [
        listed_show(n, "Star City", premiered=None, network=None, webChannel=apple) for n in (5, 6)
    ]
    service.answers["/search/shows?q=Star+City"] = [{"score": 1, "show": each} for each in twins]
    service.answers[SCHEDULE] = [row(each, 2, 1, "2026-12-03") for each in twins]
    result = refresh()
    said = "star-city could be tvmaze:5 or tvmaze:6; follow the one you mean by its number\n"
    assert f"premierectl: {said}" in result.err
    assert run("next").code == 1
