"""What changed from one watchlist to another."""

from hypothesis import given
from msgspec.structs import replace

from premierectl.dates import PartialDate
from premierectl.followed_line import FollowedLine
from premierectl.model import ExternalIds
from premierectl.watchlist import Reminder, Watchlist
from premierectl.watchlist_edits import Edit, watchlist_edits
from premierectl.wording.versions import edits_words
from tests.core.test_watchlist import watchlists

PITT = FollowedLine(id="the-pitt", title="The Pitt", season=3)


def test_each_kind_of_edit_is_told_of_the_piece_it_is_of() -> None:
    before = Watchlist((PITT, FollowedLine(id="gone"), FollowedLine(id="x", muted="always")))
    after = Watchlist(
        (
            replace(PITT, note="n", tags=("a",), muted="renewed"),
            FollowedLine(id="new", title="New"),
            FollowedLine(id="x"),
        )
    )
    assert watchlist_edits(before, after) == [
        Edit("added", "New"),
        Edit("removed", "gone"),
        Edit("noted", "The Pitt season 3"),
        Edit("tagged", "The Pitt season 3"),
        Edit("muted", "The Pitt season 3"),
        Edit("unmuted", "x"),
    ]
    untagged = watchlist_edits(Watchlist((replace(PITT, tags=("a",)),)), Watchlist((PITT,)))
    assert untagged == [Edit("untagged", "The Pitt season 3")]


def test_reminders_are_set_moved_and_removed() -> None:
    def with_reminders(**dates: str) -> Watchlist:
        listed = (Reminder(text=text, date=PartialDate(day)) for text, day in dates.items())
        return Watchlist(reminders=tuple(listed))

    before = with_reminders(a="2026-12-01", b="2027", c="2027")
    after = with_reminders(a="2026-12-02", b="2027", d="2028")
    assert watchlist_edits(before, after) == [
        Edit("reminder moved", "a"),
        Edit("reminder set", "d"),
        Edit("reminder removed", "c"),
    ]


def test_a_show_that_is_told_by_more_has_not_changed() -> None:
    after = Watchlist((replace(PITT, year=2025, ids=ExternalIds(tvmaze=1)),))
    assert watchlist_edits(Watchlist((PITT,)), after) == []
    assert edits_words([]) == "the same shows, told by more"


def test_of_many_shows_ten_are_named() -> None:
    edits = [Edit("added", str(number)) for number in range(12)]
    assert edits_words(edits) == "added: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more"


@given(watchlists, watchlists)
def test_what_one_side_added_the_other_removed(one: Watchlist, other: Watchlist) -> None:
    forth, back = watchlist_edits(one, other), watchlist_edits(other, one)
    added = [edit.what for edit in forth if edit.kind == "added"]
    assert added == [edit.what for edit in back if edit.kind == "removed"]
    assert watchlist_edits(one, one) == []
