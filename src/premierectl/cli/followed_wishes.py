"""What the words of a command that changes what is followed mean: an id, a number, a title."""

from collections.abc import Iterable, Sequence, Set

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.cli.wishes import Wish, wish_of_words
from premierectl.errors import AmbiguousError
from premierectl.followed_line import FollowedLine
from premierectl.selector import WHOLE
from premierectl.upcoming.meaning import meaning
from premierectl.waiting import UnknownLines, UnlistedShow, name_of_line
from premierectl.watchlist import Watchlist


class FollowedWords(Struct, frozen=True):
    """The ids of what is followed, and what else tells of that which the catalogue has not."""

    ids: frozenset[str]
    unknown: UnknownLines

    def __contains__(self, words: object) -> bool:
        return words in self.ids or words in self.unknown


def listed_words(catalogue: Catalogue, watchlist: Watchlist) -> FollowedWords:
    """By which words something on the watchlist is called, whatever the catalogue knows."""
    unknown = (line for line in watchlist.entries if line.show_in(catalogue) is None)
    return FollowedWords(frozenset(watchlist.ids), UnknownLines(unknown))


def wishes_of_followed(
    catalogue: Catalogue, words: Iterable[str], watchlist: Watchlist
) -> list[Wish]:
    """The followed shows that are meant, each by its words; an id on the watchlist is that line's show.

    A title is that of a followed show that the catalogue has, else of one that it has not.
    """
    known = [(line, line.show_in(catalogue)) for line in watchlist.entries]
    followed = {show_id for _, show_id in known}
    addressed: dict[str, list[str | None]] = {}
    for line, show_id in known:
        for address in {line.id, line.address}:
            addressed.setdefault(address, []).append(show_id)
    unknown = UnknownLines(line for line, show_id in known if show_id is None)
    return [_of_followed(catalogue, e, addressed.get(e, ()), followed, unknown) for e in words]


def _of_followed(
    catalogue: Catalogue,
    words: str,
    addressed: Sequence[str | None],
    followed: Set[str | None],
    unknown: UnknownLines,
) -> Wish:
    found = next(filter(None, addressed), None)
    if found is not None and found != catalogue.canonical(words):
        return Wish(words, found, catalogue.name(found).title)
    lines = unknown.called(words) if found is None else ()
    if lines and (addressed or not _is_of_one(catalogue, words, followed)):
        return _unknown_here(words, lines)
    return wish_of_words(catalogue, words, followed, may_ask=True)


def _is_of_one(catalogue: Catalogue, words: str, shows: Set[str | None]) -> bool:
    """Whether one of these shows is called so."""
    return any(name.id in shows for name in meaning(words, catalogue, whole=True).shows)


def _unknown_here(words: str, lines: Sequence[FollowedLine]) -> Wish:
    """The show of these lines, which the catalogue has not."""
    named = {line.id: name_of_line(line) for line in lines}
    if len(named) > 1:
        listed = [f"{name} ({show_id})" for show_id, name in named.items()]
        return Wish(words, refusal=AmbiguousError(words, listed))
    ((show_id, name),) = named.items()
    is_whole = words in (show_id, lines[0].address)
    piece = WHOLE if is_whole else UnlistedShow.read(words).piece
    title = name if is_whole and lines[0].by_title else words
    return Wish(words, show_id, title, piece, is_known=False, numbers=lines[0].ids)
