"""Merging watchlists: what either side did holds, nothing is lost, and what gave way is told."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.merging.three_way import Side
from premierectl.merging.watchlists import NO_LINES, MergedWatchlist, merged_watchlists
from premierectl.watchlist_edits import Edit

Line = dict[str, Any]
NOON, ONE = "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z"


def listed(*lines: Line, **rest: Any) -> dict[str, Any]:
    return {"format": 1, "shows": list(lines), **rest}


def line(show: str, **fields: Any) -> Line:
    return {"id": show, **fields}


def merged(
    base: Sequence[Line] | None, ours: Sequence[Line], theirs: Sequence[Line], later: Side = "ours"
) -> list[Line]:
    before = NO_LINES if base is None else listed(*base)
    lines: list[Line] = merged_watchlists(before, listed(*ours), listed(*theirs), later).document[
        "shows"
    ]
    return lines


def told(base: Sequence[Line], ours: Sequence[Line], theirs: Sequence[Line]) -> list[Any]:
    done = merged_watchlists(listed(*base), listed(*ours), listed(*theirs), "ours")
    return [(each.line.id, each.outcome, each.changed, dict(each.gave_way)) for each in done.lines]


def test_what_each_side_added_stays_and_what_each_removed_is_gone() -> None:
    base = [line("a"), line("b"), line("c")]
    ours = [line("b"), line("c"), line("d")]
    theirs = [line("a"), line("c"), line("e")]
    assert merged(base, ours, theirs) == [line("c"), line("d"), line("e")]
    assert told(base, ours, theirs) == [("b", "removed", (), {}), ("e", "added", (), {})]


def test_without_an_ancestor_nothing_is_removed() -> None:
    assert merged(None, [line("a")], [line("b")]) == [line("a"), line("b")]


@pytest.mark.parametrize("fields", [{"note": "n"}, {"tags": ["t"]}, {"muted": "always"}, {"x": 1}])
def test_a_line_that_one_side_removed_and_the_other_changed_stays(fields: Line) -> None:
    changed = line("a", **fields)
    assert merged([line("a")], [], [changed]) == [changed]
    assert merged([line("a")], [changed], []) == [changed]
    assert told([line("a")], [], [changed]) == [("a", "kept", (), {})]
    assert told([line("a")], [changed], []) == [("a", "kept", (), {})]


def test_that_a_line_tells_its_show_better_does_not_hold_against_its_removal() -> None:
    better = line("a", title="A", year=2020, ids={"tvmaze": 1})
    assert merged([line("a")], [], [better]) == []
    assert merged([line("a")], [better], []) == []


def test_a_line_that_was_removed_and_followed_again_stays() -> None:
    again = line("a", added=ONE)
    assert merged([line("a", added=NOON)], [again], []) == [again]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "after"),
    [
        ({}, {"note": "o"}, {}, {"note": "o"}),
        ({"note": "b"}, {"note": "b"}, {}, {}),
        ({"note": "b"}, {"note": "o"}, {"note": "t"}, {"note": "o"}),
        ({"note": "b"}, {}, {"note": "t"}, {"note": "t"}),
        ({"tags": ["a", "b"]}, {"tags": ["b", "c"]}, {"tags": ["a", "b", "d"]}, {"tags": ["b", "c", "d"]}),
        ({}, {"tags": ["Old"]}, {"tags": ["old", "new"]}, {"tags": ["new", "Old"]}),
        ({"tags": ["a"]}, {}, {"tags": ["a", "b"]}, {"tags": ["b"]}),
        ({"tags": ["a"]}, {"tags": ["a", "b"]}, {}, {"tags": ["b"]}),
        ({"muted": "always"}, {}, {"muted": "always"}, {}),
        ({"ids": {"tvmaze": 1}}, {"ids": {"tvmaze": 1, "imdb": "tt1"}}, {"ids": {"tvmaze": 1, "tvdb": 2}}, {"ids": {"tvmaze": 1, "imdb": "tt1", "tvdb": 2}}),
        ({"x": [1, 2]}, {"x": [2, 3]}, {"x": [1, 2, 4]}, {"x": [2, 3, 4]}),
        ({}, {"x": [1]}, {"x": [2]}, {"x": [1, 2]}),
        ({}, {"x": {"p": 1}}, {"x": {"q": 2}}, {"x": {"p": 1, "q": 2}}),
        ({}, {"x": {"p": 1}}, {"x": [2]}, {"x": {"p": 1}}),
        ({"added": NOON}, {"added": ONE}, {"added": "2026-11-23T12:30:00"}, {"added": "2026-11-23T12:30:00"}),
        ({"added": NOON}, {}, {"added": ONE}, {"added": ONE}),
        ({"added": NOON}, {"added": ONE}, {}, {"added": ONE}),
    ],
)  # fmt: skip
def test_each_field_is_of_the_side_that_changed_it(
    base: Line, ours: Line, theirs: Line, after: Line
) -> None:
    done = merged([line("a", **base)], [line("a", **ours)], [line("a", **theirs)])
    assert done == [line("a", **after)]


def test_of_two_notes_the_one_of_the_later_line_holds_else_of_the_later_file() -> None:
    early, late = line("a", added=NOON, note="e"), line("a", added=ONE, note="l")
    assert merged([], [early], [late], "ours") == [line("a", added=NOON, note="l")]
    assert merged([], [late], [early], "theirs") == [line("a", added=NOON, note="l")]
    assert merged([], [line("a", note="o")], [line("a", note="t")], "ours")[0]["note"] == "o"
    assert merged([], [line("a", note="o")], [line("a", note="t")], "theirs")[0]["note"] == "t"
    assert merged([], [line("a", note="o")], [late], "ours")[0]["note"] == "l"


def test_the_value_that_gave_way_is_told() -> None:
    base, ours, theirs = line("a", note="b"), line("a", note="o"), line("a", note="t", x=1)
    assert told([base], [ours], [theirs]) == [("a", "changed", ("x",), {"note": "t"})]
    assert told([base], [ours], [line("a", note="t")]) == [("a", "kept", (), {"note": "t"})]
    later = [line("a", note="t", added=ONE)]
    assert told([], [line("a", note="o", added=NOON)], later) == [
        ("a", "changed", ("note",), {"note": "o"})
    ]
    assert told([base], [base], [theirs]) == [("a", "changed", ("note", "x"), {})]
    assert told([base], [ours], [base]) == []


def test_lines_of_one_show_under_two_ids_are_one() -> None:
    by_number = line("tvmaze:5", ids={"tvmaze": 5})
    by_title = line("aurora", ids={"tvmaze": 5, "imdb": "tt5"})
    for ours, theirs in ((by_number, by_title), (by_title, by_number)):
        assert merged([], [ours], [theirs]) == [by_title]
    assert merged([by_number], [by_title], [by_number]) == [by_title]
    assert merged([by_title], [], [by_title]) == []
    assert merged([], [line("tvdb:7")], [line("b", ids={"tvdb": 7})]) == [
        line("b", ids={"tvdb": 7})
    ]


def test_seasons_and_parts_of_a_show_are_lines_of_their_own() -> None:
    whole, second, part = line("a"), line("a", season=2), line("a", season=2, part=1)
    special = line("a", season="special")
    assert merged([], [whole, second], [part, special]) == [whole, second, part, special]
    assert merged([whole, second], [whole], [whole, second, part]) == [whole, part]


def test_two_shows_of_one_id_stay_two_and_the_known_one_keeps_it() -> None:
    here, there = line("ghosts", ids={"tvmaze": 2}), line("ghosts", ids={"tvmaze": 1})
    assert merged([], [here], [there]) == [line("tvmaze:2", ids={"tvmaze": 2}), there]
    assert merged([here], [here], [here, there]) == [here, line("tvmaze:1", ids={"tvmaze": 1})]
    assert merged([here], [here], [there]) == [there]
    old, new = line("a", year=2001), line("a", year=2020)
    assert merged([], [old], [new]) == [old, line("a-2020", year=2020)]


def test_an_id_alone_is_the_show_that_has_it_unless_the_year_is_another() -> None:
    numbered = line("a", ids={"tvmaze": 1}, year=2020)
    assert merged([], [line("a")], [numbered]) == [numbered]
    assert merged([], [line("a", year=2020)], [numbered]) == [numbered]
    other = line("a", year=1999)
    assert merged([], [other], [numbered]) == [other, {**numbered, "id": "tvmaze:1"}]
    imdb = line("a", ids={"imdb": "tt1"})
    both = line("a", ids={"imdb": "tt1", "tvmaze": 1}, year=2020)
    assert merged([], [imdb], [numbered]) == [both]


def test_lines_that_stand_twice_stay_two() -> None:
    twice = [line("a", x=1), line("a", y=2)]
    assert merged(twice, twice, [*twice, line("b")]) == [*twice, line("b")]
    assert merged(twice, twice, [line("a", x=1)]) == [line("a", x=1)]


def test_what_else_the_document_holds_is_merged_too() -> None:
    base = listed(owner={"name": "me"}, mark=1, gone=1)
    ours = {"$schema": "x", **listed(owner={"name": "me", "at": "home"}, mark=1, gone=1)}
    theirs = listed(owner={"name": "we"}, mark=2, more=[1])
    done = merged_watchlists(base, ours, theirs, "ours").document
    assert list(done.items()) == [
        ("$schema", "x"), ("format", 1), ("shows", []),
        ("owner", {"name": "we", "at": "home"}), ("mark", 2), ("more", [1]),
    ]  # fmt: skip


def test_reminders_are_merged_by_their_text_and_told() -> None:
    def days(**dates: str) -> dict[str, Any]:
        return listed(reminders=[{"text": text, "date": day} for text, day in dates.items()])

    base = days(silo="2026-12-01", pitt="2026-12-02", dune="2026-12")
    ours = days(silo="2026-12-01", dune="2026-12-20", mine="2027")
    theirs = days(silo="2026-12-05", pitt="2026-12-02", dune="2026-12-24", new="2027-01-01")
    done = merged_watchlists(base, ours, theirs, "ours")
    assert {each["text"]: each["date"] for each in done.document["reminders"]} == {
        "silo": "2026-12-05", "dune": "2026-12-20", "mine": "2027", "new": "2027-01-01",
    }  # fmt: skip
    assert done.reminders == (Edit("reminder moved", "silo"), Edit("reminder set", "new"))
    first = merged_watchlists(listed(), days(a="2027"), days(b="2027"), "ours")
    assert len(first.document["reminders"]) == 2


ids = st.sampled_from([f"show-{number}" for number in range(5)])
stamps = st.sampled_from([NOON, ONE])
fields = st.fixed_dictionaries(
    {},
    optional={
        "added": stamps,
        "note": st.sampled_from("xyz"),
        "tags": st.lists(st.sampled_from("pqr"), min_size=1, unique=True),
        "muted": st.sampled_from(["always", "dated"]),
        "title": st.sampled_from(["T", "U"]),
        "rating": st.integers(1, 3),
        "other": st.dictionaries(st.sampled_from("kl"), st.integers(0, 2), max_size=2),
    },
)
pieces = st.tuples(ids, st.sampled_from([None, 1, "special"]))


@st.composite
def watchlists(draw: st.DrawFn) -> list[Line]:
    """Lines of a few shows; each has its number, or not."""
    lines = []
    for show, season in draw(st.lists(pieces, max_size=5, unique=True)):
        piece = {} if season is None else {"season": season}
        numbers = draw(st.sampled_from([{}, {"ids": {"tvmaze": int(show[-1])}}]))
        lines.append({"id": show, **piece, **numbers, **draw(fields)})
    return lines


sides: st.SearchStrategy[Side] = st.sampled_from(["ours", "theirs"])


def as_set(document: Mapping[str, Any]) -> set[str]:
    """The lines, in whatever order; so are the tags of each."""
    return {
        json.dumps(each | {"tags": sorted(each.get("tags", []))}, sort_keys=True)
        for each in document["shows"]
    }


def merge(base: list[Line], ours: list[Line], theirs: list[Line], later: Side) -> MergedWatchlist:
    return merged_watchlists(listed(*base), listed(*ours), listed(*theirs), later)


@given(watchlists(), watchlists(), sides)
def test_one_changed_side_is_the_result(base: list[Line], side: list[Line], later: Side) -> None:
    expected = as_set(listed(*side))
    assert as_set(merge(base, base, side, later).document) == expected
    assert as_set(merge(base, side, base, later).document) == expected
    assert as_set(merge(base, side, side, later).document) == expected
    assert merge(base, side, base, later).lines == ()


@given(watchlists(), watchlists(), watchlists(), sides)
def test_whose_side_is_called_ours_changes_nothing(
    base: list[Line], one: list[Line], other: list[Line], later: Side
) -> None:
    swapped: Side = "theirs" if later == "ours" else "ours"
    there = merge(base, one, other, later).document
    assert as_set(there) == as_set(merge(base, other, one, swapped).document)


@given(watchlists(), watchlists(), watchlists(), sides)
def test_merging_again_changes_nothing(
    base: list[Line], ours: list[Line], theirs: list[Line], later: Side
) -> None:
    once = merge(base, ours, theirs, later).document
    again = merged_watchlists(listed(*theirs), once, listed(*theirs), later)
    assert as_set(again.document) == as_set(once)
    assert again.lines == ()


def keys(lines: Sequence[Line]) -> set[tuple[str, object]]:
    return {(each["id"], each.get("season")) for each in lines}


@given(watchlists(), watchlists(), watchlists(), sides)
def test_no_line_is_lost_that_nobody_removed_and_none_comes_from_nowhere(
    base: list[Line], ours: list[Line], theirs: list[Line], later: Side
) -> None:
    after = keys(merge(base, ours, theirs, later).document["shows"])
    before, here, there = keys(base), keys(ours), keys(theirs)
    assert (here | there) - before <= after
    assert here & there <= after
    assert after <= here | there


@given(watchlists(), watchlists(), watchlists(), sides)
def test_without_an_ancestor_all_lines_and_tags_of_both_stay(
    base: list[Line], ours: list[Line], theirs: list[Line], later: Side
) -> None:
    after = merged_watchlists(NO_LINES, listed(*ours), listed(*theirs), later).document["shows"]
    assert keys(after) == keys(ours) | keys(theirs)
    tags = {(each["id"], each.get("season"), tag) for each in after for tag in each.get("tags", [])}
    for each in (*ours, *theirs):
        assert {(each["id"], each.get("season"), tag) for tag in each.get("tags", [])} <= tags
