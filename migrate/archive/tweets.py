"""Turn a tweet as it is written in the archive into a tweet as the program knows it."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from migrate.archive.dates import likely_moment, usual_moment
from migrate.archive.media import MediaIndex
from migrate.archive.problems import Problems
from migrate.archive.wire import WireEditInfo, WireEntities, WireMention, WireTweet, WireUrl
from migrate.model import (
    FIRST_SNOWFLAKE,
    Kind,
    Link,
    Media,
    Mention,
    Origin,
    ProblemKind,
    Retweet,
    Tag,
    Tweet,
)

_NO_LANGUAGE = frozenset({"und", "zxx", "art"})
"""Besides every code that begins with q, such as qme for a tweet of nothing but media."""

_OLD_CODES = {"in": "id", "iw": "he"}
_RETWEET = re.compile(r"RT @(\w+): ")
_GONE: dict[str | None, None] = {"-1": None, "": None}
"""Ids of accounts that are no more."""


class Translator:
    """The translator of one account's wire tweets into tweets; it notes what is odd about them."""

    def __init__(self, owner_id: str, index: MediaIndex, problems: Problems) -> None:
        self._owner_id = owner_id
        self._index = index
        self._problems = problems

    def tweet_of(self, wire: WireTweet, origin: Origin) -> Tweet:
        """Translate a tweet; ValueError where it has no text or no date."""
        text = wire.text if wire.full_text is None else wire.full_text
        if text is None:
            raise ValueError("it has no text")
        if "\0" in text:
            text = text.replace("\0", "\ufffd")
        entities = wire.entities
        retweet = _retweet_of(wire, text) if text.startswith("RT @") or wire.retweeted_status else None
        # By position: keywords take five times as long, a twentieth of reading an archive.
        return Tweet(
            wire.id,
            usual_moment(wire.id, wire.created_at) or self._unusual_moment(wire),
            text,
            Kind.RETWEET if retweet else tweet_kind(wire, self._owner_id),
            origin,
            True,  # noqa: FBT003 -- escaped
            wire.full_text is not None or _has_time(wire),
            _language(wire.lang) if wire.lang else None,
            _mentions(entities.user_mentions) if entities.user_mentions else (),
            _links(entities.urls) if entities.urls else (),
            () if entities.hashtags == () and not entities.symbols else _tags(entities),
            self._media_of(wire) if entities.media or wire.extended_entities else (),
            None,  # the note is joined later
            wire.in_reply_to_status_id,
            wire.in_reply_to_user_id,
            wire.in_reply_to_screen_name,
            retweet,
            None,  # so is the last version
            wire.possibly_sensitive,
            wire.favorite_count,
            wire.retweet_count,
        )

    def _unusual_moment(self, wire: WireTweet) -> datetime:
        moment, odd = likely_moment(wire.id, wire.created_at)
        if moment is None:
            raise ValueError("it has no date")
        if odd:
            self._problems.add(ProblemKind.ODD_DATE, str(wire.id), wire.created_at[:40])
        return moment

    def _media_of(self, wire: WireTweet) -> tuple[Media, ...]:
        shown = wire.extended_entities.media if wire.extended_entities else wire.entities.media
        all_media = tuple([self._index.media_of(each, wire.id) for each in shown])
        for media in all_media:
            if media.file is None:
                self._problems.add(ProblemKind.MISSING_MEDIA, str(wire.id), _describe(media))
        return all_media


def tweet_kind(tweet: WireTweet, owner_id: str) -> Kind:
    """Tell the kind, unless it is a retweet. A reply by user alone begins with a name, and has no parent."""
    parent, user = tweet.in_reply_to_status_id, tweet.in_reply_to_user_id
    if user is None:
        return Kind.REPLY if parent else Kind.TWEET
    if user != owner_id:
        return Kind.REPLY
    return Kind.SELF_REPLY if parent else Kind.TWEET


def versions_of(edits: WireEditInfo) -> tuple[int, ...]:
    """List the ids of all versions of an edited tweet, its own among them; none for one never edited."""
    control = edits.edit.edit_control_initial if edits.edit else edits.initial
    return control.edit_tweet_ids if control and len(control.edit_tweet_ids) > 1 else ()


def _retweet_of(wire: WireTweet, text: str) -> Retweet | None:
    if original := wire.retweeted_status:
        user = original.user
        return Retweet(user.screen_name or _repeated(text), user.id, original.id, original.text)
    for author in wire.entities.user_mentions[:1]:
        if text.startswith(f"RT @{author.screen_name}: "):
            return Retweet(author.screen_name, _GONE.get(author.user_id, author.user_id))
    handle = _repeated(text)
    return Retweet(handle) if handle else None


def _repeated(text: str) -> str:
    retweet = _RETWEET.match(text)
    return retweet[1] if retweet else ""


def _links(urls: Iterable[WireUrl]) -> tuple[Link, ...]:
    return tuple([Link(*url.indices, url.url, url.expanded_url) for url in urls if url.url])


def _mentions(mentions: Iterable[WireMention]) -> tuple[Mention, ...]:
    return tuple(
        [
            Mention(*m.indices, m.screen_name, _GONE.get(m.user_id, m.user_id), m.name or "")
            for m in mentions
            if m.screen_name
        ]
    )


def _tags(entities: WireEntities) -> tuple[Tag, ...] | None:
    if entities.hashtags is None or not all(tag.text for tag in entities.hashtags):
        return None
    tags = [Tag(*tag.indices, f"#{tag.text}") for tag in entities.hashtags]
    return tuple(tags + [Tag(*tag.indices, f"${tag.text}") for tag in entities.symbols if tag.text])


def _has_time(wire: WireTweet) -> bool:
    """Tell whether the time is known: classic archives give midnight for all before 4 November 2010."""
    return wire.id >= FIRST_SNOWFLAKE or " 00:00:00" not in wire.created_at


@lru_cache(maxsize=1000)
def _language(code: str) -> str | None:
    return None if code in _NO_LANGUAGE or code.startswith("q") else _OLD_CODES.get(code, code)


def _describe(media: Media) -> str:
    return f"{media.kind}, {media.width}x{media.height}" if media.width else media.kind
