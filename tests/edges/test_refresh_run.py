"""A refresh on a clock of its own: in which order it asks, what it keeps, and where it goes on."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from premierectl.catalogue.catalogue import Catalogue
from premierectl.errors import UnavailableError
from premierectl.paths import Paths, find_paths
from premierectl.refresh.gather import AskedShow, Request
from premierectl.refresh.run import Refreshed, RunLimits, bring_up_to_date
from premierectl.sources.http.pace import Waiting
from premierectl.sources.source import Choice
from premierectl.sources.tvmaze.service import TVmaze
from premierectl.storage import files
from premierectl.storage.layer_files import load_layers
from premierectl.storage.live_store import opened
from premierectl.storage.watchlist import load_watchlist
from premierectl.watchlist import Watchlist
from tests.tvmaze_service import TVmazeState, tvmaze_state

START = datetime(2026, 11, 23, 6, tzinfo=UTC)
EMBEDS = "?embed%5B%5D=seasons&embed%5B%5D=episodes&embed%5B%5D=nextepisode&embed%5B%5D=cast"


class Machine:
    """Files in a folder, and time that passes by waiting alone."""

    def __init__(self, folder: Path) -> None:
        self.paths: Paths = find_paths({"PREMIERECTL_HOME": str(folder)})
        self.environment: dict[str, str] = {}
        self.seconds = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds

    def watchlist(self) -> Watchlist:
        return load_watchlist(self.paths.watchlist)

    def locked(self, path: Path) -> AbstractContextManager[None]:
        return files.locked(self.paths.lock(path), 1)

    def shows(self) -> dict[int, dict[str, Any]]:
        """What is kept, by number."""
        store = opened(self.paths.live_store, pytest.fail)
        assert store is not None
        written = (msgspec.json.decode(entry.written) for entry in store.entries)
        return {show["ids"]["tvmaze"]: show for show in written}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "home")


@pytest.fixture
def service() -> Iterator[TVmazeState]:
    with tvmaze_state() as server:
        yield server


Refresh = Callable[..., Refreshed]


@pytest.fixture
def refresh(machine: Machine, service: TVmazeState) -> Refresh:
    """Refresh what is coming and the shows of these words: ``refresh("tvmaze:1", minutes=1)``."""

    def refresh(*words: str, **limits: Any) -> Refreshed:
        force = limits.pop("force", False)
        layers = load_layers([("live", machine.paths.live_store)], pytest.fail)
        catalogue = Catalogue(layers)
        subjects = [_subject(catalogue, each) for each in words]
        numbers = frozenset(
            n for each in subjects if isinstance(n := each.numbers.get("tvmaze"), int)
        )
        others = (each.numbers.items() for each in subjects if "tvmaze" not in each.numbers)
        wanted = frozenset(pair for pairs in others for pair in pairs)
        choice = Choice(followed=numbers, wanted=wanted)
        request = Request(
            TVmaze(), service.url, choice, machine.now().date(), subjects, force=force
        )
        clock = Waiting(lambda: machine.seconds, machine.wait)
        return bring_up_to_date(machine, catalogue, request, RunLimits(clock=clock, **limits))

    return refresh


def _subject(catalogue: Catalogue, words: str) -> AskedShow:
    known = catalogue.canonical(words)
    show = catalogue.get(known).show if known else None
    if show is not None:
        return AskedShow(words, msgspec.to_builtins(show.ids))
    service, _, number = words.partition(":")
    return AskedShow(words, {service: number if service == "imdb" else int(number)})


def test_one_call_a_show_on_one_connection(refresh: Refresh, service: TVmazeState) -> None:
    service.add(1, "2026-12-01", "2026-12-08")
    service.add(2, "2026-12-02")
    refresh("tvmaze:2", "tvmaze:1")
    assert service.calls == ["/schedule/full", f"/shows/2{EMBEDS}", f"/shows/1{EMBEDS}"]
    assert service.connections == 1


def test_what_is_coming_is_asked_for_twice_a_day_at_most(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    service.add(1, "2026-12-01")
    refresh()
    machine.wait(11.9 * 3600)
    assert refresh().gathered.asked is False
    machine.wait(0.2 * 3600)
    refresh()
    refresh(force=True)
    assert service.calls == ["/schedule/full"] * 3


def test_the_next_day_only_what_changed_is_asked_for(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    words = [f"tvmaze:{number}" for number in range(1, 6)]
    for number in range(1, 6):
        service.add(number, "2026-12-01")
    refresh(*words)
    machine.wait(86_400)
    service.updated = {3: int(machine.now().timestamp()) - 60, 99: 2_000_000_000, 4: 7}
    service.calls.clear()
    refresh(*words)
    assert service.calls == ["/schedule/full", "/updates/shows?since=month", f"/shows/3{EMBEDS}"]
    machine.wait(3_600)
    service.calls.clear()
    refresh(*words)
    assert service.calls == ["/updates/shows?since=day"]
    machine.wait(31 * 86_400)
    service.calls.clear()
    refresh(*words)
    assert service.asked_shows == [1, 2, 4, 5, 3]


def test_seven_hundred_shows_of_unknown_numbers_take_two_runs_at_most(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    words = [f"imdb:tt{number}" for number in range(1, 701)]
    for number in range(1, 701):
        days = ["2026-12-01"] if number == 1 else ["2025-12-01"]
        service.add(number, *days, externals={"imdb": f"tt{number}", "thetvdb": None})
    first = refresh(*words)
    assert 0 < first.left < 150
    assert machine.seconds <= 600
    assert "/lookup/shows?imdb=tt1" not in service.calls
    began = machine.seconds
    second = refresh(*words)
    assert (second.left, second.failures, second.gathered.missing) == (0, (), ())
    assert machine.seconds - began <= 600
    assert set(machine.shows()) == set(range(1, 701))
    assert sorted(service.asked_shows) == list(range(1, 701))
    assert len(service.calls) == len(set(service.calls))
    assert service.calls.count("/schedule/full") == 1


def test_of_five_thousand_shows_each_run_asks_for_others(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    words = [f"tvmaze:{number}" for number in range(1, 5_001)]
    service.add(1, "2026-12-01")
    for number in range(2, 5_001):
        service.add(number)
    assert refresh(*words, minutes=1).left == 5_000 - len(service.asked_shows)
    first = list(service.asked_shows)
    assert len(first) > 110
    assert refresh(*words, minutes=1).left == 5_000 - len(service.asked_shows)
    assert len(service.asked_shows) > 220
    assert len(set(service.asked_shows)) == len(service.asked_shows)
    assert set(machine.shows()) >= set(service.asked_shows)


def test_a_run_that_has_no_more_time_goes_on_there_the_next_time(
    refresh: Refresh, service: TVmazeState
) -> None:
    words = [f"tvmaze:{number}" for number in range(1, 31)]
    for number in range(1, 31):
        service.add(number, "2026-12-01")
    assert refresh(*words, minutes=0.1).left == 19
    assert service.asked_shows == list(range(1, 12))
    assert refresh(*words, minutes=0.1).left == 8
    assert refresh(*words, minutes=0.1).left == 0
    assert service.asked_shows == list(range(1, 31))


@pytest.mark.parametrize(
    "spoilt", [500, b"{}", b"[]", b'{"name": "Not Found", "status": 404}', b"x"]
)
def test_a_show_that_cannot_be_had_takes_no_other_down(
    refresh: Refresh, service: TVmazeState, machine: Machine, spoilt: int | bytes
) -> None:
    for number in (1, 2, 3):
        service.add(number, "2026-12-01")
    refresh("tvmaze:1", "tvmaze:2", "tvmaze:3")
    stood = machine.shows()[2]["seasons"]
    machine.wait(31 * 86_400)
    service.spoilt["/shows/2"] = spoilt
    service.today = "2026-12-01"
    result = refresh("tvmaze:1", "tvmaze:2", "tvmaze:3")
    assert [failure.words for failure in result.failures] == ["tvmaze:2"]
    assert machine.shows()[2]["seasons"][0]["premiere"] == stood[0]["premiere"]
    service.calls.clear()
    del service.spoilt["/shows/2"]
    assert refresh("tvmaze:1", "tvmaze:2", "tvmaze:3").failures == ()
    assert service.asked_shows == [2]


def test_a_show_that_answers_slowly_takes_no_other_down(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    for number in (1, 2, 3):
        service.add(number, "2026-12-01")
    service.slow["/shows/1"] = lambda: machine.wait(130)
    service.stalled = {"/shows/1"}
    result = refresh("tvmaze:1", "tvmaze:2", "tvmaze:3")
    assert [(each.words, each.error.reason) for each in result.failures] == [
        ("tvmaze:1", "needs more than the 120 s that an answer may take")
    ]
    assert service.asked_shows == [1, 2, 3]
    service.slow, service.stalled = {}, set()
    refresh("tvmaze:1", "tvmaze:2", "tvmaze:3")
    assert service.asked_shows == [1, 2, 3, 1]


def test_a_show_that_is_not_there_is_missing_and_asked_for_again_an_hour_later(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    service.add(1, "2026-12-01")
    for _ in range(2):
        assert refresh("tvmaze:77", "imdb:tt9").gathered.missing == ("tvmaze:77", "imdb:tt9")
    assert service.calls == ["/schedule/full", f"/shows/77{EMBEDS}", "/lookup/shows?imdb=tt9"]
    machine.wait(3_601)
    refresh("tvmaze:77", "imdb:tt9")
    assert len(service.calls) == 5


def test_what_no_service_can_look_up_is_told(refresh: Refresh, service: TVmazeState) -> None:
    service.add(1, "2026-12-01")
    assert refresh("tmdb:5", "trakt:6").unresolvable == ("tmdb:5", "trakt:6")
    assert service.calls == ["/schedule/full"]


def test_a_show_that_was_merged_is_told_and_not_asked_for_again(
    refresh: Refresh, service: TVmazeState
) -> None:
    service.add(5, "2026-12-01")
    service.merged = {1: 5}
    assert refresh("tvmaze:1").gathered.merged == {1: 5}
    service.calls.clear()
    refresh("tvmaze:1")
    assert service.asked_shows == []


def test_a_show_that_went_is_gone(refresh: Refresh, service: TVmazeState, machine: Machine) -> None:
    service.add(1, "2026-12-01")
    service.add(2, "2026-12-01")
    refresh("tvmaze:1")
    machine.wait(31 * 86_400)
    service.today = "2026-11-30"
    del service.shows[1]
    result = refresh("tvmaze:1")
    assert result.gathered.gone == frozenset({1})
    assert result.gathered.missing == ("tvmaze:1",)
    assert 1 in machine.shows()


def test_a_service_that_wants_no_more_calls_is_left_alone(
    refresh: Refresh, service: TVmazeState
) -> None:
    for number in (1, 2, 3):
        service.add(number, "2026-12-01")
    service.spoilt["/shows/2"] = 429
    result = refresh("tvmaze:1", "tvmaze:2", "tvmaze:3")
    assert (result.left, service.asked_shows) == (2, [1, 2, 2, 2, 2])


def test_what_came_is_kept_every_few_seconds(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    kept = []
    for number in range(1, 51):
        service.add(number, "2026-12-01")

    def look() -> None:
        store = machine.paths.live_store
        kept.append(store.exists() and b'"Show 20"' in store.read_bytes())

    service.slow = {"/shows/10": look, "/shows/42": look}
    refresh(*(f"tvmaze:{number}" for number in range(1, 51)))
    assert kept == [False, True]


def test_an_interrupt_keeps_what_came(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    for number in range(1, 6):
        service.add(number, "2025-12-01")
    service.add(9, "2026-12-01")

    def told(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    words = [f"tvmaze:{number}" for number in range(1, 6)]
    result = refresh(*words, shows=told)
    assert (result.interrupted, result.left) == (True, 2)
    assert set(machine.shows()) == {1, 2, 3, 9}
    assert refresh(*words).left == 0
    assert service.asked_shows == [1, 2, 3, 4, 5]


def test_two_halves_make_the_same_as_one_whole(
    refresh: Refresh, service: TVmazeState, machine: Machine, tmp_path: Path
) -> None:
    for number in range(1, 6):
        service.add(number, "2026-11-01", "2026-12-01", season=2)
        service.seasons[number] = [{"number": 3}, {"number": 2, "premiereDate": "2026-11-01"}]
    words = [f"tvmaze:{number}" for number in range(1, 6)]
    refresh(*words, minutes=0.05)
    refresh(*words)
    halves = machine.shows()
    machine.paths = find_paths({"PREMIERECTL_HOME": str(tmp_path / "other")})
    machine.seconds = 0
    refresh(*words)
    assert machine.shows() == halves
    machine.wait(43_201)
    refresh(*words)
    for show in halves.values():
        for season in show["seasons"]:
            assert {"premiere", "status"} & set(season)
    assert [each["number"] for each in machine.shows()[1]["seasons"]] == [2, 3]


def test_specials_are_in_the_schedule_alone_and_stay_until_they_are_not(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    service.add(1, "2026-12-01")
    service.specials[1] = [
        {"name": "Christmas", "season": 1, "number": None, "type": "significant_special",
         "airdate": "2026-12-25", "airtime": "", "airstamp": None},
    ]  # fmt: skip
    refresh("tvmaze:1")
    names = [each.get("name") for each in machine.shows()[1]["seasons"]]
    assert names == [None, "Christmas"]
    machine.wait(3_601)
    service.updated[1] = 2_000_000_000
    refresh("tvmaze:1")
    assert service.asked_shows == [1, 1]
    assert machine.shows()[1]["seasons"][-1]["name"] == "Christmas"
    service.specials.clear()
    machine.wait(43_200)
    refresh("tvmaze:1")
    assert [each.get("name") for each in machine.shows()[1]["seasons"]] == [None]


def test_a_show_that_outlasts_the_run_is_left(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    for number in (1, 2, 3):
        service.add(number, "2026-12-01")
    service.slow["/shows/2"] = lambda: machine.wait(700)
    service.stalled = {"/shows/2"}
    result = refresh("tvmaze:1", "tvmaze:2", "tvmaze:3")
    assert (result.left, result.failures) == (2, ())


def test_what_is_fresh_is_not_asked_for(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    service.headers = {"Cache-Control": "max-age=86400"}
    service.add(1, "2026-12-01")
    refresh("tvmaze:1")
    refresh("tvmaze:1")
    machine.wait(50_000)
    service.calls.clear()
    refresh("tvmaze:1")
    refresh("tvmaze:1")
    assert service.calls == ["/updates/shows?since=day"]


def test_nothing_at_all_is_an_error(
    refresh: Refresh, service: TVmazeState, machine: Machine
) -> None:
    service.spoilt = {"/schedule/full": 500, "/shows/1": b"{}"}
    service.add(1, "2026-12-01")
    with pytest.raises(UnavailableError, match="answered 500 after 4 tries"):
        refresh("tvmaze:1")
    service.spoilt.pop("/shows/1")
    assert [each.words for each in refresh("tvmaze:1").failures] == ["the schedule"]
    assert set(machine.shows()) == {1}
