"""Whom each server takes a text to mention. Tried on real servers: GoToSocial 0.20.0 and snac 2.94."""

import pytest

from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon

GOTOSOCIAL = "gotosocial-0.20"
SNAC = "snac-2.94"


@pytest.mark.parametrize(
    "text",
    [
        "@bob",
        "(@bob)",
        '"@bob"',
        ".@bob",
        "#@bob",
        "@Bob",
        "medium.com/@bob",
        "a/@bob",
        "/@bob",
        "@bob@fake.example",
    ],
)
def test_gotosocial_mentions_bob(text: str) -> None:
    """After a space or any punctuation, even in a link without a scheme."""
    assert _pinged(GOTOSOCIAL, text) == ("bob",)


@pytest.mark.parametrize(
    "text",
    [
        *("@bob.", "@bob_", "の@bobさん", "=@bob", "x@bob", "@bobby", "＠bob", "@\u200bbob", "@ bob"),
        *("https://medium.com/@bob", "http://youtube.com/@bob?x=1", "@bob@twitter.com", "bob@twitter.com"),
    ],
)
def test_gotosocial_mentions_nobody(text: str) -> None:
    """A name ends where no name character follows, and links with a scheme are links."""
    assert _pinged(GOTOSOCIAL, text) == ()


@pytest.mark.parametrize(
    ("text", "pinged"),
    [
        ("@bob", ("bob",)),
        ("@bob.", ("bob",)),
        ("medium.com/@bob", ("bob",)),
        ("a/@bob", ("bob",)),
        ("https://medium.com/@bob", ()),
        ("@bob@twitter.com", ()),
    ],
)
def test_snac_mentions(text: str, pinged: tuple[str, ...]) -> None:
    """Any @name outside of a link with a scheme."""
    assert _pinged(SNAC, text) == pinged


@pytest.mark.parametrize(
    ("text", "pinged"),
    [
        ("@bob", ("bob",)),
        ("@bob.", ("bob",)),
        ("@Bob and @alice!", ("alice", "bob")),
        ("(@bob)", ("bob",)),
        ("-@bob", ("bob",)),
        ("@bob_", ()),
        ("x@bob", ()),
        ("の@bob", ()),
        ("medium.com/@bob", ()),
        ("https://x.example/?by=@bob", ()),
        ("https://x.example/?by,@bob", ("bob",)),
        ("@bob@twitter.com", ()),
        ("@bob@fake.example", ("bob",)),
        ("＠bob @\u200bbob", ()),
    ],
)
def test_mastodon_mentions(text: str, pinged: tuple[str, ...]) -> None:
    """Account::MENTION_RE of 4.5, on the bare text: links do not shield what is in them."""
    assert _pinged("mastodon-4.5", text) == pinged


def test_mastodon_4_2_also_takes_a_name_after_an_equals_sign() -> None:
    """Its MENTION_RE only forbids a slash or a word character before the @."""
    assert _pinged("mastodon-4.2", "https://x.example/?by=@bob") == ("bob",)


def test_oneself_is_not_pinged() -> None:
    """Nobody is embarrassed by that."""
    assert _pinged("mastodon-4.5", "@me") == ()


@pytest.mark.parametrize("dialect", ["mastodon-4.5", GOTOSOCIAL])
def test_a_name_in_a_content_warning_pings_nobody(dialect: str) -> None:
    """Mastodon's ProcessMentionsService reads the text, GoToSocial looks for emoji only in a warning."""
    fake = FakeMastodon(dialect)
    BareClient(fake).say("hello", spoiler_text="about @bob")

    assert fake.statuses[0].mentions == ()


def test_mastodon_refuses_unexpected_mentions_when_asked() -> None:
    """allowed_mentions, since 4.2: 422 with the accounts, and nothing is posted."""
    fake = FakeMastodon("mastodon-4.2")
    client = BareClient(fake)

    refused = client.say("hi @bob", allowed_mentions=[])

    assert refused.status_code == 422
    assert [account["acct"] for account in refused.json()["unexpected_accounts"]] == ["bob"]
    assert fake.statuses == []
    assert client.say("hi @bob", allowed_mentions=["1002"]).status_code == 200


@pytest.mark.parametrize("dialect", ["mastodon-3.5", GOTOSOCIAL, "pleroma-2.7"])
def test_others_ignore_allowed_mentions(dialect: str) -> None:
    """They post, and bob is pinged."""
    fake = FakeMastodon(dialect)

    assert BareClient(fake).say("hi @bob", allowed_mentions=[]).status_code == 200
    assert fake.statuses[0].mentions == ("bob",)


def _pinged(dialect: str, text: str) -> tuple[str, ...]:
    fake = FakeMastodon(dialect)
    BareClient(fake).say(f"well {text} yes")
    BareClient(fake).say(text)
    assert fake.statuses[0].mentions == fake.statuses[1].mentions
    return fake.statuses[0].mentions
