"""``notify --desktop`` on a real desktop: its own program, a bus, and a daemon that shows the notice."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Write, real_environment

PROGRAMS = ("Xvfb", "dbus-run-session", "dunst", "dunstctl", "notify-send")
# The bus starts the daemon when it is asked for.
SESSION = """
"$@"; echo $?
for number in $(seq 100); do
    dunstctl close-all
    shown=$(dunstctl history)
    case $shown in *summary*) break;; esac
done
echo $shown
"""


@pytest.fixture
def display() -> Iterator[str]:
    """A display without a screen."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    reader, writer = os.pipe()
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with open(reader) as pipe:  # noqa: PTH123 - a descriptor
        number = pipe.readline().strip()
    if not number:
        server.wait()
        pytest.skip("Xvfb does not start here")
    yield f":{number}"
    server.terminate()
    server.wait()


def test_the_desktop_shows_title_and_body_as_they_are(
    display: str, environment: Mapping[str, str], write: Write, tmp_path: Path
) -> None:
    title, network = "-A & <b>Co</b> %s", "A&E <3 &lt;"
    seasons = [{"number": 1, "premiere": "2026-11-23"}]
    show = {"id": "aurora", "title": title, "network": network, "seasons": seasons}
    write("config/shows.json", {"format": 1, "shows": [show]})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "aurora"}]})
    words = [sys.executable, "-m", "premierectl", "notify", "--desktop", "--json"]
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION, "sh", *words],
        env={**real_environment(), **environment, "DISPLAY": display, "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )
    decoder, text = json.JSONDecoder(), done.stdout.decode()
    document, end = decoder.raw_decode(text)
    assert [item["outcome"] for item in document["items"]] == ["told"]
    code, _, history = text[end:].lstrip().partition("\n")
    assert code == "0"
    ((shown,),) = json.loads(history, strict=False)["data"]
    assert value(shown, "appname") == "premierectl"
    assert value(shown, "summary") == f"{title} season 1"
    # What the daemon draws is markup still.
    assert value(shown, "body") == "Comes out today, on A&amp;E &lt;3 &amp;lt;"


def value(shown: Mapping[str, Any], name: str) -> Any:
    return shown[name]["data"]


def test_without_a_bus_nobody_is_told(environment: Mapping[str, str], write: Write) -> None:
    if shutil.which("notify-send") is None:
        pytest.skip("needs notify-send")
    shows = [
        {"id": "aurora", "title": "Aurora", "seasons": [{"number": 1, "premiere": "2026-11-23"}]}
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "aurora"}]})
    done = subprocess.run(
        [sys.executable, "-m", "premierectl", "notify", "--desktop"],
        env={**real_environment(), **environment, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/none"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (69, b"")
    assert done.stderr.endswith(
        b"premierectl: notify-send ended with exit code 1; it will be tried again next time\n"
    )
