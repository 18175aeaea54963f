"""Which networks and genres are meant by the words of a filter."""

from typing import Any

import pytest

from premierectl.errors import AmbiguousError, NothingError
from premierectl.upcoming.filter_names import with_known_names_meant, with_names_meant
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Chosen
from tests.make import catalogue, show

SHOWS: list[dict[str, Any]] = [
    {"id": "a", "title": "A", "network": "Apple TV", "genres": ["Drama", "Science-Fiction"]},
    {"id": "b", "title": "B", "network": "BBC One", "genres": ["Comedy", "Dark Comedy"]},
    {
        "id": "c", "title": "C", "network": "BBC Two",
        "seasons": [{"number": 2, "network": "HBO"}, {"number": 3, "network": "HBO Max"}],
    },
]  # fmt: skip


def meant(*networks: str, genres: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    filters = Filters(networks=networks, genres=genres)
    found = with_names_meant(filters, [Chosen(show(**fields), ("bundled",)) for fields in SHOWS])
    assert with_known_names_meant(filters, catalogue(*SHOWS)) == found
    return found.networks, found.genres


@pytest.mark.parametrize(
    ("word", "network"),
    [
        ("apple", "Apple TV"),
        ("bbc one", "BBC One"),
        ("BBC two", "BBC Two"),
        ("hbo", "HBO"),
        ("max", "HBO Max"),
        ("one", "BBC One"),
        ("pple", "Apple TV"),
    ],
)
def test_a_network_is_meant_by_its_name_or_a_part_of_one_alone(word: str, network: str) -> None:
    assert meant(word) == ((network,), ())


def test_several_may_be_meant_one_by_one() -> None:
    assert meant("apple", "bbc one", genres=("drama", "fiction")) == (
        ("Apple TV", "BBC One"),
        ("Drama", "Science-Fiction"),
    )
    assert meant(genres=("comedy",)) == ((), ("Comedy",))


def test_a_word_of_several_names_is_refused_with_all_of_them() -> None:
    with pytest.raises(
        AmbiguousError, match=r"^'bbc' could be BBC One, BBC Two; name one of them$"
    ):
        meant("bbc")


@pytest.mark.parametrize(
    ("word", "error"),
    [
        ("appel tv", "no show here is on 'appel tv'; did you mean Apple TV?"),
        (
            "nowhere",
            "no show here is on 'nowhere'; choose from Apple TV, BBC One, BBC Two, HBO, HBO Max",
        ),
        ("!", "no show here is on '!'; choose from Apple TV, BBC One, BBC Two, HBO, HBO Max"),
    ],
)
def test_a_word_of_no_name_is_told_with_what_there_is(word: str, error: str) -> None:
    with pytest.raises(NothingError) as raised:
        meant(word)
    assert raised.value.message == error


def test_a_genre_that_nothing_has_is_told_likewise() -> None:
    with pytest.raises(NothingError) as raised:
        meant(genres=("drmaa",))
    assert raised.value.message == "no show here has the genre 'drmaa'; did you mean Drama?"


def test_where_no_name_is_known_there_is_no_choice() -> None:
    with pytest.raises(NothingError) as raised:
        with_names_meant(Filters(genres=("drama",)), [Chosen(show(), ("bundled",))])
    assert raised.value.message == "no show here has the genre 'drama'"


def test_of_many_names_the_first_are_told() -> None:
    shows: list[dict[str, Any]] = [
        {"id": f"s{n}", "title": "S", "network": f"Net {n:02}"} for n in range(14)
    ]
    with pytest.raises(NothingError) as raised:
        with_known_names_meant(Filters(networks=("x",)), catalogue(*shows))
    assert raised.value.message.endswith("Net 10, Net 11 and 2 more")


def test_without_words_nothing_is_looked_up() -> None:
    assert with_known_names_meant(Filters(), catalogue(*SHOWS)) == Filters()
