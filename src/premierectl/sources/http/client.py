"""Ask a service over https: politely, within limits of size and time, and only for what is new.

A :class:`Client` stands for one run of the program. Everything that can go wrong with the service
is an :class:`~premierectl.errors.UnavailableError`, a wrong address or setting a
:class:`~premierectl.errors.UsageError`.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from msgspec import Struct

from premierectl import __version__
from premierectl.errors import ServiceDownError, UnavailableError
from premierectl.sources.http import addresses, body, freshness, pace
from premierectl.sources.http.connection import FAILURES, Transport, failure
from premierectl.sources.http.freshness import Validators
from premierectl.sources.http.pace import Pace, Waiting

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

MIB: Final = 1024 * 1024
REDIRECTS: Final = 3
_REAL_TIME: Final = Waiting()


class Answer(Struct, frozen=True):
    """What a service said: a body, that nothing changed (``body`` is null), or that it has none.

    ``url`` is the address that answered, after redirects, or to which one leads that was not to be
    followed: then it is ``moved`` and without a body. Keep the ``validators`` beside the body,
    under the address that was asked, and hand them in the next time.
    """

    url: str
    body: bytes | None
    validators: Validators
    missing: bool = False
    moved: bool = False


class Client:
    """One connection, at most two calls a second, and a deadline for each answer and for all.

    ``environment`` names proxies and the trusted certificates; ``now`` gives the instant (UTC);
    ``progress`` is told the bytes that came and how many there will be, where that is known.
    A connection, and each read from it, may take ``patience_seconds``, an answer with all its calls
    and waits ``answer_seconds``, and everything together ``deadline_seconds`` from when the client
    is made. Close it, or use it in a ``with``.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        now: Callable[[], datetime],
        deadline_seconds: float = 300.0,
        answer_seconds: float = 120.0,
        patience_seconds: float = 20.0,
        most_bytes: int = 16 * MIB,
        most_unpacked: int = 64 * MIB,
        clock: Waiting = _REAL_TIME,
        progress: body.Progress | None = None,
    ) -> None:
        self._now = now
        self._pace = Pace(deadline_seconds, answer_seconds, clock)
        self._transport = Transport(environment, self._pace, patience_seconds)
        self._limits = body.Limits(most_bytes, most_unpacked)
        self._progress = progress

    @property
    def is_over(self) -> bool:
        """Whether there is no time for another call."""
        return self._pace.is_run_over()

    def get(self, url: str, known: Validators | None = None, *, follow: bool = True) -> Answer:
        """What stands at this address; without any call where what is known is still fresh.

        A redirect to the same scheme, host and port is followed, three times at most, unless it is
        not to ``follow``. A 404 is an answer, ``missing``.
        """
        place = addresses.checked(url)
        if known and freshness.is_fresh(known, self._now()):
            return Answer(url=url, body=None, validators=known)
        self._pace.begin()
        for _ in range(REDIRECTS + 1):
            with closing(self._ask(place, known)) as response:
                if response.status not in pace.MOVED:
                    return self._understood(place, response, known)
                body.discard(response)
                place = addresses.moved(place, response.headers.get("Location"))
                if not follow:
                    return Answer(place.url, None, Validators(), moved=True)
        raise UnavailableError(place.host, f"redirects more than {REDIRECTS} times")

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _ask(self, place: addresses.Place, known: Validators | None) -> "BaseHTTPResponse":
        headers = _HEADERS | freshness.conditions(known)
        response = self._call(place, headers)
        for back_off in pace.BACK_OFF:
            if not pace.is_passing(response.status):
                return response
            self._wait(place, response, back_off)
            response = self._call(place, headers)
        if pace.is_passing(response.status):
            response.close()
            tries = len(pace.BACK_OFF) + 1
            kind = ServiceDownError if response.status == pace.TOO_MANY else UnavailableError
            raise kind(place.host, f"answered {response.status} after {tries} tries")
        return response

    def _call(self, place: addresses.Place, headers: Mapping[str, str]) -> "BaseHTTPResponse":
        try:
            self._pace.turn()
            return self._transport.open(place, headers)
        except FAILURES as error:
            raise failure(error, place.host, self._transport) from error

    def _wait(self, place: addresses.Place, response: "BaseHTTPResponse", back_off: float) -> None:
        with closing(response):
            body.discard(response)
        asked = pace.asked(response.headers.get("Retry-After"), self._now())
        seconds = back_off if asked is None else asked
        try:
            self._pace.wait(seconds)
        except TimeoutError as error:
            raise UnavailableError(
                place.host,
                f"answered {response.status}, and to wait {seconds:g} s would pass the limit "
                f"of {self._pace.limit:g} s",
            ) from error

    def _understood(
        self, place: addresses.Place, response: "BaseHTTPResponse", known: Validators | None
    ) -> Answer:
        match response.status:
            case 200:
                whole = self._body(place, response)
                return Answer(
                    place.url, whole, freshness.read_validators(response.headers, None, self._now())
                )
            case 304 if known:
                body.discard(response)
                return Answer(
                    place.url, None, freshness.read_validators(response.headers, known, self._now())
                )
            case 404:
                body.discard(response)
                return Answer(place.url, None, Validators(), missing=True)
            case status:
                raise UnavailableError(place.host, f"answered {status}")

    def _body(self, place: addresses.Place, response: "BaseHTTPResponse") -> bytes:
        try:
            whole = body.read_body(response, place.host, self._limits, self._progress)
            self._pace.at_most(0)  # raises where the last piece came too late
        except FAILURES as error:
            raise failure(error, place.host, self._transport) from error
        return whole


_HEADERS: Final = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"premierectl/{__version__} (+https://github.com/premierectl/premierectl)",
}
