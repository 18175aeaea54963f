"""Two watchlists and the one they became of, as they are written, merged into one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Literal

from msgspec import UNSET, Struct, convert

from premierectl.folding import folded
from premierectl.followed_line import FollowedLine
from premierectl.merging.counterparts import Counterparts, WrittenLine, counterparts
from premierectl.merging.three_way import Settle, Side, collected, three_way_object
from premierectl.model import read_value
from premierectl.watchlist import Reminder, Watchlist
from premierectl.watchlist_edits import Edit, watchlist_edits

# A watchlist's file, its lines under "shows".
WrittenWatchlist = Mapping[str, Any]
Merge = Literal["added", "removed", "changed", "kept"]
Merged = Sequence[tuple[Counterparts, dict[str, Any] | None]]

NO_LINES: Final[WrittenWatchlist] = {"shows": []}
# What premierectl fills in by itself: that it changed says nothing of what a user wants.
_FILLED_IN: Final = frozenset({"id", "title", "year", "ids"})


class MergedLine(Struct, frozen=True):
    """What a merge did to a line of ours.

    It is ``kept`` where one side removed it and the other changed it. ``changed`` names the fields
    of ours that are others now, ``gave_way`` has what either side had in a field that both changed.
    """

    line: FollowedLine
    outcome: Merge
    changed: tuple[str, ...] = ()
    gave_way: Mapping[str, object] = {}


class MergedWatchlist(Struct, frozen=True):
    """The watchlist that holds now, its lines in no order, and what became of ours."""

    document: dict[str, Any]
    lines: tuple[MergedLine, ...]
    reminders: tuple[Edit, ...]


def merged_watchlists(
    base: WrittenWatchlist, ours: WrittenWatchlist, theirs: WrittenWatchlist, later: Side
) -> MergedWatchlist:
    """Both sides' changes of ``base``, or of :data:`NO_LINES` where no ancestor is known.

    What either side added stays. What either removed is gone, unless the other changed what a user
    writes of it since. Where both changed a field, the line that was followed later has the word,
    of two followed at once that of the ``later`` side.
    """
    trios = counterparts(base["shows"], ours["shows"], theirs["shows"])
    after = _told_by_id([(each, _settled(each, later)) for each in trios])
    told = [_merged_line(each, line) for each, line in after]
    before, here, there = map(_without_lines, (base, ours, theirs))
    merged = three_way_object(before, here, there, later, {"reminders": _reminders_by(later)})
    merged["shows"] = [line for _, line in after if line]
    document = {key: merged[key] for key in dict.fromkeys((*ours, *merged)) if key in merged}
    reminders = watchlist_edits(_reminders_alone(ours), _reminders_alone(document))
    return MergedWatchlist(
        document, tuple(each for each in told if each is not None), tuple(reminders)
    )


def written_by_user(line: WrittenLine) -> dict[str, Any]:
    """A line without what premierectl fills in by itself, such as the numbers of its show."""
    return {key: value for key, value in line.items() if key not in _FILLED_IN}


def followed_since(line: WrittenLine) -> datetime:
    """When a line was added; before all others where that is not known."""
    if "added" not in line:
        return datetime.min.replace(tzinfo=UTC)
    added = datetime.fromisoformat(line["added"])
    return added if added.tzinfo else added.replace(tzinfo=UTC)


def _without_lines(document: WrittenWatchlist) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != "shows"}


def _reminders_alone(document: WrittenWatchlist) -> Watchlist:
    written = document.get("reminders", [])
    return Watchlist((), convert(written, tuple[Reminder, ...], dec_hook=read_value))


def _settled(each: Counterparts, later: Side) -> dict[str, Any] | None:
    """What becomes of a line; null where it goes."""
    if each.ours is not None and each.theirs is not None:
        side = _later_line(each.ours, each.theirs, later)
        return three_way_object(each.base or {}, each.ours, each.theirs, side, _RULES)
    line = each.ours or each.theirs
    if line is None or (each.base and written_by_user(line) == written_by_user(each.base)):
        return None
    return dict(line)


def _later_line(ours: WrittenLine, theirs: WrittenLine, later: Side) -> Side:
    here, there = followed_since(ours), followed_since(theirs)
    if here == there:
        return later
    return "ours" if here > there else "theirs"


def _one_id(_: object, ours: str, theirs: str) -> str:
    """Of two ids of one show the plain one, not a number of a service."""
    return min(ours, theirs, key=lambda each: (":" in each, each))


def _either_tag(base: Any, ours: Any, theirs: Any) -> list[str]:
    return collected(base or (), ours or (), theirs or (), folded)


def _earlier(_: object, ours: Any, theirs: Any) -> str:
    known: list[str] = [each for each in (ours, theirs) if each is not UNSET]
    return min(known, key=lambda each: followed_since({"added": each}))


def _reminders_by(later: Side) -> Settle:
    """How reminders are merged: those of one text are one."""

    def settle(*versions: Any) -> list[Any]:
        before, here, there = ({each["text"]: each for each in listed or ()} for listed in versions)
        return list(three_way_object(before, here, there, later).values())

    return settle


_RULES: Final = {"id": _one_id, "tags": _either_tag, "added": _earlier}


def _told_by_id(merged: Merged) -> Merged:
    """The same with one show under each id; another that came to it goes by its number."""
    shows: dict[str, set[str]] = {}
    for each, line in merged:
        if line:
            shows.setdefault(line["id"], set()).add(each.show)
    before = {each.base["id"]: each.show for each, _ in merged if each.base}
    owner = {
        show_id: before[show_id] if before.get(show_id) in among else min(among)
        for show_id, among in shows.items()
    }
    return [
        (each, {**line, "id": _number_of(each, line)})
        if line and owner[line["id"]] != each.show
        else (each, line)
        for each, line in merged
    ]


def _number_of(each: Counterparts, line: WrittenLine) -> str:
    return convert(line, FollowedLine).sought or each.show.replace(" ", "-")


def _merged_line(each: Counterparts, after: WrittenLine | None) -> MergedLine | None:
    """What became of a line of ours; null where nothing did."""
    if after is None:
        return MergedLine(convert(each.ours, FollowedLine), "removed") if each.ours else None
    line = convert(after, FollowedLine)
    if each.ours is None:
        return MergedLine(line, "kept" if each.base else "added")
    if each.theirs is None:
        return MergedLine(line, "kept") if each.base else None
    fields = [key for key in written_by_user({**each.ours, **after}) if key != "added"]
    changed = tuple(key for key in fields if each.ours.get(key) != after.get(key))
    gave_way = dict(_gave_way(each.base or {}, each.ours, each.theirs, after))
    if not changed and not gave_way:
        return None
    return MergedLine(line, "changed" if changed else "kept", changed, gave_way)


def _gave_way(
    base: WrittenLine, ours: WrittenLine, theirs: WrittenLine, after: WrittenLine
) -> Iterator[tuple[str, object]]:
    """The fields that both sides changed, each with the value that holds no longer."""
    for key, here in written_by_user(ours).items():
        there = theirs.get(key)
        if key in _RULES or there is None or isinstance(here, dict | list):
            continue
        if here not in (there, base.get(key)) and there != base.get(key):
            yield key, there if after[key] == here else here
