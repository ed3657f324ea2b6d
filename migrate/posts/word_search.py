"""Look for words in a tweet, as its author would see it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from migrate.model import Tweet

# Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean put no space around what is looked for
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]")


def contains_word(tweet: Tweet, words: Sequence[str]) -> bool:
    """Tell whether any of these is in the text: a whole word, a #hashtag, or several words in a row.

    Big and small letters are the same; `garden` also finds `#garden`, and not the other way round.
    """
    if not words:
        return False
    text = text_to_search(tweet)
    return any(_pattern(word).search(text) for word in words)


def text_to_search(tweet: Tweet) -> str:
    """Read the whole text, as its author typed it."""
    if tweet.note:
        return tweet.note.text
    return unescape(tweet.text) if tweet.escaped else tweet.text


@lru_cache(maxsize=1000)
def _pattern(word: str) -> re.Pattern[str]:
    parts = r"\s+".join(map(re.escape, word.split()))
    if not _WITHOUT_SPACES.search(word):
        parts = rf"(?<!\w){parts}(?!\w)"
    return re.compile(parts, re.IGNORECASE)
