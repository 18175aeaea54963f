"""``catalogue refresh`` against a stand-in for the service: what is asked, kept, said and written."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from premierectl.storage.live_store import LiveStore, opened
from tests.conftest import Hold, Result, Run, Write
from tests.service import (
    EMBEDDED,
    SCHEDULE,
    Service,
    listed_season,
    listed_show,
    row,
    tvmaze,
)

AURORA = listed_show(1)
PITT = listed_show(
    2,
    "The Pitt",
    network=None,
    webChannel={"id": 1, "name": "HBO Max", "country": None},
    externals={"tvrage": None, "thetvdb": None, "imdb": "tt31938062"},
)
COMING = [
    row(AURORA, 2, 1, "2027-01-07"),
    row(AURORA, 2, 2, "2027-01-14"),
    row(PITT, 3, 1, "2027-01-14"),
]
Refresh = Callable[..., Result]


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that lists two shows."""
    with tvmaze({SCHEDULE: COMING}) as server:
        yield server


@pytest.fixture
def refresh(run: Run, service: Service) -> Refresh:
    """Refresh from the service: ``refresh("--dry-run")``."""

    def refresh(*words: str, **variables: Any) -> Result:
        url = {"PREMIERECTL_TVMAZE_URL": service.url}
        return run("catalogue", "refresh", *words, env=url, **variables)

    return refresh


def live(home: Path) -> dict[str, Any]:
    """The live layer's shows by id."""
    store = stored(home)
    return {entry.head.id: msgspec.json.decode(entry.written) for entry in store.entries}


def stored(home: Path) -> LiveStore:
    """The live store, of which nobody complains."""
    store = opened(home / "state" / "live.sqlite", pytest.fail)
    assert store is not None
    return store


def test_a_new_user_refreshes_finds_a_show_watches_it_and_is_told_when_it_moves(
    run: Run, refresh: Refresh, service: Service
) -> None:
    first = refresh()
    assert (first.code, first.out) == (0, "")
    assert first.err == (
        "premierectl: asking 127.0.0.1 what is coming\n"
        "premierectl: 2 shows from TVmaze (CC BY-SA); "
        "1 change beyond your watchlist, see: premierectl changes --all\n"
    )
    assert run("search", "auro").out == "aurora\tAurora\ttitle\tAurora\tno\n"
    assert run("watchlist", "add", "aurora").code == 0
    assert run("next").out == "2027-01-07\n"
    service.answers[SCHEDULE] = [row(AURORA, 2, 1, "2027-01-28"), row(PITT, 3, 1, "2027-01-14")]
    service.answers["/shows/1" + EMBEDDED] = {**AURORA, "_embedded": {}}
    later: dict[str, Any] = {"PREMIERECTL_NOW": "2026-11-25"}
    second = refresh(**later)
    assert second.code == 0
    assert "moved from 7 January 2027 to 28 January 2027, 21 days later" in second.out
    assert run("next", **later).out == "2027-01-28\n"
    told = run("changes", **later)
    assert told.code == 0
    assert "21 days later" in told.out


def test_the_layer_holds_what_was_listed_under_the_ids_that_are_known(
    refresh: Refresh, home: Path
) -> None:
    refresh()
    shows = live(home)
    assert list(shows) == ["aurora", "the-pitt"]
    assert shows["the-pitt"]["ids"] == {"tvmaze": 2, "imdb": "tt31938062"}
    (season,) = shows["aurora"]["seasons"]
    assert season["premiere"] == "2027-01-07"
    assert [each["date"] for each in season["episode_list"]] == ["2027-01-07", "2027-01-14"]
    store = stored(home)
    assert store.as_of == date(2026, 11, 23)
    assert str(store.about("licence", str)).startswith("CC BY-SA; data: TVmaze")


def test_the_layer_has_no_problems(run: Run, refresh: Refresh) -> None:
    refresh()
    assert run("catalogue", "check").code == 0


def test_a_dry_run_says_what_would_change_and_writes_nothing(
    run: Run, refresh: Refresh, home: Path
) -> None:
    run("watchlist", "add", "pitt")
    before = sorted(home.rglob("*"))
    result = refresh("--dry-run")
    assert result.code == 0
    assert "The Pitt season 3" in result.out
    assert result.err.endswith("2 shows from TVmaze (CC BY-SA); nothing was written\n")
    assert [path for path in sorted(home.rglob("*")) if path not in before] == [
        home / "state" / "locks" / "live.lock"
    ]


def test_watched_shows_are_asked_for_their_seasons_and_their_cast(
    run: Run, refresh: Refresh, service: Service, home: Path
) -> None:
    service.answers["/shows/1" + EMBEDDED] = {
        **AURORA,
        "_embedded": {
            "seasons": [listed_season(1, "2025-01-09", endDate="2025-03-01"), listed_season(3)],
            "cast": [{"person": {"name": "Ann"}, "character": {"name": "Nora"}, "self": False}],
        },
    }
    run("watchlist", "add", "tvmaze:1")
    assert refresh().code == 0
    assert service.calls == [SCHEDULE, "/shows/1" + EMBEDDED]
    seasons = live(home)["aurora"]["seasons"]
    assert [(each["number"], each.get("premiere")) for each in seasons] == [
        (1, "2025-01-09"), (2, "2027-01-07"), (3, None),
    ]  # fmt: skip
    assert run("cast", "aurora").out == "Ann\tNora\tmain\t\t\n"
    assert run("cast", "aurora:s2", terminal=True).out.startswith("Aurora: of the whole show\n")
    none = run("cast", "aurora", "--new")
    assert (none.code, none.err) == (
        1, "premierectl: it is not known who in the cast of Aurora is new\n"
    )  # fmt: skip
    told = "cast\t\t1 person of the whole show, see: premierectl cast aurora"
    assert told in run("show", "aurora").out.splitlines()
    assert run("search", "nora", "--in", "all").code == 0
    assert run("changes").code == 1
    assert run("next").out == "2027-01-07\n"


def test_a_watched_show_without_a_number_is_looked_up_by_its_title(
    run: Run, refresh: Refresh, service: Service, home: Path
) -> None:
    run("watchlist", "add", "star-city")
    star_city = listed_show(
        9,
        "Star City",
        premiered="2026-05-29",
        webChannel={"id": 2, "name": "Apple TV", "country": None},
    )
    other = listed_show(8, "Star City", webChannel=None)
    found = [{"score": 1, "show": other}, {"score": 0.9, "show": star_city}]
    service.answers["/search/shows?q=Star+City"] = found
    service.answers["/shows/9" + EMBEDDED] = {
        **star_city, "_embedded": {"seasons": [listed_season(3, "2027-02-05")]},
    }  # fmt: skip
    result = refresh("star-city")
    assert result.code == 0
    assert run("next").out == "2027-02-05\n"
    assert live(home)["star-city"]["ids"] == {"tvmaze": 9}
    assert SCHEDULE not in service.calls


def test_a_watched_show_by_another_services_number_is_looked_up(
    run: Run, refresh: Refresh, service: Service
) -> None:
    run("watchlist", "add", "imdb:tt7")
    aurora = {**AURORA, "externals": {"imdb": "tt7"}}
    service.answers["/lookup/shows?imdb=tt7"] = "/shows/1"
    service.answers["/shows/1"] = aurora
    service.answers["/shows/1" + EMBEDDED] = {
        **aurora, "_embedded": {"seasons": [listed_season(2, "2027-02-05")]},
    }  # fmt: skip
    service.answers[SCHEDULE] = COMING[2:]
    assert refresh().code == 0
    assert run("next").out == "2027-02-05\n"


def test_what_the_service_does_not_know_is_said_and_stays(
    run: Run, refresh: Refresh, home: Path
) -> None:
    run("watchlist", "add", "silo", "tvmaze:77", "imdb:tt9")
    result = refresh()
    assert result.code == 0
    for words in ("silo", "tvmaze:77", "imdb:tt9"):
        assert f"premierectl: TVmaze does not know {words}; it stays as it was\n" in result.err
    assert [line.split("\t")[0] for line in run("watchlist", "list").out.splitlines()][-2:] != []
    assert "tvmaze:77" in (home / "data" / "watchlist.json").read_text()


def test_a_second_refresh_within_half_a_day_fetches_nothing(
    refresh: Refresh, service: Service
) -> None:
    service.headers = {"Cache-Control": "public, max-age=3600"}
    refresh()
    again = refresh(PREMIERECTL_NOW="2026-11-23T11:59")
    assert again.err.endswith("premierectl: nothing was asked: the last answers are still fresh\n")
    assert len(service.calls) == 1
    refresh(PREMIERECTL_NOW="2026-11-23T12:01")
    assert len(service.calls) == 2
    refresh("--force", PREMIERECTL_NOW="2026-11-23T12:02")
    assert len(service.calls) == 3


def test_a_show_that_could_not_be_told_is_not_looked_for_again_within_the_hour(
    run: Run, refresh: Refresh, service: Service
) -> None:
    service.headers = {"Cache-Control": "max-age=3600"}
    service.answers["/search/shows?q=Star+City"] = []
    run("watchlist", "add", "star-city")
    refresh()
    again = refresh()
    assert "TVmaze does not know star-city; it stays as it was" in again.err
    assert again.err.endswith("nothing was asked: the last answers are still fresh\n")
    assert len(service.calls) == 2


def test_an_unchanged_answer_leaves_the_shows_and_says_it_was_asked_today(
    refresh: Refresh, home: Path
) -> None:
    refresh()
    shows = live(home)
    result = refresh(PREMIERECTL_NOW="2026-12-01")
    assert result.code == 0
    assert live(home) == shows
    assert stored(home).as_of == date(2026, 12, 1)


def test_other_settings_ask_anew(refresh: Refresh, service: Service, home: Path) -> None:
    service.headers = {"Cache-Control": "public, max-age=3600"}
    refresh()
    result = refresh("--networks", "HBO Max, Hulu ,", "--types", "Scripted")
    assert len(service.calls) == 2
    assert list(live(home)) == ["aurora", "the-pitt"]
    refresh("--networks", "HBO Max")
    assert list(live(home)) == ["the-pitt"]
    assert result.code == 0


def test_the_settings_choose_and_watched_shows_are_always_kept(
    run: Run, refresh: Refresh, home: Path, write: Write, service: Service
) -> None:
    write("config/config.toml", 'networks = ["Netflix"]\nleast_popularity = 10\n')
    netflix = {"id": 3, "name": "Netflix", "country": None}
    unpopular = listed_show(3, "Dusk", weight=9, webChannel=netflix)
    service.answers[SCHEDULE] = [*COMING, row(unpopular, 1, 1, "2027-01-14")]
    refresh()
    assert list(live(home)) == []
    run("watchlist", "add", "tvmaze:2")
    service.answers["/shows/2" + EMBEDDED] = {**PITT, "_embedded": {}}
    refresh()
    assert list(live(home)) == ["the-pitt"]
    assert run("next").code == 1
    service.answers[SCHEDULE] = [*COMING[1:], row(unpopular, 1, 1, "2027-01-14")]
    refresh(PREMIERECTL_NOW="2026-11-24")
    assert run("next").out == "2027-01-14\n"
    assert list(live(home)) == ["the-pitt"]


def test_what_the_service_no_longer_lists_goes(
    refresh: Refresh, service: Service, home: Path
) -> None:
    refresh()
    service.answers[SCHEDULE] = COMING[:2]
    refresh(PREMIERECTL_NOW="2026-11-24")
    assert list(live(home)) == ["aurora"]


def test_the_own_layer_wins_over_what_is_fetched(run: Run, refresh: Refresh) -> None:
    run("catalogue", "add", "pitt", "--season", "3", "--premiere", "2027-02-01")
    refresh()
    assert run("next", "pitt").out == "2027-02-01\n"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (500, "answered 500 after 4 tries"),
        (b"<html>", "sent a page instead of data"),
        (b"[{", "sent an answer that cannot be read"),
        (b"{}", "sent an answer that cannot be read"),
    ],
)
def test_a_service_that_fails_leaves_the_layer_as_it_was(
    refresh: Refresh, service: Service, home: Path, said: Any, words: str
) -> None:
    refresh()
    path = home / "state" / "live.sqlite"
    before = path.read_bytes()
    service.answers[SCHEDULE] = said
    result = refresh("--force")
    assert (result.code, result.out) == (69, "")
    assert words in result.err
    assert "the catalogue is unchanged" in result.err
    assert path.read_bytes() == before


def test_a_service_that_is_not_there_is_said(run: Run, home: Path) -> None:
    url = {"PREMIERECTL_TVMAZE_URL": "http://127.0.0.1:9"}
    result = run("catalogue", "refresh", env=url)
    assert result.code == 69
    assert "127.0.0.1 could not be reached: connection refused" in result.err
    assert not home.exists()


def test_plain_http_goes_nowhere_but_to_this_computer(run: Run) -> None:
    url = {"PREMIERECTL_TVMAZE_URL": "http://tvmaze.example"}
    result = run("catalogue", "refresh", env=url)
    assert result.code == 2
    assert "write an address that begins with https://" in result.err


def test_a_broken_layer_is_never_written_over(
    refresh: Refresh, write: Write, service: Service
) -> None:
    path = write("data/catalogue.json", b"{")
    result = refresh()
    assert result.code == 65
    assert path.read_bytes() == b"{"


def test_where_earlier_changes_cannot_be_taken_over_the_layer_is_fresh_all_the_same(
    refresh: Refresh, write: Write, home: Path
) -> None:
    path = write("state/changes.json", b"{")
    result = refresh()
    assert result.code == 0
    assert f"premierectl: earlier changes were not carried over: {path}:1:2: " in result.err
    assert path.read_bytes() == b"{"
    assert list(live(home)) == ["aurora", "the-pitt"]
    assert len(stored(home).refreshes()) == 1


def test_a_newer_layer_is_never_written_over(refresh: Refresh, write: Write) -> None:
    path = write("data/catalogue.json", {"format": 2, "shows": []})
    before = path.read_bytes()
    result = refresh()
    assert (result.code, path.read_bytes()) == (65, before)
    assert "has format 2" in result.err


def test_while_another_refresh_writes_this_one_waits_and_gives_up(
    refresh: Refresh, hold: Hold, home: Path
) -> None:
    hold(home / "state" / "locks" / "live.lock")
    result = refresh(PREMIERECTL_LOCK_SECONDS="0.1")
    assert result.code == 75
    assert not (home / "state" / "live.sqlite").exists()


def test_on_a_full_disk_the_old_layer_stays(
    refresh: Refresh, service: Service, small_disk: Path
) -> None:
    refresh()
    path = small_disk / "state" / "live.sqlite"
    before = path.read_bytes()
    many = [
        row(listed_show(n, f"Show {n}", summary="x" * 900), 1, 1, "2027-01-07") for n in range(99)
    ]
    service.answers[SCHEDULE] = many
    result = refresh("--force")
    assert result.code == 74
    assert path.read_bytes() == before


def test_what_cannot_be_used_is_counted_and_named_when_asked(
    refresh: Refresh, service: Service
) -> None:
    service.answers[SCHEDULE] = [*COMING, 7, {"_embedded": {"show": {"id": "x"}}}]
    counted = "premierectl: 2 parts of TVmaze's answers could not be used; --verbose names them\n"
    assert counted in refresh("--force").err
    service.answers[SCHEDULE] = [*COMING, 7]
    named = "premierectl: left out: [3]._embedded.show.id: is not the number of a show\n"
    assert named in refresh("--verbose", "--force").err


def test_an_entry_that_no_command_could_read_goes_with_a_word(
    refresh: Refresh, write: Write, home: Path
) -> None:
    shows = [{"id": "odd", "title": "Odd", "year": "x", "ids": 7}]
    write("data/catalogue.json", {"format": 1, "shows": shows})
    result = refresh("--verbose")
    assert "premierectl: left out: odd: no command could read it\n" in result.err
    assert list(live(home)) == ["aurora", "the-pitt"]


@pytest.mark.parametrize("content", [b"[]", {"format": "1"}, {"format": 1, "shows": [7]}])
def test_a_layer_that_is_none_is_never_written_over(
    refresh: Refresh, write: Write, content: Any
) -> None:
    path = write("data/catalogue.json", content)
    before = path.read_bytes()
    result = refresh()
    assert (result.code, path.read_bytes()) == (65, before)


def test_a_show_by_its_number_alone_is_fetched_and_is_fresh_for_a_while(
    run: Run, refresh: Refresh, service: Service
) -> None:
    service.headers = {"Cache-Control": "max-age=3600"}
    service.answers["/shows/1" + EMBEDDED] = {
        **AURORA, "_embedded": {"seasons": [listed_season(2, "2027-02-05")]},
    }  # fmt: skip
    assert refresh("tvmaze:1").code == 0
    assert run("next", "aurora").out == "2027-02-05\n"
    again = refresh("aurora")
    assert again.err.endswith("nothing was asked: the last answers are still fresh\n")
    assert len(service.calls) == 1


def test_a_watched_show_that_the_service_has_no_more_stays(
    run: Run, refresh: Refresh, service: Service, home: Path
) -> None:
    refresh()
    run("watchlist", "add", "aurora")
    service.answers[SCHEDULE] = COMING[2:]
    result = refresh()
    assert "premierectl: TVmaze does not know aurora; it stays as it was\n" in result.err
    assert list(live(home)) == ["aurora", "the-pitt"]


def test_on_a_terminal_a_bar_shows_what_comes(run: Run, service: Service) -> None:
    url = {"PREMIERECTL_TVMAZE_URL": service.url}
    result = run("catalogue", "refresh", env=url, terminal=True)
    assert result.code == 0
    assert "2 shows from TVmaze (CC BY-SA)" in result.err
    assert "asking 127.0.0.1 what is coming" not in result.err


def test_a_show_that_nothing_knows_cannot_be_refreshed(refresh: Refresh) -> None:
    result = refresh("zzzz")
    assert (result.code, result.err) == (1, "premierectl: no show is called 'zzzz'\n")


def test_search_asks_the_service_only_when_told_to(
    run: Run, refresh: Refresh, service: Service
) -> None:
    refresh()
    calls = len(service.calls)
    url = {"PREMIERECTL_TVMAZE_URL": service.url}
    aurora_2 = listed_show(5, "Aurora Teagarden", premiered="2015-01-01")
    service.answers["/search/shows?q=auro"] = [
        {"score": 1, "show": AURORA}, {"score": 0.5, "show": aurora_2},
    ]  # fmt: skip
    assert run("search", "auro", env=url).out == "aurora\tAurora\ttitle\tAurora\tno\n"
    assert len(service.calls) == calls
    assert run("search", "auro", "--online", env=url).out == (
        "aurora\tAurora\ttitle\tAurora\tno\n"
        "tvmaze:5\tAurora Teagarden\tTVmaze\t2015, Hulu, United States\tno\n"
    )
    assert run("search", "auro", "--online", "--limit", "1", env=url).out.count("\n") == 2
    assert run("search", "auro", "--online", "--plain", env=url).out == (
        "Aurora, id aurora.\nAurora Teagarden, id tvmaze:5, TVmaze: 2015, Hulu, United States.\n"
    )
    shown = run("search", "auro", "--online", env=url, terminal=True).out
    assert [line.rstrip() for line in shown.splitlines()] == [
        "Show              From                       Found in  Id",
        "Aurora            2025, Hulu, United States            aurora",
        "Aurora Teagarden  2015, Hulu, United States  TVmaze    tvmaze:5",
    ]


def test_search_online_with_nothing_found_says_where_it_looked(run: Run, service: Service) -> None:
    url = {"PREMIERECTL_TVMAZE_URL": service.url}
    service.answers["/search/shows?q=zzzzzz"] = []
    result = run("search", "zzzzzz", "--online", env=url)
    assert (result.code, result.err) == (
        1,
        "premierectl: nothing matches 'zzzzzz'\n",
    )
    offline = run("search", "zzzzzz")
    assert offline.err == ("premierectl: nothing matches 'zzzzzz'; --online asks TVmaze\n")


def test_a_show_is_followed_by_its_number_before_the_catalogue_has_it(
    run: Run, refresh: Refresh
) -> None:
    result = run("watchlist", "add", "tvmaze:1", terminal=True)
    assert result.out == (
        "tvmaze:1 is followed now; the next refresh looks for it: premierectl catalogue refresh\n"
    )
    assert run("countdown").err.startswith(
        "premierectl: followed but not in the catalogue here yet: tvmaze:1; "
        "the next refresh will look for it\n"
    )
    refresh()
    assert run("next").out == "2027-01-07\n"
    assert run("watchlist", "add", "aurora", terminal=True).out == "Aurora is followed already\n"
    assert run("watchlist", "remove", "aurora").code == 0
    assert run("next").code == 1


def test_a_number_is_asked_for_at_once_with_online(run: Run, service: Service) -> None:
    url = {"PREMIERECTL_TVMAZE_URL": service.url}
    service.answers["/shows/1" + EMBEDDED] = {
        **AURORA, "_embedded": {"seasons": [listed_season(2, "2027-02-05")]},
    }  # fmt: skip
    result = run("watchlist", "add", "-", "--online", env=url, stdin="tvmaze:1\ntvmaze:404\n")
    assert result.code == 1
    assert result.out == "added\taurora\t\ttvmaze:1\nrefused\t\t\ttvmaze:404\n"
    assert result.err.endswith(
        "premierectl: TVmaze does not know tvmaze:404\npremierectl: 1 followed, 1 refused\n"
    )
    assert run("next").out == "2027-02-05\n"
    calls = len(service.calls)
    assert (
        run("watchlist", "add", "tvmaze:1", "--online", env=url).out
        == "already followed\taurora\t\n"
    )
    assert len(service.calls) == calls


def test_the_credit_stands_where_the_data_is_shown(run: Run, refresh: Refresh) -> None:
    refresh()
    page = run("show", "aurora").out
    credit = "data: TVmaze, CC BY-SA, https://www.tvmaze.com/shows/1/aurora"
    assert f"source\t\t{credit}, checked on 23 November 2026\n" in page
    (item,) = json.loads(run("countdown", "aurora", "--json").out)["items"]
    assert item["credit"] == credit
    assert credit in run("export", "csv", "aurora").out
    ics = run("export", "ics", "aurora").out
    assert "data: TVmaze\\, CC BY-SA" in ics.replace("\r\n ", "")


def test_a_refresh_of_one_show_makes_no_other_younger(
    run: Run, refresh: Refresh, service: Service
) -> None:
    def as_of() -> object:
        return json.loads(run("countdown", "--all", "--json").out)["catalogue_as_of"]

    service.answers["/shows/1" + EMBEDDED] = AURORA
    assert refresh("tvmaze:1").code == 0
    assert as_of() == "2026-09-21"
    refresh()
    assert as_of() == "2026-11-23"
    refresh("tvmaze:1", "--now", "2026-12-24")
    assert as_of() == "2026-11-23"


def test_other_filters_make_no_news(run: Run, refresh: Refresh, service: Service) -> None:
    refresh()
    seen = run("changes", "--all").out
    assert refresh("--networks", "HBO Max", "--now", "2026-11-25").code == 0
    assert run("changes", "--all").out in ("", seen)
    refresh("--now", "2026-11-26")
    assert run("changes", "--all").out in ("", seen)
    service.answers[SCHEDULE] = COMING[2:]
    refresh("--now", "2026-11-27")
    assert "withdrawn" in run("changes", "--all").out


def test_where_the_watchlist_cannot_be_read_nothing_is_forgotten(
    run: Run, refresh: Refresh, service: Service, write: Write
) -> None:
    refresh()
    service.answers[SCHEDULE] = COMING[2:]
    refresh("--now", "2026-11-27")
    write("data/watchlist.json", "{")
    service.answers["/shows/1" + EMBEDDED] = AURORA
    assert refresh("tvmaze:1", "--now", "2027-03-01").code in (0, 65)
    assert "withdrawn" in run("changes", "--all", "--since", "2026-11-01").out


def test_a_show_that_was_just_followed_is_no_news_and_what_comes_later_is(
    run: Run, refresh: Refresh, service: Service
) -> None:
    refresh()
    run("watchlist", "add", "aurora")
    path = "/shows/1" + EMBEDDED
    rows = [
        listed_season(1, "2025-01-09", endDate="2025-03-01"),
        listed_season(2, "2027-01-07"),
        listed_season(3),
    ]
    cast = [{"person": {"name": "Ann"}, "character": None}]
    service.answers[path] = {**AURORA, "_embedded": {"seasons": rows, "cast": cast}}
    refresh("--now", "2026-11-24T06:00Z")
    assert run("changes").code == 1
    rows = [*rows[:2], listed_season(3, "2028-01-06")]
    service.answers[path] = {**AURORA, "_embedded": {"seasons": rows, "cast": [*cast, *cast]}}
    service.answers["/updates/shows?since=month"] = {"1": 1_796_000_000}
    refresh("--now", "2026-11-25T06:00Z")
    assert run("changes").out.split("\t")[-1] == "Aurora season 3: dated, 6 January 2028\n"
    refresh("--now", "2026-11-26T06:00Z")
    assert run("changes").code == 1
    service.answers[path] = {**AURORA, "_embedded": {"seasons": rows[:2]}}
    service.answers["/updates/shows?since=week"] = {"1": 1_796_000_000}
    refresh("--now", "2026-11-27T06:00Z")
    told = "Aurora season 3: withdrawn, was 6 January 2028\n"
    assert run("changes").out.split("\t")[-1] == told
