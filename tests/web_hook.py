"""A web hook on this machine that takes notices, refuses them, or never answers."""

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server: Any = self.server
        size = int(self.headers["Content-Length"])
        server.told.append(json.loads(self.rfile.read(size)))
        if server.answer == "never":
            server.done.wait(20)
            return
        self.send_response(server.answer)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def web_hook() -> Iterator[Any]:
    """A hook at ``url`` that gives this ``answer``, a status or ``never``; ``told`` is what it got."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), _Hook)
    server.told, server.answer, server.done = [], 200, threading.Event()
    server.url = f"json://user:s3cret@127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    try:
        yield server
    finally:
        server.done.set()
        server.shutdown()
        thread.join()
        server.server_close()
