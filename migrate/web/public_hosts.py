"""The check that a request goes to a public host, whatever its name resolves to.

The addresses to ask stand in other people's texts. One of them could name a machine in
the user's own network, by name or by number.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

Resolve = Callable[[str], Sequence[str]]
"""From the name of a host to its numbers."""

_FOR_HOSTS = ipaddress.IPv6Network("2000::/3")
"""All IPv6 numbers that hosts are given (https://www.iana.org/assignments/ipv6-address-space). Most of those
that stand for IPv4 numbers are beyond it: NAT64 (RFC 6052, RFC 8215), translated (RFC 2765) and compatible
ones (RFC 4291)."""

_DISGUISES = tuple(map(ipaddress.IPv6Network, ("2002::/16", "2001::/32")))
"""The others: 6to4 (RFC 3056) and Teredo (RFC 4380). No host on the internet needs them."""


class ForbiddenPlace(Exception):  # noqa: N818 - what was found, not a mistake
    """The address doesn't lead to a public host over https."""


def host_in(url: str) -> str:
    """Read the name of the host in an address that somebody gave, "" where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def resolve_public(host: str, resolve: Resolve | None = None) -> Sequence[str]:
    """Look up the numbers of a host. Raises ForbiddenPlace unless all are public, OSError if it fails."""
    numbers = (resolve or _ask_the_system)(host)
    if not numbers or not all(map(is_public, numbers)):
        raise ForbiddenPlace(host)
    return numbers


def is_public(number: str) -> bool:
    """Tell whether anybody on the internet can reach a number."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address not in _FOR_HOSTS or any(address in network for network in _DISGUISES):
            return False
    return address.is_global and not address.is_multicast


def _ask_the_system(host: str) -> Sequence[str]:
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))
