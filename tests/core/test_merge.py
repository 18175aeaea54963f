"""Layers to one catalogue."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Skipped
from premierectl.catalogue.merge import merged
from premierectl.dates import PartialDate
from premierectl.model import Show
from premierectl.schedule import releases
from tests.make import layer

BASE: dict[str, Any] = {
    "id": "aurora",
    "title": "Aurora",
    "network": "Netflix",
    "ids": {"tvmaze": 7, "imdb": "tt1"},
    "seasons": [
        {"number": 1, "premiere": "2025-01-01", "cast": [{"person": "Ann"}]},
        {"number": 2, "premiere": "2027", "cast": [{"person": "Bo"}], "episodes": 8},
    ],
}


def own(entry: dict[str, Any]) -> Catalogue:
    """The base show with this entry of the own layer over it."""
    return Catalogue([layer("bundled", BASE), layer("own", entry)])


def shown(catalogue: Catalogue, show_id: str = "aurora") -> Show:
    show = catalogue.get(show_id).show
    assert show is not None
    return show


def test_own_wins_field_by_field() -> None:
    show = shown(own({"id": "aurora", "network": "Hulu", "ids": {"imdb": "tt2"}}))
    assert (show.title, show.network) == ("Aurora", "Hulu")
    assert (show.ids.tvmaze, show.ids.imdb) == (7, "tt2")


def test_a_season_given_over_another_changes_only_what_it_says() -> None:
    show = shown(own({"id": "aurora", "seasons": [{"number": 2, "premiere": "2027-03"}]}))
    first, second = show.seasons
    assert first.cast[0].person == "Ann"
    assert (second.premiere, second.episodes) == (PartialDate("2027-03"), 8)
    assert second.cast[0].person == "Bo"


def test_where_a_premiere_moves_what_was_counted_from_the_old_one_goes() -> None:
    under: dict[str, Any] = {
        "id": "a", "title": "A",
        "seasons": [
            {
                "number": 1, "premiere": "2027-01-07", "finale": "2027-02-07", "episodes": 8,
                "episode_list": [{"number": 1, "date": "2027-01-07"}],
            }
        ],
    }  # fmt: skip
    same = {"seasons": [{"number": 1, "premiere": "2027-01-07", "episodes": 6}]}
    assert merged(under, same)["seasons"] == [{**under["seasons"][0], "episodes": 6}]
    moved = {"seasons": [{"number": 1, "premiere": "2027-03"}]}
    undated = {"number": 1, "premiere": "2027-03", "episodes": 8, "episode_list": [{"number": 1}]}
    assert merged(under, moved)["seasons"] == [undated]
    with_end = {"seasons": [{"number": 1, "premiere": "2027-03", "finale": "2027-04"}]}
    assert merged(under, with_end)["seasons"][0]["finale"] == "2027-04"


def test_a_cast_replaces_that_seasons_cast_alone() -> None:
    cast = [{"person": "Cy"}]
    show = shown(own({"id": "aurora", "seasons": [{"number": 2, "cast": cast}]}))
    assert [[member.person for member in season.cast] for season in show.seasons] == [
        ["Ann"],
        ["Cy"],
    ]


def test_a_new_season_stands_behind_those_known() -> None:
    show = shown(own({"id": "aurora", "seasons": [{"number": 3}, {"name": "Special"}]}))
    assert [season.label for season in show.seasons] == [
        "season 1", "season 2", "season 3", "Special",
    ]  # fmt: skip


def test_null_takes_a_date_away() -> None:
    show = shown(own({"id": "aurora", "seasons": [{"number": 2, "premiere": None}]}))
    assert show.seasons[1].premiere is None


def test_specials_are_told_apart_by_name() -> None:
    over = {"id": "aurora", "seasons": [{"name": "A", "episodes": 2}, {"name": "B"}]}
    under = {**BASE, "seasons": [{"name": "A", "premiere": "2027"}]}
    show = shown(Catalogue([layer("bundled", under), layer("own", over)]))
    assert [(season.name, season.episodes) for season in show.seasons] == [("A", 2), ("B", None)]
    assert show.seasons[0].premiere == PartialDate("2027")


def test_an_external_id_makes_two_entries_one_show_under_the_lowest_layers_id() -> None:
    catalogue = own({"id": "polar-light", "network": "Hulu", "ids": {"tvmaze": 7}})
    assert list(catalogue.ids()) == ["aurora"]
    assert catalogue.canonical("polar-light") == "aurora"
    assert (shown(catalogue).network, shown(catalogue).id) == ("Hulu", "aurora")


def test_an_id_that_was_joined_once_joins_in_the_next_layer_too() -> None:
    second = layer("live", {"id": "polar-light", "ids": {"tvmaze": 7}})
    third = layer("own", {"id": "polar-light", "network": "Hulu"})
    catalogue = Catalogue([layer("bundled", BASE), second, third])
    assert (list(catalogue.ids()), shown(catalogue).network) == (["aurora"], "Hulu")


def test_other_external_ids_leave_two_shows_two() -> None:
    catalogue = own({"id": "other", "title": "Aurora", "ids": {"tvmaze": 8}})
    assert list(catalogue.ids()) == ["aurora", "other"]


def test_two_entries_of_one_layer_are_two_shows_whatever_their_numbers() -> None:
    catalogue = Catalogue([layer("live", BASE, {"id": "b", "title": "B", "ids": {"tvmaze": 7}})])
    assert list(catalogue.ids()) == ["aurora", "b"]


def test_a_hidden_show_is_gone() -> None:
    catalogue = own({"id": "aurora", "hidden": True})
    assert list(catalogue.ids()) == []
    assert catalogue.canonical("aurora") is None
    assert catalogue.canonical("nowhere") is None


def test_a_number_at_another_service_finds_a_show_in_whichever_layer_it_stands() -> None:
    catalogue = own({"id": "aurora", "ids": {"tvdb": 9}})
    assert [catalogue.canonical(each) for each in ("tvmaze:7", "tvdb:9", "imdb:tt1")] == [
        "aurora", "aurora", "aurora",
    ]  # fmt: skip
    assert catalogue.canonical("tvmaze:9") is None


def test_the_number_of_a_hidden_show_finds_nothing() -> None:
    assert own({"id": "aurora", "hidden": True}).canonical("tvmaze:7") is None


def test_a_show_that_nobody_states_has_no_name() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        own({"id": "aurora"}).name("nowhere")


def test_a_show_knows_its_layers() -> None:
    catalogue = own({"id": "aurora"})
    assert catalogue.get("aurora").layers == catalogue.layers_of("aurora") == ("bundled", "own")


def test_names_follow_the_highest_layer_that_says_one() -> None:
    name = own({"id": "aurora", "aliases": ["AU"]}).name("aurora")
    assert (name.title, name.aliases) == ("Aurora", ("AU",))


def test_a_bad_entry_is_left_out_and_named_and_the_layer_below_still_holds() -> None:
    bad = {"id": "aurora", "seasons": [{"number": 3, "premiere": "2027-13"}]}
    known = own(bad).get("aurora")
    assert known.show is not None
    assert known.layers == ("bundled",)
    assert known.skipped == (
        Skipped(
            "own.json",
            "shows[0].seasons[2].premiere",
            "'2027-13' is not a date: no calendar has that day",
        ),
    )


def test_a_show_that_is_bad_in_its_only_layer_is_none() -> None:
    known = Catalogue([layer("own", {"id": "a", "title": ""})]).get("a")
    assert known.show is None
    assert [skip.path for skip in known.skipped] == ["shows[0].title"]


def test_seasons_that_are_no_list_are_a_bad_entry() -> None:
    known = own({"id": "aurora", "seasons": {}}).get("aurora")
    assert known.layers == ("bundled",)


entries = st.fixed_dictionaries(
    {"id": st.just("aurora")},
    optional={
        "title": st.text(min_size=1),
        "network": st.none() | st.text(),
        "ids": st.dictionaries(st.sampled_from(["tvmaze", "tvdb"]), st.integers()),
        "seasons": st.lists(
            st.fixed_dictionaries({"number": st.integers(1, 3)}, optional={"episodes": st.none()}),
            unique_by=lambda season: season["number"],
        ),
    },
)


@given(entries)
def test_a_layer_over_itself_changes_nothing(entry: dict[str, Any]) -> None:
    assert merged(entry, entry) == entry


@given(entries)
def test_an_entry_that_says_nothing_changes_nothing(entry: dict[str, Any]) -> None:
    assert merged(entry, {"id": "aurora"}) == entry
    assert merged({"id": "aurora"}, entry) == entry


@given(entries, entries, entries)
def test_layers_can_be_joined_in_any_grouping(
    low: dict[str, Any], middle: dict[str, Any], high: dict[str, Any]
) -> None:
    assert merged(merged(low, middle), high) == merged(low, merged(middle, high))


PARTS = {
    "parts": [
        {"label": "One", "date": "2026-11-05"},
        {"label": "Two", "date": "2026-12-05", "time": "20:00"},
        {"label": "Three", "date": "2027-02-05"},
    ]
}
WEEKS = {
    "release": "weekly", "episodes": 3, "skipped_weeks": ["2026-11-12"], "finale": "2026-11-26",
}  # fmt: skip
LIST = {
    "episode_list": [
        {"number": 1, "date": "2026-11-05"},
        {"number": 2, "date": "2026-11-12", "time": "21:00"},
    ]
}


@pytest.mark.parametrize("counted", [PARTS, WEEKS, LIST])
@pytest.mark.parametrize("premiere", ["2027-01-21", "2027-01", "2026-11", "2026-11-06", None])
def test_no_date_outlives_the_premiere_from_which_it_was_counted(
    counted: dict[str, Any], premiere: str | None
) -> None:
    under = {**BASE, "seasons": [{"number": 1, "premiere": "2026-11-05", **counted}]}
    over = {"id": "aurora", "seasons": [{"number": 1, "premiere": premiere}]}
    show = shown(Catalogue([layer("bundled", under), layer("own", over)]))
    known = [each.date.text for each in releases(show, show.seasons[0]) if each.date]
    first = [] if premiere is None else [premiere]
    counted_anew = ["2027-01-28", "2027-02-04"] if premiere == "2027-01-21" else []
    counted_anew = ["2026-11-13", "2026-11-20"] if premiere == "2026-11-06" else counted_anew
    assert known == first + (counted_anew if counted is WEEKS else [])
    assert [part.label for part in show.seasons[0].parts] == (
        ["One", "Two", "Three"] if counted is PARTS else []
    )


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ({"premiere": "2027-01", "finale": "2027-04-15"}, "2027-01-07"),
        ({"premiere": "2027", "finale": "2027-04-15"}, "spring 2027"),
        ({"premiere": "2027-01-07?", "finale": "2027-04-15"}, "2027-01-07"),
        ({"finale": "2027-04-15"}, "2027-01-07"),
        ({"premiere": "2027-01", "finale": "2027-04-15", **LIST}, "2027-01"),
    ],
)
def test_becoming_exact_is_not_moving(below: dict[str, Any], above: str) -> None:
    over = {"seasons": [{"number": 1, "premiere": above}]}
    (season,) = merged({"seasons": [{"number": 1, **below}]}, over)["seasons"]
    assert season == {"number": 1, **below, "premiere": above}


def test_the_day_of_the_first_listed_episode_is_the_premiere_that_moves() -> None:
    below = {"number": 1, "premiere": "2026-11", **LIST, "finale": "2027-01-07"}
    (season,) = merged(
        {"seasons": [below]}, {"seasons": [{"number": 1, "premiere": "2026-11-19"}]}
    )["seasons"]
    assert "finale" not in season
    assert season["episode_list"] == [{"number": 1}, {"number": 2}]


@pytest.mark.parametrize("bad", [{"parts": 5}, {"parts": ["x"]}, {"episode_list": [{"date": 5}]}])
def test_a_premiere_moves_over_what_is_stated_badly_below(bad: dict[str, Any]) -> None:
    below = {"number": 1, "premiere": "not a date", "finale": "2027", **bad}
    (season,) = merged(
        {"seasons": [{"number": 1, "premiere": "2026", **bad}]},
        {"seasons": [{"number": 1, "premiere": "2027"}]},
    )["seasons"]
    assert season["premiere"] == "2027"
    assert merged({"seasons": [below]}, {"seasons": [{"number": 1, "premiere": "2027"}]})


def test_time_and_zone_come_as_a_pair() -> None:
    below = {"number": 1, "premiere": "2026-11-05", "time": "21:00", "timezone": "America/New_York", **LIST}  # fmt: skip

    def joined(**above: Any) -> dict[str, Any]:
        (season,) = merged({"seasons": [below]}, {"seasons": [{"number": 1, **above}]})["seasons"]
        return dict(season)

    elsewhere = joined(timezone="Europe/London")
    assert "time" not in elsewhere
    assert [each.get("time") for each in elsewhere["episode_list"]] == [None, None]
    assert [each["date"] for each in elsewhere["episode_list"]] == ["2026-11-05", "2026-11-12"]
    both = joined(timezone="Europe/London", time="20:00")
    assert (both["time"], both["timezone"]) == ("20:00", "Europe/London")
    assert "time" not in joined(timezone=None)
    corrected = joined(time="22:00")
    assert (corrected["time"], corrected["timezone"]) == ("22:00", "America/New_York")
