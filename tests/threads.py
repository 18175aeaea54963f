"""Servers on loopback beside the test that asks them."""

import contextlib
import threading
from collections.abc import Iterator
from socketserver import BaseServer


@contextlib.contextmanager
def in_a_thread(server: BaseServer) -> Iterator[None]:
    """Let it serve in a thread of its own, which has ended when the block has."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join(30)
    assert not thread.is_alive()
