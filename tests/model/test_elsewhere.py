"""What a tweet shows on Twitter and no archive has is told, each kind by its own word."""

from datetime import UTC, datetime

import pytest

from migrate.cli.problem_words import WORDS
from migrate.model import Article, Kind, Link, Media, MediaKind, Tweet, shown_elsewhere
from migrate.model import ProblemKind as P
from migrate.pages.words import ABOUT

NOON = datetime(2021, 1, 1, 12, tzinfo=UTC)


def tweet_to(address: str, text: str = "see", article: Article | None = None, *, cut: bool = False) -> Tweet:
    """A tweet with this link."""
    links = (Link(4, 10, "https://t.co/1", address),)
    return Tweet(100, NOON, f"{text} https://t.co/1", Kind.TWEET, links=links, article=article, cut=cut)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://x.com/i/article/1890000000000000000", P.ARTICLE_LINK),
        ("https://twitter.com/bob_example/article/1890000000000000000?s=20", P.ARTICLE_LINK),
        ("https://x.com/i/spaces/1abcDEFghijKL", P.SPACE),
        ("https://mobile.twitter.com/i/spaces/1abc/peek", P.SPACE),
        ("https://twitter.com/i/broadcasts/1abc", P.BROADCAST),
        ("https://www.pscp.tv/w/1abc", P.BROADCAST),
        ("https://www.periscope.tv/bob_example/1abc", P.BROADCAST),
        ("https://x.com/i/birdwatch/n/123", P.COMMUNITY_NOTE),
        ("https://twitter.com/i/communitynotes/t/123", P.COMMUNITY_NOTE),
        ("https://twitter.com/i/events/1", P.MOMENT),
        ("https://twitter.com/i/moments/2", P.MOMENT),
        ("https://twitter.com/bob_example/status/1/audio/1", P.VOICE),
        ("https://twitter.com/ada_example/status/100", P.SELF_LINK),
        ("https://twitter.com/i/web/status/123", None),
        ("https://twitter.com/i/lists/123", None),
        ("https://example.org/i/article/1", None),
        ("https://example.org/?of=https://x.com/i/spaces/1", None),
        ("https://notx.com/i/spaces/1", None),
        ("https://x.com/bob_example/status/7", None),
    ],
)
def test_a_link_tells_what_it_shows(address: str, kind: P | None) -> None:
    """By its address, in all of Twitter's spellings and on no other host."""
    assert list(shown_elsewhere(tweet_to(address))) == ([] if kind is None else [(kind, address)])


def test_one_that_was_cut_leads_to_its_own_end() -> None:
    """Programs that kept archives up to date were given such a link; it shows no card."""
    own = "https://twitter.com/ada_example/status/100"

    assert list(shown_elsewhere(tweet_to(own, "the begin…"))) == []
    assert list(shown_elsewhere(tweet_to(own, cut=True))) == []


def test_an_article_that_the_archive_has_is_another_thing() -> None:
    """Its text can be posted."""
    (found,) = shown_elsewhere(tweet_to("http://x.com/i/article/5", article=Article("Bread", "Flour")))
    (empty,) = shown_elsewhere(tweet_to("http://x.com/i/article/5", article=Article("Bread", "")))

    assert (found[0], empty[0]) == (P.ARTICLE, P.ARTICLE_LINK)


def test_polls_voices_and_what_was_withheld() -> None:
    """These are known by other marks than a link."""
    voice = Media("1", MediaKind.VIDEO, "https://t.co/v", "https://x.com/ada_example/status/100/audio/1")
    made = Tweet(100, NOON, "hm?", Kind.TWEET, media=(voice,), has_poll=True, withheld=("DE", "XY"))

    assert list(shown_elsewhere(made)) == [(P.VOICE, voice.page), (P.POLL, ""), (P.WITHHELD, "DE, XY")]


def test_each_has_its_words_everywhere() -> None:
    """In the terminal, and on the page."""
    kinds = [P.ARTICLE, P.ARTICLE_LINK, P.SPACE, P.BROADCAST, P.VOICE, P.POLL, P.MOMENT, P.COMMUNITY_NOTE]
    for kind in (*kinds, P.SELF_LINK, P.WITHHELD):
        assert kind in WORDS
        assert kind in ABOUT
