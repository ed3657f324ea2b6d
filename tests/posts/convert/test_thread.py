"""Texts that are too long: cut so that nothing is lost and every part fits."""

import re
import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate.model import CountRule, Limits
from migrate.posts.convert.thread import Space, as_thread, split

LINK = "https://example.com/some/page"
BITS = [
    "word",
    "two words",
    "end. ",
    "why? ",
    "\n",
    "\n\n",
    " ",
    "日本語の文。",
    "、",
    "ภาษาไทย",
    "हिन्दी ",
    "مرحبا؟ ",
]
BITS += [
    "👨‍👩‍👧‍👦",
    "🇫🇷",
    "👍🏽",
    LINK,
    f" {LINK} ",
    "#hashtag",
    " #タグ ",
    "e\u0301",
    "\u3000",
    "「引用」",
    "(a) ",
    "x" * 50,
]

texts = st.lists(st.sampled_from(BITS), max_size=40).map("".join) | st.text(max_size=120)


def count(text: str) -> int:
    """As Mastodon would: the one link that these tests know as 23, the rest in graphemes."""
    return len(regex.findall(r"\X", text.replace(LINK, "x" * 23)))


@settings(deadline=None, max_examples=500)
@given(texts, st.integers(24, 100))
def test_pieces_fit_and_join_to_the_text(text: str, most: int):
    """No character is lost or moved, and each piece fits without the space around it."""
    pieces = split(text, lambda piece: count(piece) <= most)

    assert "".join(pieces) == text
    assert all(count(piece.strip()) <= most for piece in pieces)
    assert all(pieces) or pieces == [""]


@settings(deadline=None, max_examples=300)
@given(texts, st.integers(60, 100))
def test_what_belongs_together_stays_together(text: str, most: int):
    """No cut goes through a grapheme, a link or a hashtag that would fit by itself."""
    pieces = split(text, lambda piece: count(piece) <= most)
    whole = [found.span() for found in re.finditer(rf"{re.escape(LINK)}|#hashtag", text)]
    whole += [found.span() for found in regex.finditer(r"\X", text)]
    cut = 0
    for piece in pieces[:-1]:
        cut += len(piece)
        assert not [span for span in whole if span[0] < cut < span[1] and _fits_alone(text, span, most)]


def _fits_alone(text: str, span: tuple[int, int], most: int) -> bool:
    """Whether the run without spaces around it fits: a run that doesn't must be cut somewhere."""
    start = max(text.rfind(space, 0, span[0]) for space in " \n\u3000") + 1
    run = re.match(r"\S*", text[start:])
    return run is None or count(run[0]) <= most


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_no_room_at_all(limit: int):
    """A limit below one emoji cuts the emoji: the pieces fit, with every character in one of them."""
    pieces = split("👨‍👩‍👧‍👦 ab", lambda piece: len(piece) <= limit)

    assert "".join(pieces) == "👨‍👩‍👧‍👦 ab"
    assert max(len(piece.strip()) for piece in pieces) <= limit


def test_a_book():
    """A text of a hundred thousand characters is cut in a moment."""
    text = "Some words that go on and on, and end. " * 2_600

    assert max(map(len, split(text, lambda piece: len(piece) <= 500))) <= 501


def test_what_grows_when_it_is_disarmed_is_measured_as_it_will_be_posted() -> None:
    """`@bob@social.example` becomes a longer link; the text is cut so that this stays whole."""
    limits = Limits(link_length=None, short_mentions=False)
    text = f"{'word ' * 96}@bob@social.example"
    assert len(text) < limits.characters

    parts = as_thread(text, "", 0, Space(limits, limits.characters), numbering=False)

    assert parts == [("word " * 96).strip(), "https://social.example/@bob"]


SHAPES = ("word ", "x", "日", "👍", "e\u0301", "🇩🇪", "\u0301", "👩\u200d", "@bob ", ". ", f"{LINK} ", "(", "ं")


@pytest.mark.parametrize("count", ["GRAPHEMES", "CODE_POINTS"])
@pytest.mark.parametrize("bit", SHAPES)
def test_twice_the_text_is_twice_the_work(bit: str, count: str) -> None:
    """A note of 900 KB would take hours: the work is counted in letters that are looked at."""
    space = Space(Limits(count=CountRule[count]), 500)
    looked_at = []
    for size in (20_000, 40_000):
        letters = 0

        def holds(text: str) -> bool:
            nonlocal letters
            letters += len(text)
            return space.holds(text)

        text = bit * (size // len(bit))
        assert "".join(split(text, holds)) == text
        looked_at.append(letters)

    assert looked_at[1] < 3 * looked_at[0]


def test_flags_are_counted_in_pairs_and_once() -> None:
    """regex's own clusters count all flags before each one: 16 times the time for 4 times as many."""

    def seconds(flags: int) -> float:
        text, began = "🇩🇪" * flags, time.perf_counter()
        as_thread(text, "", 0, Space(Limits(), 500), numbering=False)
        return time.perf_counter() - began

    assert min(seconds(16_000) for _ in range(3)) < 9 * min(seconds(4_000) for _ in range(3))
