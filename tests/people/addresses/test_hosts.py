"""Hosts: one way to write each, and what is known of it from its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate.people.addresses import hostlists
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Mastodon.SOCIAL", "mastodon.social"),
        ("mastodon.social.", "mastodon.social"),
        ("faß.de", "xn--fa-hia.de"),
        ("FAẞ.de", "xn--fa-hia.de"),
        ("fass.de", "fass.de"),
        ("XN--FA-HIA.de", "xn--fa-hia.de"),
        ("νίκος.gr", "xn--kxawhkp.gr"),
        ("MÜNCHEN.example", "xn--mnchen-3ya.example"),
        ("例え。example", "xn--r8jz45g.example"),
        ("թութ.հայ", "xn--69aa8bzb.xn--y9a3aq"),
        ("my_host.münchen.de", "my_host.xn--mnchen-3ya.de"),
        ("127.0.0.1:3000", "127.0.0.1:3000"),
        ("one.example:8443", "one.example:8443"),
    ],
)
def test_each_host_is_written_in_one_way(text: str, host: str) -> None:
    """In small letters, in ASCII, by the rules that registries go by today."""
    assert canonical_host(text) == host


NONE = (
    *("", ".", "localhost", "a..example", "-a.example", "a-.example", "a b.example", "one.example:x"),
    *("one.example:123456", "1.2.3", "example.123", "::1", "ß", "☕.example"),
    *(f"{'é' * 70}.example", f"{'a' * 64}.example", f"{'a.' * 127}example"),
)


@pytest.mark.parametrize("text", NONE)
def test_what_can_be_no_host_is_none(text: str) -> None:
    """Nothing is asked of it."""
    assert canonical_host(text) is None


@given(st.text(max_size=30))
def test_a_canonical_host_stays_as_it_is(text: str) -> None:
    """Whatever stands there."""
    host = canonical_host(text)

    assert host is None or (canonical_host(host) == host and host.isascii() and host == host.lower())


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("mobile.twitter.com", HostKind.TWITTER),
        ("x.com", HostKind.TWITTER),
        ("ann.medium.com", HostKind.ELSEWHERE),
        ("www.pinterest.co.uk", HostKind.ELSEWHERE),
        ("dampfkraft.com", HostKind.UNKNOWN),
        ("neurodifferent.me", HostKind.UNKNOWN),
        ("notmedium.com", HostKind.UNKNOWN),
        ("yahoo.fr", HostKind.MAIL),
        ("yahoo.co.uk", HostKind.MAIL),
        ("mail.yahoo.co.uk", HostKind.MAIL),
        ("mail.ru", HostKind.MAIL),
        ("mail.example", HostKind.UNKNOWN),
        ("me.com.example", HostKind.UNKNOWN),
        ("ann.free.fr", HostKind.UNKNOWN),
        ("social.mailbox.org", HostKind.KNOWN),
        ("social.gmx.example", HostKind.KNOWN),
        ("fedi.outlook.example", HostKind.KNOWN),
        ("proton.social", HostKind.KNOWN),
        ("vivaldi.net", HostKind.UNKNOWN),
        ("bird.makeup", HostKind.MIRROR),
        ("counter.social", HostKind.CLOSED),
        ("bsky.brid.gy", HostKind.OPT_IN),
    ],
)
def test_what_a_host_is(host: str, kind: HostKind) -> None:
    """Sites with all below them, mail providers whole, and never by a part of a label."""
    assert host_kind(host) is kind


def test_no_host_is_on_two_lists() -> None:
    """One table, and one word for each host in it."""
    lists = (
        *(hostlists.TWITTER, hostlists.SITES, hostlists.MAIL, hostlists.OPT_IN, hostlists.CLOSED),
        *(hostlists.MIRRORS, hostlists.KNOWN),
    )

    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert all(canonical_host(host) == host for host in frozenset().union(*lists))
