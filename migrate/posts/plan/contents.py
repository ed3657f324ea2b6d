"""What an archive has to choose from: its years, languages, words, and how many tweets were liked. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import Policy, Tweet, on_calendar
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
    everything = replace(policy, since=None, until=None, filters={})
    for tweet in (tweets[one.index] for one in choose(tweets, everything).posted()):
        years[on_calendar(tweet.created_at, policy.zone, has_time=tweet.has_time).year] += 1
        if tweet.language is not None:
            languages[tweet.language] += 1
        words.update(list(dict.fromkeys(_words_in(tweet))))
    return Contents(
        dict(sorted(years.items())), tuple(languages.most_common(most)), tuple(words.most_common(most))
    )


def liked(tweets: Sequence[Tweet], policy: Policy) -> Iterator[Liked]:
    """Count the tweets that would be left with more and more likes, as long as there are fewer and fewer.

    As the filter does, this takes a thread by its best tweet.
    """
    chosen = choose(tweets, policy)
    best: dict[int, int] = {}
    files: list[tuple[int, int]] = []
    for one in chosen.posted():
        tweet, root = tweets[one.index], chosen.root_of(one.id)
        files.append((root, len(tweet.media)))
        if tweet.likes is not None:
            best[root] = max(best.get(root, 0), tweet.likes)
    for least in LIKES:
        left = [(root, count) for root, count in files if best.get(root, -1) >= least]
        if left and len(left) < len(files):
            yield Liked(least, len(left), tuple(count for _, count in left))
        files = left


def _words_in(tweet: Tweet) -> Sequence[str]:
    return _TELLING.findall(_NO_WORD.sub("", text_to_search(tweet).lower()))
