"""Receiving an answer through either door: whole or not at all, within limits.

httpx limits the time between two pieces of an answer and the size of none: a host that
sends a letter a minute, or a kilobyte that unpacks to a gigabyte, is waited for and kept.
Here the whole answer, its headers included, has to come within the read timeout, counted
from the end of the request, and its body may not be too long, neither packed nor unpacked.
"""

import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

ENCODINGS = "gzip, deflate"
"""The encodings that can be unpacked within a limit; a request accepts no others."""

_EITHER = 32 + zlib.MAX_WBITS
"""zlib finds out by itself whether it is gzip or deflate."""

_ERRORS = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)


class TooLong(httpx.TransportError):
    """The body has more bytes than are accepted."""


class LimitedTransport(httpx.BaseTransport):
    """Sends requests and receives whole answers.

    The extension `most` of a request replaces the usual limit on bytes. Proxies are used
    where `proxies` says so, by the rules of the environment (urllib.request.getproxies).
    """

    def __init__(
        self, tls: ssl.SSLContext | None, *, most: int, limits: httpx.Limits, proxies: bool = False
    ) -> None:
        self._tls = tls
        self._most = most
        self._limits = limits
        self._proxies = proxies
        self._pools: dict[str | None, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Raises httpx.TransportError or httpx.DecodingError."""
        with _errors_of_httpx():
            answer = self._pool(request.url).handle_request(_as_httpcore(request))
            try:
                pieces = cast("Iterable[bytes]", answer.stream)
                headers, body = _received(answer.headers, pieces, request.extensions.get("most", self._most))
            finally:
                answer.close()
        return httpx.Response(answer.status, headers=headers, content=body)

    def close(self) -> None:
        """Let go of every connection."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        proxy = _proxy_for(url) if self._proxies else None
        if proxy not in self._pools:
            self._pools[proxy] = httpcore.ConnectionPool(
                ssl_context=self._tls,
                proxy=_as_proxy(proxy) if proxy else None,
                max_connections=self._limits.max_connections,
                max_keepalive_connections=self._limits.max_keepalive_connections,
                keepalive_expiry=self._limits.keepalive_expiry,
                network_backend=_TimedBackend(),
            )
        return self._pools[proxy]


class _TimedBackend(httpcore.SyncBackend):
    """Makes connections on which an answer has to be whole in time."""

    def connect_tcp(self, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        return _TimedStream(super().connect_tcp(*args, **kwargs))


class _TimedStream(httpcore.NetworkStream):
    """A connection whose reads share one timeout, from the last write on. A long upload may take its time."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream
        self._until: float | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if timeout is None:
            return self._stream.read(max_bytes)
        if self._until is None:
            self._until = time.monotonic() + timeout
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer takes too long")
        return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._until = None
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(*args, **kwargs))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _received(
    headers: list[tuple[bytes, bytes]], pieces: Iterable[bytes], most: int
) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """Read the headers and the body, unpacked, of an answer that is not too long."""
    packing = b", ".join(value for name, value in headers if name.lower() == b"content-encoding").lower()
    if packing in {b"", b"identity"}:
        return headers, b"".join(_up_to(most, pieces))
    if packing not in {b"gzip", b"x-gzip", b"deflate"}:
        raise httpx.DecodingError("it is packed in a way that was not asked for")
    unpacked = [(name, value) for name, value in headers if name.lower() not in _ABOUT_PACKED]
    return unpacked, b"".join(_up_to(most, _unpacked(_up_to(most, pieces), most)))


_ABOUT_PACKED = frozenset({b"content-encoding", b"content-length", b"transfer-encoding"})


def _up_to(most: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TooLong("the answer is too long")
        yield piece


def _unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Unpack each piece, but never more at once than is accepted in all."""
    unpacker = zlib.decompressobj(_EITHER)
    try:
        for piece in pieces:
            yield unpacker.decompress(piece, most + 1)
            if unpacker.unconsumed_tail:
                raise TooLong("the answer is too long")
    except zlib.error as e:
        raise httpx.DecodingError("it can't be unpacked") from e


def _as_httpcore(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        method=request.method,
        url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=cast("Iterable[bytes]", request.stream),
        extensions=request.extensions,
    )


def _proxy_for(url: httpx.URL) -> str | None:
    proxies = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    return None if not proxy or proxy_bypass(url.host) else proxy


def _as_proxy(address: str) -> httpcore.Proxy:
    proxy = httpx.Proxy(address if "://" in address else f"http://{address}")
    return httpcore.Proxy(str(proxy.url), auth=proxy.raw_auth)


@contextmanager
def _errors_of_httpx() -> Iterator[None]:
    """Make httpx's error of the same name as one of httpcore's."""
    try:
        yield
    except _ERRORS as e:
        raise getattr(httpx, type(e).__name__)(str(e)) from e
