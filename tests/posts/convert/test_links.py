"""Whoever clicks arrives where Twitter led: read as Mastodon reads a text (tests/fakes/entities.py)."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate.model import Link, Owner, tweet_address
from migrate.posts.convert.links import Behind, addresses_behind, arriving
from migrate.posts.convert.recognised import links_in
from tests.fakes import entities
from tests.fakes.dialects import DIALECTS

ME = Owner("1", "me_example")
MASTODONS = ["mastodon-4.3", "mastodon-4.4", "mastodon-4.5", "mastodon-4.6", "glitch-4.7"]


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.com/a/b?c=d&e=1", "https://example.com/a/b?c=d&e=1"),
        ("https://example.com/Hello!", "https://example.com/Hello%21"),
        ("https://example.com/U.S.", "https://example.com/U.S%2E"),
        ("https://example.com/what?", "https://example.com/what"),
        ("https://example.com/x?q=", "https://example.com/x?q="),
        ("https://example.com/x=", "https://example.com/x%3D"),
        ("https://example.com/x?a=b?", "https://example.com/x?a=b%3F"),
        ("https://example.com/api#run()", "https://example.com/api#run%28%29"),
        ("https://example.com/a_(b_(c))", "https://example.com/a_(b_(c))"),
        ("https://example.com/a(b", "https://example.com/a%28b"),
        ('https://example.com/?t={a}&q="b c"', "https://example.com/?t=%7Ba%7D&q=%22b%20c%22"),
        ("https://example.com/a|b\\c", "https://example.com/a%7Cb/c"),
        ("https://example.com/a*", "https://example.com/a%2A"),
        ("https://example.com/a~", "https://example.com/a%7E"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://example.com/「語」", "https://example.com/「語%E3%80%8D"),
        ("https://example.com/größe?wörter=ä", "https://example.com/größe?wörter=ä"),
        ("https://example.com#top", "https://example.com/#top"),
        ("https://example.com./x", "https://example.com/x"),
        ("https://example.com:/x", "https://example.com/x"),
        ("https://🫠.example.com/x", "https://xn--129h.example.com/x"),
        ("example.com/x!", "http://example.com/x%21"),
        ("https://example.com/a-#b", "https://example.com/a%2D#b"),
        ("https://example.com/?a=1&#b", "https://example.com/?a=1&#%62"),
        ("https://example.com/##b", "https://example.com/##%62"),
    ],
)
def test_what_would_be_cut_or_misread_is_written_in_percent(target: str, written: str) -> None:
    """The rest stays as it can be read."""
    assert arriving(target) == written


@pytest.mark.parametrize(
    "target",
    [
        "http://192.0.2.7/x",
        "http://localhost:8000/",
        "http://[2001:db8::1]/",
        "ftp://example.com/x",
        "https://me:word@example.com/",
        "https://example.madeup/x",
        "https://my_host.com/x",
    ],
)
def test_what_can_be_no_link_is_known(target: str) -> None:
    """It stays as it is, and is told."""
    behind = addresses_behind([Link(0, 16, "https://t.co/abc", target)], {}, ME, ())

    assert arriving(target) is None
    assert behind == Behind({"https://t.co/abc": target}, unlinked=(target,))


@pytest.mark.parametrize("end", ["|", ".", "é", "("])
def test_a_long_address_takes_no_longer_than_its_length(end: str) -> None:
    """Each further sign once doubled the time of one that is no plain link."""
    path = "a" * 1000
    assert arriving(f"https://example.com/{path}{end}").startswith(f"https://example.com/{path}")


SIGNS = st.text(alphabet="ab1/.,;:!?*'\"()[]{}<>|~^`&=+-_#%@ é語」💐\\＃", max_size=12)


@settings(deadline=None, max_examples=1500)
@given(SIGNS, st.sampled_from(["", "?", "#"]), SIGNS, st.sampled_from(MASTODONS))
def test_each_version_makes_one_link_of_the_whole_address_and_no_hashtag(
    path: str, joint: str, rest: str, version: str
) -> None:
    """And it is the same address, whatever is in it."""
    target = f"https://example.com/{path}{joint}{rest}".strip()
    address = arriving(target) or ""
    found = [one.value for one in entities.found(f"Read {address} today", DIALECTS[version])]

    assert found == [address]
    assert list(entities.hashtags(address, DIALECTS[version])) == []
    assert _meant(address) == _meant(target)


@settings(deadline=None, max_examples=1500)
@given(
    st.sampled_from(["", "a ", "(", "\u3000"]),
    st.sampled_from(["https://example.com/", "http://a-b.co.uk/x", "https://t.co/ab"]),
    SIGNS,
    st.sampled_from(["", " b", "\n", " https://t.co/ab"]),
)
def test_what_is_known_at_a_glance_is_what_mastodon_finds(
    before: str, start: str, signs: str, after: str
) -> None:
    """Where a link ends is not left to a glance."""
    text = f"{before}{start}{signs}{after}"
    found = [(one.start, one.end) for one in entities.links(text)]

    assert [(link.start, link.end) for link in links_in(text)] == found


def _meant(address: str) -> str:
    """What a server gets, but for an empty query."""
    path, query = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()
    before, sign, anchor = query.partition("#")
    return unquote(path.replace("\\", "/") + ("" if before == "?" else before) + sign + anchor)


@pytest.mark.parametrize(
    "target",
    [
        "https://twitter.com/me_example/status/42",
        "http://twitter.com/me_example/statuses/42",
        "https://twitter.com/statuses/42",
        "https://twitter.com/#!/me_example/status/42",
        "https://m.twitter.com/me_example/status/42?s=20",
        "https://mobile.twitter.com/me_example/status/42/photo/1",
        "https://x.com/former_name/status/42#m",
        "https://x.com/i/web/status/42",
        "twitter.com/me_example/status/42",
        "https://fxtwitter.com/me_example/status/42",
        "https://d.vxtwitter.com/me_example/status/42",
        "https://fixupx.com/me_example/status/42",
        "https://nitter.net/me_example/status/42#m",
        "https://nitter.example.org:8080/me_example/status/42",
        "https://xcancel.com/me_example/status/42",
        "https://web.archive.org/web/20120304050607/http://twitter.com/me_example/statuses/42",
        "https://web.archive.org/web/2012*/https://mobile.twitter.com/me_example/status/42",
    ],
)
def test_every_form_of_an_own_tweets_address_leads_to_its_toot(target: str) -> None:
    """The number decides, and only the owner's own are theirs."""
    link = Link(0, 16, "https://t.co/abc", target)

    own = addresses_behind([link], {}, ME, {42})
    another = addresses_behind([link], {}, ME, {41})

    assert own.addresses["https://t.co/abc"] == tweet_address("me_example", 42)
    assert [one.tweet_id for one in own.own_links] == [42]
    assert another.own_links == ()


@pytest.mark.parametrize(
    "target", ["https://example.com/me/status/42", "https://twitter.com/me/status/42a", "https://x.com/42"]
)
def test_other_pages_with_its_number_stay(target: str) -> None:
    """A number is no tweet everywhere."""
    assert addresses_behind([Link(0, 3, "a.b", target)], {}, ME, {42}).own_links == ()


def test_a_link_from_before_t_co_is_its_own_address() -> None:
    """The archive knows no other, and it is written so that it arrives, too."""
    short = "http://example.com/hi!"

    behind = addresses_behind([Link(0, 22, short, None)], {}, ME, ())

    assert behind.addresses == {short: "http://example.com/hi%21"}
