"""What is typed at a login: a server, an address, a handle, a profile as it stands in the address bar."""

import pytest

from migrate.errors import UsageError
from migrate.people.addresses.servers import read_server


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("mastodon.social", "https://mastodon.social"),
        (" Mastodon.Social. ", "https://mastodon.social"),
        ("https://mastodon.social/", "https://mastodon.social"),
        ("@me@mastodon.social", "https://mastodon.social"),
        ("me@mastodon.social", "https://mastodon.social"),
        ("_me_@mastodon.social", "https://mastodon.social"),
        ("acct:me@mastodon.social", "https://mastodon.social"),
        ("mamot.fr/@marie", "https://mamot.fr"),
        ("https://mamot.fr/@marie", "https://mamot.fr"),
        ("https://mamot.fr/@marie@far.example", "https://mamot.fr"),
        ("https://mamot.fr/home", "https://mamot.fr"),
        ("https://elk.zone/mamot.fr/@marie", "https://mamot.fr"),
        ("https://faß.de/web", "https://xn--fa-hia.de"),
        ("social.example:8443", "https://social.example:8443"),
        ("localhost:3000", "http://localhost:3000"),
        ("127.0.0.1:3000", "http://127.0.0.1:3000"),
        ("@me@127.0.0.1:3000", "http://127.0.0.1:3000"),
        ("http://127.0.0.1:3000/@me", "http://127.0.0.1:3000"),
        ("https://localhost", "https://localhost"),
        ("http://[::1]:3000/", "http://[::1]:3000"),
        ("[::1]:3000", "http://[::1]:3000"),
    ],
)
def test_a_server_is_meant_in_many_ways(typed: str, address: str) -> None:
    """The server where the person is logged in, not the one of whom they look at."""
    assert read_server(typed) == address


@pytest.mark.parametrize("typed", ["", " ", "@", "@marie", "marie", "not a server", "https://", "a..b/@c"])
def test_what_means_no_server_is_told(typed: str) -> None:
    """With an example."""
    with pytest.raises(UsageError, match="migrate login mastodon"):
        read_server(typed)


@pytest.mark.parametrize("typed", ["ftp://one.example", "one.example:x", "https://one.example:x/@me"])
def test_an_address_of_another_kind_is_told(typed: str) -> None:
    """In the same words."""
    with pytest.raises(UsageError, match="is not the address of a server"):
        read_server(typed)


@pytest.mark.parametrize("typed", ["me@gmail.com", "me@yahoo.fr", "@me@twitter.com", "https://x.com/me"])
def test_mail_and_twitter_are_not_asked(typed: str) -> None:
    """A mail provider should not hear of it."""
    with pytest.raises(UsageError, match="not a server on the fediverse"):
        read_server(typed)


@pytest.mark.parametrize("typed", ["http://mastodon.social", "http://127.0.0.1.example/", "http://10.0.0.1"])
def test_plain_http_is_for_this_machine_alone(typed: str) -> None:
    """A login would be readable on its way."""
    with pytest.raises(UsageError, match="https"):
        read_server(typed)
