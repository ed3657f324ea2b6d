"""The hosts that are being asked: the numbers of each, its connection, and the one request at a time."""

import ssl
import threading
from collections import OrderedDict

import httpx

from migrate.web.transport import LimitedTransport

MOST_BYTES = 1 << 20
MOST = 64
"""The most hosts with an open connection; a system lets a program have some hundred files open."""


class Host:
    """A host. Its connection serves one name, so that no other is believed because it has the same number."""

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        limits = httpx.Limits(max_connections=2, max_keepalive_connections=1, keepalive_expiry=20)
        self.transport = LimitedTransport(tls, most=MOST_BYTES, limits=limits)
        self.turn = threading.Lock()
        self.numbers: tuple[str, ...] = ()


class Hosts:
    """The hosts by name. Those that were asked longest ago are let go."""

    def __init__(self, *, encrypted: bool) -> None:
        self._tls = httpx.create_ssl_context() if encrypted else None
        self._hosts: OrderedDict[str, Host] = OrderedDict()
        self._guard = threading.Lock()
        self._closed = False

    def get(self, name: str) -> Host | None:
        """Return the host of this name, None once the run is over."""
        with self._guard:
            if self._closed:
                return None
            if name not in self._hosts:
                self._hosts[name] = Host(self._tls)
            self._hosts.move_to_end(name)
            idle = [other for other in self._hosts if other != name and not self._hosts[other].turn.locked()]
            for old in idle[: max(len(self._hosts) - MOST, 0)]:
                self._hosts.pop(old).transport.close()
            return self._hosts[name]

    def close(self) -> None:
        """Let go of all hosts."""
        with self._guard:
            self._closed = True
            for host in self._hosts.values():
                host.transport.close()
