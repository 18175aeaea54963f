"""Of which show something is stated, and what a new one goes by."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.catalogue.subject import Hints, Subject, subjects
from premierectl.catalogue.titled import TitledShows, letters
from premierectl.errors import PremierectlError
from premierectl.model import ID
from tests.make import catalogue

KNOWN = TitledShows(
    catalogue(
        {"id": "haunts", "title": "Haunts", "year": 2019},
        {"id": "c", "title": "C++"},
        {"id": "secret", "title": "Secret", "year": 1999, "hidden": True},
    )
)
IDS = {"haunts", "c"}
spoken = st.sampled_from(
    ["Haunts", "haunts (2021)", "The Haunts", "C", "C#", "Aeon", "Æon", "日本"]
)
titles = st.lists(st.one_of(spoken, st.text(min_size=1, max_size=8)), max_size=5)
years = st.one_of(st.none(), st.integers(1900, 2100))


@given(titles, years, st.booleans())
def test_no_two_shows_get_one_id_whatever_they_are_called(
    asked: list[str], year: int | None, new: bool
) -> None:
    found = subjects(asked, Hints(year=year, new=new), KNOWN)
    made = [
        (title, each)
        for title, each in zip(asked, found, strict=True)
        if isinstance(each, Subject) and each.is_new
    ]
    assert all(re.fullmatch(ID, each.id) and each.id not in IDS for _, each in made)
    for (_, one), (_, other) in combinations(made, 2):
        if one.id == other.id:
            assert (letters(one.title), one.year) == (letters(other.title), other.year)


@given(titles, years)
def test_a_known_show_is_only_taken_for_one_of_its_letters_and_its_year(
    asked: list[str], year: int | None
) -> None:
    for each in subjects(asked, Hints(year=year), KNOWN):
        if isinstance(each, Subject) and each.id == "haunts":
            assert each == Subject("haunts", "Haunts", is_new=False)
            assert year in (None, 2019)


def test_a_hidden_show_is_named_with_the_way_to_have_it_back() -> None:
    (refusal,) = subjects(["Secret"], Hints(), KNOWN)
    assert isinstance(refusal, PremierectlError)
    assert refusal.message == (
        "Secret is hidden by your catalogue; to have it back: "
        "premierectl catalogue remove secret --field hidden"
    )


@pytest.mark.parametrize("said", [Hints(new=True), Hints(country="UK", year=2020)])
def test_a_hidden_show_is_in_the_way_of_no_other(said: Hints) -> None:
    (made,) = subjects(["Secret"], said, KNOWN)
    assert isinstance(made, Subject)
    assert (made.is_new, made.id) == (True, "secret-2" if said.year is None else "secret-2020")
