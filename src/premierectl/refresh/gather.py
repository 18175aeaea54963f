"""What a service lists of everything coming and of single shows, gathered in one conversation."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlencode

from msgspec import Struct

from premierectl.catalogue.naming import Known, is_alike
from premierectl.sources.http.client import Answer, Client
from premierectl.sources.http.freshness import Validators
from premierectl.sources.tvmaze import reading as tvmaze
from premierectl.sources.tvmaze.reading import Choice, Read, Unusable

_EMBEDDED: Final = ("seasons", "cast", "nextepisode")


class Subject(Struct, frozen=True):
    """A show to ask for: by the words that named it, and as far as known by number, or its names."""

    words: str
    numbers: Mapping[str, object] = {}
    known: Known | None = None


class Request(Struct, frozen=True):
    """What is asked: of everything coming if ``everything``, and of these shows.

    ``base`` is the service's address, ``today`` the day of the answers (UTC).
    """

    base: str
    choice: Choice
    today: date
    subjects: Sequence[Subject] = ()
    everything: bool = True


class Gathered(Struct, frozen=True):
    """What the service said: entries without ids, what of it could not be used, what it has not.

    ``whole`` says that the entries hold everything coming, ``asked`` that anything was asked at all.
    """

    entries: tuple[Mapping[str, Any], ...]
    unusable: tuple[Unusable, ...]
    missing: tuple[str, ...]
    watched: frozenset[object]
    validators: Mapping[str, Validators]
    whole: bool
    asked: bool


def search(
    environment: Mapping[str, str], now: Callable[[], datetime], base: str, text: str
) -> Read:
    """The shows that the service finds for these words, best first; ``now`` gives the instant (UTC)."""
    with Client(environment, now=now) as client:
        return Asking(client, Request(base, Choice(), now().date()), {}).search(text)


class Asking:
    """A conversation with the service: remembers what is fresh and what each answer said of it."""

    def __init__(self, client: Client, request: Request, known: Mapping[str, Validators]) -> None:
        self._client, self._request = client, request
        self._asked = False
        self._known = dict(known)
        self.validators: dict[str, Validators] = dict(known)

    def gather(self) -> Gathered:
        """Ask for everything coming, then for each show; raise ``UnavailableError`` for any failure.

        Shows are asked for again, however fresh, where what is coming was read anew: the two belong
        together.
        """
        reads, missing, watched = list[Read](), list[str](), set[object]()
        coming = self._coming() if self._request.everything else None
        if coming is not None:
            self._known = {}
            reads.append(coming)
        for subject in self._request.subjects:
            number = self._number(subject)
            watched.add(number)
            answer = None if number is None else self._show(number)
            if answer is None or answer.missing:
                missing.append(subject.words)
            elif answer.body is not None:
                reads.append(tvmaze.whole_show(answer.body, self._request.today))
        return Gathered(
            entries=tuple(entry for read in reads for entry in read.entries),
            unusable=tuple(each for read in reads for each in read.unusable),
            missing=tuple(missing),
            watched=frozenset(watched),
            validators=self.validators,
            whole=coming is not None,
            asked=self._asked,
        )

    def search(self, text: str) -> Read:
        """The shows that the service finds, best first."""
        body = self._get("/search/shows", [("q", text)]).body
        return tvmaze.found(body or b"[]")

    def _coming(self) -> Read | None:
        body = self._get("/schedule/full", []).body
        return None if body is None else tvmaze.coming(body, self._request.choice)

    def _show(self, number: int) -> Answer:
        embedded = [("embed[]", each) for each in _EMBEDDED]
        return self._get(f"/shows/{number}", embedded)

    def _number(self, subject: Subject) -> int | None:
        """The show's number at the service: known, looked up, or that of the one show alike."""
        number = subject.numbers.get("tvmaze")
        if isinstance(number, int):
            return number
        return next(filter(None, map(_number, self._candidates(subject))), None)

    def _candidates(self, subject: Subject) -> Iterator[Mapping[str, Any]]:
        for service, name in (("imdb", "imdb"), ("tvdb", "thetvdb")):
            if subject.numbers.get(service) is not None:
                query = [(name, str(subject.numbers[service]))]
                answer = self._get("/lookup/shows", query)
                if answer.body is not None:
                    yield from tvmaze.whole_show(answer.body, self._request.today).entries
        if subject.known is not None:
            found = self.search(subject.known.title).entries
            alike = [entry for entry in found if is_alike(entry, subject.known)]
            yield from alike if len(alike) == 1 else ()

    def _get(self, path: str, query: Sequence[tuple[str, str]]) -> Answer:
        url = self._request.base.rstrip("/") + path + (f"?{urlencode(query)}" if query else "")
        known = self._known.get(url)
        answer = self._client.get(url, known)
        self._asked |= answer.validators is not known
        if not answer.missing:
            self.validators[url] = answer.validators
        return answer


def _number(entry: Mapping[str, Any]) -> int | None:
    number: int | None = entry["ids"]["tvmaze"]
    return number
