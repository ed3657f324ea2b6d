"""The addresses of profiles: of every server, client and bridge whose addresses are known."""

import pytest

from migrate.people.addresses.candidate import Form
from migrate.people.addresses.cells import listed_addresses
from migrate.people.addresses.text import addresses_in

PLAIN = [
    # a server's own pages
    ("https://mastodon.example/@ada", "ada@mastodon.example"),
    ("https://pawb.fun/@ada/", "ada@pawb.fun"),
    ("https://far.example/@ada/with_replies", "ada@far.example"),
    ("https://far.example/@ada?lang=de", "ada@far.example"),
    ("https://far.example/@ada/109#top", "ada@far.example"),
    ("https://far.example/web/@ada", "ada@far.example"),
    ("https://far.example/deck/@ada/109", "ada@far.example"),
    ("https://far.example/users/ada/statuses/99", "ada@far.example"),
    ("web+ap://far.example/users/ada", "ada@far.example"),
    ("http://far.example:443/@ada", "ada@far.example"),
    ("https://far.example/@ada.rss", "ada@far.example"),
    ("https://mastodon.example/users/ada.atom", "ada@mastodon.example"),
    ("https://faß.example/@ada", "ada@xn--fa-hia.example"),
    # a person who is seen from another server
    ("https://home.example/@ada@far.example", "ada@far.example"),
    ("https://home.example/@ada@far.example/1122", "ada@far.example"),
    ("https://misskey.example/@ada@far.example", "ada@far.example"),
    ("https://elk.zone/far.example/@ada", "ada@far.example"),
    ("https://elk.zone/home.example/@ada@far.example/77", "ada@far.example"),
    # links for sharing and following
    ("https://home.example/authorize_interaction?uri=acct%3Aada%40far.example", "ada@far.example"),
    ("https://home.example/authorize_interaction?uri=https%3A%2F%2Ffar.example%2F%40ada", "ada@far.example"),
    ("https://mastodon.example/share?text=%40ada%40far.example", "ada@far.example"),
    # places with two names, and bridges
    ("https://www.threads.net/@ada", "ada@threads.net"),
    ("https://www.threads.com/@ada", "ada@threads.net"),
    ("threads.com/@ada", "ada@threads.net"),
    ("https://www.mastodon.example/@ada", "ada@mastodon.example"),
    ("https://www.far.example/@ada", "ada@far.example"),
    ("https://fed.brid.gy/bsky/ada.bsky.social", "ada.bsky.social@bsky.brid.gy"),
    ("https://fed.brid.gy/web/ada.example", "ada.example@web.brid.gy"),
    ("https://micro.blog/ada", "ada@micro.blog"),
    ("https://pixelfed.example/ada", "ada@pixelfed.example"),
]
SHAPES = [
    ("https://far.example/u/ada", "ada@far.example"),  # Lemmy, PieFed
    ("https://far.example/profile/ada", "ada@far.example"),  # Friendica
    ("https://far.example/channel/ada", "ada@far.example"),  # Hubzilla
    ("https://far.example/accounts/ada", "ada@far.example"),  # PeerTube
    ("https://far.example/a/ada/videos", "ada@far.example"),
    ("https://far.example/a/ada/video-channels", "ada@far.example"),
    ("https://far.example/c/ada/videos", "ada@far.example"),
    ("https://far.example/video-channels/ada", "ada@far.example"),
    ("https://far.example/video-channels/ada/videos", "ada@far.example"),
    ("https://far.example/users/ada", "ada@far.example"),
    ("https://lemmy.world/u/ada", "ada@lemmy.world"),
    ("https://lemmyverse.link/u/ada@far.example", "ada@far.example"),
]
"""The path tells the software."""

LISTED = [
    ("far.example/users/ada", "ada@far.example"),
    ("https://far.example/users/23", "23@far.example"),
    ("https://far.example/@ada/pages/anything", "ada@far.example"),
    ("https://home.example/authorize-follow?acct=ada@far.example", "ada@far.example"),
    ("http://127.0.0.1:3000/@ada", "ada@127.0.0.1:3000"),
    ("https://far.example:8443/@ada", "ada@far.example:8443"),
]
NOBODY = [
    "https://mastodon.example/web/accounts/12345",
    "https://far.example/accounts/12345",
    "https://mastodon.example/ap/users/12345",
    "https://phanpy.social/#/mastodon.example/a/109",
    "https://mastodon.example/explore#@ada",
    "https://mastodon.example/directory",
    "https://mastodon.example/about",
    "https://mastodon.example/share?text=hello",
    "https://far.example/ada",
    "https://far.example:port/@ada",
    "https://bsky.app/profile/ada.bsky.social",
    "https://stackoverflow.com/users/123456/ada",
    "https://[broken/@ada",
]


@pytest.mark.parametrize(("link", "address"), [*PLAIN, *SHAPES])
def test_a_profile_is_the_person_it_shows(link: str, address: str) -> None:
    """In a text and in a list alike."""
    assert [one.address for one in addresses_in(link)] == [address]
    assert listed_addresses(link) == [address]


@pytest.mark.parametrize(("link", "address"), LISTED)
def test_a_list_takes_what_a_text_leaves(link: str, address: str) -> None:
    """Where nothing but people is expected, any page that could be a profile is one."""
    assert addresses_in(link) == ()
    assert listed_addresses(link) == [address]


@pytest.mark.parametrize("path", ["a/ada", "c/ada"])
def test_a_path_that_much_software_has_is_a_hint_at_most(path: str) -> None:
    """PeerTube's, and the categories of many a forum."""
    (found,) = addresses_in(f"https://far.example/{path}")

    assert (found.address, found.form) == ("ada@far.example", Form.WEAK)


@pytest.mark.parametrize("link", NOBODY)
def test_a_page_that_shows_nobody_is_nobody(link: str) -> None:
    """A number is no name, and neither is the name of a page."""
    assert addresses_in(link) == ()
    assert listed_addresses(link) == []


def test_a_link_in_a_link_in_a_link_ends() -> None:
    """Long posts have room for a thousand of them."""
    link = "https://mastodon.example/share?text="

    assert [one.address for one in addresses_in(link * 3 + "@ada@far.example")] == ["ada@far.example"]
    assert addresses_in(link * 1000 + "@ada@far.example") == ()
