"""The live layer: ids that stay, what is over stays, what moved is remembered."""

from datetime import date
from typing import Any

import pytest

from premierectl.catalogue.service_numbers import external_number
from premierectl.dates import PartialDate
from premierectl.refresh.departures import Departures
from premierectl.refresh.identity import KnownShow, is_alike
from premierectl.refresh.reconcile import Origin, live_shows
from tests.make import show

TODAY = date(2026, 11, 24)
ORIGIN = Origin("TVmaze", "CC BY-SA", TODAY)
CHECKED = {"title": "TVmaze", "licence": "CC BY-SA", "checked": "2026-11-24"}


def entry(number: int = 1, title: str = "Aurora", **fields: Any) -> dict[str, Any]:
    """What a service lists of a show."""
    return {"title": title, "ids": {"tvmaze": number}, "seasons": [], **fields}


def season(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {"number": number, **fields}


def refreshed(
    fetched: list[dict[str, Any]],
    previous: list[dict[str, Any]] | None = None,
    known: list[KnownShow] | None = None,
    **options: Any,
) -> list[dict[str, Any]]:
    return live_shows(previous or [], fetched, known or [], ORIGIN, **{"whole": True, **options})


def ids(shows: list[dict[str, Any]]) -> dict[int, str]:
    return {each["ids"]["tvmaze"]: each["id"] for each in shows}


def test_a_new_show_gets_an_id_of_its_title_and_says_when_it_was_checked() -> None:
    assert refreshed([entry(seasons=[season(premiere="2027-01-07")])]) == [
        {
            "id": "aurora",
            "title": "Aurora",
            "ids": {"tvmaze": 1},
            "sources": [CHECKED],
            "seasons": [{"number": 1, "premiere": "2027-01-07", "sources": [CHECKED]}],
        }
    ]


def test_a_show_keeps_the_id_it_had_whatever_it_is_called_now() -> None:
    before = refreshed([entry()])
    assert ids(refreshed([entry(title="Aurora Borealis")], before)) == {1: "aurora"}


@pytest.mark.parametrize(
    ("others", "shows"),
    [
        ([{"year": 2009}, {"year": 2012}], {1: "girls-2009", 2: "girls-2012"}),
        ([{}, {"network": "HBO"}], {1: "girls-tvmaze-1", 2: "girls-hbo"}),
        ([{}, {}], {1: "girls-tvmaze-1", 2: "girls-tvmaze-2"}),
        (
            [{"year": 2012}, {"year": 2012, "country": "Japan"}],
            {1: "girls-tvmaze-1", 2: "girls-japan"},
        ),
        (
            [{"country": "United States"}, {"country": "United Kingdom"}],
            {1: "girls-us", 2: "girls-uk"},
        ),
    ],
)
def test_two_shows_of_one_name_stay_two(others: list[dict[str, Any]], shows: Any) -> None:
    listed = [entry(number, "Girls", **each) for number, each in enumerate(others, 1)]
    assert ids(refreshed(listed)) == shows


def test_of_several_shows_of_one_name_the_titles_tell_them_apart_and_the_name_still_finds_them() -> (
    None
):
    listed = refreshed([entry(1, "Girls", year=2009), entry(2, "GIRLS", network="HBO")])
    assert [(each["title"], each["aliases"]) for each in listed] == [
        ("Girls (2009)", ["Girls"]),
        ("GIRLS (HBO)", ["GIRLS"]),
    ]


def test_a_title_without_latin_letters_is_known_by_its_number() -> None:
    assert ids(refreshed([entry(7, "進撃の巨人")])) == {7: "tvmaze-7"}


KNOWN = KnownShow(id="the-pitt", title="The Pitt", network="HBO Max")


@pytest.mark.parametrize(
    ("known", "fields", "show_id"),
    [
        (KNOWN, {"network": "HBO Max"}, "the-pitt"),
        (KNOWN, {"network": "hbo max", "year": 2025}, "the-pitt"),
        (KNOWN, {"network": "NBC"}, "the-pitt-nbc"),
        (KNOWN, {}, "the-pitt-tvmaze-1"),
        (KnownShow(id="pitt", title="THE PITT", year=2025), {"year": 2025}, "pitt"),
        (KnownShow(id="pitt", title="The Pitt", year=2024), {"year": 2025}, "the-pitt-2025"),
        (KnownShow(id="pitt", title="Other", ids={"imdb": "tt1"}), {}, "the-pitt"),
    ],
)
def test_a_show_that_another_layer_has_is_the_same_by_title_and_year_or_network(
    known: KnownShow, fields: dict[str, Any], show_id: str
) -> None:
    assert ids(refreshed([entry(1, "The Pitt", **fields)], known=[known])) == {1: show_id}


def test_a_show_of_another_name_is_never_the_one() -> None:
    assert not is_alike(entry(1, "The Pitts", network="HBO Max"), KNOWN)


def test_an_external_id_decides_before_any_title() -> None:
    known = [KnownShow(id="pitt", title="Other", ids={"imdb": "tt1"})]
    listed = entry(1, "The Pitt", ids={"tvmaze": 1, "imdb": "tt1"})
    assert ids(refreshed([listed], known=known)) == {1: "pitt"}
    other = KnownShow(id="the-pitt", title="The Pitt", year=2025, ids={"tvmaze": 2})
    assert ids(refreshed([{**listed, "year": 2025}], known=[other])) == {1: "the-pitt-2025"}


def test_where_several_could_be_the_one_none_is_taken_for_it() -> None:
    listed = [entry(number, "The Pitt", network="HBO Max") for number in (1, 2)]
    assert "the-pitt" not in ids(refreshed(listed, known=[KNOWN])).values()


def test_what_is_known_of_a_show_is_read_from_its_seasons_too() -> None:
    known = KnownShow.of(
        show(
            year=2025,
            ids={"imdb": "tt1"},
            seasons=[{"number": 2, "network": "Hulu", "cast": [{"person": "A"}]}],
        )
    )
    assert (known.network, known.year, known.ids) == ("Hulu", 2025, {"imdb": "tt1"})


def test_the_cast_is_of_the_show_and_a_season_has_none() -> None:
    cast = [{"person": "Ann"}]
    before = refreshed([entry(cast=cast, seasons=[season(1, cast=cast, premiere="2025-01-01")])])
    assert (before[0]["cast"], "cast" in before[0]["seasons"][0]) == (cast, False)
    coming = entry(seasons=[season(2, episode_list=[{"number": 1, "date": "2026-12-01"}])])
    (kept,) = refreshed([coming], before, followed={1})
    assert kept["cast"] == cast
    (alone,) = refreshed([entry(seasons=[season(1)])], before, whole=False)
    assert "cast" not in alone


def test_what_is_no_longer_listed_goes_only_where_the_answer_was_whole() -> None:
    before = refreshed([entry(1), entry(2, "Borealis")])
    assert ids(refreshed([entry(2, "Borealis")], before)) == {2: "borealis"}
    assert ids(refreshed([entry(2, "Borealis")], before, whole=False)) == {
        1: "aurora",
        2: "borealis",
    }
    kept = refreshed([entry(2, "Borealis")], before, followed={1})
    assert ids(kept) == {1: "aurora", 2: "borealis"}


def test_of_two_answers_of_one_show_the_schedule_wins_and_the_rest_adds() -> None:
    coming = entry(seasons=[season(2, premiere="2027-01-08")], synopsis="One.")
    rest = entry(
        seasons=[season(1, episodes=8), season(2, premiere="2027-01-07", episodes=10)],
        synopsis="Two.",
        status="running",
    )
    (found,) = refreshed([coming, rest])
    assert (found["synopsis"], found["status"]) == ("One.", "running")
    assert [
        (each["number"], each.get("premiere"), each["episodes"]) for each in found["seasons"]
    ] == [
        (1, None, 8),
        (2, "2027-01-08", 10),
    ]


def test_episodes_that_are_out_stay_when_they_are_listed_no_longer() -> None:
    out = {"number": 1, "date": "2026-11-10", "time": "21:00"}
    gone = {"number": 2, "date": "2026-12-01"}
    coming = {"number": 3, "date": "2026-12-08"}
    first = season(premiere="2026-11-10", timezone="UTC", episode_list=[out, gone])
    before = refreshed([entry(seasons=[first])])
    (after,) = refreshed([entry(seasons=[season(episode_list=[coming])])], before)
    (kept,) = after["seasons"]
    assert (kept["premiere"], kept["timezone"]) == ("2026-11-10", "UTC")
    assert kept["episode_list"] == [out, coming]


def test_in_another_zone_the_clock_time_of_what_is_out_is_not_kept() -> None:
    out = {"number": 1, "date": "2026-11-10", "time": "21:00"}
    before = refreshed([entry(seasons=[season(timezone="UTC", episode_list=[out])])])
    other = season(timezone="Asia/Tokyo", episode_list=[{"number": 2, "date": "2026-12-01"}])
    (after,) = refreshed([entry(seasons=[other])], before)
    assert after["seasons"][0]["episode_list"][0] == {"number": 1, "date": "2026-11-10"}


def test_where_one_show_alone_was_asked_for_its_listed_episodes_stay() -> None:
    listed = [{"number": number, "date": f"2026-12-0{number}"} for number in (1, 2)]
    before = refreshed([entry(seasons=[season(premiere="2026-12-01", episode_list=listed)])])
    same = [entry(seasons=[season(premiere="2026-12-01", episodes=2)])]
    (after,) = refreshed(same, before, whole=False)
    assert after["seasons"][0]["episode_list"] == listed
    moved = [entry(seasons=[season(premiere="2026-12-03", episodes=2)])]
    (after,) = refreshed(moved, before, whole=False)
    assert "episode_list" not in after["seasons"][0]


def test_a_season_that_had_begun_stays_and_one_that_had_not_goes() -> None:
    seasons = [season(1, premiere="2025-01-01"), season(2, premiere="2027-01-07"), season(3)]
    before = refreshed([entry(seasons=seasons)])
    (after,) = refreshed([entry(seasons=[season(4)])], before)
    assert [each["number"] for each in after["seasons"]] == [1, 4]


@pytest.mark.parametrize(
    ("before", "after", "history"),
    [
        ("2027-01-07", "2027-01-28", {"from": "2027-01-07", "to": "2027-01-28"}),
        (None, "2027-01-28", {"to": "2027-01-28"}),
        ("2027-01-07", None, {"from": "2027-01-07"}),
    ],
)
def test_a_premiere_that_moves_is_remembered_with_its_day(
    before: str | None, after: str | None, history: dict[str, str]
) -> None:
    def listed(premiere: str | None) -> dict[str, Any]:
        return entry(seasons=[season(premiere=premiere) if premiere else season()])

    first = refreshed([listed(before)])
    (moved,) = refreshed([listed(after)], first)
    assert moved["seasons"][0].get("premiere") == after
    assert moved["seasons"][0]["history"] == [{"when": "2026-11-24", **history}]
    (again,) = refreshed([listed(after)], [moved])
    assert again["seasons"][0]["history"] == [{"when": "2026-11-24", **history}]


def test_specials_stand_behind_the_seasons() -> None:
    listed = entry(seasons=[{"name": "Feast", "premiere": "2026-12-25"}, season(2), season(1)])
    (found,) = refreshed([listed])
    assert [each.get("number") for each in found["seasons"]] == [1, 2, None]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("tvmaze:1", ("tvmaze", 1)),
        (" TVmaze:82 ", ("tvmaze", 82)),
        ("tvdb:7", ("tvdb", 7)),
        ("imdb:tt0123", ("imdb", "tt0123")),
        ("imdb:0123", ("imdb", "tt0123")),
        ("imdb:ttt1", None),
        ("tvmaze:tt1", None),
        ("tvmaze:", None),
        ("tvmaze:²", None),
        ("pitt:3", None),
        (f"tvmaze:{'9' * 13}", None),
    ],
)
def test_a_number_of_another_service_is_read_as_people_write_it(
    words: str, number: tuple[str, int | str] | None
) -> None:
    assert external_number(words) == number


def test_on_the_day_itself_what_the_schedule_lists_no_longer_stays() -> None:
    listed = season(premiere="2026-11-24", episode_list=[{"number": 1, "date": "2026-11-24"}])
    before = refreshed([entry(seasons=[listed])])
    coming = season(episode_list=[{"number": 2, "date": "2026-12-01"}])
    (after,) = refreshed([entry(seasons=[coming])], before)
    (kept,) = after["seasons"]
    assert kept["premiere"] == "2026-11-24"
    assert [each["number"] for each in kept["episode_list"]] == [1, 2]
    assert "history" not in kept
    (gone,) = refreshed([entry(seasons=[season(2, premiere="2027-05-01")])], before)
    assert [each["number"] for each in gone["seasons"]] == [1, 2]


def test_a_show_that_is_asked_for_alone_keeps_what_tells_it_apart() -> None:
    girls = [entry(1, "Girls", year=2009), entry(2, "GIRLS", year=2012)]
    before = refreshed(girls)
    after = refreshed(girls[:1], before, whole=False)
    assert [each["title"] for each in after] == ["Girls (2009)", "GIRLS (2012)"]


def test_an_id_that_is_taken_by_any_name_gets_a_number() -> None:
    known = [KnownShow(id=show_id, title="X") for show_id in ("tvmaze-7", "tvmaze-7-2")]
    assert ids(refreshed([entry(7, "進撃の巨人")], known=known)) == {7: "tvmaze-7-3"}


def listed(*days: str, first: int = 1) -> list[dict[str, Any]]:
    return [{"number": number, "date": day} for number, day in enumerate(days, first)]


def test_the_schedule_leaves_of_a_followed_show_what_only_its_own_answer_tells() -> None:
    own = entry(
        status="running",
        seasons=[
            season(1, premiere="2025-01-01", finale="2025-02-01"),
            season(2, premiere="2026-11-10", episodes=8, episode_list=listed("2026-11-10", "2026-12-01")),
            season(3, status="renewed"),
        ],
    )  # fmt: skip
    before = refreshed([own], whole=False)
    coming = entry(seasons=[season(2, episode_list=listed("2026-12-02", first=2))])
    (after,) = refreshed([coming], before, followed={1})
    one, two, three = after["seasons"]
    assert (one["finale"], two["episodes"], three["status"]) == ("2025-02-01", 8, "renewed")
    assert two["episode_list"] == listed("2026-11-10", "2026-12-02")
    assert refreshed([], before, followed={1}) == before


def test_a_special_goes_when_the_schedule_has_it_no_more_and_stays_else() -> None:
    feast = {"name": "Feast", "premiere": "2026-12-25"}
    before = refreshed([entry(seasons=[season(1, premiere="2025-01-01"), feast])])
    own = entry(seasons=[season(1, premiere="2025-01-01")])
    (after,) = refreshed([own], before, whole=False)
    assert [each.get("name") for each in after["seasons"]] == [None, "Feast"]
    (gone,) = refreshed([], before, followed={1})
    assert [each.get("name") for each in gone["seasons"]] == [None]


def test_an_answer_that_lists_every_episode_is_believed_in_what_it_leaves_out() -> None:
    before = refreshed(
        [entry(seasons=[season(episode_list=listed("2026-11-10", "2026-12-01", "2026-12-08"))])]
    )
    now = season(episode_list=listed("2026-11-10", "2026-12-02"))
    (after,) = refreshed([entry(hints={"listed_from": 1}, seasons=[now])], before, whole=False)
    assert after["seasons"][0]["episode_list"] == listed("2026-11-10", "2026-12-02")
    (paused,) = refreshed([entry(seasons=[season(2)])], before)
    assert paused["seasons"][0]["episode_list"] == listed("2026-11-10")


@pytest.mark.parametrize(
    ("listed_from", "kept"),
    [
        (1, {}),
        (2, {"premiere": "2026-11-10", "episode_list": [{"number": 1, "date": "2026-11-10"}]}),
    ],
)
def test_a_season_of_which_no_episode_is_listed_any_more_never_began(
    listed_from: int, kept: dict[str, Any]
) -> None:
    stood = season(premiere="2026-11-10", episode_list=listed("2026-11-10"))
    before = refreshed([entry(seasons=[stood])])
    now = entry(hints={"listed_from": listed_from}, seasons=[season()])
    (after,) = refreshed([now], before, whole=False)
    told = {"premiere", "episode_list"}
    assert {key: said for key, said in after["seasons"][0].items() if key in told} == kept


def test_a_status_that_the_service_took_back_is_taken_back() -> None:
    own = entry(status="ended", network="Hulu", seasons=[season(2, status="renewed", episodes=8)])
    before = refreshed([own], whole=False)
    (after,) = refreshed([entry(seasons=[season(2)])], before, whole=False)
    assert not {"status", "network"} & set(after)
    assert not {"status", "episodes"} & set(after["seasons"][0])


BELOW = {"aurora": {2: PartialDate("2027-01-07")}}


def test_a_season_that_the_service_has_without_a_date_has_no_older_one() -> None:
    own = entry(seasons=[season(1, premiere="2025-01-01"), season(2, status="renewed")])
    (after,) = refreshed([own], whole=False, announced=BELOW)
    assert [each.get("premiere", "unsaid") for each in after["seasons"]] == ["2025-01-01", None]
    (other,) = refreshed([own], whole=False, announced={"aurora": {3: PartialDate("2027-01-07")}})
    assert [each.get("premiere", "unsaid") for each in other["seasons"]] == ["2025-01-01", "unsaid"]
    dated = entry(seasons=[season(2, episode_list=listed("2027-01-14", first=2))])
    (later,) = refreshed([dated], [after], followed={1}, announced=BELOW)
    assert later["seasons"][1]["premiere"] is None


def test_a_show_that_is_scheduled_no_more_does_not_bring_an_older_date_back() -> None:
    coming = listed("2027-02-04", "2027-02-11")
    before = refreshed([entry(seasons=[season(2, premiere="2027-02-04", episode_list=coming)])])
    assert refreshed([], before) == []
    (after,) = refreshed([], before, announced=BELOW)
    (kept,) = after["seasons"]
    assert (kept["premiere"], "episode_list" in kept) == (None, False)
    assert kept["history"] == [{"when": "2026-11-24", "from": "2027-02-04"}]
    assert refreshed([], [after], announced=BELOW) == [after]


def test_a_show_that_is_gone_keeps_its_last_state_and_no_date_of_it_is_sure() -> None:
    running = season(
        2, premiere="2026-11-10", finale="2026-12-08", parts=[{"label": "P", "date": "2027-01"}, {"label": "Q"}],
        episode_list=[*listed("2026-11-10", "2026-11-24", "2026-11-25"), {"number": 4}],
    )  # fmt: skip
    before = refreshed([entry(seasons=[running])])
    (after,) = refreshed([], before, whole=False, departures=Departures(frozenset({1})))
    (kept,) = after["seasons"]
    assert (after["gone"], after["sources"]) == ("2026-11-24", [CHECKED])
    assert (kept["premiere"], kept["finale"]) == ("2026-11-10", "2026-12-08?")
    assert [each.get("date") for each in kept["parts"]] == ["2027-01?", None]
    days = [each.get("date") for each in kept["episode_list"]]
    assert days == ["2026-11-10", "2026-11-24", "2026-11-25?", None]
    again = refreshed([], [after], whole=True, followed={1}, departures=Departures(frozenset({1})))
    assert again == [after]
    (back,) = refreshed(
        [entry(seasons=[{**running, "premiere": "2026-11-10"}])], [after], whole=False
    )
    assert "gone" not in back
    assert "history" not in back["seasons"][0]


def test_a_show_that_was_merged_is_one_under_its_new_number() -> None:
    merge = Departures(merged={1: 2})
    mine = refreshed([entry(1, seasons=[season(1, premiere="2025-01-01")])])
    other = refreshed([entry(2, "Borealis")])
    now = [entry(2, "Borealis", seasons=[season(2, premiere="2027-01-07")])]
    (alone,) = refreshed(now, mine, whole=False, departures=merge)
    assert (alone["id"], alone["ids"], alone["title"]) == ("aurora", {"tvmaze": 2}, "Borealis")
    assert alone["former_ids"] == [{"tvmaze": 1}]
    assert [each["number"] for each in alone["seasons"]] == [1, 2]
    both: dict[str, Any] = {"previous": [*mine, *other], "whole": False, "departures": merge}
    assert ids(refreshed(now, **both, followed={1, 2})) == {2: "borealis"}
    assert ids(refreshed(now, **both, followed={1})) == {2: "aurora"}
    assert refreshed(now, [alone], whole=False, departures=merge) == [alone]
