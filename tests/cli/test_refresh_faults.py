"""A refresh that is cut short: by Ctrl-C, by a kill, by a service that lies; the layer stays."""

import gzip
import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import Write, without_coverage
from tests.edges.server import Step, answer, hanging_up, serving, silent

LAYER = {"format": 1, "as_of": "2026-11-01", "shows": [{"id": "old", "title": "Old"}]}
BOMB = gzip.compress(b"[" + b" " * 300_000_000 + b"]")


@pytest.fixture
def layer(write: Write) -> Path:
    """A live layer that must stay as it is."""
    return write("data/catalogue.json", LAYER)


@pytest.fixture
def started(environment: Mapping[str, str]) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Processes that are ended with the test."""
    listed: list[subprocess.Popen[bytes]] = []
    yield listed
    for process in listed:
        process.kill()
        process.communicate()


def refreshing(
    environment: Mapping[str, str], url: str, started: list["subprocess.Popen[bytes]"]
) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-m", "premierectl", "catalogue", "refresh"],
        env={**without_coverage(), **environment, "PREMIERECTL_TVMAZE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    started.append(process)
    return process


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_an_interrupt_while_it_asks_leaves_the_layer(
    environment: Mapping[str, str],
    layer: Path,
    started: list["subprocess.Popen[bytes]"],
    sent: signal.Signals,
    code: int,
) -> None:
    asked = threading.Event()

    def never_answered(connection: socket.socket) -> None:
        asked.set()
        silent(connection)

    with serving([never_answered]) as server:
        process = refreshing(environment, server.url.removesuffix("/shows/1"), started)
        assert process.stderr is not None
        assert b"asking 127.0.0.1" in process.stderr.readline()
        assert asked.wait(timeout=30)
        process.send_signal(sent)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (code, b"", b"")
    assert json.loads(layer.read_text()) == LAYER


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (
            hanging_up(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,"),
            "broke off in the middle of its answer",
        ),
        (hanging_up(b""), "broke the connection off"),
        (answer(200, BOMB, Content_Encoding="gzip"), "sent more than 64 MiB when unpacked"),
        (answer(200, b"<html></html>", Content_Type="text/html"), "sent a page instead of data"),
        (answer(301, Location="https://elsewhere.example/"), "another host"),
    ],
)
def test_a_service_that_lies_ends_with_69_and_the_layer_stays(
    environment: Mapping[str, str], layer: Path, step: Step, words: str
) -> None:
    with serving([step] * 6) as server:
        done = subprocess.run(
            [sys.executable, "-m", "premierectl", "catalogue", "refresh"],
            env={
                **without_coverage(),
                **environment,
                "PREMIERECTL_TVMAZE_URL": server.url.removesuffix("/shows/1"),
            },
            capture_output=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 69
    last = done.stderr.decode().splitlines()[-1]
    assert words in last
    assert "the catalogue is unchanged" in last
    assert json.loads(layer.read_text()) == LAYER
