"""Shows as people note them by number: ``tvdb:81189``, ``tt0903747``, or the address of a page."""

import re
from collections.abc import Mapping
from typing import Final

from premierectl.catalogue.service_numbers import external_number
from premierectl.importers import values
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

_BARE_IMDB: Final = re.compile(r"tt[0-9]+", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?P<scheme>https?://)?(?:[a-z0-9-]+\.)*?(?P<site>[a-z0-9-]+\.[a-z]{2,})(?P<path>[/?#]\S*)?",
    re.IGNORECASE,
)
# Where a page has the number of a show in its address; Trakt's have names alone, such as 1923.
_NUMBER_IN: Final[Mapping[str, tuple[str, str]]] = {
    "imdb.com": ("imdb", r"/(?:[a-z]{2}(?:-[a-z]{2})?/)?title/(tt\d+)\b"),
    "tvmaze.com": ("tvmaze", r"/shows/(\d+)\b"),
    "thetvdb.com": ("tvdb", r"/dereferrer/series/(\d+)\b"),
    "themoviedb.org": ("tmdb", r"/tv/(\d+)\b"),
    "trakt.tv": ("trakt", "(?!)"),
}
# TVmaze can be asked by the others; with these alone a row goes by what stands there.
_NOT_LOOKED_UP: Final = frozenset({"tmdb", "trakt"})
_SOMETHING_ELSE: Final = (("/movies?/", "film"), ("/episodes?/", "episode"))


def named_by_number(text: str) -> ImportedRow | None:
    """The row of what is written as a number or an address; null for a title.

    A number that is none, and an address without one, are complained of: the title is what stands
    there.
    """
    numbered = external_number(text)
    if numbered or _BARE_IMDB.fullmatch(text):
        service, number = numbered or ("imdb", text)
        return _numbered_row(text, service, number, f"{text!r} is not the number of a show")
    address = _ADDRESS.fullmatch(text)
    if address is None or not (address["scheme"] or address["site"].lower() in _NUMBER_IN):
        return None
    return _addressed(text, address["site"].lower(), address["path"] or "")


def _addressed(text: str, site: str, path: str) -> ImportedRow:
    if site not in _NUMBER_IN:
        return ImportedRow(
            title=text, complaint="it is an address of no site with numbers of shows"
        )
    kinds = (kind for pattern, kind in _SOMETHING_ELSE if re.match(pattern, path, re.IGNORECASE))
    kind = next(kinds, None)
    if kind is not None:
        return ImportedRow(title=text, not_a_show=kind)
    service, pattern = _NUMBER_IN[site]
    found = re.match(pattern, path, re.IGNORECASE | re.ASCII)
    complaint = "a name in an address is not a number"
    return _numbered_row(text, service, found[1] if found else "", complaint)


def _numbered_row(text: str, service: str, number: object, complaint: str) -> ImportedRow:
    ids = values.ids_of({service: number})
    if ids == ExternalIds():
        return ImportedRow(title=text, complaint=complaint)
    return ImportedRow(title=text if service in _NOT_LOOKED_UP else None, ids=ids)
