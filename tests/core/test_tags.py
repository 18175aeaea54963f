"""Tags: what is one, how they are compared, and what is tagged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.errors import NothingError, UsageError
from premierectl.folding import folded
from premierectl.followed_line import FollowedLine, notes_of, united_tags
from premierectl.selector import WHOLE, Piece
from premierectl.tags import known_tags, refuse_unknown_tag, tag_of, tagged_lines, untagged_lines
from premierectl.watchlist import Watchlist

WHOLE_SHOW = FollowedLine(id="a", tags=("Kids",))
SEASON = FollowedLine(id="a", season=2)
OTHER = FollowedLine(id="a", season=3)


@pytest.mark.parametrize("word", ["kids", "Sci-Fi", "to_do", "2027", "Été", "日本", "a" * 40])
def test_a_tag_is_a_word_of_letters_digits_and_two_signs(word: str) -> None:
    assert tag_of(word) == word


@pytest.mark.parametrize(
    "word", ["", " ", "two words", "a,b", "a:b", "-x", "-", "_", "a/b", "a" * 41, "a\n", "\x1b"]
)
def test_everything_else_is_no_tag(word: str) -> None:
    with pytest.raises(UsageError, match="is not a tag; a tag is one word of letters, digits"):
        tag_of(word)


def test_a_tag_is_kept_as_it_was_written_first() -> None:
    assert united_tags(["Sci-Fi", "kids", "sci-fi", "KIDS"]) == ("Sci-Fi", "kids")


def test_only_the_piece_that_is_meant_is_tagged() -> None:
    lines = (SEASON, OTHER)
    assert [line.tags for line in tagged_lines(lines, Piece(2), "x")] == [("x",), ()]
    assert [line.tags for line in tagged_lines(lines, WHOLE, "x")] == [("x",), ("x",)]
    assert tagged_lines((WHOLE_SHOW,), Piece(2), "x") == (WHOLE_SHOW,)


def test_a_tag_in_other_letters_is_the_same_tag() -> None:
    assert tagged_lines((WHOLE_SHOW,), WHOLE, "KIDS") == (WHOLE_SHOW,)
    assert [line.tags for line in untagged_lines((WHOLE_SHOW,), WHOLE, "KIDS")] == [()]
    assert untagged_lines((WHOLE_SHOW,), Piece(2), "kids") == (WHOLE_SHOW,)


def test_an_unknown_tag_is_refused_with_those_there_are() -> None:
    listed = Watchlist((WHOLE_SHOW, FollowedLine(id="b", tags=("b2", "Anime", "kids"))))
    refuse_unknown_tag("ANIME", listed)
    assert known_tags(listed) == ["Anime", "b2", "Kids"]
    with pytest.raises(NothingError) as refused:
        refuse_unknown_tag("x", listed)
    assert refused.value.message == "no followed show is tagged x; tags: Anime, b2, Kids"
    with pytest.raises(NothingError) as refused:
        refuse_unknown_tag("x", Watchlist((SEASON,)))
    assert refused.value.message == (
        "no followed show is tagged x; tag shows with: premierectl watchlist tag SHOW... NAME"
    )


def test_notes_of_lines_stand_once_each() -> None:
    lines = [FollowedLine(id="a", note=note) for note in ("x", None, "y", "x")]
    assert notes_of(lines) == "x; y"
    assert notes_of([]) is None


words = st.text("abAB-_1é", min_size=1, max_size=3).filter(
    lambda word: not word.startswith("-") and bool(folded(word))
)


@given(st.lists(words), words)
def test_untagging_takes_a_tag_away_and_tagging_brings_it(tags: list[str], tag: str) -> None:
    lines = (FollowedLine(id="a", tags=united_tags(tags)),)
    (tagged,) = tagged_lines(lines, WHOLE, tag)
    (untagged,) = untagged_lines((tagged,), WHOLE, tag)
    assert folded(tag) in map(folded, tagged.tags)
    assert folded(tag) not in map(folded, untagged.tags)
    others = [each for each in united_tags(tags) if folded(each) != folded(tag)]
    assert list(untagged.tags) == others
