"""A browser's bookmarks, as all browsers export them: the pages of shows among them."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.importers import values
from premierectl.importers.document import PlainText
from premierectl.importers.named_by_number import named_by_number
from premierectl.importers.shapes import format_of
from premierectl.moving_in.row import ImportedRow

_BOOKMARK_FILE: Final = re.compile(r"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file-1", re.IGNORECASE)
_BOOKMARKED_LINK: Final = re.compile(r"<A\s([^<>]*)>([^<]*)</A>", re.IGNORECASE)
_HREF: Final = re.compile(r'\bHREF="([^"]*)"', re.IGNORECASE)
_ADD_DATE: Final = re.compile(r'\bADD_DATE="([^"]*)"', re.IGNORECASE)
_OF_A_TITLE: Final = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*(?:imdb\.com/(?:[a-z-]{2,5}/)?title/|tvmaze\.com/(?:shows|episodes)/"
    r"|thetvdb\.com/(?:dereferrer/)?series/|themoviedb\.org/(?:tv|movie)/|trakt\.tv/(?:shows|movies)/)",
    re.IGNORECASE,
)
# What sites put behind the title of a page: `` - IMDb``, and before it ``(TV Series 2029– )``.
_SITE: Final = re.compile(r"\s[-|–—·]\s[^-|–—·]*\b(?:IMDb|TVmaze|Trakt|TMDB|TheTVDB)\b.*")
_WHAT_IT_IS: Final = re.compile(r"\s*\((?P<kind>[^\d()]*?)\s*(?P<year>\d{4})(?:\s*[-–][\d\s]*)?\)")
_IMDB_KINDS: Final = {
    "": "film", "tv movie": "film", "short": "film", "tv short": "film", "video": "video",
    "music video": "video", "tv episode": "episode", "tv special": "special", "video game": "game",
    "podcast series": "podcast", "podcast episode": "podcast",
}  # fmt: skip


class _Bookmark(Struct, frozen=True):
    line: int
    address: str
    text: str
    added: str


def _is_bookmarks(text: PlainText) -> bool:
    return bool(_BOOKMARK_FILE.match(text.text))


def _bookmarked(text: PlainText) -> Iterator[ImportedRow]:
    for bookmark in _bookmarks(text.text):
        is_of_a_title = _OF_A_TITLE.match(bookmark.address)
        row = named_by_number(values.title(bookmark.address) or "") if is_of_a_title else None
        if row is not None:
            yield replace(
                _with_its_text(row, bookmark), file=text.name, line=bookmark.line,
                added=values.instant(bookmark.added),
            )  # fmt: skip


def _with_its_text(row: ImportedRow, bookmark: _Bookmark) -> ImportedRow:
    """The row of an address with what the link says: the title, and at IMDb what it is of."""
    text = _SITE.sub("", values.title(bookmark.text) or "")
    told = _WHAT_IT_IS.search(text)
    title = text[: told.start()] if told else text
    kind = _IMDB_KINDS.get(told["kind"].strip().lower()) if told and row.ids.imdb else None
    year = values.year(told["year"]) if told else None
    titled = replace(row, title=title or row.title, year=year)
    return ImportedRow(title=titled.title, year=year, not_a_show=kind) if kind else titled


def _other_addresses(text: PlainText) -> str | None:
    """How many addresses there are of something else; which they are is nobody's business."""
    others = sum(not _OF_A_TITLE.match(each.address) for each in _bookmarks(text.text))
    many = "1 other address is" if others == 1 else f"{others:,} other addresses are"
    return f"{many} of no show" if others else None


def _bookmarks(text: str) -> Iterator[_Bookmark]:
    line, counted = 1, 0
    for link in _BOOKMARKED_LINK.finditer(text):
        line, counted = line + text.count("\n", counted, link.start()), link.start()
        address, added = _HREF.search(link[1]), _ADD_DATE.search(link[1])
        yield _Bookmark(
            line,
            address[1] if address else "",
            link[2],
            added[1] if added else "",
        )


BOOKMARKS: Final = (
    format_of(
        PlainText, "Bookmarks", "bookmarks", _is_bookmarks, _bookmarked, says=_other_addresses
    ),
)
