"""What stands in front of a server: nginx when the server is down, slow, or asked for too much.

The last questions are answered by Mastodon itself: asked without https, or by another name.
"""

from typing import Any

from tests.recordings.asking import STATUSES, Asker, padded_png

_VERIFY = "GET /api/v1/accounts/verify_credentials"
_DOWN = "nginx; the server behind it is down"
_PAGE = "nginx with error_page to a file, as Mastodon's own sample configuration has"
_PLAIN = "Mastodon itself, when X-Forwarded-Proto is http"
_POST: dict[str, Any] = {"json": {"status": "x"}}


def fronts(ask: Asker) -> None:
    """Each at an address of its own."""
    big = {"files": {"file": ask.file(padded_png(2 * 1024 * 1024), "big.png")}}
    profile = f"GET /@{ask.names['other']}"
    rows: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
        ("down.get", "down", _DOWN, _VERIFY, {}),
        ("down.post", "down", _DOWN, STATUSES, _POST),
        ("down_page.get", "down_page", _PAGE, _VERIFY, {}),
        ("slow.get", "slow", "nginx; the server behind it does not answer in time", _VERIFY, {}),
        (
            "too_big",
            "small",
            "nginx with client_max_body_size 1m; an upload of 2 MiB",
            "POST /api/v2/media",
            big,
        ),
        ("plain_http.get", "plain", _PLAIN, _VERIFY, {}),
        ("plain_http.post", "plain", _PLAIN, STATUSES, _POST),
        ("http_to_https_port", "tls", "nginx; plain http to the https port", _VERIFY, {}),
        (
            "wrong_host",
            "wrong_host",
            "Mastodon itself, asked under another name",
            "GET /api/v2/instance",
            {"by": None},
        ),
        ("wrong_host.verify", "wrong_host", "the same with a token", _VERIFY, {}),
        ("wrong_host.profile", "wrong_host", "the same, a page", profile, {"by": None}),
    )
    for name, kind, state, line, sent in rows:
        method, _, path = line.partition(" ")
        ask.ask(name, state, f"{method} {path}", at=ask.owned().front(kind), **sent)
