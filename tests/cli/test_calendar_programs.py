"""Real calendars read what is exported: khal and calcurse show the right days."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import rivals
from tests.conftest import Run, real_environment

List = Callable[..., list[str]]

KHAL = """[calendars]
[[shows]]
path = {calendar}
[sqlite]
path = {database}
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
LINE = "{start-date} {start-time} {end-date} {title}"


def output_of(*words: str, folder: Path, zone: str) -> str:
    """What a program prints, in a home of its own."""
    folders = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        words,
        env={**real_environment(), **folders, "TZ": zone, "TERM": "dumb"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.fixture(scope="session")
def installed_khal() -> str:
    """khal, in the environment that the benchmarks make."""
    assert (rivals.VENV / "bin" / "khal").exists(), "make .venv/.rivals installs it"
    return str(rivals.VENV / "bin" / "khal")


@pytest.fixture
def khal(installed_khal: str, tmp_path: Path) -> List:
    """Import a file into khal in some zone, and list some days of it."""

    def khal(file: Path, zone: str, *days: str) -> list[str]:
        folder = tmp_path / zone
        (folder / "calendar").mkdir(parents=True)
        config = folder / "khal.conf"
        config.write_text(
            KHAL.format(calendar=folder / "calendar", database=folder / "khal.db", zone=zone)
        )
        called = [installed_khal, "-c", str(config)]
        words = [*called, "import", "--batch", str(file), "-a", "shows"]
        output_of(*words, folder=folder, zone=zone)
        listing = [*called, "list", "--day-format", "", "--format", LINE, *days]
        return output_of(*listing, folder=folder, zone=zone).splitlines()

    return khal


@pytest.fixture
def calcurse(tmp_path: Path) -> List:
    """Import a file into calcurse in some zone, and list some days of it."""
    program = shutil.which("calcurse")
    if program is None:
        pytest.skip("calcurse is not installed; on Debian and Ubuntu: apt install calcurse")

    def calcurse(file: Path, zone: str, *days: str) -> list[str]:
        folder = tmp_path / f"calcurse-{zone.replace(os.sep, '-')}"
        folder.mkdir()
        called = [program, "-D", str(folder)]
        output_of(*called, "-i", str(file), folder=folder, zone=zone)
        listing = [*called, "-Q", "--input-datefmt", "4", "--output-datefmt", "%F", *days]
        return output_of(*listing, folder=folder, zone=zone).splitlines()

    return calcurse


@pytest.fixture
def volumes(run: Run, tmp_path: Path) -> Path:
    """The volumes of Stranger Things 5: instants, all out."""
    file = tmp_path / "stranger.ics"
    assert run("export", "ics", "stranger-things", "--past", "-o", str(file)).code == 0
    return file


@pytest.fixture
def coming(run: Run, tmp_path: Path) -> Path:
    """What is to come of three shows: days, one unconfirmed, and a month."""
    file = tmp_path / "coming.ics"
    words = ["only-murders", "doctor-who", "pitt", "--include-vague", "-o", str(file)]
    assert run("export", "ics", *words).code == 0
    return file


ZONES = pytest.mark.parametrize(
    ("zone", "day", "clock"),
    [
        ("Pacific/Auckland", "2025-12-26", "14:00"),
        ("Europe/Berlin", "2025-12-26", "02:00"),
        ("Pacific/Honolulu", "2025-12-25", "15:00"),
    ],
)


@ZONES
def test_khal_shows_an_instant_on_the_viewers_day(
    khal: List, volumes: Path, zone: str, day: str, clock: str
) -> None:
    assert khal(volumes, zone, "2025-12-20", "10d") == [
        f"{day} {clock} {day} Stranger Things S5 Volume 2 (E5–E7)"
    ]


def test_khal_shows_days_as_they_are_and_a_month_as_a_whole(khal: List, coming: Path) -> None:
    found = khal(coming, "Pacific/Honolulu", "2026-12-01", "45d", "--once")
    assert found == [
        "2026-12-08  2026-12-08 Only Murders in the Building season 6 (E1)",
        "2026-12-15  2026-12-15 Only Murders in the Building S6 E2",
        "2026-12-22  2026-12-22 Only Murders in the Building S6 E3",
        "2026-12-25  2026-12-25 Doctor Who Christmas special (unconfirmed)",
        "2026-12-29  2026-12-29 Only Murders in the Building S6 E4",
        "2027-01-01  2027-01-31 The Pitt season 3 (January 2027, day unknown)",
        "2027-01-05  2027-01-05 Only Murders in the Building S6 E5",
        "2027-01-12  2027-01-12 Only Murders in the Building S6 E6",
    ]


@ZONES
def test_calcurse_shows_an_instant_on_the_viewers_day(
    calcurse: List, volumes: Path, zone: str, day: str, clock: str
) -> None:
    assert calcurse(volumes, zone, "--from", "2025-12-24", "--days", "4") == [
        f"{day}:",
        f" - {clock} -> {int(clock[:2]) + 1:02}{clock[2:]}",
        "\tStranger Things S5 Volume 2 (E5–E7)",
    ]


def test_calcurse_shows_days_as_they_are(calcurse: List, coming: Path) -> None:
    assert calcurse(coming, "Pacific/Auckland", "--from", "2026-12-20", "--days", "7") == [
        "2026-12-22:",
        " * Only Murders in the Building S6 E3",
        "",
        "2026-12-25:",
        " * Doctor Who Christmas special (unconfirmed)",
    ]
