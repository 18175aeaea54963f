"""Whether a show that a service lists is one that is known here: by number, else by title and more."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, Self

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Name
from premierectl.catalogue.layer import numbers_in
from premierectl.catalogue.same_show import agree
from premierectl.catalogue.wanted_title import WantedTitle
from premierectl.dates import date_if_any
from premierectl.folding import folded
from premierectl.followed_line import FollowedLine
from premierectl.model import Season, Show

Listed = Mapping[str, Any]
# A season's number, and the first and the last day on which it may have begun.
Begun = tuple[int, date, date]

# What tells of an entry and is no fact of its show: its type, all of its channels, and the season
# from which on every episode is listed.
HINTS: Final = "hints"

# What is no series of episodes that tell a story, a contest or a life; a title alone is no proof of it.
_APART: Final = {
    "documentary", "news", "talk show", "sports", "variety", "panel show", "award show",
}  # fmt: skip
_STORIES: Final = {"scripted", "animation"}
# A date of one season that two sources state is never so far apart.
_YEARS_APART: Final = timedelta(days=730)
_TOLD_APART: Final = re.compile(r"\s*\([^()]*\)$")


class KnownShow(Struct, frozen=True):
    """A show that is known here: what tells whether a listed one is the same.

    One that is only ``promised`` is a line of the watchlist: no layer states it, and its id is kept
    for it. One that is followed ``by_title`` is whichever show alone has this title.
    """

    id: str
    title: str
    year: int | None = None
    network: str | None = None
    ids: Mapping[str, object] = {}
    networks: frozenset[str] = frozenset()
    genres: tuple[str, ...] = ()
    begun: tuple[Begun, ...] = ()
    promised: bool = False
    unsure: bool = False
    by_title: bool = False

    @classmethod
    def of(cls, show: Show) -> Self:
        """What is known of a show."""
        networks = [season.network for season in show.seasons if season.network]
        return cls(
            id=show.id,
            title=show.title,
            year=show.year,
            network=show.network or next(iter(networks), None),
            ids=show.sure_ids,
            unsure=bool(show.unsure),
            networks=frozenset(networks),
            genres=show.genres,
            begun=tuple(_begun(show.seasons)),
        )

    @classmethod
    def followed(cls, line: FollowedLine) -> Self:
        """What a line of the watchlist tells of its show; of an id alone, what it says by itself."""
        numbers = dict(numbers_in(line.ids))
        if line.title is not None:
            told = cls(line.id, line.title, line.year, ids=numbers, promised=True)
            return replace(told, by_title=line.by_title and not numbers)
        words, _, year = line.id.rpartition("-")
        if re.fullmatch("(19|20)[0-9]{2}", year):
            return cls(line.id, words.replace("-", " "), int(year), ids=numbers, promised=True)
        return cls(line.id, "", ids=numbers, promised=True)

    @property
    def wanted(self) -> WantedTitle:
        """Its title, as shows are held against it."""
        return WantedTitle.read(self.title, self.year)


def entry_name(show_id: str, entry: Listed) -> Name:
    """What a listed show goes by, under this id."""
    told = (entry.get(key) for key in ("year", "country", "network"))
    return Name(show_id, str(entry["title"]), (), *told)


def is_alike(entry: Listed, show: KnownShow) -> bool:
    """Whether a listed show of the same title is this one: year or network agree, nothing differs.

    Its network and its web channel both count. Another type, seasons that go backwards and a first
    year after seasons that are known differ.
    """
    if not _share_a_title(str(entry["title"]), show.title):
        return False
    if agree(entry.get("ids", {}), show.ids) is False:
        return False
    stated = [_years_agree(entry.get("year"), show.year), _networks_agree(entry, show)]
    return True in stated and False not in stated and not _contradicts(entry, show)


def _share_a_title(title: str, known: str) -> bool:
    """Whether two titles are one, also where behind one of them stands what tells it apart."""
    one, other = folded(title), folded(known)
    return bool(other) and (
        one == other or one == folded(plain_title(known)) or folded(plain_title(title)) == other
    )


def plain_title(title: str) -> str:
    """A title without what stands in brackets behind it."""
    return _TOLD_APART.sub("", title)


def _years_agree(one: object, other: object) -> bool | None:
    return None if one is None or other is None else one == other


def _networks_agree(entry: Listed, show: KnownShow) -> bool | None:
    """Whether one of its channels is one of the show's; null where that is not told.

    Of one house, such as BBC One and BBC iPlayer, they neither agree nor differ.
    """
    listed = _folded_names([entry.get("network"), *entry.get(HINTS, {}).get("networks", ())])
    known = _folded_names([show.network, *show.networks])
    if listed & known:
        return True
    houses = {name.split()[0] for name in listed} & {name.split()[0] for name in known}
    return False if listed and known and not houses else None


def _folded_names(names: Iterable[object]) -> set[str]:
    return {text for name in names if (text := folded(str(name or "")))}


def _contradicts(entry: Listed, show: KnownShow) -> bool:
    listed = list(_listed_begun(entry))
    return (
        _types_differ(entry.get(HINTS, {}).get("type"), show.genres)
        or any(last.year < (entry.get("year") or 0) for _, _, last in show.begun)
        or any(last.year < (show.year or 0) for _, _, last in listed)
        or any(_go_backwards(one, other) for one in listed for other in show.begun)
    )


def _types_differ(kind: object, genres: Iterable[str]) -> bool:
    """Whether a show of these genres is no such type; one without genres may be any series."""
    told, said = folded(str(kind or "")), set(map(folded, genres))
    if told in said or not told:
        return False
    return told in _APART or (bool(said) and told not in _STORIES)


def _go_backwards(one: Begun, other: Begun) -> bool:
    """Whether the lower season begins after the higher one, or one season years apart."""
    (number, first, last), (known, known_first, known_last) = one, other
    if number == known:
        return first - known_last > _YEARS_APART or known_first - last > _YEARS_APART
    return first > known_last if number < known else last < known_first


def _begun(seasons: Iterable[Season]) -> Iterator[Begun]:
    for season in seasons:
        dates = [known for known, _ in season.stated]
        if season.number is not None and dates:
            first = min(dates, key=lambda known: known.latest)
            yield season.number, first.earliest, first.latest


def _listed_begun(entry: Listed) -> Iterator[Begun]:
    for season in entry.get("seasons", ()):
        written = [season.get("premiere"), *(e.get("date") for e in season.get("episode_list", ()))]
        dates = [known for each in written if (known := date_if_any(each))]
        if isinstance(season.get("number"), int) and dates:
            first = min(dates, key=lambda known: known.latest)
            yield season["number"], first.earliest, first.latest
