"""A stand-in for TVmaze on loopback, and answers in its shape, all made up."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.threads import in_a_thread


class Service(ThreadingHTTPServer):
    """Answers each path with what ``answers`` says: JSON, bytes, or a status."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = dict(answers)
        self.calls: list[str] = []
        self.headers = {"Cache-Control": "no-cache"}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        self.server.calls.append(self.path)
        said = self.server.answers.get(self.path, 404)
        status = said if isinstance(said, int) else 301 if isinstance(said, str) else 200
        body = (
            said if isinstance(said, bytes) else json.dumps(None if status > 200 else said).encode()
        )
        etag = f'"{hash(body)}"'
        if status == 200 and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if status == 301:
            self.send_header("Location", f"{self.server.url}{said}")
        if status in (200, 304):
            self.send_header("ETag", etag)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base
        """Say nothing: the tests look at ``calls``."""


@contextlib.contextmanager
def tvmaze(answers: Mapping[str, Any]) -> Iterator[Service]:
    """The service, until the block ends."""
    with Service(answers) as server, in_a_thread(server):
        yield server


SCHEDULE = "/schedule/full"
EMBEDDED = "?embed%5B%5D=seasons&embed%5B%5D=episodes&embed%5B%5D=nextepisode&embed%5B%5D=cast"
HULU = {"id": 287, "name": "Hulu", "country": {"name": "United States", "code": "US", "timezone": "America/New_York"}}  # fmt: skip


def listed_show(number: int = 1, name: str = "Aurora", **fields: Any) -> dict[str, Any]:
    """A show as the service describes it."""
    return {
        "id": number,
        "url": f"https://www.tvmaze.com/shows/{number}/aurora",
        "name": name,
        "type": "Scripted",
        "language": "English",
        "genres": ["Drama"],
        "status": "Running",
        "premiered": "2025-01-09",
        "ended": None,
        "schedule": {"time": "", "days": []},
        "weight": 90,
        "network": None,
        "webChannel": HULU,
        "externals": {"tvrage": None, "thetvdb": None, "imdb": None},
        "summary": "<p>A <b>ship</b> in the ice.</p>",
        **fields,
    }


def row(show: dict[str, Any], season: int, number: int | None, day: str, **fields: Any) -> dict[str, Any]:  # fmt: skip
    """A row of the schedule: an episode with its show."""
    return {
        "id": season * 1000 + (number or 0),
        "url": "https://www.tvmaze.com/episodes/1",
        "name": f"Episode {number}",
        "season": season,
        "number": number,
        "type": "regular",
        "airdate": day,
        "airtime": "",
        "airstamp": f"{day}T12:00:00+00:00" if day else None,
        "_embedded": {"show": show},
        **fields,
    }


def listed_season(number: int, premiere: str | None = None, **fields: Any) -> dict[str, Any]:
    """A season as the service describes it."""
    return {
        "id": 100 + number,
        "url": "https://www.tvmaze.com/seasons/1",
        "number": number,
        "name": "",
        "episodeOrder": None,
        "premiereDate": premiere,
        "endDate": None,
        "network": None,
        "webChannel": None,
        **fields,
    }
