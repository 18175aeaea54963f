"""Three-way merging of plain JSON: what two sides made of one value."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import msgspec
from msgspec import UNSET

Side = Literal["ours", "theirs"]
# What becomes of a value, given as it was and as both sides changed it.
Settle = Callable[[Any, Any, Any], Any]


def three_way(base: Any, ours: Any, theirs: Any, settle: Settle) -> Any:
    """What becomes of a value that was ``base``; ``UNSET`` stands for none.

    The side that changed it has the word; where both did, differently, ``settle`` says.
    """
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else settle(base, ours, theirs)


def three_way_object(
    base: Mapping[str, Any],
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    later: Side,
    settled_by: Mapping[str, Settle] = {},
) -> dict[str, Any]:
    """The same of an object, key by key, in the order of ours.

    A key that ``settled_by`` does not name is merged by its kind: objects key by key, lists as
    collections. Of other values that of the ``later`` side holds, and any before none.
    """

    def by_kind(before: Any, here: Any, there: Any) -> Any:
        if isinstance(here, dict) and isinstance(there, dict):
            return three_way_object(before if isinstance(before, dict) else {}, here, there, later)
        if isinstance(here, list) and isinstance(there, list):
            known = before if isinstance(before, list) else []
            return collected(known, here, there, _json_text)
        if UNSET in (here, there):
            return there if here is UNSET else here
        return here if later == "ours" else there

    merged = {
        key: three_way(
            base.get(key, UNSET),
            ours.get(key, UNSET),
            theirs.get(key, UNSET),
            settled_by.get(key, by_kind),
        )
        for key in dict.fromkeys((*ours, *theirs))
    }
    return {key: value for key, value in merged.items() if value is not UNSET}


def collected(
    base: Iterable[Any],
    ours: Iterable[Any],
    theirs: Iterable[Any],
    key: Callable[[Any], str],
) -> list[Any]:
    """What either side added to a list stays, what either side took away is gone.

    Items of one ``key`` are the same. What was there before keeps its order; what is new stands
    behind it, sorted by its key.
    """
    before, here, there = ({key(item): item for item in each} for each in (base, ours, theirs))
    kept = [each for each in before if each in here and each in there]
    new = sorted(each for each in {**here, **there} if each not in before)
    items = {**there, **here}
    return [items[each] for each in (*kept, *new)]


def _json_text(item: Any) -> str:
    return msgspec.json.encode(item, order="deterministic").decode()
