"""What an archive has to choose from: its years, languages, words, and how many tweets were liked. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import Policy, Tweet
from migrate.posts.plan.choosing import choose
from migrate.posts.word_search import text_to_search

LIKES = (1, 5, 10, 50, 100, 500, 1000, 5000, 10_000)
_TELLING = re.compile(r"[^\W\d_]{5,}")
"""A word of a few letters only says which language it is."""
_NO_WORD = re.compile(r"https?://\S+|@\w+")


class Contents(Struct, frozen=True):
    """How many tweets there are of each year, in each language, and with each word; `languages` and
    `words` have the most frequent first."""

    years: dict[int, int]
    languages: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]


class Liked(Struct, frozen=True):
    """The tweets that are left with at least so many likes, and their files."""

    least: int
    tweets: int
    files: tuple[int, ...]


def contents_of(tweets: Sequence[Tweet], policy: Policy, most: int = 10) -> Contents:
    """Count what would be posted if no filter and no date were asked for."""
    years, languages, words = Counter[int](), Counter[str](), Counter[str]()
    for tweet in _wanted(tweets, replace(policy, since=None, until=None, filters={})):
        years[tweet.created_at.year] += 1
        if tweet.language is not None:
            languages[tweet.language] += 1
        words.update(set(_TELLING.findall(_NO_WORD.sub("", text_to_search(tweet).lower()))))
    return Contents(
        dict(sorted(years.items())), tuple(languages.most_common(most)), tuple(words.most_common(most))
    )


def liked(tweets: Sequence[Tweet], policy: Policy) -> Iterator[Liked]:
    """Count the tweets that would be left with more and more likes, as long as there are fewer and fewer."""
    before = sum(1 for _ in _wanted(tweets, policy))
    for least in LIKES:
        files = tuple(len(tweet.media) for tweet in _wanted(tweets, _with_likes(policy, least)))
        if not files:
            return
        if len(files) < before:
            yield Liked(least, len(files), files)
        before = len(files)


def _with_likes(policy: Policy, least: int) -> Policy:
    return replace(policy, filters={**policy.filters, "min-likes": least})


def _wanted(tweets: Sequence[Tweet], policy: Policy) -> Iterator[Tweet]:
    chosen = choose(tweets, policy)
    return (tweets[one.index] for one in chosen.current if one.id not in chosen.reasons)
