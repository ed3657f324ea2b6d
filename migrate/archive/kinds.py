"""Tell what a tweet is, from all evidence: the owner's own words, an answer, or somebody else's words.

Archives lose fields: whom a reply answers where that account is gone, whom a retweet
repeats where it was made by hand. Programs that keep an archive up to date store the
original's record in place of the retweet. So the author of a record, its fields and the
beginning of its text are all looked at. Twitter itself took every tweet that begins with
a name for a reply.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from migrate.archive.wire import WireMention, WireTweet, WireUser
from migrate.model import Kind, Retweet, Tweet, repeat_in

_ANSWERED = re.compile(r"[@＠](\w{1,20})(?![\w@＠/])(?!\.\w)", re.ASCII)
MAY_ANSWER = frozenset("@＠")
"""The first characters of texts that may begin with a name."""

GONE: dict[str | None, None] = {"-1": None, "": None}
"""Ids of accounts that are no more."""


class Own(Struct, frozen=True):
    """What is the owner's: their id, and the names that they have and had, in small letters."""

    id: str = ""
    handles: frozenset[str] = frozenset()

    def wrote(self, author: WireUser) -> bool:
        """Tell whether the author of a record is the owner; yes where nothing tells them apart.

        Where there is an id it decides, because names change.
        """
        if author.id is not None and self.id:
            return author.id == self.id
        if author.number is not None and self.id.isdecimal():
            return author.number == float(self.id)  # programs round large numbers
        return not (author.screen_name and self.handles) or author.screen_name.lower() in self.handles


def retweet_of(wire: WireTweet, text: str, own: Own) -> Retweet | None:
    """Tell whose words the tweet repeats; None where they are the owner's own."""
    mentions = wire.entities.user_mentions
    if mentions and text.startswith(f"RT @{mentions[0].screen_name}: "):
        user_id = mentions[0].user_id
        return Retweet(mentions[0].screen_name, GONE.get(user_id, user_id))  # by Twitter's button
    if repeat := repeat_in(text):
        user_id = next(_ids_of(repeat.handle, repeat.at, mentions), None)
        return Retweet(repeat.handle, GONE.get(user_id, user_id))
    if (author := wire.user) and author.is_named:
        return None if own.wrote(author) else Retweet(author.screen_name, author.id)
    return Retweet("") if wire.retweeted else None


def kind_of(wire: WireTweet, text: str, own: Own) -> Kind:
    """Tell the kind of a tweet that is no retweet."""
    return kind_of_answer(
        text, wire.in_reply_to_user_id, wire.in_reply_to_screen_name, wire.in_reply_to_status_id, own
    )


def kind_of_answer(text: str, user: str | None, name: str | None, parent: int | None, own: Own) -> Kind:
    """Tell the kind by whom a tweet answers: the id of an account, its name, and the tweet's, where known.

    The owner's own name in front marks a thread. So it does in an answer to the owner
    without a parent, which stands alone otherwise.
    """
    if user is None and name is None and parent is None:
        return _kind_by_text(text, own)
    to_own = user == own.id if user is not None and own.id else (name or "").lower() in own.handles
    if not to_own:
        return Kind.REPLY
    return Kind.SELF_REPLY if parent else _kind_by_text(text, own)


def is_doubtful(kind: Kind, wire: WireTweet, text: str) -> bool:
    """Tell whether the kind depends on whether the archive has the parent."""
    if kind is Kind.REPLY:
        return wire.in_reply_to_user_id is None and wire.in_reply_to_status_id is not None
    return kind is Kind.SELF_REPLY and text[:1] in MAY_ANSWER


def settled_kind(tweet: Tweet, parent: Tweet | None, own: Own) -> Kind:
    """Tell a doubtful kind: an answer to what the owner wrote, or else to whom it names first."""
    if parent is not None:
        return tweet.kind if parent.kind is Kind.RETWEET else Kind.SELF_REPLY
    return Kind.REPLY if _kind_by_text(tweet.text, own) is Kind.REPLY else tweet.kind


def _kind_by_text(text: str, own: Own) -> Kind:
    answered = _ANSWERED.match(text)
    if answered is None:
        return Kind.TWEET
    return Kind.SELF_REPLY if answered[1].lower() in own.handles else Kind.REPLY


def _ids_of(handle: str, at: int, mentions: Iterable[WireMention]) -> Iterator[str | None]:
    """List the ids that Twitter knew for a name: by the name, or by its place where it has changed."""
    lowered = handle.lower()
    return (m.user_id for m in mentions if m.screen_name.lower() == lowered or m.indices[0] == at)
