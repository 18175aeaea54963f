"""Changes of what is followed of shows, for commands that are given several of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import numbers_in
from premierectl.cli.followed_wishes import listed_words, wishes_of_followed
from premierectl.cli.session import Session
from premierectl.cli.watchlist_change import Decide, change_as_wished
from premierectl.cli.wishes import Wish, asked_for
from premierectl.errors import NothingError, PremierectlError
from premierectl.followed_line import FollowedLine
from premierectl.render.found import Outcome
from premierectl.selector import Piece, selector_text
from premierectl.united_lines import one_line_a_show
from premierectl.waiting import name_of_line
from premierectl.watchlist import Watchlist
from premierectl.wording.following import with_more_words

Lines = tuple[FollowedLine, ...]
# What no id of a show begins with: it stands before that of one which the catalogue has not.
_UNKNOWN: Final = "?"
# What the lines of a show become, with the outcome and the words for it; it may be refused.
LineChange = Callable[[Lines, Wish], tuple[Lines, Outcome, str]]


def change_lines(
    session: Session, catalogue: Catalogue, command: str, shows: Sequence[str], change: LineChange
) -> None:
    """Change what is followed of each of these shows, and say what was done."""
    watchlist = one_line_a_show(session.world.watchlist(), catalogue)
    words, together = asked_for(shows, catalogue, listed_words(catalogue, watchlist))
    decide = of_lines(catalogue, change)
    wishes = with_refusals(wishes_of_followed(catalogue, words, watchlist), decide, watchlist)
    change_as_wished(session, catalogue, command, wishes, decide, together=together)


def of_lines(catalogue: Catalogue, change: LineChange) -> Decide:
    """A change of a show's lines as one of the whole watchlist; what has none is not followed."""
    shows = _ByShow(catalogue)

    def decide(before: Watchlist, wish: Wish) -> tuple[Watchlist, Outcome, str]:
        lines = shows.lines(before, wish)
        if not any(line.is_within(wish.piece) or line.covers(wish.piece) for line in lines):
            return before, "not followed", f"{wish.title} is not followed"
        after, outcome, message = change(lines, wish)
        return shows.changed(before, wish, after), outcome, message

    return decide


def with_refusals(wishes: Iterable[Wish], decide: Decide, watchlist: Watchlist) -> list[Wish]:
    """The wishes with what a change of this watchlist would refuse: it is known before any is made."""

    def tried(wish: Wish) -> Wish:
        try:
            if wish.refusal is None:
                decide(watchlist, wish)
        except PremierectlError as refusal:
            return replace(wish, refusal=refusal)
        return wish

    return [tried(wish) for wish in wishes]


def followed_with_more(catalogue: Catalogue, lines: Lines, wish: Wish) -> NothingError:
    """That a season or a part is followed with more of its show, and how to hide the season."""
    more = next(
        line for line in lines if line.covers(wish.piece) and not line.is_within(wish.piece)
    )
    whole = with_more_words(title_of(catalogue, wish, more), more)
    season = Piece(wish.piece.season)
    address = selector_text(wish.show_id, season)
    return NothingError(f"{whole}; to hide {season.words}: premierectl watchlist mute {address}")


def title_of(catalogue: Catalogue, wish: Wish, line: FollowedLine) -> str:
    """The title of the show that is meant, of which this is a line."""
    return catalogue.name(wish.show_id).title if wish.is_known else name_of_line(line)


class _ByShow:
    """The lines of each show of the last watchlists, which follow from one another wish by wish."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._seen: tuple[tuple[Watchlist, Mapping[str, Lines]], ...] = ()
        self._unknown = dict[object, str]()

    def lines(self, watchlist: Watchlist, wish: Wish) -> Lines:
        """The lines of the show that is meant."""
        shows = self._shows(watchlist)
        return shows.get(self._key(wish), ())

    def changed(self, watchlist: Watchlist, wish: Wish, after: Lines) -> Watchlist:
        """The watchlist with these lines in the place of those of the show that is meant."""
        lines, shows = self.lines(watchlist, wish), self._shows(watchlist)
        if after == lines:
            return watchlist
        stays: dict[object, list[FollowedLine]] = {}
        for line in after:
            stays.setdefault(line.key, []).append(line)
        # A line is found by what it is, not by what it says: that takes no time in a long list.
        new = {id(line): same.pop(0) if (same := stays.get(line.key)) else None for line in lines}
        kept = (new.get(id(line), line) for line in watchlist.entries)
        made = replace(watchlist, entries=tuple(line for line in kept if line is not None))
        more = [line for rest in stays.values() for line in rest]
        made = made.with_all(more) if more else made
        self._seen = ((watchlist, shows), (made, {**shows, self._key(wish): after}))
        return made

    def _key(self, wish: Wish) -> str:
        return wish.show_id if wish.is_known else self._unknown.get(wish.show_id, "")

    def _shows(self, watchlist: Watchlist) -> Mapping[str, Lines]:
        known = next((shows for each, shows in self._seen if each is watchlist), None)
        if known is None:
            known = watchlist.followed(self._show_of).lines
            self._seen = ((watchlist, known),)
        return known

    def _show_of(self, line: FollowedLine) -> str:
        """The id of a line's show; of one that the catalogue has not, that of its first line."""
        show_id = line.show_in(self._catalogue)
        if show_id is not None:
            return show_id
        told_by = (line.id, *(f"{service}:{number}" for service, number in numbers_in(line.ids)))
        first = next(filter(None, map(self._unknown.get, told_by)), f"{_UNKNOWN}{line.id}")
        self._unknown.update(dict.fromkeys(told_by, first))
        return first
