"""Join the whole texts of long posts to their tweets.

A note's own id is nobody's tweet id. In real archives all 42 notes share the second of
their tweet, and 14 of 41 share it with a further tweet of the same thread; so the text
decides: the tweet has its beginning, cut after some 280 characters. Replies begin with
names that the note lacks, and t.co links differ between the two.
"""

import html
import re
from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct, structs

from migrate.archive.dates import moment
from migrate.archive.store import TweetStore
from migrate.archive.wire import Count
from migrate.model import TWITTER_EPOCH_MS, Link, Mention, Note, Tag, Tweet

_LEADING_NAMES = re.compile(r"\A(?:@\w+\s+)+")
_LINK = re.compile(r"https?://t\.co/")
_WINDOW_MS = 2000


class NoteUrl(Struct, frozen=True, rename="camel"):
    """A link of a note."""

    short_url: str = ""
    from_index: Count = 0
    to_index: Count = 0
    expanded_url: str | None = None


class NoteMention(Struct, frozen=True, rename="camel"):
    """A name in a note."""

    screen_name: str = ""
    from_index: Count = 0
    to_index: Count = 0


class NoteTag(Struct, frozen=True, rename="camel"):
    """A hashtag or cashtag of a note."""

    text: str = ""
    from_index: Count = 0
    to_index: Count = 0


class WireCore(Struct, frozen=True):
    """The text, not HTML-escaped, and what is in it."""

    text: str
    urls: list[NoteUrl] = []
    mentions: list[NoteMention] = []
    hashtags: list[NoteTag] = []
    cashtags: list[NoteTag] = []


class WireNote(Struct, frozen=True, rename="camel"):
    """An item of note-tweet.js, in its wrapper."""

    core: WireCore
    created_at: str = ""


class WrappedNote(Struct, frozen=True, rename="camel"):
    """The wrapper of a note."""

    note_tweet: WireNote


def join(wire: WireNote, tweets: TweetStore) -> bool:
    """Give the note to its tweet; False if there is none."""
    written = moment(wire.created_at)
    if written is None:
        return False
    fitting = [
        (length, tweet) for tweet in _around(written, tweets) if (length := _shared(wire.core.text, tweet))
    ]
    if not fitting:
        return False
    _, tweet = max(fitting, key=lambda pair: pair[0])
    tweets.put(structs.replace(tweet, note=_note_of(wire.core)))
    return True


def _around(written: datetime, tweets: TweetStore) -> Iterator[Tweet]:
    """Find the tweets of these seconds that have no note yet."""
    since = int(written.timestamp() * 1000) - TWITTER_EPOCH_MS
    near = tweets.between((since - _WINDOW_MS) << 22, (since + _WINDOW_MS) << 22)
    return (tweet for tweet in near if tweet.note is None)


def _shared(note: str, tweet: Tweet) -> int:
    """Measure the beginning that they share, up to a link or Twitter's cut; 0 if they differ."""
    ours, theirs = _beginning(note), _beginning(html.unescape(tweet.text)).removesuffix("\u2026")
    length = min(len(ours), len(theirs))
    return length + 1 if ours[:length] == theirs[:length] else 0


def _beginning(text: str) -> str:
    return _LINK.split(_LEADING_NAMES.sub("", text, count=1), maxsplit=1)[0].rstrip()


def _note_of(core: WireCore) -> Note:
    tags = [Tag(tag.from_index, tag.to_index, f"#{tag.text}") for tag in core.hashtags if tag.text]
    tags += [Tag(tag.from_index, tag.to_index, f"${tag.text}") for tag in core.cashtags if tag.text]
    return Note(
        text=core.text,
        mentions=tuple(
            Mention(m.from_index, m.to_index, m.screen_name) for m in core.mentions if m.screen_name
        ),
        links=tuple(
            Link(u.from_index, u.to_index, u.short_url, u.expanded_url) for u in core.urls if u.short_url
        ),
        tags=tuple(tags),
    )
