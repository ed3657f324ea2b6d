"""The lines around a text: whom a reply answers, whom a retweet repeats, when it was written.

They hold signs and names and no words, so that they need no translation.
"""

import re
from collections.abc import Container

from migrate.model import Kind, Owner, Policy, Retweet, Tweet, minute_of, tweet_address
from migrate.posts.convert.links import status_id
from migrate.posts.convert.mentions import named
from migrate.posts.convert.text import Source, Written, write

_HANDLES = re.compile(r"(?:[@＠][A-Za-z0-9_]+(?:\s+|$))+")
_HANDLE = re.compile(r"[@＠]([A-Za-z0-9_]+)")
_REPEAT = re.compile(r"RT:?\s+[@＠][A-Za-z0-9_]+:?\s*")


def without_addressees(source: Source, tweet: Tweet, owner: Owner) -> Source:
    """A reply's text from after the handles that Twitter once put, or wanted, in front.

    From a self-reply only one's own is taken: the others may be the sentence's first words.
    """
    found = _HANDLES.match(source.text)
    if found is None:
        return source
    start = found.end()
    if tweet.kind is Kind.SELF_REPLY:
        mine = _own_handles(tweet, owner)
        others = (one.start() for one in _HANDLE.finditer(found[0]) if one[1].lower() not in mine)
        start = next(others, start)
    return Source(source.text, source.mentions, source.links, source.escaped, start)


def to_whom(tweet: Tweet, owner: Owner, policy: Policy) -> str:
    """The first line of a reply to others: their names, and the tweet that is answered."""
    found = _HANDLES.match(tweet.text)
    handles = [handle[1:] for handle in found[0].split()] if found else []
    if not handles and tweet.reply_to_handle:
        handles = [tweet.reply_to_handle]
    ids = {(tweet.reply_to_handle or "").lower(): tweet.reply_to_user}
    ids |= {mention.handle.lower(): mention.user_id for mention in tweet.mentions}
    mine = _own_handles(tweet, owner)
    names = [
        named(handle, ids.get(handle.lower()), policy)
        for handle in dict.fromkeys(handles)
        if handle.lower() not in mine
    ]
    if tweet.reply_to is not None:
        names.append(tweet_address(tweet.reply_to_handle or "", tweet.reply_to))
    elif tweet.reply_to_handle:
        names.append(f"https://twitter.com/{tweet.reply_to_handle}")
    return " ".join(dict.fromkeys(["↩️", *names]))


def _own_handles(tweet: Tweet, owner: Owner) -> set[str]:
    """The owner's handle, and any former one that the tweet knows."""
    former = {mention.handle.lower() for mention in tweet.mentions if mention.user_id == owner.id}
    return {owner.handle.lower(), *former}


def repeated(tweet: Tweet, retweet: Retweet, owner: Owner, policy: Policy, own: Container[int]) -> Written:
    """A retweet as a line: the author, what they wrote, and where."""
    source = _retweeted_source(tweet, retweet)
    tweet_id = retweeted_id(tweet, retweet)
    pages = {media.short: "" if tweet_id else media.page for media in tweet.media}
    written = write(source, owner, policy, pages, own)
    name = named(retweet.handle, retweet.user_id, policy)
    text = f"🔁 {name}: {written.text}"
    if tweet_id is not None:
        text = f"{text}\n{tweet_address(retweet.handle, tweet_id)}"
    return Written(text, written.own_links)


def retweeted_id(tweet: Tweet, retweet: Retweet) -> int | None:
    """The id of what was retweeted: known to the classic archive, else only from its media's address."""
    if retweet.tweet_id is not None:
        return retweet.tweet_id
    ids = (status_id(media.page) for media in tweet.media)
    return next((known for known in ids if known is not None), None)


def _retweeted_source(tweet: Tweet, retweet: Retweet) -> Source:
    """The whole text where there is one; else Twitter's `RT @name: …` without its beginning."""
    if retweet.text is not None:
        return Source(retweet.text, tweet.mentions, tweet.links, tweet.escaped)
    found = _REPEAT.match(tweet.text)
    return Source(tweet.text, tweet.mentions, tweet.links, tweet.escaped, found.end() if found else 0)


def footer(tweet: Tweet, owner: Owner, policy: Policy) -> str:
    """The line that says when, and where, the tweet was."""
    if policy.footer is None:
        return ""
    line = policy.footer.replace("{date}", minute_of(tweet.created_at)[:10])
    return line.replace("{link}", tweet_address(owner.handle, tweet.id)) if "{link}" in line else line
