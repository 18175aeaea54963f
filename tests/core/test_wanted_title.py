"""Which show a title means: the one that has it whole, with nothing against it, and no other."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.namesakes import with_facts, without_ending
from premierectl.catalogue.wanted_title import WantedTitle, title_key
from tests.make import catalogue, layer


def meant(title: str, *shows: Mapping[str, Any], year: int | None = None) -> str | None:
    """The id of the show that a title means in a catalogue of these shows."""
    return catalogue(*shows).titles.the_one(title, year, "promised")


def titled(title: str, show_id: str = "x", **fields: Any) -> dict[str, Any]:
    return {"id": show_id, "title": title, **fields}


@pytest.mark.parametrize(
    ("wanted", "show"),
    [
        ("The Bear", titled("The Bear")),
        ("the bear", titled("The  Béar!")),
        ("Mr & Mrs Smith", titled("Mr. and Mrs. Smith")),
        ("The Bear (2022)", titled("The Bear", year=2022)),
        ("The Bear (2022)", titled("The Bear")),
        ("The Bear (2022)", titled("The Bear (2022)")),
        ("Ghosts (US)", titled("Ghosts", country="United States")),
        ("Ghosts (US)", titled("Ghosts (USA)")),
        ("+++", titled("+++")),
        ("Слово пацана", titled("слово Пацана")),
    ],
)
def test_one_show_of_exactly_this_title_is_meant(wanted: str, show: dict[str, Any]) -> None:
    assert meant(wanted, show) == "x"


@pytest.mark.parametrize(
    ("wanted", "show"),
    [
        ("The Bear", titled("The Bear Hunt")),
        ("The Bear Hunt", titled("The Bear")),
        ("Bear", titled("The Bear")),
        ("The Bear (2022)", titled("The Bear", year=1990)),
        ("The Bear (2022)", titled("The Bear (1990)")),
        ("Ghosts (UK)", titled("Ghosts", country="United States")),
        ("Ghosts (UK)", titled("Ghosts")),  # of a country nobody tells
        ("Ghosts", titled("Ghosts (US)")),  # told from a namesake that is not here
        ("+++", titled("***")),
    ],
)
def test_a_show_of_another_title_year_or_country_is_not(wanted: str, show: dict[str, Any]) -> None:
    assert meant(wanted, show) is None


def test_of_several_shows_of_a_title_none_is_meant_unless_the_year_tells() -> None:
    twins = [titled("Ghosts", "a", year=2019), titled("Ghosts", "b", year=2021)]
    unknown = titled("Ghosts", "c")
    assert meant("Ghosts", *twins) is None
    assert meant("Ghosts", *twins, year=2021) == "b"
    assert meant("Ghosts", *twins, unknown, year=2019) == "a"
    assert meant("Ghosts", unknown, titled("Ghosts", "d"), year=2019) is None
    assert [name.id for name in catalogue(*twins).titles.like(WantedTitle.read("Ghosts"))] == [
        "a", "b",
    ]  # fmt: skip


def test_what_a_refresh_keeps_under_the_promised_id_is_meant_whoever_comes_besides() -> None:
    mine, other = titled("Ghosts (2019)", "ghosts", year=2019), titled("Ghosts", "other", year=2021)
    live = Catalogue([layer("bundled", other), layer("live", mine)])
    assert live.titles.the_one("Ghosts", None, "ghosts") == "ghosts"
    assert live.titles.the_one("Ghosts", 2021, "ghosts") == "other"
    own = Catalogue([layer("bundled", other), layer("own", mine)])
    assert own.titles.the_one("Ghosts", None, "ghosts") is None


def test_a_hidden_show_has_no_title() -> None:
    assert meant("The Bear", titled("The Bear", hidden=True)) is None


def test_a_title_is_looked_up_anew_once_all_shows_are_read() -> None:
    known = catalogue(titled("The Bear"))
    assert known.titles.the_one("The Bear", None, "") == "x"
    assert list(known.ids()) == ["x"]
    assert known.titles.the_one("The Bear", None, "") == "x"


@given(st.text(), st.text(), st.sampled_from(["", " ", "  "]))
def test_a_title_in_any_spacing_and_case_is_the_same_title(one: str, other: str, gap: str) -> None:
    title = f"{one} {other}"
    assert title_key(f"{gap}{title}{gap}") == title_key(title)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Ghosts", ("Ghosts", "")),
        ("Ghosts (2019)", ("Ghosts", "2019")),
        ("Ghosts  (UK)", ("Ghosts", "UK")),
        ("Galactica (Miniseries)", ("Galactica (Miniseries)", "")),
        ("(2019)", ("(2019)", "")),
    ],
)
def test_a_year_or_a_country_in_brackets_is_no_part_of_the_title(
    title: str, parts: tuple[str, str]
) -> None:
    assert without_ending(title) == parts


def test_what_tells_a_show_from_others_stands_behind_it() -> None:
    known = catalogue(titled("Ghosts", year=2019, network="BBC One", country="United Kingdom"))
    assert with_facts("Ghosts", known.name("x")) == "Ghosts (2019, BBC One, United Kingdom)"
    assert with_facts("B", catalogue(titled("B")).name("x")) == "B"
