"""Links, hashtags and names of made-up tweets, as each Mastodon reads what is planned for it.

tests/fakes/entities.py reads as the servers do: held against 2,995 texts that five of them read.
"""

import re
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from migrate.model import Kind, Limits, Link, Mention, Note, Owner, Policy, Tag, Tweet
from migrate.posts.convert import convert
from tests.fakes import entities
from tests.fakes.dialects import DIALECTS

ME = Owner("1", "me_example")
MASTODONS = ["mastodon-4.3", "mastodon-4.4", "mastodon-4.5", "mastodon-4.6", "glitch-4.7"]
NOON = datetime(2021, 1, 1, 12, tzinfo=UTC)
EMOJI_CODE = re.compile(r"(?<![^\W_]|:):[a-z]{2,}:(?![^\W_]|:)")
"""mastodon app/models/custom_emoji.rb, SCAN_RE"""

JOINER = "\u2060"

TAGS = ["#garden", "#Sea_1", "#写真", "#café", "#день", "#नमस्ते", "#a・b", "＃全角", "#1stday", "#9lives"]
NO_TAGS = ["#Bread", "#1b", "#x_y", "#טסט", "＃語", "#2022", "#", "##c", "#-d"]
LINKS = [
    "https://example.com/a-#top",
    "https://example.com/Hi!",
    "http://example.org/?q=(a&x=#b",
    "https://bücher.example.com/größe",
    "https://example.net",
    "https://例え.みんな/a_(b)",
    "https://x.example.com/@user/~#x",
]
WORDS = [
    "word",
    "語",
    "привет",
    "@ghost",
    "@_@",
    "x@ghost.example",
    "@me@ghost.example",
    ":tada:",
    "5pm",
    "🌻",
]
BITS = [*TAGS, *NO_TAGS, *WORDS]
GLUE = [*" /.,()“”。、…-「」\n\u200b", " ", ""]
LONGEST_WORD = 40
"""What is longer, with the pages in the place of its links, than a short post has to be cut somewhere."""

AFTER_A_TAG = [*" .!」)\n"]


@st.composite
def tweets(draw: st.DrawFn) -> tuple[Tweet, list[str]]:
    """A tweet or a note with the links, names and hashtags that Twitter knew in it, and the links' pages."""
    text, links, tags, mentions, pages = "", [], [], [], []
    for number, bit in enumerate(draw(st.lists(st.sampled_from([*BITS, "LINK", "NAME"]), max_size=8))):
        text += draw(st.sampled_from(GLUE[:-1] if bit in {*TAGS, "NAME"} else GLUE))
        start = len(text)
        text += {"LINK": f"https://t.co/abc{number}", "NAME": "@bob_example"}.get(bit, bit)
        if bit == "LINK":
            pages.append(draw(st.sampled_from(LINKS)))
            links.append(Link(start, len(text), text[start:], pages[-1]))
        elif bit == "NAME":
            mentions.append(Mention(start, len(text), "bob_example", "5"))
        elif bit in TAGS:
            tags.append(Tag(start, len(text), f"#{bit[1:]}"))
            text += draw(st.sampled_from(AFTER_A_TAG))
    known = tuple(mentions), tuple(links), tuple(tags)
    if draw(st.booleans()):
        return Tweet(100, NOON, "Only the beginning", Kind.TWEET, tags=(), note=Note(text, *known)), pages
    return Tweet(100, NOON, text, Kind.TWEET, mentions=known[0], links=known[1], tags=known[2]), pages


@settings(deadline=None, max_examples=1500)
@given(tweets(), st.sampled_from(MASTODONS), st.sampled_from([500, 70]))
def test_exactly_what_twitter_linked_is_linked(made: tuple[Tweet, list[str]], version: str, characters: int):
    """The hashtags, and the pages behind the links; beside them only people's pages at their new address."""
    tweet, pages = made
    words = (tweet.note or tweet).text.split()
    assume(characters == 500 or all(len(word) < LONGEST_WORD for word in words))
    dialect = DIALECTS[version]
    texts = [toot.text for toot in convert(tweet, ME, Limits(characters=characters), Policy()).toots]

    tags = [one.value.lower() for text in texts for one in entities.hashtags(text, dialect)]
    links = [one.value for text in texts for one in entities.found(text, dialect) if one.kind == "link"]
    names = [one.value for text in texts for one in entities.names(text, dialect)]

    assert tags == [tag.text[1:].lower() for tag in (tweet.note or tweet).tags or ()]
    assert [unquote(link) for link in links if "ghost." not in link] == [unquote(page) for page in pages]
    assert names == []
    assert not any(EMOJI_CODE.search(text) for text in texts)


@pytest.mark.parametrize(
    ("text", "linked", "toot"),
    [
        ("Here it is🌻#garden", ["garden"], "Here it is🌻\u200a#garden"),
        ("(#garden) “#sea”", ["garden", "sea"], "(\u200a#garden) “\u200a#sea”"),
        ("静か。#写真", ["写真"], "静か。\u200a#写真"),
        ("#garden/#spider", ["garden", "spider"], "#garden/\u200a#spider"),
        ("＃全角 yes", ["全角"], "#全角 yes"),
        ("#garden and #a/#b", ["garden"], f"#garden and #{JOINER}a/#b"),
        ("#2022 #1st", [], f"#2022 #{JOINER}1st"),
        ("東京#noSpace .#dot", [], f"東京#{JOINER}noSpace .#{JOINER}dot"),
        ("C#minor example.com/a#b", [], "C#minor example.com/a#b"),
        ("#tag‿x", ["tag"], f"#tag{JOINER}‿x"),
        ("a&amp;#b", [], f"a&#{JOINER}b"),
        ("#GARDEN", ["garden"], "#GARDEN"),
        ("#untold", None, "#untold"),
        ("x #tada :tada: 10:30:45 :a: ::tada:", None, f"x #tada :{JOINER}tada: 10:30:45 :a: ::tada:"),
    ],
)
def test_a_hashtag_is_written_so_that_it_stays_one_or_none(text: str, linked: list[str] | None, toot: str):
    """Where it isn't known what Twitter linked, they are left as they are."""
    tags = None if linked is None else tuple(Tag(0, 0, f"#{tag}") for tag in linked)
    (made,) = convert(Tweet(100, NOON, text, Kind.TWEET, tags=tags), ME, Limits(), Policy()).toots

    assert made.text == toot


def test_what_follows_a_link_or_a_name_is_no_hashtag_if_it_was_none():
    """The sign before it is the end of what takes their place."""
    text = "https://t.co/abc#no @bob_example#yes"
    tweet = Tweet(
        100,
        NOON,
        text,
        Kind.TWEET,
        links=(Link(0, 16, "https://t.co/abc", "https://example.com/x"),),
        mentions=(Mention(20, 32, "bob_example"),),
        tags=(Tag(32, 36, "#yes"),),
    )
    (made,) = convert(tweet, ME, Limits(), Policy()).toots

    assert made.text == f"https://example.com/x #{JOINER}no bob_example\u200a#yes"


def test_the_footer_is_the_users_own():
    """A hashtag in it is meant as one."""
    tweet = Tweet(100, NOON, "Hello", Kind.TWEET, tags=())
    (made,) = convert(tweet, ME, Limits(), Policy(footer="#archive")).toots

    assert made.text == "Hello\n\n#archive"
