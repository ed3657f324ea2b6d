"""Words are found in a tweet as its author would see it."""

from datetime import UTC, datetime

import pytest

from migrate.model import Kind, Note, Tweet
from migrate.posts.word_search import contains_word

NOON = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "word", "is_there"),
    [
        ("My cat sleeps", "cat", True),
        ("My CAT, asleep", "cat", True),
        ("concatenate", "cat", False),
        ("cats", "cat", False),
        ("#cat", "cat", True),
        ("cat", "#cat", False),
        ("#cats", "#cat", False),
        ("New  York", "new york", True),
        ("R&amp;B", "r&b", True),
        ("C++ or C?", "c++", True),
        ("今日は猫と遊ぶ", "猫", True),
        ("고양이는", "고양이", True),
        ("Über uns", "über", True),
    ],
)
def test_whole_words(text: str, word: str, is_there: bool) -> None:
    """Whole words in any case; where scripts have no spaces, anywhere."""
    assert contains_word(Tweet(1, NOON, text, Kind.TWEET), [word]) is is_there


def test_long_posts_are_read_to_their_end() -> None:
    """The tweet has only the beginning."""
    assert contains_word(Tweet(1, NOON, "It begins…", Kind.TWEET, note=Note("It begins and ends")), ["ends"])
