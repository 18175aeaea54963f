"""An entry of Trakt's lists, as its export and its API write it, and what its owner says by it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.own_note import own_note
from premierectl.importers.shapes import nameless
from premierectl.moving_in.row import ImportedRow, Standing

TraktEntry = Mapping[str, Any]

_ENTRY_KINDS: Final = ("episode", "season", "movie", "show")
_OF_A_SHOW: Final = {"episode", "season"}
_CONCLUDED: Final = {"ended", "canceled", "cancelled"}
_GOES_ON: Final = {
    "", "returning series", "continuing", "in production", "planned", "upcoming", "pilot",
}  # fmt: skip
# What an entry has that tells of the past alone; of following it says nothing.
_PAST: Final = {
    "watched_at": "watched",
    "paused_at": "watched",
    "rated_at": "rated",
    "rating": "rated",
    "collected_at": "collected",
    "last_collected_at": "collected",
    "comment": "commented",
    "note": "noted",
}


class Stance(Struct, frozen=True):
    """What an entry says of following, in our words and in Trakt's."""

    state: Standing
    said: str = ""
    is_new_word: bool = False


def entry_rows(entries: Iterable[tuple[int, TraktEntry]], file: str) -> Iterator[ImportedRow]:
    """The rows of a file's entries, each with its line; a show once, however often it was seen."""
    told: set[object] = set()
    for line, entry in entries:
        row = replace(_trakt_row(entry, _stance(entry)), file=file, line=line)
        seen = (row.title, row.year, row.ids, row.not_a_show, row.said)
        key = seen if row.state == "watched" else line
        if key not in told:
            told.add(key)
            yield row


def _trakt_row(entry: TraktEntry, stance: Stance) -> ImportedRow:
    kind, show = _entry_kind(entry), _part_of_entry(entry, "show")
    if kind == "movie":
        return _trakt_other(_part_of_entry(entry, "movie"), "film", stance)
    if kind == "show" or (kind in _OF_A_SHOW and stance.state == "watched"):
        return _trakt_show(entry, stance)
    if kind == "season":
        return _trakt_season(entry, stance)
    if kind == "episode":
        return _trakt_other(
            show, "episode", stance, _episode_code(_part_of_entry(entry, "episode"))
        )
    return _trakt_other(_part_of_entry(entry, kind), "other title", stance)


def _trakt_show(entry: TraktEntry, stance: Stance, season: int | None = None) -> ImportedRow:
    """A show, or a season of one; the numbers are the show's."""
    show = _part_of_entry(entry, "show")
    title, ids = values.title(show.get("title")), values.ids_of(_part_of_entry(show, "ids"))
    return ImportedRow(
        title=title, year=values.year(show.get("year")), season=season, ids=ids,
        state=stance.state, said=stance.said, is_new_word=stance.is_new_word,
        added=values.instant(entry.get("listed_at")), note=own_note(entry.get("notes")),
        complaint=nameless(title, ids),
    )  # fmt: skip


def _trakt_season(entry: TraktEntry, stance: Stance) -> ImportedRow:
    """A season. To hide one is not to drop its show; season 0 is what Trakt calls all specials."""
    number = _from_zero(_part_of_entry(entry, "season").get("number"))
    if stance.state == "stopped":
        return _trakt_show(entry, Stance("unsaid"))
    if not number:
        what = "special" if number == 0 else "unnumbered season"
        return _trakt_other(_part_of_entry(entry, "show"), what, stance)
    return _trakt_show(entry, stance, number)


def _trakt_other(thing: TraktEntry, what: str, stance: Stance, code: str = "") -> ImportedRow:
    """What is no show. Its numbers are left out: films and shows are numbered apart."""
    title = values.title(thing.get("title") or thing.get("name"))
    return ImportedRow(
        title=title and title + code, year=values.year(thing.get("year")),
        not_a_show=what, state=stance.state, said=stance.said,
    )  # fmt: skip


def _episode_code(episode: TraktEntry) -> str:
    """Which episode it is: `` 1x02``."""
    season, number = _from_zero(episode.get("season")), _from_zero(episode.get("number"))
    return "" if season is None or number is None else f" {season}x{number:02}"


def _from_zero(said: object) -> int | None:
    """A number of a season or an episode, from 0 on, also from text."""
    text = str(said) if isinstance(said, int | str) else ""
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None


def _entry_kind(entry: TraktEntry) -> str:
    """What an entry is of. Those of an answer about one kind alone do not say it."""
    said = entry.get("type")
    there = (kind for kind in _ENTRY_KINDS if kind in entry)
    return said if isinstance(said, str) else next(there, "")


def _stance(entry: TraktEntry) -> Stance:
    """Hidden before listed, and listed before what was done with it in the past."""
    if "hidden_at" in entry:
        return Stance("stopped", "hidden")
    done = (word for key, word in _PAST.items() if key in entry)
    if "listed_at" not in entry and (word := next(done, None)):
        return Stance("watched", word)
    status = _part_of_entry(entry, "show").get("status")
    said = status if isinstance(status, str) else ""
    if said.lower() in _CONCLUDED:
        return Stance("ended", said)
    return Stance("following", said, said.lower() not in _GOES_ON)


def _part_of_entry(entry: TraktEntry, key: str) -> TraktEntry:
    thing = entry.get(key)
    return thing if isinstance(thing, dict) else {}
