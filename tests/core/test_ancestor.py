"""The common ancestor among earlier versions: removals hold where they are sure, and nothing else goes."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.merging.ancestor import LineAdded, common_ancestor, lines_added
from premierectl.merging.watchlists import merged_watchlists

DAY = datetime(2026, 11, 23, tzinfo=UTC)
Line = dict[str, Any]
Listed = dict[str, Any]


def line(show: str, minute: int | None = 0, **fields: Any) -> Line:
    added = {} if minute is None else {"added": f"2026-11-23T12:{minute:02}:00Z"}
    return {"id": show, **added, **fields}


def listed(*lines: Line, **rest: Any) -> Listed:
    return {"format": 1, "shows": list(lines), **rest}


def merged(kept: list[Listed], ours: Listed, theirs: Listed) -> list[str]:
    base = common_ancestor(kept, ours, theirs, {})
    after = merged_watchlists(base, ours, theirs, "ours").document["shows"]
    return sorted(each["id"] for each in after)


A, B, C = line("a", 1), line("b", 2), line("c", 3)
D, E = line("d", 4), line("e", 5)
STEPS = [listed(), listed(A), listed(A, B), listed(A, B, C)]


def test_adds_of_both_stay_and_removes_of_both_hold() -> None:
    """Of a, b and c, b was removed here and a there; d came here and e there."""
    kept = [*STEPS, listed(A, B, C, D), listed(A, C, D)]
    assert merged(kept, listed(A, C, D), listed(B, C, E)) == ["c", "d", "e"]


def test_shows_that_were_followed_at_once_vouch_for_each_other() -> None:
    at_once = [line("a"), line("b"), line("c")]
    kept = [listed(*at_once), listed(*at_once, D)]
    assert merged(kept, kept[-1], listed(*at_once[1:])) == ["b", "c", "d"]
    without_days = [line("a", None), line("b", None)]
    kept = [listed(*without_days), listed(*without_days, D)]
    assert merged(kept, kept[-1], listed(without_days[0])) == ["a", "d"]


def test_what_one_side_may_never_have_had_stays() -> None:
    """The other machine went on from a and b, before c was followed here."""
    kept = [*STEPS, listed(A, B, C, D)]
    assert merged(kept, kept[-1], listed(A, B, E)) == ["a", "b", "c", "d", "e"]
    oldest_is_gone = kept[3:]
    assert merged(oldest_is_gone, kept[-1], listed(A, B, E)) == ["a", "b", "c", "d", "e"]


def test_an_old_list_takes_nothing_away() -> None:
    kept = [*STEPS, listed(A, B, C, D)]
    for old in kept:
        assert merged(kept, kept[-1], old) == ["a", "b", "c", "d"]


def test_lists_that_have_nothing_in_common_are_united() -> None:
    kept = [listed(A), listed(A, B)]
    assert merged(kept, kept[-1], listed(D, E)) == ["a", "b", "d", "e"]
    assert merged([], listed(A), listed(B)) == ["a", "b"]


def test_a_list_that_was_merged_elsewhere_takes_nothing_away_here() -> None:
    """The other machine has added c to a and b and united it with d; that came here as a whole."""
    kept = [listed(A, B), listed(A, B, D), listed(A, B, C, D), listed(A, B, C, D, E)]
    assert merged(kept, kept[-1], listed(A, B, C)) == ["a", "b", "c", "d", "e"]


def test_a_line_that_came_by_merging_vouches_for_none() -> None:
    """The other machine gave c once, never had d, which is older, and comes again with e."""
    old, new = line("d", 2), line("c", 3)
    kept = [listed(A), listed(A, old), listed(A, old, new)]
    theirs = listed(A, new, E)
    base = common_ancestor(
        kept, kept[-1], theirs, dict.fromkeys(lines_added(listed(new)), DAY + timedelta(hours=13))
    )
    after = merged_watchlists(base, kept[-1], theirs, "ours").document
    assert {each["id"] for each in after["shows"]} == {"a", "c", "d", "e"}


def test_a_note_is_of_the_side_that_changed_it_since() -> None:
    first, second = line("a", 1, note="first"), line("a", 1, note="second")
    kept = [listed(first), listed(second), listed(second, B)]
    theirs = listed(first, C)
    base = common_ancestor(kept, kept[-1], theirs, {})
    after = merged_watchlists(base, kept[-1], theirs, "theirs").document["shows"]
    assert after == [second, B, C]


def test_a_reminder_goes_where_it_was_surely_removed() -> None:
    early = {"text": "early", "date": "2026-12-01", "added": A["added"]}
    late = {"text": "late", "date": "2026-12-01", "added": C["added"]}
    kept = [listed(A, B, reminders=[early, late]), listed(A, B, D, reminders=[early, late])]
    base = common_ancestor(kept, kept[-1], listed(A, B, E), {})
    after = merged_watchlists(base, kept[-1], listed(A, B, E), "ours").document
    assert after["reminders"] == [late]
    assert sorted(each["id"] for each in after["shows"]) == ["a", "b", "d", "e"]


@dataclass
class Machine:
    """A machine's list: what it holds, its versions, what merging brought, what was removed on it."""

    lines: dict[str, Line] = field(default_factory=dict)
    kept: list[Listed] = field(default_factory=list)
    came: dict[LineAdded, datetime] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)

    @property
    def there(self) -> Listed:
        return listed(*self.lines.values())

    def change(self, lines: dict[str, Line]) -> None:
        came = [self.there] if self.there not in self.kept[-1:] else []
        self.kept = [*self.kept, *came, listed(*lines.values())][-4:]
        self.lines = lines

    def do(self, number: int, added: str) -> None:
        """Remove one of the lines, or else follow a show that nobody followed before."""
        there = sorted(self.lines)
        if number < len(there):
            self.removed.add(there[number])
            self.change({show: each for show, each in self.lines.items() if show != there[number]})
        else:
            self.change({**self.lines, added: {"id": added, "added": added}})

    def merge(self, theirs: Listed, now: datetime) -> None:
        base = common_ancestor(self.kept, self.there, theirs, self.came)
        after = merged_watchlists(base, self.there, theirs, "ours").document
        self.came |= dict.fromkeys(lines_added(after) - lines_added(self.there), now)
        self.change({each["id"]: each for each in after["shows"]})


doings = st.lists(
    st.tuples(
        st.sampled_from(["change", "merge", "copy", "sync"]), st.booleans(), st.integers(0, 6)
    )
)


@given(doings)
def test_whatever_two_machines_do_a_merge_takes_away_only_what_was_removed(
    doings: list[tuple[str, bool, int]],
) -> None:
    """Each changes its list, merges the other's every now and then, or takes it as its own.

    Or a program that syncs puts the other's list into the place of one, of which it leaves a copy.
    """
    machines = Machine(), Machine()
    for minute, (what, swapped, number) in enumerate(doings):
        here, there = machines[::-1] if swapped else machines
        now = DAY + timedelta(minutes=minute)
        known, left = {*here.lines, *there.lines}, here.there
        if what == "change":
            here.do(number, now.isoformat())
            continue
        if what in ("copy", "sync"):
            here.lines = dict(there.lines)
        if what in ("merge", "sync"):
            here.merge(there.there if what == "merge" else left, now)
            assert known - set(here.lines) <= here.removed | there.removed


@pytest.mark.parametrize("count", [0, 1])
def test_without_versions_there_is_no_ancestor(count: int) -> None:
    kept = [listed()] * count
    assert common_ancestor(kept, listed(A), listed(A, B), {})["shows"] == []
