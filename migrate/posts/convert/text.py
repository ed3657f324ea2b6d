"""Write a tweet in plain text: what was written, and whom a reply answers or a retweet repeats.

Twitter's indices count code points of the escaped text, so slices come first and
unescaping after. The lines around a text hold signs and names and no words, so that
they need no translation.
"""

import re
from collections.abc import Container, Mapping
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import (
    Article,
    Kind,
    Link,
    Mention,
    Owner,
    OwnLink,
    Policy,
    Retweet,
    Tag,
    Tweet,
    article_id,
    repeat_in,
    tweet_address,
)
from migrate.posts.convert.entities import named, opened, replacements
from migrate.posts.convert.links import addresses_behind, arriving, status_id
from migrate.posts.convert.tags import kept, names_to_keep

_ESCAPE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7});")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LEADING_HANDLES = re.compile(r"(?:[@＠][A-Za-z0-9_]+(?:\s+|$))+")
_HANDLE = re.compile(r"[@＠]([A-Za-z0-9_]+)")
_AS_TYPED = Policy()


class RawText(Struct, frozen=True, gc=False):
    """A text as Twitter stored it, with what it knew of it: a tweet's, a note's, or a retweeted one.

    What stands before `start` is left out.
    """

    text: str
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] | None = None
    escaped: bool = True
    start: int = 0


class Written(Struct, frozen=True, gc=False):
    """Plain text, the links in it to tweets of the owner's, and what Mastodon makes no links of."""

    text: str
    own_links: tuple[OwnLink, ...] = ()
    unlinked: tuple[str, ...] = ()


def write(
    tweet: Tweet, owner: Owner, policy: Policy, pages: Mapping[str, str], own_tweet_ids: Container[int]
) -> Written:
    """Write the tweet with people named and links opened, below a line that says whom it answers.

    `pages` say what stands for each media link. An address among them that the text
    lacks comes below it.
    """
    if tweet.kind is Kind.RETWEET and tweet.retweet is not None:
        return _repeated(tweet, tweet.retweet, owner, policy, own_tweet_ids)
    raw = _raw(tweet)
    if tweet.kind is not Kind.TWEET:
        raw = _without_addressees(raw, tweet, owner)
    written = _plain(raw, owner, policy, pages, own_tweet_ids)
    if tweet.article is not None:
        written = _with_article(written, tweet, tweet.article, owner, policy)
    below = [page for page in dict.fromkeys(pages.values()) if page not in written.text]
    if tweet.kind is not Kind.REPLY and not below:
        return written
    above = [_addressees(tweet, owner, policy)] if tweet.kind is Kind.REPLY else []
    return replace(written, text="\n".join(filter(None, [*above, written.text, *below])))


def _with_article(written: Written, tweet: Tweet, article: Article, owner: Owner, policy: Policy) -> Written:
    """Put the article's title before the link to it, or in its place the title and the whole text."""
    told = "\n\n".join(filter(None, [article.title, article.text] if policy.articles else [article.title]))
    words = _plain(RawText(told, escaped=False), owner, policy, {}, ()).text
    text = written.text
    for link in (tweet.note or tweet).links:
        if link.target and article_id(link.target) and words and words not in text:
            address = arriving(link.target) or link.target
            whole = policy.articles and article.text
            text = text.replace(address, words if whole else f"{words}\n{address}", 1)
    return replace(written, text=text)


def as_typed(tweet: Tweet, owner: Owner) -> str:
    """Write the tweet as it was typed, handles and all: for eyes only, as it would ping people."""
    raw = _raw(tweet)
    unnamed = RawText(raw.text, links=raw.links, escaped=raw.escaped)
    return _plain(unnamed, owner, _AS_TYPED, {media.short: "" for media in tweet.media}, ()).text


def retweeted_id(tweet: Tweet, retweet: Retweet) -> int | None:
    """Find the id of what was retweeted: in the classic archive, else only in its media's address."""
    if retweet.tweet_id is not None:
        return retweet.tweet_id
    ids = (status_id(media.page) for media in tweet.media)
    return next((tweet_id for tweet_id in ids if tweet_id is not None), None)


def _raw(tweet: Tweet) -> RawText:
    """Take the whole text where the archive has it as a note; it is not escaped."""
    if (note := tweet.note) is not None:
        return RawText(note.text, note.mentions, note.links, note.tags, escaped=False)
    return RawText(tweet.text, tweet.mentions, tweet.links, tweet.tags, tweet.escaped)


def _without_addressees(raw: RawText, tweet: Tweet, owner: Owner) -> RawText:
    """Leave out the handles in front of a reply, which Twitter once put there or wanted there.

    From a reply to themselves only the owner's is taken: the others may be the
    sentence's first words.
    """
    handles = _LEADING_HANDLES.match(raw.text)
    if handles is None:
        return raw
    start = handles.end()
    if tweet.kind is Kind.SELF_REPLY:
        own = _own_handles(tweet, owner)
        others = (handle.start() for handle in _HANDLE.finditer(handles[0]) if handle[1].lower() not in own)
        start = next(others, start)
    return replace(raw, start=start)


def _addressees(tweet: Tweet, owner: Owner, policy: Policy) -> str:
    """Write the first line of a reply to others: their names, and the tweet that is answered."""
    leading = _LEADING_HANDLES.match(tweet.text)
    handles = [handle[1:] for handle in leading[0].split()] if leading else []
    if not handles and tweet.reply_to_handle:
        handles = [tweet.reply_to_handle]
    ids = {(tweet.reply_to_handle or "").lower(): tweet.reply_to_user}
    ids |= {mention.handle.lower(): mention.user_id for mention in tweet.mentions}
    own = _own_handles(tweet, owner)
    names = [
        named(handle, ids.get(handle.lower()), policy)
        for handle in dict.fromkeys(handles)
        if handle.lower() not in own
    ]
    if tweet.reply_to is not None:
        names.append(tweet_address(tweet.reply_to_handle or "", tweet.reply_to))
    elif tweet.reply_to_handle:
        names.append(f"https://twitter.com/{tweet.reply_to_handle}")
    return " ".join(dict.fromkeys(["↩️", *names]))


def _own_handles(tweet: Tweet, owner: Owner) -> set[str]:
    """List the owner's handle, and any former one that the tweet knows."""
    former = {mention.handle.lower() for mention in tweet.mentions if mention.user_id == owner.id}
    return {owner.handle.lower(), *former}


def _repeated(
    tweet: Tweet, retweet: Retweet, owner: Owner, policy: Policy, own_tweet_ids: Container[int]
) -> Written:
    """Write a retweet: its author where that is known, what they wrote, and where."""
    tweet_id = retweeted_id(tweet, retweet)
    pages = {media.short: "" if tweet_id else media.page for media in tweet.media}
    pages |= {picture.short: "" if tweet_id else picture.target or "" for picture in retweet.pictures}
    written = _plain(_retweeted(tweet, retweet), owner, policy, pages, own_tweet_ids)
    author = f"{named(retweet.handle, retweet.user_id, policy)}: " if retweet.handle else ""
    text = f"🔁 {author}{written.text}"
    if tweet_id is not None:
        text = f"{text}\n{tweet_address(retweet.handle, tweet_id)}"
    return replace(written, text=text)


def _retweeted(tweet: Tweet, retweet: Retweet) -> RawText:
    """Take the whole text where there is one; else Twitter's `RT @name: …` without its beginning."""
    if retweet.text is not None:
        mentions, links = retweet.mentions or tweet.mentions, (*retweet.links, *tweet.links)
        return RawText(retweet.text, mentions, links, escaped=tweet.escaped)
    repeat = repeat_in(tweet.text)
    start = repeat.words_at if repeat else 0
    return RawText(tweet.text, tweet.mentions, tweet.links, tweet.tags, tweet.escaped, start)


def _plain(
    raw: RawText, owner: Owner, policy: Policy, pages: Mapping[str, str], own_tweet_ids: Container[int]
) -> Written:
    """Put words in the place of entities and escapes, and take out what is no character."""
    behind = addresses_behind(raw.links, pages, owner, own_tweet_ids) if raw.links else None
    addresses = behind.addresses if behind else pages
    text = _reworded(raw, addresses, policy)
    if addresses and "//t.co/" in text:
        text = opened(text, addresses)
    if "\r" in text or not text.isprintable():
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.strip()
    return Written(text, behind.own_links, behind.unlinked) if behind else Written(text)


def _reworded(raw: RawText, addresses: Mapping[str, str], policy: Policy) -> str:
    unescaped = _unescaped if raw.escaped else str
    pieces: list[str] = []
    at = raw.start
    if raw.links or raw.mentions:
        for start, end, instead in replacements(raw.text, raw.links, raw.mentions, addresses, policy):
            if start >= at:
                pieces += [unescaped(raw.text[at:start]), instead]
                at = end
    pieces.append(unescaped(raw.text[at:]))
    names = names_to_keep(raw.text, raw.tags)
    if names is not None or (":" in raw.text and raw.text.count(":") > 1):
        for place in range(0, len(pieces), 2):
            pieces[place] = kept(pieces[place], pieces[place - 1][-1:] if place else "", names)
    return "".join(pieces)


def _unescaped(text: str) -> str:
    """Undo Twitter's escapes of `& < >` and nothing else; `&copy` is what a person typed."""
    return _ESCAPE.sub(lambda escape: unescape(escape[0]), text) if "&" in text else text
