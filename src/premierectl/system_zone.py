"""The viewer's time zone as the system has it: ``TZ`` (POSIX), else ``/etc/localtime``."""

import os
import re
import sys
from collections.abc import Mapping
from datetime import tzinfo
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from premierectl.moment import find_zone
from premierectl.regular_file import opener

_LARGEST_ZONE: Final = 1024 * 1024
# How a rule begins: an abbreviation and what is to be added to get UTC (POSIX, 8.3).
_RULE: Final = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)[+-]?[0-9]"


class SystemZone(Struct, frozen=True):
    """A zone and its name; ``complaint`` says why it is UTC where the system names none."""

    zone: tzinfo
    name: str
    complaint: str = ""


def system_zone(environment: Mapping[str, str], root: Path = Path("/")) -> SystemZone:
    """The zone that the environment names, else that of the system whose files are below ``root``.

    Where neither names one it is UTC, with a complaint.
    """
    told = environment.get("TZ")
    if told is None:
        return _of_system(root) or _utc("this system names no time zone")
    name = told.removeprefix(":")
    found = _zone_named(name or "UTC") or _in_file(Path(name)) or _of_rule(name)
    return found or _utc(f"TZ={told!r} is not a time zone")


def _of_system(root: Path) -> SystemZone | None:
    if sys.platform == "win32":  # pragma: no cover - its registry is tzlocal's trade
        from tzlocal import get_localzone_name

        return _zone_named(get_localzone_name())
    place, noted = root / "etc/localtime", _noted(root / "etc/timezone")
    linked = _linked(place)
    if linked is not None or not place.exists():
        return linked or noted
    copied = _in_file(place)
    # What the system goes by is the copy; the note is right where it tells the same.
    if copied is not None and noted is not None and _is_copy(place, root, noted.name):
        return noted
    return copied


def _zone_named(name: str) -> SystemZone | None:
    zone = None if name.startswith("/") else find_zone(name)
    return None if zone is None else SystemZone(zone, name)


def _in_file(path: Path) -> SystemZone | None:
    """The zone in a file of the system's database or elsewhere, by its name there if it has one."""
    if not path.is_absolute():
        return None
    linked = _linked(path)
    if linked is not None:
        return linked
    try:
        with open(path, "rb", opener=opener) as file:
            return SystemZone(ZoneInfo.from_file(file, key=str(path)), str(path))
    except (OSError, ValueError):
        return None


def _linked(path: Path) -> SystemZone | None:
    """The zone of the database that a path leads to, also where that file is not there."""
    _, found, name = os.path.realpath(path).partition("zoneinfo/")
    return _zone_named(name) if found else None


def _of_rule(words: str) -> SystemZone | None:
    """The zone of a POSIX rule such as ``CET-1CEST,M3.5.0,M10.5.0/3``."""
    from dateutil.tz import tzstr  # noqa: PLC0415 - seldom

    if not re.match(_RULE, words):  # dateutil takes any word for a zone without an offset
        return None
    try:
        return SystemZone(tzstr(words, posix_offset=True), words)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None


def _noted(path: Path) -> SystemZone | None:
    try:
        return _zone_named(_bytes_of(path).decode("ascii").strip())
    except (OSError, ValueError):
        return None


def _is_copy(place: Path, root: Path, name: str) -> bool:
    try:
        return _bytes_of(place) == _bytes_of(root / "usr/share/zoneinfo" / name)
    except OSError:
        return False


def _bytes_of(path: Path) -> bytes:
    with open(path, "rb", opener=opener) as file:
        return file.read(_LARGEST_ZONE)


def _utc(why: str) -> SystemZone:
    words = f"{why}; taking UTC, name yours with --timezone or in config.toml"
    return SystemZone(ZoneInfo("UTC"), "UTC", words)
