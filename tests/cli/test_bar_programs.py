"""The programs that show a bar, given the snippets of docs/bars.md and hostile titles.

A program that is not installed is said to be missing.
"""

import contextlib
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.cli.test_bar import KINDS, follow, shows
from tests.conftest import Run, Write, real_environment

DOCS = (Path(__file__).parents[2] / "docs" / "bars.md").read_text(encoding="utf-8")
TITLES = {
    "markup": "<b>Tom & Jerry</b>",
    "polybar": "%{F#ff0000}red%{F-}",
    "tmux": "#S #[fg=red]x#(touch ran)#",
    "menu": "Silo | bash=/bin/false",
    "submenu": "--Silo",
    "quotes": "\"q\" 'n' \\back\\n",
    "lines": "a\n\x1b[31mb",
    "conky": "$USER ${color red} `id` #b",
}
# As a terminal or a screen shows them.
SHOWN = TITLES | {"lines": r"a\x0a\x1b[31mb"}
SECONDS = 30

Found = TypeVar("Found")


def snippet(program: str) -> str:
    """The lines that the docs have for a program."""
    match = re.search(rf"^## {program}$.*?^```\w+\n(.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)
    assert match
    return match[1]


def needs(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def until(look: Callable[[], Found | None]) -> Found:
    """What there is to be seen once it is, within the time that there is."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError):  # a file or a server that is not there yet
            if found := look():
                return found
        time.sleep(0.1)
    raise AssertionError("nothing was to be seen")


@contextlib.contextmanager
def running(*words: str, **options: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """A program that is ended when the test is done with it."""
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture
def program(
    environment: Mapping[str, str], write: Write, tmp_path: Path
) -> Callable[[str], dict[str, str]]:
    """Follow a show with a title, and put premierectl on the path: the variables for it."""

    def program(title: str) -> dict[str, str]:
        write("config/shows.json", shows(TITLES[title], premiere="2026-11-27"))
        follow(write, "show-1")
        file = tmp_path / "bin" / "premierectl"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m premierectl "$@"\n')
        file.chmod(0o755)
        real = real_environment()
        path = f"{file.parent}:{real['PATH']}"
        return {**real, **environment, "PATH": path, "HOME": str(tmp_path)}

    return program


@pytest.mark.parametrize("title", TITLES)
def test_tmux_shows_the_title(
    program: Callable[[str], dict[str, str]], tmp_path: Path, title: str
) -> None:
    needs("tmux")
    variables = program(title) | {"TMUX_TMPDIR": str(tmp_path)}
    variables.pop("TERM")
    (tmp_path / "tmux.conf").write_text(
        snippet("tmux").replace("'#(", "'[#(").replace(")'", ")]'") + "set -g status-left ''\n"
    )

    def tmux(server: str, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", server, "-f", str(tmp_path / "tmux.conf"), *words],
            env=variables, capture_output=True, timeout=SECONDS, check=False, cwd=tmp_path,
        )  # fmt: skip
        return done.stdout.decode()

    try:
        tmux("inner", "new-session", "-d", "-x", "90", "-y", "5", "cat")
        attach = f"TMUX= exec tmux -L inner -f {tmp_path}/tmux.conf attach"
        tmux("outer", "new-session", "-d", "-x", "90", "-y", "6", attach)
        line = until(
            lambda: re.search(r"\[(.* · 4d)\]", tmux("outer", "capture-pane", "-p", "-t", "0"))
        )
    finally:
        tmux("outer", "kill-server")
        tmux("inner", "kill-server")
    assert line[1] == f"{SHOWN[title]} S1 · 4d"
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("title", TITLES)
def test_i3blocks_hands_on_the_title(
    program: Callable[[str], dict[str, str]], tmp_path: Path, title: str
) -> None:
    needs("i3blocks")
    config, out = tmp_path / "i3blocks.conf", tmp_path / "out"
    variables = program(title)
    config.write_text(snippet("i3blocks"))

    def block() -> dict[str, Any] | None:
        lines = out.read_text(encoding="utf-8").splitlines()
        blocks = [block for line in lines[2:] for block in json.loads(line.lstrip(","))]
        return next((each for each in blocks if each["full_text"]), None)

    with (
        out.open("wb") as file,
        running("i3blocks", "-c", str(config), env=variables, stdout=file),
    ):
        until(lambda: out.read_text(encoding="utf-8").endswith("]\n"))
        found = until(block)
    assert found["full_text"] == f"{SHOWN[title]} S1 · 4d"
    assert (found["short_text"], found["color"]) == ("4d", "#fce94f")
    assert "urgent" not in found


@pytest.mark.parametrize("title", TITLES)
def test_conky_prints_the_title(
    program: Callable[[str], dict[str, str]], tmp_path: Path, title: str
) -> None:
    needs("conky")
    config = tmp_path / "conky.conf"
    settings = "out_to_console = true, out_to_x = false, update_interval = 0.1, total_run_times = 2"
    config.write_text(f"conky.config = {{ {settings} }}\n{snippet('conky')}")
    done = subprocess.run(
        ["conky", "-c", str(config)],
        env=program(title), capture_output=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert f"\n{SHOWN[title]} S1 · 4d\n" in f"\n{done.stdout.decode()}\n"


def test_the_node_exporter_reads_the_metrics(
    program: Callable[[str], dict[str, str]], tmp_path: Path
) -> None:
    exporter = "prometheus-node-exporter"
    needs(exporter)
    folder = tmp_path / "metrics"
    folder.mkdir()
    variables = program("quotes")
    command = snippet("Prometheus").strip().removeprefix("0 * * * * ")
    place = command.rpartition(" ")[2]
    command = command.replace(place, str(folder / Path(place).name))
    subprocess.run(["sh", "-c", command], env=variables, timeout=SECONDS, check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"

    def metrics() -> str:
        answer = urllib.request.urlopen(f"http://{address}/metrics", timeout=SECONDS)
        return str(answer.read().decode())

    options = ["--collector.disable-defaults", "--collector.textfile", f"--collector.textfile.directory={folder}"]  # fmt: skip
    with running(exporter, *options, f"--web.listen-address={address}", stderr=subprocess.DEVNULL):
        lines = until(metrics).splitlines()
    assert "node_textfile_scrape_error 0" in lines
    assert 'premierectl_release_days{id="show-1:s1"} 4' in lines
    assert "premierectl_catalogue_timestamp_seconds 1.795392e+09" in lines
    assert (
        'premierectl_release_timestamp_seconds{id="show-1:s1",kind="premiere",precision="day",'
        'title="\\"q\\" \'n\' \\\\back\\\\n"} 1.7957376e+09'
    ) in lines


POLYBAR = """[bar/bar]
width = 100%
height = 30
background = #000000
foreground = #ffffff
font-0 = monospace:size=10
modules-left = premierectl
"""


def colors(frame: bytes) -> set[bytes]:
    """The colours of a screen that Xvfb keeps as an X window dump."""
    head = [int.from_bytes(frame[at : at + 4], "big") for at in range(0, 100, 4)]
    pixels = frame[head[0] + 12 * head[19] :]
    return {pixels[at : at + 3] for at in range(0, len(pixels) - 3, 4)}


@pytest.mark.parametrize(
    ("title", "template", "is_red"),
    [
        ("polybar", "", False),
        ("markup", "", False),
        ("markup", " --text '%{{F#ff0000}}{title}%{{F-}} {wait}'", True),
    ],
)
def test_polybar_takes_colours_from_the_template_alone(
    program: Callable[[str], dict[str, str]],
    tmp_path: Path,
    title: str,
    template: str,
    is_red: bool,
) -> None:
    needs("polybar", "Xvfb")
    config = tmp_path / "polybar.ini"
    module = snippet("polybar").replace("bar polybar", f"bar polybar{template}")
    config.write_text(POLYBAR + module)
    frame = tmp_path / "Xvfb_screen0"
    screen = ["-screen", "0", "800x40x24", "-fbdir", str(tmp_path), "-displayfd", "1"]
    with running("Xvfb", *screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        display = server.stdout.readline().decode().strip()
        variables = program(title) | {"DISPLAY": f":{display}"}
        with running("polybar", "-c", str(config), "bar", env=variables, stderr=subprocess.DEVNULL):
            seen = until(lambda: some if len(some := colors(frame.read_bytes())) > 2 else None)
        server.stdout.close()
    assert (b"\x00\x00\xff" in seen) is is_red


SWAY = """output HEADLESS-1 resolution 800x40
exec waybar -c {folder}/waybar.json -s {folder}/style.css > {folder}/log 2>&1
"""


@pytest.fixture
def drawn_by_waybar() -> Iterator[Callable[[str, Mapping[str, object]], tuple[bytes, str]]]:
    """Let waybar draw what a module gets: the pixels of the screen, and what waybar says.

    sway refuses root, so there it is nobody's; the folder is one that everybody can reach.
    """
    needs("sway", "waybar", "grim", "dbus-run-session")
    user = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    with contextlib.ExitStack() as stack:

        def drawn(line: str, module: Mapping[str, object]) -> tuple[bytes, str]:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            folder.chmod(0o777)
            (folder / "line").write_text(line)
            shown = {**module, "exec": f"cat {folder}/line"}
            config = {"height": 40, "modules-left": ["custom/premierectl"]}
            (folder / "waybar.json").write_text(json.dumps(config | {"custom/premierectl": shown}))
            (folder / "style.css").write_text("window#waybar { background: #000; color: #fff; }")
            (folder / "sway.conf").write_text(SWAY.format(folder=folder))
            run = folder / "run"
            subprocess.run([*user, "mkdir", "-m", "700", str(run)], check=True)
            variables = {
                **real_environment(),
                "HOME": str(run),
                "XDG_RUNTIME_DIR": str(run),
                "WLR_BACKENDS": "headless",
                "WLR_LIBINPUT_NO_DEVICES": "1",
                "WLR_RENDERER": "pixman",
            }

            def pixels() -> bytes | None:
                display = next((each.name for each in run.glob("wayland-?")), "")
                grab = [*user, "env", f"WAYLAND_DISPLAY={display}", "grim", "-t", "ppm", "-"]
                done = subprocess.run(grab, env=variables, capture_output=True, check=False)
                # Without smooth letters on it, a screen has a handful of shades.
                return done.stdout if len(set(done.stdout)) > 30 else None

            def settled() -> bytes | None:
                first = pixels()
                said = (folder / "log").exists() and (folder / "log").read_text()
                return first if said and "Bar configured" in said and pixels() == first else None

            words = [*user, "dbus-run-session", "sway", "-c", str(folder / "sway.conf")]
            with running(*words, env=variables, stderr=subprocess.DEVNULL):
                try:
                    seen = until(settled)
                finally:
                    control = next(iter(run.glob("sway-ipc.*")), None)
                    message = [*user, "swaymsg", "-s", str(control), "exit"]
                    subprocess.run(message, capture_output=True, timeout=SECONDS, check=False)
            return seen, (folder / "log").read_text()

        yield drawn


@pytest.mark.parametrize("title", ["markup", "quotes"])
def test_waybar_shows_the_title_as_it_is(
    run: Run,
    write: Write,
    drawn_by_waybar: Callable[[str, Mapping[str, object]], tuple[bytes, str]],
    title: str,
) -> None:
    write("config/shows.json", shows(TITLES[title], premiere="2026-11-27"))
    follow(write, "show-1")
    module = json.loads(f"{{{snippet('waybar')}}}")["custom/premierectl"]
    _, *words = shlex.split(module["exec"])
    escaped, log = drawn_by_waybar(run(*words).out, module)
    assert "error parsing markup" not in log
    left = {**module, "escape": True}
    plain, log = drawn_by_waybar(run(*words, "--escape", "none").out, left)
    assert "error parsing markup" not in log
    assert escaped == plain


CALLS = re.findall(
    r"premierectl (bar [a-z0-9]+)", "".join(re.findall(r"```\w+\n(.*?)```", DOCS, re.DOTALL))
)


@pytest.mark.parametrize("call", CALLS)
def test_each_snippet_calls_what_there_is(run: Run, call: str) -> None:
    assert run(*call.split()).code == 0


def test_the_docs_print_what_is_printed(run: Run) -> None:
    examples = re.findall(r"```console\n\$ premierectl (.*)\n(.*\n)```", DOCS)
    assert examples
    for words, printed in examples:
        assert run(*words.split()).out == printed


def test_there_is_a_snippet_for_each_kind() -> None:
    assert {call.removeprefix("bar ") for call in CALLS} == {*KINDS}
