"""Turn a tweet as it is written in the archive into a tweet as the program knows it."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from migrate.archive.dates import likely_moment, usual_moment
from migrate.archive.kinds import GONE, MAY_ANSWER, Own, is_doubtful, kind_of, retweet_of
from migrate.archive.media import MediaIndex
from migrate.archive.problems import Problems
from migrate.archive.programs import PROGRAMS
from migrate.archive.wire import (
    NOWHERE,
    WireEditInfo,
    WireEntities,
    WireMention,
    WireRetweeted,
    WireTweet,
    WireUrl,
)
from migrate.model import (
    FIRST_SNOWFLAKE,
    MAY_REPEAT,
    Kind,
    Link,
    Media,
    Mention,
    Origin,
    ProblemKind,
    Retweet,
    Tag,
    Tweet,
    may_repeat,
    moment_of,
    repeat_in,
)

_NO_LANGUAGE = frozenset({"und", "zxx", "art"})
"""Besides every code that begins with q, such as qme for a tweet of nothing but media."""

_OLD_CODES = {"in": "id", "iw": "he"}


class Translator:
    """The translator of one account's wire tweets into tweets; it notes what is odd about them.

    `doubtful` are the ids of tweets whose kind can be told when all are read.
    """

    def __init__(self, own: Own, index: MediaIndex, problems: Problems) -> None:
        self.own = own
        self.doubtful: list[int] = []
        self._own_id = own.id
        self._source = ""
        self._program, self._from_fediverse = PROGRAMS[self._source]
        self._index = index
        self._problems = problems

    def tweet_of(self, wire: WireTweet, origin: Origin) -> Tweet:
        """Translate a tweet; ValueError where it has no text or no date."""
        text = wire.text if wire.full_text is None else wire.full_text
        if text is None:
            raise ValueError("it has no text")
        if "\0" in text:
            text = text.replace("\0", "\ufffd")
        entities, user, first = wire.entities, wire.user, text[:1]
        answered, parent = wire.in_reply_to_user_id, wire.in_reply_to_status_id
        retweet, kind = None, Kind.TWEET
        if (
            (first in MAY_REPEAT and may_repeat(text))
            or wire.retweeted
            or wire.retweeted_status
            or (user and user.id != self._own_id)
        ):
            retweet = self._retweet_of(wire, text)
            kind = Kind.RETWEET if retweet else self._kind_of(wire, text)
        elif answered and answered != self._own_id and self._own_id:
            kind = Kind.REPLY
        elif answered or parent or wire.in_reply_to_screen_name or first in MAY_ANSWER:
            kind = self._kind_of(wire, text)
        if wire.source != self._source:  # many in a row have the same
            self._source, (self._program, self._from_fediverse) = wire.source, PROGRAMS[wire.source]
        program = self._program
        if self._from_fediverse or wire.exclusive or wire.super_follows or wire.trusted:
            origin = _origin_of(wire, origin)
        # By position: keywords take five times as long, a twentieth of reading an archive.
        return Tweet(
            wire.id,
            usual_moment(wire.id, wire.created_at) or self._unusual_moment(wire),
            text,
            kind,
            origin,
            True,  # noqa: FBT003 -- escaped
            wire.full_text is not None or _has_time(wire),
            _language(wire.lang) if wire.lang else None,
            _mentions(entities.user_mentions) if entities.user_mentions else (),
            _links(entities.urls) if entities.urls else (),
            () if entities.hashtags == () and not entities.symbols else _tags(entities),
            self._media_of(wire) if entities.media or wire.extended_entities else (),
            None,  # the note is joined later
            parent,
            answered,
            wire.in_reply_to_screen_name,
            retweet,
            None,  # so is the last version
            wire.possibly_sensitive,
            wire.favorite_count,
            wire.retweet_count,
            wire.truncated,
            program,
            wire.card is not None and _is_poll(wire.card),
            wire.withheld,
        )

    def _retweet_of(self, wire: WireTweet, text: str) -> Retweet | None:
        original = wire.retweeted_status
        return _original_of(original, text) if original else retweet_of(wire, text, self.own)

    def _kind_of(self, wire: WireTweet, text: str) -> Kind:
        kind = kind_of(wire, text, self.own)
        if kind is not Kind.TWEET and is_doubtful(kind, wire, text):
            self.doubtful.append(wire.id)
        return kind

    def _unusual_moment(self, wire: WireTweet) -> datetime:
        """Tell when it was written. Somebody else's record states their date, and has the retweet's id."""
        user = wire.user
        stranger = user is not None and user.id != self._own_id and not self.own.wrote(user)
        if (stranger or wire.retweeted) and (moment := moment_of(wire.id)):
            return moment
        moment, odd = likely_moment(wire.id, wire.created_at)
        if moment is None:
            raise ValueError("it has no date")
        if odd:
            self._problems.add(ProblemKind.ODD_DATE, str(wire.id), wire.created_at[:40])
        return moment

    def _media_of(self, wire: WireTweet) -> tuple[Media, ...]:
        shown = wire.extended_entities.media if wire.extended_entities else wire.entities.media
        if len(shown) > 1:  # a picture that is listed twice was shown once
            told_apart = {(each.id, each.media_url_https or each.media_url): each for each in shown}
            shown = tuple(told_apart.values())
        ids = (wire.id, *versions_of(wire.edit_info)) if wire.edit_info else (wire.id,)
        alone = len(shown) == 1
        all_media = tuple([self._index.media_of(each, ids, alone=alone) for each in shown])
        for media in all_media:
            if media.file is None:
                self._problems.add(ProblemKind.MISSING_MEDIA, str(wire.id), _describe(media))
        return all_media


def _is_poll(card: object) -> bool:
    """Tell whether a card is a poll, by its name, which newer records have a level further down."""
    inner = card.get("legacy", card) if isinstance(card, dict) else None
    return isinstance(inner, dict) and str(inner.get("name")).startswith("poll")


def _origin_of(wire: WireTweet, origin: Origin) -> Origin:
    """Tell where an odd tweet comes from: its file says it, unless that has the user's own tweets."""
    if origin is not Origin.TWEETS:
        return origin
    if wire.exclusive or wire.super_follows:
        return Origin.SUBSCRIBERS
    return Origin.CIRCLE if wire.trusted else Origin.FEDIVERSE


def versions_of(edits: WireEditInfo) -> tuple[int, ...]:
    """List the ids of all versions of an edited tweet, its own among them; none for one never edited."""
    edit = edits.edit
    control = edit.edit_control_initial if edit else edits.initial
    ids = control.edit_tweet_ids if control else ()
    return ids if len(ids) > 1 else ()


def _original_of(original: WireRetweeted, text: str) -> Retweet:
    """Describe what a classic archive repeats whole; entities of the outer text belong to its cut copy."""
    user, entities = original.user, original.entities
    handle = user.screen_name or ((repeat := repeat_in(text)) and repeat.handle) or ""
    shown = (original.extended_entities or entities).media
    return Retweet(
        handle,
        GONE.get(user.id, user.id),
        original.id,
        original.text,
        _mentions(entities.user_mentions) if entities.user_mentions else (),
        _links(entities.urls) if entities.urls else (),
        tuple([Link(*NOWHERE, media.url, media.expanded_url) for media in shown if media.url]),
    )


def _links(urls: Iterable[WireUrl]) -> tuple[Link, ...]:
    return tuple([Link(*url.indices, url.url, url.expanded_url) for url in urls if url.url])


def _mentions(mentions: Iterable[WireMention]) -> tuple[Mention, ...]:
    return tuple(
        [
            Mention(*m.indices, m.screen_name, GONE.get(m.user_id, m.user_id), m.name or "")
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
