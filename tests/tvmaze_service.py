"""TVmaze on loopback, as far as it is asked: its answers are made from a state that tests set."""

import contextlib
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.service import listed_show, row
from tests.threads import in_a_thread

Said = tuple[int, Any]


class TVmazeState(ThreadingHTTPServer):
    """The service and all that it knows: set its fields, they hold from the next call on.

    ``shows``, ``seasons``, ``episodes`` and ``cast`` are by number, as the service writes them;
    ``specials`` stand in the schedule alone. ``updated`` are the seconds of the last change,
    ``merged`` leads from one number to another. ``spoilt`` is a status or a body instead of what a
    path answers, ``slow`` what happens before it does, and of what is ``stalled`` no body ever comes.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.shows = dict[int, dict[str, Any]]()
        self.seasons = dict[int, list[Any]]()
        self.episodes = dict[int, list[dict[str, Any]]]()
        self.specials = dict[int, list[dict[str, Any]]]()
        self.cast = dict[int, list[Any]]()
        self.updated = dict[int, int]()
        self.merged = dict[int, int]()
        self.spoilt = dict[str, int | bytes]()
        self.slow = dict[str, Callable[[], None]]()
        self.stalled = set[str]()
        self.headers = {"Cache-Control": "no-cache"}
        self.today = "2026-11-23"
        self.calls = list[str]()
        self.connections = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def asked_shows(self) -> list[int]:
        """The numbers of the shows that were asked for, one by one."""
        paths = (urlsplit(call).path.split("/") for call in self.calls)
        return [int(path[2]) for path in paths if path[1] == "shows"]

    def add(self, number: int, *days: str, season: int = 1, **fields: Any) -> None:
        """A show with episodes on these days."""
        self.shows[number] = listed_show(number, fields.pop("name", f"Show {number}"), **fields)
        self.episodes[number] = [
            {key: said for key, said in row({}, season, place, day).items() if key != "_embedded"}
            for place, day in enumerate(days, 1)
        ]

    def said(self, path: str, query: dict[str, list[str]]) -> Said:
        """The status and the body for a path, or where it leads."""
        match path.split("/")[1:]:
            case ["schedule", "full"]:
                return 200, self._schedule()
            case ["updates", "shows"]:
                return 200, {str(number): at for number, at in self.updated.items()}
            case ["lookup", "shows"]:
                return self._looked_up(query)
            case ["search", "shows"]:
                words = query["q"][0].lower()
                found = [show for show in self.shows.values() if words in show["name"].lower()]
                return 200, [{"score": 1, "show": show} for show in found]
            case ["shows", number]:
                return self._show(int(number))
            case _:
                return 404, None

    def _schedule(self) -> list[dict[str, Any]]:
        return [
            {**each, "_embedded": {"show": show}}
            for number, show in self.shows.items()
            for each in (*self.episodes.get(number, ()), *self.specials.get(number, ()))
            if each["airdate"] >= self.today
        ]

    def _show(self, number: int) -> Said:
        if number in self.merged:
            return 301, f"/shows/{self.merged[number]}"
        if number not in self.shows:
            return 404, None
        embedded = {
            "seasons": self.seasons.get(number, []),
            "episodes": self.episodes.get(number, []),
            "cast": self.cast.get(number, []),
        }
        updated = {"updated": self.updated[number]} if number in self.updated else {}
        return 200, {**self.shows[number], **updated, "_embedded": embedded}

    def _looked_up(self, query: dict[str, list[str]]) -> Said:
        ((name, (value,)),) = query.items()
        for number, show in self.shows.items():
            if str(show["externals"].get(name)) == value:
                return 301, f"/shows/{number}"
        return 404, None


class _Answers(BaseHTTPRequestHandler):
    server: TVmazeState
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self.server.connections += 1

    def do_GET(self) -> None:
        self.server.calls.append(self.path)
        parts = urlsplit(self.path)
        status, said = self.server.said(parts.path, parse_qs(parts.query))
        spoilt = self.server.spoilt.get(parts.path)
        if isinstance(spoilt, int):
            status, said = spoilt, None
        body = b"null" if status == 301 else json.dumps(said).encode()
        body = spoilt if isinstance(spoilt, bytes) else body
        self.server.slow.get(parts.path, lambda: None)()
        self.send_response(status)
        if status == 301:
            self.send_header("Location", f"{self.server.url}{said}")
        for name, value in {**self.server.headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):
            if parts.path in self.server.stalled:
                self.close_connection = True
                self.connection.recv(1)
                return
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base
        """Say nothing: the tests look at ``calls``."""


@contextlib.contextmanager
def tvmaze_state() -> Iterator[TVmazeState]:
    """The service, until the block ends."""
    with TVmazeState() as server, in_a_thread(server):
        yield server
