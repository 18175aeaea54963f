"""Which addresses may be fetched: https, and plain http on this computer for tests."""

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from premierectl.errors import UnavailableError, UsageError


class Place(NamedTuple):
    """An address that may be fetched, as the one parser reads it that also connects."""

    url: str
    scheme: str
    host: str
    port: int | None


def checked(url: str) -> Place:
    """The place at this address; raise :class:`UsageError` where it is not https."""
    place = _place(url)
    if place is None:
        raise UsageError(f"{url!r} cannot be fetched; write an address that begins with https://")
    return place


def moved(old: Place, location: str | None) -> Place:
    """Where a redirect leads: on the same host, and as safely, or it is an error."""
    advice = "a newer premierectl may know the way"
    if location is None:
        raise UnavailableError(old.host, "redirects without saying where to", advice)
    try:
        new = _place(urljoin(old.url, location))
    except ValueError:
        new = None
    if new is None or (old.scheme, new.scheme) == ("https", "http"):
        raise UnavailableError(old.host, "redirects to an address that is not https", advice)
    if new.host != old.host:
        raise UnavailableError(old.host, "redirects to another host", advice)
    return new


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
