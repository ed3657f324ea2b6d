"""Whatever a tweet holds, its toots mention nobody on any of five kinds of server."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from migrate.model import (
    Kind,
    Limits,
    Link,
    Mention,
    MentionRule,
    MentionStyle,
    Note,
    Owner,
    Policy,
    Retweet,
    Tweet,
)
from migrate.posts.convert import convert
from tests.posts.convert.mention_rules import RULES

ME = Owner("1", "me_example")
TAKES = {
    MentionRule.MASTODON: ["mastodon"],
    MentionRule.BOUNDARY: ["gotosocial"],
    MentionRule.ANYWHERE: ["pleroma", "akkoma", "misskey", "gotosocial", "mastodon"],
}
"""Who reads texts that were written by each rule; an unknown server may be any of them."""

ANY_SERVER = Limits(mentions=MentionRule.ANYWHERE)
WORDS = [
    *("hello", "日本語", "नमस्ते", "été", "🎉", "👨‍👩‍👧", "of_course", "2020", "$TSLA", "#tag", "RT"),
    *("@bob", "@bob", "＠bob", "@Bob_1", "@bob-x", "@bob.b", "@5", "@_", "@", "@@bob", "@bob@bob"),
    *(
        "@me@social.example",
        "@b.ob@social.example",
        "@bob@social.example",
        "@a@b.example.",
        "bob@example.com",
        "x@bob",
        "medium.com/@bob",
        "a/@bob",
        "/@bob",
    ),
    *(
        "https://example.com/@bob",
        "https://example.com/?a=@bob",
        "http://example.com:80/@bob",
        "https://a/@bob",
    ),
    *("https://example.com/a;@bob", "https://example.com/日本/@bob", "https://example.com/a..b/@bob"),
    *("https://bob@example.com/", "https://example.com/x(@bob)", "https://example.com/#@bob", "https://@bob"),
]
GLUE = [
    " ",
    " ",
    " ",
    "",
    "\n",
    "\n\n",
    "\t",
    "\u3000",
    "\xa0",
    ".",
    ",",
    ":",
    ";",
    "(",
    ")",
    "「",
    "」",
    '"',
    "'",
]
GLUE += ["“", "…", "/", "-", "_", "=", "*", "&amp;", "&lt;", "#", "\u200b", "\u200d", "|", "~", "\r"]
TARGETS = [word for word in WORDS if word.startswith("http")]

texts = st.lists(st.sampled_from([*WORDS, *GLUE, "https://t.co/aaa", "https://t.co/bbb"]), max_size=14).map(
    "".join
)


@st.composite
def tweets(draw: st.DrawFn) -> Tweet:
    """A tweet out of everything that could be trouble; Twitter linked some of its handles."""
    text = draw(texts)
    mentions = tuple(
        Mention(found.start(), found.end(), found[0][1:], draw(st.sampled_from(["501", None])))
        for found in re.finditer("[@＠][A-Za-z0-9_]+", text)
        if draw(st.booleans())
    )
    links = tuple(
        Link(found.start(), found.end(), found[0], draw(st.sampled_from(TARGETS)))
        for found in re.finditer(r"https://t\.co/\w+", text)
    )
    kind = draw(st.sampled_from(list(Kind)))
    return Tweet(
        id=100,
        created_at=datetime(2020, 2, 29, tzinfo=UTC),
        text=text,
        kind=kind,
        mentions=mentions,
        links=links,
        note=draw(st.sampled_from([None, Note(text, mentions, links)])),
        reply_to=draw(st.sampled_from([None, 7])),
        reply_to_handle=draw(st.sampled_from([None, "bob"])),
        retweet=Retweet("bob", "501", 7, draw(st.sampled_from([None, text]))),
    )


policies = st.builds(
    Policy,
    mentions=st.sampled_from(MentionStyle),
    known=st.sampled_from(
        [{}, *({"501": known} for known in ("bob@social.example", "@b.ob@social.example", "-bob-@a.example"))]
    ),
    footer=st.sampled_from([None, "{date} {link}", "by @bob"]),
    numbering=st.booleans(),
)


@settings(deadline=None, max_examples=1200)
@given(tweets(), policies, st.sampled_from([500, 60]), st.sampled_from(MentionRule))
def test_no_server_finds_a_mention(tweet: Tweet, policy: Policy, characters: int, rule: MentionRule):
    """Each part of each toot, read by the rules of the server that it is for, names nobody."""
    for toot in convert(tweet, ME, Limits(characters=characters, mentions=rule), policy).toots:
        for server in TAKES[rule]:
            assert RULES[server](toot.text) == [], server


@settings(deadline=None, max_examples=800)
@given(tweets(), policies, st.sampled_from([500, 60]), st.sampled_from(MentionRule))
def test_with_pings_nobody_but_the_known_is_mentioned(
    tweet: Tweet, policy: Policy, characters: int, rule: MentionRule
):
    """Whoever asks for pings gets those of known people, at their address; never one of a bare handle."""
    policy = replace(policy, ping=True)
    known = {address.removeprefix("@") for address in policy.known.values()}
    for toot in convert(tweet, ME, Limits(characters=characters, mentions=rule), policy).toots:
        for server in TAKES[rule]:
            assert set(RULES[server](toot.text)) <= (known if toot.pings else set()), server


@pytest.mark.parametrize(
    ("text", "toot"),
    [
        ("@bob hi", "@bob@social.example hi"),
        ("hi .@bob!", "hi . @bob@social.example!"),
        ("(@bob, @eve)", "( @bob@social.example, eve)"),
        ("の@bobさん", "の @bob@social.example さん"),
        ("@bob.com", "@bob@social.example .com"),
        ("@bob and medium.com/@bob", "@bob@social.example and medium.com/%40bob"),
    ],
)
def test_a_known_person_is_pinged_on_request(text: str, toot: str):
    """By the whole address, apart from what would spoil it; who isn't known is named as ever."""
    places = re.finditer(r"(?<!/)@([a-z]+)", text)
    ids = {"bob": "501", "eve": "502"}
    mentions = tuple(Mention(one.start(), one.end(), one[1], ids[one[1]]) for one in places)
    tweet = Tweet(100, datetime(2020, 2, 29, tzinfo=UTC), text, Kind.TWEET, mentions=mentions)
    policy = Policy(known={"501": "bob@social.example"}, ping=True)
    (made,) = convert(tweet, ME, ANY_SERVER, policy).toots

    assert (made.text, made.pings) == (toot, True)


@pytest.mark.parametrize(
    ("address", "text", "toot"),
    [
        ("bob@social.example", "(@bob)", "( @bob@social.example)"),
        ("bob@social.example", "so\t@bob", "so\t @bob@social.example"),
        ("bob@social.example", "“@bob”", "“ @bob@social.example”"),
        ("bob@social.example", "(@bob@social.example)", "(https://social.example/%40bob)"),
        ("b.ob@social.example", "@bob’s", "@b.ob@social.example ’s"),
        ("b.ob@social.example", "@bob!’", "https://social.example/%40b.ob !’"),
        ("b.ob@social.example", "@bob, yes", "@b.ob@social.example, yes"),
        ("bob-@social.example", "@bob", "https://social.example/@bob-"),
        ("bob@social.example", "@bob@social.example..рф", "https://social.example/%40bob ..рф"),
    ],
)
def test_no_server_takes_a_wanted_mention_for_another(address: str, text: str, toot: str):
    """Pleroma reads the host only where the mention begins a word, Mastodon no name that ends in a dash."""
    place = re.search(r"@bob(?!@)", text)
    mentions = (Mention(*place.span(), "bob", "501"),) if place else ()
    tweet = Tweet(100, datetime(2020, 2, 29, tzinfo=UTC), text, Kind.SELF_REPLY, mentions=mentions)
    policy = Policy(known={"501": address}, ping=True)
    (made,) = convert(replace(tweet, reply_to_user="501"), ME, ANY_SERVER, policy).toots

    assert (made.text, made.pings) == (toot, f"@{address}" in toot)
    for server, mentions_in in RULES.items():
        assert set(mentions_in(made.text)) <= {address}, server


def test_an_address_inside_a_link_is_no_ping():
    """`bob` is mentioned by name in the second part, and nobody in the first, which only has a link."""
    link = "https://example.com/@bob@bob@social.example@bob@bob"
    text = f"{link}\n\nsays @bob"
    mention = Mention(len(text) - 4, len(text), "bob", "501")
    tweet = Tweet(100, datetime(2020, 2, 29, tzinfo=UTC), text, Kind.TWEET, mentions=(mention,))
    policy = Policy(known={"501": "bob@social.example"}, ping=True)
    toots = convert(tweet, ME, replace(ANY_SERVER, characters=30), policy).toots

    assert [(toot.text, toot.pings) for toot in toots] == [(link, False), ("says @bob@social.example", True)]
    assert not any(mentions_in(link) for mentions_in in RULES.values())


@pytest.mark.parametrize(
    ("server", "text"),
    [
        ("mastodon", "hi @bob"),
        ("mastodon", "https://example.com/?by=@bob"),
        ("gotosocial", "medium.com/@bob"),
        ("gotosocial", "“https://medium.com/@bob”"),
        ("pleroma", "write to bob@example.com now"),
        ("pleroma", "https://medium.com/@bob\u3000and"),
        ("akkoma", "の@bobさん"),
        ("misskey", "の@bobさん"),
        ("misskey", "https://example.com/a;@bob"),
    ],
)
def test_the_rules_find_what_they_should(server: str, text: str):
    """The rules are no empty promise: each finds what its server is known to find."""
    assert RULES[server](text)


@pytest.mark.parametrize(
    "text",
    ["https://medium.com/@bob", "see http://youtube.com/@bob?x=1 there", "＠bob", "@\u200bbob", "@ bob"],
)
def test_the_rules_leave_alone_what_is_none(text: str):
    """What real servers were seen to leave alone is no mention by the rules either."""
    assert not any(mentions_in(text) for mentions_in in RULES.values())
