"""A user's words to a show."""

import pytest

from premierectl.catalogue.find import Address, Piece, address, find, is_name, spoken
from premierectl.catalogue.near import did_you_mean, nearest
from tests.make import catalogue

KNOWN = catalogue(
    {"id": "heartstopper", "title": "Heartstopper"},
    {"id": "the-pitt", "title": "The Pitt"},
    {"id": "the-diplomat", "title": "The Diplomat"},
    {"id": "only-murders", "title": "Only Murders in the Building", "aliases": ["OMITB"]},
    {"id": "elite", "title": "Élite"},
    {"id": "greys", "title": "Grey's Anatomy"},
    {"id": "girls", "title": "Girls"},
    {"id": "girls-2", "title": "GIRLS"},
    {"id": "office", "title": "The Office", "aliases": ["Pitt Street"]},
    {"id": "heart", "title": "Braveheart Street", "aliases": ["Le Bureau"]},
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("heartstopper", ["heartstopper"]),
        ("HEARTSTOPPER", ["heartstopper"]),
        ("The Pitt", ["the-pitt"]),
        ("pitt", ["the-pitt"]),
        ("a pitt", ["the-pitt"]),
        ("omitb", ["only-murders"]),
        ("elite", ["elite"]),
        ("ÉLITE", ["elite"]),
        ("greys anatomy", ["greys"]),
        ("grey’s anatomy", ["greys"]),
        ("only murders in", ["only-murders"]),
        ("dip", ["the-diplomat"]),
        ("the", ["the-pitt", "the-diplomat", "office"]),
        ("building", ["only-murders"]),
        ("building murders", ["only-murders"]),
        ("bureau", ["heart"]),
        ("street", ["office", "heart"]),
        ("girls-2", ["girls-2"]),
        ("girls", ["girls"]),
        ("Girls", ["girls", "girls-2"]),
        ("heartstoper", []),
        ("urders", []),
        ("", []),
        ("...", []),
    ],
)
def test_exact_beats_alias_beats_start_beats_words(words: str, ids: list[str]) -> None:
    assert [name.id for name in find(words, KNOWN)] == ids


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pitt", Address("pitt")),
        ("pitt:s3", Address("pitt", Piece(3))),
        ("Pitt:S3", Address("Pitt", Piece(3))),
        ("pitt s3", Address("pitt", Piece(3))),
        ("the pitt season 3", Address("the pitt", Piece(3))),
        ("pitt: season 3", Address("pitt", Piece(3))),
        ("doctor-who:special", Address("doctor-who", Piece("special"))),
        ("stranger things:s5p2", Address("stranger things", Piece(5, "part", 2))),
        ("stranger things season 5 part 2", Address("stranger things", Piece(5, "part", 2))),
        ("pitt:s3e4", Address("pitt", Piece(3, "episode", 4))),
        ("pitt s3 ep 4", Address("pitt", Piece(3, "episode", 4))),
        ("pitt:s3finale", Address("pitt", Piece(3, "finale"))),
        ("pitt season 3 finale", Address("pitt", Piece(3, "finale"))),
        ("pitt:s3x4", Address("pitt:s3x4")),
        (" pitt ", Address("pitt")),
        ("s3", Address("s3")),
        ("seasons", Address("seasons")),
        ("pitts3", Address("pitts3")),
    ],
)
def test_what_stands_behind_a_show_picks_its_season(words: str, expected: Address) -> None:
    assert address(words) == expected


@pytest.mark.parametrize(
    ("words", "holds"),
    [("pitt", True), ("the-pitt", True), ("THE PITT", True), ("pit", False), ("the", False)],
)
def test_a_name_is_all_of_it_or_none(words: str, holds: bool) -> None:
    assert is_name(words, KNOWN.name("the-pitt")) is holds


def test_a_near_miss_is_suggested() -> None:
    assert nearest("hearstoper", ["pitt", "heartstopper"]) == ("heartstopper",)
    assert did_you_mean("titel", ["title", "id"]) == "; did you mean title?"


def test_nothing_near_suggests_nothing() -> None:
    assert nearest("xyzzy", ["pitt", "heartstopper"]) == ()
    assert did_you_mean("xyzzy", ["title"]) == ""


def test_of_two_shows_that_go_by_the_same_the_first_is_known_by_it() -> None:
    known = spoken(catalogue({"id": "b", "title": "Élite"}, {"id": "elite", "aliases": ["The B"]}))
    assert known == {"b": "b", "elite": "b", "the b": "elite"}
