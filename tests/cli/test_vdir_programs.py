"""Real programs read the folder of ``export vdir``, by the recipe in the docs: khal, vdirsyncer, radicale."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest

from benchmarks import rivals
from tests.conftest import Run, Write, real_environment

Ask = Callable[..., str]

DOCS = Path(__file__).parents[2] / "docs" / "calendar.md"
KHAL, VDIRSYNCER = re.findall(r"```ini\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
# A CalDAV server on loopback that says its port and ends with its standard input.
SERVER = """
import sys, threading
from wsgiref.simple_server import WSGIRequestHandler, make_server
from radicale import Application, config
class Quiet(WSGIRequestHandler):
    def log_message(self, *_): pass
settings = config.load()
settings.update({
    "storage": {"filesystem_folder": sys.argv[1]},
    "auth": {"type": "none"}, "logging": {"level": "critical"},
}, "test")
server = make_server("127.0.0.1", 0, Application(settings), handler_class=Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
"""
# What seasons of each show are dated, one export after the other.
BEGIN = {"aurora": {1: "2027-01-07", 2: "2028-01-07"}, "borealis": {1: "2027-01-09"}}
LATER = {"aurora": {1: "2027-02-07", 2: "2028-01-07"}, "corona": {1: "2027-03-01"}}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Somebody's home, with the folder of their calendars."""
    (tmp_path / "user" / ".calendars").mkdir(parents=True)
    return tmp_path / "user"


@pytest.fixture
def ask(place: Path) -> Ask:
    """Call a program of the environment that the benchmarks make, in that home."""

    def ask(name: str, *words: str, typed: str = "") -> str:
        program = rivals.VENV / "bin" / name
        assert program.exists(), "make .venv/.rivals installs it"
        done = subprocess.run(
            [str(program), *words],
            env={**real_environment(), "HOME": str(place), "TZ": "UTC", "TERM": "dumb"},
            input=typed.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        said = done.stdout.decode()
        assert (done.returncode, "Traceback" in said) == (0, False), said
        return said

    return ask


@pytest.fixture
def export(run: Run, write: Write, place: Path) -> Callable[..., str]:
    """Export what a catalogue says of some shows into the folder of the recipe."""

    def export(premieres: dict[str, dict[int, str]]) -> str:
        shows: list[dict[str, Any]] = [
            {"id": name, "title": name.title(), "seasons": seasons_of(each)}
            for name, each in premieres.items()
        ]
        write("config/shows.json", {"format": 1, "shows": shows})
        folder = place / ".calendars" / "premieres"
        result = run("export", "vdir", str(folder), *premieres, "--alarm", "1d")
        assert (result.code, result.out) == (0, "")
        return result.err.removeprefix("premierectl: ").replace(str(folder), "DIR")

    return export


def seasons_of(premieres: dict[int, str]) -> list[dict[str, Any]]:
    return [{"number": number, "premiere": day} for number, day in premieres.items()]


def test_khal_lists_the_folder_as_it_is_by_now(
    export: Callable[..., str], ask: Ask, place: Path
) -> None:
    config = place / "khal.conf"
    config.write_text(
        f"{KHAL}[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )

    def listed() -> list[str]:
        look = ["--day-format", "", "--format", "{start-date} {title}", "--once"]
        return ask("khal", "-c", str(config), "list", *look, "2027-01-01", "500d").splitlines()

    export(BEGIN)
    assert listed() == [
        "2027-01-07 Aurora season 1",
        "2027-01-09 Borealis season 1",
        "2028-01-07 Aurora season 2",
    ]
    export(LATER)
    assert listed() == [
        "2027-02-07 Aurora season 1",
        "2027-03-01 Corona season 1",
        "2028-01-07 Aurora season 2",
    ]
    assert ask("khal", "-c", str(config), "printcalendars") == "premieres\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a CalDAV server, and where it keeps its files."""
    folder, python = tmp_path / "store", rivals.VENV / "bin" / "python"
    assert (rivals.VENV / "bin" / "radicale").exists(), "make .venv/.rivals installs it"
    server = subprocess.Popen(
        [str(python), "-c", SERVER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=real_environment(),
    )
    assert server.stdout is not None
    yield f"http://127.0.0.1:{int(server.stdout.readline())}/", folder
    server.communicate(timeout=30)


def on_server(folder: Path) -> dict[str, tuple[str, int]]:
    """The day and the sequence of each event that the server keeps, by UID."""
    kept = folder / "collection-root" / "fan" / "premieres"
    found = {}
    for path in kept.glob("*.ics"):
        (event,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        uid = str(event["uid"]).removesuffix("@premierectl")
        found[uid] = (event.decoded("dtstart").isoformat(), int(str(event["sequence"])))
        assert len(event.walk("VALARM")) == 1
    return found


def recipe_at(place: Path, url: str) -> Path:
    """The configuration of the recipe, of this server."""
    recipe = VDIRSYNCER.replace("https://dav.example.org/", url)
    recipe = recipe.replace('"pass", "dav.example.org"', '"echo", "fan"')
    config = place / "vdirsyncer.conf"
    config.write_text(recipe)
    return config


def taken(said: str) -> dict[str, list[str]]:
    """Of which events vdirsyncer says that it uploads, updates or deletes them on the server."""
    verbs = {
        "new": r"Copying \(uploading\)", "changed": r"Copying \(updating\)", "gone": "Deleting",
    }  # fmt: skip
    found = {
        name: sorted(re.findall(rf"{verb} item (\S+)@premierectl (?:to|from) server/", said))
        for name, verb in verbs.items()
    }
    assert sum(map(len, found.values())) == said.count(" item ") - said.count("with no etag")
    return {name: uids for name, uids in found.items() if uids}


def test_vdirsyncer_takes_every_change_to_a_server_and_nothing_else(
    export: Callable[..., str], ask: Ask, place: Path, store: tuple[str, Path]
) -> None:
    url, kept = store
    called = ("-c", str(recipe_at(place, url)))

    def synced() -> dict[str, list[str]]:
        return taken(ask("vdirsyncer", *called, "sync"))

    assert export(BEGIN) == "3 events in DIR: 3 written\n"
    ask("vdirsyncer", *called, "discover", typed="y\n" * 3)
    ask("vdirsyncer", *called, "metasync")
    assert synced() == {"new": ["aurora-s1", "aurora-s2", "borealis-s1"]}
    assert on_server(kept) == {
        "aurora-s1": ("2027-01-07", 0),
        "aurora-s2": ("2028-01-07", 0),
        "borealis-s1": ("2027-01-09", 0),
    }
    props = (kept / "collection-root" / "fan" / "premieres" / ".Radicale.props").read_text()
    assert ('"D:displayname": "Premieres"' in props, "#8250DF" in props) == (True, True)
    assert export(BEGIN) == "3 events in DIR: nothing changed\n"
    assert synced() == {}
    assert export(LATER) == "3 events in DIR: 2 written, 1 removed\n"
    assert synced() == {"new": ["corona-s1"], "changed": ["aurora-s1"], "gone": ["borealis-s1"]}
    assert on_server(kept) == {
        "aurora-s1": ("2027-02-07", 1),
        "aurora-s2": ("2028-01-07", 0),
        "corona-s1": ("2027-03-01", 0),
    }
    assert export(LATER) == "3 events in DIR: nothing changed\n"
    assert synced() == {}


def test_what_is_changed_elsewhere_comes_down_and_is_left_alone(
    export: Callable[..., str], ask: Ask, place: Path, store: tuple[str, Path]
) -> None:
    url, kept = store
    called = ("-c", str(recipe_at(place, url)))
    export(BEGIN)
    ask("vdirsyncer", *called, "discover", typed="y\n" * 3)
    ask("vdirsyncer", *called, "sync")
    (changed,) = (
        path
        for path in (kept / "collection-root" / "fan" / "premieres").glob("*.ics")
        if b"UID:aurora-s1@" in path.read_bytes()
    )
    changed.write_bytes(changed.read_bytes().replace(b"SUMMARY:", b"SUMMARY:With Sam\\, "))
    ask("vdirsyncer", *called, "sync")
    assert export(LATER) == (
        "3 events in DIR: 1 written, 1 removed\npremierectl: 1 file in DIR is not as premierectl "
        "wrote it and is left alone: aurora-s1@premierectl.ics; "
        "delete it to have what premierectl writes\n"
    )
    ask("vdirsyncer", *called, "sync")
    assert b"SUMMARY:With Sam" in changed.read_bytes()
    assert on_server(kept)["aurora-s1"] == ("2027-01-07", 0)
