"""AniList: a user's lists as its API answers them, and its own download, which has no titles."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import Data
from premierectl.importers.json_parts import JsonObject, entries_in, part_of, text_in
from premierectl.importers.own_note import own_note
from premierectl.importers.shapes import format_of, nameless
from premierectl.importers.states import as_its_owner_says
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

_MEDIA_FORMATS: Final = {
    "MOVIE": "film", "MUSIC": "video", "MANGA": "comic", "ONE_SHOT": "comic", "NOVEL": "book",
}  # fmt: skip
_STATES_BY_NUMBER: Final = {
    0: "CURRENT", 1: "PLANNING", 2: "COMPLETED", 3: "DROPPED", 4: "PAUSED", 5: "REPEATING",
}  # fmt: skip
_LANGUAGES: Final = ("english", "romaji", "userPreferred", "native")


def _is_ani_list(data: Data) -> bool:
    return any(part_of(entry, "media") for entry in _entries(data.value))


def _of_lists(data: Data) -> Iterator[ImportedRow]:
    """Each season is an entry of its own, and one that is on several lists comes several times."""
    for line, entry in enumerate(_entries(data.value), 1):
        yield replace(_media_entry(entry), file=data.name, line=line)


def _entries(value: object) -> Iterator[JsonObject]:
    """The entries of all lists, whatever the query called its answers."""
    outer = part_of(value, "data") or (value if isinstance(value, dict) else {})
    for collection in (outer, *outer.values()):
        lists = collection.get("lists") if isinstance(collection, dict) else None
        for _, each in entries_in(lists):
            yield from (entry for _, entry in entries_in(each.get("entries")))


def _media_entry(entry: JsonObject) -> ImportedRow:
    media = part_of(entry, "media")
    names, began = part_of(media, "title"), part_of(media, "startDate")
    title = next(filter(None, (values.title(names.get(each)) for each in _LANGUAGES)), None)
    what = "comic" if media.get("type") == "MANGA" else None
    row = ImportedRow(
        title=title, year=values.year(media.get("seasonYear") or began.get("year")),
        not_a_show=_MEDIA_FORMATS.get(text_in(media, "format"), what),
        added=values.instant(entry.get("createdAt")), note=own_note(entry.get("notes")),
    )  # fmt: skip
    numbers = {"anilist": media.get("id", entry.get("mediaId")), "mal": media.get("idMal")}
    return _with_numbers_of_anime(row, numbers, entry.get("status"))


def _is_download(data: Data) -> bool:
    return any("series_id" in entry and "series_type" in entry for entry in _download(data))


def _of_download(data: Data) -> Iterator[ImportedRow]:
    for line, entry in enumerate(_download(data), 1):
        what = "comic" if entry.get("series_type") == 1 else None
        row = ImportedRow(not_a_show=what, file=data.name, line=line)
        word = _word_for(entry.get("status"))
        yield _with_numbers_of_anime(row, {"anilist": entry.get("series_id")}, word)


def _word_for(status: object) -> str:
    """The word of a state that is told by its number; one that nobody knows is its own word."""
    number = 0 if status == 0 else values.show_number(status)
    return "" if number is None else _STATES_BY_NUMBER.get(number, str(number))


def _download(data: Data) -> Iterator[JsonObject]:
    lists = data.value.get("lists") if isinstance(data.value, dict) else None
    return (entry for _, entry in entries_in(lists))


def _with_numbers_of_anime(row: ImportedRow, said: JsonObject, word: object) -> ImportedRow:
    if row.not_a_show:
        return row
    numbers = {service: values.show_number(each) for service, each in said.items()}
    kept = {service: str(number) for service, number in numbers.items() if number}
    complaint = None if kept else nameless(row.title, ExternalIds())
    return as_its_owner_says(replace(row, other_ids=kept, complaint=complaint), word)


ANI_LIST: Final = (
    format_of(Data, "AniList", "anilist", _is_ani_list, _of_lists),
    format_of(
        Data, "AniList", "anilist", _is_download, _of_download,
        says=lambda _: "AniList's own download has no titles; give a list of titles instead",
    ),
)  # fmt: skip
