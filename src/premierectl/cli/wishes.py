"""What the words of ``watchlist add`` and ``watchlist remove`` mean."""

from collections.abc import Container, Iterable, Sequence
from itertools import chain

from msgspec import Struct, convert

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import numbers_in
from premierectl.catalogue.same_show import agree
from premierectl.catalogue.service_numbers import external_number
from premierectl.cli.choose import choose, titles
from premierectl.cli.output import input_lines
from premierectl.errors import NothingError, PremierectlError, UsageError
from premierectl.model import ExternalIds
from premierectl.selector import WHOLE, Piece
from premierectl.upcoming.outlook import Chosen
from premierectl.watchlist import FollowedLine, Watchlist


class Wish(Struct, frozen=True):
    """What one of the words means: a show, or the reason why none.

    Of one that the catalogue has not, ``show_id`` is what was written, and ``numbers`` what it says;
    of a reminder ``title`` is its text.
    """

    words: str
    show_id: str = ""
    title: str = ""
    piece: Piece = WHOLE
    refusal: PremierectlError | None = None
    is_known: bool = True
    numbers: ExternalIds | None = None
    is_reminder: bool = False

    @property
    def part(self) -> int | None:
        """The part that is meant, if one is."""
        return self.piece.number

    def is_of(self, line: FollowedLine, catalogue: Catalogue) -> bool:
        """Whether a line of the watchlist is of the show that is meant."""
        show_id = line.show_in(catalogue)
        if self.is_known or show_id is not None:
            return self.is_known and show_id == self.show_id
        same = agree(dict(numbers_in(self.numbers)), dict(numbers_in(line.ids)))
        return bool(same) or line.id == self.show_id


def asked_for(
    words: Sequence[str], catalogue: Catalogue, listed: Container[str] = ()
) -> tuple[Sequence[str], bool]:
    """What the words name, and whether all or nothing of it is done.

    ``-`` stands for the lines of standard input, each by itself; other words are one title where
    one goes by them, and else one each. Ids that are ``listed``, and numbers, need no catalogue.
    """
    if "-" in words:
        given = [input_lines() if word == "-" else [word] for word in words]
        lines = list(chain.from_iterable(given))
        if not lines:
            raise NothingError("standard input named no show; write one a line")
        return lines, False
    if all(each in listed or external_number(each) for each in words):
        return words, True
    return titles(catalogue, words), True


def unknown_there(words: str) -> Wish:
    """The wish for a show that the service has not."""
    return Wish(words, refusal=NothingError(f"TVmaze does not know {words}"))


def wish_to_follow(catalogue: Catalogue, words: str) -> Wish:
    """The show to follow; a number is one, also before the catalogue has it."""
    number = external_number(words)
    if number and catalogue.canonical(words) is None:
        ids = convert(dict([number]), ExternalIds)
        return Wish(words, words, words, is_known=False, numbers=ids)
    return _chosen(catalogue, words, ())


def wishes_of_followed(
    catalogue: Catalogue, words: Iterable[str], watchlist: Watchlist
) -> list[Wish]:
    """The followed shows that are meant, each by its words; an id on the watchlist is that line's show."""
    known = [(line, line.show_in(catalogue)) for line in watchlist.entries]
    followed = {show_id for _, show_id in known}
    addressed: dict[str, list[tuple[FollowedLine, str | None]]] = {}
    for line, show_id in known:
        for address in {line.id, line.address}:
            addressed.setdefault(address, []).append((line, show_id))
    return [_of_followed(catalogue, each, addressed.get(each, ()), followed) for each in words]


def _of_followed(
    catalogue: Catalogue,
    words: str,
    addressed: Sequence[tuple[FollowedLine, str | None]],
    followed: Container[str | None],
) -> Wish:
    found = next((show_id for _, show_id in addressed if show_id is not None), None)
    if addressed and found is None:
        line, _ = addressed[0]
        return Wish(words, line.id, words, is_known=False, numbers=line.ids)
    if found is not None and found != catalogue.canonical(words):
        return Wish(words, found, catalogue.name(found).title)
    return _chosen(catalogue, words, followed)


def _chosen(catalogue: Catalogue, words: str, among: Container[str | None]) -> Wish:
    try:
        chosen = choose(catalogue, words, among)
    except PremierectlError as refusal:
        return Wish(words, refusal=refusal)
    if chosen.piece.unit in ("episode", "finale"):
        words_for = UsageError(f"the watchlist follows shows, seasons and parts; {words!r} is none")
        return Wish(words, refusal=words_for)
    return Wish(words, chosen.show.id, _piece_title(chosen), chosen.piece)


def _piece_title(chosen: Chosen) -> str:
    """The show, and what of it is meant."""
    if chosen.piece.season is None:
        return chosen.show.title
    if chosen.piece.unit is None:
        return f"{chosen.show.title} {chosen.seasons()[0].label}"
    return next(chosen.releases()).title
