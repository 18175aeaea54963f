"""What two watchlists became of, as far as the earlier versions of one of them tell."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from msgspec import UNSET

from premierectl.merging.counterparts import WrittenLine
from premierectl.merging.watchlists import (
    NO_LINES,
    WrittenWatchlist,
    followed_since,
    written_by_user,
)
from premierectl.season_key import SeasonKey

# A line by its id, season and part, and when it was added: the same on whatever machine it stands.
# So is a reminder by its text.
LineAdded = tuple[str, SeasonKey | None, int | None, datetime]


def common_ancestor(
    kept: Sequence[WrittenWatchlist],
    ours: WrittenWatchlist,
    theirs: WrittenWatchlist,
    came: Mapping[LineAdded, datetime],
) -> WrittenWatchlist:
    """The version, of those ``kept`` of ours, that took the fewest changes to become both.

    Of several it is the oldest, and :data:`NO_LINES` where none took fewer than that. Without a line
    that one side lacks and may never have had: merging takes away only what was removed. ``came``
    has the lines that got into ours by a merge, each with when it did.
    """
    facts = [_user_facts(each) for each in (ours, theirs)]
    best = min((NO_LINES, *kept), key=lambda each: _changes(_user_facts(each), facts))
    here, there = lines_added(ours), lines_added(theirs)
    known_here = here | _once_had(here, kept, came)
    known_there = there | _once_had(there, kept, came, unless_within=True)
    sure = known_here & known_there
    return {
        name: [each for each in best.get(name, ()) if told_by(each) in sure]
        for name, told_by in _ADDED.items()
    }


def lines_added(watchlist: WrittenWatchlist) -> frozenset[LineAdded]:
    """Each line and each reminder with when it was added; what is added again is another."""
    return frozenset(
        told_by(each) for name, told_by in _ADDED.items() for each in watchlist.get(name, ())
    )


def _line_added(line: WrittenLine) -> LineAdded:
    return line["id"], line.get("season"), line.get("part"), followed_since(line)


def _reminder_added(reminder: WrittenLine) -> LineAdded:
    # Parts are counted from 1: no line of a show is told so.
    return reminder["text"], None, 0, followed_since(reminder)


_ADDED: Final = {"shows": _line_added, "reminders": _reminder_added}


def _once_had(
    lines: frozenset[LineAdded],
    kept: Iterable[WrittenWatchlist],
    came: Mapping[LineAdded, datetime],
    *,
    unless_within: bool = False,
) -> set[LineAdded]:
    """The lines of our versions that a side once had.

    Who has a line of ours has had what was added with it, or earlier. What came by a merge tells
    nothing of that, and counts as added then. That a version holds all of theirs tells nothing of
    what is older in it: they may have been merged elsewhere.
    """
    known = set[LineAdded]()
    for version in map(lines_added, kept):
        shared = {each[3] for each in version & lines if each not in came}
        within = unless_within and lines <= version
        latest = max(shared, default=None)
        if latest is None:
            continue
        known |= {
            each
            for each in version
            if (each not in came and each[3] in shared)
            or (not within and came.get(each, each[3]) < latest)
        }
    return known


def _user_facts(watchlist: WrittenWatchlist) -> Mapping[object, Any]:
    """What a user says in a watchlist: which lines and reminders, and what stands in each."""
    return {
        (*told_by(each)[:3], key): value
        for name, told_by in _ADDED.items()
        for each in watchlist.get(name, ())
        for key, value in {"added": None, **written_by_user(each)}.items()
    }


def _changes(before: Mapping[object, Any], after: Iterable[Mapping[object, Any]]) -> int:
    """How many facts are others on the sides, taken together."""
    return sum(
        before.get(key, UNSET) != side.get(key, UNSET)
        for side in after
        for key in before.keys() | side.keys()
    )
