"""What holds for every tweet: all words kept, within the limit, no t.co that has a page, always the same."""

from datetime import UTC, datetime

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate.model import CountRule, Kind, Limits, Link, Media, MediaKind, Owner, Policy, Tweet
from migrate.posts.convert import convert

ME = Owner("1", "me_example")
PAGE = "https://example.com/a/rather/long/page"
BITS = [
    "word ",
    "end. ",
    "\n\n",
    "日本語の文。",
    "नमस्ते ",
    "مرحبا ",
    "👨‍👩‍👧‍👦",
    "&amp; ",
    "#tag ",
    "한국어 ",
    "ไทย",
    "e\u0301",
]
SHORT = "https://t.co/abc"
PICTURE = "https://t.co/pic"

MASTODON = Limits(characters=80, quotes=True)
GOTOSOCIAL = Limits(characters=80, count=CountRule.CODE_POINTS, link_length=None, video_alone=False)
PLEROMA = Limits(characters=80, link_length=None)


@st.composite
def tweets(draw: st.DrawFn) -> Tweet:
    """A tweet with words of many scripts, links, and up to four pictures and videos."""
    bits = draw(st.lists(st.sampled_from([*BITS, f"{SHORT} "]), max_size=30))
    kinds = draw(st.lists(st.sampled_from(MediaKind), max_size=4))
    text = "".join(bits) + (PICTURE if kinds else "")
    links = tuple(
        Link(found.start(), found.end(), SHORT, PAGE) for found in regex.finditer(regex.escape(SHORT), text)
    )
    media = tuple(
        Media(
            str(i),
            kind,
            PICTURE,
            "https://twitter.com/me/status/1/photo/1",
            draw(st.sampled_from(["a.jpg", None])),
        )
        for i, kind in enumerate(kinds)
    )
    return Tweet(
        id=100,
        created_at=datetime(2020, 2, 29, tzinfo=UTC),
        text=text,
        kind=draw(st.sampled_from([Kind.TWEET, Kind.REPLY])),
        links=links,
        media=media,
    )


policies = st.builds(
    Policy, footer=st.sampled_from([None, "📅 {date}", "{date} {link}"]), numbering=st.booleans()
)
servers = st.sampled_from([MASTODON, GOTOSOCIAL, PLEROMA])


def size(text: str, limits: Limits) -> int:
    """Counted here once more, with the links that these tests know."""
    if limits.link_length is not None:
        text = regex.sub(r"https?://[\w./]+\w", "x" * limits.link_length, text)
    return len(text) if limits.count is CountRule.CODE_POINTS else len(regex.findall(r"\X", text))


@settings(deadline=None, max_examples=500)
@given(tweets(), policies, servers)
def test_every_part_is_within_the_limit(tweet: Tweet, policy: Policy, limits: Limits):
    """Footer, numbers and all."""
    for toot in convert(tweet, ME, limits, policy).toots:
        assert size(toot.text, limits) <= limits.characters


@settings(deadline=None, max_examples=300)
@given(tweets(), servers)
def test_no_word_is_lost(tweet: Tweet, limits: Limits):
    """The parts together say what one toot without a limit would."""
    unlimited = convert(tweet, ME, Limits(characters=10**6, link_length=None), Policy()).toots
    parts = convert(tweet, ME, limits, Policy()).toots

    assert _letters(toot.text for toot in parts) == _letters(toot.text for toot in unlimited)


@settings(deadline=None, max_examples=300)
@given(tweets(), policies, servers)
def test_every_medium_is_attached_or_named(tweet: Tweet, policy: Policy, limits: Limits):
    """Each picture is on one toot, in order, or is a problem."""
    conversion = convert(tweet, ME, limits, policy)
    attached = [media for toot in conversion.toots for media in toot.media]

    assert attached == [media for media in tweet.media if media.file]
    assert len(attached) + len(conversion.problems) == len(tweet.media)
    for toot in conversion.toots:
        videos = [media for media in toot.media if media.kind is MediaKind.VIDEO]
        assert not (limits.video_alone and videos and len(toot.media) > 1)


@settings(deadline=None, max_examples=300)
@given(tweets(), policies, servers)
def test_no_short_link_whose_page_is_known(tweet: Tweet, policy: Policy, limits: Limits):
    """Not one t.co is left."""
    assert not any("t.co" in toot.text for toot in convert(tweet, ME, limits, policy).toots)


@settings(deadline=None, max_examples=100)
@given(tweets(), policies, servers)
def test_the_same_tweet_always_becomes_the_same(tweet: Tweet, policy: Policy, limits: Limits):
    """A second run must find the toots of the first."""
    assert convert(tweet, ME, limits, policy) == convert(tweet, ME, limits, policy)


def _letters(texts) -> str:
    return "".join("".join(texts).split())
