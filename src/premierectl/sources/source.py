"""What a service that lists shows can be asked, and what it is called."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct

from premierectl.catalogue.suggest import did_you_mean

if TYPE_CHECKING:
    from premierectl.sources.http.client import Answer


class Unusable(Struct, frozen=True):
    """A piece of an answer that was left out: its JSON path, and why."""

    path: str
    reason: str


class Complaints(list[Unusable]):
    """What was left out of an answer: the first 100 pieces, and how many there were in ``all``."""

    def __init__(self) -> None:
        super().__init__()
        self.all = 0

    def append(self, piece: Unusable) -> None:
        """Count this piece, and keep it if it is one of the first."""
        self.all += 1
        if self.all <= _MOST_COMPLAINTS:
            super().append(piece)


_MOST_COMPLAINTS: Final = 100


class Unmet(Struct, frozen=True):
    """A word of a choice that no show of an answer fits; ``known`` are some of those that are there."""

    kind: str
    word: str
    known: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """That no show fits the word, and which may have been meant."""
        return (
            f"no show that is coming has the {_SINGULAR[self.kind]} {self.word!r}"
            f"{did_you_mean(self.word, self.known)}"
        )


_SINGULAR: Final = {
    "languages": "language", "countries": "country", "networks": "network", "types": "type",
}  # fmt: skip


class Read(Struct, frozen=True):
    """What could be used of an answer, and what was left out; ``total`` counts its rows.

    Of what was left out the first 100 pieces are told and all are counted (``complaints``);
    ``bad_rows`` are rows of which nothing could be used. ``updated`` is the second at which the
    service changed a show last, by its own clock.

    The entries are those of a catalogue file without ``id``, and their sources without ``checked``:
    both are for the one who keeps them. Their ``hints``, the ``type`` and all ``networks``, tell
    which show it is and are not kept. A row that is neither used nor unusable is one that nobody
    asked for.
    """

    entries: tuple[dict[str, Any], ...]
    unusable: tuple[Unusable, ...]
    total: int
    complaints: int = 0
    bad_rows: int = 0
    updated: int = 0
    unmet: tuple[Unmet, ...] = ()


class Choice(Struct, frozen=True):
    """The shows to keep; an empty list is no limit, upper and lower case are the same.

    ``countries`` are codes or names, ``least_popularity`` is from 0 to 100, and ``followed`` are
    the service's numbers of shows that are kept in any case, ``wanted`` those at other services.
    """

    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    least_popularity: int = 0
    followed: frozenset[int] = frozenset()
    wanted: frozenset[tuple[str, object]] = frozenset()


class Ask(Protocol):
    """A conversation with a service: what stands at a path of it, asked with this query."""

    def __call__(
        self, path: str, query: Sequence[tuple[str, str]] = (), *, follow: bool = True
    ) -> "Answer":
        """The answer, where a redirect leads if it is to ``follow``; raises :class:`UnavailableError` where there is none."""


class ShowSource(Protocol):
    """A service that lists shows."""

    @property
    def name(self) -> str:
        """What it is called, which is the service of its numbers in lower case."""

    @property
    def licence(self) -> str:
        """Under which licence its data are."""

    def address(self, environment: Mapping[str, str]) -> str:
        """Where it is, or what stands in for it."""

    def coming(self, ask: Ask, choice: Choice) -> Read | None:
        """The chosen shows with what is coming of them; null where nothing changed."""

    def changed(self, ask: Ask, since: str) -> Mapping[int, int] | None:
        """The shows that changed within a ``day``, a ``week`` or a ``month``, by their numbers.

        With each stands the second at which it did; null where nothing changed since that was asked.
        """

    def show(self, ask: Ask, number: int, today: date) -> Read | None:
        """All of a show by its number, no entry for one that it has not; null where nothing changed.

        ``today`` (UTC) tells what is over.
        """

    def lookup(self, ask: Ask, numbers: Mapping[str, object]) -> int | None:
        """Its number of the show with one of these numbers at other services."""

    def can_look_up(self, numbers: Mapping[str, object]) -> bool:
        """Whether it knows shows by one of these numbers."""

    def search(self, ask: Ask, text: str) -> Read:
        """The shows that it finds for these words, best first, without seasons."""
