"""Guess whose archive it is, where the file that says so is missing."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from migrate.archive.kinds import Own, kind_of_answer
from migrate.archive.store import TweetStore
from migrate.archive.wire import WireUser
from migrate.model import Kind, Owner, Retweet, Tweet, moment_of

_PAGE = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/(\w+)/status/(\d+)/")


class _Author(Struct):
    """An author as the last record names them, with their tweets, and how many are somebody else's."""

    user: WireUser
    tweets: "array[int]"
    retweets: int = 0


class Authors:
    """The authors that the records of a classic archive name."""

    def __init__(self) -> None:
        self._authors: dict[str, _Author] = {}

    def add(self, user: WireUser, tweet_id: int, *, retweeted: bool) -> None:
        """Note whose record a tweet is."""
        key = user.id or user.screen_name.lower()
        author = self._authors.get(key)
        if author is None:
            author = self._authors[key] = _Author(user, array("q"))
        author.user = user
        author.tweets.append(tweet_id)
        if retweeted:
            author.retweets += 1

    def commonest(self) -> WireUser | None:
        """Find the author of most of the records: the owner."""
        authors = self._authors.values()
        most = max(authors, key=_standing, default=None)
        return most.user if most else None

    def others(self, own: Own) -> Iterator[tuple[WireUser, int]]:
        """List the tweets that are somebody else's, and whose."""
        for author in self._authors.values():
            if not own.wrote(author.user):
                yield from ((author.user, tweet_id) for tweet_id in author.tweets)


def _standing(author: _Author) -> tuple[int, int]:
    """Count the tweets that are surely their own, then all."""
    every = len(author.tweets)
    return every - author.retweets, every


def guess_owner(tweets: TweetStore) -> Owner:
    """Guess the owner: the account that self-replies point to, and that pictures' pages belong to."""
    ids: Counter[str] = Counter()
    handles: Counter[str] = Counter()
    for tweet in tweets:
        if tweet.reply_to and tweet.reply_to_user and tweets.find(tweet.reply_to):
            ids[tweet.reply_to_user] += 1
            handles[tweet.reply_to_handle or ""] += 1
        handles.update(_handles_of_pages(tweet))
    handles.pop("", None)
    return Owner(_most_common(ids), _most_common(handles))


def settle_kinds(tweets: TweetStore, own: Own, authors: Authors) -> None:
    """Tell the owner's answers to themselves, and their words, from others', now that the owner is known."""
    for tweet in tweets:
        if tweet.kind is Kind.REPLY:
            kind = kind_of_answer(tweet.text, tweet.reply_to_user, tweet.reply_to_handle, tweet.reply_to, own)
            if kind is not Kind.REPLY:
                tweets.put(structs.replace(tweet, kind=kind))
    for user, tweet_id in authors.others(own):
        stranger = tweets.find(tweet_id)
        if stranger is not None and stranger.kind is not Kind.RETWEET:
            retweet = Retweet(user.screen_name, user.id)
            date = moment_of(tweet_id) or stranger.created_at
            tweets.put(structs.replace(stranger, kind=Kind.RETWEET, retweet=retweet, created_at=date))


def _handles_of_pages(tweet: Tweet) -> Iterable[str]:
    """Read the handle in the address of a picture that is this tweet's own, not shared from elsewhere."""
    addresses = [media.page for media in tweet.media] + [link.target or "" for link in tweet.links]
    pages = map(_PAGE.match, addresses)
    return [page[1] for page in pages if page and int(page[2]) == tweet.id]


def _most_common(counted: Counter[str]) -> str:
    return max(counted, key=counted.__getitem__, default="")
