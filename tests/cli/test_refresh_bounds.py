"""Answers that mean harm, asked for by real processes: what they cost, and that nothing changes."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import without_coverage
from tests.edges.server import answer, serving
from tests.service import listed_show, row

MIB = 1024 * 1024
# Runs a command, then says how much memory it ever had (kB), as Linux counts it.
MEASURED = """
import sys
from pathlib import Path
from premierectl.cli.program import run
code = run(sys.argv[1:])
(peak,) = [line.split()[1] for line in Path("/proc/self/status").read_text().splitlines()
           if line.startswith("VmHWM")]
print(f"peak {peak}", file=sys.stderr)
sys.exit(int(code))
"""
AURORA = listed_show(1)


def many(item: bytes, size: int = 60 * MIB) -> bytes:
    return b"[" + b",".join([item] * (size // (len(item) + 1))) + b"]"


def of_show(**fields: Any) -> bytes:
    return json.dumps([row({**AURORA, **fields}, 1, 1, "2027-01-07")]).encode()


def plausible() -> bytes:
    """30 MB of rows, one of which has a lone surrogate."""
    shows = [
        listed_show(number, f"Show {number}", summary="x" * 1_800) for number in range(1, 1_601)
    ]
    rows = [row(show, 1, place, "2027-01-07") for show in shows for place in range(1, 9)]
    return json.dumps([*rows, row(AURORA, 1, 9, "2027-01-14", name="\ud800")]).encode()


BOMBS: dict[str, Callable[[], bytes]] = {
    "spaces": lambda: b"[" + b" " * 60 * MIB + b"]",
    "zeros": lambda: many(b"0"),
    "one long number": lambda: b"[" + b"0" * 60 * MIB + b"]",
    "empty lists": lambda: many(b"[]"),
    "empty objects": lambda: many(b"{}"),
    "one long string": lambda: b'["' + b"x" * 60 * MIB + b'"]',
    "a string without an end": lambda: b'["' + b'\\"' * 30 * MIB,
    "quotes": lambda: b"[" + b'"' * 20 * MIB,
    "lists in lists": lambda: b"[" * 60 * MIB,
    "a million genres": lambda: of_show(genres=[f"genre {n}" for n in range(1_000_000)]),
    "a long summary": lambda: of_show(summary="\U0001f600" + "x" * 50 * MIB),
    "a million bad rows": lambda: many(b'{"a":0}', 8_000_000),
    "more shows than there are": lambda: b"[" + b",".join(
        b'{"_embedded":{"show":{"id":%d,"name":"A"}},"season":1,"number":1}' % n
        for n in range(1, 190_000)
    ) + b"]",
}  # fmt: skip


def refreshed(environment: Mapping[str, str], body: bytes, *words: str) -> tuple[int, str, int]:
    """The exit code, stderr, and the most memory (MB) of a refresh that gets this body."""
    steps = [answer(200, gzip.compress(body, 1), Content_Encoding="gzip")] * 9
    with serving(steps) as server:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, "catalogue", "refresh", *words],
            env={
                **without_coverage(),
                **environment,
                "PREMIERECTL_TVMAZE_URL": server.url.removesuffix("/shows/1"),
            },
            capture_output=True,
            timeout=120,
            check=False,
        )
    said, _, peak = done.stderr.decode().rpartition("peak ")
    return done.returncode, said, int(peak) // 1000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak memory")
@pytest.mark.parametrize(
    ("bomb", "words"),
    [
        *((bomb, ()) for bomb in BOMBS),
        *((bomb, ("tvmaze:1",)) for bomb in ("empty lists", "a million genres", "one long string")),
    ],
)
def test_no_answer_takes_much_memory(
    environment: Mapping[str, str], home: Path, bomb: str, words: tuple[str, ...]
) -> None:
    body = BOMBS[bomb]()
    if words:
        body = b'{"id":1,"name":"A","genres":' + body + b"}"
    code, said, peak = refreshed(environment, body, *words)
    assert peak < 200, said
    if code:
        assert code == 69, said
        assert not (home / "state" / "live.sqlite").exists()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak memory")
def test_thirty_megabytes_of_plausible_rows_are_read(environment: Mapping[str, str]) -> None:
    body = plausible()
    assert len(body) > 30_000_000
    began = os.times().elapsed
    code, said, peak = refreshed(environment, body)
    assert (code, peak < 300, os.times().elapsed - began < 10) == (0, True, True), (peak, said)
    assert "1,600 shows from TVmaze" in said
