"""A conversation with a service, and what it says of everything coming and of single shows."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.namesakes import with_facts, without_ending
from premierectl.catalogue.wanted_title import WantedTitle
from premierectl.errors import UnavailableError
from premierectl.refresh.identity import KnownShow, entry_name, is_alike
from premierectl.sources.http.client import Answer, Client
from premierectl.sources.http.freshness import Validators
from premierectl.sources.source import Choice, Read, ShowSource, Unusable


class AskedShow(Struct, frozen=True):
    """A show to ask for: by the words that named it, and as far as known by number, or its names."""

    words: str
    numbers: Mapping[str, object] = {}
    known: KnownShow | None = None


class Request(Struct, frozen=True):
    """What is asked of a source: everything coming if ``everything``, and these shows.

    ``base`` is its address, ``today`` the day of the answers (UTC). The ids of followed shows that
    the catalogue has not are ``promised`` to them. With ``force`` what is coming is
    asked for however often that was done, and believed however little it is. ``stated`` are the parts
    of the choice that the user wrote.
    """

    source: ShowSource
    base: str
    choice: Choice
    today: date
    subjects: Sequence[AskedShow] = ()
    promised: Sequence[KnownShow] = ()
    everything: bool = True
    force: bool = False
    stated: frozenset[str] = frozenset()

    @property
    def service(self) -> str:
        """How the source's numbers are called."""
        return self.source.name.lower()


class Gathered(Struct, frozen=True):
    """What the service said: entries without ids, what of it could not be used, what it has not.

    ``whole`` says that the entries hold everything coming, ``asked`` that anything was asked at all.
    ``own`` are the numbers of shows of which an answer of their own came.
    ``missing`` are the words of shows that it has not, ``gone`` the numbers of those among them that
    it once had, ``merged`` the numbers that lead to another by now. ``complaints`` counts what could
    not be used, of which the first pieces are told. ``unclear`` are the words that several of its
    shows could be, with their addresses.
    """

    entries: tuple[Mapping[str, Any], ...] = ()
    unusable: tuple[Unusable, ...] = ()
    missing: tuple[str, ...] = ()
    followed: frozenset[object] = frozenset()
    validators: Mapping[str, Validators] = {}
    whole: bool = False
    asked: bool = False
    complaints: int = 0
    own: frozenset[object] = frozenset()
    gone: frozenset[object] = frozenset()
    merged: Mapping[object, object] = {}
    unclear: Mapping[str, Sequence[str]] = {}

    def and_then(self, other: "Gathered") -> "Gathered":
        """Both: what was said first stands first."""
        return Gathered(
            entries=(*self.entries, *other.entries),
            unusable=(*self.unusable, *other.unusable)[:_MOST_TOLD],
            missing=(*self.missing, *other.missing),
            followed=self.followed | other.followed,
            validators={**self.validators, **other.validators},
            whole=self.whole or other.whole,
            asked=self.asked or other.asked,
            complaints=self.complaints + other.complaints,
            own=self.own | other.own,
            gone=self.gone | other.gone,
            merged={**self.merged, **other.merged},
            unclear={**self.unclear, **other.unclear},
        )

    def told(self) -> "Gathered":
        """What is still to be told of it once the entries are kept."""
        return replace(self, entries=())


_MOST_TOLD: Final = 100
NO_SHOW: Final = Read((), (), 0)


def search_source(client: Client, source: ShowSource, base: str, text: str) -> Read:
    """The shows that the source finds for these words, best first."""
    return source.search(Conversation(client, base, {}), text)


class Conversation:
    """A conversation with a service: it remembers what is fresh and what each answer said of it.

    ``calls`` counts what was asked. While it is not ``trusting`` it asks for everything anew.
    """

    def __init__(self, client: Client, base: str, known: Mapping[str, Validators]) -> None:
        self._client, self._base = client, base.rstrip("/")
        self._known = known
        self.calls = 0
        self.trusting = True
        self.validators: dict[str, Validators] = {}

    def __call__(
        self, path: str, query: Sequence[tuple[str, str]] = (), *, follow: bool = True
    ) -> Answer:
        """What stands at a path of the service, asked with this query."""
        url = self._base + path + (f"?{urlencode(query)}" if query else "")
        known = self._known.get(url) if self.trusting else None
        self.calls += 1
        answer = self._client.get(url, known, follow=follow)
        fresh = known is not None and answer.validators is known
        self.calls -= fresh
        if not (answer.missing or answer.moved):
            self.validators[url] = answer.validators
        return answer

    @property
    def is_over(self) -> bool:
        """Whether there is no time for another call."""
        return self._client.is_over

    def new_validators(self) -> dict[str, Validators]:
        """What was said of the answers since this was asked last."""
        found, self.validators = self.validators, {}
        return found


def is_resolvable(source: ShowSource, subject: AskedShow) -> bool:
    """Whether the source can be asked which show it is: by a number, or by its title."""
    return source.can_look_up(subject.numbers) or bool(subject.known and subject.known.title)


def is_by_title(subject: AskedShow) -> bool:
    """Whether nothing but the title tells which show it is."""
    return subject.known is not None and subject.known.by_title


class NumberThere(Struct, frozen=True):
    """Under which number a source has a show, or the words for each of its shows that could be it."""

    number: int | None = None
    could_be: tuple[str, ...] = ()


def number_there(source: ShowSource, ask: Conversation, subject: AskedShow) -> NumberThere:
    """The show's number at the source: known, looked up, or that of the one show alike."""
    service = source.name.lower()
    number = subject.numbers.get(service)
    if isinstance(number, int):
        return NumberThere(number)
    looked_up = source.lookup(ask, subject.numbers)
    if looked_up is not None or subject.known is None:
        return NumberThere(looked_up)
    found = source.search(ask, without_ending(subject.known.title)[0]).entries
    numbers = {f"{service}:{entry['ids'][service]}": entry for entry in found}
    if subject.known.by_title:
        return _there_by_title(numbers, subject.known.wanted, service)
    alike = [address for address, entry in numbers.items() if is_alike(entry, subject.known)]
    if len(alike) == 1:
        return NumberThere(numbers[alike[0]]["ids"][service])
    return NumberThere(could_be=tuple(alike))


def _there_by_title(
    found: Mapping[str, Mapping[str, Any]], wanted: WantedTitle, service: str
) -> NumberThere:
    """The one show that has this title, else those that could be meant, with what tells them apart."""
    could_be = wanted.those_in(entry_name(address, entry) for address, entry in found.items())
    one = wanted.only_one_of(could_be)
    if one is not None:
        return NumberThere(found[one.id]["ids"][service])
    return NumberThere(could_be=tuple(with_facts(name.id, name) for name in could_be))


def show_answer(
    request: Request, ask: Conversation, subject: AskedShow, stood: Container[object]
) -> tuple[Gathered, Read | None]:
    """What the service says of one show, null where nothing changed since it was asked last.

    Of a show that is none of those that ``stood`` in the store, as ``tvmaze:1``, all is asked. Raises
    ``UnavailableError`` where it cannot be had.
    """
    calls = ask.calls
    there = number_there(request.source, ask, subject)
    if there.could_be:
        unclear = {subject.words: there.could_be}
        return Gathered(unclear=unclear, validators=ask.new_validators(), asked=True), None
    number = there.number
    ask.trusting = f"{request.service}:{number}" in stood
    read = NO_SHOW if number is None else request.source.show(ask, number, request.today)
    ask.trusting = True
    found = Gathered(followed=frozenset({number}) - {None})
    if read is not None and not read.total:
        gone = {number} - {None} if f"{request.service}:{number}" in stood else ()
        found = replace(found, missing=(subject.words,), gone=frozenset(gone))
    elif read is not None and not read.entries:
        host = urlsplit(request.base).hostname or request.source.name
        raise UnavailableError(host, "sent an answer that is not a show")
    elif read is not None:
        read = read if subject.known else _known_by(read, subject.numbers)
        found = _with_read(found, read, request.service, number)
    asked = ask.calls > calls
    return replace(found, validators=ask.new_validators(), asked=asked), read


def _known_by(read: Read, numbers: Mapping[str, object]) -> Read:
    """The answer, its show known by the numbers, too, by which it was found."""
    entries = tuple({**each, "ids": {**numbers, **each["ids"]}} for each in read.entries)
    return replace(read, entries=entries)


def _with_read(found: Gathered, read: Read, service: str, number: int | None) -> Gathered:
    now = [each["ids"][service] for each in read.entries]
    return replace(
        found,
        entries=read.entries,
        unusable=read.unusable,
        complaints=read.complaints,
        followed=found.followed.union(now),
        own=frozenset(now),
        merged={number: now[0]} if number is not None and number != now[0] else {},
    )
