"""Lines that wait for the show of their title: which one they follow, and what they become."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.wanted_title import title_key
from premierectl.followed_line import FollowedLine
from premierectl.model import ExternalIds
from premierectl.refresh.identity import KnownShow
from premierectl.selector import WHOLE, Piece
from premierectl.united_lines import one_line_a_show, settled
from premierectl.upcoming.following import followed_rows, unknown_lines
from premierectl.upcoming.outlook import Outlook
from premierectl.waiting import (
    UnknownLines,
    UnlistedShow,
    could_be,
    is_waiting_for,
    title_and_year,
    waiting_line,
)
from premierectl.watchlist import Watchlist
from premierectl.wording.unknown import followed_unknown_words, unknown_line_words
from tests.make import catalogue, layer, moment

NOTHING = catalogue()
BEAR: dict[str, Any] = {
    "id": "the-bear-fx", "title": "The Bear", "year": 2022, "ids": {"tvmaze": 1},
}  # fmt: skip
GHOSTS: list[dict[str, Any]] = [
    {"id": "ghosts-2019", "title": "Ghosts", "year": 2019, "ids": {"tvmaze": 39}},
    {"id": "ghosts-2021", "title": "Ghosts", "year": 2021, "ids": {"tvmaze": 46}},
]


def waiting(title: str, year: int | None = None, **fields: Any) -> FollowedLine:
    return waiting_line(title, year, NOTHING, **fields)


@pytest.mark.parametrize(
    ("words", "title", "year", "piece"),
    [
        ("The Bear", "The Bear", None, WHOLE),
        ("The Bear (2022)", "The Bear", 2022, WHOLE),
        ("The Bear season 3", "The Bear", None, Piece(3)),
        ("The Bear (2022) s3p2", "The Bear", 2022, Piece(3, "part", 2)),
        ("The Bear:special", "The Bear", None, Piece("special")),
        ("The Office (US)", "The Office (US)", None, WHOLE),
        (" Dune:Prophecy ", "Dune:Prophecy", None, WHOLE),
        ("1923", "1923", None, WHOLE),
        ("24 3x02", "24", None, Piece(3, "episode", 2)),
        ("", "", None, WHOLE),
    ],
)
def test_words_say_a_title_a_year_and_a_piece(
    words: str, title: str, year: int | None, piece: Piece
) -> None:
    assert UnlistedShow.read(words) == UnlistedShow(title, year, piece)


def test_what_is_followed_by_title_is_named_with_its_year_and_piece() -> None:
    assert UnlistedShow.read("The Bear (2022) s3").name == "The Bear (2022) season 3"
    assert UnlistedShow.read("The Bear").name == "The Bear"
    assert title_and_year("Girls (2012)", 2012) == "Girls (2012)"


def test_a_line_that_waits_says_all_that_is_known_of_its_show() -> None:
    when = datetime(2026, 11, 23, tzinfo=UTC)
    line = waiting("The Bear (2022)", season=3, part=1, added=when, note="n", tags=("t",))
    assert line == FollowedLine(
        id="the-bear-2022", season=3, part=1, added=when, note="n", title="The Bear", year=2022,
        tags=("t",), by_title=True,
    )  # fmt: skip


def test_its_id_is_that_of_no_show_and_of_no_other_line() -> None:
    other = catalogue({"id": "the-bear", "title": "The Bear Documentary"})
    line = waiting_line("The Bear", None, other)
    assert line.id == "the-bear-2"
    assert line.show_in(other) is None
    again = waiting_line("The Bear", None, other, is_taken=[line.id].__contains__)
    assert again.id == "the-bear-3"


titles = st.sampled_from(
    ["Ghosts", "GHOSTS", "Ghosts (US)", "Ghosts (2019)", "Ghost", "The Ghosts"]
)
years = st.none() | st.sampled_from([2019, 2021])
shows = st.fixed_dictionaries(
    {"title": titles | st.text(min_size=1, max_size=3)},
    optional={
        "year": st.sampled_from([2019, 2021]),
        "country": st.sampled_from(["United States", "Japan"]),
        "ids": st.fixed_dictionaries({"tvmaze": st.integers(1, 9)}),
    },
)
layers = st.lists(
    st.tuples(st.sampled_from(["ghosts", "ghosts-2019", "b", "c"]), shows),
    max_size=4,
    unique_by=lambda each: each[0],
).map(lambda listed: [{"id": show_id, **fields} for show_id, fields in listed])


def plain(title: str) -> str:
    return title_key(title.partition(" (")[0])


@given(titles | st.text(min_size=1, max_size=3), years, layers, layers, layers)
def test_a_line_that_waits_never_follows_a_show_of_another_title_or_year(
    title: str, year: int | None, bundled: list[Any], live: list[Any], own: list[Any]
) -> None:
    line = waiting(title, year)
    known = Catalogue([layer("bundled", *bundled), layer("live", *live), layer("own", *own)])
    show_id = line.show_in(known)
    if show_id is not None:
        name = known.name(show_id)
        assert plain(name.title) == plain(line.title or "")
        assert None in (line.year, name.year) or line.year == name.year
        assert show_id in [each.id for each in could_be(line, known)]
    else:
        could = could_be(line, known)
        assert len(could) != 1 or "(" in could[0].title + title


@given(titles, years, layers, layers)
def test_settling_twice_is_settling_once(
    title: str, year: int | None, bundled: list[Any], live: list[Any]
) -> None:
    known = Catalogue([layer("bundled", *bundled), layer("live", *live)])
    # Where two shows claim one number, which of them it is may only be known once lines are united.
    claims = {(each["ids"]["tvmaze"], each["id"]) for each in (*bundled, *live) if "ids" in each}
    assume(len(claims) == len({number for number, _ in claims}))
    lines = [waiting(title, year), FollowedLine(id="b"), FollowedLine(id="ghosts")]
    once = settled(Watchlist().with_all(lines), known)
    assert settled(once, known) == once
    assert list(once.entries) == sorted(once.entries, key=lambda line: line.id)


def test_it_is_the_show_that_a_layer_brings_and_becomes_its_line() -> None:
    line = waiting("The Bear", note="n")
    assert line.show_in(NOTHING) is None
    assert line.show_in(catalogue(BEAR)) == "the-bear-fx"
    assert settled(Watchlist((line,)), catalogue(BEAR)).entries == (
        FollowedLine(
            id="the-bear-fx", note="n", title="The Bear", year=2022, ids=ExternalIds(tvmaze=1)
        ),
    )
    assert settled(Watchlist((line,)), NOTHING).entries == (line,)
    assert Watchlist((line,)).remembering(catalogue(BEAR)).entries == (line,)


def test_lines_that_turn_out_to_be_one_show_are_one() -> None:
    early, late = (datetime(year, 1, 1, tzinfo=UTC) for year in (2025, 2026))
    lines = Watchlist().with_all(
        [
            waiting("The Bear", note="with Sam", tags=("food",), added=late, season=2),
            waiting("The Bear", 2022, added=early, season=2),
            FollowedLine(id="imdb:tt1", ids=ExternalIds(imdb="tt1"), note="best", season=2),
            FollowedLine(id="the-bear-fx", season=2, tags=("food", "drama"), muted="always"),
            waiting("The Bear", season=3),
        ]
    )
    known = catalogue({**BEAR, "ids": {"tvmaze": 1, "imdb": "tt1"}})
    second, third = settled(lines, known).entries
    assert second == FollowedLine(
        id="the-bear-fx", season=2, added=early, note="best; with Sam", tags=("food", "drama"),
        title="The Bear", year=2022, ids=ExternalIds(tvmaze=1, imdb="tt1"),
    )  # fmt: skip
    assert (third.id, third.season, third.by_title) == ("the-bear-fx", 3, False)


def test_a_title_with_a_number_goes_by_the_number() -> None:
    line = FollowedLine(id="bear", title="Bear", by_title=True, ids=ExternalIds(tvmaze=1))
    assert line.show_in(catalogue(BEAR)) == "the-bear-fx"
    assert line.show_in(catalogue({"id": "bear", "title": "Bear", "ids": {"tvmaze": 2}})) is None
    assert could_be(line, catalogue({"id": "bear", "title": "Bear"})) == []
    assert not settled(Watchlist((line,)), catalogue(BEAR)).entries[0].by_title
    assert list(followed_unknown_words([line], NOTHING)) == [
        "followed but not in the catalogue here yet: Bear (tvmaze:1); the next refresh will look "
        "for it"
    ]
    assert not KnownShow.followed(line).by_title


def test_what_all_lines_of_a_show_mute_stays_muted() -> None:
    muted = [waiting("The Bear"), waiting("The Bear", 2022)]
    lines = Watchlist().with_all(FollowedLine(id=each.id, title="The Bear", by_title=True, muted="dated") for each in muted)  # fmt: skip
    (line,) = one_line_a_show(lines, catalogue(BEAR)).entries
    assert line.muted == "dated"


def test_a_line_of_another_show_makes_room_for_the_show_that_came() -> None:
    other = FollowedLine(id="the-bear-fx", ids=ExternalIds(tvmaze=9), title="The Bear", year=1990)
    after = settled(Watchlist().with_all([waiting("The Bear", 2022), other]), catalogue(BEAR))
    assert [(line.id, line.year) for line in after.entries] == [
        ("the-bear-fx", 2022), ("tvmaze:9", 1990),
    ]  # fmt: skip
    waits = FollowedLine(id="aurora", title="Other", by_title=True)
    aurora = catalogue({"id": "aurora", "title": "Aurora"})
    assert Watchlist((waits,)).freed("aurora", aurora).ids == ("aurora-waiting",)


def test_of_several_shows_of_the_title_the_one_that_is_followed_is_meant() -> None:
    line, known = waiting("Ghosts", note="n"), catalogue(*GHOSTS)
    assert line.show_in(known) is None
    lines = Watchlist().with_all([line, FollowedLine(id="ghosts-2021")])
    assert [(each.id, each.note) for each in settled(lines, known).entries] == [
        ("ghosts-2021", "n")
    ]
    both = lines.with_all([FollowedLine(id="ghosts-2019")])
    assert [each.id for each in settled(both, known).entries] == [
        "ghosts", "ghosts-2019", "ghosts-2021",
    ]  # fmt: skip


def test_lines_are_called_by_id_number_or_title() -> None:
    plain_line, dated = waiting("Ghosts"), waiting("Ghosts", 2019)
    number = FollowedLine(id="tvdb:7", ids=ExternalIds(tvdb=7), title="Spooks")
    lines = UnknownLines([plain_line, dated, number, FollowedLine(id="gone")])
    assert lines.called("ghosts-2019") == lines.called("ghosts-2019:s3") == [dated]
    assert lines.called("GHOSTS") == [plain_line]
    assert lines.called("Ghosts (2019) season 2") == [dated]
    assert UnknownLines([dated, number]).called("Ghosts") == [dated]
    assert lines.called("tvdb:7") == lines.called("spooks") == [number]
    assert lines.called("Gone (2020)") == []
    assert "gone" in lines
    assert "Gone (2020)" not in lines


@pytest.mark.parametrize(
    ("line", "words", "is_it"),
    [
        (waiting("The Bear", 2022), "The Bear", True),
        (waiting("The Bear", 2022), "the bear (2022)", True),
        (waiting("The Bear"), "The Bear (2022)", False),
        (waiting("The Bear", 2022), "The Bear (1990)", False),
        (waiting("Ghosts (US)"), "Ghosts", True),
        (waiting("Ghosts"), "Ghosts (US)", False),
        (FollowedLine(id="the-bear"), "The Bear", False),
    ],
)
def test_a_line_is_of_a_title_where_it_says_no_less(
    line: FollowedLine, words: str, is_it: bool
) -> None:
    assert is_waiting_for(line, UnlistedShow.read(words).wanted) is is_it


def test_what_waits_is_listed_once_with_what_it_could_be() -> None:
    known = catalogue(*GHOSTS, BEAR)
    lines = [waiting("Ghosts"), waiting("The Bear"), waiting("The Bear", 2022), waiting("Other")]
    outlook = Outlook.of(moment(), known, Watchlist().with_all(lines))
    rows, _ = followed_rows(outlook)
    told = [(row.line.id, row.show is not None, len(row.could_be)) for row in rows]
    assert told == [("the-bear-fx", True, 0), ("ghosts", False, 2), ("other", False, 0)]
    unknown = unknown_lines(outlook)
    assert [line.id for line in unknown] == ["ghosts", "other"]
    assert list(followed_unknown_words(unknown, known)) == [
        "followed but not in the catalogue yet: Other; the next refresh will look for it",
        "Ghosts could be Ghosts (2019) (ghosts-2019) or Ghosts (2021) (ghosts-2021); follow the one "
        "that you mean: premierectl watchlist add ghosts-2019",
    ]
    assert unknown_line_words(unknown[1]) == (
        "not in the catalogue yet; the next refresh will look for it"
    )
    assert unknown_line_words(unknown[0], could_be(unknown[0], known)) == (
        "not in the catalogue yet; could be Ghosts (2019) (ghosts-2019) or Ghosts (2021) "
        "(ghosts-2021)"
    )


def test_one_show_that_is_told_from_a_namesake_may_be_it_and_is_not_taken() -> None:
    known = catalogue({"id": "ghosts", "title": "Ghosts (US)"})
    lines = [waiting("Ghosts")]
    assert list(followed_unknown_words(lines, known)) == [
        "Ghosts could be Ghosts (US) (ghosts); if it is, follow it: premierectl watchlist add ghosts"
    ]
