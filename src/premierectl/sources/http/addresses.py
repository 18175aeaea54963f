"""Which addresses may be fetched, and through which proxy: https, and plain http on this computer."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, make_headers, parse_url

from premierectl.errors import UnavailableError, UsageError


class Place(NamedTuple):
    """An address that may be fetched, as the one parser reads it that also connects."""

    url: str
    scheme: str
    host: str
    port: int | None

    @property
    def door(self) -> tuple[str, str, int]:
        """The scheme, the host and the port, also where the address leaves that out."""
        return self.scheme, self.host, self.port or (443 if self.scheme == "https" else 80)


class Proxy(NamedTuple):
    """Where the proxy is (without its password), what to call it, and what to send to it."""

    url: str
    host: str
    headers: dict[str, str]


def checked(url: str) -> Place:
    """The place at this address; raise :class:`UsageError` where it is not https."""
    place = _place(url)
    if place is None:
        raise UsageError(f"{url!r} cannot be fetched; write an address that begins with https://")
    return place


def moved(old: Place, location: str | None) -> Place:
    """Where a redirect leads: to the same scheme, host and port, or it is an error."""
    advice = "a newer premierectl may know the way"
    if location is None:
        raise UnavailableError(old.host, "redirects without saying where to", advice)
    try:
        new = _place(urljoin(old.url, location))
    except ValueError:
        new = None
    if new is None or (old.scheme, new.scheme) == ("https", "http"):
        raise UnavailableError(old.host, "redirects to an address that is not https", advice)
    if new.door != old.door:
        where = "port" if new.host == old.host else "host"
        raise UnavailableError(old.host, f"redirects to another {where}", advice)
    return new


def proxy_for(place: Place, environment: Mapping[str, str]) -> Proxy | None:
    """The proxy for this place: ``HTTPS_PROXY``, unless ``NO_PROXY`` names the host.

    The lower-case names come first, as in curl. Raises :class:`UsageError` where it is no proxy.
    """
    words = _variable(environment, "https_proxy")
    if (
        place.scheme != "https"
        or not words
        or _is_exempt(place, _variable(environment, "no_proxy"))
    ):
        return None
    parsed = _proxy(words)
    if parsed is None:
        raise UsageError("HTTPS_PROXY is not the address of a proxy; write http://host:port")
    headers = make_headers(proxy_basic_auth=unquote(parsed.auth)) if parsed.auth else {}
    return Proxy(parsed._replace(auth=None).url, parsed.netloc or "", headers)


def _place(url: str) -> Place | None:
    try:
        parsed = parse_url(url)
        str(parsed.host).strip("[]").encode("idna")
    except (LocationParseError, UnicodeError):
        return None
    if not parsed.host or not _is_safe(parsed):
        return None
    return Place(parsed.url, str(parsed.scheme), parsed.host, parsed.port)


def _is_safe(parsed: Url) -> bool:
    return parsed.scheme == "https" or (
        parsed.scheme == "http" and is_loopback(str(parsed.host).strip("[]"))
    )


def is_loopback(host: str) -> bool:
    """Whether this host is this computer itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _variable(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name) or environment.get(name.upper()) or ""


def _is_exempt(place: Place, words: str) -> bool:
    """Whether ``NO_PROXY`` names the host, or a domain of it, with or without the port."""
    names = [name.strip().lower().lstrip(".") for name in words.split(",")]
    hosts = (place.host, f"{place.host}:{place.port or 443}")
    return "*" in names or any(
        host == name or host.endswith(f".{name}") for name in names if name for host in hosts
    )


def _proxy(words: str) -> Url | None:
    try:
        parsed = parse_url(words if "://" in words else f"http://{words}")
    except LocationParseError:
        return None
    return parsed if parsed.host and parsed.scheme in {"http", "https"} else None
