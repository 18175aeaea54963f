"""TVmaze's answers as entries of a catalogue, without ids: what of them can be used."""

from datetime import date
from typing import Any

from msgspec import Struct

from premierectl.sources.tvmaze_answers import Fields, decoded, fields, name, number
from premierectl.sources.tvmaze_seasons import Row, seasons_of_rows, seasons_of_show
from premierectl.sources.tvmaze_show import Choice, is_chosen, show_entry

__all__ = ["Choice", "Read", "Unusable", "coming", "found", "whole_show"]

Entry = dict[str, Any]


class Unusable(Struct, frozen=True):
    """A piece of an answer that was left out: where it stands, and why."""

    path: str
    reason: str


class Read(Struct, frozen=True):
    """What could be used of an answer, and what could not; ``total`` counts its pieces."""

    entries: tuple[Entry, ...]
    unusable: tuple[Unusable, ...] = ()
    total: int = 0


def coming(body: bytes, choice: Choice) -> Read:
    """The shows of ``/schedule/full``, each with its seasons and the days of their episodes.

    Raises :class:`UnavailableError` for what is no such answer.
    """
    rows = decoded(body, list)
    listed: dict[int, tuple[Fields, list[Row]]] = {}
    unusable: list[Unusable] = []
    for index, row in enumerate(rows):
        show = fields(fields(fields(row).get("_embedded")).get("show"))
        known = number(show.get("id"), 1)
        if known is None or name(show.get("name")) is None:
            unusable.append(Unusable(f"[{index}]._embedded.show", "has no id or no name"))
        else:
            listed.setdefault(known, (show, []))[1].append((f"[{index}]", row))
    entries = []
    for known, (show, its_rows) in listed.items():
        if known in choice.watched or is_chosen(show, choice):
            seasons, left_out = seasons_of_rows(its_rows, show)
            unusable += [Unusable(path, reason) for path, reason in left_out]
            entries += [{**show_entry(show), "seasons": seasons}] if seasons else []
    return Read(tuple(entries), tuple(unusable), len(rows))


def whole_show(body: bytes, today: date) -> Read:
    """The one show of ``/shows/:id`` with all its seasons and its cast, as far as they are embedded.

    ``today`` (UTC) tells which seasons are over. Raises :class:`UnavailableError` for what is no
    such answer.
    """
    show = decoded(body, dict)
    if number(show.get("id"), 1) is None or name(show.get("name")) is None:
        return Read((), (Unusable("", "has no id or no name"),), 1)
    seasons, left_out = seasons_of_show(show, today)
    entry = {**show_entry(show), "seasons": seasons}
    return Read((entry,), tuple(Unusable(path, reason) for path, reason in left_out), 1)


def found(body: bytes) -> Read:
    """The shows of ``/search/shows``, best first, without their seasons.

    Raises :class:`UnavailableError` for what is no such answer.
    """
    rows = decoded(body, list)
    shows = [fields(fields(row).get("show")) for row in rows]
    usable = [
        show for show in shows if number(show.get("id"), 1) is not None and name(show.get("name"))
    ]
    left_out = (
        Unusable(f"[{index}].show", "has no id or no name")
        for index, show in enumerate(shows)
        if show not in usable
    )
    entries = tuple({**show_entry(show), "seasons": []} for show in usable)
    return Read(entries, tuple(left_out), len(rows))
