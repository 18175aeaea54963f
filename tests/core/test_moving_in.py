"""From the rows of other trackers to what is followed, what is kept, and what is left and why."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.followed_line import FollowedLine
from premierectl.model import ExternalIds
from premierectl.moving_in.leftovers import leftovers
from premierectl.moving_in.match import Matcher
from premierectl.moving_in.outcome import TAKEN, Imported, outcomes, with_lines
from premierectl.moving_in.row import LEFT_OUT, ImportedRow
from premierectl.moving_in.summary import last_lines, summary
from premierectl.moving_in.united import united
from premierectl.watchlist import Watchlist
from tests.make import catalogue

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KNOWN = catalogue(
    {"id": "heartstopper", "title": "Heartstopper", "year": 2022, "ids": {"imdb": "tt10638036"}},
    {"id": "the-pitt", "title": "The Pitt", "aliases": ["Pittsburgh"], "ids": {"tvdb": 7}},
    {"id": "ghosts-2019", "title": "Ghosts", "year": 2019, "country": "United Kingdom"},
    {"id": "ghosts-2021", "title": "Ghosts", "year": 2021, "country": "United States"},
    {"id": "doctor-who", "title": "Doctor Who"},
    {"id": "twin", "title": "Twin"},
    {"id": "twin-2", "title": "Twin", "year": 2020},
)
MATCHER = Matcher(KNOWN)


def row(title: str | None = None, **fields: Any) -> ImportedRow:
    """A row; numbers are given by their service: ``row("Girls", tvdb=1)``."""
    ids = {name: fields.pop(name) for name in ExternalIds.__struct_fields__ if name in fields}
    return ImportedRow(title=title, ids=ExternalIds(**ids), **fields)


def became(*rows: ImportedRow, followed: Sequence[str] = (), **options: Any) -> list[Imported]:
    """What became of these rows of one account."""
    lines = Watchlist(tuple(FollowedLine(id=each) for each in followed))
    return outcomes(united(rows), MATCHER, lines, added=NOW, **options)


def told(*rows: ImportedRow, **options: Any) -> list[tuple[str, str | None, str]]:
    """Outcome, id and reason of each."""
    found = became(*rows, **options)
    return [(each.outcome, each.line.id if each.line else None, each.reason) for each in found]


@pytest.mark.parametrize(
    ("given_row", "show_id"),
    [
        (row("Whatever", imdb="tt10638036"), "heartstopper"),
        (row(None, tvdb=7), "the-pitt"),
        (row("heartstopper"), "heartstopper"),
        (row("Pitt"), "the-pitt"),
        (row("Pittsburgh"), "the-pitt"),
        (row("Heartstopper", year=2022), "heartstopper"),
        (row("The Pitt", year=2025), "the-pitt"),
        (row("Ghosts", year=2021), "ghosts-2021"),
        (row("Ghosts (US)"), "ghosts-2021"),
        (row("Ghosts (2019)"), "ghosts-2019"),
        (row("Twin", year=2020), "twin-2"),
        (row("Twin", year=2015), "twin"),
        (row("Anything", show="doctor-who"), "doctor-who"),
    ],
)
def test_a_show_is_taken_by_number_or_by_its_whole_title(
    given_row: ImportedRow, show_id: str
) -> None:
    assert told(given_row) == [("added", show_id, "")]


@pytest.mark.parametrize(
    ("given_row", "outcome", "candidates", "reason"),
    [
        (row("Ghosts"), "ambiguous", ("ghosts-2019", "ghosts-2021"), "2 shows have that title"),
        (
            row("Doctor Who (2005)"),
            "ambiguous",
            ("doctor-who",),
            "the catalogue does not say which of that name is 2005",
        ),
        (
            row("The Pitt (UK)"),
            "ambiguous",
            ("the-pitt",),
            "the catalogue does not say which of that name is UK",
        ),
        (
            row("X", imdb="tt10638036", tvdb=7),
            "ambiguous",
            ("heartstopper", "the-pitt"),
            "imdb:tt10638036 and tvdb:7 are different shows",
        ),
        (
            row("Heartstopper", year=1999),
            "unknown",
            ("heartstopper",),
            "the show of that title is from 2022",
        ),
        (row("Ghosts (2030)"), "unknown", ("ghosts-2019", "ghosts-2021"), "no show has that title"),
        (row("Hartstopper"), "unknown", ("heartstopper",), "no show has that title"),
        (row("Heart"), "unknown", (), "no show has that title"),
        (row("Night Harbour (2030)"), "unknown", (), "no show has that title"),
        (row(None, tmdb=5), "unknown", (), "it has no title; TVmaze cannot look up tmdb:5"),
        (row("Slug", complaint="a name is not a number"), "unknown", (), "a name is not a number; no show has that title"),
        (row(None, complaint="a quote never closes"), "unreadable", (), "a quote never closes"),
        (row("Drowned", not_a_show="film"), "not a show", (), "film"),
    ],
)  # fmt: skip
def test_nothing_is_guessed(
    given_row: ImportedRow, outcome: str, candidates: tuple[str, ...], reason: str
) -> None:
    (found,) = became(given_row)
    assert (found.outcome, found.candidates, found.reason) == (outcome, candidates, reason)
    assert found.line is None


@pytest.mark.parametrize(
    ("numbers", "show_id"),
    [
        ({"tvmaze": 9, "imdb": "tt9000009", "tvdb": 9}, "tvmaze:9"),
        ({"imdb": "tt9000009", "tvdb": 9}, "imdb:tt9000009"),
        ({"tvdb": 9, "tmdb": 3}, "tvdb:9"),
    ],
)
def test_a_number_to_ask_by_is_kept_with_title_and_year(
    numbers: dict[str, Any], show_id: str
) -> None:
    listed = datetime(2020, 1, 2, tzinfo=UTC)
    (found,) = became(
        row("Heartstopper", year=1999, added=listed, note="again", season=2, **numbers)
    )
    assert found.outcome == "kept"
    assert found.line == FollowedLine(
        id=show_id, season=2, added=listed, note="again", title="Heartstopper", year=1999,
        ids=ExternalIds(**numbers),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("stopped", "stopped there"),
        ("unfollowed", "stopped there"),
        ("on hold", "on hold there"),
        ("completed", "completed there"),
        ("ended", "ended there"),
        ("watched", "watched, not known to be followed"),
    ],
)
def test_what_its_owner_no_longer_waits_for_is_left_out_until_included(
    state: Any, reason: str
) -> None:
    given_row = row("Heartstopper", state=state)
    assert told(given_row) == [("left out", None, reason)]
    assert told(given_row, include=LEFT_OUT) == [("added", "heartstopper", "")]


def test_the_files_own_word_is_said() -> None:
    assert told(row("Heartstopper", state="ended", said="canceled"))[0][2] == (
        "ended there (canceled)"
    )
    assert told(row("Heartstopper", state="listed", said="Rainy days")) == [
        ("left out", None, "on the list Rainy days")
    ]
    assert told(row("Heartstopper", state="listed"), include=LEFT_OUT)[0][2] == (
        "on a list of its owner's"
    )
    assert told(row("Heartstopper", said="brand new", is_new_word=True)) == [
        ("added", "heartstopper", "'brand new' is an unknown status")
    ]


def test_rows_that_share_any_number_are_one_show() -> None:
    rows = [
        row(None, tvdb=9),
        row("Night Harbour", imdb="tt9000009", tvdb=9, year=2020),
        row("Night Harbour", tmdb=5, imdb="tt9000009", state="unsaid"),
        row("Harbour", other_ids={"simkl": "1"}, tmdb=5),
        row("Other", other_ids={"simkl": "2"}),
    ]
    first, other = united(rows)
    assert (first.title, first.year) == ("Night Harbour", 2020)
    assert first.ids == ExternalIds(imdb="tt9000009", tvdb=9, tmdb=5)
    assert (other.title, dict(other.other_ids)) == ("Other", {"simkl": "2"})


def test_a_title_joins_only_where_one_has_no_number_and_no_year_differs() -> None:
    same = [row("Prison Break", tvdb=1), row("prison break")]
    assert len(united(same)) == 1
    assert len(united([*same, row("Prison Break", tvdb=2)])) == 3
    assert len(united([row("Girls"), row("GIRLS"), row("Girls", year=2012)])) == 1
    assert len(united([row("Girls", tvdb=1, year=2009), row("Girls", year=2012)])) == 2


def test_hidden_wins_over_followed_and_rows_that_say_nothing_follow_nothing() -> None:
    rows = [row("A", tvdb=1), row("A", tvdb=1, state="stopped"), row("B", tvdb=2, state="unsaid")]
    assert [(each.title, each.state) for each in united(rows)] == [("A", "stopped")]
    weak = [row("A", tvdb=1, state="unfollowed"), row("A", tvdb=1)]
    assert [each.state for each in united(weak)] == ["following"]
    once = row("A", tvdb=1, state="once followed")
    assert [each.state for each in united([once, weak[0]])] == ["unfollowed"]
    assert told(row("Heartstopper", state="once followed"))[0][0] == "added"


def test_seasons_stay_wishes_of_their_own_unless_the_show_is_hidden() -> None:
    pieces = [row("A", tvdb=1, season=3), row(None, tvdb=1, season=4, part=2)]
    assert [(each.title, each.season, each.part) for each in united(pieces)] == [
        ("A", 3, None),
        ("A", 4, 2),
    ]
    hidden = united([*pieces, row("A", tvdb=1, state="stopped")])
    assert {each.state for each in hidden} == {"stopped"}


def test_films_are_told_once_and_take_nothing_along() -> None:
    film = row("Drowned", not_a_show="film", trakt=1, line=3)
    found = united(
        [film, row("Night Harbour", trakt=1), row("Drowned", not_a_show="film", trakt=1, line=9)]
    )
    assert [(each.title, each.line) for each in found] == [("Night Harbour", 0), ("Drowned", 3)]


def test_a_line_of_another_machine_is_not_its_namesake_here() -> None:
    other = row("Heartstopper", imdb="tt9000001", show="heartstopper", muted="always")
    (found,) = became(other)
    assert found.line is not None
    assert (found.outcome, found.line.id, found.line.muted) == ("kept", "imdb:tt9000001", "always")


def test_a_title_that_waits_on_another_machine_waits_here_too() -> None:
    waits = row("Night Harbour", year=2029, show="night-harbour-2029", by_title=True)
    (found,) = became(waits)
    assert found.line == FollowedLine(
        id="night-harbour-2029", added=NOW, title="Night Harbour", year=2029, by_title=True
    )
    here = row("Heartstopper", year=2022, show="heartstopper-2022", by_title=True)
    assert told(here) == [("added", "heartstopper", "")]


def test_what_is_followed_is_followed_once() -> None:
    assert told(row("Heartstopper"), followed=["heartstopper"])[0][0] == "already followed"
    assert (
        told(row("Heartstopper", season=2), followed=["heartstopper"])[0][0] == "already followed"
    )
    assert told(row("X", imdb="tt9000009", tvdb=9), followed=["tvdb:9"])[0][0] == "already followed"
    both = became(row("Heartstopper"), row("Renamed", imdb="tt10638036"))
    assert [each.outcome for each in both] == ["added", "already followed"]


rows_of_any_kind = st.builds(
    row,
    st.sampled_from(["Heartstopper", "The Pitt", "Ghosts", "Twin", "Nobody", None]),
    tvdb=st.none() | st.integers(5, 9),
    imdb=st.none() | st.sampled_from(["tt10638036", "tt9000001"]),
    season=st.none() | st.integers(1, 2),
    state=st.sampled_from(["following", "stopped", "watched", "unsaid"]),
    year=st.none() | st.sampled_from([2019, 2022]),
    not_a_show=st.none() | st.just("film"),
)


@given(st.lists(rows_of_any_kind, max_size=8))
def test_imported_twice_nothing_is_added(rows: list[ImportedRow]) -> None:
    once = with_lines(Watchlist(), became(*rows), KNOWN)
    again = outcomes(united(rows), MATCHER, once, added=NOW)
    assert with_lines(once, again, KNOWN) == once
    assert not [each for each in again if each.outcome in ("added", "kept")]


@given(st.lists(rows_of_any_kind, max_size=8))
def test_nothing_is_lost(rows: list[ImportedRow]) -> None:
    found = became(*rows)
    left = list(leftovers(found, films=True))
    assert len(left) + sum(each.outcome in TAKEN for each in found) == len(found)
    kinds = {(each.not_a_show, each.title) for each in rows if each.state != "unsaid"}
    titled = {each for each in kinds if each[1] is not None}
    assert titled <= {(each.row.not_a_show, each.row.title) for each in found} | _lent(rows)


def _lent(rows: list[ImportedRow]) -> set[tuple[str | None, str | None]]:
    """The titles of rows that are of a show under another title, by a number."""
    return {
        (each.not_a_show, each.title)
        for each in rows
        if each.not_a_show is None and (each.ids.imdb or each.ids.tvdb)
    }


def test_the_summary_says_what_became_of_how_many() -> None:
    rows = [
        row("Heartstopper"),
        row("Night Harbour", tvdb=9),
        row("Late", tvdb=10),
        row("The Pitt", state="stopped"),
        row("Doctor Who", state="ended"),
        row("Listed", tvdb=12, state="listed", said="Rainy days"),
        row("Ghosts"),
        row("Nobody"),
        row("Film", not_a_show="film"),
        row("Other film", not_a_show="film"),
        row("Pilot", not_a_show="episode"),
        row(None, complaint="a quote never closes"),
        row("Twin", year=2020, said="brand", is_new_word=True),
    ]
    found = became(*rows, followed=["twin-2"])
    assert list(summary("TV Time, a.csv", found, ["this is a list of ratings"])) == [
        "TV Time, a.csv: 9 shows",
        "  this is a list of ratings",
        "  1 added · 2 kept, the next refresh looks for them: premierectl catalogue refresh"
        " · 1 followed already",
        "  3 left out: 1 stopped, 1 ended, 1 on a list; --include ended,stopped follows them, too",
        "  1 ambiguous · 1 unknown · 1 unreadable",
        "  2 films and 1 episode are not shows",
        "  'brand' is a status premierectl does not know; 1 show followed anyway",
    ]


def test_the_summary_of_little_is_short() -> None:
    assert list(summary("IMDb, a.csv", [])) == ["IMDb, a.csv: nothing in it"]
    one = became(
        row("Night Harbour", tvdb=9), row("A", state="on hold"), row("F", not_a_show="film")
    )
    assert list(summary("IMDb, a.csv", one)) == [
        "IMDb, a.csv: 2 shows",
        "  1 kept, the next refresh looks for it: premierectl catalogue refresh",
        "  1 left out: 1 on hold; --include on-hold follows it, too",
        "  1 film is not a show",
    ]
    listed = became(row("A", state="listed"))
    assert list(summary("X, a", listed))[1:] == ["  1 left out: 1 on a list"]


def test_the_last_lines_say_where_the_rest_is_and_how_to_take_it_back() -> None:
    undo = "undo with: premierectl watchlist undo"
    assert list(last_lines(None, is_changed=True, is_dry=False)) == [undo]
    assert list(last_lines(None, is_changed=False, is_dry=False)) == []
    assert list(last_lines("./left.csv", is_changed=True, is_dry=False)) == [
        "what was not followed is in ./left.csv; correct it there and import that file",
        undo,
    ]
    assert list(last_lines(None, is_changed=True, is_dry=True)) == [
        "this was a dry run: nothing was changed"
    ]


def test_a_number_that_a_followed_show_has_elsewhere_is_its_own_too() -> None:
    rows = [row("A", imdb="tt9000009", tvdb=9), row("A again", imdb="tt9000009")]
    lines = Watchlist((FollowedLine(id="tvdb:9"),))
    apart = [each for one in rows for each in united([one])]
    found = outcomes(apart, MATCHER, lines, added=NOW)
    assert [each.outcome for each in found] == ["already followed", "already followed"]
