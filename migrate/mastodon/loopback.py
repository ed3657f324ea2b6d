"""A tiny web server on this machine that takes the code from the browser (RFC 8252, section 7.3)."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from threading import Thread
from urllib.parse import parse_qs, urlsplit

PAGE = (
    '<!doctype html><meta charset="utf-8"><title>twitter-to-mastodon</title>'
    '<body style="font: 1.2rem sans-serif; margin: 4rem auto; max-width: 30rem">{sentence}</body>'
)


IDLE = 10.0
"""The seconds for which a visitor may say nothing. Browsers open connections that they don't use at once."""


class CodeCatcher(ThreadingHTTPServer):
    """Waits for the browser to come back. Each visitor is heard apart: a silent one holds up nobody."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, sentence: str, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Visit)
        self.sentence = sentence
        self.visits: Queue[dict[str, list[str]]] = Queue()

    @property
    def redirect(self) -> str:
        """The address that the server sends the browser to."""
        return f"http://127.0.0.1:{self.server_port}/"

    def wait(self, state: str) -> str | None:
        """Wait for the code that the browser brings; None where the user said no.

        Visits without our `state` are other programs', and are passed over.
        """
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        try:
            while (query := self._next_visit()).get("state") != [state]:
                pass
        finally:
            self.shutdown()
        return next(iter(query.get("code", [])), None)

    def _next_visit(self) -> dict[str, list[str]]:
        """Wait in short naps: on Windows, Ctrl-C does not end a long one."""
        while True:
            with suppress(Empty):
                return self.visits.get(timeout=0.5)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has hung up early."""


@contextmanager
def catch_code(sentence: str, port: int = 0) -> Iterator[CodeCatcher]:
    """Listen on a port, a free one by itself; `sentence` is shown in the browser when the code has come."""
    catcher = CodeCatcher(sentence, port)
    try:
        yield catcher
    finally:
        catcher.server_close()


class _Visit(BaseHTTPRequestHandler):
    server: CodeCatcher
    timeout = IDLE

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        body = PAGE.format(sentence=self.server.sentence).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.visits.put(query)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the request line holds the code."""
