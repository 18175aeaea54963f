"""A server on loopback that says what a test tells it to, byte for byte, over TLS or without."""

import contextlib
import gzip
import select
import socket
import socketserver
from collections.abc import Callable, Iterable, Iterator

from tests.threads import in_a_thread

Act = Callable[[socket.socket], None]
Step = bytes | Act
Secure = Callable[[socket.socket], socket.socket]


class Server(socketserver.TCPServer):
    """Answers each call with the next step: bytes to send, or what to do before hanging up."""

    def __init__(self, steps: Iterable[Step], secure: Secure | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.steps = iter(steps)
        self.secure = secure
        self.calls: list[str] = []
        self.connections = 0
        self.open: list[socket.socket] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        scheme = "https" if self.secure else "http"
        return f"{scheme}://127.0.0.1:{self.port}/shows/1"

    def hang_up(self) -> None:
        """Let no connection wait for a call that will not come."""
        for connection in self.open:
            # Not ssl's own, which takes the connection apart under the hands of the other thread.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)


class _Connection(socketserver.BaseRequestHandler):
    server: Server

    def handle(self) -> None:
        self.server.connections += 1
        self.request.settimeout(20)
        with contextlib.suppress(OSError), self._secured() as connection:
            self.server.open.append(connection)
            while self._answer(connection):
                pass

    def _secured(self) -> socket.socket:
        secure = self.server.secure
        return secure(self.request) if secure else self.request

    def _answer(self, connection: socket.socket) -> bool:
        question = read_head(connection)
        step = next(self.server.steps, None) if question else None
        if step is None:
            return False
        self.server.calls.append(question.decode())
        if callable(step):
            step(connection)
            return False
        connection.sendall(step)
        return True


@contextlib.contextmanager
def serving(steps: Iterable[Step], secure: Secure | None = None) -> Iterator[Server]:
    """A server, until the block ends."""
    with Server(steps, secure) as server, in_a_thread(server):
        try:
            yield server
        finally:
            server.hang_up()


def answer(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; ``Retry_After="3"`` is the header ``Retry-After: 3``."""
    named = {"Content-Length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} Words\r\n{lines}\r\n".encode() + body


def zipped(body: bytes, **headers: str) -> bytes:
    """The answer in gzip."""
    return answer(200, gzip.compress(body), Content_Encoding="gzip", **headers)


def hanging_up(sent: bytes) -> Act:
    """Send this and close the connection."""
    return lambda connection: connection.sendall(sent)


def dripping(sent: bytes) -> Act:
    """Send this, then a byte at a time without end."""

    def drip(connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(sent)
        for _ in range(1_000_000):
            connection.sendall(b"x")

    return drip


def rude(connection: socket.socket) -> socket.socket:
    """What a server does that was taken for one with TLS."""
    connection.sendall(b"220 mail.example ESMTP\r\n")
    return connection


def silent(connection: socket.socket) -> None:
    """Say nothing until the other side gives up."""
    connection.recv(1)


def passing_on(target: int) -> Act:
    """What a proxy does after CONNECT: bytes to and from this port, until one side stops."""

    def tunnel(connection: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", target), 20) as other:
            connection.sendall(b"HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n")
            ways = {connection: other, other: connection}
            while True:
                for side in select.select([*ways], [], [], 20)[0]:
                    data = side.recv(65536)
                    if not data:
                        return
                    ways[side].sendall(data)

    return tunnel


def read_head(connection: socket.socket) -> bytes:
    """What came up to the empty line, or what there was of it."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            return b""
        head += byte
    return head
