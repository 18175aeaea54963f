"""What is followed already, while one wish after another is."""

from collections import defaultdict
from collections.abc import Iterator

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import numbers_in
from premierectl.catalogue.wanted_title import WantedTitle, title_key
from premierectl.cli.wishes import Wish
from premierectl.followed_line import FollowedLine
from premierectl.waiting import is_waiting_for
from premierectl.watchlist import Watchlist


class FollowedAlready:
    """The lines of each show, number and title, to be found as fast in a list of any length."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lines: defaultdict[object, list[FollowedLine]] | None = None

    def has(self, watchlist: Watchlist, wish: Wish) -> bool:
        """Whether what is wished for is followed, by itself or with more of its show."""
        found = self._all(watchlist)
        lines = [line for key in _keys_of_wish(wish) for line in found.get(key, ())]
        if wish.unlisted is not None:
            lines = [line for line in lines if is_waiting_for(line, wish.unlisted.wanted)]
        return any(line.covers(wish.piece) for line in lines)

    def add(self, watchlist: Watchlist, line: FollowedLine, wish: Wish) -> None:
        """A line that is followed from now on, by this wish."""
        found = self._all(watchlist)
        for key in _keys_of_line(line, wish.show_id if wish.is_known else None):
            found[key].append(line)

    def _all(self, watchlist: Watchlist) -> defaultdict[object, list[FollowedLine]]:
        """All that was followed before the first wish, and what was added since."""
        if self._lines is None:
            self._lines = defaultdict(list)
            for line in watchlist.entries:
                for key in _keys_of_line(line, line.show_in(self._catalogue)):
                    self._lines[key].append(line)
        return self._lines


def _keys_of_wish(wish: Wish) -> Iterator[object]:
    if wish.is_known:
        yield "show", wish.show_id
    elif wish.unlisted is not None:
        yield "title", title_key(wish.unlisted.wanted.title)
    else:
        yield "id", wish.show_id
        yield from numbers_in(wish.numbers)


def _keys_of_line(line: FollowedLine, show_id: str | None) -> Iterator[object]:
    if show_id is not None:
        yield "show", show_id
        return
    yield "id", line.id
    yield from numbers_in(line.ids)
    if line.title is not None:
        yield "title", title_key(WantedTitle.read(line.title).title)
