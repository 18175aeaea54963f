"""The viewer's zone as a system has it, read from a tree of files such as it has below ``/``."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH

import pytest

from premierectl.system_zone import system_zone

ZONEINFO = next(Path(place) for place in TZPATH if (Path(place) / "Europe/Berlin").exists())
SUMMER = datetime(2027, 7, 1, 12, tzinfo=UTC)


def linked(root: Path) -> None:
    (root / "etc/localtime").symlink_to("/usr/share/zoneinfo/Asia/Tokyo")


def dangling(root: Path) -> None:
    (root / "etc/localtime").symlink_to("/nowhere/zoneinfo/Asia/Tokyo")


def dangling_elsewhere(root: Path) -> None:
    (root / "etc/localtime").symlink_to("/nowhere/at/all")
    (root / "etc/timezone").write_text("Asia/Tokyo\n")


def noted(root: Path) -> None:
    (root / "etc/timezone").write_text("Asia/Tokyo\n")


def copied(root: Path) -> None:
    (root / "etc/localtime").write_bytes((ZONEINFO / "Asia/Tokyo").read_bytes())


def copied_and_noted(root: Path) -> None:
    copied(root)
    noted(root)
    (root / "usr/share/zoneinfo/Asia").mkdir(parents=True)
    (root / "usr/share/zoneinfo/Asia/Tokyo").write_bytes((ZONEINFO / "Asia/Tokyo").read_bytes())


def copied_without_a_database(root: Path) -> None:
    copied(root)
    noted(root)


def copied_and_contradicted(root: Path) -> None:
    copied(root)
    (root / "etc/timezone").write_text("Europe/Berlin\n")
    (root / "usr/share/zoneinfo/Europe").mkdir(parents=True)
    berlin = (ZONEINFO / "Europe/Berlin").read_bytes()
    (root / "usr/share/zoneinfo/Europe/Berlin").write_bytes(berlin)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (linked, "Asia/Tokyo"),
        (dangling, "Asia/Tokyo"),
        (dangling_elsewhere, "Asia/Tokyo"),
        (noted, "Asia/Tokyo"),
        (copied, "{root}/etc/localtime"),
        (copied_and_noted, "Asia/Tokyo"),
        (copied_without_a_database, "{root}/etc/localtime"),
        (copied_and_contradicted, "{root}/etc/localtime"),
    ],
)
def test_the_zone_of_the_system_is_the_right_one(
    tmp_path: Path, make: Callable[[Path], None], name: str
) -> None:
    (tmp_path / "etc").mkdir()
    make(tmp_path)
    found = system_zone({}, tmp_path)
    assert (found.name, found.complaint) == (name.format(root=tmp_path), "")
    assert SUMMER.astimezone(found.zone).utcoffset() == timedelta(hours=9)


def nothing(root: Path) -> None:
    pass


def garbage(root: Path) -> None:
    (root / "etc/localtime").write_bytes(b"no zone")
    (root / "etc/timezone").write_bytes(b"\xff")


def no_zone_noted(root: Path) -> None:
    (root / "etc/timezone").write_text("Mars/Olympus\n")


@pytest.mark.parametrize("make", [nothing, garbage, no_zone_noted])
def test_a_system_without_a_zone_has_utc_and_it_is_said(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    (tmp_path / "etc").mkdir()
    make(tmp_path)
    found = system_zone({}, tmp_path)
    assert found.name == "UTC"
    assert found.complaint == (
        "this system names no time zone; taking UTC, name yours with --timezone or in config.toml"
    )


@pytest.mark.parametrize(
    ("told", "name", "hours"),
    [
        ("Europe/Berlin", "Europe/Berlin", 2),
        (":Europe/Berlin", "Europe/Berlin", 2),
        (f":{ZONEINFO}/Europe/Berlin", "Europe/Berlin", 2),
        (f"{ZONEINFO}/Europe/Berlin", "Europe/Berlin", 2),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3", 2),
        ("EST5EDT4,M3.2.0,M11.1.0", "EST5EDT4,M3.2.0,M11.1.0", -4),
        ("UTC-3", "UTC-3", 3),
        ("", "UTC", 0),
        (":", "UTC", 0),
    ],
)
def test_tz_is_read_as_posix_has_it(told: str, name: str, hours: int) -> None:
    found = system_zone({"TZ": told})
    assert (found.name, found.complaint) == (name, "")
    assert SUMMER.astimezone(found.zone).utcoffset() == timedelta(hours=hours)


def test_tz_may_be_a_file_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_bytes((ZONEINFO / "Asia/Tokyo").read_bytes())
    found = system_zone({"TZ": f":{mine}"})
    assert (found.name, SUMMER.astimezone(found.zone).hour) == (str(mine), 21)


@pytest.mark.parametrize(
    "told", ["/nonexistent", ":nowhere", "Mars/Olympus", "Europe", "ABC1,rubbish", os.devnull]
)
def test_a_tz_that_is_none_is_utc_and_it_is_said(told: str) -> None:
    found = system_zone({"TZ": told})
    assert (found.name, found.complaint) == (
        "UTC",
        f"TZ={told!r} is not a time zone; taking UTC, name yours with --timezone or in config.toml",
    )


def test_a_pipe_in_place_of_a_zone_is_none_at_once(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    for name in ("etc/localtime", "etc/timezone", "mine"):
        os.mkfifo(tmp_path / name)
    assert system_zone({}, tmp_path).name == "UTC"
    assert system_zone({"TZ": f":{tmp_path / 'mine'}"}).complaint
