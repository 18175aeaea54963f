"""Kodi's and Jellyfin's own files: ``tvshow.nfo``, and the whole library as ``videodb.xml``."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from premierectl.importers import values
from premierectl.importers.document import Markup
from premierectl.importers.premiere_year import premiere_year
from premierectl.importers.shapes import format_of, nameless
from premierectl.importers.states import as_it_stands
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

_KINDS_OF_FILE: Final = {"movie": "film", "musicvideo": "video", "episodedetails": "episode"}
# As Jellyfin and Emby write the numbers of a show.
_TAGS: Final = {
    "tvdbid": "tvdb", "imdb_id": "imdb", "imdbid": "imdb", "tmdbid": "tmdb", "tvmazeid": "tvmaze",
}  # fmt: skip


def _is_kodi(markup: Markup) -> bool:
    return markup.root.tag in {"tvshow", "videodb", *_KINDS_OF_FILE}


def _library(markup: Markup) -> Iterator[ImportedRow]:
    found = list(markup.root) if markup.root.tag == "videodb" else [markup.root]
    videos = (each for each in found if each.tag in {"tvshow", *_KINDS_OF_FILE})
    for line, video in enumerate(videos, 1):
        yield _video_row(video, markup.name, line)


def _video_row(video: Element, file: str, line: int) -> ImportedRow:
    title, what = values.title(video.findtext("title")), _KINDS_OF_FILE.get(video.tag)
    if what:
        return ImportedRow(title=title, not_a_show=what, file=file, line=line)
    year = premiere_year(video.findtext("premiered")) or values.year(video.findtext("year"))
    ids = values.ids_of(_numbers_of(video))
    row = ImportedRow(
        title=title, year=year, ids=ids, file=file, line=line, complaint=nameless(title, ids)
    )
    return as_it_stands(row, video.findtext("status"))


def _numbers_of(show: Element) -> Mapping[str, object]:
    """The numbers that say of which service they are.

    A bare ``<id>`` does so only where it is IMDb's: it was TheTVDB's for years, and is now that of
    whichever service described the show. One of the type ``unknown`` is no better.
    """
    said: list[tuple[str, object]] = [
        (each.get("type", "").lower(), each.text) for each in show.iterfind("uniqueid")
    ]
    said += [(_TAGS[each.tag], each.text) for each in show if each.tag in _TAGS]
    for each in show.iterfind("id"):
        said += [*((name.lower(), number) for name, number in each.attrib.items())]
        said.append(("imdb", each.text))
    usable = (each for each in reversed(said) if values.ids_of(dict([each])) != ExternalIds())
    return dict(usable)


KODI: Final = (format_of(Markup, "Kodi", "kodi", _is_kodi, _library, r"tvshow\.nfo|videodb\.xml"),)
