"""What the words of ``watchlist add`` and ``watchlist remove`` mean."""

from collections.abc import Container, Mapping, Sequence
from itertools import chain

from msgspec import Struct, convert

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.service_numbers import external_number
from premierectl.cli.choose import choose, titles
from premierectl.cli.streams import input_lines
from premierectl.errors import (
    NothingError,
    PremierectlError,
    UnknownShowError,
    UsageError,
)
from premierectl.followed_line import FollowedLine
from premierectl.model import ExternalIds
from premierectl.selector import WHOLE, Piece, Selector, read_selector, selector_text
from premierectl.upcoming.outlook import Chosen
from premierectl.waiting import (
    UnlistedShow,
    is_waiting_for,
    waiting_line,
)


class Wish(Struct, frozen=True):
    """What one of the words means: a show, or the reason why none.

    Of one that the catalogue has not, ``show_id`` is what was written, and ``numbers`` what it says;
    of one that is followed by title, ``show_id`` is made of what is ``unlisted``. Of a reminder
    ``title`` is its text.
    """

    words: str
    show_id: str = ""
    title: str = ""
    piece: Piece = WHOLE
    refusal: PremierectlError | None = None
    is_known: bool = True
    numbers: ExternalIds | None = None
    is_reminder: bool = False
    unlisted: UnlistedShow | None = None

    @property
    def part(self) -> int | None:
        """The part that is meant, if one is."""
        return self.piece.number

    @property
    def line(self) -> FollowedLine:
        """The line that follows it."""
        told = self.unlisted
        return FollowedLine(
            id=self.show_id,
            season=self.piece.season,
            part=self.part,
            title=told.title if told else None,
            year=told.year if told else None,
            ids=self.numbers,
            by_title=told is not None,
        )


def asked_for(
    words: Sequence[str],
    catalogue: Catalogue,
    listed: Container[str] = (),
    *,
    whole: bool = False,
) -> tuple[Sequence[str], bool]:
    """What the words name, and whether all or nothing of it is done.

    ``-`` stands for the lines of standard input, each by itself; other words are one title where
    one goes by them, and else one each. What is ``listed``, and numbers, need no catalogue.
    """
    if "-" in words:
        given = [input_lines() if word == "-" else [word] for word in words]
        lines = list(chain.from_iterable(given))
        if not lines:
            raise NothingError("standard input named no show; write one a line")
        return lines, False
    if all(each in listed or external_number(each) for each in words):
        return words, True
    joined = " ".join(words)
    try:
        return [joined] if joined in listed else titles(
            catalogue, words, whole=whole, may_ask=False
        ), True
    except UnknownShowError:
        return [joined], True


def unknown_there(words: str) -> Wish:
    """The wish for a show that the service has not."""
    return Wish(words, refusal=NothingError(f"TVmaze does not know {words}"))


def number_given(words: str) -> Selector | None:
    """What is given by a number at a service: ``tvmaze:1``, or a season of it, ``tvmaze:1:s3``."""
    given = Selector(words) if external_number(words) else read_selector(words)
    return given if external_number(given.words) else None


def wish_to_follow(catalogue: Catalogue, words: str, *, whole: bool = False) -> Wish:
    """The show to follow; a number is one, also before the catalogue has it."""
    given = number_given(words)
    number = external_number(given.words) if given else None
    if given is None or number is None or catalogue.canonical(given.words) is not None:
        return wish_of_words(catalogue, words, (), whole=whole)
    if given.piece.unit in ("episode", "finale"):
        return _not_followable(words)
    ids = convert(dict([number]), ExternalIds)
    return Wish(words, given.words, words, given.piece, is_known=False, numbers=ids)


def wish_to_wait(catalogue: Catalogue, words: str, followed: Mapping[str, FollowedLine]) -> Wish:
    """The wish to follow by title what the catalogue has not; what it has under that title is known.

    The id is made of the title, and is that of nothing else that is ``followed``, by its id.
    """
    told = UnlistedShow.read(words)
    if not told.title or told.piece.unit in ("episode", "finale"):
        return _not_followable(words)

    def is_taken(line_id: str) -> bool:
        return line_id in followed and not is_waiting_for(followed[line_id], told.wanted)

    line = waiting_line(told.title, told.year, catalogue, is_taken=is_taken)
    show_id = line.show_in(catalogue)
    if show_id is not None:
        return wish_of_words(catalogue, selector_text(show_id, told.piece), (), given=words)
    return Wish(words, line.id, told.name, told.piece, is_known=False, unlisted=told)


def wish_of_words(
    catalogue: Catalogue,
    words: str,
    among: Container[str | None],
    *,
    whole: bool = False,
    may_ask: bool = False,
    given: str | None = None,
) -> Wish:
    """The show of these words, or of those that stand for what was ``given``.

    Where we ``may_ask``, the nearest of a name that is none is offered on a terminal.
    """
    try:
        chosen = choose(catalogue, words, among, whole=whole, may_ask=may_ask)
    except PremierectlError as refusal:
        return Wish(given or words, refusal=refusal)
    if chosen.piece.unit in ("episode", "finale"):
        return _not_followable(given or words)
    return Wish(given or words, chosen.show.id, _piece_title(chosen), chosen.piece)


def _not_followable(words: str) -> Wish:
    refusal = UsageError(
        f"the watchlist follows shows, seasons and parts; {words!r} is none of these"
    )
    return Wish(words, refusal=refusal)


def _piece_title(chosen: Chosen) -> str:
    """The show, and what of it is meant."""
    if chosen.piece.season is None:
        return chosen.show.title
    if chosen.piece.unit is None:
        return f"{chosen.show.title} {chosen.seasons()[0].label}"
    return next(chosen.releases()).title
