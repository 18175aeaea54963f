"""TVmaze's answers, made up in its shape, as entries of a catalogue."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from premierectl.catalogue.check import check
from premierectl.catalogue.model import Show, read_value
from premierectl.errors import UnavailableError
from premierectl.schedule import premiere
from premierectl.sources.tvmaze import Choice, Read, coming, found, whole_show
from tests.service import HULU, listed_season, listed_show, row

TODAY = date(2026, 11, 24)
EVERYTHING = Choice()
SHOW = listed_show(1)
LONDON = {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"}
BBC = {"id": 12, "name": "BBC One", "country": LONDON}


def read(*rows: Any, choice: Choice = EVERYTHING) -> Read:
    return coming(json.dumps(rows).encode(), choice)


def seasons(*rows: Any) -> list[dict[str, Any]]:
    (entry,) = read(*rows).entries
    listed: list[dict[str, Any]] = entry["seasons"]
    return listed


def of_show(**embedded: Any) -> list[dict[str, Any]]:
    answer = {**SHOW, "_embedded": embedded}
    (entry,) = whole_show(json.dumps(answer).encode(), TODAY).entries
    listed: list[dict[str, Any]] = entry["seasons"]
    return listed


def on(day: str, clock: str, stamp: str | None, **show: Any) -> dict[str, Any]:
    """A row of a British show at a clock time, with the instant that the service computed."""
    described = listed_show(1, network=BBC, webChannel=None, **show)
    return row(described, 1, 1, day, airtime=clock, airstamp=stamp)


def test_a_show_says_what_is_known_of_it() -> None:
    described = listed_show(
        82,
        "Aurora",
        externals={"tvrage": 1, "thetvdb": 7, "imdb": "tt0007"},
        summary="<p>A <b>ship</b> &amp; its<br>crew.</p><p>Ice.</p>",
    )
    (entry,) = read(row(described, 2, 1, "2027-01-07", name="The Ice")).entries
    assert entry == {
        "title": "Aurora",
        "year": 2025,
        "country": "United States",
        "language": "English",
        "genres": ["Drama"],
        "network": "Hulu",
        "status": "running",
        "synopsis": "A ship & its\ncrew.\nIce.",
        "url": "https://www.tvmaze.com/shows/82/aurora",
        "ids": {"tvmaze": 82, "imdb": "tt0007", "tvdb": 7},
        "sources": [{"title": "TVmaze", "url": "https://www.tvmaze.com/shows/82/aurora"}],
        "seasons": [
            {
                "number": 2,
                "premiere": "2027-01-07",
                "episode_list": [{"number": 1, "title": "The Ice", "date": "2027-01-07"}],
            }
        ],
    }


def test_rows_become_seasons_in_order_and_names_that_say_nothing_are_left_out() -> None:
    listed = seasons(
        row(SHOW, 3, 1, "2027-06-01", name="TBA"),
        row(SHOW, 2, 8, "2027-01-14", name="Episode 8"),
        row(SHOW, 2, 7, "2027-01-07", name="The Ice"),
    )
    assert listed == [
        {
            "number": 2,
            "episode_list": [
                {"number": 7, "title": "The Ice", "date": "2027-01-07"},
                {"number": 8, "date": "2027-01-14"},
            ],
        },
        {
            "number": 3,
            "premiere": "2027-06-01",
            "episode_list": [{"number": 1, "date": "2027-06-01"}],
        },
    ]


@pytest.mark.parametrize(
    ("day", "clock", "stamp", "date", "time"),
    [
        # An announced clock time is an instant.
        ("2027-01-07", "21:00", "2027-01-07T21:00:00+00:00", "2027-01-07", "21:00"),
        ("2027-07-01", "21:00", "2027-07-01T20:00:00+00:00", "2027-07-01", "21:00"),
        # Without one the instant is a filler at noon.
        ("2027-01-07", "", "2027-01-07T12:00:00+00:00", "2027-01-07", None),
        ("2027-01-07", "24:00", "2027-01-08T00:00:00+00:00", "2027-01-07", None),
        # From midnight to five it is listed under the evening before.
        ("2027-01-07", "00:30", "2027-01-08T00:30:00+00:00", "2027-01-08", "00:30"),
        ("2027-01-07", "04:59", "2027-01-08T04:59:00+00:00", "2027-01-08", "04:59"),
        ("2027-01-07", "05:00", "2027-01-07T05:00:00+00:00", "2027-01-07", "05:00"),
        # Where the two contradict each other only the day is believed.
        ("2027-01-07", "21:00", "2027-01-07T20:00:00+00:00", "2027-01-07", None),
        ("2027-01-07", "21:00", None, "2027-01-07", None),
        ("2027-01-07", "21:00", "soon", "2027-01-07", None),
        ("2027-01-07", "21:00", "2027-01-07T21:00:00", "2027-01-07", None),
        ("2027-01-07", "21:00", "0001-01-01T00:00:00+14:00", "2027-01-07", None),
    ],
)
def test_dates_mean_what_they_mean(
    day: str, clock: str, stamp: str | None, date: str, time: str | None
) -> None:
    (season,) = seasons(on(day, clock, stamp))
    (episode,) = season["episode_list"]
    assert (episode["date"], episode.get("time")) == (date, time)
    assert season["premiere"] == date
    assert (season.get("timezone"), season.get("time")) == (
        ("Europe/London", time) if time else (None, None)
    )


def test_a_service_of_no_country_has_no_clock_time() -> None:
    netflix = listed_show(1, webChannel={"id": 1, "name": "Netflix", "country": None})
    listed = row(netflix, 1, 1, "2027-01-07", airtime="21:00", airstamp="2027-01-07T21:00:00+00:00")
    assert "time" not in seasons(listed)[0]


def test_specials_stand_by_themselves_and_small_ones_are_left_out() -> None:
    special = {"type": "significant_special"}
    rows = [
        row(SHOW, 1, None, "2026-12-25", name="The Feast", **special),
        row(SHOW, 1, None, "2026-12-26", name="The Feast", **special),
        row(SHOW, 1, None, "2026-12-27", name="TBA", **special),
        row(SHOW, 1, None, "2026-12-28", name="Bloopers", type="insignificant_special"),
    ]  # fmt: skip
    assert seasons(*rows) == [{"name": "The Feast", "premiere": "2026-12-26"}]


def test_a_special_at_a_clock_time_is_an_instant() -> None:
    listed = on("2026-12-25", "18:00", "2026-12-25T18:00:00+00:00")
    special = {**listed, "type": "significant_special", "name": "The Feast", "number": None}
    assert seasons(special) == [
        {
            "name": "The Feast",
            "premiere": "2026-12-25",
            "time": "18:00",
            "timezone": "Europe/London",
        }
    ]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (EVERYTHING, True),
        (Choice(languages=("english",)), True),
        (Choice(languages=("Japanese",)), False),
        (Choice(countries=("us",)), True),
        (Choice(countries=("United States",)), True),
        (Choice(countries=("Japan",)), False),
        (Choice(networks=("HULU", "Netflix")), True),
        (Choice(networks=("Netflix",)), False),
        (Choice(types=("Scripted",)), True),
        (Choice(types=("News",)), False),
        (Choice(least_popularity=90), True),
        (Choice(least_popularity=91), False),
        (Choice(types=("News",), watched=frozenset({1})), True),
    ],
)
def test_the_choice_keeps_shows(choice: Choice, kept: bool) -> None:
    assert len(read(row(SHOW, 1, 1, "2027-01-07"), choice=choice).entries) == kept


def test_a_service_of_many_countries_is_of_each() -> None:
    worldwide = listed_show(1, webChannel={"id": 1, "name": "Netflix", "country": None})
    choice = Choice(countries=("Japan",))
    assert len(read(row(worldwide, 1, 1, "2027-01-07"), choice=choice).entries) == 1


def test_seasons_of_a_show_are_over_renewed_or_to_come() -> None:
    assert of_show(
        seasons=[
            listed_season(1, "2025-01-09", endDate="2025-04-10", episodeOrder=15),
            listed_season(2, "2026-11-12", endDate="2026-12-01", network=BBC),
            listed_season(3),
            listed_season(3, episodeOrder=8),
            listed_season(2026, "2026-01-01"),
        ]
    ) == [
        {
            "number": 1, "premiere": "2025-01-09", "finale": "2025-04-10", "episodes": 15,
            "status": "ended",
        },
        {"number": 2, "premiere": "2026-11-12", "network": "BBC One"},
        {"number": 3, "episodes": 8, "status": "renewed"},
        {"number": 2026, "premiere": "2026-01-01"},
    ]  # fmt: skip


def test_a_premiere_in_the_night_is_on_its_real_day() -> None:
    late = {**SHOW, "schedule": {"time": "00:30", "days": ["Monday"]}}
    answer = {**late, "_embedded": {"seasons": [listed_season(1, "2027-01-07")]}}
    (entry,) = whole_show(json.dumps(answer).encode(), TODAY).entries
    assert entry["seasons"][0]["premiere"] == "2027-01-08"


def test_the_next_episode_dates_its_season() -> None:
    following = {"season": 2, "number": 1, "airdate": "2027-01-07", "airtime": "", "name": "Ice"}
    assert of_show(seasons=[listed_season(2)], nextepisode=following) == [
        {
            "number": 2,
            "premiere": "2027-01-07",
            "episode_list": [{"number": 1, "title": "Ice", "date": "2027-01-07"}],
        }
    ]
    later = {**following, "number": 4}
    assert of_show(seasons=[listed_season(2, "2026-11-01")], nextepisode=later) == [
        {
            "number": 2,
            "premiere": "2026-11-01",
            "episode_list": [{"number": 4, "title": "Ice", "date": "2027-01-07"}],
        }
    ]


def test_the_cast_stands_in_the_latest_dated_season() -> None:
    cast = [
        {"person": {"name": "Ann"}, "character": {"name": "Nora"}, "self": False, "voice": True},
        {"person": {"name": "Bo"}, "character": {"name": "Bo"}, "self": True},
        {"person": {}},
        7,
    ]
    first, second, third = of_show(
        seasons=[listed_season(1, "2025-01-09"), listed_season(2, "2026-01-09"), listed_season(3)],
        cast=cast,
    )
    assert "cast" not in first
    assert "cast" not in third
    assert second["cast"] == [
        {"person": "Ann", "character": "Nora", "role": "main", "about": "voice"},
        {"person": "Bo", "role": "main"},
    ]


def test_a_show_without_a_summary_or_a_page_has_none() -> None:
    (entry,) = found(json.dumps([{"show": listed_show(1, summary=None, url=7)}]).encode()).entries
    assert not {"url", "synopsis"} & set(entry)
    assert entry["sources"] == [{"title": "TVmaze"}]


def test_a_next_episode_without_a_day_or_in_no_season_dates_nothing() -> None:
    for broken in ({"airdate": ""}, {"season": None}, {"number": None}):
        row = {"season": 2, "number": 1, "airdate": "2027-01-07", "airtime": "", **broken}
        assert of_show(seasons=[listed_season(2)], nextepisode=row) == [
            {"number": 2, "status": "renewed"}
        ]


def test_a_show_without_seasons_has_none() -> None:
    assert of_show(cast=[{"person": {"name": "Ann"}}]) == []


def test_what_is_found_stands_in_its_order() -> None:
    rows = [{"score": 2, "show": SHOW}, {"score": 1, "show": listed_show(2, "B")}, {"show": {}}, 7]
    result = found(json.dumps(rows).encode())
    assert [entry["title"] for entry in result.entries] == ["Aurora", "B"]
    assert [(each.path, each.reason) for each in result.unusable] == [
        ("[2].show", "has no id or no name"),
        ("[3].show", "has no id or no name"),
    ]


@pytest.mark.parametrize(
    ("changed", "path", "reason"),
    [
        ({"airdate": ""}, "[0].airdate", "is no date of television"),
        ({"airdate": "9999-01-01"}, "[0].airdate", "is no date of television"),
        ({"airdate": "2027-02-30"}, "[0].airdate", "is no date of television"),
        ({"airdate": "2027-02"}, "[0].airdate", "is no date of television"),
        ({"airdate": 7}, "[0].airdate", "is no date of television"),
        ({"season": 100_000}, "[0]", "has no number of a season or of an episode"),
        ({"season": True}, "[0]", "has no number of a season or of an episode"),
        ({"number": "1"}, "[0]", "has no number of a season or of an episode"),
        ({"_embedded": None}, "[0]._embedded.show", "has no id or no name"),
        ({"_embedded": {"show": {"id": 1, "name": " "}}}, "[0]._embedded.show", "has no id or no name"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named(changed: dict[str, Any], path: str, reason: str) -> None:
    result = read({**row(SHOW, 1, 1, "2027-01-07"), **changed})
    assert result.entries == ()
    assert [(each.path, each.reason) for each in result.unusable] == [(path, reason)]


def test_a_season_without_a_number_is_named() -> None:
    answer = {**SHOW, "_embedded": {"seasons": [{"number": None}, 7]}}
    result = whole_show(json.dumps(answer).encode(), TODAY)
    assert [each.path for each in result.unusable] == [
        "_embedded.seasons[0].number",
        "_embedded.seasons[1].number",
    ]
    assert whole_show(b"{}", TODAY).unusable[0].reason == "has no id or no name"


def test_absurd_texts_are_cut_and_unwritable_ones_mended() -> None:
    described = listed_show(
        1,
        "A" * 5_000,
        summary="<p>" + "word " * 1_000_000,
        url="javascript:alert(1)" + "x" * 300,
        externals={"imdb": "../x", "thetvdb": -1},
        genres=["\ud800", "Drama", 7, *["x"] * 50],
        premiered="soon",
    )
    body = json.dumps([row(described, 1, 1, "2027-01-07")]).encode()
    (entry,) = coming(body, EVERYTHING).entries
    assert len(entry["title"]) == 300
    assert len(entry["synopsis"]) <= 4_001
    assert entry["synopsis"].endswith("word…")
    assert entry["ids"] == {"tvmaze": 1}
    assert len(entry["genres"]) <= 20
    assert not {"url", "year"} & set(entry)


@pytest.mark.parametrize("body", [b"", b"null", b"{}", b"[", b"\xff", b"[" * 100_000])
def test_what_is_no_answer_is_said(body: bytes) -> None:
    with pytest.raises(UnavailableError, match="sent an answer that cannot be read"):
        coming(body, EVERYTHING)
    with pytest.raises(UnavailableError, match="sent an answer that cannot be read"):
        found(body)
    if body != b"{}":
        with pytest.raises(UnavailableError, match="sent an answer that cannot be read"):
            whole_show(body, TODAY)


leaves = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9)
)
anything = st.recursive(
    leaves | st.sampled_from(["2027-01-07", "9999-12-31", "21:00", "00:30", "<p>x</p>", "TBA"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
RECORDED = {
    **listed_show(1, network=BBC, webChannel=HULU),
    "_embedded": {
        "seasons": [listed_season(1, "2025-01-09", endDate="2025-04-10"), listed_season(2)],
        "cast": [{"person": {"name": "Ann"}, "character": {"name": "Nora"}, "self": False}],
        "nextepisode": {"season": 2, "number": 1, "airdate": "2027-01-07", "airtime": "21:00"},
    },
}


def paths(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The place of every value within this one."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    found = [place]
    for key, each in inner:
        found += paths(each, (*place, key))
    return found


def changed(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    """The value with another one at this place."""
    if not place:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = changed(value[place[0]], place[1:], new)
    return copy


def mutated(value: Any) -> st.SearchStrategy[Any]:
    """The value with up to four of its pieces replaced by anything."""

    def apply(changes: list[tuple[tuple[Any, ...], Any]]) -> Any:
        result = value
        for place, new in changes:
            try:
                result = changed(result, place, new)
            except (KeyError, IndexError, TypeError):
                continue
        return result

    pieces = st.tuples(st.sampled_from(paths(value)), anything)
    return st.lists(pieces, min_size=1, max_size=4).map(apply)


def usable(result: Read) -> None:
    """Every entry is one that a catalogue can hold without a problem, and that can be counted."""
    for entry in result.entries:
        named = json.loads(msgspec.json.encode({"id": "a", **entry}))
        assert list(check({"format": 1, "shows": [named]})) == []
        show = msgspec.convert(named, Show, dec_hook=read_value)
        for season in show.seasons:
            premiere(show, season)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(mutated(row(RECORDED, 2, 1, "2027-01-07")), max_size=3))
def test_any_schedule_is_read_as_far_as_it_can_be(rows: list[Any]) -> None:
    usable(coming(json.dumps(rows).encode(), EVERYTHING))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(RECORDED))
def test_any_show_is_read_as_far_as_it_can_be(show: Any) -> None:
    try:
        usable(whole_show(json.dumps(show).encode(), TODAY))
    except UnavailableError:
        assert not isinstance(show, dict)
