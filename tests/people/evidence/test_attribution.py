"""Whose address it is: the author's, somebody's who is named, or nobody's."""

from datetime import UTC, datetime

import pytest

from migrate.model import Kind, Link, Mention, Retweet, Tweet
from migrate.people.addresses.candidate import Form
from migrate.people.contacts import XProfile
from migrate.people.evidence.attribution import claims_of_profile, claims_of_tweet
from migrate.people.evidence.claims import Claim, Lead, Source

LONG_AGO = datetime(2022, 11, 20, tzinfo=UTC)
TOM, LEA = Mention(0, 0, "tom_example", "42", "Tom"), Mention(0, 0, "lea", "43", "Lea")


def tweet(text: str, *mentions: Mention, by: str | None = None, link: str | None = None) -> Tweet:
    """A tweet of one's own, or a retweet of somebody's."""
    retweet = Retweet(by, "44") if by else None
    kind = Kind.RETWEET if retweet else Kind.TWEET
    links = (Link(0, 1, "https://t.co/a", link),) if link else ()
    return Tweet(7, LONG_AGO, text, kind, mentions=mentions, links=links, retweet=retweet)


@pytest.mark.parametrize(
    "text",
    [
        "RT @noor: I am now at @n@mastodon.social",
        "RT @noor: Find me on @someone_else@mastodon.social please",
        "RT @noor: see @noor@mastodon.social",
        "RT @noor: &gt; my new mastodon: @xyz@mastodon.social",
    ],
)
def test_a_retweet_can_tell_where_its_author_is(text: str) -> None:
    """By the author's name, or by "find me"."""
    (claim,) = claims_of_tweet(tweet(text, by="noor"), "me")

    assert isinstance(claim, Claim)
    assert (claim.key, claim.evidence.source) == ("44", Source.RETWEET)


@pytest.mark.parametrize(
    "text",
    [
        "RT @noor: my friend @bob@mastodon.social is great",
        "RT @noor: follow @bob@mastodon.social",
        "RT @noor: find me and my wife @bob@mastodon.social",
        "RT @noor: I'm on @a1@mastodon.social and @b2@mastodon.social",
    ],
)
def test_a_retweet_that_names_somebody_else_is_a_lead(text: str) -> None:
    """The author recommends a friend: that is not where the author is."""
    assert all(isinstance(one, Lead) for one in claims_of_tweet(tweet(text, by="noor"), "me"))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("@tom_example is now @tomexample@chaos.social", None),
        ("@lea and @tom_example: https://t.co/a", "https://chaos.social/@tom_example"),
    ],
)
def test_a_tweet_of_ones_own_can_tell_where_somebody_is(text: str, link: str | None) -> None:
    """When the address has the name of one who is mentioned."""
    (claim,) = claims_of_tweet(tweet(text, TOM, LEA, link=link), "me")

    assert isinstance(claim, Claim)
    assert (claim.key, claim.evidence.source) == ("42", Source.OWN_TWEET)


@pytest.mark.parametrize(
    "text",
    [
        "@tom_example I am now at @me@chaos.social",
        "@tom_example have you seen @bob@chaos.social?",
        "@bob@chaos.social",
    ],
)
def test_an_address_without_a_name_beside_it_is_a_lead(text: str) -> None:
    """Saying it to somebody is not saying it of somebody."""
    (lead,) = claims_of_tweet(tweet(text, TOM), "me")

    assert isinstance(lead, Lead)
    assert lead.evidence.url == "https://twitter.com/me/status/7"


@pytest.mark.parametrize(
    ("texts", "sure", "doubtful"),
    [
        (("🐘 @tom@chaos.social",), {"tom@chaos.social"}, set()),
        (("@other.name@chaos.social",), {"other.name@chaos.social"}, set()),
        (("Editor at @paper@newsie.social",), set(), {"paper@newsie.social"}),
        (("Married to @lea@chaos.social. I am @t@chaos.social",), {"t@chaos.social"}, {"lea@chaos.social"}),
        (
            ("@tom_example@chaos.social, admin of @news@toot.io",),
            {"tom_example@chaos.social"},
            {"news@toot.io"},
        ),
        (("Tom", "https://chaos.social/@tom"), {"tom@chaos.social"}, set()),
        (("Engineer at X. Find me at @tt@chaos.social",), {"tt@chaos.social"}, set()),
    ],
)
def test_a_profile_states_its_own_address(texts: tuple[str, ...], sure: set[str], doubtful: set[str]) -> None:
    """And names those of spouses, employers and projects, which are not its own."""
    profile = XProfile("42", "tom_example", "Tom", texts)
    claims = list(claims_of_profile(profile, "42"))

    assert {c.candidate.address for c in claims if c.candidate.form is not Form.WEAK} == sure
    assert {c.candidate.address for c in claims if c.candidate.form is Form.WEAK} == doubtful
