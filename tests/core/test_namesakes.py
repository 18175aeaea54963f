"""Shows of one title, told apart."""

from typing import Any

import pytest

from premierectl.catalogue.catalogue import Name
from premierectl.catalogue.namesakes import distinct_titles


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ({}, {"title": "Aurora"}, ["Ghosts", "Aurora"]),
        ({"year": 2019}, {"year": 2021}, ["Ghosts (2019)", "Ghosts (2021)"]),
        ({"year": 2019}, {"title": "ghosts", "year": 2021}, ["Ghosts (2019)", "ghosts (2021)"]),
        ({"year": 2019, "network": "BBC"}, {"network": "CBS"}, ["Ghosts (BBC)", "Ghosts (CBS)"]),
        ({"year": 2019, "country": "UK"}, {"year": 2019, "country": "US"}, ["Ghosts (UK)", "Ghosts (US)"]),
        ({"year": 2019}, {}, ["Ghosts (a)", "Ghosts (b)"]),
    ],
)  # fmt: skip
def test_behind_a_title_that_others_have_stands_what_differs(
    first: dict[str, Any], second: dict[str, Any], titles: list[str]
) -> None:
    shows = [
        Name(**{"id": "a", "title": "Ghosts", **first}),
        Name(**{"id": "b", "title": "Ghosts", **second}),
    ]
    assert list(distinct_titles([*shows, shows[0]]).values()) == titles
