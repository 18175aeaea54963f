"""TVmaze's answers, made up in its shape, as entries of a catalogue."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import pytest

from premierectl.catalogue.validation.document import problems_of
from premierectl.catalogue.validation.shape import Problem
from premierectl.errors import ExitCode, UnavailableError
from premierectl.sources.http.client import Answer
from premierectl.sources.http.freshness import Validators
from premierectl.sources.source import Choice, Read, Unusable
from premierectl.sources.tvmaze.reading import changed, coming, found, whole_show
from premierectl.sources.tvmaze.service import TVmaze
from tests.service import HULU, listed_season, listed_show, row

TODAY = date(2026, 11, 23)
BBC = {"id": 12, "name": "BBC One", "country": {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"}}  # fmt: skip
NETFLIX = {"id": 1, "name": "Netflix", "country": None}
SHOW = listed_show(1)
DUSK = listed_show(2, "Dusk", network=BBC, webChannel=None)
SPECIAL = {"type": "significant_special", "number": None}
ENDLESS = "&#" + "9" * 5_000 + ";"


def read(*rows: Any, choice: Choice = Choice()) -> Read:  # noqa: B008 - a frozen value
    result = coming(json.dumps(rows).encode(), choice)
    for entry in result.entries:
        assert misfits_of(entry) == []
    return result


def facts(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry without its hints, which are no facts of the show."""
    return {key: value for key, value in entry.items() if key != "hints"}


def misfits_of(entry: Mapping[str, Any]) -> list[Problem]:
    return list(problems_of({"format": 1, "shows": [{"id": "a", **facts(entry)}]}))


def seasons(*rows: Any) -> list[dict[str, Any]]:
    (entry,) = read(*rows).entries
    listed: list[dict[str, Any]] = entry["seasons"]
    return listed


def whole(**fields: Any) -> Read:
    """The show with these fields; those that are embedded stand there."""
    embedded = {key: fields.pop(key) for key in ("seasons", "cast", "nextepisode") if key in fields}
    body = json.dumps({**SHOW, "_embedded": embedded, **fields}).encode()
    return whole_show(body, TODAY)


def of_show(**fields: Any) -> list[dict[str, Any]]:
    (entry,) = whole(**fields).entries
    assert misfits_of(entry) == []
    listed: list[dict[str, Any]] = entry["seasons"]
    return listed


def entry(name: str = "Aurora", **fields: Any) -> dict[str, Any]:
    """What is said of a show with these fields, without its seasons."""
    (found_one,) = found(
        json.dumps([{"score": 1, "show": listed_show(82, name, **fields)}]).encode()
    ).entries
    return facts(found_one)


def dusk(day: str, clock: str, stamp: object, **fields: Any) -> dict[str, Any]:
    """A row of a British show at a clock time, with the instant that TVmaze computed."""
    return row(DUSK, 1, 1, day, airtime=clock, airstamp=stamp) | fields


def left_out(result: Read) -> list[tuple[str, str]]:
    return [(each.path, each.reason) for each in result.unusable]


def test_a_show_says_what_is_known_of_it() -> None:
    externals = {"tvrage": 1, "thetvdb": 7, "imdb": "tt0000082"}
    aurora = listed_show(82, externals=externals, network=BBC, genres=["Drama", "Crime", "Drama"])
    assert read(row(aurora, 2, 1, "2027-01-07", name="The Ice")) == Read(
        entries=(
            {
                "title": "Aurora",
                "year": 2025,
                "country": "United Kingdom",
                "language": "English",
                "genres": ["Drama", "Crime"],
                "network": "Hulu",
                "status": "running",
                "synopsis": "A ship in the ice.",
                "url": "https://www.tvmaze.com/shows/82/aurora",
                "ids": {"tvmaze": 82, "imdb": "tt0000082", "tvdb": 7},
                "hints": {"type": "Scripted", "networks": ["BBC One", "Hulu"]},
                "sources": [
                    {"title": "TVmaze", "url": "https://www.tvmaze.com/shows/82/aurora"}
                ],
                "seasons": [
                    {
                        "number": 2,
                        "premiere": "2027-01-07",
                        "episode_list": [{"number": 1, "title": "The Ice", "date": "2027-01-07"}],
                    }
                ],
            },
        ),
        unusable=(),
        total=1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Running", "running"), ("Ended", "ended"), ("To Be Determined", None),
        ("In Development", None), ("running?", None), (None, None), (["Ended"], None),
    ],
)  # fmt: skip
def test_a_status_is_only_said_where_the_catalogue_has_a_word_for_it(
    written: object, said: str | None
) -> None:
    assert entry(status=written).get("status") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<p>A <b>ship</b> &amp; its<br/>crew.</p><p>Ice,\nand\xa0ice.</p>", "A ship & its\ncrew.\nIce, and ice."),
        ("1 < 2 and &lt;b&gt;", "1 < 2 and <b>"),
        ("", None),
        (None, None),
        ("<p></p>", None),
        (["x"], None),
        ("half \ud800 of a pair", "half \ufffd of a pair"),
        (f"a{ENDLESS}b", "a\ufffdb"),
        ("x" * 5_000, "x" * 3_999 + "…"),
        ("word " * 1_000_000, "word " * 799 + "word…"),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_summary_is_plain_text(written: object, said: str | None) -> None:
    assert entry(summary=written).get("synopsis") == said


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("http://www.tvmaze.com/shows/82/aurora", "https://www.tvmaze.com/shows/82/aurora"),
        ("javascript:alert(1)", "https://www.tvmaze.com/shows/82"),
        ("https://tvmaze.com.example/", "https://www.tvmaze.com/shows/82"),
        (None, "https://www.tvmaze.com/shows/82"),
    ],
)
def test_the_credit_links_to_the_page_at_tvmaze_by_https(written: object, link: str) -> None:
    said = entry(url=written)
    assert (said["url"], said["sources"]) == (link, [{"title": "TVmaze", "url": link}])


def test_of_what_is_absurd_in_a_show_the_rest_is_used() -> None:
    said = entry(
        name=" A\n" + "b" * 5_000,
        language=7,
        genres=[None, "\ud800", *["Drama"] * 50],
        externals={"imdb": "../../x", "thetvdb": 10**30},
        network="BBC",
        webChannel={"name": ""},
        premiered="soon",
        summary=None,
        status=None,
        url=7,
    )
    assert said == {
        "title": "A " + "b" * 298,
        "genres": ["\ufffd", "Drama"],
        "url": "https://www.tvmaze.com/shows/82",
        "ids": {"tvmaze": 82},
        "sources": [{"title": "TVmaze", "url": "https://www.tvmaze.com/shows/82"}],
    }


def test_rows_become_seasons_by_number_and_titles_that_say_nothing_are_left_out() -> None:
    assert seasons(
        row(SHOW, 2027, 1, "2027-06-01", name="tba"),
        row(SHOW, 2, 8, "2027-01-14", name="Episode 8"),
        row(SHOW, 2, 7, "2027-01-07", name="The Ice"),
    ) == [
        {
            "number": 2,
            "episode_list": [
                {"number": 7, "title": "The Ice", "date": "2027-01-07"},
                {"number": 8, "date": "2027-01-14"},
            ],
        },
        {
            "number": 2027,
            "premiere": "2027-06-01",
            "episode_list": [{"number": 1, "date": "2027-06-01"}],
        },
    ]


@pytest.mark.parametrize(
    ("day", "clock", "stamp", "real", "time"),
    [
        # An announced clock time is an instant.
        ("2027-01-07", "21:00", "2027-01-07T21:00:00+00:00", "2027-01-07", "21:00"),
        ("2027-07-01", "21:00", "2027-07-01T20:00:00+00:00", "2027-07-01", "21:00"),
        # Without one the instant is a filler at noon.
        ("2027-01-07", "", "2027-01-07T12:00:00+00:00", "2027-01-07", None),
        ("2027-01-07", "24:00", "2027-01-08T00:00:00+00:00", "2027-01-07", None),
        ("2027-01-07", 2100, "2027-01-07T21:00:00+00:00", "2027-01-07", None),
        # From midnight to five it is listed under the evening before.
        ("2026-12-31", "00:00", "2027-01-01T00:00:00+00:00", "2027-01-01", "00:00"),
        ("2027-01-07", "04:59", "2027-01-08T04:59:00+00:00", "2027-01-08", "04:59"),
        ("2027-01-07", "05:00", "2027-01-07T05:00:00+00:00", "2027-01-07", "05:00"),
        # Where the two contradict each other only the day is believed.
        ("2027-01-07", "21:00", "2027-01-07T20:00:00+00:00", "2027-01-07", None),
        ("2027-01-07", "00:30", "2027-01-07T00:30:00+00:00", "2027-01-08", None),
        ("2027-01-07", "21:00", None, "2027-01-07", None),
        ("2027-01-07", "21:00", "soon", "2027-01-07", None),
        ("2027-01-07", "21:00", "2027-01-07T21:00:00", "2027-01-07", None),
        ("2027-01-07", "21:00", "0001-01-01T00:00:00+14:00", "2027-01-07", None),
    ],
)
def test_a_day_is_the_real_one_and_a_clock_time_only_there_where_it_is_real(
    day: str, clock: object, stamp: object, real: str, time: str | None
) -> None:
    listed = dusk(day, str(clock), stamp) | {"airtime": clock}
    timed = {"time": time} if time else {}
    assert seasons(listed) == [
        {
            "number": 1,
            "premiere": real,
            **({"timezone": "Europe/London"} if time else {}),
            "episode_list": [{"number": 1, "date": real, **timed}],
        }
    ]


def test_the_clock_is_that_of_the_channel_whose_instant_it_is() -> None:
    both = listed_show(1, network={**BBC, "country": {"timezone": "No/Where"}}, webChannel=HULU)
    assert seasons(
        row(both, 1, 1, "2027-01-07", airtime="21:00", airstamp="2027-01-08T02:00:00Z")
    )[0]["timezone"] == "America/New_York"  # fmt: skip


def test_a_season_has_one_zone_and_times_in_another_are_left_out() -> None:
    both = listed_show(1, network=BBC, webChannel=HULU)
    first, second = (
        row(both, 1, n, f"2027-01-0{n}", airtime="21:00", airstamp=f"2027-01-{stamp}:00:00Z")
        for n, stamp in ((1, "01T21"), (2, "03T02"))
    )
    assert seasons(first, second)[0] == {
        "number": 1, "premiere": "2027-01-01", "timezone": "Europe/London",
        "episode_list": [
            {"number": 1, "date": "2027-01-01", "time": "21:00"},
            {"number": 2, "date": "2027-01-02"},
        ],
    }  # fmt: skip


def test_worldwide_services_have_no_clock_time() -> None:
    netflix = listed_show(1, webChannel=NETFLIX)
    assert "timezone" not in seasons(
        row(netflix, 1, 1, "2027-01-07", airtime="21:00", airstamp="2027-01-07T21:00:00Z")
    )[0]  # fmt: skip


def test_episodes_without_a_day_stand_where_their_numbers_belong() -> None:
    assert seasons(
        row(SHOW, 1, 9, ""),
        row(SHOW, 1, 3, "2027-01-07", name="Three"),
        row(SHOW, 1, 2, "0000-00-00", name="Two"),
        row(SHOW, 1, 4, "2027-02-30"),
        row(SHOW, 1, 5, "2027-01-14"),
    ) == [
        {
            "number": 1,
            "episode_list": [
                {"number": 2, "title": "Two"},
                {"number": 3, "title": "Three", "date": "2027-01-07"},
                {"number": 4},
                {"number": 5, "date": "2027-01-14"},
                {"number": 9},
            ],
        }
    ]


def test_what_has_no_day_at_all_is_not_coming() -> None:
    eve = row(SHOW, 1, 1, "", name="Eve", type="significant_special")
    assert read(row(SHOW, 1, 1, ""), row(DUSK, 1, 1, "2027-01-07", airdate=None), eve) == Read(
        (), (), 3
    )


def test_an_episode_before_a_lower_number_keeps_its_day() -> None:
    assert seasons(row(SHOW, 1, 2, "2027-01-01"), row(SHOW, 1, 1, "2027-01-05"), row(SHOW, 1, 3, "2027-01-06")) == [
        {
            "number": 1,
            "premiere": "2027-01-05",
            "episode_list": [
                {"number": 2, "date": "2027-01-01"},
                {"date": "2027-01-05"},
                {"number": 3, "date": "2027-01-06"},
            ],
        }
    ]  # fmt: skip


def test_of_two_episodes_with_one_number_the_earlier_stays() -> None:
    result = read(row(SHOW, 1, 2, "2027-01-05"), row(SHOW, 1, 2, "2027-01-01"))
    assert result.entries[0]["seasons"][0]["episode_list"] == [{"number": 2, "date": "2027-01-01"}]
    assert left_out(result) == [("[0]", "episode 2 of season 1 stands twice")]


def test_specials_stand_by_themselves_and_small_ones_are_left_out() -> None:
    result = read(
        dusk("2026-12-26", "", "2026-12-26T12:00:00Z", name="The Feast", **SPECIAL),
        dusk("2026-12-25", "18:00", "2026-12-25T18:00:00Z", name="The Feast", **SPECIAL),
        dusk("2026-12-24", "", None, name="Eve", number=None),
        dusk("2026-12-28", "", None, name="Bloopers", type="insignificant_special"),
        dusk("2026-12-27", "", None, name="TBA", **SPECIAL),
    )  # fmt: skip
    assert result.entries[0]["seasons"] == [
        {"name": "Eve", "premiere": "2026-12-24"},
        {
            "name": "The Feast (2026-12-25)", "premiere": "2026-12-25",
            "time": "18:00", "timezone": "Europe/London",
        },
        {"name": "The Feast (2026-12-26)", "premiere": "2026-12-26"},
        {"name": "season 1 special", "premiere": "2026-12-27"},
    ]  # fmt: skip
    assert left_out(result) == []


def test_specials_without_a_title_keep_apart_and_one_that_stands_twice_is_left_out() -> None:
    tba, feast = ({"type": SPECIAL["type"], "name": name} for name in ("TBA", "The Feast"))
    result = read(
        row(DUSK, 2, None, "2026-12-24", **tba),
        row(DUSK, 2, None, "2026-12-25", **tba),
        row(DUSK, 2, None, "2026-12-25", **tba),
        row(DUSK, 3, None, "2026-12-26", **tba),
        row(DUSK, 3, None, "2026-12-27", **feast),
        row(DUSK, 3, None, "2026-12-27", **feast),
        row(DUSK, 3, None, "", **feast),
        {**row(DUSK, 3, None, "2026-12-28", **tba), "season": None},
        {},
    )
    assert [each["name"] for each in result.entries[0]["seasons"]] == [
        "season 2 special (2026-12-24)",
        "season 2 special (2026-12-25)",
        "season 2 special (2026-12-25) 2",
        "season 3 special",
        "The Feast (2026-12-27)",
    ]
    assert left_out(result) == [
        ("[7]", "is a special without a name and a season"),
        ("[8]._embedded.show.id", "is not the number of a show"),
        ("[5]", "the special 'The Feast' stands twice"),
    ]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice(), True),
        (Choice(languages=("ENGLISH",)), True),
        (Choice(languages=("Japanese",)), False),
        (Choice(countries=("us",)), True),
        (Choice(countries=("united states", "Japan")), True),
        (Choice(countries=("Japan",)), False),
        (Choice(networks=("HULU",)), True),
        (Choice(networks=("Netflix",)), False),
        (Choice(types=("scripted",)), True),
        (Choice(types=("News",)), False),
        (Choice(least_popularity=90), True),
        (Choice(least_popularity=91), False),
        (Choice(types=("News",), least_popularity=91, followed=frozenset({1})), True),
    ],
)
def test_the_choice_keeps_shows(choice: Choice, kept: bool) -> None:
    result = read(row(SHOW, 1, 1, "2027-01-07"), row(SHOW, 1, 2, "2027-01-14"), choice=choice)
    assert (len(result.entries), result.unusable, result.total) == (int(kept), (), 2)


@pytest.mark.parametrize(
    ("unknown", "choice", "kept"),
    [
        ({"language": None}, Choice(languages=("English",)), False),
        ({"language": None}, Choice(), True),
        ({"type": None}, Choice(types=("Scripted",)), False),
        ({"webChannel": NETFLIX}, Choice(countries=("Japan",)), True),
        ({"webChannel": None}, Choice(countries=("Japan",)), True),
        ({"webChannel": None}, Choice(networks=("Hulu",)), False),
        ({"weight": None}, Choice(least_popularity=1), False),
    ],
)
def test_what_is_not_known_of_a_show_passes_no_list_but_that_of_countries(
    unknown: dict[str, Any], choice: Choice, kept: bool
) -> None:
    show = listed_show(1, **unknown)
    assert len(read(row(show, 1, 1, "2027-01-07"), choice=choice).entries) == kept


@pytest.mark.parametrize(
    ("changed", "path", "reason"),
    [
        ({"airdate": "9999-01-01"}, "[0].airdate", "9999-01-01 is beyond all television"),
        ({"airdate": "1899-12-31"}, "[0].airdate", "1899-12-31 is beyond all television"),
        ({"airdate": "12027-01-01"}, "[0].airdate", "12027-01-01 is beyond all television"),
        ({"season": 100_000}, "[0].season", "is not the number of a season"),
        ({"season": True}, "[0].season", "is not the number of a season"),
        ({"number": "1"}, "[0].number", "is not the number of an episode"),
        ({"number": 10**30}, "[0].number", "is not the number of an episode"),
        ({"_embedded": None}, "[0]._embedded.show.id", "is not the number of a show"),
        ({"show": {"id": 0}}, "[0].show.id", "is not the number of a show"),
        ({"_embedded": {"show": {"id": 1, "name": " "}}}, "[0]._embedded.show.name", "is not the name of a show"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named(
    changed: dict[str, Any], path: str, reason: str
) -> None:
    good = row(DUSK, 1, 1, "2027-01-07")
    result = read({**row(SHOW, 1, 1, "2027-01-07"), **changed}, good)
    assert [each["title"] for each in result.entries] == ["Dusk"]
    assert (left_out(result), result.total) == ([(path, reason)], 2)


def test_an_absurd_year_of_a_show_is_named_once_and_the_show_kept() -> None:
    aurora = listed_show(1, premiered="9999-01-01")
    result = read(row(aurora, 1, 1, "2027-01-07"), row(aurora, 1, 2, "2027-01-14"))
    assert "year" not in result.entries[0]
    assert left_out(result) == [
        ("[0]._embedded.show.premiered", "9999-01-01 is beyond all television")
    ]


def test_seasons_of_a_show_are_over_running_or_renewed() -> None:
    assert of_show(
        seasons=[
            listed_season(3),
            listed_season(3, episodeOrder=8),
            listed_season(3),
            listed_season(1, "2025-01-09", endDate="2025-04-10", episodeOrder=15, name="Season 1"),
            listed_season(2, "2026-11-12", endDate="2026-12-01", network=BBC),
        ]
    ) == [
        {
            "number": 1, "premiere": "2025-01-09", "episodes": 15, "finale": "2025-04-10",
            "status": "ended",
        },
        {"number": 2, "premiere": "2026-11-12", "network": "BBC One"},
        {"number": 3, "episodes": 8, "status": "renewed"},
    ]  # fmt: skip


def test_the_last_season_has_only_ended_with_its_show_and_an_ended_show_is_not_renewed() -> None:
    rows = [listed_season(1, "2025-01-09", endDate="2025-04-10")]
    begun = {"number": 1, "premiere": "2025-01-09"}
    # Its last listed day proves no end: more may come.
    assert of_show(seasons=rows) == [begun]
    assert of_show(seasons=[*rows, listed_season(2)], status="Ended") == [
        {**begun, "finale": "2025-04-10", "status": "ended"},
        {"number": 2},
    ]


def test_an_end_before_the_start_is_left_out() -> None:
    rows = [listed_season(1, "2025-04-10", endDate="2025-01-09")]
    assert of_show(seasons=rows) == [{"number": 1, "premiere": "2025-04-10"}]


def test_the_season_of_a_show_on_at_night_is_listed_a_day_early_but_not_elsewhere() -> None:
    rows = [
        listed_season(1, "2025-01-09", endDate="2025-04-10", webChannel=HULU),
        listed_season(2, "2026-01-09", network=BBC),
    ]
    first, second = of_show(seasons=rows, schedule={"time": "00:30", "days": ["Monday"]})
    assert (first["premiere"], first["finale"]) == ("2025-01-10", "2025-04-11")
    assert second["premiere"] == "2026-01-09"


def test_the_next_episode_dates_its_season() -> None:
    following = row({}, 2, 1, "2027-01-07", name="Ice")
    listed = [{"number": 1, "title": "Ice", "date": "2027-01-07"}]
    for rows in ([listed_season(2)], [listed_season(2, "2027-01-06")], []):
        assert of_show(seasons=rows, nextepisode=following) == [
            {"number": 2, "premiere": "2027-01-07", "episode_list": listed}
        ]


def test_a_season_with_an_episode_to_come_is_not_over() -> None:
    assert of_show(
        seasons=[listed_season(1, "2026-01-01", endDate="2026-02-01"), listed_season(2)],
        nextepisode=row({}, 1, 9, "2027-01-07"),
    ) == [
        {
            "number": 1, "premiere": "2026-01-01",
            "episode_list": [{"number": 9, "date": "2027-01-07"}],
        },
        {"number": 2, "status": "renewed"},
    ]  # fmt: skip


def test_a_special_can_be_next_and_stands_behind_the_seasons() -> None:
    feast = row({}, 1, 1, "2026-12-25", name="The Feast", type="significant_special")
    assert of_show(seasons=[listed_season(1, "2026-01-01")], nextepisode=feast) == [
        {"number": 1, "premiere": "2026-01-01"},
        {"name": "The Feast", "premiere": "2026-12-25"},
    ]


def test_the_cast_is_of_the_whole_show_in_billing_order_and_of_no_season() -> None:
    cast = [
        {"person": {"name": "Ann"}, "character": {"name": "Nora"}, "self": False, "voice": True},
        {"person": {"name": "Bo"}, "character": {"name": "Bo"}, "self": True, "voice": False},
        {"person": {"name": "Cy"}, "character": None},
    ]
    rows = [listed_season(1, "2025-01-09"), listed_season(2, "2026-01-09"), listed_season(3)]
    (entry,) = whole(seasons=rows, cast=cast).entries
    assert not any("cast" in season for season in entry["seasons"])
    assert entry["cast"] == [
        {"person": "Ann", "character": "Nora", "role": "main", "about": "voice"},
        {"person": "Bo", "role": "main"},
        {"person": "Cy", "role": "main"},
    ]
    assert "cast" not in whole(seasons=rows).entries[0]


def test_of_an_absurd_cast_the_first_hundred_are_kept() -> None:
    cast = [7, *({"person": {"name": f"P{n}"}} for n in range(9_999))]
    result = whole(seasons=[listed_season(1, "2025-01-09")], cast=cast)
    kept = result.entries[0]["cast"]
    assert (len(kept), kept[-1]) == (99, {"person": "P98", "role": "main"})
    assert left_out(result) == [
        ("_embedded.cast[0]", "is nobody with a name"),
        ("_embedded.cast", "has 10,000 members, and the first 100 are kept"),
    ]


def test_what_of_a_show_cannot_be_used_is_named_and_the_rest_used() -> None:
    result = whole(
        seasons=[7, listed_season(1, "9999-01-01"), listed_season(100_000)],
        nextepisode={"season": "x", "number": 1},
        premiered="1066-10-14",
    )
    assert result.entries[0]["seasons"] == [{"number": 1}]
    assert left_out(result) == [
        ("premiered", "1066-10-14 is beyond all television"),
        ("_embedded.nextepisode.season", "is not the number of a season"),
        ("_embedded.seasons[0].number", "is not the number of a season"),
        ("_embedded.seasons[1].premiereDate", "9999-01-01 is beyond all television"),
        ("_embedded.seasons[2].number", "is not the number of a season"),
    ]


def test_an_answer_that_is_no_show_has_none() -> None:
    error = {"name": "Not Found", "message": "", "code": 0, "status": 404}
    unusable = (Unusable("id", "is not the number of a show"),)
    assert whole_show(json.dumps(error).encode(), TODAY) == Read(
        (), unusable, 1, complaints=1, bad_rows=1
    )


def test_what_is_found_stands_best_first_each_once_without_seasons() -> None:
    scores = [(0.2, 1), (None, 2), (0.9, 3), (True, 4), (float("inf"), 5), (0.1, 3)]
    rows = [{"score": score, "show": listed_show(n, f"Show {n}")} for score, n in scores]
    result = found(json.dumps([*rows, {"show": {}}, 7]).encode())
    assert [each["title"] for each in result.entries] == [f"Show {n}" for n in (3, 1, 2, 4, 5)]
    assert all("seasons" not in each for each in result.entries)
    assert left_out(result) == [
        ("[6].show.id", "is not the number of a show"),
        ("[7].show.id", "is not the number of a show"),
    ]
    assert result.total == 8


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "it is not JSON"),
        (b"[", "it is not JSON"),
        (b"<p>", "it is not JSON"),
        (b"null", "it is not a list"),
        (b"{}", "it is not a list"),
        (b'{"a": NaN}', "it is not a list"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"[NaN, " + b"[" * 100_000, "it is nested too deeply"),
        (b"[NaN, 1", "it is not JSON"),
        (b"[NaN] 1", "it is not JSON"),
        (b"[NaN, nope]", "it is not JSON"),
    ],
)
def test_what_is_no_list_is_an_error(body: bytes, reason: str) -> None:
    words = f"api.tvmaze.com sent an answer that cannot be read: {reason}; the catalogue is unchanged, try again later"
    for read_list in (found, partial(coming, choice=Choice())):
        with pytest.raises(UnavailableError) as caught:
            read_list(body)
        assert (caught.value.message, caught.value.exit_code) == (words, ExitCode.UNAVAILABLE)


@pytest.mark.parametrize(
    ("item", "times"), [(b"0", 200_001), (b"0", 1_000_001), (b"[]", 1_000_001), (b"NaN", 200_001)]
)
def test_a_list_of_more_than_can_be_is_an_error(item: bytes, times: int) -> None:
    with pytest.raises(UnavailableError, match="it lists more than 200,000 things"):
        coming(b"[" + b",".join([item] * times) + b"]", Choice())


def test_more_shows_than_can_be_are_an_error() -> None:
    shows = (b'{"_embedded": {"show": {"id": %d, "name": "A"}}}' % n for n in range(1, 30_002))
    with pytest.raises(UnavailableError, match="lists more than 30,000 shows at once"):
        coming(b"[" + b",".join(shows) + b"]", Choice())


def test_quotes_without_end_are_an_error() -> None:
    with pytest.raises(UnavailableError, match="it is not JSON"):
        coming(b"[" + b'"' * 21_000_000, Choice())


def test_of_many_rows_those_that_can_be_used_are() -> None:
    good = json.dumps(row(SHOW, 1, 1, "2027-01-07", a=[0] * 1_000_000)).encode()
    plain = json.dumps(row(SHOW, 1, 2, "2027-01-14")).encode()
    result = coming(b"[" + good + b", " + plain + b"]", Choice())
    assert (result.total, result.bad_rows, len(result.entries)) == (2, 1, 1)
    assert coming(b"\xef\xbb\xbf[ ]", Choice()).total == 0


@pytest.mark.parametrize(
    "written",
    [
        {"genres": ["g"] * 600_001},
        {"name": "x" * 9_000_000},
        {"name": '"' * 9_000_000},
    ],
)
def test_a_show_of_more_than_can_be_is_an_error(written: dict[str, Any]) -> None:
    with pytest.raises(UnavailableError, match="it holds more than there can be of one show"):
        whole_show(json.dumps({**SHOW, **written}).encode(), TODAY)


def test_a_long_show_of_sound_texts_is_read() -> None:
    episodes = [row({}, 1, number, "2027-01-07", summary="x" * 1_500) for number in range(1, 6_001)]
    (aurora,) = whole(episodes=episodes).entries
    assert aurora["title"] == "Aurora"


def test_of_a_showing_that_complains_without_end_the_first_hundred_are_told() -> None:
    result = read(row(SHOW, 1, 1, "2027-01-07"), *[7] * 150)
    assert (len(result.unusable), result.complaints, result.bad_rows) == (100, 150, 150)


@pytest.mark.parametrize("body", [b"null", b"[]", b"[NaN]", b'"x"'])
def test_a_show_that_is_no_object_is_an_error(body: bytes) -> None:
    with pytest.raises(UnavailableError, match="cannot be read: it is not an object"):
        whole_show(body, TODAY)


@pytest.mark.parametrize(
    "spoilt",
    [b'"\\ud800"', b'"\xff"', b"NaN", b"-Infinity", b"1e999", b"9" * 5_000, b"-1", b'"\\u0000"'],
    ids=range(8),
)
def test_one_spoilt_value_spoils_nothing_else(spoilt: bytes) -> None:
    good = json.dumps(row(SHOW, 1, 1, "2027-01-07")).encode()
    (clean,) = read(row(SHOW, 1, 1, "2027-01-07")).entries
    for extra in (b"%s, %s", b"%s, {}"):
        body = (
            b"["
            + extra.replace(b"%s", good, 1).replace(b"%s", b'{"runtime": ' + spoilt + b"}")
            + b"]"
        )
        assert coming(body, Choice()).entries == (clean,)
    mixed = b"[" + good[:-1] + b', "runtime": ' + spoilt + b"}]"
    assert coming(mixed, Choice()) == Read((clean,), (), 1)


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (b"{}", {}),
        (b'{"1": 1700000000, "82": 1700000001}', {1: 1700000000, 82: 1700000001}),
        (b'{"x": 1, "-1": 1, "3": null, "' + b"9" * 5_000 + b'": 1}', {3: 0}),
    ],
)
def test_what_changed_is_named_by_number(body: bytes, numbers: dict[int, int]) -> None:
    assert changed(body) == numbers


def test_the_service_is_asked_what_changed_within_a_time() -> None:
    asked = list[object]()

    def ask(path: str, query: Sequence[tuple[str, str]] = (), *, follow: bool = True) -> Answer:
        asked.append((path, tuple(query)))
        return Answer(path, b'{"7": 1}', Validators())

    assert TVmaze().changed(ask, "week") == {7: 1}
    assert asked == [("/updates/shows", (("since", "week"),))]


@pytest.mark.parametrize("before", [b"", b'"2": NaN, '], ids=["sound", "forgiven"])
def test_what_is_nested_too_deeply_is_no_list_of_what_changed(before: bytes) -> None:
    deep = b"[" * 5_000 + b"]" * 5_000
    with pytest.raises(UnavailableError, match="nested too deeply"):
        changed(b"{" + before + b'"1": ' + deep + b"}")
