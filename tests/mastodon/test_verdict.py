"""What an answer means, by its code, its kind and the server that gave it."""

import httpx
import pytest

from migrate.mastodon import Answer, Dialect, Verdict, reason_of, verdict_of
from migrate.mastodon.families import read_dialect
from migrate.mastodon.verdict import BACK_OFF, pause_asked
from migrate.mastodon.wire import Instance
from migrate.web.nodeinfo import Software

NOW = 1772323200.0
JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
SIGNED = HTML | {"X-Creator": "snac/2.75"}


def dialect(name: str = "mastodon", version: str = "4.5.0") -> Dialect:
    """As that server has it."""
    return read_dialect(Software(name, version), Instance())


@pytest.mark.parametrize(
    ("code", "headers", "verdict"),
    [
        (200, JSON, Verdict.DONE),
        (202, JSON, Verdict.DONE),
        (200, HTML, Verdict.UNKNOWN),
        (302, JSON, Verdict.UNKNOWN),
        (401, JSON, Verdict.NO_LOGIN),
        (401, HTML, Verdict.UNKNOWN),
        (403, JSON, Verdict.REFUSED),
        (404, JSON, Verdict.REFUSED),
        (404, HTML, Verdict.UNKNOWN),
        (408, JSON, Verdict.UNKNOWN),
        (413, HTML, Verdict.REFUSED),
        (422, JSON, Verdict.REFUSED),
        (425, JSON, Verdict.UNKNOWN),
        (429, HTML, Verdict.NOT_NOW),
        (499, JSON, Verdict.UNKNOWN),
        (500, JSON, Verdict.UNKNOWN),
        (502, HTML, Verdict.UNKNOWN),
    ],
)
def test_only_what_is_certain_is_believed(code: int, headers: dict[str, str], verdict: Verdict) -> None:
    """A proxy may have said everything else in the server's place."""
    assert verdict_of(Answer(code, httpx.Headers(headers), b"{}"), dialect()) is verdict


@pytest.mark.parametrize(
    ("name", "code", "headers", "verdict"),
    [
        ("snac", 404, SIGNED, Verdict.REFUSED),
        ("snac", 401, SIGNED, Verdict.NO_LOGIN),
        ("snac", 502, SIGNED, Verdict.UNKNOWN),
        ("snac", 200, SIGNED, Verdict.UNKNOWN),
        ("snac", 404, HTML, Verdict.UNKNOWN),
        ("snac", 401, HTML, Verdict.UNKNOWN),
        ("mastodon", 404, SIGNED, Verdict.UNKNOWN),
        ("friendica", 404, HTML, Verdict.UNKNOWN),
    ],
)
def test_a_page_instead_of_json_is_only_believed_where_it_is_signed(
    name: str, code: int, headers: dict[str, str], verdict: Verdict
) -> None:
    """snac refuses in HTML and signs that (httpd.c); a proxy's page says nothing about the request."""
    page = Answer(code, httpx.Headers(headers), b"<h1>No</h1>")

    assert verdict_of(page, dialect(name, "2.75")) is verdict


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 121),
        ({"retry-after": "Sun, 01 Mar 2026 00:01:00 GMT"}, 61),
        ({"x-ratelimit-reset": "2026-03-01T00:05:00.000000Z"}, 301),
        ({"x-ratelimit-reset": "2026-02-28T00:05:00.000000Z"}, BACK_OFF),
        ({"retry-after": "soon"}, BACK_OFF),
        ({}, BACK_OFF),
    ],
)
def test_not_now_ends(headers: dict[str, str], seconds: float) -> None:
    """When the server says; where it doesn't, or names a time that is over, in half a minute."""
    assert pause_asked(Answer(429, httpx.Headers(headers), b""), NOW) == seconds


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"error": "Too long"}', "Too long"),
        (
            b'{"error": "invalid_grant", "error_description": "The code\\nhas run out"}',
            "The code has run out",
        ),
        (b'{"error": ""}', "422"),
        (b"<h1>No</h1>", "422"),
        (b'{"error": "%s"}' % (b"x" * 500), "x" * 300),
    ],
)
def test_a_reason_is_one_line(body: bytes, reason: str) -> None:
    """In the server's own words, else its code."""
    assert reason_of(Answer(422, httpx.Headers(), body)) == reason
