"""A text's length in the eyes of each server."""

import timeit
from time import process_time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from migrate.model import CountRule, Limits
from migrate.posts.convert import length
from migrate.posts.convert.length import GRAPHEME
from tests.recordings.kept import Text, load_texts

MASTODON = Limits()
GOTOSOCIAL = Limits(count=CountRule.CODE_POINTS, link_length=None, short_mentions=False)
PLEROMA = Limits(link_length=None, short_mentions=False)
LINK = "https://example.com/a/path?with=a&query#there"


@pytest.mark.parametrize(
    ("text", "mastodon", "gotosocial", "pleroma"),
    [
        ("", 0, 0, 0),
        ("hello\n", 6, 6, 6),
        ("👨‍👩‍👧‍👦", 1, 7, 1),
        ("🇫🇷👍🏽", 2, 4, 2),
        ("e\u0301", 1, 2, 1),
        ("हिन्दी", 3, 6, 3),
        ("క్ష", 2, 3, 2),
        ("한국어", 3, 3, 3),
        ("ᄀᄁ", 1, 2, 1),
        (LINK, 23, len(LINK), len(LINK)),
        ("http://a.co", 23, 11, 11),
        (f"({LINK}), {LINK}!", 2 * 23 + 5, 2 * len(LINK) + 5, 2 * len(LINK) + 5),
        ("example.com", 11, 11, 11),
        ("@bob@social.example", 4, 19, 19),
        ("https://social.example/@bob", 27, 27, 27),
        ("https://social.com/@bob", 23, 23, 23),
    ],
)
def test_counts(text: str, mastodon: int, gotosocial: int, pleroma: int):
    """Graphemes or code points, links as 23 or whole, remote mentions with or without their server."""
    assert [length(text, limits) for limits in (MASTODON, GOTOSOCIAL, PLEROMA)] == [
        mastodon,
        gotosocial,
        pleroma,
    ]


MEETING = [
    "a",
    "é",
    "e\u0301",
    "ก็",
    "각",
    "ᄀ",
    "ᅡ",
    "ᆨ",
    "한",
    "🥖",
    "👍",
    "🏽",
    "\u200d",
    "🇫",
    "🇷",
    "\u0600",
    "ா",
    "क",
    "्",
]


@given(st.lists(st.sampled_from(MEETING) | st.characters(exclude_categories=["Cs"])).map("".join))
def test_the_short_way_of_counting_is_right(text: str):
    """Whatever meets whatever: it counts as many graphemes as there are."""
    # an accent makes it count one by one; the control character keeps it apart
    assert length(text, PLEROMA) == length(f"{text}\x01e\u0301", PLEROMA) - 2


@pytest.mark.parametrize(
    "text",
    [
        "http://localhost:3000/a/long/path/here",
        "https://192.168.100.200/a/long/path",
        "https://example.madeupdomain/a/long/path",
        "https://exam_ple.c/a/long/path/and/more",
        "ahttps://example.com/a/long/path/here",
        "#https://example.com/a/long/path/here",
        "ftp://example.com/a/long/path/here",
        f"https://{'a' * 64}.com/a",
    ],
)
def test_what_is_no_link_counts_in_full(text: str):
    """Where the server sees none, none is counted as one: a text too long would be refused."""
    assert length(text, MASTODON) == len(text)


def test_a_host_that_may_have_no_ascii_form_counts_as_what_is_more() -> None:
    """The sign was no letter in Unicode 3.2, by which Mastodon's libidn goes: it may see no link."""
    host = "\u1c80.com"

    assert length(f"https://{host}/", MASTODON) == 23
    assert length(f"https://{host}/{'a' * 30}", MASTODON) == len(f"https://{host}/") + 30


@pytest.mark.parametrize("recorded", load_texts("4.5"), ids=lambda recorded: recorded.text)
def test_a_text_is_as_long_as_mastodon_says(recorded: Text) -> None:
    """Recorded alike on 4.3.23, 4.4.22, 4.5.15, 4.6.5 and glitch-soc 4.7.0-alpha.2."""
    assert length(recorded.text, MASTODON) == recorded.length


@pytest.mark.parametrize(
    "text",
    ["a" * 900_000, "語" * 300_000, "🇫🇷" * 25_000, "word " * 180_000, "(" * 50_000, "@a@b.c" * 30_000],
)
def test_twice_the_text_takes_about_twice_the_time(text: str) -> None:
    """A link at either end makes no difference."""
    text = f"https://a.de/ {text}https://a.de/"
    half = text[: len(text) // 2] + "https://a.de/"

    assert _seconds(text) < 3 * _seconds(half) + 0.2


def _seconds(text: str) -> float:
    """Of the processor, at best: others are at work on this machine."""
    return min(timeit.repeat(lambda: length(text, MASTODON), timer=process_time, repeat=3, number=1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.com/日本語", 23),
        ("https://example.com/a_(b)", 23),
        ("https://example.com/a)", 24),
        ("https://example.com/a.", 24),
        ("https://example.com:8080/a", 23),
        ("https://example.com?a=b.", 24),
        ("https://sub.example.co.uk/", 23),
        ("\u202ehttps://example.com/a", 24),
        ("gemini://a.de", 23),
        ("https://例え.みんな/", 23),
        ("https://a.中国人", 23 + 1),
        ("https://t.co/abc/more", 23 + 5),
        ("https://t.co/abc語", 23 + 1),
        ("a.com/https://b.com", 19),
        ("https://a.com日本.com/a/b", 23),
        ("https://a.com_b.com/https://c.de", 23 + 1 + 18),
    ],
)
def test_where_a_link_ends(text: str, expected: int):
    """What the server doesn't take for a part of the link counts beside it."""
    assert length(text, MASTODON) == expected


@given(
    st.lists(st.sampled_from(["🇩", "🇪", "a", "\u0301", "\u200d", "👩", "\u0600", "ᄀ", "\r", "\n", "ं"])).map(
        "".join
    )
)
def test_clusters_are_those_of_unicode(text: str) -> None:
    """Flags apart, which it pairs itself: `\\X` is the measure."""
    assert GRAPHEME.findall(text) == regex.findall(r"\X", text)
