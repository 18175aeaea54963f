"""The watchlist as a value."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from premierectl.followed_line import FollowedLine
from premierectl.selector import Piece
from premierectl.watchlist import Watchlist

entries = st.builds(
    FollowedLine,
    id=st.sampled_from(["a", "b", "c"]),
    season=st.none() | st.integers(0, 3) | st.just("special"),
    added=st.just(datetime(2026, 11, 23, tzinfo=UTC)),
    note=st.none() | st.text(max_size=3),
)
watchlists = st.lists(entries).map(
    lambda each: Watchlist() if not each else _added(Watchlist(), each)
)


def _added(watchlist: Watchlist, each: list[FollowedLine]) -> Watchlist:
    for entry in each:
        watchlist = watchlist.add(entry)
    return watchlist


@given(watchlists, entries)
def test_adding_twice_is_adding_once(watchlist: Watchlist, entry: FollowedLine) -> None:
    assert watchlist.add(entry).add(entry) == watchlist.add(entry)


@given(watchlists, entries)
def test_what_was_added_is_contained(watchlist: Watchlist, entry: FollowedLine) -> None:
    assert watchlist.add(entry).contains(entry.id, entry.piece)


@given(watchlists, entries)
def test_removing_what_was_new_gives_the_watchlist_before(
    watchlist: Watchlist, entry: FollowedLine
) -> None:
    if not any(other.id == entry.id for other in watchlist.entries):
        assert watchlist.add(entry).remove(entry.id) == watchlist


@given(watchlists)
def test_the_order_is_by_id_then_the_whole_show_its_seasons_its_special(
    watchlist: Watchlist,
) -> None:
    keys = [
        (
            entry.id,
            entry.season is not None,
            entry.season == "special",
            str(entry.season),
            entry.part or 0,
        )
        for entry in watchlist.entries
    ]
    assert keys == sorted(keys)


@given(watchlists)
def test_no_line_stands_twice_and_each_show_is_named_once(watchlist: Watchlist) -> None:
    keys = [entry.key for entry in watchlist.entries]
    assert len(keys) == len(set(keys))
    assert sorted(set(watchlist.ids)) == list(watchlist.ids)


def test_a_season_is_covered_by_its_whole_show() -> None:
    watchlist = Watchlist((FollowedLine(id="a"),))
    assert watchlist.add(FollowedLine(id="a", season=2)) == watchlist
    assert watchlist.contains("a", Piece(2))


def test_a_new_note_replaces_the_note_and_keeps_the_rest() -> None:
    added = datetime(2026, 1, 1, tzinfo=UTC)
    before = Watchlist((FollowedLine(id="a", added=added, note="old"), FollowedLine(id="b")))
    after = before.add(FollowedLine(id="a", note="new", added=datetime(2026, 2, 2, tzinfo=UTC)))
    assert after.find("a") == FollowedLine(id="a", added=added, note="new")
    assert after.find("b") == FollowedLine(id="b")


def test_what_is_followed_is_told_by_the_ids_of_a_catalogue() -> None:
    shows = {"a": "aurora", "aurora": "aurora"}
    listed = Watchlist(
        (FollowedLine(id="a", season=1), FollowedLine(id="aurora", season=3), FollowedLine(id="x"))
    )
    followed = listed.followed(lambda line: shows.get(line.id))
    assert [line.season for line in followed.of("aurora")] == [1, 3]
    seasons = [piece for piece in range(1, 5) if followed.covering("aurora", Piece(piece))]
    assert (seasons, followed.covering("x"), followed.covering("a")) == ([1, 3], (), ())


def test_without_a_season_all_lines_of_the_show_go() -> None:
    before = Watchlist(
        (FollowedLine(id="a", season=1), FollowedLine(id="a", season=2), FollowedLine(id="b"))
    )
    assert before.remove("a", Piece(1)).ids == ("a", "b")
    assert before.remove("a").ids == ("b",)
    assert before.remove("c") is before


def test_a_part_is_covered_by_its_season_and_goes_with_it() -> None:
    part = FollowedLine(id="a", season=5, part=2)
    assert Watchlist((FollowedLine(id="a", season=5),)).add(part).entries == (
        FollowedLine(id="a", season=5),
    )
    alone = Watchlist((part,))
    assert alone.contains("a", Piece(5, "part", 2))
    assert not alone.contains("a", Piece(5, "part", 3))
    assert not alone.contains("a", Piece(5))
    assert alone.remove("a", Piece(5, "part", 1)) is alone
    assert alone.remove("a", Piece(5)).entries == ()
