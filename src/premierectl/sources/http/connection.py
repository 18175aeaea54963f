"""The connection itself: through urllib3, TLS checked, straight or through a proxy, and its failures.

The limits hold for every single read from the socket. urllib3's own begin anew with each byte, so
a server that drips its status line, its headers or a proxy's greeting would never meet them.
"""

import http.client
import io
import ssl
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import urllib3
from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection

from premierectl.errors import ServiceDownError, UnavailableError, UsageError
from premierectl.sources.http.addresses import Place, Proxy, proxy_for
from premierectl.sources.http.pace import Pace

if TYPE_CHECKING:
    import socket


FAILURES: Final = (exceptions.HTTPError, TimeoutError)


class Transport:
    """One connection to one host at a time."""

    def __init__(
        self,
        environment: Mapping[str, str],
        pace: Pace,
        patience_seconds: float,
    ) -> None:
        self._environment = environment
        self.pace = pace
        self.patience_seconds = patience_seconds
        self._proxy: Proxy | None = None
        self._manager: urllib3.PoolManager | None = None

    @property
    def proxy(self) -> str | None:
        """The host of the proxy in use."""
        return self._proxy.host if self._proxy else None

    def open(self, place: Place, headers: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        """The answer with its body unread; urllib3's errors and ``TimeoutError`` pass through."""
        return self._manager_for(place).request(
            "GET",
            place.url,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
            timeout=self._patience(),
        )

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._manager is not None:
            self._manager.clear()
            self._manager = None

    def _manager_for(self, place: Place) -> urllib3.PoolManager:
        proxy = proxy_for(place, self._environment)
        if self._manager is None or proxy != self._proxy:
            self.close()
            self._proxy = proxy
            self._manager = _manager(proxy, _trust(self._environment))
            self._manager.pool_classes_by_scheme = _pools(self._patience)
        return self._manager

    def _patience(self) -> float:
        return self.pace.at_most(self.patience_seconds)


def failure(error: Exception, host: str, transport: Transport) -> UnavailableError:
    """The error to raise for what urllib3 raised when this host was asked."""
    pace, patience = transport.pace, transport.patience_seconds
    if pace.is_over():
        what = "a run" if pace.limit == pace.run_limit else "an answer"
        return UnavailableError(host, f"needs more than the {pace.limit:g} s that {what} may take")
    if isinstance(error, exceptions.ProxyError):
        return ServiceDownError(
            f"the proxy {transport.proxy}",
            _reason(error.original_error, patience),
            "check HTTPS_PROXY and NO_PROXY",
        )
    down = isinstance(error, exceptions.NewConnectionError | exceptions.SSLError)
    kind = ServiceDownError if down else UnavailableError
    return kind(host, _reason(error, patience), _advice(error))


def _manager(proxy: Proxy | None, trust: ssl.SSLContext) -> urllib3.PoolManager:
    if proxy is None:
        return urllib3.PoolManager(num_pools=1, maxsize=1, ssl_context=trust)
    return urllib3.ProxyManager(
        proxy.url,
        num_pools=1,
        maxsize=1,
        proxy_headers=proxy.headers,
        proxy_ssl_context=trust,
        ssl_context=trust,
    )


def _trust(environment: Mapping[str, str]) -> ssl.SSLContext:
    bundle = environment.get("SSL_CERT_FILE") or None
    try:
        return ssl.create_default_context(cafile=bundle)
    except OSError as error:
        why = "holds no certificates" if isinstance(error, ssl.SSLError) else "cannot be read"
        raise UsageError(f"SSL_CERT_FILE names {bundle!r}, which {why}") from error


def _pools(patience: Callable[[], float]) -> dict[str, Any]:
    """urllib3's pools, with connections whose answers are read with this patience."""

    class Answer(http.client.HTTPResponse):
        def __init__(self, sock: "socket.socket", *rest: Any, **named: Any) -> None:
            super().__init__(_Patient(sock, patience), *rest, **named)  # type: ignore[arg-type]

        def begin(self) -> None:
            super().begin()
            # urllib3 refuses it too, but leaves the socket open.
            if "," in self.getheader("Content-Length", ""):
                raise http.client.HTTPException("more than one length")

    class Plain(HTTPConnection):
        response_class = Answer

    class Secure(HTTPSConnection):
        response_class = Answer

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class _Patient:
    """A socket as far as ``http.client`` reads one."""

    def __init__(self, sock: "socket.socket", patience: Callable[[], float]) -> None:
        self._sock = sock
        self._patience = patience

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reads(self._sock, self._patience), _BUFFER)


class _Reads(io.RawIOBase):
    """Reads from a socket, each with the patience of its moment."""

    def __init__(self, sock: "socket.socket", patience: Callable[[], float]) -> None:
        super().__init__()
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._patience())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _reason(error: Exception, patience: float) -> str:
    match error:
        case exceptions.NewConnectionError():
            return f"could not be reached: {_system(error.__cause__)}"
        case exceptions.TimeoutError() | TimeoutError():
            return f"did not answer within {patience:g} s"
        case exceptions.SSLError():
            return _tls(error)
        case OSError():
            return "refuses to pass the call on"
        case _:
            return _broken(error)


def _advice(error: Exception) -> str:
    if isinstance(error, exceptions.NewConnectionError):
        return "check the connection"
    if isinstance(error, exceptions.SSLError):
        return "check this computer's clock and SSL_CERT_FILE"
    return "try again later"


def _system(cause: BaseException | None) -> str:
    words = cause.strerror if isinstance(cause, OSError) else None
    return (words or "no connection").lower()


def _tls(error: exceptions.SSLError) -> str:
    cause = error.args[0]
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = cause.verify_message.lower().rstrip(".")
        return f"has a certificate that cannot be trusted: {why}"
    return "does not speak TLS as it should"


def _broken(error: Exception) -> str:
    cause = error.args[1] if len(error.args) > 1 else None
    if isinstance(cause, http.client.IncompleteRead):
        return "broke off in the middle of its answer"
    if isinstance(cause, OSError):
        return "broke the connection off"
    return "gave an answer that is not HTTP"


_BUFFER: Final = 64 * 1024
