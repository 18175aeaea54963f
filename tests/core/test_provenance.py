"""Which layer said what of a show."""

from functools import reduce
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.merge import merged
from premierectl.catalogue.provenance import Said, StatedField, provenance
from tests.make import catalogue

BUNDLED = {
    "id": "aurora",
    "title": "Aurora",
    "ids": {"tvmaze": 7, "imdb": "tt1"},
    "seasons": [{"number": 3, "premiere": "2027-01", "finale": "2027-02", "episodes": 8}],
    "network": "Hulu",
}


def stated(field: str, value: object, layer: str, overruled: tuple[Said, ...] = ()) -> StatedField:
    return StatedField("aurora", "Aurora", field, value, layer, overruled)


def test_each_field_names_its_layer_and_those_that_it_overruled() -> None:
    live = {"id": "aurora", "network": "Hulu", "seasons": [{"number": 3, "premiere": "2027-02"}]}
    own = {
        "id": "my-aurora",
        "ids": {"imdb": "tt2"},
        "seasons": [
            {"number": 3, "premiere": "2027-03-12"},
            {"name": "Christmas special", "premiere": None},
        ],
    }
    assert provenance("aurora", [("bundled", BUNDLED), ("live", live), ("own", own)]) == (
        stated("title", "Aurora", "bundled"),
        stated("ids.tvmaze", 7, "bundled"),
        stated("ids.imdb", "tt2", "own", (Said("bundled", "tt1"),)),
        stated("network", "Hulu", "live"),
        stated(
            "seasons[3].premiere",
            "2027-03-12",
            "own",
            (Said("bundled", "2027-01"), Said("live", "2027-02")),
        ),
        stated("seasons[3].episodes", 8, "bundled"),
        stated('seasons["christmas-special"].name', "Christmas special", "own"),
        stated('seasons["christmas-special"].premiere', None, "own"),
    )


def test_what_went_with_a_moved_premiere_is_not_held() -> None:
    own = {"id": "aurora", "seasons": [{"number": 3, "premiere": "2027-03"}]}
    fields = [each.field for each in provenance("aurora", [("bundled", BUNDLED), ("own", own)])]
    assert "seasons[3].finale" not in fields


def test_a_special_without_a_name_and_one_that_is_called_like_a_season_are_told_apart() -> None:
    seasons = [{"number": 3, "note": "a"}, {"name": "3", "note": "b"}, {"note": "c"}]
    listed = provenance("aurora", [("own", {"id": "a", "seasons": seasons})])
    assert [(each.field, each.value) for each in listed] == [
        ("seasons[3].note", "a"),
        ('seasons["3-6dd28e9b"].name', "3"),
        ('seasons["3-6dd28e9b"].note', "b"),
        ('seasons["special"].note', "c"),
    ]


def test_what_a_layer_below_states_badly_is_no_field() -> None:
    bad = {"id": "aurora", "ids": None, "seasons": None}
    good = {"id": "aurora", "ids": {"imdb": "tt1"}, "seasons": [{"number": 1, "note": "a"}]}
    assert provenance("aurora", [("bundled", bad), ("own", good)]) == (
        StatedField("aurora", "aurora", "ids.imdb", "tt1", "own"),
        StatedField("aurora", "aurora", "seasons[1].note", "a", "own"),
    )


def test_nothing_stated_is_nothing() -> None:
    assert provenance("aurora", []) == ()


def test_a_catalogue_tells_what_each_layer_states() -> None:
    assert catalogue(BUNDLED).stated("aurora") == (("bundled", BUNDLED),)


seasons = st.lists(
    st.fixed_dictionaries(
        {"number": st.integers(1, 3)},
        optional={
            "premiere": st.sampled_from(["2027-01", "2027-02", None]),
            "finale": st.sampled_from(["2027-03", "2027-04"]),
        },
    ),
    unique_by=lambda season: season["number"],
)
entries = st.fixed_dictionaries(
    {"id": st.just("aurora")}, optional={"title": st.sampled_from("AB"), "seasons": seasons}
)


@given(st.lists(entries, max_size=3))
def test_every_field_of_the_merged_show_has_its_value_and_its_layer(
    entries_given: list[dict[str, Any]],
) -> None:
    layers = [(str(number), entry) for number, entry in enumerate(entries_given)]
    whole: dict[str, Any] = reduce(merged, entries_given, {})
    expected = {
        f"seasons[{season['number']}].{key}": value
        for season in whole.get("seasons", ())
        for key, value in season.items()
        if key != "number"
    }
    expected.update({"title": whole["title"]} if "title" in whole else {})
    found = provenance("aurora", layers)
    assert {each.field: each.value for each in found} == expected
    for each in found:
        assert all(said.value != each.value for said in each.overruled)
        assert all(int(said.layer) < int(each.layer) for said in each.overruled)
