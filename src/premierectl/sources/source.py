"""What a service that lists shows can be asked, and what it is called."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from premierectl.sources.http.client import Answer


class Unusable(Struct, frozen=True):
    """A piece of an answer that was left out: its JSON path, and why."""

    path: str
    reason: str


class Read(Struct, frozen=True):
    """What could be used of an answer, and what was left out; ``total`` counts its rows.

    The entries are those of a catalogue file without ``id``, and their sources without ``checked``:
    both are for the one who keeps them. Their ``hints``, the ``type`` and all ``networks``, tell
    which show it is and are not kept. A row that is neither used nor unusable is one that nobody
    asked for.
    """

    entries: tuple[dict[str, Any], ...]
    unusable: tuple[Unusable, ...]
    total: int


class Choice(Struct, frozen=True):
    """The shows to keep; an empty list is no limit, upper and lower case are the same.

    ``countries`` are codes or names, ``least_popularity`` is from 0 to 100, and ``followed`` are
    the service's numbers of shows that are kept in any case.
    """

    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    least_popularity: int = 0
    followed: frozenset[int] = frozenset()


class Ask(Protocol):
    """A conversation with a service: what stands at a path of it, asked with this query."""

    def __call__(self, path: str, query: Sequence[tuple[str, str]] = ()) -> "Answer":
        """The answer; raises :class:`UnavailableError` where there is none."""


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

    def changed(self, ask: Ask, since: str) -> frozenset[int]:
        """The numbers of the shows that changed within a ``day``, a ``week`` or a ``month``."""

    def show(self, ask: Ask, number: int, today: date) -> Read | None:
        """All of a show by its number, no entry for one that it has not; null where nothing changed.

        ``today`` (UTC) tells what is over.
        """

    def lookup(self, ask: Ask, numbers: Mapping[str, object]) -> int | None:
        """Its number of the show with one of these numbers at other services."""

    def search(self, ask: Ask, text: str) -> Read:
        """The shows that it finds for these words, best first, without seasons."""
