"""Asking once more where a server hangs up without an answer.

snac 2.75 does so at random, before it looks at the request: xs_httpd.h xs_httpd_request
takes an `errno` that something else has left behind for its own. And whoever runs it
starts it again where a question has ended it.
"""

import time

import httpx

_TRIES = 5
_PAUSE = 0.3  # seconds


class AgainTransport(httpx.HTTPTransport):
    """The usual transport, which tries some times."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request until there is an answer; the last time for good."""
        for _ in range(_TRIES - 1):
            try:
                return super().handle_request(request)
            except (httpx.ConnectError, httpx.ReadError, httpx.RemoteProtocolError):
                time.sleep(_PAUSE)
        return super().handle_request(request)
