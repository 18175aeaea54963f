"""Programs of others in an environment of their own, with a few entries to list."""

import subprocess
import sys
from pathlib import Path

VENV = Path(__file__).parents[1] / ".venv" / "rivals"
# khal and todoman are measured beside ours; vdirsyncer takes our events to the server radicale in the
# tests.
PACKAGES = ("khal==0.14.1", "todoman==4.7.0", "vdirsyncer==0.21.0", "radicale==3.9.0")
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//premierectl//benchmark//EN
BEGIN:{kind}
UID:{uid}
DTSTAMP:20261101T000000Z
{date}
SUMMARY:Premiere {uid}
END:{kind}
END:VCALENDAR
"""


def install() -> None:
    """Make the environment, or bring one that was made earlier up to these versions; once."""
    python, note = VENV / "bin" / "python", VENV / "packages"
    packages = "\n".join(PACKAGES)
    if note.exists() and note.read_text() == packages:
        return
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    note.write_text(packages)


def khal(folder: Path) -> list[str]:
    """The command that lists a calendar of twenty events."""
    _entries(folder / "calendar", "VEVENT", "DTSTART;VALUE=DATE:202612{:02}")
    config = folder / "khal.conf"
    config.write_text(
        f"[calendars]\n[[shows]]\npath = {folder / 'calendar'}\n[sqlite]\n"
        f"path = {folder / 'khal.db'}\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    return [str(VENV / "bin" / "khal"), "-c", str(config), "list", "2026-12-01", "30d"]


def todo(folder: Path) -> list[str]:
    """The command that lists twenty to-dos."""
    _entries(folder / "todos" / "list", "VTODO", "DUE;VALUE=DATE:202612{:02}")
    config = folder / "todoman.py"
    config.write_text(
        f"path = {str(folder / 'todos' / '*')!r}\ncache_path = {str(folder / 'todo.db')!r}\n"
        "date_format = '%Y-%m-%d'\ntime_format = '%H:%M'\n"
    )
    return [str(VENV / "bin" / "todo"), "--config", str(config), "list"]


def _entries(folder: Path, kind: str, date: str) -> None:
    folder.mkdir(parents=True)
    for number in range(1, 21):
        text = CALENDAR.format(kind=kind, uid=number, date=date.format(number))
        (folder / f"{number}.ics").write_text(text)


if __name__ == "__main__":
    install()
