"""Guess whose archive it is, where the file that says so is missing."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import structs

from migrate.archive.store import TweetStore
from migrate.model import Kind, Owner, Tweet

_PAGE = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/(\w+)/status/(\d+)/")


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


def settle_kinds(tweets: TweetStore, owner_id: str) -> None:
    """Tell the owner's replies to themselves from those to others, now that the owner is known."""
    for tweet in tweets:
        if tweet.kind is Kind.REPLY and tweet.reply_to_user == owner_id:
            kind = Kind.SELF_REPLY if tweet.reply_to else Kind.TWEET
            tweets.put(structs.replace(tweet, kind=kind))


def _handles_of_pages(tweet: Tweet) -> Iterable[str]:
    """Read the handle in the address of a picture that is this tweet's own, not shared from elsewhere."""
    addresses = [media.page for media in tweet.media] + [link.target or "" for link in tweet.links]
    pages = map(_PAGE.match, addresses)
    return [page[1] for page in pages if page and int(page[2]) == tweet.id]


def _most_common(counted: Counter[str]) -> str:
    return max(counted, key=counted.__getitem__, default="")
