"""The fake on a loopback port, for tests that kill a real process.

What `faults.py` does to a request happens to the connection here: where no answer
would come, it is closed. A `Killed` calls `on_death`, which is where a test kills
the process that it watches; then the connection is closed too. Give the fake a
`SystemClock` here: the process on the other side has no other.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

import httpx

from tests.fakes.faults import Killed
from tests.fakes.mastodon import FakeMastodon


@contextmanager
def serve(fake: FakeMastodon, *, on_death: Callable[[], object] = lambda: None) -> Iterator[str]:
    """Speaks HTTP for the fake while the block lasts; its address is where it listens."""
    server = _Server(fake, on_death)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake.address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may still hold a connection open

    def __init__(self, fake: FakeMastodon, on_death: Callable[[], object]) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.fake = fake
        self.on_death = on_death
        self.one_at_a_time = threading.Lock()


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet an answer
    server: _Server

    def log_message(self, *_words: object) -> None:
        """Nothing: tests speak for themselves."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        request = httpx.Request(
            self.command, self.server.fake.address + self.path, headers=self._headers(), content=body
        )
        try:
            self._send(self._answer(request))
        except Killed:
            self.server.on_death()
            self.close_connection = True
        except httpx.TransportError:
            self.close_connection = True

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names that http.server asks for

    def _answer(self, request: httpx.Request) -> httpx.Response:
        """One request after the other; those that meet are all begun before the first is carried out."""
        fake, meeting = self.server.fake, self.server.fake.meeting
        if meeting is None:
            with self.server.one_at_a_time:
                return fake(request)
        with self.server.one_at_a_time:
            work = fake.begin(request)
        meeting.wait()
        with self.server.one_at_a_time:
            return work()

    def _headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self.headers.items() if name.lower() != "content-length"]

    def _send(self, answer: httpx.Response) -> None:
        body, whole = _read(answer)
        self.send_response_only(answer.status_code)
        for name, value in answer.headers.items():
            if name.lower() not in {"content-length", "transfer-encoding"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if whole else 2 * len(body) + 1))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        self.close_connection = self.close_connection or not whole


def _read(answer: httpx.Response) -> tuple[bytes, bool]:
    """The body, and whether it is whole."""
    body = b""
    try:
        for chunk in cast(httpx.SyncByteStream, answer.stream):
            body += chunk
    except httpx.RemoteProtocolError:
        return body, False
    return body, True
