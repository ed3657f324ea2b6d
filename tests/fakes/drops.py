"""A server on loopback that answers in drops, each in time and the whole for ever."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, repeat

MOST = 2000
"""Drops, so that a test ends whose promise is broken."""

PAUSE = 0.003


class Drops:
    """What was sent of it."""

    def __init__(self, first: bytes, drop: bytes) -> None:
        self.port = 0
        self.sent = 0
        self.closed = threading.Event()
        self._pieces = chain([first], repeat(drop, MOST))

    def answer(self, connection: socket.socket) -> None:
        """Answer whoever asks, until they have had enough."""
        with connection, suppress(OSError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.recv(1 << 16)
            for piece in self._pieces:
                connection.sendall(piece)
                self.sent += 1
                if self.closed.wait(PAUSE):
                    return


@contextmanager
def serve_drops(first: bytes, drop: bytes) -> Iterator[Drops]:
    """Listen on a free port while the block lasts, for one connection after the other."""
    drops = Drops(first, drop)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        drops.port = listener.getsockname()[1]

        def listen() -> None:
            with suppress(OSError):
                while not drops.closed.is_set():
                    drops.answer(listener.accept()[0])

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        try:
            yield drops
        finally:
            drops.closed.set()
            with suppress(OSError), socket.create_connection(("127.0.0.1", drops.port)):
                pass
            thread.join()
