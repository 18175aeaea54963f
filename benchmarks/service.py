"""A stand-in for TVmaze with a schedule of 30 MB, made up in its shape; always the same."""

import contextlib
import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ROWS, EPISODES = 12_800, 8
SUMMARY = "<p>Somebody <b>comes home</b>, and what was buried there comes up &amp; again.</p>" * 8


def schedule() -> bytes:
    """Every future episode: 1,600 shows with eight weekly episodes each, about 30 MB."""
    rows = [row(number) for number in range(ROWS)]
    return json.dumps(rows).encode()


def row(number: int) -> dict[str, Any]:
    """An episode with its show, as the service lists it."""
    show, episode = number // EPISODES + 1, number % EPISODES + 1
    day = (date(2027, 1, 1) + timedelta(days=show % 300 + 7 * episode)).isoformat()
    return {
        "id": number,
        "url": f"https://www.tvmaze.com/episodes/{number}",
        "name": f"Chapter {episode}",
        "season": 2,
        "number": episode,
        "type": "regular",
        "airdate": day,
        "airtime": "21:00",
        "airstamp": f"{day}T21:00:00+00:00",
        "runtime": 50,
        "rating": {"average": None},
        "image": None,
        "summary": SUMMARY,
        "_links": {"self": {"href": f"https://api.tvmaze.com/episodes/{number}"}},
        "_embedded": {"show": described(show)},
    }


def described(number: int) -> dict[str, Any]:
    """A show as the service describes it."""
    country = {"name": "United Kingdom", "code": "GB", "timezone": "Etc/UTC"}
    return {
        "id": number,
        "url": f"https://www.tvmaze.com/shows/{number}",
        "name": f"The Chronicle {number}",
        "type": "Scripted",
        "language": "English",
        "genres": ["Drama", "Mystery"],
        "status": "Running",
        "runtime": 50,
        "premiered": "2025-01-01",
        "ended": None,
        "officialSite": None,
        "schedule": {"time": "21:00", "days": ["Friday"]},
        "rating": {"average": 7.5},
        "weight": number % 100,
        "network": {"id": 12, "name": "BBC One", "country": country, "officialSite": None},
        "webChannel": None,
        "externals": {
            "tvrage": None,
            "thetvdb": 500_000 + number,
            "imdb": f"tt{9_000_000 + number}",
        },
        "image": {
            "medium": "https://static.example/m.jpg",
            "original": "https://static.example/o.jpg",
        },
        "summary": SUMMARY,
        "updated": 1_790_000_000,
    }


@contextlib.contextmanager
def serving() -> Iterator[str]:
    """The service on loopback until the block ends; yields its address.

    It is a process of its own: what a measured process takes is never counted below its parent's.
    """
    words = [sys.executable, "-m", "benchmarks.service"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def serve() -> None:
    """Say the address, then answer until the process is ended."""
    # As it comes over the wire: no answer of more than 16 MiB is read.
    whole = gzip.compress(schedule())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, status = (whole, 200) if self.path == "/schedule/full" else (b"null", 404)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Encoding", "gzip" if body is whole else "identity")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    serve()
