"""Specials of several layers: which of them are one, and under which name."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.merge import merged_seasons
from premierectl.catalogue.provenance import Said, provenance
from tests.make import layer


def special(name: str | None, day: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"name": name, **({"premiere": day} if day else {}), **fields}


def joined(under: list[dict[str, Any]], over: list[dict[str, Any]]) -> list[tuple[object, object]]:
    """Name and premiere of each special of both layers."""
    return [(each.get("name"), each.get("premiere")) for each in merged_seasons(under, over)]


@pytest.mark.parametrize(
    ("below", "above"),
    [
        # The one name has the words of the other.
        (special("Christmas special"), special("Christmas Special 2026", "2026-12-25")),
        (special("Christmas special", "2026-12"), special("A Christmas Special", "2026-12-24")),
        (special("The Christmas special", "2026-12-25?"), special("Christmas", "2026-12-26")),
        # Whatever it is called, it is on that day.
        (special("Christmas special", "2026-12-25?"), special("Joy to the World", "2026-12-25")),
        (special("Christmas special", "2026-12-25"), special("season 2 special", "2026-12-25")),
        (special("Special", "2026-12-25"), special("The Feast", "2026-12-25")),
        (special(None, "2026-12-25"), special("The Feast", "2026-12-25")),
    ],
)
def test_a_special_of_a_similar_name_or_on_that_day_is_one_and_keeps_its_name(
    below: dict[str, Any], above: dict[str, Any]
) -> None:
    assert joined([below], [above]) == [(below["name"], above["premiere"])]


@pytest.mark.parametrize(
    ("below", "above"),
    [
        (special("Christmas special", "2025-12-25"), special("Christmas special 2026", "2026-12-25")),
        (special("Christmas special 2025"), special("Christmas special 2026")),
        (special("Christmas special", "2026-12-25"), special("Easter special", "2027-03-28")),
        (special("Christmas special", "2026-12"), special("The Feast", "2026-12-25")),
        (special("Special", "2026-12-24"), special("The Special Episode", "2026-12-25")),
        (special("Christmas special", "soon"), special("The Feast", "2026-12-25")),
    ],
)  # fmt: skip
def test_others_stay_two(below: dict[str, Any], above: dict[str, Any]) -> None:
    assert len(joined([below], [above])) == 2


def test_where_several_fit_none_is_taken_for_another() -> None:
    below = [special("Christmas special", "2026-12-25")]
    above = [special("The Feast", "2026-12-25"), special("The Making", "2026-12-25")]
    assert len(joined(below, above)) == 3
    assert len(joined(above, below)) == 3


def test_a_name_goes_before_a_day() -> None:
    below = [special("Christmas special", "2026-12-25")]
    above = [special("The Making", "2026-12-25"), special("Christmas special 2026", "2026-12-26")]
    assert joined(below, above) == [
        ("Christmas special", "2026-12-26"),
        ("The Making", "2026-12-25"),
    ]


def test_what_goes_by_the_same_name_is_the_same_whatever_else_is_alike() -> None:
    below = [special("Christmas special", "2025-12-25")]
    above = [special("Christmas special", "2026-12-25"), special("The Feast", "2025-12-25")]
    assert joined(below, above) == [
        ("Christmas special", "2026-12-25"),
        ("The Feast", "2025-12-25"),
    ]


def test_a_special_of_a_season_is_no_season() -> None:
    below = [{"number": 2, "premiere": "2026-12-25"}]
    assert len(joined(below, [special("The Feast", "2026-12-25")])) == 2


def test_each_layer_is_named_for_what_it_says_of_the_special() -> None:
    bundled = {"title": "Aurora", "seasons": [special("Christmas special", "2026-12-25?")]}
    live = {"seasons": [special("The Feast", "2026-12-25", time="18:00")]}
    found = provenance("aurora", [("bundled", bundled), ("live", live)])
    assert [(each.field, each.value, each.layer, each.overruled) for each in found[1:]] == [
        ('seasons["christmas-special"].name', "Christmas special", "live", ()),
        (
            'seasons["christmas-special"].premiere',
            "2026-12-25",
            "live",
            (Said("bundled", "2026-12-25?"),),
        ),
        ('seasons["christmas-special"].time', "18:00", "live", ()),
    ]


def test_who_follows_the_special_below_follows_it_still() -> None:
    bundled = {"id": "a", "title": "A", "seasons": [special("Christmas special", "2026-12-25?")]}
    live = {"id": "a", "title": "A", "seasons": [special("The Feast", "2026-12-25")]}
    show = Catalogue([layer("bundled", bundled), layer("live", live)]).get("a").show
    assert show
    assert [season.key for season in show.seasons] == ["christmas-special"]


names = st.sampled_from(["Christmas", "Christmas special", "The Feast", "Feast 2026", "Special"])
days = st.sampled_from([None, "2026-12-25", "2026-12-25?", "2026-12", "2025-12-25"])
specials = st.lists(
    st.builds(special, names, days), max_size=4, unique_by=lambda each: each["name"]
)


@given(specials, specials)
def test_each_special_of_the_layer_above_is_there_once(
    under: list[dict[str, Any]], over: list[dict[str, Any]]
) -> None:
    numbered = [{**each, "note": index} for index, each in enumerate(over)]
    found = merged_seasons(under, numbered)
    assert sorted(each["note"] for each in found if "note" in each) == list(range(len(over)))
    assert merged_seasons(found, found) == found
