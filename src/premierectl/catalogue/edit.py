"""An entry of a catalogue document: made from a title, put in place."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec

from premierectl.catalogue.merge import merged
from premierectl.dates import PartialDate
from premierectl.model import DateChange, Season, write_value

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


def with_entry(document: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """The document with this entry: joined to the show of the same id, else behind the last."""
    shows = list(document.get("shows", ()))
    for index, show in enumerate(shows):
        if show.get("id") == entry["id"]:
            shows[index] = merged(show, entry)
            break
    else:
        shows.append(dict(entry))
    return {**document, "shows": shows}
