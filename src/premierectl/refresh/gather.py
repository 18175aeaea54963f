"""What a service lists of everything coming and of single shows, gathered in one conversation."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from msgspec import Struct

from premierectl.refresh.identity import KnownShow, is_alike
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
    the catalogue has not are ``promised`` to them.
    """

    source: ShowSource
    base: str
    choice: Choice
    today: date
    subjects: Sequence[AskedShow] = ()
    promised: Sequence[KnownShow] = ()
    everything: bool = True


class Gathered(Struct, frozen=True):
    """What the service said: entries without ids, what of it could not be used, what it has not.

    ``whole`` says that the entries hold everything coming, ``asked`` that anything was asked at all.
    ``unclear`` are the subjects that several of its shows could be, with their addresses.
    """

    entries: tuple[Mapping[str, Any], ...]
    unusable: tuple[Unusable, ...]
    missing: tuple[str, ...]
    followed: frozenset[object]
    validators: Mapping[str, Validators]
    whole: bool
    asked: bool
    unclear: Mapping[str, Sequence[str]] = {}


def search_source(client: Client, source: ShowSource, base: str, text: str) -> Read:
    """The shows that the source finds for these words, best first."""
    return source.search(Conversation(client, base, {}), text)


class Conversation:
    """A conversation with a service: it remembers what is fresh and what each answer said of it."""

    def __init__(self, client: Client, base: str, known: Mapping[str, Validators]) -> None:
        self._client, self._base = client, base.rstrip("/")
        self.known = known
        self.asked = False
        self.validators: dict[str, Validators] = dict(known)

    def __call__(self, path: str, query: Sequence[tuple[str, str]] = ()) -> Answer:
        """What stands at a path of the service, asked with this query."""
        url = self._base + path + (f"?{urlencode(query)}" if query else "")
        known = self.known.get(url)
        answer = self._client.get(url, known)
        self.asked |= answer.validators is not known
        if not answer.missing:
            self.validators[url] = answer.validators
        return answer


def gather(client: Client, request: Request, known: Mapping[str, Validators]) -> Gathered:
    """Ask for everything coming, then for each show; raise ``UnavailableError`` for any failure.

    Shows are asked for again, however fresh, where what is coming was read anew: the two belong
    together.
    """
    source, ask = request.source, Conversation(client, request.base, known)
    reads, missing, followed = list[Read](), list[str](), set[object]()
    coming = source.coming(ask, request.choice) if request.everything else None
    if coming is not None:
        ask.known = {}
        reads.append(coming)
    unclear = dict[str, Sequence[str]]()
    for subject in request.subjects:
        numbers = _numbers_there(source, ask, subject)
        if len(numbers) > 1:
            unclear[subject.words] = [f"{source.name.lower()}:{each}" for each in numbers]
            continue
        number = next(iter(numbers), None)
        followed.add(number)
        read = Read((), (), 0) if number is None else source.show(ask, number, request.today)
        if read is not None and not read.total:
            missing.append(subject.words)
        elif read is not None:
            reads.append(read)
    return Gathered(
        entries=tuple(entry for read in reads for entry in read.entries),
        unusable=tuple(each for read in reads for each in read.unusable),
        missing=tuple(missing),
        followed=frozenset(followed),
        validators=ask.validators,
        whole=coming is not None,
        asked=ask.asked,
        unclear=unclear,
    )


def _numbers_there(source: ShowSource, ask: Conversation, subject: AskedShow) -> Sequence[int]:
    """The show's number at the source: known, looked up, or those of the shows alike."""
    service = source.name.lower()
    number = subject.numbers.get(service)
    if isinstance(number, int):
        return (number,)
    looked_up = source.lookup(ask, subject.numbers)
    if looked_up is not None or subject.known is None:
        return () if looked_up is None else (looked_up,)
    found = source.search(ask, subject.known.title).entries
    alike = (entry["ids"][service] for entry in found if is_alike(entry, subject.known))
    return tuple(dict.fromkeys(alike))
