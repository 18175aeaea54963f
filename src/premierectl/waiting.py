"""What waits for its show: followed by title until the catalogue has the one show of that title."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.namesakes import without_ending
from premierectl.catalogue.show_ids import endless_ids
from premierectl.catalogue.wanted_title import WantedTitle, title_key
from premierectl.followed_line import FollowedLine
from premierectl.season_key import NAMELESS, SeasonKey
from premierectl.selector import WHOLE, Piece, read_selector


class UnlistedShow(Struct, frozen=True):
    """What words say of a show that the catalogue does not have: its title, and what of it is meant.

    ``year`` is what stands in brackets behind the title, if it is a year.
    """

    title: str
    year: int | None = None
    piece: Piece = WHOLE

    @classmethod
    def read(cls, words: str) -> "UnlistedShow":
        """``The Bear``, ``The Bear (2022)``, ``The Bear season 3``; a slug behind a colon is of the title."""
        selector = read_selector(words)
        season = selector.piece.season
        is_piece = isinstance(season, int) or season == NAMELESS
        title, piece = (selector.words, selector.piece) if is_piece else (words.strip(), WHOLE)
        plain, behind = without_ending(title)
        return cls(plain, int(behind), piece) if behind.isdigit() else cls(title, None, piece)

    @property
    def wanted(self) -> WantedTitle:
        """The title, as shows are held against it."""
        return WantedTitle.read(self.title, self.year)

    @property
    def name(self) -> str:
        """What is followed, in words: ``The Bear (2022) season 3``."""
        season = () if self.piece == WHOLE else (self.piece.words,)
        return " ".join((title_and_year(self.title, self.year), *season))


def title_and_year(title: str, year: int | None) -> str:
    """A title with its year behind it: ``The Bear (2022)``."""
    return title if year is None or title.endswith(f"({year})") else f"{title} ({year})"


def name_of_line(line: FollowedLine) -> str:
    """What the show of a line is called by whoever follows it; by title, with the year."""
    title = line.title or line.id
    return title_and_year(title, line.year) if line.by_title else title


def waiting_line(
    title: str,
    year: int | None,
    catalogue: Catalogue,
    *,
    season: SeasonKey | None = None,
    part: int | None = None,
    added: datetime | None = None,
    note: str | None = None,
    tags: tuple[str, ...] = (),
    is_taken: Callable[[str], bool] = lambda _: False,
) -> FollowedLine:
    """A line that follows by this title whatever show of it comes; ``added`` is in UTC.

    A year in brackets behind the title is its year. The id is made of both, and that of no show of the
    catalogue, nor one that ``is_taken``.
    """
    plain, behind = without_ending(title)
    if behind.isdigit():
        title, year = plain, year or int(behind)
    ids = endless_ids(title_and_year(title, year), alone=True)
    free = (each for each in ids if catalogue.canonical(each) is None)
    return FollowedLine(
        id=next(each for each in free if not is_taken(each)),
        season=season,
        part=part,
        added=added,
        note=note,
        title=title,
        year=year,
        tags=tags,
        by_title=True,
    )


def is_waiting_for(line: FollowedLine, wanted: WantedTitle) -> bool:
    """Whether a line is of this title, and of its year and country where these are said."""
    if line.title is None:
        return False
    theirs = WantedTitle.read(line.title, line.year)
    return (
        title_key(theirs.title) == title_key(wanted.title)
        and wanted.year in (None, theirs.year)
        and wanted.country in ("", theirs.country)
    )


class UnknownLines:
    """Lines of which the catalogue has nothing, to be found by their ids, numbers and titles."""

    def __init__(self, lines: Iterable[FollowedLine]) -> None:
        self._addressed = defaultdict[str, list[FollowedLine]](list)
        self._titled = defaultdict[str, list[FollowedLine]](list)
        for line in lines:
            for address in {line.id, line.address}:
                self._addressed[address].append(line)
            if line.title is not None:
                wanted = WantedTitle.read(line.title, line.year)
                self._titled[title_key(wanted.title)].append(line)

    def __contains__(self, words: object) -> bool:
        return bool(self.called(str(words)))

    def called(self, words: str) -> list[FollowedLine]:
        """The lines that these words mean; of a title without its year, first those without one."""
        asked = UnlistedShow.read(words)
        for address in (words, asked.title):
            if address in self._addressed:
                return self._addressed[address]
        found = self.waiting_for(asked.wanted)
        return [line for line in found if line.year == asked.year] or found

    def waiting_for(self, wanted: WantedTitle) -> list[FollowedLine]:
        """The lines of this title, and of its year and country where these are said."""
        same = self._titled.get(title_key(wanted.title), ())
        return [line for line in same if is_waiting_for(line, wanted)]


def could_be(line: FollowedLine, catalogue: Catalogue) -> list[Name]:
    """The shows that a line which is followed by title could mean; for others none."""
    if not line.by_title or line.ids is not None:
        return []
    return catalogue.titles.like(WantedTitle.read(line.title or line.id, line.year))
