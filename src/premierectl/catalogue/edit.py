"""An entry of a catalogue document: made from a title, put in place."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, Literal

import msgspec

from premierectl.catalogue.merge import merged
from premierectl.dates import PartialDate
from premierectl.model import DateChange, Season, write_value

# What a change did with something that was to be stated no more.
Withdrawal = Literal[
    "removed", "withdrawn", "hidden", "already withdrawn", "already hidden", "not stated"
]

EXAMPLE: Final[Mapping[str, Any]] = {
    "id": "my-show",
    "title": "My Show",
    "network": "Netflix",
    "seasons": [{"number": 2, "premiere": "2027-03", "episodes": 8}],
}


def with_history(season: Mapping[str, Any], known: Season, today: date) -> dict[str, Any]:
    """The stated season with the move of its premiere, where what is ``known`` says another date.

    ``today`` is the day on which the move is noticed (UTC).
    """
    written = season.get("premiere", known.premiere)
    after = PartialDate(written) if isinstance(written, str) else written
    if after == known.premiere:
        return dict(season)
    changes = (*known.history, DateChange(when=today, before=known.premiere, after=after))
    return {**season, "history": msgspec.to_builtins(changes, enc_hook=write_value)}


def with_entries(
    document: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """The document with these entries: each joined to the last of its id, else behind the others."""
    shows = list(document.get("shows", ()))
    places = {each["id"]: place for place, each in enumerate(shows) if type(each.get("id")) is str}
    for entry in entries:
        place = places.setdefault(entry["id"], len(shows))
        if place == len(shows):
            shows.append(dict(entry))
        else:
            shows[place] = merged(shows[place], entry)
    return {**document, "shows": shows}
