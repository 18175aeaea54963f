"""MyAnimeList's export, which other trackers of anime write, too."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from premierectl.importers import values
from premierectl.importers.document import Markup
from premierectl.importers.own_note import own_note
from premierectl.importers.shapes import format_of, nameless
from premierectl.importers.states import as_its_owner_says
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

_TYPES: Final = {"movie": "film", "music": "video", "cm": "video", "pv": "video"}
_NUMBERED_STATES: Final = {
    "1": "Watching", "2": "Completed", "3": "On-Hold", "4": "Dropped", "6": "Plan to Watch",
}  # fmt: skip


def _is_my_anime_list(markup: Markup) -> bool:
    return markup.root.tag == "myanimelist"


def _anime(markup: Markup) -> Iterator[ImportedRow]:
    """Each entry by its title alone; a season is one of its own and never folded into another."""
    entries = (each for each in markup.root if each.tag in {"anime", "manga"})
    return (_anime_row(each, markup.name, line) for line, each in enumerate(entries, 1))


def _anime_row(entry: Element, file: str, line: int) -> ImportedRow:
    kind = "manga" if entry.tag == "manga" else "series"
    title = values.title(entry.findtext("series_title") or entry.findtext(f"{kind}_title"))
    what = _TYPES.get((entry.findtext("series_type") or "").strip().lower())
    what = "comic" if entry.tag == "manga" else what
    number = None if what else values.show_number(entry.findtext("series_animedb_id"))
    row = ImportedRow(
        title=title, other_ids={"mal": str(number)} if number else {}, not_a_show=what,
        note=own_note(entry.findtext("my_comments")), file=file, line=line,
        complaint=None if what or number else nameless(title, ExternalIds()),
    )  # fmt: skip
    word = (entry.findtext("my_status") or "").strip()
    return row if what else as_its_owner_says(row, _NUMBERED_STATES.get(word, word))


MY_ANIME_LIST: Final = (
    format_of(
        Markup, "MyAnimeList", "myanimelist", _is_my_anime_list, _anime,
        r"animelist.*\.xml(?:\.gz)?",
    ),
)  # fmt: skip
