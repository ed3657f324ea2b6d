"""A tiny web server on this machine that takes the code from the browser (RFC 8252, section 7.3)."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = (
    '<!doctype html><meta charset="utf-8"><title>twitter-to-mastodon</title>'
    '<body style="font: 1.2rem sans-serif; margin: 4rem auto; max-width: 30rem">{sentence}</body>'
)


class CodeCatcher(HTTPServer):
    """Waits for the browser to come back."""

    def __init__(self, sentence: str) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.sentence = sentence
        self.query: dict[str, list[str]] = {}

    @property
    def redirect(self) -> str:
        """The address that the server sends the browser to."""
        return f"http://127.0.0.1:{self.server_port}/"

    def wait(self, state: str) -> str | None:
        """Wait for the code that the browser brings; None where the user said no.

        Visits without our `state` are other programs', and are passed over.
        """
        while self.query.get("state") != [state]:
            self.handle_request()
        return next(iter(self.query.get("code", [])), None)


@contextmanager
def catch_code(sentence: str) -> Iterator[CodeCatcher]:
    """Listen on a free port; `sentence` is shown in the browser when the code has come."""
    catcher = CodeCatcher(sentence)
    try:
        yield catcher
    finally:
        catcher.server_close()


class _Visit(BaseHTTPRequestHandler):
    server: CodeCatcher

    def do_GET(self) -> None:
        self.server.query = parse_qs(urlsplit(self.path).query)
        body = PAGE.format(sentence=self.server.sentence).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the request line holds the code."""
