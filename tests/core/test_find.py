"""A user's words to a show."""

import pytest

from premierectl.catalogue.find import find, first_called, is_name, spoken
from premierectl.catalogue.suggest import did_you_mean, nearest
from premierectl.selector import Piece, Selector, read_selector
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
TITLES = catalogue(
    {"id": "the-fall", "title": "The Fall"},
    {"id": "fall", "title": "Fall"},
    {"id": "mr-mrs-smith", "title": "Mr. & Mrs. Smith"},
    {"id": "husbands", "title": "Wives and Husbands"},
    {"id": "nine", "title": "9-1-1"},
    {"id": "korea", "title": "M*A*S*H"},
    {"id": "a-p-bio", "title": "A.P. Bio"},
    {"id": "witness", "title": "Øyevitne"},
    {"id": "george", "title": "Đorđe"},
    {"id": "honesty", "title": "Ærlighed"},
    {"id": "red-buds", "title": "Kızıl Goncalar"},
    {"id": "titan", "title": "進撃の巨人"},
    {"id": "shameless", "title": "Shameless", "year": 2004, "country": "United Kingdom"},
    {"id": "shameless-2011", "title": "Shameless", "year": 2011, "country": "United States"},
    {"id": "tlou", "title": "The Last of Us", "aliases": ["Joel and Ellie on the Road"]},
    {"id": "what", "title": "?!"},
    {"id": "odd", "title": "Odd", "year": "soon", "country": 7},
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("The Fall", ["the-fall"]),
        ("the fall", ["the-fall"]),
        ("fall", ["fall"]),
        ("FALL", ["fall"]),
        ("the-fall", ["the-fall"]),
        ("mr and mrs smith", ["mr-mrs-smith"]),
        ("mr & mrs smith", ["mr-mrs-smith"]),
        ("wives & husbands", ["husbands"]),
        ("911", ["nine"]),
        ("9 1 1", ["nine"]),
        ("mash", ["korea"]),
        ("ap bio", ["a-p-bio"]),
        ("oyevitne", ["witness"]),
        ("øyevitne", ["witness"]),
        ("dorde", ["george"]),
        ("ĐORĐE", ["george"]),
        ("aerlighed", ["honesty"]),
        ("kizil goncalar", ["red-buds"]),
        ("kızıl goncalar", ["red-buds"]),
        ("KIZIL GONCALAR", ["red-buds"]),
        ("KİZİL", ["red-buds"]),
        ("巨人", ["titan"]),
        ("Shameless (2011)", ["shameless-2011"]),
        ("shameless 2004", ["shameless"]),
        ("shameless us", ["shameless-2011"]),
        ("shameless United Kingdom", ["shameless"]),
        ("shameless uk", ["shameless"]),
        ("shameless", ["shameless", "shameless-2011"]),
        ("Shameless", ["shameless", "shameless-2011"]),
        ("shameless-2011", ["shameless-2011"]),
        ("shameless 1999", []),
        ("lou", []),
        ("jaeotr", ["tlou"]),
        ("last of us", ["tlou"]),
        ("?!", ["what"]),
        ("!?", []),
        ("odd", ["odd"]),
        ("odd soon", []),
    ],
)
def test_a_title_is_found_as_people_write_it(words: str, ids: list[str]) -> None:
    assert [name.id for name in find(words, TITLES)] == ids


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
        ("girls", ["girls", "girls-2"]),
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
        ("pitt", Selector("pitt")),
        ("pitt:s3", Selector("pitt", Piece(3))),
        ("Pitt:S3", Selector("Pitt", Piece(3))),
        ("pitt s3", Selector("pitt", Piece(3))),
        ("the pitt season 3", Selector("the pitt", Piece(3))),
        ("pitt: season 3", Selector("pitt", Piece(3))),
        ("doctor-who:special", Selector("doctor-who", Piece("special"))),
        ("stranger things:s5p2", Selector("stranger things", Piece(5, "part", 2))),
        ("stranger things season 5 part 2", Selector("stranger things", Piece(5, "part", 2))),
        ("pitt:s3e4", Selector("pitt", Piece(3, "episode", 4))),
        ("pitt s3 ep 4", Selector("pitt", Piece(3, "episode", 4))),
        ("pitt:s3finale", Selector("pitt", Piece(3, "finale"))),
        ("pitt season 3 finale", Selector("pitt", Piece(3, "finale"))),
        ("pitt:s3x4", Selector("pitt", Piece("s3x4"))),
        ("pitt 3x04", Selector("pitt", Piece(3, "episode", 4))),
        ("pitt:3x4", Selector("pitt", Piece(3, "episode", 4))),
        ("4x4", Selector("4x4")),
        ("doctor-who:christmas-special", Selector("doctor-who", Piece("christmas-special"))),
        ("who:feast:e2", Selector("who", Piece("feast", "episode", 2))),
        ("who:feast:finale", Selector("who", Piece("feast", "finale"))),
        ("pitt:s3:pilot", Selector("pitt", Piece(3, "episode", name="pilot"))),
        (" pitt ", Selector("pitt")),
        ("s3", Selector("s3")),
        ("seasons", Selector("seasons")),
        ("pitts3", Selector("pitts3")),
    ],
)
def test_what_stands_behind_a_show_picks_its_season(words: str, expected: Selector) -> None:
    assert read_selector(words) == expected


@pytest.mark.parametrize(
    ("words", "holds"),
    [("pitt", True), ("the-pitt", True), ("THE PITT", True), ("pit", False), ("the", False)],
)
def test_a_name_is_all_of_it_or_none(words: str, holds: bool) -> None:
    assert is_name(words, KNOWN.name("the-pitt")) is holds


def test_a_near_miss_is_suggested() -> None:
    assert nearest("hearstoper", ["pitt", "heartstopper"]) == ("heartstopper",)
    assert did_you_mean("titel", ["title", "id"]) == "; did you mean title?"


def test_of_words_that_are_as_near_the_first_by_alphabet_are_suggested() -> None:
    known = [f"chronicle {number}" for number in range(9, 0, -1)]
    assert nearest("choronicle 0", known) == ("chronicle 1", "chronicle 2", "chronicle 3")


def test_nothing_near_suggests_nothing() -> None:
    assert nearest("xyzzy", ["pitt", "heartstopper"]) == ()
    assert did_you_mean("xyzzy", ["title"]) == ""


def test_of_two_shows_that_go_by_the_same_the_first_is_known_by_it() -> None:
    known = catalogue({"id": "b", "title": "Élite"}, {"id": "elite", "aliases": ["The B"]})
    called = {text: first_called(text, known) for text in spoken(known)}
    assert called == {"b": "b", "elite": "b", "the b": "elite"}
