"""What went wrong on the way, in words that name the host, the reason and the next step."""

import http.client
import ssl
from typing import Final

from urllib3 import exceptions

from premierectl.errors import UnavailableError
from premierectl.sources.http.connection import Transport

FAILURES: Final = (exceptions.HTTPError, TimeoutError)


def failure(error: Exception, host: str, transport: Transport) -> UnavailableError:
    """The error to raise for what urllib3 raised when this host was asked."""
    pace, patience = transport.pace, transport.patience_seconds
    if pace.is_over():
        return UnavailableError(host, f"needs more than the {pace.limit:g} s that a run may take")
    if isinstance(error, exceptions.ProxyError):
        return UnavailableError(
            f"the proxy {transport.proxy}",
            _reason(error.original_error, patience),
            "check HTTPS_PROXY and NO_PROXY",
        )
    return UnavailableError(host, _reason(error, patience), _advice(error))


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
