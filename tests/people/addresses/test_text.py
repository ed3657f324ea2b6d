"""Addresses in texts: what is one, what is none, how plainly it is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate.people.addresses.text import addresses_in

STRONG = "strong, known"


@pytest.mark.parametrize(
    ("text", "address", "how"),
    [
        ("@alice@mastodon.social", "alice@mastodon.social", STRONG),
        ("find me at @alice@mastodon.social!", "alice@mastodon.social", STRONG),
        ("@alice@mastodon.social; she/her", "alice@mastodon.social", STRONG),
        ("@alice@mastodon.social.", "alice@mastodon.social", STRONG),
        ("alice@mastodon.social", "alice@mastodon.social", "medium, known"),
        ("Mastodon: alice@hachyderm.io", "alice@hachyderm.io", "medium, known"),
        ("https://mastodon.social/@alice", "alice@mastodon.social", STRONG),
        ("mastodon.social/@alice", "alice@mastodon.social", STRONG),
        ("https://mastodon.social/@alice/109876543210", "alice@mastodon.social", STRONG),
        ("https://mastodon.social/@bob@hachyderm.io", "bob@hachyderm.io", STRONG),
        ("https://mastodon.social/web/@alice", "alice@mastodon.social", STRONG),
        ("https://mastodon.social/users/alice", "alice@mastodon.social", STRONG),
        ("https://fedi.dampfkraft.com/@23", "23@fedi.dampfkraft.com", STRONG),
        ("@www.jvt.me@www.jvt.me", "www.jvt.me@www.jvt.me", STRONG),
        ("@alice.bsky.social@bsky.brid.gy", "alice.bsky.social@bsky.brid.gy", "strong, opt-in"),
        # Threads answers for threads.net alone
        ("https://www.threads.net/@alice", "alice@threads.net", "strong, opt-in"),
        ("@alice@bird.makeup", "alice@bird.makeup", "strong, mirror"),
        ("https://counter.social/@alice", "alice@counter.social", "weak, closed"),
        ("@nare@թութ.հայ", "nare@xn--69aa8bzb.xn--y9a3aq", "strong, unknown"),
        ("web+acct:alice@mastodon.social", "alice@mastodon.social", STRONG),
        # ß is a letter of its own, and ss another domain
        ("@alice@straße.social", "alice@xn--strae-oqa.social", STRONG),
        ("acct:alice@straße.social", "alice@xn--strae-oqa.social", STRONG),
    ],
)
def test_an_address_is_found_however_it_is_written(text: str, address: str, how: str) -> None:
    """Other finders lose these, or read them as somebody else's."""
    (found,) = addresses_in(text)

    assert (found.address, f"{found.form}, {found.host}") == (address, how)


@pytest.mark.parametrize(
    "text",
    [
        "alice@example.com",
        "jane.doe@gmail.com",
        "contact: jane@newspaper.co.uk",
        "https://medium.com/@alice",
        "https://substack.com/@alice",
        "https://unsplash.com/@alice",
        "https://www.youtube.com/@alice",
        "git@github.com:foo/bar",
        "@a@b.c@d.e",
        "@alice@mastodon…",
        # more of the same kinds
        "",
        "@alice @bob",
        "@alice@mastodon.soc…",
        "RT to all: https://mastodon.social/@ali…",
        "Mastodon alice@hachyderm.io…",
        "✉ alice@mastodon.social",
        "info@mastodon.social",
        "Mastodon: press@hachyderm.io",
        "jane@mail.yahoo.co.uk",
        "https://alice.medium.com/@alice",
        "https://t.me/@alice",
        "12345678@N00",
        "npm i @scope/pkg@1.2.3",
        "@alice:matrix.org",
        "https://bsky.app/profile/alice.bsky.social",
        "@alice.bsky.social",
        "she/her@mastodon.social",
        "https://192.168.0.1/@alice",
        "https://localhost/@alice",
        "https://mastodon.social:8443/@alice",
        "https://mastodon.social/about",
        "https://lichess.org/@/alice",
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    """Mail, other sites, handles that were cut off, names that another host would have."""
    assert addresses_in(text) == ()


@pytest.mark.parametrize("host", ["dampfkraft.com", "neurodifferent.me", "notmedium.com", "txing.community"])
def test_a_denied_host_is_denied_as_a_whole_name(host: str) -> None:
    """Fedifinder lost people because `t.co` is in dampfkraft.com, and `t.me` in neurodifferent.me."""
    assert [found.address for found in addresses_in(f"I am @alice@{host} now")] == [f"alice@{host}"]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("＠alice＠mastodon．social", ["alice@mastodon.social"]),
        ("@𝓪𝓵𝓲𝓬𝓮@mastodon.social", ["alice@mastodon.social"]),
        ("@alice\u200b@mastodon.social", ["alice@mastodon.social"]),
        ("(@alice@mastodon.social)", ["alice@mastodon.social"]),
        ("🐘alice@example.org", ["alice@example.org"]),
        ("🐘 alice@example.org ✉ alice@example.com", ["alice@example.org"]),
        ("Fedi: a@one.example, mail: a@two.example", ["a@one.example"]),
        ("mastodon.social/@alice, chaos.social/@alice", ["alice@mastodon.social", "alice@chaos.social"]),
        ("see https://mastodon.social/@alice?utm=1#top.", ["alice@mastodon.social"]),
        (
            "https://mastodon.social/authorize_interaction?uri=acct%3Abob%40hachyderm.io",
            ["bob@hachyderm.io"],
        ),
        ("https://MASTODON.social/@Alice", ["alice@mastodon.social"]),
        ("https://pixelfed.social/alice", ["alice@pixelfed.social"]),
        ("@alice@mastodon.social and @alice@mastodon.social", ["alice@mastodon.social"]),
    ],
)
def test_signs_around_an_address_do_not_hide_it(text: str, addresses: list[str]) -> None:
    """Styled letters, invisible characters, brackets, other addresses next to it."""
    assert [found.address for found in addresses_in(text)] == addresses


@given(
    st.lists(st.sampled_from([*"@./:#?&=-_… \n🐘", "https://", "acct:", "a", "mastodon.social", "t.co", "é"]))
)
@settings(deadline=None)
def test_whatever_stands_there_an_address_is_an_address(pieces: list[str]) -> None:
    """One @, small ASCII letters, a host with a dot that isn't on the deny list."""
    for found in addresses_in("".join(pieces)):
        user, _, host = found.address.partition("@")

        assert user
        assert "." in host
        assert found.address.isascii()
        assert found.address == found.address.lower()
        assert not host.endswith("t.co")
