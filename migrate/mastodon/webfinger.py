"""What a server calls an account of its own: WebFinger, asked of the server that an address names.

A profile at social.example may be called `name@example` (RFC 7033, and
https://docs.joinmastodon.org/spec/webfinger/). The address comes out of a file, so the
host behind it is not trusted: https only, public machines only, and no token.
"""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import httpx
import msgspec

from migrate.mastodon.wire import WebFinger

HOPS = 3
MOST = 100_000
"""Bytes: ten times the longest answer that makes sense."""

Resolve = Callable[[str], list[str]]


def resolve_host(host: str) -> list[str]:
    """The numbers behind a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]


def ask_subject(http: httpx.Client, address: str, resolve: Resolve = resolve_host) -> str | None:
    """The address that its own server gives to this account, in small letters; None where it says nothing."""
    host = address.rpartition("@")[2]
    url = f"https://{host}/.well-known/webfinger?resource={quote(f'acct:{address}')}"
    try:
        return _read(_get(http, url, resolve))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError):
        return None


def _get(http: httpx.Client, url: str, resolve: Resolve) -> bytes:
    """The answer, also where the bare domain sends on to another host, as most split ones do."""
    for _ in range(HOPS):
        _expect_public(url, resolve)
        accept = {"Accept": "application/jrd+json, application/json"}
        with http.stream("GET", url, headers=accept, timeout=10, follow_redirects=False) as answer:
            if answer.is_redirect and answer.next_request:
                url = str(answer.next_request.url)
                continue
            answer.raise_for_status()
            body = b""
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > MOST:
                    raise ValueError("too long")
            return body
    raise ValueError("sent on too often")


def _expect_public(url: str, resolve: Resolve) -> None:
    """Raises ValueError for every address that only machines near this one can reach."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.port not in {None, 443}:
        raise ValueError("only https")
    if not all(ipaddress.ip_address(number).is_global for number in resolve(parts.hostname)):
        raise ValueError("not a public host")


def _read(body: bytes) -> str | None:
    """The subject, where it is an address."""
    subject = msgspec.json.decode(body, type=WebFinger).subject.removeprefix("acct:").lower()
    return subject if subject.count("@") == 1 and "/" not in subject else None
