"""TVmaze's answers as entries of a catalogue file, without ids; tvmaze.com/api describes them.

The entries have no ``id`` and their sources no ``checked``: both are for the one who keeps them.
"""

import re
from datetime import date
from itertools import islice
from math import inf, isfinite
from typing import Any, Final

from premierectl.sources.source import Choice, Complaints, Read, Unusable
from premierectl.sources.tvmaze.answers import (
    Answered,
    UnusableError,
    answer_items,
    answer_object,
    fields,
    items,
    number,
)
from premierectl.sources.tvmaze.cast import cast_of_show
from premierectl.sources.tvmaze.choice import Chooser
from premierectl.sources.tvmaze.episodes import DatedEpisode, episode
from premierectl.sources.tvmaze.schedule import Schedule
from premierectl.sources.tvmaze.seasons import shown_seasons
from premierectl.sources.tvmaze.show import number_and_title, show_entry, zones

_CHANGED_NUMBER: Final = re.compile("[0-9]{1,15}")
_MOST_FOUND: Final = 100


def coming(body: bytes, choice: Choice) -> Read:
    """The chosen shows of ``/schedule/full`` with the seasons of which an episode is dated.

    Raises :class:`UnavailableError` for what is no list, or a longer one than there can be.
    """
    filters = Chooser(choice)
    schedule, total, bad = Schedule(filters.keep), 0, 0
    for index, row in enumerate(answer_items(body)):
        bad += not schedule.add(row, f"[{index}]")
        total += 1
    entries, left_out = tuple(schedule.entries()), schedule.left_out
    return Read(entries, tuple(left_out), total, left_out.all, bad_rows=bad, unmet=filters.unmet())


def whole_show(body: bytes, today: date) -> Read:
    """The show of ``/shows/:id`` with its ``seasons``, ``episodes``, ``nextepisode`` and ``cast``.

    ``today`` (UTC) tells which seasons are over. Raises :class:`UnavailableError` for what is no
    object.
    """
    show, left_out = answer_object(body), Complaints()
    try:
        entry = show_entry(show, "", left_out)
    except UnusableError as error:
        return Read((), (error.unusable,), 1, 1, 1)
    shown = shown_seasons(show, _episodes(show, left_out), today, left_out)
    entry["seasons"] = shown.seasons
    if "episodes" in fields(show.get("_embedded")):
        entry["hints"]["listed_from"] = shown.listed_from
    cast = cast_of_show(show, left_out)
    if cast:
        entry["cast"] = cast
    updated = number(show.get("updated")) or 0
    return Read((entry,), tuple(left_out), 1, left_out.all, updated=updated)


def changed(body: bytes) -> dict[int, int]:
    """The numbers of ``/updates/shows`` and the second at which each changed, 0 where that is absurd.

    Raises :class:`UnavailableError` for what is no object.
    """
    listed = answer_object(body).items()
    return {int(each): number(at) or 0 for each, at in listed if _CHANGED_NUMBER.fullmatch(each)}


def found(body: bytes) -> Read:
    """The shows of ``/search/shows``, best first, each once, without seasons.

    Raises :class:`UnavailableError` for what is no list.
    """
    entries, left_out, rows = (
        dict[int, dict[str, Any]](),
        Complaints(),
        list(islice(answer_items(body), _MOST_FOUND)),
    )
    for index, row in sorted(enumerate(rows), key=_score):
        path = f"[{index}].show"
        show = fields(fields(row).get("show"))
        try:
            entries.setdefault(number_and_title(show, path)[0], show_entry(show, path, left_out))
        except UnusableError as error:
            left_out.append(error.unusable)
    return Read(tuple(entries.values()), tuple(left_out), len(rows), left_out.all)


def _episodes(show: Answered, left_out: list[Unusable]) -> list[DatedEpisode]:
    """The embedded episodes, the next one among them, which is there by itself if it is a special."""
    embedded, channel_zones = fields(show.get("_embedded")), zones(show)
    places = [
        (f"_embedded.episodes[{index}]", row)
        for index, row in enumerate(items(embedded.get("episodes")))
    ]
    if "nextepisode" in embedded:
        places.append(("_embedded.nextepisode", embedded["nextepisode"]))
    listed: dict[object, DatedEpisode] = {}
    for place, row in places:
        try:
            known = episode(fields(row), channel_zones, place)
        except UnusableError as error:
            left_out.append(error.unusable)
            continue
        if known:
            listed.setdefault(
                known.path if known.number is None else (known.season, known.number), known
            )
    return list(listed.values())


def _score(placed: tuple[int, object]) -> float:
    """The order of a result: the highest score first, no score last."""
    score = fields(placed[1]).get("score")
    if isinstance(score, bool) or not isinstance(score, int | float) or not isfinite(score):
        return inf
    return -float(score)
