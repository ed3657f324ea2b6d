"""Choose the tweets that are posted, and tell why each of the others is not. Pure.

By default these are the user's own tweets and threads. A self-reply follows the tweet
that its chain began with: in a conversation with others it is left out as the replies are.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from migrate.model import Kind, Origin, Policy, Tweet
from migrate.model import ProblemKind as P
from migrate.posts.filters import FILTERS

_REASON_OF_ORIGIN = {
    Origin.TWEETS: P.NOT_CHOSEN,
    Origin.COMMUNITY: P.COMMUNITY,
    Origin.CIRCLE: P.CIRCLE,
    Origin.DELETED: P.DELETED,
    Origin.OLDER: P.ONLY_OLDER,
    Origin.SUBSCRIBERS: P.SUBSCRIBERS,
    Origin.FEDIVERSE: P.FROM_FEDIVERSE,
}
_REASON_OF_KIND = {
    Kind.TWEET: P.NOT_CHOSEN,
    Kind.SELF_REPLY: P.NOT_CHOSEN,
    Kind.REPLY: P.REPLY_TO_OTHERS,
    Kind.RETWEET: P.RETWEET,
}


class Outline(Struct, frozen=True, gc=False):
    """What has to be known of every tweet at once; the tweets themselves are looked at one by one.

    `refused` is a reason to leave it out that counts before the conversation it stands in,
    `unwanted` one that counts after.
    """

    index: int
    id: int
    created_at: datetime
    kind: Kind
    reply_to: int | None
    edited_into: int | None
    refused: P | None
    unwanted: P | None


class Chooser:
    """Compares tweets with what the user wants."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._filters = [
            (filter_.reason, filter_.leaves_out(value))
            for filter_ in FILTERS
            if (value := policy.filters.get(filter_.name))
        ]

    def outline(self, index: int, tweet: Tweet) -> Outline:
        """Note what the plan has to know of this tweet."""
        refused = self._refused(tweet)
        return Outline(
            index,
            tweet.id,
            tweet.created_at,
            tweet.kind,
            tweet.reply_to,
            tweet.edited_into,
            refused,
            self._unwanted(tweet) if self._filters and not refused else None,
        )

    def _refused(self, tweet: Tweet) -> P | None:
        policy = self._policy
        if tweet.origin not in policy.origins:
            return _REASON_OF_ORIGIN[tweet.origin]
        if policy.since is not None and tweet.created_at < policy.since:
            return P.BEFORE
        if policy.until is not None and tweet.created_at >= policy.until:
            return P.AFTER
        return None if tweet.kind in policy.include else _REASON_OF_KIND[tweet.kind]

    def _unwanted(self, tweet: Tweet) -> P | None:
        return next((reason for reason, leaves_out in self._filters if leaves_out(tweet)), None)


def reasons_of(tweets: Iterable[Outline], edits: Mapping[int, int], policy: Policy) -> dict[int, P]:
    """Find the reason of each tweet that is left out."""
    reasons: dict[int, P] = {}
    conversations: set[int] = set()
    for tweet in tweets:
        if tweet.kind is Kind.REPLY or (
            tweet.kind is Kind.SELF_REPLY
            and tweet.reply_to is not None
            and edits.get(tweet.reply_to, tweet.reply_to) in conversations
        ):
            conversations.add(tweet.id)
        passed_over = tweet.id in conversations and Kind.REPLY not in policy.include
        in_conversation = P.IN_CONVERSATION if passed_over else None
        if reason := tweet.refused or in_conversation or tweet.unwanted:
            reasons[tweet.id] = reason
    return reasons
