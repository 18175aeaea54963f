"""The proxy that the environment names. Only https is sent through one: plain http stays here."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, make_headers, parse_url

from premierectl.errors import UsageError
from premierectl.sources.http.addresses import Place


class Proxy(NamedTuple):
    """Where the proxy is (without its password), what to call it, and what to send to it."""

    url: str
    host: str
    headers: dict[str, str]


def proxy_for(place: Place, environment: Mapping[str, str]) -> Proxy | None:
    """The proxy for this place: ``HTTPS_PROXY``, unless ``NO_PROXY`` names the host.

    The lower-case names come first, as in curl. Raises :class:`UsageError` where it is no proxy.
    """
    words = _variable(environment, "https_proxy")
    if place.scheme != "https" or not words or _is_exempt(place, environment):
        return None
    parsed = _parsed(words)
    if parsed is None:
        raise UsageError("HTTPS_PROXY is not the address of a proxy; write http://host:port")
    headers = make_headers(proxy_basic_auth=unquote(parsed.auth)) if parsed.auth else {}
    return Proxy(parsed._replace(auth=None).url, parsed.netloc or "", headers)


def _variable(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name) or environment.get(name.upper()) or ""


def _is_exempt(place: Place, environment: Mapping[str, str]) -> bool:
    names = [name.strip().lower() for name in _variable(environment, "no_proxy").split(",")]
    return "*" in names or any(_covers(name.lstrip("."), place) for name in names if name)


def _covers(name: str, place: Place) -> bool:
    hosts = {place.host, f"{place.host}:{place.port or 443}"}
    return any(host == name or host.endswith(f".{name}") for host in hosts)


def _parsed(words: str) -> Url | None:
    try:
        parsed = parse_url(words if "://" in words else f"http://{words}")
    except LocationParseError:
        return None
    return parsed if parsed.host and parsed.scheme in {"http", "https"} else None
